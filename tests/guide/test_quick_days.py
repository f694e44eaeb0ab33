"""Several lines of text read as days: mails, fast entry's own lines, what was copied."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.exchange.text import markdown, plain_text
from soleus_desktop.guide.model import Exercise
from soleus_desktop.guide.quick_days import MOST_LINES, Read, read_days
from soleus_desktop.plan.model import Hold, Plan
from soleus_desktop.storage.plan_file import open_plan
from tests.build import GUIDE

TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
KNOWN = GUIDE.exercises
MAIL = """Hi Anna, here is your week
Week 1, Monday \u00b7 4 January \u00b7 Learn \u00b7 recovery day
Bent-knee calf raise: 3 \u00d7 14 \u00b7 bodyweight; tempo 3-0-3; rest 45 s; heel high; and slow
hold 4x45s
Wed: bent 3x15 @10kg; hold 3x30s
Sunday walk 20min 6%
Mon
seated 4x20
Best wishes"""


def read(text: str) -> Read:
    return read_days(text, KNOWN)


def told(text: str) -> dict[int, tuple[str, list[str]]]:
    return {
        at: (day.kind, [entry.exercise for entry in day.entries]) for at, day in read(text).days
    }


def test_a_mail_is_read_as_days_at_their_distances() -> None:
    assert told(MAIL) == {
        0: ("recovery", ["bent-knee-calf-raise", "isometric-hold"]),
        2: ("training", ["bent-knee-calf-raise", "isometric-hold"]),
        6: ("recovery", ["uphill-walk"]),
        7: ("training", ["seated-calf-raise"]),
    }
    assert read(MAIL).unread == ("Hi Anna, here is your week", "Best wishes")
    first = read(MAIL).days[0].day.entries[0]
    assert (first.dose.reps, first.rest_s, first.note) == (14, 45, "heel high; and slow")  # type: ignore[union-attr]


def test_lines_without_a_heading_are_of_one_day() -> None:
    found = read("bent 3x15\n\n  hold 4x45s  ")
    assert not found.headed
    assert [len(day.entries) for _, day in found.days] == [2]
    assert found.days[0].day.entries[1].dose == Hold(sets=4, seconds=45)


def test_weeks_are_counted_where_they_are_named_and_go_on_where_not() -> None:
    assert list(told("Week 3, Tue\nbent\nWeek 4: Build\nFriday (race)\nhold\nTue\nbent")) == [
        *(0, 10, 14),
    ]
    assert told("Week 4\nFriday (race)\nhold")[0] == ("race", ["isometric-hold"])


@pytest.mark.parametrize("write", [plain_text, markdown])
@pytest.mark.parametrize("name", ["busy", "foundation", "return-from-injury", "trail"])
def test_a_whole_plan_in_words_is_read_again(
    name: str, write: Callable[[Plan, dict[str, Exercise]], str]
) -> None:
    plan = open_plan(TEMPLATES / f"{name}.soleus", GUIDE)
    days = [day for week in plan.weeks for day in week.days if day.entries]
    found = [day for _, day in read(write(plan, KNOWN)).days]
    assert [day.kind for day in found] == [day.kind for day in days]
    for one, other in zip(found, days, strict=True):
        assert [entry.replace(id="e") for entry in one.entries] == [
            entry.replace(id="e") for entry in other.entries
        ]


def test_what_is_no_entry_is_handed_back() -> None:
    assert read("bent 3x15 @10\nbent 3x").unread == ("bent 3x15 @10", "bent 3x")
    assert read("bent\n" * (MOST_LINES + 1)) == ((), False, (f"{MOST_LINES + 1} lines",))
    assert read("") == ((), False, ())


LINES = st.sampled_from([*MAIL.splitlines(), "week", "Week 999", ";;;", "mon;tue", "\u2028bent"])
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


@given(TEXT | st.lists(TEXT | LINES | TEXT.map("bent; {}".format)).map("\n".join))
def test_no_text_raises_and_days_are_sound(text: str) -> None:
    for at, day in read(text).days:
        assert at >= 0
        assert day.entries
        day.checked()
