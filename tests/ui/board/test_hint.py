"""What an empty board says: there while nothing is planned, never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.board.hint import BoardHint
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.mime import exercise_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of
from tests.ui.drag import drag_to, hover

RAISE = "bent-knee-calf-raise"


@pytest.fixture
def board(session: Session, selection: Selection, theme: Theme, qtbot: QtBot) -> BoardView:
    board = BoardView(session, selection, theme)
    qtbot.addWidget(board)
    board.resize(900, 500)
    board.show()
    return board


@pytest.fixture
def hint(session: Session, board: BoardView) -> BoardHint:
    return BoardHint(session, board)


def test_it_goes_with_the_first_entry_and_comes_back(session: Session, hint: BoardHint) -> None:
    assert hint.isVisible()
    session.begin(plan_of([f"w1 mon: {RAISE} 3x12"]))
    assert not hint.isVisible()
    session.begin(new_plan(0))
    assert hint.isVisible()
    assert hint.head.text() == "This plan has no weeks"


def test_it_stands_below_the_weeks_or_at_the_foot(
    session: Session, board: BoardView, hint: BoardHint
) -> None:
    session.begin(new_plan(1))
    assert hint.y() > board.visualRect(board.board.index(0, 0)).bottom()
    session.begin(new_plan(30))
    assert board.rect().contains(hint.geometry())
    board.resize(500, 300)
    QApplication.processEvents()
    assert board.rect().contains(hint.geometry())


def test_all_of_its_text_is_seen(hint: BoardHint, board: BoardView) -> None:
    for width in (420, 900):
        board.resize(width, 600)
        QApplication.processEvents()
        hint.layout().activate()
        text = hint.text
        assert text.height() >= text.heightForWidth(text.width())


def test_clicks_and_drops_go_through_to_the_day_below(
    session: Session, selection: Selection, board: BoardView, hint: BoardHint, qtbot: QtBot
) -> None:
    session.begin(new_plan(30))
    below = board.viewport().mapFrom(board, hint.geometry().center())
    assert board.childAt(hint.geometry().center()) is board.viewport()
    index = board.indexAt(below)
    assert index.isValid()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert (selection.week, selection.day) == (index.row(), index.column())
    data = exercise_data(RAISE)
    assert hover(board.viewport(), data, below)
    assert not hint.isVisible()  # it would hide what the drop does
    assert drag_to(board.viewport(), data, below)
    assert session.plan.weeks[index.row()].days[index.column()].entries


def test_it_comes_back_when_a_drag_leaves(board: BoardView, hint: BoardHint) -> None:
    assert hover(board.viewport(), exercise_data(RAISE), QPoint(50, 50))
    assert not hint.isVisible()
    board.hovered.emit("")
    assert hint.isVisible()
