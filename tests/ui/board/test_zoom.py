"""Zoom and density: within bounds, by wheel and keys, to fit; the place stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.board.zoom import FITS_AT_MOST, LEAST, LEAST_AT_FIRST, MOST, USUAL
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

CTRL, NO_KEYS = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
TWELVE = "; ".join(["bent-knee-calf-raise 3x12"] * 12)


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    session.begin(plan_of([f"w{week} mon: uphill-walk" for week in range(1, 31)]))
    view = BoardView(session, selection, theme)
    qtbot.addWidget(view)
    view.resize(860, 500)
    view.show()
    qtbot.waitExposed(view)
    return view


def turn(board: BoardView, angle: int, keys: Qt.KeyboardModifier = CTRL) -> None:
    at = QPointF(board.viewport().rect().center())
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        at, board.mapToGlobal(at), QPoint(), QPoint(0, angle), buttons, keys, phase, False
    )
    QApplication.sendEvent(board.viewport(), event)


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(board: BoardView) -> None:
    turn(board, 120)
    assert (board.zoom.percent, board.verticalScrollBar().value()) == (110, 0)
    turn(board, -240)
    assert board.zoom.percent == 90
    turn(board, -120, NO_KEYS)
    assert board.zoom.percent == 90
    assert board.verticalScrollBar().value() > 0


def test_small_turns_of_a_touchpad_add_up(board: BoardView) -> None:
    for _ in range(7):
        turn(board, 30)
    assert board.zoom.percent == 110


def test_zoom_stays_within_its_bounds(board: BoardView) -> None:
    board.zoom.by(100)
    assert board.zoom.percent == MOST
    board.zoom.by(-100)
    assert board.zoom.percent == LEAST
    board.zoom.set(1, compact=True)
    assert (board.zoom.percent, board.zoom.compact) == (LEAST, True)
    board.zoom.reset()
    assert (board.zoom.percent, board.zoom.compact) == (USUAL, True)


def test_a_step_goes_to_the_next_full_one(board: BoardView) -> None:
    board.zoom.set(85, compact=False)
    board.zoom.by(1)
    assert board.zoom.percent == 90
    board.zoom.set(85, compact=False)
    board.zoom.by(-1)
    assert board.zoom.percent == 80


def test_rows_grow_with_zoom_and_shrink_when_compact(board: BoardView) -> None:
    board.zoom.set(150, compact=False)
    session = board._session
    session.begin(plan_of([f"w1 mon: {TWELVE}"]))
    large = board.rowHeight(0)
    board.zoom.reset()
    usual = board.rowHeight(0)
    board.zoom.toggle_compact()
    compact = board.rowHeight(0)
    assert large > usual > compact
    lines = board.delegate.lines
    cell = board.visualRect(board.board.index(0, 0))
    last = lines.chip_rect(cell, 11)
    assert last.bottom() < lines.foot_top(cell) <= cell.bottom() - lines.foot
    assert board.font() == QApplication.font(board)  # dialogs of the board keep their size


def test_the_week_at_the_top_stays_there(board: BoardView) -> None:
    board.scrolling.show(12.5)
    for percent, compact in ((160, False), (60, True), (100, False)):
        board.zoom.set(percent, compact=compact)
        assert board.scrolling.visible()[0] == pytest.approx(12.5, abs=0.02)


@pytest.mark.parametrize(("width", "compact"), [(520, True), (600, False), (860, False)])
def test_fit_shows_seven_days_side_by_side(board: BoardView, width: int, compact: bool) -> None:
    board.resize(width, 500)
    board.zoom.set(MOST, compact=compact)
    assert board.horizontalScrollBar().maximum() > 0
    board.fit()
    assert board.horizontalScrollBar().maximum() == 0
    assert LEAST <= board.zoom.percent <= FITS_AT_MOST


def test_fit_shows_all_of_a_short_plan(board: BoardView) -> None:
    board._session.begin(new_plan(4))
    board.zoom.set(MOST, compact=False)
    board.fit()
    assert board.verticalScrollBar().maximum() == 0
    board._session.begin(new_plan(0))
    board.zoom.set(LEAST, compact=False)
    board.fit()
    assert board.zoom.percent > USUAL


def test_a_font_told_in_pixels_is_scaled_too(board: BoardView) -> None:
    font = QFont("Source Sans 3")
    font.setPixelSize(20)
    board.zoom.set(150, compact=False)
    assert board.zoom.font(font).pixelSize() == 30


@pytest.mark.parametrize(("width", "percent"), [(1000, USUAL), (720, 90), (500, LEAST_AT_FIRST)])
def test_at_first_it_begins_with_seven_days_where_they_stay_easy_to_read(
    board: BoardView, qtbot: QtBot, width: int, percent: int
) -> None:
    board.hide()
    board.resize(width, 500)
    board.begin_with_days()
    board.show()
    qtbot.wait(20)
    assert abs(board.zoom.percent - percent) <= 5
    assert (board.horizontalScrollBar().maximum() == 0) == (width > 500)
    board.zoom.set(USUAL, compact=False)  # a person's own choice stays
    board.hide()
    board.show()
    qtbot.wait(20)
    assert board.zoom.percent == USUAL
