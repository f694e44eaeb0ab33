"""Without a mouse: every key does what the menus say, and every field says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, Waiver, new_plan
from soleus_desktop.ui import status
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.build import plan_of
from tests.ui.conftest import RESOURCES
from tests.ui.panels.showing import named

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=_let_go)
    window.furnish()
    with qtbot.waitActive(window):
        window.show()
    return window.bench


def _let_go(window: MainWindow) -> None:
    window.bench.session.begin(new_plan())


def press(qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    qtbot.keyClick(at, key, keys or Qt.KeyboardModifier.NoModifier)


def typed(qtbot: QtBot, text: str) -> None:
    at = QApplication.focusWidget()
    assert at is not None
    qtbot.keyClicks(at, text)


def planned(plan: Plan) -> dict[tuple[int, int], list[str]]:
    return {
        (week, day): [entry.exercise for entry in plan.weeks[week].days[day].entries]
        for week in range(len(plan.weeks))
        for day in range(7)
        if plan.weeks[week].days[day].entries
    }


def test_a_plan_is_made_and_changed_by_keys_alone(bench: Workbench, qtbot: QtBot) -> None:
    seated, session = "seated-calf-raise", bench.session
    press(qtbot, Key.Key_F, CTRL)
    typed(qtbot, "seated")
    press(qtbot, Key.Key_Return)
    assert planned(session.plan) == {(0, 0): [seated]}
    press(qtbot, Key.Key_Escape)  # clears the search
    press(qtbot, Key.Key_Escape)  # then goes to the board
    assert bench.board.hasFocus()
    press(qtbot, Key.Key_D, CTRL)
    press(qtbot, Key.Key_Right, ALT)
    assert planned(session.plan) == {(0, 0): [seated], (0, 1): [seated]}
    press(qtbot, Key.Key_PageDown, ALT)
    press(qtbot, Key.Key_Left, ALT)
    assert planned(session.plan) == {(0, 0): [seated], (1, 0): [seated]}
    press(qtbot, Key.Key_C, CTRL)
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_V, CTRL)
    assert planned(session.plan) == {(0, 0): [seated], (1, 0): [seated], (1, 1): [seated]}
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_Z, CTRL)
    press(qtbot, Key.Key_Z, CTRL)
    assert planned(session.plan) == {(0, 0): [seated], (1, 0): [seated]}


def test_weeks_and_weekdays_are_selected_by_keys(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 mon: isometric-hold", "w3 tue: isometric-hold"]))
    bench.go_to_board()
    press(qtbot, Key.Key_Down)  # the exercise of Monday
    press(qtbot, Key.Key_Space, SHIFT)
    assert (bench.selection.whole_weeks, bench.selection.weeks) == (True, (0,))
    press(qtbot, Key.Key_C, CTRL)
    press(qtbot, Key.Key_V, CTRL)
    assert planned(bench.session.plan) == {
        (0, 0): ["isometric-hold"],
        (1, 0): ["isometric-hold"],
        (3, 1): ["isometric-hold"],
    }
    press(qtbot, Key.Key_Right)
    press(qtbot, Key.Key_Space, CTRL | SHIFT)
    assert bench.selection.days == ((0, 1), (1, 1), (2, 1), (3, 1))


@pytest.mark.parametrize(("key", "keys"), [(Key.Key_Y, CTRL), (Key.Key_Z, CTRL | SHIFT)])
def test_both_usual_keys_redo(
    bench: Workbench, qtbot: QtBot, key: Qt.Key, keys: Qt.KeyboardModifier
) -> None:
    bench.library.chosen.emit("isometric-hold")
    bench.go_to_board()
    press(qtbot, Key.Key_Z, CTRL)
    assert planned(bench.session.plan) == {}
    press(qtbot, key, keys)
    assert planned(bench.session.plan) == {(0, 0): ["isometric-hold"]}


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_F2])
def test_a_number_is_typed_over_and_escape_goes_back(
    bench: Workbench, qtbot: QtBot, key: Qt.Key
) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise"]))
    entry = bench.session.plan.weeks[0].days[0].entries[0]
    bench.selection.select(0, 0, entry.id)
    bench.go_to_board()
    press(qtbot, key)
    typed(qtbot, "4")
    press(qtbot, Key.Key_Tab)
    typed(qtbot, "15")
    press(qtbot, Key.Key_Escape)
    dose = bench.session.plan.weeks[0].days[0].entries[0].dose
    assert (dose.sets, dose.reps) == (4, 15)
    assert bench.board.hasFocus()


def test_fields_are_filled_by_keys_and_enter_goes_back(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise; isometric-hold"]))
    bench.selection.select_all()
    bench.go_to_board()
    press(qtbot, Key.Key_F2)
    typed(qtbot, "4")
    press(qtbot, Key.Key_F2)
    typed(qtbot, "15")
    press(qtbot, Key.Key_Return)
    assert bench.board.hasFocus()
    entries = bench.session.plan.weeks[0].days[0].entries
    assert [entry.dose.sets for entry in entries] == [4, 4]
    assert entries[0].dose.reps == 15


def test_what_works_in_a_hidden_panel_shows_it(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise 9x12"]))
    bench.go_to_board()
    for panel, hide, key in (
        (bench.library, Key.Key_F3, (Key.Key_F, CTRL)),
        (bench.findings, Key.Key_F6, (Key.Key_F8, None)),
        (bench.inspector, Key.Key_F4, (Key.Key_I, CTRL)),
    ):
        press(qtbot, hide)
        assert not panel.isVisible()
        press(qtbot, *key)
        assert panel.isVisible()


def test_nothing_is_mended_before_it_was_seen(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 fri: bent-knee-calf-raise 9x12"]))
    bench.go_to_board()
    press(qtbot, Key.Key_Period, CTRL)
    assert not bench.session.dirty
    assert (bench.selection.week, bench.selection.day) == (0, 4)
    press(qtbot, Key.Key_Period, CTRL)
    assert bench.session.plan.weeks[0].days[4].entries[0].dose.sets == 4


def test_a_waiver_is_taken_back_from_the_menu(bench: Workbench) -> None:
    plan = plan_of(["w1 fri: bent-knee-calf-raise 9x12"])
    bench.session.begin(plan)
    take_back, waive = bench.actions_by_id["take_back"], bench.actions_by_id["waive"]
    assert waive.isEnabled()
    assert not take_back.isEnabled()
    finding = bench.session.report.open[0]
    waiver = Waiver(rule=finding.rule.id, entry=finding.place.entry, reason="strong already")
    bench.session.apply("Waive", lambda plan: edits.waive(plan, waiver))
    assert not waive.isEnabled()
    take_back.trigger()  # goes there
    take_back.trigger()
    assert bench.session.plan == plan


def test_an_exercise_that_has_no_week_to_go_to_says_so(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(status, "announce", lambda _about, text: heard.append(text))
    bench.session.begin(new_plan(0))
    press(qtbot, Key.Key_F, CTRL)
    press(qtbot, Key.Key_Return)
    assert "no week" in bench.status.currentMessage()
    assert heard == [bench.status.currentMessage()]


def test_tab_goes_through_the_window_as_it_is_read(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 mon: uphill-walk; bent-knee-calf-raise 9x12"]))
    walk, lifted = bench.session.plan.weeks[0].days[0].entries
    for entry in (walk.id, lifted.id):
        bench.selection.select(0, 0, entry)
    bench.actions_by_id["next_finding"].trigger()
    bench.actions_by_id["next_finding"].trigger()
    bench.library.focus_search()
    stops: list[QWidget] = []
    while (stop := QApplication.focusWidget()) is not None and stop not in stops:
        stops.append(stop)
        press(qtbot, Key.Key_Tab)
    way = [_name(stop) for stop in stops]
    assert way[:4] == ["Search exercises", "Exercises", "New exercise…", "Overview of the plan"]
    assert way[4:8] == ["Plan", "1 error", "1 hint", "Every rule"]
    assert way[8:10] == ["Whole plan", "Fix all safe"]
    assert way[10:14] == ["Findings", "Set to 4 sets", "Waive…", "Explain"]
    assert way[14:17] == ["Exercise", "Sets", "Repetitions"]
    assert way[-1] == "Note"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_findings_show_that_they_have_the_focus(
    bench: Workbench, qtbot: QtBot, theme: str
) -> None:
    bench.actions_by_id[f"theme_{theme}"].trigger()
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise 9x12"]))
    view = bench.findings.table.view
    colors = []
    for holder in (bench.board, view):
        holder.setFocus()
        qtbot.waitUntil(holder.hasFocus)
        colors.append(view.viewport().grab().toImage().pixelColor(3, 0).name())
    accent = bench.board.delegate.sprites.theme["accent"].name()
    assert colors[1] == accent != colors[0]


def test_every_field_has_a_name_for_those_who_do_not_see_it(bench: Workbench) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise 9x12; uphill-walk"]))
    entries = bench.session.plan.weeks[0].days[0].entries
    nameless: set[str] = set()
    for entry in entries:
        bench.selection.select(0, 0, entry.id)
        for page in ("entry", "day", "week", "plan"):
            bench.inspector.show_page(page)
            nameless |= {_told(widget) for widget in _reachable(bench.window) if not _name(widget)}
    assert nameless == set()
    assert named(bench.window, QLineEdit, "Search exercises").isVisible()


def _reachable(window: QWidget) -> list[QWidget]:
    """What Tab can go to: the editor inside a spin box is reached through the box."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
    ]


def _name(widget: QObject) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _told(widget: QWidget) -> str:
    parent = widget.parent()
    return f"{type(widget).__name__} in {type(parent).__name__}"
