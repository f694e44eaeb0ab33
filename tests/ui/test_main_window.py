"""The window itself: its size, and plan files that are dropped on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from tests.ui.conftest import RESOURCES
from tests.ui.drag import ALL, LEFT, NO_KEYS, event_at, hover
from tests.ui.panels.showing import named

AT = QPoint(200, 200)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> MainWindow:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window)
    return window


def dragged(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(urls)
    return data


def plan_file(folder: Path) -> Path:
    file = folder / "from a mail.soleus"
    file.write_bytes(plan_bytes(new_plan(3, title="From a mail")))
    return file


def test_it_begins_within_the_screen(window: MainWindow) -> None:
    room = QGuiApplication.primaryScreen().availableSize()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_keys_begin_at_the_board_where_no_start_page_is_wanted(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitActive(window):
        window.show()
    qtbot.waitUntil(lambda: window.bench.board.hasFocus())


def test_a_plan_file_that_is_dropped_is_opened_and_never_moved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    data = dragged(QUrl.fromLocalFile(str(plan_file(tmp_path))))
    assert hover(window, data, AT)
    drop = QDropEvent(QPointF(AT), ALL, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, drop)
    assert drop.isAccepted()
    assert drop.dropAction() == Qt.DropAction.CopyAction
    qtbot.waitUntil(lambda: window.bench.session.plan.title == "From a mail")


def test_a_field_takes_text_but_leaves_files_to_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = window.bench
    window.show()
    bench.actions_by_id["edit_plan"].trigger()
    files, text = dragged(QUrl.fromLocalFile(str(plan_file(tmp_path)))), QMimeData()
    text.setText("Spring")
    title = named(bench.inspector, QLineEdit, "Title")
    notes = named(bench.inspector, QTextEdit, "Notes")
    for data, taken in ((text, True), (files, False)):
        enter = QDragEnterEvent(event_at(AT), ALL, data, LEFT, NO_KEYS)
        title.event(enter)  # to the field alone: Qt asks the window after it
        assert enter.isAccepted() == taken
        assert notes.canInsertFromMimeData(data) == taken
        assert hover(title, data, QPoint(5, 5))
    assert not bench.library.search.acceptDrops()


def test_what_is_no_plan_file_of_this_machine_is_not_taken(
    window: MainWindow, tmp_path: Path
) -> None:
    file = QUrl.fromLocalFile(str(plan_file(tmp_path)))
    picture = QUrl.fromLocalFile(str(tmp_path / "photo.png"))
    for urls in ((), (picture,), (file, file), (QUrl("https://example.org/plan.soleus"),)):
        assert not hover(window, dragged(*urls), AT)


def test_a_plan_file_that_may_only_be_moved_is_not_taken(
    window: MainWindow, tmp_path: Path
) -> None:
    data = dragged(QUrl.fromLocalFile(str(plan_file(tmp_path))))
    drop = QDropEvent(QPointF(AT), Qt.DropAction.MoveAction, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, drop)
    assert not drop.isAccepted()
