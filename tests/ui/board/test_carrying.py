"""Dragging by keys alone, each step said."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.carrying import KEYS
from soleus_desktop.ui.board.steps import carried_on
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

RAISE, HOLD, WALK = "bent-knee-calf-raise", "isometric-hold", "uphill-walk"
AT = ((RAISE, 0, 0), (HOLD, 0, 0), (RAISE, 0, 2), (WALK, 1, 6))
"""Where e1 to e4 stand."""
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    plan = new_plan(3)
    for number, (exercise, week, day) in enumerate(AT):
        arriving = session.guide.exercises[exercise]
        entry = arriving.entry(f"e{number + 1}")
        plan = edits.add_entry(plan, Slot(week, day, 9), entry, arriving.day_kind)
    session.begin(plan)
    view = BoardView(session, selection, theme)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def said(board: BoardView) -> list[str]:
    heard: list[str] = []
    board.hovered.connect(heard.append)
    return heard


def press(board: BoardView, *keys: Key) -> None:
    for key in keys:
        QTest.keyClick(board, key)


def stand(plan: Plan) -> dict[str, tuple[int, int]]:
    """Where each entry stands."""
    return {
        entry.id: (w, d)
        for w, week in enumerate(plan.weeks)
        for d, day in enumerate(week.days)
        for entry in day.entries
    }


def test_a_chip_is_carried_to_another_day(
    board: BoardView, session: Session, selection: Selection, said: list[str]
) -> None:
    selection.select(0, 0, "e1")
    press(board, Key.Key_Space)
    assert board.delegate.dragged == {"e1"}
    assert said[-1] == f"Move Bent-knee calf raise to Week 1, Monday. {KEYS}"
    press(board, Key.Key_Right, Key.Key_PageDown)
    assert said[-1].startswith("Move Bent-knee calf raise to Week 2, Tuesday")
    assert session.stack.count() == 0
    press(board, Key.Key_Space)
    assert stand(session.plan)["e1"] == (1, 1)
    assert (selection.week, selection.day, selection.entry_id) == (1, 1, "e1")
    assert session.stack.count() == 1
    assert said[-1] == ""
    assert board.delegate.drop is None
    assert not board.delegate.dragged


def test_it_is_put_between_others(board: BoardView, session: Session, selection: Selection) -> None:
    selection.select(0, 2, "e3")
    press(board, Key.Key_Space, Key.Key_Left, Key.Key_Left, Key.Key_Down)
    assert board.delegate.drop == Slot(0, 0, 1)
    press(board, Key.Key_Return)
    assert [entry.id for entry in session.plan.weeks[0].days[0].entries] == ["e1", "e3", "e2"]


def test_no_key_is_spent_on_the_place_right_behind_itself(
    board: BoardView, selection: Selection
) -> None:
    selection.select(0, 2, "e3")
    press(board, Key.Key_Space, Key.Key_Down)
    assert board.delegate.drop == Slot(1, 2, 0)
    press(board, Key.Key_Up)
    assert board.delegate.drop == Slot(0, 2, 0)
    press(board, Key.Key_Escape)
    selection.select(0, 0, "e1")
    press(board, Key.Key_Space, Key.Key_Down)
    assert board.delegate.drop == Slot(0, 0, 2)  # behind the other one


def test_ctrl_space_copies(board: BoardView, session: Session, selection: Selection) -> None:
    selection.select_entries(["e1", "e2"])
    press(board, Key.Key_Space, Key.Key_Right)
    QTest.keyClick(board, Key.Key_Space, CTRL)
    assert len(session.plan.weeks[0].days[0].entries) == 2
    assert [entry.exercise for entry in session.plan.weeks[0].days[1].entries] == [RAISE, HOLD]


@pytest.mark.parametrize("how", ["escape", "focus", "edit", "mouse"])
def test_it_is_let_go_without_a_change(
    board: BoardView, session: Session, selection: Selection, said: list[str], how: str
) -> None:
    before = session.plan
    selection.select(0, 0, "e1")
    press(board, Key.Key_Space, Key.Key_Right)
    if how == "escape":
        press(board, Key.Key_Escape)
    elif how == "focus":
        board.clearFocus()
    elif how == "edit":
        session.apply("Note", lambda plan: edits.set_day(plan, 0, 0, note="slowly"))
        session.stack.undo()
    else:
        QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=board.rect().center())
    assert said[-1] == ""
    assert board.delegate.drop is None
    assert board.delegate.preview == {}
    assert session.plan is before


def test_the_place_is_brought_into_sight(
    board: BoardView, session: Session, selection: Selection
) -> None:
    plan = session.plan
    for number in range(30):
        entry = session.guide.exercises[RAISE].entry(f"x{number}")
        plan = edits.add_entry(plan, Slot(2, 3, 0), entry)
    session.begin(plan)
    selection.select(0, 0, "e1")
    press(board, Key.Key_Space, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    press(board, Key.Key_PageDown, Key.Key_PageDown, *[Key.Key_Down] * 25)
    slot = board.delegate.drop
    assert slot == Slot(2, 3, 25)
    assert board.viewport().rect().contains(board._places.chip(slot).center())
    press(board, *[Key.Key_Up] * 25)
    assert board.viewport().rect().contains(board._places.chip(Slot(2, 3, 0)).center())


def test_other_keys_change_nothing_meanwhile(
    board: BoardView, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select(0, 0, "e1")
    with qtbot.assertNotEmitted(board.typed), qtbot.assertNotEmitted(board.activated_entry):
        press(board, Key.Key_Space, Key.Key_B, Key.Key_F2, Key.Key_Tab)
    assert board.delegate.dragged == {"e1"}


def test_what_would_not_be_possible_is_said(
    board: BoardView, session: Session, selection: Selection, said: list[str]
) -> None:
    before = session.plan
    selection.select_entries(["e1", "e3"], "e3")
    press(board, Key.Key_Space, Key.Key_Home)
    assert "not possible, that would be outside the plan" in said[-1]
    press(board, Key.Key_Space)
    assert session.plan is before


def test_weeks_go_between_weeks(
    board: BoardView, session: Session, selection: Selection, said: list[str]
) -> None:
    weeks = session.plan.weeks
    selection.select_weeks([0])
    press(board, Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert said[-1] == "Move 1 week to the end"
    press(board, Key.Key_Space)
    assert session.plan.weeks == (weeks[1], weeks[2], weeks[0])
    assert selection.weeks == (2,)


def test_days_are_carried_too(board: BoardView, session: Session, selection: Selection) -> None:
    selection.select_days([(0, 0), (0, 2)], (0, 0))
    press(board, Key.Key_Space, Key.Key_PageDown, Key.Key_Space)
    assert stand(session.plan)["e3"] == (1, 2)
    assert selection.days == ((1, 0), (1, 2))


def test_an_empty_day_is_not_picked_up(board: BoardView, selection: Selection) -> None:
    selection.select(2, 2)
    press(board, Key.Key_Space)
    assert not board._carrying.active


def test_an_exercise_of_the_library_is_carried(
    board: BoardView, session: Session, selection: Selection, said: list[str]
) -> None:
    selection.select(1, 1)
    board.carry(HOLD)
    press(board, Key.Key_Right, Key.Key_Space)
    assert [entry.exercise for entry in session.plan.weeks[1].days[2].entries] == [HOLD]
    assert any("Add Isometric soleus hold to Week 2, Wednesday" in one for one in said)


def test_a_place_is_carried_through_a_day_and_into_the_next_week(board: BoardView) -> None:
    plan = board.board.plan
    at, way = Slot(0, 0, 0), []
    for _ in range(4):
        at = carried_on(plan, at, 1, 0, by_week=False)
        way.append(at)
    assert way == [Slot(0, 0, 1), Slot(0, 0, 2), Slot(1, 0, 0), Slot(2, 0, 0)]
    assert carried_on(plan, Slot(1, 0, 0), -1, 0, by_week=False) == Slot(0, 0, 2)
    assert carried_on(plan, Slot(0, 0, 2), 0, 1, by_week=False) == Slot(0, 1, 0)
    assert carried_on(plan, Slot(0, 0, 0), -1, 0, by_week=False) == Slot(0, 0, 0)
    assert carried_on(plan, Slot(0, 6, 0), 0, 1, by_week=False) == Slot(0, 6, 0)
    assert carried_on(plan, Slot(2, 0, 0), 2, 0, by_week=False) == Slot(2, 0, 0)
