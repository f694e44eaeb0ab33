"""Text fields keep to their length, take no control characters, and say when they refuse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.widgets.text_field import LineField, NoteField, clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0bf", "a\nb\nc\nd\ne\nf"),
        ("tab\tstays", "tab\tstays"),
        ("\x00\x1b[31mred\x7f\x85", "[31mred"),
        ("half \ud83d pair", "half  pair"),
        ("Zürich 👟 ע", "Zürich 👟 ע"),
    ],
)
def test_cleaning(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@pytest.fixture
def note(qtbot: QtBot) -> NoteField:
    field = NoteField(20)
    qtbot.addWidget(field)
    field.show()
    return field


def refuses(note: NoteField) -> bool:
    return any(label.isVisible() for label in note.findChildren(QLabel))


def paste(note: NoteField, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    note.editor.insertFromMimeData(data)


def test_typing_past_the_end_is_refused_and_said(note: NoteField, qtbot: QtBot) -> None:
    qtbot.keyClicks(note.editor, "x" * 20)
    assert not refuses(note)
    qtbot.keyClicks(note.editor, "yz")
    assert note.text == "x" * 20
    assert refuses(note)
    qtbot.keyClick(note.editor, Qt.Key.Key_Backspace)
    assert not refuses(note)


def test_typing_inside_a_full_text_keeps_its_end(note: NoteField, qtbot: QtBot) -> None:
    note.show_text("abcdefghijklmnopqrst")
    note.editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(note.editor, "Z")
    assert note.text == "abcdefghijklmnopqrst"


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("p" * 21, "p" * 20),
        ("p" * 100_000, "p" * 20),
        ("👟" * 11, "👟" * 10),  # two places each in Qt's count
        ("p" * 19 + "👟", "p" * 19),  # never half a character
        ("\x00" * 50, ""),
    ],
)
def test_pasting_takes_what_fits(note: NoteField, pasted: str, kept: str) -> None:
    paste(note, pasted)
    assert note.text == kept
    assert refuses(note) == (clean(pasted) != kept)


def test_html_comes_in_as_its_text_alone(note: NoteField) -> None:
    data = QMimeData()
    data.setHtml('<b>bold</b><img src="/etc/hostname">')
    assert not note.editor.canInsertFromMimeData(QMimeData())
    data.setText("bold")
    note.editor.insertFromMimeData(data)
    assert note.text == "bold"
    assert "<img" not in note.editor.toHtml()


def test_showing_is_silent_and_changes_no_character(note: NoteField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(note.edited):
        note.show_text("5\u00a0kg\n\tand more")
        note.commit()
    assert note.text == "5\u00a0kg\n\tand more"


def test_own_undo_takes_back_what_was_typed_before_the_windows(
    note: NoteField, qtbot: QtBot
) -> None:
    qtbot.keyClicks(note.editor, "abc")
    qtbot.keyClick(note.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.text == ""


def test_a_name_takes_a_pasted_paragraph_on_one_line(qtbot: QtBot) -> None:
    field = LineField(20)
    qtbot.addWidget(field)
    told: list[str] = []
    field.edited.connect(told.append)
    QGuiApplication.clipboard().setText("one\r\ntwo\x00\tthree four five six")
    field.paste()
    assert field.text() == "one two three four"
    field.commit()
    field.commit()
    assert told == ["one two three four"]
    field.setText("left again")
    field.drop()
    assert field.text() == "one two three four"
