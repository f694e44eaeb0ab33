"""Replacing an exercise: where, what is kept, what it would bring, one step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.many import all_entries
from soleus_desktop.plan.model import CustomExercise, Hold, Plan
from soleus_desktop.ui.dialogs.replace import ReplaceDialog
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

Key = Qt.Key


@pytest.fixture
def plan() -> Plan:
    """Raises e1, e3 and e5, a hold e2 and a walk e4, over three weeks."""
    return plan_of(
        [
            "w1 mon: bent-knee-calf-raise; isometric-hold",
            "w1 fri: bent-knee-calf-raise 4x15",
            "w2 wed recovery: uphill-walk",
            "w3 wed: bent-knee-calf-raise",
        ]
    )


@pytest.fixture
def dialog(
    qtbot: QtBot,
    session: Session,
    selection: Selection,
    theme: Theme,
    plan: Plan,
    window: QWidget,
) -> ReplaceDialog:
    session.begin(plan)
    selection.select(0, 4, "e3")
    dialog = ReplaceDialog(session, selection, theme, window)
    dialog.accepted.connect(lambda: session.apply(dialog.text, dialog.edit))
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def places(dialog: ReplaceDialog) -> list[str]:
    return [button.text() for button in dialog.where.buttons()]


def choose(dialog: ReplaceDialog, qtbot: QtBot, name: str) -> None:
    dialog.new.setFocus()
    qtbot.keyClicks(dialog.new, name)


def test_it_begins_with_what_is_selected_and_replaces_nothing_by_itself(
    dialog: ReplaceDialog, session: Session, qtbot: QtBot
) -> None:
    assert dialog.old.choice == "bent-knee-calf-raise"
    assert places(dialog) == ["The selected exercise (1)", "Week 1 (2)", "The whole plan (3)"]
    assert not dialog.do.isEnabled()
    qtbot.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible()
    choose(dialog, qtbot, "bent")  # by itself
    assert not dialog.do.isEnabled()
    assert dialog.lines.text() == "There is nothing to replace."
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not session.stack.count()


def test_the_whole_plan_in_one_step(
    dialog: ReplaceDialog, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "isometric")
    qtbot.keyClick(dialog.where.button(2), Key.Key_Space)
    lines = dialog.lines.text().splitlines()
    assert lines[0].startswith("3 × 12 · bodyweight → 3 × 30")
    assert lines[0].endswith("(2 times)")
    assert len(lines) == 2
    qtbot.keyClick(dialog, Key.Key_Return)
    entries = list(all_entries(session.plan))
    assert [entry.exercise for entry in entries] == [
        *("isometric-hold",) * 3,
        "uphill-walk",
        "isometric-hold",
    ]
    assert isinstance(entries[2].dose, Hold)
    assert entries[2].dose.sets == 4  # kept
    assert entries[2].note == list(all_entries(plan))[2].note
    assert session.stack.undoText() == "Replace bent-knee calf raise by isometric soleus hold"
    session.stack.undo()
    assert session.plan == plan
    assert not session.stack.canUndo()


def test_it_says_beforehand_what_would_be_found(
    dialog: ReplaceDialog, session: Session, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "uphill")
    assert "uphill" in dialog.outcome.text.lower()
    brought = len(session.report.open)
    first = dialog.outcome.text.splitlines()[0]
    qtbot.keyClick(dialog, Key.Key_Return)
    now = len(session.report.open)
    assert now > brought
    assert first == f"Brings {now - brought} finding{'s' if now - brought > 1 else ''}."
    session.stack.undo()
    assert len(session.report.open) == brought


def test_any_exercise_of_some_weeks(dialog: ReplaceDialog, session: Session, qtbot: QtBot) -> None:
    dialog.old.setFocus()
    qtbot.keyClick(dialog.old, Key.Key_Home)
    assert places(dialog) == ["The selected exercise (1)", "Week 1 (3)", "The whole plan (5)"]
    qtbot.keyClick(dialog.where.button(1), Key.Key_Space)
    choose(dialog, qtbot, "seated")
    qtbot.keyClick(dialog, Key.Key_Return)
    assert [entry.exercise for entry in all_entries(session.plan)] == [
        *("seated-calf-raise",) * 3,
        "uphill-walk",
        "bent-knee-calf-raise",
    ]
    assert session.stack.undoText() == "Replace 3 exercises by seated calf raise"


def test_one_of_ones_own_comes_along(
    qtbot: QtBot,
    session: Session,
    selection: Selection,
    theme: Theme,
    plan: Plan,
    window: QWidget,
) -> None:
    session.begin(plan)
    session.offered = {"own-hop": CustomExercise(id="own-hop", name="Hop", dose="reps")}
    dialog = ReplaceDialog(session, selection, theme, window)
    choose(dialog, qtbot, "hop")
    session.apply(dialog.text, dialog.edit)
    assert {entry.exercise for entry in session.plan.weeks[0].days[0].entries} == {"own-hop"}
    assert [made.id for made in session.plan.exercises] == ["own-hop"]
    session.stack.undo()
    assert session.plan == plan


def test_without_entries_selected_it_looks_in_weeks_and_plan(
    session: Session, selection: Selection, theme: Theme, plan: Plan, window: QWidget
) -> None:
    session.begin(plan)
    selection.select_weeks([0, 2])
    dialog = ReplaceDialog(session, selection, theme, window)
    assert places(dialog) == ["2 selected weeks (4)", "The whole plan (5)"]
    assert dialog.old.choice is None
