"""The start page in its window: by keys, by mouse, by drops, and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QContextMenuEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop import paths
from soleus_desktop.plan.model import Athlete, new_plan
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui import app
from soleus_desktop.ui.enabling import AT_START
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.menus import specs
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.start.page import StartPage
from tests.build import plan_of
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.drag import ALL, LEFT, NO_KEYS, hover

Key = Qt.Key
FOUNDATION = RESOURCES / "templates" / "foundation.soleus"
WITH_ERROR = plan_of(["w1 mon: bent-knee-calf-raise 2x12"]).replace(
    title="Spring", athlete=Athlete(name="Robin")
)


@pytest.fixture
def recent(preferences: Preferences, tmp_path: Path) -> Path:
    """A plan file among the recent ones, and before it one that is not there any more."""
    file = tmp_path / "spring.soleus"
    file.write_bytes(plan_bytes(WITH_ERROR))
    preferences.remember(tmp_path / "gone.soleus")
    preferences.remember(file)
    return file


def press(qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    qtbot.keyClick(at, key)


def click_row(qtbot: QtBot, page: StartPage, row: int, button: Qt.MouseButton = LEFT) -> None:
    at = page.recent.visualRect(page.recent.files.index(row)).center()
    qtbot.mouseClick(page.recent.viewport(), button, pos=at)


def named(window: MainWindow) -> list[str]:
    """What the page lists of recent plans."""
    assert window.bench.stage.page
    return [glimpse.title for glimpse in window.bench.stage.page.recent.files.shown]


# --- beginning --------------------------------------------------------------------------------


def test_the_first_template_is_two_keys_away(
    window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    bench = window.bench
    assert bench.stage.at_start
    assert page.templates.hasFocus()  # there is no recent plan
    press(qtbot, Key.Key_Return)
    assert not bench.stage.at_start
    assert bench.board.hasFocus()
    assert (bench.session.plan.title, bench.session.path) == ("Soleus foundation", None)
    assert not bench.session.dirty
    assert window.windowTitle() == "Soleus foundation[*]"


def test_the_arrows_go_through_the_templates(page: StartPage, qtbot: QtBot) -> None:
    here = page.templates.current
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
        press(qtbot, key)
        assert page.templates.current != here
        here = page.templates.current
    assert here
    assert here.path == FOUNDATION


def test_tab_reaches_all_and_each_has_a_name(
    window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    bench = window.bench
    bench.go_to_board()  # there is no plan yet: nothing happens
    assert bench.stage.at_start
    seen: list[QWidget] = []
    while (at := QApplication.focusWidget()) not in seen and at is not None:
        seen.append(at)
        named = QAccessible.queryAccessibleInterface(at)
        assert named.text(QAccessible.Text.Name)
        press(qtbot, Key.Key_Tab)
    assert {page.templates, page.weeks, page.begin, page.open, page.at_start} <= set(seen)


def test_an_empty_plan_has_the_weeks_that_were_typed(
    window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    page.weeks.setFocus()
    page.weeks.selectAll()
    qtbot.keyClicks(page.weeks, "12")
    press(qtbot, Key.Key_Return)
    assert window.bench.session.plan.weeks == new_plan(12).weeks
    assert not window.bench.stage.at_start


def test_begin_and_new_begin_with_four_weeks(
    window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.begin, LEFT)
    assert window.bench.session.plan.weeks == new_plan(4).weeks
    window.bench.stage.show_start()
    window.bench.actions_by_id["new"].trigger()
    assert not window.bench.stage.at_start


def test_a_template_with_an_id_gives_plans_of_their_own(
    window: MainWindow, page: StartPage, own_folder: Path
) -> None:
    own_folder.mkdir(parents=True)
    template = own_folder / "mine.soleus"
    template.write_bytes(plan_bytes(new_plan(2, "Mine").replace(id="the-template")))
    ids = set()
    for _ in range(2):
        window.bench.documents.new_from(template)
        assert window.bench.session.plan.title == "Mine"
        ids.add(window.bench.session.plan.id)
    assert len(ids | {"the-template", None}) == 4


def test_a_template_asks_what_becomes_of_unsaved_changes(
    window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    bench = window.bench
    bench.documents.new()
    bench.library.chosen.emit("seated-calf-raise")
    changed = bench.session.plan
    bench.stage.show_start()
    answers = Answers().escape()
    qtbot.keyClick(page.templates, Key.Key_Return)
    assert "Save the changes" in answers.heard[0]
    assert bench.session.plan is changed
    assert bench.stage.at_start
    Answers().click("Don’t save")
    qtbot.keyClick(page.templates, Key.Key_Return)
    assert bench.session.plan.title == "Soleus foundation"


# --- recent plans -----------------------------------------------------------------------------


def test_recent_plans_say_how_they_stand(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    assert page.recent.hasFocus()
    assert page.recent.isVisible()
    assert [index.row() for index in page.recent.selectedIndexes()] == [0]  # and so is seen
    qtbot.waitUntil(lambda: page.recent.files.shown[1].state.kind == "missing")
    first = page.recent.files.shown[0]
    assert (first.title, first.athlete, first.state.text) == ("Spring", "Robin", "1 error")
    assert first.picture
    press(qtbot, Key.Key_Return)
    assert (window.bench.session.path, window.bench.session.plan) == (recent, WITH_ERROR)
    assert not window.bench.stage.at_start


def test_a_click_opens_a_plan_and_another_button_does_not(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    click_row(qtbot, page, 0, Qt.MouseButton.RightButton)
    assert window.bench.stage.at_start
    click_row(qtbot, page, 0)
    assert window.bench.session.path == recent


def test_a_plan_that_is_gone_is_taken_off_when_a_person_says_so(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.recent.files.shown[1].state.kind == "missing")
    answers = Answers().escape()
    click_row(qtbot, page, 1)
    assert answers.heard == [f"“gone.soleus” is not there. It was last at {recent.parent}."]
    assert named(window) == ["Spring", "gone"]
    Answers().click("Take off the list")
    click_row(qtbot, page, 1)
    assert named(window) == ["Spring"]
    assert window.bench.stage.at_start


def test_delete_takes_plans_off_the_list_and_leaves_the_files(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_Delete)
    assert named(window) == ["gone"]
    press(qtbot, Key.Key_Delete)
    assert named(window) == []
    assert not page.recent.isVisible()  # what there is to do is said instead
    assert recent.exists()


def test_a_plan_that_does_not_open_leaves_the_page(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    recent.write_text("{", encoding="utf-8")
    page.refresh()
    qtbot.waitUntil(lambda: page.recent.files.shown[0].state.kind == "unreadable")
    answers = Answers().click("OK")
    press(qtbot, Key.Key_Return)
    assert "could not be opened" in answers.heard[0]
    assert window.bench.stage.at_start


def test_what_was_saved_since_is_read_again(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    bench = window.bench
    bench.documents.load(recent)
    recent.write_bytes(plan_bytes(WITH_ERROR.replace(title="A longer title now")))
    bench.actions_by_id["start_page"].trigger()
    qtbot.waitUntil(lambda: named(window)[0] == "A longer title now")


# --- the page and the plan ----------------------------------------------------------------------


def test_no_plan_that_is_not_seen_can_be_changed(window: MainWindow, qtbot: QtBot) -> None:
    bench = window.bench
    assert {spec.id for spec in specs()} >= AT_START
    assert window.windowTitle() == "Start page[*]"
    for action in bench.actions_by_id.values():
        assert action.isEnabled() == (action.objectName() in AT_START)
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Key.Key_N, Qt.KeyboardModifier.ControlModifier | shift)
    assert not bench.session.dirty
    assert not bench.menus.toolbar.isVisible()
    bench.documents.new()
    assert bench.menus.toolbar.isVisible()
    assert bench.actions_by_id["add_week"].isEnabled()


def test_there_and_back_by_keys(window: MainWindow, page: StartPage, qtbot: QtBot) -> None:
    bench = window.bench
    press(qtbot, Key.Key_Escape)
    assert bench.stage.at_start  # there is nothing to go back to
    assert not page.back.isVisible()
    bench.documents.new()
    assert bench.actions_by_id["start_page"].shortcut() == QKeySequence("Alt+Home")
    qtbot.keyClick(bench.board, Key.Key_Home, Qt.KeyboardModifier.AltModifier)
    assert bench.stage.at_start
    assert page.back.isVisible()
    press(qtbot, Key.Key_Escape)
    assert not bench.stage.at_start
    assert bench.board.hasFocus()
    bench.stage.show_start()
    qtbot.mouseClick(page.back, LEFT)
    assert not bench.stage.at_start


def test_a_file_that_is_dropped_on_the_page_is_opened(
    window: MainWindow, page: StartPage, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "from a mail.soleus"
    file.write_bytes(plan_bytes(new_plan(3, "From a mail")))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    for list_ in (page.templates, page.recent):  # they leave it to the window
        assert not list_.acceptDrops()
        assert not list_.viewport().acceptDrops()
    assert hover(window, data, QPoint(200, 200))
    drop = QDropEvent(QPointF(200, 200), ALL, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: window.bench.session.path == file)
    assert not window.bench.stage.at_start


def test_it_looks_right_in_another_theme(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: page.recent.files.shown[0].picture is not None)
    light = page.recent.files.shown[0].picture
    window.bench.choose_theme("dark")
    qtbot.waitUntil(lambda: page.recent.files.shown[0].picture != light)
    ground = page.grab().toImage().pixelColor(2, 2)
    assert ground.lightness() < 60


@pytest.mark.parametrize("width", [640, 1024, 1366, 3840])
def test_the_cards_fill_the_width_and_none_is_cut(
    width: int, window: MainWindow, page: StartPage
) -> None:
    window.resize(width, 640)
    QApplication.processEvents()
    cards = [
        page.templates.visualRect(page.templates.files.index(row))
        for row in range(len(page.templates.files.shown))
    ]
    room = page.templates.viewport().width()
    assert all(card.left() >= 0 and card.right() < room for card in cards)
    assert not any(one.intersects(other) for one in cards for other in cards if one is not other)
    assert max(card.right() for card in cards) > room - page.templates.delegate.least_width


# --- when the program starts ---------------------------------------------------------------------


def test_a_program_without_a_file_begins_with_it_unless_unwanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, page: StartPage
) -> None:
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "settings")
    monkeypatch.setattr(paths, "templates_folder", lambda: tmp_path / "templates")
    file = tmp_path / "a.soleus"
    file.write_bytes(plan_bytes(new_plan(1)))

    def begins_at_start(path: Path | None) -> bool:
        window = app.open_window(path)
        qtbot.addWidget(window)
        at_start = window.bench.stage.at_start
        window._preferences.flush()  # each has its own here, and the last to write has its way
        return at_start

    assert begins_at_start(None)
    assert not begins_at_start(file)
    assert page.at_start.isChecked()
    qtbot.mouseClick(page.at_start, LEFT, pos=QPoint(8, page.at_start.height() // 2))
    page._preferences.flush()
    assert not begins_at_start(None)


def test_the_context_menu_of_a_recent_plan(
    recent: Path, window: MainWindow, page: StartPage, qtbot: QtBot
) -> None:
    at = page.recent.visualRect(page.recent.files.index(0)).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, page.recent.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(page.recent.viewport(), event)
    menu = page.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["&Open", "&Take off the list"]
    menu.actions()[1].trigger()
    menu.close()
    assert named(window) == ["gone"]
