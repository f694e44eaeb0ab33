"""What rules say that they heed of the athlete is what they heed, and all of it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan import bounds
from soleus_desktop.plan.model import Athlete, Plan
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.heeding import Heeding, heeding
from soleus_desktop.rules.table import RULES
from tests.build import GUIDE, plan_of
from tests.strategies import ATHLETES, plans

SWITCHES: list[tuple[str, Any]] = [
    *(("events", event) for event in bounds.EVENTS),
    *(("concerns", concern) for concern in bounds.CONCERNS),
    ("returning_from_injury", True),
    *(("starting_stage", stage) for stage in bounds.STAGES[1:]),
]
PLANS = [
    plan_of(["w1 mon: walking-lunge-heel-raise"]),
    plan_of(["w1 mon: uphill-walk"]),
    plan_of(["w1 mon: bent-knee-calf-raise stage=single-leg"]),
    plan_of(["w1 mon: bent-knee-calf-raise stage=weighted load=10kg-pack"]),
]


def found(plan: Plan, athlete: Athlete) -> set[tuple[str, Any]]:
    said = check(plan.replace(athlete=athlete), GUIDE).findings
    return {(finding.rule.id, finding.place) for finding in said}


def names(heeded: Heeding) -> tuple[set[str], set[str]]:
    return {rule.id for rule in heeded.fires}, {rule.id for rule in heeded.silent}


def switched(athlete: Athlete, field: str, value: Any) -> tuple[Athlete, Athlete]:
    """The athlete without and with it."""
    if field in ("events", "concerns"):
        others = tuple(other for other in getattr(athlete, field) if other != value)
        return athlete.replace(**{field: others}), athlete.replace(**{field: (*others, value)})
    off = False if value is True else "bodyweight"
    return athlete.replace(**{field: off}), athlete.replace(**{field: value})


@given(plans(), ATHLETES, st.sampled_from(SWITCHES))
def test_a_switch_changes_only_the_rules_that_heed_it(
    plan: Plan, athlete: Athlete, switch: tuple[str, Any]
) -> None:
    off, on = (found(plan, each) for each in switched(athlete, *switch))
    fires, silent = names(heeding(*switch))
    assert {rule for rule, _ in on - off} <= fires
    assert {rule for rule, _ in off - on} <= silent


@pytest.mark.parametrize("switch", SWITCHES, ids=str)
def test_each_rule_that_heeds_a_switch_judges_otherwise_by_it(switch: tuple[str, Any]) -> None:
    more: set[str] = set()
    less: set[str] = set()
    for plan in PLANS:
        off, on = (found(plan, each) for each in switched(Athlete(), *switch))
        more |= {rule for rule, _ in on - off}
        less |= {rule for rule, _ in off - on}
    assert (more, less) == names(heeding(*switch))


@given(plans(), ATHLETES)
def test_name_mass_and_units_change_no_check(plan: Plan, athlete: Athlete) -> None:
    plain = athlete.replace(name="", body_mass_kg=None, units=None)
    assert found(plan, athlete) == found(plan, plain)


def test_they_name_fields_of_the_athlete() -> None:
    named = {field for rule in RULES for field in (*rule.fires_for, *rule.silent_for)}
    assert named <= {field.name for field in fields(Athlete)}
