"""Today in a dated plan: marked and said, and moved on at midnight."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.board.today import Today, place_of
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme


class Clock:
    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


@pytest.mark.parametrize(
    ("day", "place"),
    [
        (date(2026, 3, 1), None),
        (date(2026, 3, 2), (0, 0)),
        (date(2026, 3, 8), (0, 6)),
        (date(2026, 3, 10), (1, 1)),
        (date(2026, 3, 16), None),
    ],
)
def test_today_is_found_in_a_plan_that_holds_it(day: date, place: tuple[int, int] | None) -> None:
    plan = new_plan(2)
    assert place_of(plan, day) is None
    assert place_of(plan.replace(start="2026-03-02"), day) == place


def test_another_day_is_told_once(qtbot: QtBot) -> None:
    clock = Clock(date(2026, 3, 2))
    today = Today(clock)
    heard = []
    today.changed.connect(lambda: heard.append(today.date))
    today.look()
    clock.day = date(2026, 3, 3)
    today.look()
    today.look()
    assert heard == [date(2026, 3, 3)]


def test_the_board_marks_today_and_says_it(
    qtbot: QtBot, session: Session, selection: Selection, theme: Theme
) -> None:
    clock = Clock(date(2026, 3, 10))
    session.begin(new_plan(3).replace(start="2026-03-02"))
    board = BoardView(session, selection, theme, clock=clock)
    qtbot.addWidget(board)
    board.resize(900, 500)
    model, spoken = board.board, Qt.ItemDataRole.AccessibleTextRole
    assert model.today == (1, 1)
    assert "today" in str(model.data(model.index(1, 1), spoken))
    assert "today" not in str(model.data(model.index(1, 2), spoken))
    assert "this week" in str(model.headerData(1, Qt.Orientation.Vertical, spoken))
    before = board.grab().toImage()
    clock.day = date(2026, 3, 11)
    with qtbot.waitSignal(model.today_changed):
        model._clock.look()
    assert model.today == (1, 2)
    assert board.grab().toImage() != before
    session.apply("Undated", lambda plan: plan.replace(start=None))
    assert model.today is None
