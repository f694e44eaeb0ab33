"""The rows of hostile things that come into the window: dropped, pasted, typed (96 to 112)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.mime import ENTRIES
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.workbench import Workbench
from tests.ui.conftest import RESOURCES
from tests.ui.drag import drag_to

ITEMS = "application/x-qabstractitemmodeldatalist"
PICKLE = b"\0\0\0\1\0\0\0\0\0\0\x04\0\0\0\0\x1aPySide::PyObjectWrapper\0cos\nsystem\n(S'false'\ntR."
HOSTILE = {
    "a zero": "a\0b",
    "an escape": "a\x1b[31mb",
    "a rubout": "a\x7fb",
    "lines of Windows": "a\r\nb",
    "a line of its own kind": "a\u2028b",
    "half of a letter": "a\ud800b",
    "right to left": "a\u202eb",
    "markup": "<img src='/etc/passwd'><b>a</b>",
    "a mark of order": "\ufeffa",
    "families": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 200,
    "very long": "x" * 100_000,
    "Hebrew": "\u05d0" * 50_000,
}
PAGES = ("plan", "week", "day", "entry")


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


def test_no_view_decodes_items(bench: Workbench) -> None:  # rows 96 and 97
    chance, copy = random.Random(96), Qt.DropAction.CopyAction
    blobs = [PICKLE, *(chance.randbytes(chance.randrange(400)) for _ in range(60))]
    views = [one for one in bench.window.findChildren(QAbstractItemView) if one.model()]
    taking = [one for one in views if one.acceptDrops() or one.viewport().acceptDrops()]
    assert len(views) > len(taking) > 0
    for view in views:  # what pops up in a box of choices has Qt's own model, and takes no drops
        for blob in blobs:
            assert not drag_to(view.viewport(), carried(ITEMS, blob), QPoint(20, 20))
    for view in taking:
        model: QAbstractItemModel = view.model()
        assert ITEMS not in model.mimeTypes()
        assert not model.canDropMimeData(carried(ITEMS, PICKLE), copy, 0, 0, QModelIndex())
        assert not model.dropMimeData(carried(ITEMS, PICKLE), copy, 0, 0, QModelIndex())
    sound(bench)


def test_long_paragraphs_are_dropped_twice(bench: Workbench) -> None:  # row 98
    bench.edit_page("plan")
    fields = bench.inspector.findChildren(QTextEdit)
    assert fields
    for field in fields:
        for _ in range(3):
            mime = QMimeData()
            mime.setText("words and more words " * 60)
            drag_to(field.viewport(), mime, QPoint(5, 5))
            QApplication.processEvents()
    sound(bench)


def test_no_field_that_is_written_in_dies_of_drops(bench: Workbench) -> None:  # row 98
    for page in PAGES:
        bench.edit_page(page)
    assert bench.window.findChildren(QTextEdit)
    assert [w for w in bench.window.findChildren(QPlainTextEdit) if not w.isReadOnly()] == []


@pytest.mark.parametrize("name", HOSTILE)  # rows 99 to 101, 105 to 108
def test_hostile_text_in_every_field(bench: Workbench, name: str) -> None:
    text = HOSTILE[name].encode("utf-8", "replace").decode()
    tried = 0
    for page in PAGES:
        bench.edit_page(page)
        fields: list[QWidget] = [
            one
            for kind in (QLineEdit, QTextEdit)
            for one in bench.inspector.findChildren(kind)
            if one.isVisible() and one.isEnabled()
        ]
        for field in fields:
            QApplication.clipboard().setText(text)
            field.setFocus()
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            bench.inspector.commit()
            sound(bench)
            tried += 1
    assert tried > 5


def test_no_label_is_markup(bench: Workbench) -> None:  # row 102
    for page in PAGES:
        bench.edit_page(page)
    labels = [label for label in bench.window.findChildren(QLabel) if label.text()]
    assert len(labels) > 10
    assert [one.text() for one in labels if one.textFormat() == Qt.TextFormat.AutoText] == []


def test_markup_is_pasted_as_text(bench: Workbench) -> None:  # row 103
    bench.edit_page("plan")
    field = bench.inspector.findChildren(QTextEdit)[0]
    mime = QMimeData()
    mime.setHtml("<b>bold</b><img src='/etc/passwd'>")
    mime.setText("bold")
    QApplication.clipboard().setMimeData(mime)
    field.setFocus()
    field.paste()
    assert "bold" in field.toPlainText()
    assert "<img" not in field.toHtml()
    assert "font-weight:700" not in field.toHtml().partition("<body")[2]


def test_no_number_goes_around_a_field(qtbot: QtBot) -> None:  # row 109
    field = NumberField(1, 1000)
    qtbot.addWidget(field)
    field.show_number(5)
    for text in ("nan", "inf", "-inf", "1e999", str(2**40), "9" * 400, "\u0661\u0662"):
        field.setFocus()
        field.lineEdit().selectAll()
        field.lineEdit().insert(text)  # as a paste does, letter by letter or at once
        QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)
        assert 1 <= field.number <= 1000


def test_much_data_of_our_own_kind_is_borne(bench: Workbench) -> None:  # row 110
    before = bench.session.plan
    drag_to(bench.board.viewport(), carried(ENTRIES, b"[" * 20_000_000), QPoint(200, 100))
    assert bench.session.plan is before


@pytest.mark.parametrize(
    "url",
    [
        "http://example.org/x.soleus",
        "file://host/share/x.soleus",
        "file:///dev/zero",
        "file:///tmp",
        "javascript:alert(1)",
    ],
)
def test_addresses_that_are_no_plan_of_this_machine(bench: Workbench, url: str) -> None:
    mime = QMimeData()  # row 111
    mime.setUrls([QUrl(url)])
    assert not drag_to(bench.window, mime, QPoint(400, 300))


def test_many_files_at_once_are_not_taken(bench: Workbench) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(f"/tmp/{number}.soleus") for number in range(500)])
    assert not drag_to(bench.window, mime, QPoint(400, 300))


@pytest.mark.parametrize(
    "text",
    ["{}", "[" * 5000, '{"format": "soleus-plan", "version": 1, "weeks": [{}]}', "\0" * 99, "null"],
)
def test_foreign_text_on_the_clipboard_is_no_entry(bench: Workbench, text: str) -> None:
    before = bench.session.plan  # row 112
    QApplication.clipboard().setText(text)
    bench.actions_by_id["paste"].trigger()
    assert bench.session.plan is before
