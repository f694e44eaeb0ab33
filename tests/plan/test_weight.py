"""Weights in pounds: stored as kilograms, shown as the pounds they were, whoever words them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan import words
from soleus_desktop.plan.compare import compare
from soleus_desktop.plan.edits import set_athlete, set_entry
from soleus_desktop.plan.model import Athlete, Load
from soleus_desktop.plan.weight import kilograms, shown_weight
from soleus_desktop.rules.engine import check
from tests.build import GUIDE, plan_of


def test_25_lb_are_stored_as_kilograms_and_shown_as_25_lb_again() -> None:
    assert kilograms(25, "lb") == 11.34
    assert words.weight(11.34, "lb") == f"25{words.THIN}lb"
    assert words.weight(11.34) == f"11.34{words.THIN}kg"


@given(st.integers(0, 22046))
def test_every_tenth_of_a_pound_comes_back(tenths: int) -> None:
    pounds = tenths / 10
    kg = kilograms(pounds, "lb")
    assert 0 <= kg <= 1000
    assert shown_weight(kg, "lb") == pounds


@given(st.floats(0, 1000))
def test_kilograms_are_left_as_they_are(kg: float) -> None:
    assert shown_weight(kg, "kg") == kilograms(kg, "kg") == kg


@pytest.mark.parametrize(("units", "unit"), [(None, "kg"), ("kg", "kg"), ("lb", "lb")])
def test_an_athlete_who_does_not_say_reads_kilograms(units: str | None, unit: str) -> None:
    assert Athlete().replace(units=units).unit == unit


def test_findings_fixes_and_differences_speak_the_athletes_units() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise stage=bodyweight load=10kg-dumbbells"])
    plan = set_athlete(plan, units="lb")
    found = {finding.rule.id: finding for finding in check(plan, GUIDE).findings}
    assert f"22{words.THIN}lb dumbbells" in found["stage-and-load-disagree"].message
    seated = plan_of(["w1 mon: seated-calf-raise load=none"], athlete={"units": "lb"})
    found = {finding.rule.id: finding for finding in check(seated, GUIDE).findings}
    fixes = found["seated-without-weight"].fixes
    assert fixes
    assert all(f"{words.THIN}lb" in fix.title for fix in fixes)
    heavier = set_entry(plan, "e1", load=Load(kg=11.34, implement="dumbbells"))
    (said,) = compare(plan, heavier, {})
    assert said.text.endswith(f"22 to 25{words.THIN}lb dumbbells")
