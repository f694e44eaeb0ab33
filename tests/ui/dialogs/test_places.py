"""Naming a place to move to, and a number of copies: what it would bring is said before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.dialog_edits import DialogEdits
from soleus_desktop.ui.dialogs.how_often import HowOftenDialog
from soleus_desktop.ui.dialogs.move_to import MoveToDialog
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.week_commands import WeekCommands
from tests.build import plan_of

Key = Qt.Key


@pytest.fixture
def asks(session: Session, selection: Selection, theme: Theme, window: QWidget) -> DialogEdits:
    """Over a plan of e1 and e2 on Monday, e3 on Friday, a walk e4 in week 2, and week 3."""
    session.begin(
        plan_of(
            [
                "w1 mon: bent-knee-calf-raise; isometric-hold",
                "w1 fri: bent-knee-calf-raise 4x15",
                "w2 wed recovery: uphill-walk",
                "w3 wed: bent-knee-calf-raise",
            ]
        )
    )
    return DialogEdits(session, selection, lambda: theme, window)


def opened(qtbot: QtBot, ask: Callable[[], object]) -> QDialog:
    ask()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.waitExposed(dialog)
    return dialog


def stand(session: Session) -> dict[str, tuple[int, int, int]]:
    """Where each entry stands: week, day, position."""
    return {
        entry.id: (w, d, p)
        for w, week in enumerate(session.plan.weeks)
        for d, day in enumerate(week.days)
        for p, entry in enumerate(day.entries)
    }


def test_an_entry_goes_by_keys_to_the_place_that_is_named(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select(0, 4, "e3")
    dialog = opened(qtbot, asks.move_to)
    assert isinstance(dialog, MoveToDialog)
    QTest.keyClicks(dialog.week, "1")
    dialog.day.setFocus()
    QTest.keyClicks(dialog.day, "mon")
    assert [dialog.position.itemText(at) for at in range(3)] == [
        "At the end",
        "Before 1: Bent-knee calf raise",
        "Before 2: Isometric soleus hold",
    ]
    dialog.position.setFocus()
    QTest.keyClick(dialog.position, Key.Key_Down)
    QTest.keyClick(dialog.position, Key.Key_Down)
    assert session.stack.count() == 0
    QTest.keyClick(dialog, Key.Key_Return)
    assert stand(session)["e3"] == (0, 0, 1)
    assert session.stack.count() == 1
    assert selection.entry_id == "e3"


def test_it_says_before_what_would_come_of_it(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select(1, 2, "e4")
    dialog = opened(qtbot, asks.move_to)
    assert isinstance(dialog, MoveToDialog)
    assert "no finding" in dialog.outcome.text
    QTest.keyClicks(dialog.week, "1")
    dialog.day.setFocus()
    QTest.keyClicks(dialog.day, "mon")
    assert "Uphill walk on a training day" in dialog.outcome.text
    before = session.plan
    QTest.keyClick(dialog, Key.Key_Escape)
    assert session.plan is before


def test_what_is_not_possible_cannot_be_asked_for(
    asks: DialogEdits, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_entries(["e1", "e3"], "e3")
    dialog = opened(qtbot, asks.move_to)
    assert isinstance(dialog, MoveToDialog)
    assert not dialog.position.isVisible()
    dialog.day.setFocus()
    QTest.keyClicks(dialog.day, "tue")
    assert "outside the plan" in dialog.outcome.text
    assert not dialog.do.isEnabled()
    dialog.reject()


def test_copies_leave_what_they_are_of(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_days([(0, 0), (0, 4)], (0, 0))
    dialog = opened(qtbot, lambda: asks.move_to(copy=True))
    assert isinstance(dialog, MoveToDialog)
    QTest.keyClicks(dialog.week, "3")
    QTest.keyClick(dialog, Key.Key_Return)
    assert len(stand(session)) == 8
    assert selection.days == ((2, 0), (2, 4))


def test_weeks_go_before_the_week_that_is_named(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    weeks = session.plan.weeks
    selection.select_weeks([0])
    dialog = opened(qtbot, asks.move_to)
    assert isinstance(dialog, MoveToDialog)
    assert not dialog.day.isVisible()
    QTest.keyClicks(dialog.week, "4")
    QTest.keyClick(dialog, Key.Key_Return)
    assert session.plan.weeks == (weeks[1], weeks[2], weeks[0])


def test_an_empty_day_goes_nowhere_and_that_is_said(
    asks: DialogEdits, session: Session, selection: Selection, window: QWidget, qtbot: QtBot
) -> None:
    selection.select(2, 6)
    with qtbot.waitSignal(session.refused):
        asks.move_to()
    assert window.findChildren(QDialog) == []


def test_weeks_are_duplicated_so_often(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select(0, 0)
    commands = WeekCommands(session, selection)
    dialog = opened(qtbot, lambda: asks.duplicate_weeks(commands))
    assert isinstance(dialog, HowOftenDialog)
    QTest.keyClicks(dialog.number, "5")
    assert "weeks 2\u20136" in dialog.long.text()
    QTest.keyClick(dialog, Key.Key_Return)
    assert len(session.plan.weeks) == 8
    assert selection.week == 5


def test_more_weeks_than_a_plan_holds_are_refused(
    asks: DialogEdits, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select(0, 0)
    commands = WeekCommands(session, selection)
    dialog = opened(qtbot, lambda: asks.duplicate_weeks(commands))
    assert isinstance(dialog, HowOftenDialog)
    QTest.keyClicks(dialog.number, "260")
    assert "at most 260 weeks" in dialog.outcome.text
    assert not dialog.do.isEnabled()
    dialog.reject()
