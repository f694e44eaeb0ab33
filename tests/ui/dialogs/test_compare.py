"""Comparisons in words: with a file, with what was, week with week; they follow the plan."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.compare_words import Difference
from soleus_desktop.plan.model import Day, Plan, new_plan
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.weeks import duplicate_weeks
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui.dialogs import compare as compare_module
from soleus_desktop.ui.dialogs.compare import ComparePlans
from soleus_desktop.ui.dialogs.compare_weeks import CompareWeeks
from soleus_desktop.ui.dialogs.differences import AT_ONCE, PLACE, WHAT, Differences
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.build import plan_of
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.panels.showing import named

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plan() -> Plan:
    days = ["w1 mon: bent-knee-calf-raise 3x12", "w2 mon: bent-knee-calf-raise 4x12"]
    return plan_of([*days, "w3 tue: my-hop 3x10"], exercises=[{"id": "my-hop", "name": "Hop <b>"}])


@pytest.fixture
def bench(qtbot: QtBot, plan: Plan) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window, before_close_func=lambda _: window.bench.session.begin(new_plan()))
    window.show()
    window.bench.session.begin(plan)
    return window.bench


def lines(shown: Differences) -> list[tuple[str, str]]:
    """What is shown, once it has followed the edits."""
    while not shown.settled:
        QTest.qWait(10)
    model = shown.model
    return [
        (model.index(row, PLACE).data(), model.index(row, WHAT).data())
        for row in range(model.rowCount())
    ]


def more_sets(bench: Workbench) -> None:
    entry = bench.session.plan.weeks[0].days[0].entries[0]
    dose = entry.dose.replace(sets=4)
    bench.session.apply("4 sets", lambda plan: edits.set_entry(plan, entry.id, dose=dose))


def opened(bench: Workbench, action: str) -> ComparePlans:
    bench.actions_by_id[action].trigger()
    dialogs = bench.window.findChildren(ComparePlans)
    assert len(dialogs) == 1
    assert dialogs[0].isVisible()
    assert not dialogs[0].isModal()
    lines(dialogs[0].differences)
    return dialogs[0]


def test_what_changed_since_it_began_follows_each_edit_and_undo(bench: Workbench) -> None:
    dialog = opened(bench, "compare_before")
    assert dialog.against.currentText() == "the plan as it began"
    assert dialog.differences.none.isVisible()
    more_sets(bench)
    assert lines(dialog.differences) == [("Week 1, Monday", "Bent-knee calf raise: +1 set")]
    assert not dialog.differences.none.isVisible()
    bench.session.stack.undo()
    assert lines(dialog.differences) == []
    bench.session.begin(new_plan())
    assert not dialog.isVisible()


def test_it_follows_when_edits_pause_and_leads_nowhere_until_then(bench: Workbench) -> None:
    more_sets(bench)
    dialog = opened(bench, "compare_before")
    bench.selection.select(2, 2)
    bench.session.apply("Fewer", lambda plan: edits.delete_week(plan, 0))
    dialog.differences.view.setCurrentIndex(dialog.differences.model.index(0, WHAT))
    assert (bench.selection.week, bench.selection.day) == (1, 2)
    assert lines(dialog.differences) == [("Whole plan", "week 1 removed, 1 exercise on 1 day")]


def test_one_comparison_is_enough(bench: Workbench) -> None:
    for action, kind in (("compare_before", ComparePlans), ("compare_weeks", CompareWeeks)):
        for _ in range(3):
            bench.actions_by_id[action].trigger()
        assert len(bench.window.findChildren(kind)) == 1


def test_what_changed_since_it_was_saved(bench: Workbench) -> None:
    more_sets(bench)
    bench.session.saved(bench.session.plan, Path("plan.soleus"))
    dialog = opened(bench, "compare_before")
    assert dialog.against.currentText() == "the plan as it was saved"
    assert lines(dialog.differences) == []
    bench.session.stack.undo()
    assert lines(dialog.differences) == [
        ("Week 1, Monday", "Bent-knee calf raise: \u22121 set"),
    ]
    bench.session.apply("Call it", lambda plan: plan.replace(title="Other"))
    assert lines(dialog.differences) == []  # what was saved lay ahead and is gone
    assert "cannot be reached" in dialog.differences.none.text()
    assert not dialog.differences.copy_button.isEnabled()


def test_a_file_is_compared_and_not_opened(bench: Workbench, plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "other & older.soleus"
    file.write_bytes(plan_bytes(edits.delete_week(plan, 2)))
    Answers().choose(file)
    dialog = opened(bench, "compare_file")
    assert dialog.against.currentText() == "other & older.soleus"
    assert lines(dialog.differences) == [("Week 3", "added, 1 exercise on 1 day")]
    assert bench.session.plan == plan
    assert bench.session.path is None


def test_a_file_that_is_no_plan_is_said_and_nothing_is_compared(
    bench: Workbench, tmp_path: Path
) -> None:
    file = tmp_path / "notes.soleus"
    file.write_text("notes")
    answers = Answers().choose(file).click("OK")
    bench.actions_by_id["compare_file"].trigger()
    assert any("could not be opened" in text for text in answers.heard)
    assert not [d for d in bench.window.findChildren(ComparePlans) if d.isVisible()]


def test_a_difference_that_is_gone_to_is_shown_on_the_board_and_all_is_copied(
    bench: Workbench, qtbot: QtBot
) -> None:
    more_sets(bench)
    bench.session.apply("Day", lambda plan: edits.set_day(plan, 2, 1, note="wet <i>"))
    dialog = opened(bench, "compare_before")
    view = dialog.differences.view
    view.setFocus()
    at = view.visualRect(view.model().index(1, WHAT)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert (bench.selection.week, bench.selection.day) == (2, 1)
    qtbot.keyClick(view, Key.Key_Up)
    assert (bench.selection.week, bench.selection.day) == (0, 0)
    qtbot.mouseClick(dialog.differences.copy_button, LEFT)
    assert QGuiApplication.clipboard().text().splitlines()[2] == (
        "Week 1, Monday: Bent-knee calf raise: +1 set"
    )
    model = dialog.differences.model
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    bench.session.stack.undo()
    assert tester.model() is model


def test_weeks_are_held_against_each_other_and_others_can_be_chosen(
    bench: Workbench, qtbot: QtBot
) -> None:
    bench.selection.select(1, 0)
    bench.actions_by_id["compare_weeks"].trigger()
    dialog = bench.window.findChild(CompareWeeks)
    assert lines(dialog.differences) == [("Week 2, Monday", "Bent-knee calf raise: +1 set")]
    against = dialog.against
    assert isinstance(against, QComboBox)
    against.setCurrentIndex(1)
    against.activated.emit(1)
    assert dialog.differences.none.isVisible()
    more_sets(bench)
    against.setCurrentIndex(0)
    against.activated.emit(0)
    assert lines(dialog.differences) == []  # week 1 has four sets by now, too
    bench.session.apply("No weeks", lambda plan: plan.replace(weeks=()))
    assert not dialog.isVisible()


def test_in_the_first_week_it_begins_with_the_second(bench: Workbench) -> None:
    bench.selection.select(0, 2)
    bench.actions_by_id["compare_weeks"].trigger()
    dialog = bench.window.findChild(CompareWeeks)
    assert (dialog.week.choice, dialog.against.choice) == (1, 0)
    dialog.close()


def test_two_selected_weeks_are_those_that_are_compared(bench: Workbench) -> None:
    bench.selection.select_weeks([0, 2])
    bench.actions_by_id["compare_weeks"].trigger()
    dialog = bench.window.findChild(CompareWeeks)
    assert (dialog.week.choice, dialog.against.choice) == (2, 0)
    assert ("Week 3, Tuesday", "added: Hop <b> (3 × 10)") in lines(dialog.differences)
    assert named(dialog, QPushButton, "Close").isDefault()


def test_of_many_differences_the_end_is_reached_and_all_are_copied(
    bench: Workbench, qtbot: QtBot
) -> None:
    bench.session.begin(duplicate_weeks(bench.session.plan, (0,), 20))

    def noted(week: int, day: int, old: Day) -> Day:
        return old.replace(note=f"Note {7 * week + day}")

    bench.session.apply("Notes", lambda plan: edits.change_days(plan, noted))
    dialog = opened(bench, "compare_before")
    shown = dialog.differences
    many = len(shown.model.differences)
    assert shown.summary.text() == f"{many} differences"
    assert shown.model.rowCount() == AT_ONCE < many
    shown.view.setFocus()
    for _ in range(many // AT_ONCE + 1):
        qtbot.keyClick(shown.view, Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
    assert shown.view.currentIndex().row() == many - 1
    assert shown.text.count("\n") == many + 1


def test_the_window_goes_on_while_plans_are_compared(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer to an older question is not shown, nor one that comes when nobody looks."""
    may_go_on, real = Event(), compare_module.compare

    def slow(*asked: Any) -> Any:
        assert may_go_on.wait(10)
        return real(*asked)

    monkeypatch.setattr(compare_module, "compare", slow)
    bench.actions_by_id["compare_before"].trigger()
    shown = bench.window.findChild(ComparePlans).differences
    assert not shown.settled
    more_sets(bench)
    qtbot.waitUntil(lambda: not shown._pause.isActive())
    may_go_on.set()
    assert lines(shown) == [("Week 1, Monday", "Bent-knee calf raise: +1 set")]
    may_go_on.clear()
    bench.session.stack.undo()
    qtbot.waitUntil(lambda: not shown._pause.isActive())
    bench.window.findChild(ComparePlans).close()
    may_go_on.set()
    QTest.qWait(50)


def test_an_older_answer_never_passes_for_a_newer_one(qtbot: QtBot) -> None:
    """Also where something was said in between, which needs no answer."""
    may_go_on, shown = Event(), Differences(lambda: None)
    qtbot.addWidget(shown)

    def older() -> list[Difference]:
        assert may_go_on.wait(10)
        return [Difference(Place(), "older")]

    shown.work_out("Older", older)
    shown.say("Nothing to compare")
    shown.work_out("Newer", lambda: [Difference(Place(), "newer")])
    may_go_on.set()
    assert lines(shown) == [("Whole plan", "newer")]
    assert shown.text.startswith("Newer")
