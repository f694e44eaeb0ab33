"""What menus and keys do to the plan."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.commands import Commands
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

RAISE, HOLD, WALK = "bent-knee-calf-raise", "isometric-hold", "uphill-walk"


@pytest.fixture
def do(session: Session, selection: Selection) -> Commands:
    session.begin(new_plan(2))
    return Commands(session, selection)


def exercises(session: Session, week: int, day: int) -> list[str]:
    return [entry.exercise for entry in session.plan.weeks[week].days[day].entries]


def test_added_exercises_follow_each_other_and_are_selected(
    do: Commands, session: Session, selection: Selection
) -> None:
    do.add(RAISE)
    do.add(HOLD)
    assert exercises(session, 0, 0) == [RAISE, HOLD]
    selection.select(0, 0, "e1")
    do.add(WALK)
    assert exercises(session, 0, 0) == [RAISE, WALK, HOLD]
    assert selection.entry_id == "e3"


def test_move_wraps_from_sunday_to_monday_and_stops_at_the_ends(
    do: Commands, session: Session, selection: Selection
) -> None:
    selection.select(0, 6)
    do.add(RAISE)
    do.move(days=1)
    assert (selection.week, selection.day) == (1, 0)
    do.move(weeks=1)
    assert (selection.week, selection.day) == (1, 0)
    do.move(weeks=-1)
    assert exercises(session, 0, 0) == [RAISE]
    do.move(days=-1)
    assert exercises(session, 0, 0) == [RAISE]


def test_reorder_within_the_day(do: Commands, session: Session, selection: Selection) -> None:
    do.add(RAISE)
    do.add(HOLD)
    do.reorder(-1)
    assert exercises(session, 0, 0) == [HOLD, RAISE]
    do.reorder(-1)
    assert exercises(session, 0, 0) == [HOLD, RAISE]
    do.reorder(1)
    assert exercises(session, 0, 0) == [RAISE, HOLD]
    assert selection.entry_id == "e2"


def test_copy_and_paste_bring_a_copy_and_text_that_a_person_can_read(
    do: Commands, session: Session, selection: Selection
) -> None:
    do.add(RAISE)
    do.copy()
    assert QGuiApplication.clipboard().text().startswith("Bent-knee calf raise: 3 × 12")
    selection.select(1, 3)
    do.paste()
    assert exercises(session, 1, 3) == [RAISE]
    assert exercises(session, 0, 0) == [RAISE]


def test_what_was_cut_can_be_pasted(do: Commands, session: Session, selection: Selection) -> None:
    do.add(RAISE)
    do.cut()
    assert exercises(session, 0, 0) == []
    selection.select(1, 3)
    do.paste()
    assert exercises(session, 1, 3) == [RAISE]


def test_pasting_foreign_text_does_nothing(do: Commands, session: Session) -> None:
    QGuiApplication.clipboard().setText("Bent-knee calf raise")
    do.paste()
    assert session.stack.count() == 0


def test_delete_selects_what_is_left(do: Commands, session: Session, selection: Selection) -> None:
    for exercise in (RAISE, HOLD, WALK):
        do.add(exercise)
    selection.select(0, 0, "e2")
    do.delete()
    assert selection.entry_id == "e3"
    do.delete()
    do.delete()
    do.delete()
    assert exercises(session, 0, 0) == []
    assert session.stack.count() == 6


def test_weeks(do: Commands, session: Session, selection: Selection) -> None:
    do.add(RAISE)
    do.duplicate_week()  # the empty week 2 takes the copy
    assert exercises(session, 1, 0) == [RAISE]
    assert (len(session.plan.weeks), selection.week) == (2, 1)
    do.duplicate_week()
    assert (len(session.plan.weeks), selection.week) == (3, 2)
    do.delete_week()
    do.add_week()
    assert (len(session.plan.weeks), selection.week) == (3, 2)
    selection.select(0, 0)
    do.insert_week()
    assert exercises(session, 1, 0) == [RAISE]
    assert (len(session.plan.weeks), selection.week) == (4, 0)


def test_clear_the_day_is_one_step(do: Commands, session: Session, selection: Selection) -> None:
    do.add(RAISE)
    do.add(HOLD)
    do.clear_day()
    assert exercises(session, 0, 0) == []
    session.stack.undo()
    assert exercises(session, 0, 0) == [RAISE, HOLD]


def test_nothing_is_harmed_in_a_plan_without_weeks(do: Commands, session: Session) -> None:
    session.begin(new_plan(0))
    for act in (do.copy, do.cut, do.delete, do.paste, do.duplicate, do.clear_day):
        act()
    do.add(RAISE)
    do.move(days=1)
    do.reorder(1)
    do.delete_week()
    do.duplicate_week()
    do.set_kind("race")
    assert session.plan == new_plan(0)
    do.insert_week()
    assert len(session.plan.weeks) == 1


def test_a_full_day_refuses_one_more(do: Commands, session: Session) -> None:
    plan = session.plan
    for number in range(50):
        entry = session.guide.exercises[RAISE].entry(f"x{number}")
        plan = edits.add_entry(plan, Slot(0, 0, 0), entry)
    session.begin(plan)
    do.add(HOLD)
    assert len(session.plan.weeks[0].days[0].entries) == 50
