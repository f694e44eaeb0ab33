"""The history: a row a step, a jump by click or key, what is saved and what was taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.rules.engine import check
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.panels.history import BEGINNING, HistoryPanel
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme, load_theme
from tests.ui.conftest import RESOURCES
from tests.ui.panels.showing import show_in

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def history(window: QWidget, session: Session, theme: Theme, qtbot: QtBot) -> HistoryPanel:
    return show_in(window, HistoryPanel(session, theme), qtbot)


def titled(session: Session, *titles: str) -> None:
    """Give the plan one title after the other, a step each."""
    for title in titles:
        session.apply(f"Call it {title}", lambda plan, title=title: plan.replace(title=title))


def rows(history: HistoryPanel) -> list[str]:
    model = history.model
    return [model.index(row).data() for row in range(model.rowCount())]


def taken_back(history: HistoryPanel) -> list[int]:
    role = Qt.ItemDataRole.ForegroundRole
    model = history.model
    return [row for row in range(model.rowCount()) if model.index(row).data(role)]


def test_it_begins_with_the_plan_and_grows_with_each_step(
    history: HistoryPanel, session: Session
) -> None:
    assert rows(history) == [BEGINNING]
    titled(session, "A & <b>", "B")
    assert rows(history) == [BEGINNING, "Call it A & <b>", "Call it B"]
    assert history.list.currentIndex().row() == 2
    assert "&lt;b>" in history.model.index(1).data(Qt.ItemDataRole.ToolTipRole)
    session.begin(new_plan())
    assert rows(history) == [BEGINNING]


def test_a_click_jumps_and_what_lies_ahead_is_quiet(
    history: HistoryPanel, session: Session, qtbot: QtBot
) -> None:
    titled(session, "A", "B", "C")
    at = history.list.visualRect(history.model.index(1)).center()
    qtbot.mouseClick(history.list.viewport(), LEFT, pos=at)
    assert session.plan.title == "A"
    assert taken_back(history) == [2, 3]
    spoken = history.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Call it C, taken back"
    qtbot.keyClick(history.list, Key.Key_End)
    assert session.plan.title == "C"
    qtbot.keyClick(history.list, Key.Key_Home)
    assert session.plan == new_plan()
    assert taken_back(history) == [1, 2, 3]
    qtbot.keyClick(history.list, Key.Key_Down)
    assert session.plan.title == "A"


def test_a_new_step_drops_what_was_taken_back(history: HistoryPanel, session: Session) -> None:
    titled(session, "A", "B")
    session.stack.undo()
    titled(session, "C")
    assert rows(history) == [BEGINNING, "Call it A", "Call it C"]


def test_what_a_file_holds_is_marked_in_words(history: HistoryPanel, session: Session) -> None:
    titled(session, "A")
    assert not any("saved" in row for row in rows(history))
    session.saved(session.plan, Path("plan.soleus"))
    titled(session, "B")
    assert rows(history) == [BEGINNING, "Call it A (saved)", "Call it B"]
    session.begin(new_plan(), Path("other.soleus"))
    assert rows(history) == [f"{BEGINNING} (saved)"]


def test_steps_that_merge_stay_one_row(history: HistoryPanel, session: Session) -> None:
    for title in "AB":
        session.apply("Title", lambda plan, title=title: plan.replace(title=title), merge="t")
    assert rows(history) == [BEGINNING, "Title"]


def test_a_long_jump_is_told_of_once_with_both_plans(
    history: HistoryPanel, session: Session, qtbot: QtBot
) -> None:
    titled(session, *(f"{number}" for number in range(300)))
    told: list[tuple[Plan, Plan]] = []
    session.plan_changed.connect(lambda before, after: told.append((before, after)))
    session.go_to_step(2)
    session.go_to_step(2)
    session.go_to_step(3)
    assert [(a.title, b.title) for a, b in told] == [("299", "1"), ("1", "2")]
    assert told[0][1] is told[1][0]
    session.stack.undo()
    assert (told[2][0].title, told[2][1].title) == ("2", "1")


def test_a_jump_over_a_custom_exercise_brings_it_and_takes_it(
    history: HistoryPanel, session: Session, plan: Plan
) -> None:
    session.apply("Take over", lambda _: plan)
    titled(session, "A", "B")
    session.go_to_step(0)
    assert "my-drop" not in session.exercises
    session.go_to_step(3)
    assert session.exercises["my-drop"].custom
    assert session.report == check(session.plan, session.guide)


def test_it_is_a_sound_model_in_any_theme(history: HistoryPanel, session: Session) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(history.model, mode)
    titled(session, "A", "B")
    session.stack.undo()
    history.set_theme(load_theme(RESOURCES / "themes", "dark"))
    history.grab()
    assert tester.model() is history.model
    assert history.model.mimeTypes() == []


def test_f7_shows_it_with_the_keys_and_hides_it_again(qtbot: QtBot) -> None:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window)
    bench = window.bench
    with qtbot.waitActive(window):
        window.show()
    assert not bench.history.isVisible()
    bench.actions_by_id["show_history"].trigger()
    assert bench.history.list.hasFocus()
    assert bench.actions_by_id["show_history"].isChecked()
    bench.actions_by_id["show_history"].trigger()
    assert not bench.history.isVisible()


def test_the_column_at_the_right_goes_when_both_of_its_parts_are_hidden(qtbot: QtBot) -> None:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window)
    bench, do = window.bench, window.bench.actions_by_id
    window.show()
    narrow = bench.board.width()
    do["show_inspector"].trigger()
    qtbot.waitUntil(lambda: bench.board.width() > narrow + 200)
    do["show_history"].trigger()
    qtbot.waitUntil(bench.history.isVisible)
    do["show_history"].trigger()
    do["edit_plan"].trigger()  # shows the inspector, wherever that stands
    assert bench.inspector.isVisible()
    qtbot.waitUntil(lambda: bench.board.width() == narrow)
