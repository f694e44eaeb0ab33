"""What the start page says of plan files."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.start.glimpse import MISSING, UNREADABLE, Glimpse
from soleus_desktop.ui.start.words import (
    changed_text,
    extent_of,
    place_text,
    spoken_recent,
    spoken_template,
)
from soleus_desktop.ui.status import State
from tests.build import plan_of

NOW = datetime(2026, 3, 12, 10, 0)
RAISE = "bent-knee-calf-raise 3x12"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (datetime(2026, 3, 12, 9, 5), "today 09:05"),
        (datetime(2026, 3, 11, 23, 59), "yesterday 23:59"),
        (datetime(2026, 3, 10, 12, 0), "Tuesday"),
        (datetime(2026, 3, 6, 12, 0), "Friday"),
        (datetime(2026, 3, 5, 12, 0), "5 Mar"),
        (datetime(2025, 12, 31, 12, 0), "31 Dec 2025"),
        (datetime(2026, 3, 13, 12, 0), "13 Mar"),  # a clock that goes ahead
    ],
)
def test_when_a_file_was_changed(changed: datetime, said: str) -> None:
    assert changed_text(changed, NOW) == said


def test_how_long_a_plan_is() -> None:
    assert extent_of(new_plan(0)) == "0 weeks"
    assert extent_of(new_plan(1)) == "1 week"
    once = plan_of([f"w1 mon: {RAISE}", "w1 tue recovery: uphill-walk 20min@6%"], weeks=3)
    assert extent_of(once) == "3 weeks · 1 training day a week"
    more = plan_of([f"w1 mon: {RAISE}", f"w2 mon: {RAISE}", f"w2 fri: {RAISE}"], weeks=2)
    assert extent_of(more) == "2 weeks · 1–2 training days a week"
    assert extent_of(plan_of(["w1 tue recovery: uphill-walk 20min@6%"])) == "1 week"


def test_a_file_at_home_is_said_shortly() -> None:
    glimpse = Glimpse(Path("/home/kim/plans/a.soleus"), "a")
    assert place_text(glimpse, Path("/home/kim")) == "~/plans/a.soleus"
    assert place_text(glimpse, Path("/home/ki")) == "/home/kim/plans/a.soleus"


def test_rows_are_said_in_full() -> None:
    plain = Glimpse(Path("/a.soleus"), "Spring", about="Slowly.", extent="2 weeks · 1 training day")
    assert spoken_template(plain) == "Spring; 2 weeks · 1 training day; Slowly."
    own = replace(plain, own=True, extent="", state=UNREADABLE, reason="not a plan")
    assert spoken_template(own) == "Spring; yours; Cannot be read; not a plan"
    recent = replace(
        plain, athlete="Robin", state=State("error", "2 errors"), changed=datetime(2020, 1, 2)
    )
    assert spoken_recent(recent) == (
        "Spring; for Robin; 2 errors · 2 weeks; changed 2 Jan 2020; /a.soleus"
    )
    missing = Glimpse(Path("/a.soleus"), "a", state=MISSING)
    assert spoken_recent(missing) == "a; Not found – Delete takes it off this list; /a.soleus"
