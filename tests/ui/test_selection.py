"""Many selected at once: what belongs to it, and how it follows the plan."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Week, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

RAISE = "bent-knee-calf-raise"
AT = ((0, 0), (0, 0), (0, 0), (0, 2), (1, 1), (2, 0))
"""Where e1 to e6 stand."""


@pytest.fixture
def chosen(session: Session, selection: Selection) -> Selection:
    plan = new_plan(3)
    for number, (week, day) in enumerate(AT):
        entry = session.guide.exercises[RAISE].entry(f"e{number + 1}")
        plan = edits.add_entry(plan, Slot(week, day, 9), entry)
    session.begin(plan)
    return selection


def test_one_day_is_selected_from_the_start(chosen: Selection) -> None:
    assert chosen.days == ((0, 0),)
    assert chosen.entry_ids == ()
    assert chosen.weeks == (0,)
    assert not chosen.whole_weeks


def test_one_entry_is_among_the_selected_ones(chosen: Selection) -> None:
    chosen.select(0, 2, "e4")
    assert chosen.entry_ids == ("e4",)
    assert chosen.days == ((0, 2),)


def test_toggling_adds_in_the_order_of_the_plan_and_takes_away(chosen: Selection) -> None:
    chosen.select(1, 1, "e5")
    chosen.toggle(0, 0, "e2")
    assert chosen.entry_ids == ("e2", "e5")
    assert chosen.entry_id == "e2"
    assert chosen.days == ((0, 0), (1, 1))
    chosen.toggle(0, 0, "e2")
    assert (chosen.entry_ids, chosen.entry_id, chosen.days) == (("e5",), "e5", ((1, 1),))
    chosen.toggle(1, 1, "e5")
    assert (chosen.entry_ids, chosen.entry_id, chosen.days) == ((), None, ((1, 1),))


def test_a_click_that_misses_a_chip_does_not_cost_the_others(chosen: Selection) -> None:
    chosen.select_entries(["e1", "e5"])
    chosen.toggle(2, 6)
    assert chosen.entry_ids == ("e1", "e5")


def test_days_are_toggled_until_one_is_left(chosen: Selection) -> None:
    chosen.select(0, 0)
    chosen.toggle(1, 3)
    assert chosen.days == ((0, 0), (1, 3))
    assert (chosen.week, chosen.day) == (1, 3)
    chosen.toggle(1, 3)
    chosen.toggle(0, 0)
    assert chosen.days == ((0, 0),)


def test_in_one_day_the_run_of_entries_is_taken(chosen: Selection) -> None:
    chosen.select(0, 0, "e3")
    chosen.extend_to(0, 0, "e2")
    assert (chosen.entry_ids, chosen.entry_id) == (("e2", "e3"), "e2")
    chosen.extend_to(0, 0)
    assert chosen.entry_ids == ("e1", "e2", "e3")
    chosen.extend_to(0, 0, "e3")  # it began there: it shrinks again
    assert chosen.entry_ids == ("e3",)


def test_over_several_days_the_block_of_weeks_and_days_is_taken(chosen: Selection) -> None:
    chosen.select(1, 1, "e5")
    chosen.extend_to(0, 2, "e4")
    assert chosen.entry_ids == ("e4", "e5")
    chosen.extend_to(0, 0)
    assert chosen.entry_ids == ("e1", "e2", "e3", "e5")
    assert (chosen.week, chosen.day, chosen.entry_id) == (0, 0, None)
    chosen.select(0, 1)
    chosen.extend_to(1, 2, "e4")
    assert chosen.days == ((0, 1), (0, 2), (1, 1), (1, 2))
    assert chosen.entry_ids == ()


def test_weeks_are_taken_by_their_heads(chosen: Selection) -> None:
    chosen.select_weeks([2])
    assert (chosen.weeks, chosen.whole_weeks, len(chosen.days)) == ((2,), True, 7)
    chosen.extend_to_week(1)
    assert chosen.weeks == (1, 2)
    chosen.toggle_week(0)
    chosen.toggle_week(1)
    assert (chosen.weeks, chosen.week) == ((0, 2), 2)
    chosen.toggle(1, 5)  # a day: no longer whole weeks
    assert (chosen.days, chosen.whole_weeks) == (((1, 5),), False)


def test_all_takes_every_entry_or_in_an_empty_plan_every_week(
    chosen: Selection, session: Session
) -> None:
    chosen.select(1, 1, "e5")
    chosen.select_all()
    assert chosen.entry_ids == ("e1", "e2", "e3", "e4", "e5", "e6")
    assert chosen.entry_id == "e5"
    session.begin(new_plan(2))
    chosen.select_all()
    assert (chosen.weeks, chosen.whole_weeks) == ((0, 1), True)
    session.begin(new_plan(0))
    chosen.select_all()
    assert (chosen.week, chosen.days, chosen.weeks) == (-1, (), ())


def test_it_follows_entries_that_move_and_lets_go_of_the_deleted(
    chosen: Selection, session: Session
) -> None:
    chosen.select_entries(["e1", "e4", "e6"], "e4")
    session.apply("Move", lambda plan: edits.move_entry(plan, "e1", Slot(2, 5, 0)))
    assert chosen.entry_ids == ("e4", "e6", "e1")
    assert chosen.days == ((0, 2), (2, 0), (2, 5))
    session.apply("Delete", lambda plan: edits.delete_entry(plan, "e4"))
    assert chosen.entry_ids == ("e6", "e1")
    assert (chosen.week, chosen.day, chosen.entry_id) == (2, 0, "e6")
    session.apply("Delete", lambda plan: edits.delete_week(plan, 2))
    assert (chosen.entry_ids, chosen.entry_id, chosen.days) == ((), None, ((1, 0),))


def test_it_follows_the_plan_when_weeks_come_and_go(chosen: Selection, session: Session) -> None:
    chosen.select_weeks([1, 2])
    session.apply("Delete", lambda plan: edits.delete_week(plan, 2))
    assert (chosen.weeks, chosen.whole_weeks) == ((1,), True)
    session.apply("Insert", lambda plan: edits.insert_week(plan, 0, Week()))
    assert all(week < 3 for week in chosen.weeks)
    session.begin(new_plan(0))
    assert (chosen.week, chosen.days, chosen.whole_weeks) == (-1, (), False)
    session.begin(new_plan(1))
    assert (chosen.week, chosen.days) == (0, ((0, 0),))


def test_it_has_no_week_while_a_plan_without_weeks_gives_way(
    chosen: Selection, session: Session
) -> None:
    session.apply("Delete", lambda plan: plan.replace(weeks=()))
    seen: list[object] = []
    session.stack.indexChanged.connect(lambda: seen.append(chosen.current_day))
    session.begin(new_plan(1))  # the history goes before the plan does
    assert seen == [None]
    assert chosen.current_day is session.plan.weeks[0].days[0]


def test_it_says_so_only_when_it_is_another(chosen: Selection, qtbot: QtBot) -> None:
    chosen.select_entries(["e1", "e2"])
    with qtbot.assertNotEmitted(chosen.changed):
        chosen.select_entries(["e2", "e1"])
    with qtbot.waitSignal(chosen.changed):
        chosen.select(0, 0, "e2")  # the current one still, the other no more
