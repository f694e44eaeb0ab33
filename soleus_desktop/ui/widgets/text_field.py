"""Fields for text that a person types: one line, or some lines.

Both tell a change once typing pauses or the field is left. `commit` tells it at once, for example
before a file is saved; `drop` forgets what was not told yet.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from soleus_desktop.ui.widgets.differing import DIFFERS, all_alike

PAUSE_MS = 500
_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n"})


def clean(text: str) -> str:
    """Return the text with plain line ends, without control characters and broken surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    return "".join(
        char for char in text if char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs")
    )


class LineField(QLineEdit):
    """One line of text of at most so many characters."""

    edited = Signal(str)

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(most)
        self._told = self.text()
        self._pause = _pause(self)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self.commit)

    @property
    def pending(self) -> bool:
        """Whether something was typed that `edited` did not tell yet."""
        return self.text() != self._told

    def show_text(self, text: str) -> None:
        """Show a text without saying so; what is shown already stays, with its cursor."""
        if text != self._told:
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)
            self._told = self.text()
            self._pause.stop()

    def show_texts(self, texts: Sequence[str], empty: str = "") -> None:
        """Show the text of several things at once, without saying so; at least one.

        `empty` is what stands in the background where all have none.
        """
        alike = all_alike(texts)
        self.setPlaceholderText(empty if alike else DIFFERS)
        self.show_text(texts[0] if alike else "")

    def commit(self) -> None:
        """Tell what is pending."""
        self._pause.stop()
        if self.pending:
            self._told = self.text()
            self.edited.emit(self._told)

    def drop(self) -> None:
        """Forget what is pending."""
        if self.pending:
            self.setText(self._told)
        self._pause.stop()

    def _on_text_edited(self, text: str) -> None:
        cleaned = " ".join(clean(text).splitlines()).replace("\t", " ") if text else text
        if cleaned != text:
            at = self.cursorPosition() - (len(text) - len(cleaned))
            self.setText(cleaned)
            self.setCursorPosition(at)
        self._pause.start()

    def event(self, event: QEvent) -> bool:
        if _leaves_to_window(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _names_files(event.mimeData()):
            event.ignore()  # the window opens them
        else:
            super().dragEnterEvent(event)


class NoteField(QWidget):
    """Some lines of plain text of at most so many characters; says so when one is refused."""

    edited = Signal(str)

    def __init__(self, most: int, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.most = most
        self.editor = _Editor(self, most, lines)
        self._full = QLabel(f"Room for {most:,} characters; the rest was left out.")
        self._full.setTextFormat(Qt.TextFormat.PlainText)
        self._full.setWordWrap(True)
        self._full.setForegroundRole(QPalette.ColorRole.BrightText)
        self._full.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.editor)
        layout.addWidget(self._full)
        self.setFocusProxy(self.editor)
        self._told = ""
        self._showing = False
        self._pause = _pause(self)
        self._pause.timeout.connect(self.commit)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.left.connect(self.commit)
        self.editor.refused.connect(self._full.show)

    @property
    def text(self) -> str:
        """The text as it stands in the field."""
        # toPlainText would turn the spaces that do not break into plain ones
        return self.editor.document().toRawText().translate(_LINE_ENDS)

    @property
    def pending(self) -> bool:
        """Whether something was typed that `edited` did not tell yet."""
        return self.text != self._told

    def show_text(self, text: str) -> None:
        """Show a text without saying so; what is shown already stays, with its cursor."""
        if text == self._told:
            return
        at = self.editor.textCursor().position()
        self._set(text)
        if self.editor.hasFocus():
            cursor = self.editor.textCursor()
            cursor.setPosition(min(at, self.editor.document().characterCount() - 1))
            self.editor.setTextCursor(cursor)
        self._told = self.text

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show the text of several things at once, without saying so; at least one."""
        alike = all_alike(texts)
        self.editor.setPlaceholderText("" if alike else DIFFERS)
        self.show_text(texts[0] if alike else "")

    def commit(self) -> None:
        """Tell what is pending."""
        self._pause.stop()
        if self.pending:
            self._told = self.text
            self.edited.emit(self._told)

    def drop(self) -> None:
        """Forget what is pending."""
        if self.pending:
            self._set(self._told)
        self._pause.stop()

    def _set(self, text: str) -> None:
        self._showing = True
        self.editor.setPlainText(text)
        self._showing = False
        self._full.hide()
        self._pause.stop()

    def _on_text_changed(self) -> None:
        if self._showing:
            return
        over = self.editor.document().characterCount() - 1 - self.most
        if over > 0:  # typed or composed past the end; what is pasted is cut before it comes in
            cursor = self.editor.textCursor()
            cursor.setPosition(max(cursor.position() - over, 0), QTextCursor.MoveMode.KeepAnchor)
            self._showing = True
            cursor.removeSelectedText()
            self._showing = False
        self._full.setVisible(over > 0)
        self._pause.start()


class _Editor(QTextEdit):
    """A text edit that takes plain text alone, as much as there is room for."""

    left = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget, most: int, lines: int) -> None:
        super().__init__(parent)
        self._most, self._lines = most, lines
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.document().setDocumentMargin(4)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not _names_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        cursor = self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = self._most - (self.document().characterCount() - 1 - selected)
        # one character may take two places in Qt's count; far more than fits is not looked at
        taken = _cut(clean(text[: room + 1]), room)
        cursor.insertText(taken)
        self.ensureCursorVisible()
        if len(taken) < len(clean(text[: 2 * self._most])):
            self.refused.emit()

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if _leaves_to_window(event, document.isUndoAvailable(), document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def sizeHint(self) -> QSize:
        height = self._lines * self.fontMetrics().lineSpacing() + 2 * self.frameWidth() + 10
        return QSize(160, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


def _names_files(data: QMimeData) -> bool:
    """Tell whether files are dragged: their paths are no text that a person wants in a note."""
    return any(url.isLocalFile() for url in data.urls())


def _pause(parent: QWidget) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE_MS)
    return timer


def _leaves_to_window(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Tell whether a key means undo or redo and the field has nothing of its own to take back."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo


def _cut(text: str, room: int) -> str:
    """Return as much of the text as takes `room` places in Qt's count, no character halved."""
    while len(text.encode("utf-16-le")) > 2 * room:
        excess = len(text.encode("utf-16-le")) // 2 - room
        text = text[: -max(excess // 2, 1)]
    return text
