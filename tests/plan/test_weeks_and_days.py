"""Edits of weeks and days: waivers follow their weeks, nothing is lost, the rest is shared."""

from __future__ import annotations

from itertools import chain
from operator import is_
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan import edits
from soleus_desktop.plan.block import move_days
from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.days import clear_days, insert_rest_day, swap_days
from soleus_desktop.plan.many import all_entries
from soleus_desktop.plan.model import Day, Plan, Waiver, Week, new_plan
from soleus_desktop.plan.weeks import (
    copy_layout,
    delete_weeks,
    duplicate_weeks,
    insert_weeks,
    layout_of,
    move_weeks,
    replace_weeks,
)
from tests.build import GUIDE, plan_of
from tests.edits import days, slots, week_numbers
from tests.strategies import plans

HOLD = "isometric-hold"
LABELS = ("a", "b", "c", "d")


def labelled(plan: Plan) -> Plan:
    for at, label in enumerate(LABELS):
        plan = edits.set_week(plan, at, label=label)
    return plan


FOUR = labelled(
    plan_of(
        [
            f"w1 mon: {HOLD} 4x40s",  # e1
            f"w1 sun: {HOLD}",  # e2
            "w2 tue recovery: uphill-walk; isometric-hold",  # e3, e4
            f"w4 sat race: {HOLD}",  # e5
        ],
        weeks=4,
        waivers=[
            {"rule": "week-without-soleus-work", "week": 2, "reason": "b"},
            {"rule": "week-without-soleus-work", "week": 4, "reason": "d"},
            {"rule": "not-per-leg", "entry": "e3", "reason": "e3"},
            {"rule": "cornerstone-missing", "reason": "all"},
            {"rule": "week-without-soleus-work", "week": 6, "reason": "beyond"},
        ],
    )
)
WITH_WEEKS = plans(max_weeks=3, max_entries=2).filter(lambda plan: bool(plan.weeks))


def labels(plan: Plan) -> str:
    return "".join(week.label or "-" for week in plan.weeks)


def waived(plan: Plan) -> dict[str, int | None]:
    return {waiver.reason: waiver.week for waiver in plan.waivers}


def names(plan: Plan, week: int, day: int) -> list[str]:
    return [entry.id for entry in plan.weeks[week].days[day].entries]


@pytest.mark.parametrize(
    ("weeks", "before", "order"),
    [
        ([0], 2, "bacd"),
        ([3], 0, "dabc"),
        ([0, 2], 4, "bdac"),
        ([3, 1], 0, "bdac"),
        ([0, 3], 2, "badc"),
        ([1, 2], 0, "bcad"),
    ],
)
def test_weeks_move_and_their_waivers_follow(weeks: list[int], before: int, order: str) -> None:
    moved = move_weeks(FOUR, weeks, before)
    assert labels(moved) == order
    assert all(
        moved.weeks[order.index(label)] is FOUR.weeks[LABELS.index(label)] for label in order
    )
    there = {"b": order.index("b") + 1, "d": order.index("d") + 1, "beyond": 6}
    assert waived(moved) == {"e3": None, "all": None, **there}


@pytest.mark.parametrize(
    ("weeks", "before"), [([1], 1), ([1], 2), ([0, 1], 0), ([1, 2], 2), ([], 3)]
)
def test_weeks_that_are_there_already_stay(weeks: list[int], before: int) -> None:
    assert move_weeks(FOUR, weeks, before) is FOUR


def test_weeks_are_doubled_as_a_block_with_entries_of_their_own() -> None:
    doubled = duplicate_weeks(FOUR, [1, 0], 2)
    assert labels(doubled) == "abababcd"
    assert len(edits.entry_ids(doubled)) == 5 + 8
    assert names(doubled, 2, 0) == ["e6"]
    assert names(doubled, 5, 1) == ["e12", "e13"]
    assert waived(doubled) == {"b": 2, "d": 8, "e3": None, "all": None, "beyond": 10}
    assert doubled.weeks[6] is FOUR.weeks[2]
    assert duplicate_weeks(FOUR, [], 2) is duplicate_weeks(FOUR, [0], 0) is FOUR
    assert duplicate_weeks(FOUR, [1]) == edits.duplicate_week(FOUR, 1)


def test_copies_fill_the_empty_weeks_that_follow() -> None:
    plan = edits.set_week(plan_of([f"w1 mon: {HOLD}"], weeks=4), 3, note="away")
    assert len(duplicate_weeks(plan, [0], 1, over_empty=True).weeks) == 4
    filled = duplicate_weeks(plan, [0], 3, over_empty=True)
    assert [len(list(all_entries(plan.replace(weeks=(w,))))) for w in filled.weeks] == [1] * 4 + [0]
    assert filled.weeks[4] is plan.weeks[3]
    assert len(duplicate_weeks(new_plan(4), [0], 3, over_empty=True).weeks) == 4


def test_many_weeks_go_with_all_that_stood_at_them() -> None:
    left = delete_weeks(FOUR, [1, 2])
    assert labels(left) == "ad"
    assert waived(left) == {"d": 2, "all": None, "beyond": 4}
    assert left.weeks[1] is FOUR.weeks[3]
    assert delete_weeks(FOUR, range(4)).weeks == ()
    assert delete_weeks(FOUR, ()) is FOUR
    assert delete_weeks(FOUR, [1]) == edits.delete_week(FOUR, 1)


def test_weeks_are_pasted_in_between_or_over_others() -> None:
    new = FOUR.weeks[:2]
    put_in = insert_weeks(FOUR, 3, new)
    assert labels(put_in) == "abcabd"
    assert waived(put_in)["d"] == 6
    over = replace_weeks(FOUR, 1, new)
    assert labels(over) == "aabd"
    assert waived(over) == {"d": 4, "all": None, "beyond": 6}
    assert over.weeks[3] is FOUR.weeks[3]
    assert labels(replace_weeks(FOUR, 3, new)) == "abcab"
    assert labels(replace_weeks(FOUR, 4, new)) == "abcdab"
    assert insert_weeks(FOUR, 2, ()) is FOUR


def test_a_layout_has_kinds_and_exercises_without_the_doses() -> None:
    def default(entry: Any) -> Any:
        return GUIDE.exercises[entry.exercise].entry(entry.id)

    laid = copy_layout(FOUR, 0, default)
    assert labels(laid) == "a-bcd"
    (hold, _) = (entry for day in laid.weeks[1].days for entry in day.entries)
    assert hold == GUIDE.exercises[HOLD].entry("e6")
    over = copy_layout(FOUR, 1, to=2)
    assert labels(over) == "ab-d"
    assert over.weeks[2].days[1] == Day(kind="recovery")
    assert layout_of(FOUR.weeks[3]).days[5] == Day(kind="race")


def test_a_plan_has_room_for_just_so_many_weeks() -> None:
    full = new_plan(MAX_WEEKS)
    for edit in (
        lambda: duplicate_weeks(full, [3]),
        lambda: insert_weeks(full, 0, [Week()]),
        lambda: replace_weeks(full, MAX_WEEKS - 1, [Week(), Week()]),
        lambda: insert_rest_day(edits.set_day(full, MAX_WEEKS - 1, 6, kind="race"), 0, 0),
    ):
        with pytest.raises(ValueError, match="a plan has at most 260 weeks"):
            edit()
    assert insert_rest_day(full, 0, 0) is full
    last = edits.waive(new_plan(1), Waiver(rule="x", week=MAX_WEEKS, reason="so"))
    assert duplicate_weeks(last, [0]).waivers == ()


@pytest.mark.parametrize("at", [-1, 4])
@pytest.mark.parametrize(
    "edit",
    [
        lambda at: move_weeks(FOUR, [at], 0),
        lambda at: move_weeks(FOUR, [0], at + (at > 0)),
        lambda at: duplicate_weeks(FOUR, [0, at]),
        lambda at: delete_weeks(FOUR, [at]),
        lambda at: insert_weeks(FOUR, at + (at > 0), [Week()]),
        lambda at: copy_layout(FOUR, at),
        lambda at: copy_layout(FOUR, 0, to=at),
        lambda at: insert_rest_day(FOUR, at, 0),
        lambda at: swap_days(FOUR, (0, 0), (at, 0)),
        lambda at: swap_days(FOUR, (0, at if at < 0 else 7), (0, 0)),
        lambda at: move_days(FOUR, [(0, 0)], at, 0),
    ],
)
def test_a_place_that_is_not_there(edit: Any, at: int) -> None:
    with pytest.raises(IndexError, match="counted from 0"):
        edit(at)


def test_a_rest_day_pushes_all_that_follows_one_day_on() -> None:
    plan = edits.set_day(FOUR, 0, 6, note="long run")
    pushed = insert_rest_day(plan, 0, 6)
    assert pushed.weeks[0].days[6] == Day()
    assert pushed.weeks[1].days[0] == plan.weeks[0].days[6]
    assert names(pushed, 1, 2) == ["e3", "e4"]
    assert (names(pushed, 3, 6), pushed.weeks[3].days[6].kind) == (["e5"], "race")
    assert labels(pushed) == "abcd"  # the empty last day fell off
    assert waived(pushed) == waived(plan)
    assert pushed.weeks[2] is plan.weeks[2]  # empty before and after
    assert pushed.weeks[0].days[0] is plan.weeks[0].days[0]


def test_a_last_day_that_is_not_empty_makes_a_week() -> None:
    for full in ({"kind": "race"}, {"note": "away"}):
        plan = edits.set_day(FOUR, 3, 6, **full)
        pushed = insert_rest_day(plan, 3, 6)
        assert labels(pushed) == "abcd-"
        assert pushed.weeks[4].days[0] == plan.weeks[3].days[6]
        assert pushed.weeks[:3] == plan.weeks[:3]
        assert pushed.weeks[0] is plan.weeks[0]


def test_two_days_swap_kind_note_and_entries() -> None:
    swapped = swap_days(FOUR, (0, 0), (1, 1))
    assert swapped.weeks[0].days[0] is FOUR.weeks[1].days[1]
    assert swapped.weeks[1].days[1] is FOUR.weeks[0].days[0]
    assert swapped.weeks[3] is FOUR.weeks[3]
    assert swapped.waivers is FOUR.waivers
    assert swap_days(FOUR, (0, 1), (0, 2)) is FOUR
    assert swap_days(FOUR, (0, 0), (0, 0)) is FOUR


def test_days_are_cleared_of_entries_and_their_waivers() -> None:
    cleared = clear_days(FOUR, [(1, 1), (3, 5), (0, 1)])
    assert edits.entry_ids(cleared) == {"e1", "e2"}
    assert cleared.weeks[3].days[5] == Day(kind="race")
    assert "e3" not in waived(cleared)
    assert cleared.weeks[0] is FOUR.weeks[0]
    assert clear_days(FOUR, [(0, 1)]) is FOUR


def test_days_move_whole_and_leave_rest_days() -> None:
    moved = move_days(FOUR, [(0, 0), (0, 6)], 0, 2)
    assert names(moved, 0, 2) == ["e1"]
    assert moved.weeks[0].days[0] == Day()
    assert names(moved, 1, 1) == ["e3", "e4", "e2"]  # nothing that stood there is lost
    assert moved.weeks[1].days[1].kind == "recovery"
    assert moved.waivers is FOUR.waivers
    assert move_days(FOUR, [(0, 0), (0, 6)], 0, 0) is FOUR
    assert len(move_days(FOUR, [(0, 0), (0, 6)], 3, 4).weeks) == 5


@given(plan=WITH_WEEKS, data=st.data())
def test_moved_weeks_are_the_same_weeks_and_keep_their_waivers(
    plan: Plan, data: st.DataObject
) -> None:
    plan = plan.replace(waivers=tuple(w for w in plan.waivers if w.week is None))
    for at in range(len(plan.weeks)):
        plan = edits.waive(plan, Waiver(rule="x", week=at + 1, reason=str(at)))
        plan = edits.set_week(plan, at, label=str(at))
    chosen = data.draw(st.composite(week_numbers)(plan))
    moved = move_weeks(plan, chosen, data.draw(st.integers(0, len(plan.weeks))))
    assert sorted(map(id, moved.weeks)) == sorted(map(id, plan.weeks))
    assert all(moved.weeks[w.week - 1].label == w.reason for w in moved.waivers if w.week)


@given(plan=WITH_WEEKS, data=st.data())
def test_weeks_put_in_and_taken_out_leave_the_plan_as_it_was(
    plan: Plan, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(plan.weeks)))
    put_in = insert_weeks(plan, at, plan.weeks)
    new = range(at, at + len(plan.weeks))
    assert all(map(is_, (*put_in.weeks[:at], *put_in.weeks[new.stop :]), plan.weeks))
    assert delete_weeks(put_in, new) == plan


@given(plan=WITH_WEEKS, data=st.data())
def test_a_rest_day_changes_nothing_but_where_days_stand(plan: Plan, data: st.DataObject) -> None:
    week, day, _ = data.draw(st.composite(slots)(plan))
    pushed = insert_rest_day(plan, week, day)
    old, new = (list(chain.from_iterable(w.days for w in p.weeks)) for p in (plan, pushed))
    assert new.pop(7 * week + day) == Day()
    assert new[: len(old)] == old[: len(new)]
    assert all(left == Day() for left in (*old[len(new) :], *new[len(old) :]))
    assert [w.label for w in pushed.weeks[: len(plan.weeks)]] == [w.label for w in plan.weeks]


@given(plan=WITH_WEEKS, data=st.data())
def test_swapping_and_moving_days_lose_nothing(plan: Plan, data: st.DataObject) -> None:
    (one, other) = (data.draw(st.composite(slots)(plan))[:2] for _ in range(2))
    swapped = swap_days(plan, one, other)
    assert swap_days(swapped, one, other) == plan
    moved = move_days(plan, data.draw(st.composite(days)(plan)), *one)
    for after in (swapped, moved):
        assert {e.id: e for e in all_entries(after)} == {e.id: e for e in all_entries(plan)}
        assert after.waivers is plan.waivers
