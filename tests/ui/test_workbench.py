"""The whole window: files, unsaved changes, bad input, cards, themes, closing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolBar
from pytestqt.qtbot import QtBot

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.plan import edits
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.menus import specs
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.preview.order import Order
from soleus_desktop.ui.workbench import Workbench
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.drag import NO_KEYS

RAISE = "bent-knee-calf-raise"
OFFSCREEN_MENU = pytest.mark.qt_log_ignore(
    r"This plugin does not support (raise\(\)|grabbing the keyboard)", extend=True
)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=let_go)
    window.show()
    return window


def let_go(window: MainWindow) -> None:
    """Leave nothing unsaved behind, so that closing asks nothing."""
    window.bench.work.finish()
    window.bench.session.begin(new_plan())


@pytest.fixture
def bench(window: MainWindow) -> Workbench:
    return window.bench


def add_raise(bench: Workbench) -> None:
    bench.library.chosen.emit(RAISE)


def saved_plan(folder: Path, name: str = "plan.soleus") -> Path:
    file = folder / name
    file.write_bytes(plan_bytes(new_plan(2, title="Two weeks")))
    return file


def test_every_action_has_what_it_does_and_a_name(bench: Workbench) -> None:
    assert {spec.id for spec in specs()} == set(bench.actions_by_id)
    keys = [key.toString() for a in bench.actions_by_id.values() for key in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_new_exercise_shows_in_title_menu_and_status(window: MainWindow, bench: Workbench) -> None:
    add_raise(bench)
    assert window.isWindowModified()
    assert bench.actions_by_id["undo"].text() == "&Undo Add bent-knee calf raise"
    assert bench.actions_by_id["cards"].isEnabled()
    bench.actions_by_id["undo"].trigger()
    assert not window.isWindowModified()
    assert not bench.actions_by_id["cards"].isEnabled()


def test_save_and_reopen_brings_the_same_plan(
    window: MainWindow, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    add_raise(bench)
    file = tmp_path / "Müller & Söhne.soleus"
    answers = Answers().choose(file)
    bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    plan = bench.session.plan
    assert answers.heard == []
    assert open_plan(file, bench.session.guide) == plan
    bench.documents.new()
    assert bench.session.plan.weeks == new_plan().weeks
    bench.documents.open_path(file)
    assert bench.session.plan == plan
    assert bench.session.path == file
    assert file in [Path(one) for one in bench._preferences.recent]


def test_a_name_without_the_ending_gets_it_and_replaces_nothing_unasked(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    other = saved_plan(tmp_path, "Robin 1.5.soleus")
    before = other.read_bytes()
    add_raise(bench)
    answers = Answers().choose(tmp_path / "Robin 1.5").click("Cancel")
    bench.documents.save()
    assert answers.heard == [
        "“Robin 1.5.soleus” is there already. Replacing it loses what it holds."
    ]
    assert other.read_bytes() == before
    assert bench.session.dirty
    Answers().choose(tmp_path / "Robin 1.5").click("Replace")
    bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    assert open_plan(other, bench.session.guide) == bench.session.plan
    assert [file.name for file in tmp_path.glob("Robin*")] == ["Robin 1.5.soleus"]


BAD = {
    "not json": b"Week 1: calf raises",
    "truncated": plan_bytes(new_plan(2))[:200],
    "wrong type": plan_bytes(new_plan(2)).replace(b'"title": ""', b'"title": 5'),
    "nan": plan_bytes(new_plan(2)).replace(b'"body_mass_kg": null', b'"body_mass_kg": NaN'),
    "six days": json.dumps(
        {"format": "soleus-plan", "version": 1, "weeks": [{"days": [{"kind": "rest"}] * 6}]}
    ).encode(),
    "unknown exercise": plan_bytes(new_plan(1)).replace(
        b'"entries": []',
        b'"entries": [{"id": "a", "exercise": "squat", "dose": {"type": "reps", "sets": 3, '
        b'"reps": 9}}]',
        1,
    ),
    "empty": b"",
}


SAYS = {
    "not json": "line 1",
    "truncated": "breaks off in line 12",
    "wrong type": "title: expected",
    "nan": "NaN and Infinity are none), at line 14",
    "six days": "weeks[0].days: expected",
    "unknown exercise": "weeks[0].days[0].entries[0].exercise: expected",
    "empty": "The file is empty",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_explained_and_the_window_keeps_its_plan(
    bench: Workbench, tmp_path: Path, name: str
) -> None:
    add_raise(bench)
    bench.session.saved(bench.session.plan, tmp_path / "good.soleus")
    before = bench.session.plan
    bad = tmp_path / "bad.soleus"
    bad.write_bytes(BAD[name])
    answers = Answers().click("OK")
    bench.documents.open_path(bad)
    assert "bad.soleus” could not be opened" in answers.heard[0]
    assert SAYS[name] in answers.heard[0]
    assert bench.session.plan is before
    assert bench.session.path == tmp_path / "good.soleus"
    assert bad.read_bytes() == BAD[name]


def test_a_save_that_fails_is_explained_and_the_plan_stays_unsaved(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    add_raise(bench)
    bench.session.path = tmp_path / "no such folder" / "plan.soleus"
    answers = Answers().click("OK")
    bench.documents.save()
    qtbot.waitUntil(lambda: bool(answers.heard))
    assert "could not be saved" in answers.heard[0]
    assert bench.session.dirty


@pytest.mark.parametrize(("answer", "closed"), [("Cancel", False), ("Don’t save", True)])
def test_closing_asks_for_unsaved_changes(
    window: MainWindow, bench: Workbench, answer: str, closed: bool
) -> None:
    add_raise(bench)
    answers = Answers().click(answer)
    assert window.close() is closed
    assert answers.heard == ["Save the changes to “Untitled plan”? Without saving they are lost."]


def test_escape_keeps_the_window_and_the_changes(window: MainWindow, bench: Workbench) -> None:
    add_raise(bench)
    Answers().escape()
    assert not window.close()
    assert bench.session.dirty


def test_closing_with_save_saves_and_closes(
    window: MainWindow, bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    file = saved_plan(tmp_path)
    bench.documents.open_path(file)
    add_raise(bench)
    Answers().click("Save")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert len(open_plan(file, bench.session.guide).weeks[0].days[0].entries) == 1


def test_opening_another_plan_asks_first(bench: Workbench, tmp_path: Path) -> None:
    add_raise(bench)
    before = bench.session.plan
    Answers().click("Cancel")
    bench.documents.open_path(saved_plan(tmp_path))
    assert bench.session.plan is before
    Answers().click("Don’t save")
    bench.documents.open_path(saved_plan(tmp_path))
    assert bench.session.plan.title == "Two weeks"


def test_cards_are_made_beside_the_window(bench: Workbench, qtbot: QtBot, tmp_path: Path) -> None:
    add_raise(bench)
    said: list[str] = []
    bench.printing.said.connect(said.append)
    file = tmp_path / "cards.pdf"
    bench.printing.make(file, Order((bench.session.plan,), CardOptions()))
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == ["Saved cards.pdf: 1 card on 1 page"]
    assert file.read_bytes().startswith(b"%PDF-")


def test_what_does_not_print_as_typed_is_told(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    add_raise(bench)
    bench.session.apply("Note", lambda plan: edits.set_entry(plan, "e1", note="heel ⚕ 🦶"))
    answers = Answers().click("OK")
    bench.printing.make(tmp_path / "cards.pdf", Order((bench.session.plan,), CardOptions()))
    qtbot.waitUntil(lambda: bool(answers.heard), timeout=20_000)
    assert "U+1F9B6" in answers.heard[0]


def test_much_that_does_not_print_is_told_in_full_and_scrolls(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(12):
        add_raise(bench)
        note = chr(0x1F9B6 + number)
        entry = f"e{number + 1}"
        bench.session.apply("Note", lambda plan, e=entry, n=note: edits.set_entry(plan, e, note=n))
    answers = Answers().escape()
    bench.printing.make(tmp_path / "cards.pdf", Order((bench.session.plan,), CardOptions()))
    qtbot.waitUntil(lambda: bool(answers.heard), timeout=20_000)
    for number in range(12):
        assert f"U+{0x1F9B6 + number:X}" in answers.heard[0]


@pytest.mark.parametrize("name", ["dark", "light"])
def test_theme_is_applied_everywhere_and_kept(bench: Workbench, name: str, tmp_path: Path) -> None:
    bench.actions_by_id[f"theme_{name}"].trigger()
    assert bench.board.delegate.sprites.theme.dark == (name == "dark")
    assert bench._preferences.flush()
    assert Preferences(tmp_path / "settings").settings.theme == name


@OFFSCREEN_MENU
def test_the_menu_of_a_week_is_for_the_week_under_the_mouse(
    window: MainWindow, bench: Workbench
) -> None:
    add_raise(bench)
    head = bench.board.weeks
    at = QPoint(10, head.sectionViewportPosition(2) + 5)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, head.viewport().mapToGlobal(at), NO_KEYS
    )
    QApplication.sendEvent(head.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert (bench.selection.week, bench.selection.entry_id) == (2, None)
    assert "De&lete the week" in texts
    assert "&Delete" not in texts


@OFFSCREEN_MENU
def test_the_menu_key_opens_the_menu_at_the_chip(window: MainWindow, bench: Workbench) -> None:
    add_raise(bench)
    bench.go_to_board()
    wanted: list[QPoint] = []
    bench.board.menu_wanted.connect(wanted.append)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(300, 200), QPoint(300, 200), NO_KEYS
    )
    QApplication.sendEvent(bench.board.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    board = bench.board
    cell = board.visualRect(board.board.index(0, 0))
    assert cell.contains(board.viewport().mapFromGlobal(wanted[0]))


def test_no_label_reads_what_people_type_as_markup(window: MainWindow, bench: Workbench) -> None:
    bench.session.apply("Title", lambda plan: plan.replace(title="<img src='x'><b>bold</b>"))
    add_raise(bench)
    bench.actions_by_id["edit_plan"].trigger()
    bench.actions_by_id["edit_entry"].trigger()
    formats = {label.textFormat().name for label in window.findChildren(QLabel)}
    assert formats == {"PlainText"}


def test_a_corrupt_settings_file_keeps_nobody_from_starting(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_bytes(b"{broken")
    window = MainWindow(RESOURCES, Preferences(tmp_path))
    qtbot.addWidget(window)
    assert "kept in settings.json.corrupt" in window.bench.status.currentMessage()


def test_file_given_at_the_start_is_shown(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = MainWindow(RESOURCES, Preferences(None), saved_plan(tmp_path))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Two weeks"))


def test_many_edits_make_no_later_one_dearer(bench: Workbench) -> None:
    """Qt would tell each change of what can be undone once more for each one before."""
    for number in range(60):
        bench.session.apply(f"Title {number}", lambda plan, n=number: plan.replace(title=f"{n}"))
        QApplication.processEvents()
    undo = bench.actions_by_id["undo"]
    assert undo.receivers(SIGNAL("changed()")) < 10
    button = bench.window.findChild(QToolBar).widgetForAction(undo)
    assert "Title 59" in undo.text()
    assert "Title 59" in button.toolTip()
    assert button.isEnabled()
    bench.session.stack.undo()
    assert "Title 58" in button.toolTip()
    bench.session.stack.setClean()
