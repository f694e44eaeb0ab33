"""Which entries stand in which week: what is kept says what a look through the plan says."""

from __future__ import annotations

from hypothesis import given

from soleus_desktop.plan import edits, ids
from soleus_desktop.plan.model import Day, Entry, Plan, Steps, Week, new_plan
from soleus_desktop.plan.place import Slot
from tests.build import plan_of
from tests.strategies import plans


def looked_up(plan: Plan) -> set[str]:
    return {entry.id for week in plan.weeks for day in week.days for entry in day.entries}


@given(plans())
def test_what_is_kept_of_weeks_is_what_stands_in_them(plan: Plan) -> None:
    there = looked_up(plan)
    assert ids.entry_ids(plan) == there
    assert ids.holds_all(plan, there)
    assert not ids.holds_all(plan, {*there, "nobody calls an entry so"})
    for name in (*there, "nobody calls an entry so"):
        assert ids.holds(plan, name) == (name in there)
        rows = [at for at, _ in ids.weeks_with(plan, {name})]
        assert all(name in ids.ids_in(plan.weeks[row]) for row in rows)
        assert len(rows) == (name in there)


def test_new_ids_are_those_that_came_and_not_those_that_moved() -> None:
    plan = plan_of(["w1 mon: uphill-walk", "w2 mon: uphill-walk", "w4 tue: uphill-walk"])
    moved = edits.move_entry(plan, "e1", Slot(2, 3, 0))
    copied = edits.copy_entry(plan, "e1", Slot(1, 3, 0))
    assert ids.new_ids(plan, moved) == set()
    assert ids.new_ids(plan, copied) == {"e4"}
    assert ids.new_ids(copied, plan) == set()
    assert ids.new_ids(plan, edits.duplicate_week(plan, 1)) == {"e4"}
    assert ids.new_ids(new_plan(3), plan) == {"e1", "e2", "e3"}


def test_many_plans_later_the_answer_is_the_same() -> None:
    for number in range(ids.MOST_KEPT + 10):
        entry = Entry(id=f"e{number}", exercise="x", dose=Steps(sets=1, steps=1))
        week = Week(days=(Day(entries=(entry,)), *(Day(),) * 6))
        assert ids.ids_in(week) == {f"e{number}"}
    assert len(ids._kept) <= ids.MOST_KEPT
