"""Selecting many on the board: by clicks, by keys, by a band, by the heads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
AT = ((0, 0), (0, 0), (0, 0), (0, 2), (1, 1), (2, 0))
"""Where e1 to e6 stand."""


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    plan = new_plan(3)
    for number, (week, day) in enumerate(AT):
        entry = session.guide.exercises["bent-knee-calf-raise"].entry(f"e{number + 1}")
        plan = edits.add_entry(plan, Slot(week, day, 9), entry)
    session.begin(plan)
    view = BoardView(session, selection, theme)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def chip(board: BoardView, week: int, day: int, position: int = 0) -> QPoint:
    cell = board.visualRect(board.board.index(week, day))
    return board.delegate.lines.chip_rect(cell, position).center()


def ground(board: BoardView, week: int, day: int) -> QPoint:
    """A point of a day near its lower right corner, where no chip is."""
    return board.visualRect(board.board.index(week, day)).bottomRight() - QPoint(3, 3)


def head(board: BoardView, week: int) -> QPoint:
    return QPoint(20, board.weeks.sectionViewportPosition(week) + 10)


def ids(selection: Selection) -> tuple[str, ...]:
    return selection.entry_ids


def weeks(selection: Selection) -> tuple[int, ...]:
    return selection.weeks


def click(board: BoardView, at: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(board.viewport(), LEFT, keys, at)


def test_clicks_with_ctrl_and_shift(board: BoardView, selection: Selection) -> None:
    click(board, chip(board, 0, 0, 1))
    click(board, chip(board, 1, 1), CTRL)
    assert ids(selection) == ("e2", "e5")
    click(board, ground(board, 2, 5), CTRL)  # missed
    assert ids(selection) == ("e2", "e5")
    click(board, chip(board, 1, 1), CTRL)
    assert ids(selection) == ("e2",)
    click(board, chip(board, 0, 0, 2), SHIFT)
    assert ids(selection) == ("e2", "e3")
    click(board, chip(board, 0, 2), SHIFT)
    assert ids(selection) == ("e1", "e2", "e3", "e4")
    click(board, chip(board, 2, 0))
    assert ids(selection) == ("e6",)


def test_days_are_selected_by_their_ground(board: BoardView, selection: Selection) -> None:
    click(board, ground(board, 0, 1))
    click(board, ground(board, 1, 3), SHIFT)
    assert selection.days == tuple((week, day) for week in (0, 1) for day in (1, 2, 3))
    assert ids(selection) == ()
    click(board, ground(board, 2, 6), CTRL)
    assert (2, 6) in selection.days
    click(board, ground(board, 2, 6), CTRL)
    assert (2, 6) not in selection.days
    click(board, ground(board, 0, 1))
    assert selection.days == ((0, 1),)


def test_a_press_on_one_of_several_keeps_them_until_the_release(
    board: BoardView, selection: Selection
) -> None:
    selection.select_entries(["e1", "e5"], "e1")
    QTest.mousePress(board.viewport(), LEFT, NONE, chip(board, 1, 1))
    assert ids(selection) == ("e1", "e5")
    QTest.mouseRelease(board.viewport(), LEFT, NONE, chip(board, 1, 1))
    assert ids(selection) == ("e5",)


def test_the_menu_of_one_of_several_is_that_of_all(board: BoardView, selection: Selection) -> None:
    selection.select_entries(["e1", "e5"], "e1")
    QTest.mouseClick(board.viewport(), RIGHT, NONE, chip(board, 1, 1))
    assert (ids(selection), selection.entry_id) == (("e1", "e5"), "e5")
    QTest.mouseClick(board.viewport(), RIGHT, NONE, chip(board, 2, 0))
    assert ids(selection) == ("e6",)


def drag_band(
    board: BoardView, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE
) -> None:
    QTest.mousePress(board.viewport(), LEFT, keys, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(board.viewport(), start + (end - start) * share)
    QTest.mouseRelease(board.viewport(), LEFT, keys, end)


def test_a_band_selects_the_chips_that_it_touches(board: BoardView, selection: Selection) -> None:
    below = ground(board, 0, 1)
    drag_band(board, below, chip(board, 0, 0, 1))
    assert ids(selection) == ("e2", "e3")
    assert not board._pointing._band.active
    drag_band(board, ground(board, 1, 2), chip(board, 1, 1), CTRL)
    assert ids(selection) == ("e2", "e3", "e5")
    drag_band(board, ground(board, 1, 4), ground(board, 2, 5))  # no chip there
    assert selection.days == ((1, 4), (1, 5), (2, 4), (2, 5))


def test_a_band_from_below_the_last_week_goes_up_into_it(
    board: BoardView, selection: Selection
) -> None:
    last = board.visualRect(board.board.index(2, 0))
    assert last.bottom() + 20 < board.viewport().height()
    drag_band(board, QPoint(20, last.bottom() + 15), chip(board, 2, 0))
    assert ids(selection) == ("e6",)


def test_week_heads_select_weeks(board: BoardView, selection: Selection) -> None:
    heads = board.weeks.viewport()
    QTest.mouseClick(heads, LEFT, NONE, head(board, 0))
    assert selection.whole_weeks
    assert (weeks(selection), selection.week) == ((0,), 0)
    QTest.mouseClick(heads, LEFT, SHIFT, head(board, 2))
    assert weeks(selection) == (0, 1, 2)
    QTest.mouseClick(heads, LEFT, CTRL, head(board, 1))
    assert weeks(selection) == (0, 2)
    QTest.mouseClick(heads, LEFT, NONE, head(board, 2))
    assert weeks(selection) == (2,)


def test_weekday_heads_select_columns(board: BoardView, selection: Selection) -> None:
    days: QHeaderView = board.horizontalHeader()

    def at(day: int) -> QPoint:
        return QPoint(days.sectionViewportPosition(day) + 10, 8)

    QTest.mouseClick(days.viewport(), LEFT, NONE, at(1))
    assert selection.days == ((0, 1), (1, 1), (2, 1))
    QTest.mouseClick(days.viewport(), LEFT, SHIFT, at(2))
    assert len(selection.days) == 6
    QTest.mouseClick(days.viewport(), LEFT, CTRL, at(5))
    assert {day for _, day in selection.days} == {1, 2, 5}
    QTest.mouseClick(days.viewport(), LEFT, CTRL, at(1))
    assert {day for _, day in selection.days} == {2, 5}


def test_arrows_with_shift_extend_and_escape_lets_go(
    board: BoardView, selection: Selection
) -> None:
    selection.select(0, 0, "e2")
    QTest.keyClick(board, Qt.Key.Key_Down, SHIFT)
    assert ids(selection) == ("e2", "e3")
    QTest.keyClick(board, Qt.Key.Key_Down, SHIFT)
    assert ids(selection) == ("e1", "e2", "e3")
    assert (selection.week, selection.day) == (1, 0)
    QTest.keyClick(board, Qt.Key.Key_Right, SHIFT)
    assert ids(selection) == ("e1", "e2", "e3", "e5")
    QTest.keyClick(board, Qt.Key.Key_Escape)
    assert ids(selection) == ()
    selection.select(1, 2)
    QTest.keyClick(board, Qt.Key.Key_End, SHIFT)
    QTest.keyClick(board, Qt.Key.Key_PageUp, SHIFT)
    assert selection.days == tuple((week, day) for week in (0, 1) for day in range(2, 7))
    QTest.keyClick(board, Qt.Key.Key_Right)
    assert len(selection.days) == 1


def test_what_is_selected_shows(board: BoardView, selection: Selection) -> None:
    def picture(at: QPoint) -> object:
        return board.viewport().grab().toImage().copy(at.x() - 70, at.y() - 30, 140, 60)

    one, other = chip(board, 0, 0, 1), chip(board, 1, 1)
    day = ground(board, 2, 4)
    selection.select(2, 2)
    plain = [picture(at) for at in (one, other, day)]
    selection.select_entries(["e2", "e5"])
    chosen = [picture(at) for at in (one, other, day)]
    assert plain[0] != chosen[0]
    assert plain[1] != chosen[1]
    assert plain[2] == chosen[2]
    heads = board.weeks.viewport().grab().toImage()
    selection.select_weeks([1])
    assert board.weeks.viewport().grab().toImage() != heads
    selection.select_days([(2, 4), (2, 2)])
    assert board.weeks.viewport().grab().toImage() == heads
    assert picture(day) != plain[2]
    assert [picture(at) for at in (one, other)] == plain[:2]
