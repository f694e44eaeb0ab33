"""Edits keep what they do not touch, refuse what would not open, and never harm the plan given."""

from __future__ import annotations

from copy import deepcopy
from operator import is_
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan import edits
from soleus_desktop.plan.bounds import MAX_ENTRIES, MAX_WEEKS
from soleus_desktop.plan.model import Day, Entry, Hold, Plan, Waiver, Week, new_plan
from soleus_desktop.plan.place import Slot, find_entry
from tests.build import plan_of
from tests.edits import edits_of, entry_id, slots
from tests.strategies import plans

SMALL = plans(max_weeks=2, max_entries=1)
TWO_WEEKS = plan_of(
    [
        "w1 mon: bent-knee-calf-raise; isometric-hold; seated-calf-raise",
        "w1 wed recovery: uphill-walk",
        "w2 mon: eccentric-heel-drop",
    ],
    waivers=[
        {"rule": "not-per-leg", "entry": "e5", "reason": "so"},
        {"rule": "week-without-soleus-work", "week": 2, "reason": "so"},
        {"rule": "cornerstone-missing", "reason": "so"},
    ],
)


def names(plan: Plan, week: int, day: int) -> list[str]:
    return [entry.id for entry in plan.weeks[week].days[day].entries]


def entries_of(plan: Plan) -> list[Entry]:
    return [entry for number in range(len(plan.weeks)) for entry in of_week(plan, number)]


def of_week(plan: Plan, week: int) -> list[Entry]:
    return [entry for day in plan.weeks[week].days for entry in day.entries]


@given(plan=SMALL, data=st.data())
def test_any_edit_stays_in_bounds_and_harms_nothing(plan: Plan, data: st.DataObject) -> None:
    edit = data.draw(edits_of(plan))
    before = deepcopy(plan)
    changed = edit(plan).checked()
    assert plan == before
    drawn = [entry.id for entry in entries_of(changed)]
    assert len(drawn) == len(set(drawn))
    assert all(len(week.days) == 7 for week in changed.weeks)
    assert {w.entry for w in changed.waivers if w.entry} <= set(drawn)
    beyond = [w for w in changed.waivers if w.week and w.week > len(changed.weeks)]
    assert all(waiver.reason == "meant so" for waiver in beyond)  # just waived, wherever


@given(plan=SMALL.filter(edits.entry_ids), data=st.data())
def test_an_entry_moves_as_it_is(plan: Plan, data: st.DataObject) -> None:
    name, slot = data.draw(st.composite(entry_id)(plan)), data.draw(st.composite(slots)(plan))
    moved = edits.move_entry(plan, name, slot)
    assert sorted(entries_of(moved), key=lambda e: e.id) == sorted(
        entries_of(plan), key=lambda e: e.id
    )
    found = find_entry(moved, name)
    assert found is not None
    assert found[0][:2] == slot[:2]
    touched = {slot.week, find_entry(plan, name)[0].week}  # type: ignore[index]
    for number, (new, old) in enumerate(zip(moved.weeks, plan.weeks, strict=True)):
        assert (new is old) or number in touched
    assert moved.waivers is plan.waivers


@given(plan=SMALL.filter(edits.entry_ids), data=st.data())
def test_a_copy_is_the_same_under_a_fresh_id(plan: Plan, data: st.DataObject) -> None:
    name, slot = data.draw(st.composite(entry_id)(plan)), data.draw(st.composite(slots)(plan))
    copied = edits.copy_entry(plan, name, slot)
    new = entries_of(copied)
    assert len(new) == len(entries_of(plan)) + 1
    (fresh,) = edits.entry_ids(copied) - edits.entry_ids(plan)
    slot_of_copy, copy = find_entry(copied, fresh)  # type: ignore[misc]
    assert slot_of_copy == slot
    assert copy.replace(id=name) == find_entry(plan, name)[1]  # type: ignore[index]
    kept = edits.delete_entry(copied, fresh)
    assert entries_of(kept) == entries_of(plan)


@given(plan=SMALL.filter(lambda plan: plan.weeks), data=st.data())
def test_a_week_put_in_and_taken_out_leaves_the_plan_as_it_was(
    plan: Plan, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(plan.weeks)))
    put_in = edits.insert_week(plan, at, Week(label="new"))
    others = (*put_in.weeks[:at], *put_in.weeks[at + 1 :])
    assert all(map(is_, others, plan.weeks))
    assert put_in.weeks[at] == Week(label="new")
    assert edits.delete_week(put_in, at) == plan


@pytest.mark.parametrize(
    ("position", "order"),
    [
        (0, ["e3", "e1", "e2"]),
        (1, ["e1", "e3", "e2"]),
        (2, ["e1", "e2", "e3"]),
        (3, ["e1", "e2", "e3"]),
        (9, ["e1", "e2", "e3"]),
    ],
)
def test_within_a_day_a_slot_is_counted_before_the_entry_is_taken(
    position: int, order: list[str]
) -> None:
    moved = edits.move_entry(TWO_WEEKS, "e3", Slot(0, 0, position))
    assert names(moved, 0, 0) == order
    assert (moved is TWO_WEEKS) == (position >= 2)


def test_the_first_of_a_day_moves_behind_the_others() -> None:
    assert names(edits.move_entry(TWO_WEEKS, "e1", Slot(0, 0, 2)), 0, 0) == ["e2", "e1", "e3"]
    assert names(edits.move_entry(TWO_WEEKS, "e1", Slot(0, 0, 3)), 0, 0) == ["e2", "e3", "e1"]


def test_a_free_rest_day_takes_the_kind_that_the_entry_belongs_to() -> None:
    moved = edits.move_entry(TWO_WEEKS, "e4", Slot(1, 4, 0), "recovery")
    assert moved.weeks[1].days[4].kind == "recovery"
    assert moved.weeks[0].days[2] == Day(kind="recovery")  # emptied, not made a rest day


def test_other_days_keep_their_kind() -> None:
    raced = edits.set_day(TWO_WEEKS, 1, 5, kind="race")
    assert edits.move_entry(raced, "e1", Slot(1, 5, 0)).weeks[1].days[5].kind == "race"
    lone = plan_of(["w1 mon rest: isometric-hold"])
    assert edits.move_entry(lone, "e1", Slot(0, 0, 5)) is lone
    assert edits.move_entry(lone, "e1", Slot(0, 0, -1)) is lone
    assert edits.copy_entry(lone, "e1", Slot(0, 0, 1)).weeks[0].days[0].kind == "rest"


def test_a_full_day_takes_no_more_but_may_be_put_in_order() -> None:
    full = plan_of([f"w1 mon: {'isometric-hold; ' * MAX_ENTRIES}", "w1 tue: isometric-hold"])
    for edit in (
        lambda: edits.move_entry(full, "e51", Slot(0, 0, 0)),
        lambda: edits.copy_entry(full, "e1", Slot(0, 0, 0)),
    ):
        with pytest.raises(ValueError, match="a day has at most 50 entries"):
            edit()
    assert names(edits.move_entry(full, "e50", Slot(0, 0, 0)), 0, 0)[:2] == ["e50", "e1"]


def test_deleting_takes_the_waivers_along() -> None:
    gone = edits.delete_entry(TWO_WEEKS, "e5")
    assert "e5" not in edits.entry_ids(gone)
    assert [w.rule for w in gone.waivers] == ["week-without-soleus-work", "cornerstone-missing"]
    assert edits.delete_entry(TWO_WEEKS, "e1").waivers is TWO_WEEKS.waivers


def test_waivers_of_weeks_move_with_their_weeks() -> None:
    def weeks(plan: Plan) -> list[int]:
        return [w.week for w in plan.waivers if w.week is not None]

    assert weeks(edits.insert_week(TWO_WEEKS, 0, Week())) == [3]
    assert weeks(edits.insert_week(TWO_WEEKS, 1, Week())) == [3]
    assert weeks(edits.insert_week(TWO_WEEKS, 2, Week())) == [2]
    assert weeks(edits.delete_week(TWO_WEEKS, 0)) == [1]
    gone = edits.delete_week(TWO_WEEKS, 1)
    assert [waiver.rule for waiver in gone.waivers] == ["cornerstone-missing"]


def test_a_waiver_of_the_last_possible_week_falls_off_the_end() -> None:
    last = Waiver(rule="x", week=MAX_WEEKS, reason="so")
    plan = edits.waive(new_plan(1), last)
    assert edits.insert_week(plan, 0, Week()).waivers == ()
    assert edits.delete_week(plan, 0).waivers == (last.replace(week=MAX_WEEKS - 1),)


def test_a_doubled_week_has_entries_of_its_own() -> None:
    doubled = edits.duplicate_week(TWO_WEEKS, 0)
    assert names(doubled, 1, 0) == ["e6", "e7", "e8"]
    assert names(doubled, 1, 2) == ["e9"]
    assert [entry.replace(id="x") for entry in of_week(doubled, 1)] == [
        entry.replace(id="x") for entry in of_week(TWO_WEEKS, 0)
    ]
    assert doubled.weeks[0] is TWO_WEEKS.weeks[0]
    assert doubled.weeks[2] is TWO_WEEKS.weeks[1]


def test_a_plan_has_room_for_just_so_many_weeks() -> None:
    full = new_plan(MAX_WEEKS)
    for edit in (edits.insert_week, lambda plan, at, _: edits.duplicate_week(plan, at)):
        with pytest.raises(ValueError, match="a plan has at most 260 weeks"):
            edit(full, 0, Week())


def test_a_week_whose_entries_are_there_already_is_refused() -> None:
    with pytest.raises(ValueError, match="in the plan already"):
        edits.insert_week(TWO_WEEKS, 2, TWO_WEEKS.weeks[0])
    twice = Week(days=(TWO_WEEKS.weeks[1].days[0],) * 7)
    with pytest.raises(ValueError, match="in the plan already"):
        edits.insert_week(new_plan(1), 0, twice)


def test_an_entry_that_is_there_already_is_refused() -> None:
    with pytest.raises(ValueError, match="'e1' is in the plan already"):
        edits.add_entry(TWO_WEEKS, Slot(0, 0, 0), TWO_WEEKS.weeks[0].days[0].entries[0])


def test_an_entry_out_of_bounds_is_refused() -> None:
    wrong = Entry(id="e9", exercise="isometric-hold", dose=Hold(sets=0, seconds=30))
    with pytest.raises(ValueError, match=r"dose\.sets: expected a whole number from 1 to 1000"):
        edits.add_entry(TWO_WEEKS, Slot(0, 0, 0), wrong)
    with pytest.raises(ValueError, match=r"days\[0\]\.entries\[0\]\.dose\.sets"):
        edits.insert_week(TWO_WEEKS, 0, Week(days=(Day(entries=(wrong,)), *(Day(),) * 6)))


@pytest.mark.parametrize("at", [-1, 2, 300])
@pytest.mark.parametrize(
    "edit",
    [
        lambda at: edits.set_week(TWO_WEEKS, at, label="x"),
        lambda at: edits.set_day(TWO_WEEKS, at, 0, kind="race"),
        lambda at: edits.delete_week(TWO_WEEKS, at),
        lambda at: edits.duplicate_week(TWO_WEEKS, at),
        lambda at: edits.insert_week(TWO_WEEKS, at + (at > 0), Week()),
        lambda at: edits.move_entry(TWO_WEEKS, "e1", Slot(at, 0, 0)),
        lambda at: edits.set_day(TWO_WEEKS, 0, at if at < 0 else at + 5, kind="race"),
    ],
)
def test_a_place_that_is_not_there(edit: Any, at: int) -> None:
    with pytest.raises(IndexError, match="counted from 0"):
        edit(at)


@pytest.mark.parametrize(
    "edit",
    [
        lambda: edits.set_entry(TWO_WEEKS, "e99", note=""),
        lambda: edits.delete_entry(TWO_WEEKS, "e99"),
        lambda: edits.move_entry(TWO_WEEKS, "e99", Slot(0, 0, 0)),
        lambda: edits.copy_entry(TWO_WEEKS, "e99", Slot(0, 0, 0)),
    ],
)
def test_an_entry_that_is_not_there(edit: Any) -> None:
    with pytest.raises(KeyError, match="no entry 'e99'"):
        edit()


def test_setting_changes_the_field_alone() -> None:
    changed = edits.set_entry(TWO_WEEKS, "e2", note="slowly")
    assert changed.weeks[0].days[0].entries[1].note == "slowly"
    assert edits.set_entry(changed, "e2", note="") == TWO_WEEKS
    assert changed.weeks[1] is TWO_WEEKS.weeks[1]
    assert changed.weeks[0].days[2] is TWO_WEEKS.weeks[0].days[2]
    assert changed.weeks[0].days[0].entries[0] is TWO_WEEKS.weeks[0].days[0].entries[0]
    assert edits.set_week(TWO_WEEKS, 1, label="Peak").weeks[1].label == "Peak"
    assert edits.set_athlete(TWO_WEEKS, name="Ada").athlete.name == "Ada"


def test_a_waiver_takes_the_place_of_an_older_one_and_can_be_taken_back() -> None:
    first = Waiver(rule="not-per-leg", entry="e1", reason="one")
    second = first.replace(reason="two")
    other = first.replace(entry="e2")
    plan = edits.waive(edits.waive(edits.waive(new_plan(), first), other), second)
    assert plan.waivers == (other, second)
    assert edits.unwaive(plan, first).waivers == (other,)


def test_a_fresh_id_is_one_that_nothing_speaks_of() -> None:
    assert edits.fresh_id(new_plan()) == "e1"
    assert edits.fresh_id(TWO_WEEKS) == "e6"
    gap = edits.delete_entry(TWO_WEEKS, "e1")  # e5 is in use
    assert edits.fresh_id(gap) == "e6"
    waived = edits.waive(new_plan(), Waiver(rule="x", entry="e1", reason="so"))
    assert edits.fresh_id(waived) == "e2"
    odd = plan_of(["w1 mon: isometric-hold id=e2; isometric-hold id=mine"])
    assert edits.fresh_id(odd) == "e3"
