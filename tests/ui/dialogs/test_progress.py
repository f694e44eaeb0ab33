"""Progress over weeks: what is proposed, changed by hand with real keys, applied in one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_athlete
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.words import chip_line
from soleus_desktop.rules.engine import check
from soleus_desktop.ui.dialogs.progress import ProgressDialog
from soleus_desktop.ui.dialogs.progress_model import Column
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from tests.build import GUIDE, plan_of

Key = Qt.Key
Opened = Callable[..., ProgressDialog]
FIRST_WEEK = (
    "w1 mon: bent-knee-calf-raise; isometric-hold",
    "w1 wed: bent-knee-calf-raise; seated-calf-raise",
    "w1 sat recovery: uphill-walk",
)


@pytest.fixture
def opened(
    qtbot: QtBot, session: Session, selection: Selection, theme: Theme, window: QWidget
) -> Opened:
    """Opens the dialog on a plan with something selected, as the window does."""

    def open_on(plan: Plan, week: int, day: int, entry: str | None = None) -> ProgressDialog:
        theme.apply()
        session.begin(plan)
        selection.select(week, day, entry)
        dialog = ProgressDialog(session, selection, theme, window)
        dialog.accepted.connect(lambda: session.apply(dialog.text, dialog.edit))
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_on


def column(dialog: ProgressDialog, which: Column) -> list[str]:
    model = dialog.model
    texts = (model.index(row, which).data() for row in range(model.rowCount()))
    return [text.replace("\u202f", " ") for text in texts]


def press(key: Qt.Key, alt: bool = False) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus
    keys = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focus, key, keys)


def type_in(dialog: ProgressDialog, row: int, which: Column, text: str) -> None:
    """Go to a cell, type over it, and press Enter."""
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(row, which))
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClicks(focus, letter)
    press(Key.Key_Return)
    QApplication.processEvents()


def told(plan: Plan, exercise: str) -> list[list[str]]:
    """The doses of an exercise, week by week."""
    return [
        [
            chip_line(entry).replace("\u202f", " ")
            for day in week.days
            for entry in day.entries
            if entry.exercise == exercise
        ]
        for week in plan.weeks
    ]


def test_an_entry_proposes_its_exercise_from_its_week_to_the_last(opened: Opened) -> None:
    plan = plan_of([*FIRST_WEEK, "w2 tue: bent-knee-calf-raise", "w4 tue: bent-knee-calf-raise"])
    dialog = opened(plan, 1, 1, "e6")
    assert dialog.what.choice == "bent-knee-calf-raise"
    assert (dialog.first.number, dialog.last.number) == (2, 4)
    assert not dialog.add.isChecked() or column(dialog, Column.WEEK) == ["2", "3", "4"]
    dialog.first.stepBy(-1)
    assert column(dialog, Column.WEEK) == ["1", "2", "3", "4"]
    assert column(dialog, Column.EACH) == ["12", "14", "16", "18"]
    assert column(dialog, Column.HOW) == ["as it stands", "", "", ""]
    assert dialog.table.isColumnHidden(Column.EXERCISE)


def test_a_day_proposes_every_exercise_and_enter_fills_the_empty_weeks(
    opened: Opened, session: Session
) -> None:
    plan = plan_of(FIRST_WEEK, weeks=8)
    opened(plan, 0, 1)
    assert session.plan == plan
    press(Key.Key_Return)
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Progress 4 exercises over weeks 1\u20138"
    assert [len(week) for week in told(session.plan, "bent-knee-calf-raise")] == [2] * 8
    assert told(session.plan, "bent-knee-calf-raise")[6] == ["3 × 12 · 1 leg"] * 2
    assert told(session.plan, "isometric-hold")[7] == ["4 × 60 s · BW"]
    assert told(session.plan, "uphill-walk")[7] == ["30 min · 10 %"]
    assert [day.kind for day in session.plan.weeks[7].days] == [
        day.kind for day in plan.weeks[0].days
    ]
    assert check(session.plan, GUIDE).findings == ()
    session.stack.undo()
    assert session.plan == plan


def test_escape_changes_nothing(opened: Opened, session: Session) -> None:
    opened(plan_of(FIRST_WEEK, weeks=3), 0, 0, "e1")
    press(Key.Key_Escape)
    assert session.stack.count() == 0


def test_a_cell_is_typed_over_and_what_follows_is_worked_out(
    opened: Opened, session: Session
) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=5), 0, 0, "e1")
    type_in(dialog, 2, Column.EACH, "19")
    assert column(dialog, Column.EACH) == ["12", "14", "19", "20", "20"]
    assert column(dialog, Column.SETS) == ["3", "3", "3", "3", "4"]
    assert column(dialog, Column.HOW)[2] == "by hand"
    assert dialog.isVisible()  # Enter was the cell's
    assert session.stack.count() == 0
    assert dialog.table.hasFocus()

    press(Key.Key_Return)
    assert session.stack.count() == 1
    assert told(session.plan, "bent-knee-calf-raise")[2] == ["3 × 19 · BW"] * 2


def test_a_stage_is_chosen_by_keys_with_a_load_and_its_finding_shows(
    opened: Opened, session: Session
) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=4), 0, 0, "e1")
    assert column(dialog, Column.FOUND) == [""] * 4
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(1, Column.STAGE))
    press(Key.Key_F2)
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Return)
    QApplication.processEvents()
    assert column(dialog, Column.STAGE) == ["bodyweight", *["weighted"] * 3]
    assert column(dialog, Column.LOAD) == ["–", *["5 kg"] * 3]
    assert column(dialog, Column.FOUND) == ["", "Warning", "", ""]
    icon = dialog.model.index(1, Column.FOUND).data(Qt.ItemDataRole.DecorationRole)
    assert not icon.isNull()
    tip = dialog.model.index(1, Column.FOUND).data(Qt.ItemDataRole.ToolTipRole)
    assert "none at single leg on an earlier day" in tip
    assert dialog.outcome.text.startswith("Brings 1 finding")
    assert session.stack.count() == 0

    type_in(dialog, 2, Column.LOAD, "7,5")
    assert column(dialog, Column.LOAD) == ["–", "5 kg", "7.5 kg", "7.5 kg"]
    type_in(dialog, 2, Column.LOAD, "0")
    assert column(dialog, Column.LOAD)[2] == "–"
    assert column(dialog, Column.FOUND)[2] == "Error, 1 more"


def test_weeks_are_repeated_regressed_and_reset_by_keys(opened: Opened, qtbot: QtBot) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=5), 0, 0, "e1")
    dialog.table.setFocus()
    assert dialog.table.currentIndex().row() == 1
    press(Key.Key_Down)
    for key, each, how in (
        (Key.Key_P, ["12", "14", "14", "16", "18"], "repeated"),
        (Key.Key_G, ["12", "14", "12", "14", "16"], "1 back"),
        (Key.Key_T, ["12", "14", "16", "18", "20"], ""),
    ):
        press(key, alt=True)
        qtbot.waitUntil(lambda each=each: column(dialog, Column.EACH) == each)
        assert column(dialog, Column.HOW)[2] == how
        assert dialog.table.currentIndex().row() == 2
    assert not dialog.reset.isEnabled()
    dialog.table.setCurrentIndex(dialog.model.index(0, Column.EACH))
    assert not dialog.repeat.isEnabled()
    assert dialog.regress.isEnabled()


def test_pace_and_lighter_weeks(opened: Opened) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=5), 0, 0, "e1")
    steps = dialog.pace.steps["reps"]
    press(Key.Key_S, alt=True)
    assert steps.hasFocus()
    QTest.keyClicks(steps, "4")
    assert column(dialog, Column.EACH) == ["12", "16", "20", "20", "12"]
    QTest.mouseClick(dialog.pace.lighter.box, Qt.MouseButton.LeftButton)
    assert column(dialog, Column.EACH) == ["12", "16", "20", "12", "20"]
    assert column(dialog, Column.HOW)[3] == "lighter"
    shown = {name for name, field in dialog.pace.steps.items() if field.isVisible()}
    assert shown == {"reps"}


def test_the_span_can_be_turned_round_and_weeks_without_it_be_left_alone(opened: Opened) -> None:
    plan = plan_of([*FIRST_WEEK, "w2 mon: seated-calf-raise", "w3 mon: bent-knee-calf-raise"])
    dialog = opened(plan, 0, 0, "e1")
    assert not dialog.add.isChecked()  # something else is planned there
    assert column(dialog, Column.WEEK) == ["1", "3"]
    QTest.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert column(dialog, Column.WEEK) == ["1", "2", "3"]
    dialog.last.stepBy(-1)
    dialog.last.stepBy(-1)
    dialog.first.stepBy(1)
    assert (dialog.first.number, dialog.last.number) == (2, 2)
    assert dialog.what.currentText() == "Seated calf raise"
    assert not dialog.apply.isEnabled()  # one week alone has nowhere to go
    dialog.last.stepBy(1)
    dialog.last.stepBy(-2)
    assert (dialog.first.number, dialog.last.number) == (1, 1)


def test_selected_entries_and_weeks_are_proposed(
    opened: Opened, selection: Selection, session: Session, theme: Theme, window: QWidget
) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=6), 0, 0, "e1")
    dialog.reject()
    selection.toggle(0, 0, "e2")
    both = ProgressDialog(session, selection, theme, window)
    assert both.what.currentText() == "The selected exercises (2)"
    assert {one.exercise.id for one in both.model.made} == {
        "bent-knee-calf-raise",
        "isometric-hold",
    }
    selection.select_weeks(range(4))
    weeks = ProgressDialog(session, selection, theme, window)
    assert (weeks.first.number, weeks.last.number) == (1, 4)
    assert weeks.what.currentText() == "Every exercise of the first week (4)"
    both.deleteLater()
    weeks.deleteLater()


def test_weeks_of_no_exercise_offer_nothing(opened: Opened) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=3), 2, 0)
    assert (dialog.first.number, dialog.last.number) == (1, 3)  # the last that can go on
    dialog.first.stepBy(1)
    assert dialog.what.currentText() == "No exercise in these weeks"
    assert dialog.model.rowCount() == 0
    assert not dialog.apply.isEnabled()
    for button in (dialog.repeat, dialog.regress, dialog.reset):
        assert not button.isEnabled()
    press(Key.Key_Return)
    assert dialog.isVisible()


def test_walks_and_pounds_have_their_own_columns(opened: Opened) -> None:
    plan = set_athlete(plan_of(FIRST_WEEK, weeks=9), units="lb")
    dialog = opened(plan, 0, 5, "e5")
    model = dialog.model
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in (Column.SETS, Column.EACH)]
    assert titles == ["Incline", "Minutes"]
    assert column(dialog, Column.SETS)[2:5] == ["6 %", "7 %", "8 %"]
    assert dialog.table.isColumnHidden(Column.LOAD)
    assert dialog.table.isColumnHidden(Column.STAGE)

    dialog.what.setFocus()
    press(Key.Key_Up)  # the seated raise
    assert dialog.what.choice == "seated-calf-raise"
    assert column(dialog, Column.LOAD)[7:] == ["22 lb", "27.1 lb"]
    type_in(dialog, 1, Column.LOAD, "25")
    assert column(dialog, Column.LOAD)[:2] == ["22 lb", "25 lb"]
    load = model.made[0].rows[1].level.load
    assert load and load.kg == 11.34


def test_a_cell_that_was_only_looked_at_stays(opened: Opened) -> None:
    plan = plan_of(["w1 sat: uphill-walk 20.125min@6%"], weeks=2)
    dialog = opened(plan, 0, 5, "e1")
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(0, Column.EACH))
    press(Key.Key_F2)
    assert dialog.table.state() == QAbstractItemView.State.EditingState
    press(Key.Key_Return)
    QApplication.processEvents()
    assert column(dialog, Column.HOW)[0] == "as it stands"


def test_nothing_can_be_dropped_and_names_are_never_markup(opened: Opened) -> None:
    own = [{"id": "x", "name": "<b>Own</b> & " + "long " * 30, "ranges": {"reps": [4, 6]}}]
    dialog = opened(plan_of(["w1 mon: x 3x4"], weeks=3, exercises=own), 0, 0, "e1")
    assert column(dialog, Column.EACH) == ["4", "6", "6"]
    assert len(dialog.what.currentText()) <= 60
    data = QMimeData()
    data.setData("application/x-qabstractitemmodeldatalist", b"\x00")
    root = dialog.table.rootIndex()
    assert not dialog.model.canDropMimeData(data, Qt.DropAction.CopyAction, 0, 0, root)
    assert dialog.model.mimeTypes() == []


def test_all_of_it_fits_on_a_small_screen(opened: Opened) -> None:
    """A laptop of 1366 × 768 at 150 % has 911 × 512 left, less the window's frame."""
    dialog = opened(plan_of(FIRST_WEEK, weeks=8), 0, 1)
    smallest = dialog.minimumSizeHint()
    assert smallest.width() <= 871
    assert smallest.height() <= 470


def test_every_column_is_seen_where_there_is_room(opened: Opened) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=9), 0, 0)  # every exercise of Monday, by name
    assert not dialog.table.isColumnHidden(Column.EXERCISE)
    assert dialog.table.horizontalScrollBar().maximum() == 0


def test_a_choice_that_comes_after_its_row_is_gone_changes_nothing(
    opened: Opened, session: Session
) -> None:
    dialog = opened(plan_of(FIRST_WEEK, weeks=3), 0, 0)
    dialog.table.edit(dialog.model.index(1, Column.STAGE))
    editor = dialog.table.viewport().findChild(ChoiceField)
    made = dialog.model.made
    dialog.model.show(made[1:])  # Qt lets the editor go, but not before it comes to that
    editor.edited.emit("weighted")
    assert dialog.model.made == made[1:]


def test_enter_is_taken_before_whatever_follows(opened: Opened) -> None:
    """Qt's own way takes it later, and warns where the dialog was left meanwhile."""
    dialog = opened(plan_of(FIRST_WEEK, weeks=3), 0, 1)
    dialog.table.setFocus()
    dialog.table.setCurrentIndex(dialog.model.index(1, Column.EACH))
    QTest.keyClicks(dialog.table, "7")
    press(Key.Key_Return)
    dialog.reject()
    assert column(dialog, Column.EACH)[1] == "7"
    QApplication.processEvents()
