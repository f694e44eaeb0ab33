"""The calendar, read by a parser that has nothing to do with the writer."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import vobject
from hypothesis import given

from soleus_desktop.exchange.calendar import NoDates, calendar
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.edits import move_entry
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.words import dose
from tests.build import GUIDE
from tests.strategies import plans

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def events(data: bytes) -> dict[str, vobject.base.Component]:
    read = vobject.readOne(data.decode())
    return {event.uid.value: event for event in read.contents.get("vevent", [])}


def imported(*files: bytes) -> dict[str, vobject.base.Component]:
    """What a calendar holds after importing these: an event replaces one of an older sequence."""
    held: dict[str, vobject.base.Component] = {}
    for file in files:
        for uid, event in events(file).items():
            if uid not in held or int(event.sequence.value) >= int(held[uid].sequence.value):
                held[uid] = event
    return held


def dated(plan: Plan) -> Plan:
    return plan.replace(start="2026-03-02", id="p1")


@given(plans())
def test_every_day_with_exercises_is_one_event(plan: Plan) -> None:
    plan = dated(plan)
    days = [
        date(2026, 3, 2) + timedelta(days=7 * w + d)
        for w, week in enumerate(plan.weeks)
        for d, day in enumerate(week.days)
        if day.entries
    ]
    found = events(calendar(plan, GUIDE.exercises_of(plan), NOW))
    assert sorted(event.dtstart.value for event in found.values()) == days


def test_a_title_of_several_lines_is_one(guide: Guide, clean_plan: Plan) -> None:
    found = calendar(
        dated(clean_plan).replace(title="Hills; trail,\nthen\\road"), guide.exercises, NOW
    )
    assert rb"X-WR-CALNAME:Hills\; trail\,\nthen\\road" in found.splitlines()
    assert events(found)


def test_an_event_says_what_to_do(guide: Guide, clean_plan: Plan) -> None:
    plan = dated(clean_plan)
    event = next(iter(events(calendar(plan, guide.exercises, NOW)).values()))
    first = next(day for day in plan.weeks[0].days if day.entries)
    for entry in first.entries:
        assert guide.exercises[entry.exercise].brief in event.summary.value
        name = guide.exercises[entry.exercise].name
        assert f"{name}: {dose(entry.dose)}" in event.description.value
    assert "tempo 3-0-3" in event.description.value


def test_importing_again_updates_and_adds_nothing(guide: Guide, clean_plan: Plan) -> None:
    plan = dated(clean_plan)
    week, day = next(
        (w, d) for w, one in enumerate(plan.weeks) for d, at in enumerate(one.days) if at.entries
    )
    free = next(d for d, at in enumerate(plan.weeks[week].days) if not at.entries)
    moved = plan
    for entry in plan.weeks[week].days[day].entries:
        moved = move_entry(moved, entry.id, Slot(week, free, 99))
    earlier = calendar(plan, guide.exercises, NOW)
    later = calendar(moved, guide.exercises, NOW + timedelta(seconds=1))
    once, again = imported(earlier), imported(earlier, later)
    assert once.keys() == imported(earlier, earlier).keys() == again.keys()
    assert {event.dtstart.value for event in again.values()} == {
        event.dtstart.value for event in events(later).values()
    }
    assert imported(later, earlier).keys() == again.keys()
    assert all(int(again[uid].sequence.value) > int(once[uid].sequence.value) for uid in once)


def test_texts_of_people_stay_texts(guide: Guide, clean_plan: Plan) -> None:
    note = "BEGIN:VEVENT\nUID:x;y,z\\n\"' \U0001f9b5 " + "x" * 400
    first = next(d for d, day in enumerate(clean_plan.weeks[0].days) if day.entries)
    week = clean_plan.weeks[0]
    day = week.days[first].replace(note=note)
    days = (*week.days[:first], day, *week.days[first + 1 :])
    plan = dated(clean_plan.replace(weeks=(week.replace(days=days), *clean_plan.weeks[1:])))
    data = calendar(plan, guide.exercises, NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    texts = [event.description.value for event in events(data).values()]
    assert any(" ".join(note.split()) in text for text in texts)


def test_a_plan_without_start_has_no_calendar(guide: Guide, clean_plan: Plan) -> None:
    with pytest.raises(NoDates, match="start"):
        calendar(clean_plan.replace(start=None), guide.exercises, NOW)
