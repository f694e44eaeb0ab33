"""What is hostile and comes into the window (rows 96 to 112): dropped, pasted, typed."""

from __future__ import annotations

import random
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import CustomExercise
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.ui.actions import without_mnemonic
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.mime import ENTRIES
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.workbench import Workbench
from tests.hostile.table import rows_of
from tests.ui.canary import ITEMS, items_that_make
from tests.ui.conftest import RESOURCES
from tests.ui.drag import drag_to

SLOWEST_S = 3.0  # on a machine with much else to do
PAGES = ("plan", "week", "day", "entry")


def rows(section: str) -> pytest.MarkDecorator:
    """Try a test with each row of a section of the table."""
    there = rows_of("window", section)
    return pytest.mark.parametrize("row", there, ids=lambda one: f"{one['row']} {one['name']}")


def text_of(row: dict[str, Any]) -> str:
    text: str = row["text"] * row.get("times", 1)
    return text + "\ud800" if row.get("half") else text


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=let_go)
    window.show()
    window.bench.library.chosen.emit("bent-knee-calf-raise")
    return window.bench


def let_go(window: MainWindow) -> None:
    """Leave nothing unsaved, nor typed and not yet taken over, so that closing asks nothing."""
    window.bench.inspector.commit()
    window.bench.session.stack.setClean()
    QApplication.clipboard().clear()


def sound(bench: Workbench) -> None:
    """The plan is one that can be saved and opened."""
    session = bench.session
    assert read_plan(plan_bytes(session.plan), session.guide) == session.plan


def carried(kind: str, data: bytes) -> QMimeData:
    mime = QMimeData()
    mime.setData(kind, data)
    return mime


@rows("items")
def test_no_view_decodes_items(bench: Workbench, row: dict[str, Any], tmp_path: Path) -> None:
    chance, copy = random.Random(row["row"]), Qt.DropAction.CopyAction
    blobs = [chance.randbytes(chance.randrange(400)) for _ in range(row.get("random", 0))]
    blobs += [items_that_make(tmp_path / "made")] if "runs" in row else []
    views = [one for one in bench.window.findChildren(QAbstractItemView) if one.model()]
    taking = [one for one in views if one.acceptDrops() or one.viewport().acceptDrops()]
    assert len(views) > len(taking) > 0
    for view in views:  # what pops up in a box of choices has Qt's own model, and takes no drops
        for blob in blobs:
            assert not drag_to(view.viewport(), carried(ITEMS, blob), QPoint(20, 20))
    for view in taking:
        model: QAbstractItemModel = view.model()
        assert ITEMS not in model.mimeTypes()
        for blob in blobs:
            assert not model.canDropMimeData(carried(ITEMS, blob), copy, 0, 0, QModelIndex())
            assert not model.dropMimeData(carried(ITEMS, blob), copy, 0, 0, QModelIndex())
    assert not (tmp_path / "made").exists()
    sound(bench)


@rows("paragraph")
def test_long_paragraphs_are_dropped_again_and_again(bench: Workbench, row: dict[str, Any]) -> None:
    for page in PAGES:
        bench.edit_page(page)
    fields = [w for w in bench.inspector.findChildren(QTextEdit) if not w.isReadOnly()]
    assert len(fields) > 2
    assert [w for w in bench.window.findChildren(QPlainTextEdit) if not w.isReadOnly()] == []
    for field in fields:
        for _ in range(3):
            mime = QMimeData()
            mime.setText(text_of(row))
            drag_to(field.viewport(), mime, QPoint(5, 5))
            QApplication.processEvents()
    sound(bench)


@rows("text")
def test_hostile_text_in_every_field(bench: Workbench, row: dict[str, Any]) -> None:
    tried, begin = 0, time.perf_counter()
    for page in PAGES:
        bench.edit_page(page)
        fields: list[QWidget] = [
            one
            for kind in (QLineEdit, QTextEdit)
            for one in bench.inspector.findChildren(kind)
            if one.isVisible() and one.isEnabled()
        ]
        for field in fields:
            QApplication.clipboard().setText(text_of(row))
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            bench.inspector.commit()
            sound(bench)
            tried += 1
    assert tried > 5
    assert (time.perf_counter() - begin) / tried < SLOWEST_S


def test_no_field_takes_any_length(bench: Workbench) -> None:
    for page in PAGES:
        bench.edit_page(page)
    bench.fast_entry()
    bench.help.show("keys")
    fields = bench.window.findChildren(QLineEdit)
    assert len(fields) > 10
    long = [one.parent() for one in fields if one.maxLength() > 10_000]
    assert [one for one in long if not isinstance(one, QDateEdit | QSpinBox)] == []  # Qt's own


@rows("called")
def test_a_name_is_shown_as_it_is(bench: Workbench, row: dict[str, Any], tmp_path: Path) -> None:
    text, session = row["text"], bench.session
    own = CustomExercise(id="own", name=text, dose="reps", ranges={})
    session.apply(text, lambda plan: plan.replace(title=text, exercises=(own,)))
    assert without_mnemonic(bench.actions_by_id["undo"].text()) == f"Undo {text}"
    assert text.replace("<", "&lt;") in bench.actions_by_id["undo"].toolTip().replace("&amp;", "&")
    assert bench.window.windowTitle() == f"{text}[*]"
    file = tmp_path / f"{text.replace('/', '')}.soleus"
    bench._preferences.remember(file)
    menus = [menu for menu in bench.window.findChildren(QMenu) if menu.title() == "Open &recent"]
    menus[0].aboutToShow.emit()
    assert file.name in without_mnemonic(menus[0].actions()[0].text())
    for page in PAGES:
        bench.edit_page(page)
    labels = [label for label in bench.window.findChildren(QLabel) if label.text()]
    assert len(labels) > 10
    assert [one.text() for one in labels if one.textFormat() == Qt.TextFormat.AutoText] == []


@rows("markup")
def test_markup_is_pasted_as_text(bench: Workbench, row: dict[str, Any]) -> None:
    bench.edit_page("plan")
    field = bench.inspector.findChildren(QTextEdit)[0]
    mime = QMimeData()
    mime.setHtml(row["html"])
    mime.setText(row["text"])
    QApplication.clipboard().setMimeData(mime)
    field.setFocus()
    field.paste()
    assert row["text"] in field.toPlainText()
    assert "<img" not in field.toHtml()
    assert "font-weight:700" not in field.toHtml().partition("<body")[2]


@rows("number")
def test_no_number_goes_around_a_field(qtbot: QtBot, row: dict[str, Any]) -> None:
    field = NumberField(1, 1000)
    qtbot.addWidget(field)
    field.show_number(5)
    field.setFocus()
    field.lineEdit().selectAll()
    field.lineEdit().insert(text_of(row))  # as a paste does, letter by letter or at once
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert 1 <= field.number <= 1000


@rows("own")
def test_much_data_of_our_own_kind_is_borne(bench: Workbench, row: dict[str, Any]) -> None:
    before, begin = bench.session.plan, time.perf_counter()
    drag_to(bench.board.viewport(), carried(ENTRIES, text_of(row).encode()), QPoint(200, 100))
    assert bench.session.plan is before
    assert time.perf_counter() - begin < SLOWEST_S


@rows("url")
def test_what_is_no_plan_of_this_machine(bench: Workbench, row: dict[str, Any]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(row["url"])] * row.get("times", 1))
    assert not drag_to(bench.window, mime, QPoint(400, 300))


@rows("clipboard")
def test_foreign_text_on_the_clipboard_is_no_entry(bench: Workbench, row: dict[str, Any]) -> None:
    before = bench.session.plan
    QApplication.clipboard().setText(text_of(row))
    bench.actions_by_id["paste"].trigger()
    assert bench.session.plan is before
