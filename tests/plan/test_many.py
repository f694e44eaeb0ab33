"""Edits of many entries: in order, in one pass, sharing what they do not touch."""

from __future__ import annotations

from itertools import islice
from operator import is_
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan import edits
from soleus_desktop.plan.block import block_of_days, block_of_entries, paste_days, shift_entries
from soleus_desktop.plan.bounds import MAX_ENTRIES, MAX_WEEKS
from soleus_desktop.plan.days import clear_days
from soleus_desktop.plan.many import (
    add_entries,
    all_entries,
    copy_entries,
    delete_entries,
    find_entries,
    move_entries,
    set_entries,
)
from soleus_desktop.plan.model import Day, Plan, new_plan
from soleus_desktop.plan.place import Slot
from tests.build import plan_of
from tests.edits import entry_ids, slots
from tests.strategies import plans

HOLD = "isometric-hold"
THREE = plan_of(
    [
        f"w1 mon: {HOLD}; {HOLD}; {HOLD}; {HOLD}",  # e1 to e4
        f"w1 wed recovery: uphill-walk; {HOLD}",  # e5, e6
        f"w2 sun: {HOLD}",  # e7
    ],
    weeks=3,
    waivers=[
        {"rule": "not-per-leg", "entry": "e2", "reason": "so"},
        {"rule": "not-per-leg", "entry": "e7", "reason": "so"},
        {"rule": "week-without-soleus-work", "week": 2, "reason": "so"},
    ],
)
FULL = plan_of([f"w1 mon: {f'{HOLD}; ' * MAX_ENTRIES}", f"w1 tue: {HOLD}"])
WITH_ENTRIES = plans(max_weeks=3, max_entries=3).filter(edits.entry_ids)


def names(plan: Plan, week: int, day: int) -> list[str]:
    return [entry.id for entry in plan.weeks[week].days[day].entries]


def shared(before: Plan, after: Plan) -> list[bool]:
    return list(map(is_, after.weeks, before.weeks))


@pytest.mark.parametrize(
    ("ids", "position", "order"),
    [
        (["e3", "e4"], 0, ["e3", "e4", "e1", "e2"]),
        (["e4", "e1"], 2, ["e2", "e1", "e4", "e3"]),  # in the plan's order, whatever is asked
        (["e1", "e2"], 3, ["e3", "e1", "e2", "e4"]),
        (["e1", "e2"], 4, ["e3", "e4", "e1", "e2"]),
        (["e1", "e2"], 99, ["e3", "e4", "e1", "e2"]),
        (["e2", "e5", "e7"], 1, ["e1", "e2", "e5", "e7", "e3", "e4"]),
        (["e5", "e2"], -3, ["e2", "e5", "e1", "e3", "e4"]),
    ],
)
def test_many_move_to_a_slot_that_is_counted_before_they_are_taken(
    ids: list[str], position: int, order: list[str]
) -> None:
    assert names(move_entries(THREE, ids, Slot(0, 0, position)), 0, 0) == order


@pytest.mark.parametrize(
    ("ids", "position"), [(["e1"], 0), (["e1"], 1), (["e2", "e3"], 1), (["e2", "e3"], 3), ([], 0)]
)
def test_a_move_that_changes_nothing_gives_the_plan_back(ids: list[str], position: int) -> None:
    assert move_entries(THREE, ids, Slot(0, 0, position)) is THREE


def test_a_free_rest_day_takes_the_kind_others_keep_theirs() -> None:
    moved = move_entries(THREE, ["e1", "e5"], Slot(2, 4, 0), "recovery")
    assert moved.weeks[2].days[4].kind == "recovery"
    assert moved.weeks[0].days[2] is not THREE.weeks[0].days[2]
    assert moved.weeks[0].days[2].kind == "recovery"
    assert shared(THREE, moved) == [False, True, False]
    raced = edits.set_day(THREE, 2, 4, kind="race")
    assert copy_entries(raced, ["e1"], Slot(2, 4, 0)).weeks[2].days[4].kind == "race"
    rest = edits.set_day(THREE, 1, 6, kind="rest")
    assert move_entries(rest, ["e1", "e7"], Slot(1, 6, 0)).weeks[1].days[6].kind == "rest"


def test_copies_have_the_next_fresh_ids_in_order() -> None:
    copied = copy_entries(THREE, ["e5", "e2"], Slot(1, 6, 0))
    assert names(copied, 1, 6) == ["e8", "e9", "e7"]
    assert [entry.exercise for entry in find_entries(copied, ["e8", "e9"])] == [HOLD, "uphill-walk"]
    assert list(islice(edits.fresh_ids(THREE), 2)) == ["e8", "e9"]
    assert shared(THREE, copied) == [True, False, True]
    assert copied.waivers is THREE.waivers
    assert add_entries(THREE, (), Slot(0, 0, 0)) is THREE


def test_deleting_takes_waivers_along_and_shares_the_rest() -> None:
    gone = delete_entries(THREE, ["e2", "e7"])
    assert names(gone, 0, 0) == ["e1", "e3", "e4"]
    assert [waiver.week for waiver in gone.waivers] == [2]
    assert shared(THREE, gone) == [False, False, True]
    assert gone.weeks[0].days[2] is THREE.weeks[0].days[2]
    assert delete_entries(THREE, ()) is THREE


def test_changing_many_shares_what_comes_back_as_it_was() -> None:
    ids = ["e1", "e2", "e7"]
    changed = set_entries(
        THREE, ids, lambda entry: entry.replace(note="slowly" if entry.id != "e7" else "")
    )
    assert [entry.note for entry in find_entries(changed, ids)] == ["slowly", "slowly", ""]
    assert shared(THREE, changed) == [False, True, True]
    assert changed.weeks[0].days[0].entries[2] is THREE.weeks[0].days[0].entries[2]
    assert set_entries(THREE, ids, lambda entry: entry.replace(note="")) is THREE
    with pytest.raises(ValueError, match="cannot be called 'e9'"):
        set_entries(THREE, ids, lambda entry: entry.replace(id="e9"))


@pytest.mark.parametrize(
    "edit",
    [
        lambda: move_entries(FULL, ["e51"], Slot(0, 0, 0)),
        lambda: copy_entries(FULL, ["e1", "e2"], Slot(0, 0, 9)),
        lambda: paste_days(FULL, 0, 0, block_of_entries(FULL, ["e51"])),
        lambda: shift_entries(FULL, ["e51"], -1),
    ],
)
def test_a_full_day_takes_no_more(edit: Any) -> None:
    with pytest.raises(ValueError, match="a day has at most 50 entries"):
        edit()
    assert names(move_entries(FULL, ["e49", "e50"], Slot(0, 0, 0)), 0, 0)[:3] == [
        "e49",
        "e50",
        "e1",
    ]


@pytest.mark.parametrize(
    "edit",
    [
        lambda ids: delete_entries(THREE, ids),
        lambda ids: move_entries(THREE, ids, Slot(0, 0, 0)),
        lambda ids: copy_entries(THREE, ids, Slot(0, 0, 0)),
        lambda ids: set_entries(THREE, ids, lambda entry: entry),
        lambda ids: block_of_entries(THREE, ids),
        lambda ids: shift_entries(THREE, ids, 1),
    ],
)
def test_an_entry_that_is_not_there(edit: Any) -> None:
    with pytest.raises(KeyError, match="no entry 'e98'"):
        edit(["e1", "e99", "e98"])


@pytest.mark.parametrize("place", [(-1, 0), (3, 0), (0, -1), (0, 7)])
@pytest.mark.parametrize(
    "edit",
    [
        lambda at: move_entries(THREE, ["e1"], Slot(*at, 0)),
        lambda at: copy_entries(THREE, ["e1"], Slot(*at, 0)),
        lambda at: paste_days(THREE, *at, block_of_entries(THREE, ["e1"])),
        lambda at: block_of_days(THREE, [at]),
        lambda at: clear_days(THREE, [at]),
    ],
)
def test_a_day_that_is_not_there(edit: Any, place: tuple[int, int]) -> None:
    with pytest.raises(IndexError, match="counted from 0"):
        edit(place)


def test_a_block_keeps_distances_and_is_appended() -> None:
    block = block_of_entries(THREE, ["e2", "e5", "e7"])
    assert [offset for offset, _ in block] == [0, 2, 13]
    pasted = paste_days(THREE, 0, 2, block)
    assert names(pasted, 0, 2) == ["e5", "e6", "e8"]
    assert names(pasted, 0, 4) == ["e9"]
    assert pasted.weeks[0].days[4].kind == "recovery"
    assert names(pasted, 2, 1) == ["e10"]
    assert pasted.weeks[1] is THREE.weeks[1]


def test_a_single_day_goes_in_at_a_position() -> None:
    one = block_of_entries(THREE, ["e5", "e6"])
    assert names(paste_days(THREE, 0, 0, one, 1), 0, 0) == ["e1", "e8", "e9", "e2", "e3", "e4"]
    two = block_of_entries(THREE, ["e1", "e5"])
    assert names(paste_days(THREE, 0, 0, two, 0), 0, 0) == ["e1", "e2", "e3", "e4", "e8"]


def test_days_bring_kind_and_note_to_free_days_and_join_notes() -> None:
    plan = edits.set_day(edits.set_day(THREE, 0, 3, kind="race"), 0, 2, note="easy")
    block = block_of_days(plan, [(0, 3), (0, 2)])
    pasted = paste_days(plan, 2, 0, block)
    assert pasted.weeks[2].days[0].replace(entries=()) == Day(kind="recovery", note="easy")
    assert pasted.weeks[2].days[1] == Day(kind="race")
    over = paste_days(edits.set_day(plan, 0, 0, note="hard"), 0, 0, block)
    assert (over.weeks[0].days[0].kind, over.weeks[0].days[0].note) == ("training", "hard\neasy")
    again = paste_days(over, 0, 0, block)
    assert again.weeks[0].days[0].note == "hard\neasy"


def test_a_block_that_reaches_beyond_the_end_adds_weeks_while_there_is_room() -> None:
    block = block_of_entries(THREE, ["e1", "e7"])
    pasted = paste_days(THREE, 2, 3, block)
    assert len(pasted.weeks) == 5
    assert names(pasted, 4, 2) == ["e9"]
    with pytest.raises(ValueError, match="at most 260 weeks"):
        paste_days(new_plan(MAX_WEEKS), MAX_WEEKS - 1, 0, block)


def test_shifting_keeps_ids_and_waivers_and_adds_no_weeks() -> None:
    shifted = shift_entries(THREE, ["e2", "e5"], 5)
    assert names(shifted, 0, 5) == ["e2"]
    assert names(shifted, 1, 0) == ["e5"]
    assert (shifted.weeks[0].days[5].kind, shifted.weeks[1].days[0].kind) == (
        "training",
        "recovery",
    )
    assert shifted.waivers is THREE.waivers
    assert names(shift_entries(THREE, ["e2", "e5"], 2), 0, 2) == ["e6", "e2"]
    asked = shift_entries(THREE, ["e6"], 1, lambda _: "training")
    assert asked.weeks[0].days[3].kind == "training"
    assert shift_entries(THREE, ["e2"], 0) is THREE
    for ids, by in ((["e1"], -1), (["e7"], 8), (["e1", "e7"], 14)):
        with pytest.raises(ValueError, match="outside the plan"):
            shift_entries(THREE, ids, by)


@given(plan=WITH_ENTRIES, data=st.data())
def test_many_moves_are_as_one_after_another(plan: Plan, data: st.DataObject) -> None:
    ids = data.draw(st.composite(entry_ids)(plan))
    slot = data.draw(st.composite(slots)(plan))
    singly, placed = plan, slot
    for entry in find_entries(plan, ids):
        singly = edits.move_entry(singly, entry.id, placed)
        placed = Slot(*slot[:2], names(singly, slot.week, slot.day).index(entry.id) + 1)
    assert move_entries(plan, ids, slot) == singly


@given(plan=WITH_ENTRIES, data=st.data())
def test_many_deletions_are_as_one_after_another(plan: Plan, data: st.DataObject) -> None:
    ids = data.draw(st.composite(entry_ids)(plan))
    singly = plan
    for name in ids:
        singly = edits.delete_entry(singly, name)
    deleted = delete_entries(plan, ids)
    assert deleted == singly
    touched = {
        w for w, week in enumerate(plan.weeks) for d in week.days for e in d.entries if e.id in ids
    }
    assert shared(plan, deleted) == [week not in touched for week in range(len(plan.weeks))]


@given(plan=WITH_ENTRIES, data=st.data())
def test_a_copy_of_a_block_taken_out_again_leaves_the_entries_as_they_were(
    plan: Plan, data: st.DataObject
) -> None:
    ids = data.draw(st.composite(entry_ids)(plan))
    week, day, _ = data.draw(st.composite(slots)(plan))
    pasted = paste_days(plan, week, day, block_of_entries(plan, ids))
    new = edits.entry_ids(pasted) - edits.entry_ids(plan)
    copies = [entry.replace(id="x") for entry in find_entries(pasted, new)]
    assert copies == [entry.replace(id="x") for entry in find_entries(plan, ids)]
    assert list(all_entries(delete_entries(pasted, new))) == list(all_entries(plan))
