"""Answer dialogs as a person does: wait until one is there, then click or type."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressDialog,
    QPushButton,
)

from soleus_desktop.ui.dialogs.ask import LongMessage

TRIES = 200
EVERY_MS = 20


class Answers:
    """Answers dialogs one after another; `heard` is what they said."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._waiting: list[Callable[[QDialog], None]] = []
        self._tries = 0

    def click(self, button: str) -> Answers:
        """Answer the next message box by the button with this text."""
        return self._next(lambda box: self._click(box, button))

    def escape(self) -> Answers:
        """Answer the next dialog by the Escape key."""
        return self._next(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))

    def choose(self, path: Path) -> Answers:
        """Answer the next file dialog by typing this path."""
        return self._next(lambda dialog: self._choose(dialog, path))

    def _next(self, answer: Callable[[QDialog], None]) -> Answers:
        self._waiting.append(answer)
        if len(self._waiting) == 1:
            self._soon()
        return self

    def _soon(self) -> None:
        QTimer.singleShot(EVERY_MS, lambda: self._look())  # a lambda keeps this object alive

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._tries += 1
        if isinstance(dialog, QDialog) and not isinstance(dialog, QProgressDialog):
            if isinstance(dialog, QMessageBox):
                self.heard.append(_read(f"{dialog.text()} {dialog.informativeText()}"))
            elif isinstance(dialog, LongMessage):
                said = " ".join(label.text() for label in dialog.findChildren(QLabel))
                self.heard.append(_read(f"{said} {dialog.details.toPlainText()}"))
            self._tries = 0
            answer = self._waiting.pop(0)
            if self._waiting:
                self._soon()
            answer(dialog)
        elif self._tries < TRIES:
            self._soon()

    @staticmethod
    def _click(dialog: QDialog, text: str) -> None:
        for button in dialog.findChildren(QPushButton):
            if button.text().replace("&", "") == text:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        there = [button.text() for button in dialog.findChildren(QPushButton)]
        dialog.reject()
        raise AssertionError(f"no button {text!r} among {there}")

    @staticmethod
    def _choose(dialog: QDialog, path: Path) -> None:
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)


def _read(text: str) -> str:
    """What a person reads: places to break a long word are not seen."""
    return text.replace("\u200b", "").strip()
