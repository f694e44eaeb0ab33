"""Short questions and messages, in plain text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QMessageBox,
    QPlainTextEdit,
    QStyle,
    QWidget,
)

from soleus_desktop.ui.dialogs.foot import in_words
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.lines import breakable, sentence

Answer = Literal["save", "discard", "cancel"]
TITLE = "Soleus Desktop"
ICON = 40
LONG_SIZE = QSize(560, 380)
LONG_LINES, LONG_LETTERS = 8, 900
"""A message beyond one of these is scrolled; else it would outgrow the screen."""


def save_changes(parent: QWidget, name: str) -> Answer:
    """Ask what becomes of unsaved changes. Escape cancels."""
    box = _box(parent, QMessageBox.Icon.Question, f"Save the changes to \u201c{name}\u201d?")
    box.setInformativeText("Without saving they are lost.")
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton("Do&n\u2019t save", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    in_words(box)
    box.exec()
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"


def replace(parent: QWidget, name: str) -> bool:
    """Ask whether a file that is there already may be replaced. Escape keeps it."""
    text = f"\u201c{name}\u201d is there already."
    return confirm(parent, text, "Replacing it loses what it holds.", "&Replace")


def confirm(parent: QWidget, text: str, more: str, do_it: str) -> bool:
    """Ask whether to do what cannot be undone; `do_it` names it. Escape leaves all as it is."""
    box = _box(parent, QMessageBox.Icon.Question, text)
    box.setInformativeText(breakable(more))
    do = box.addButton(do_it, QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setEscapeButton(keep)
    box.setDefaultButton(keep)
    in_words(box)
    box.exec()
    return box.clickedButton() is do


def choose(
    parent: QWidget, text: str, more: str, *, failed: bool = False, **answers: str
) -> str | None:
    """Ask for one of some answers, each by its name; the first is the default. None by Escape."""
    icon = QMessageBox.Icon.Warning if failed else QMessageBox.Icon.Question
    box = _box(parent, icon, text)
    box.setInformativeText(breakable(sentence(more)))
    buttons = [
        (box.addButton(shown, QMessageBox.ButtonRole.AcceptRole), name)
        for name, shown in answers.items()
    ]
    standard = QMessageBox.StandardButton
    box.setEscapeButton(box.addButton(standard.Ok if failed else standard.Cancel))
    box.setDefaultButton(buttons[0][0])
    in_words(box)
    box.exec()
    clicked = box.clickedButton()
    return next((name for button, name in buttons if button is clicked), None)


def note(parent: QWidget, text: str, more: str) -> None:
    """Say something that came from outside, and go on: nobody waits for the answer."""
    box = _box(parent, QMessageBox.Icon.Information, text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(breakable(sentence(more)))
    box.addButton(QMessageBox.StandardButton.Ok)
    in_words(box)
    box.open()


def offer(parent: QWidget, text: str, more: str, do_it: str, do: Callable[[], object]) -> None:
    """Say something that came from outside, with something to do about it; go on meanwhile."""
    box = _box(parent, QMessageBox.Icon.Information, text)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setInformativeText(breakable(sentence(more)))
    button = box.addButton(do_it, QMessageBox.ButtonRole.AcceptRole)
    button.clicked.connect(do)
    not_now = box.addButton("&Not now", QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(not_now)
    box.setDefaultButton(not_now)
    in_words(box)
    box.open()


def tell(parent: QWidget, text: str, more: str = "", *, failed: bool = True) -> None:
    """Say something that a person has to see; `failed` says that something went wrong."""
    more = sentence(more)
    if len(more.splitlines()) > LONG_LINES or len(more) > LONG_LETTERS:
        LongMessage(parent, text, more, failed=failed).exec()
        return
    icon = QMessageBox.Icon.Warning if failed else QMessageBox.Icon.Information
    box = _box(parent, icon, text)
    box.setInformativeText(breakable(more))
    box.addButton(QMessageBox.StandardButton.Ok)
    in_words(box)
    box.exec()


class LongMessage(QDialog):
    """A message with much to it, which can be scrolled, selected and copied."""

    def __init__(self, parent: QWidget, text: str, more: str, *, failed: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(TITLE)
        pixmap = QStyle.StandardPixmap
        sign = pixmap.SP_MessageBoxWarning if failed else pixmap.SP_MessageBoxInformation
        icon, said, self.details = plain_label(""), plain_label(breakable(text)), QPlainTextEdit()
        icon.setPixmap(self.style().standardIcon(sign).pixmap(ICON))
        said.setWordWrap(True)
        self.details.setPlainText(more)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName("Details")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self.accept)
        in_words(buttons)
        layout = QGridLayout(self)
        layout.setSpacing(12)
        layout.addWidget(icon, 0, 0)
        layout.addWidget(said, 0, 1)
        layout.addWidget(self.details, 1, 0, 1, 2)
        layout.addWidget(buttons, 2, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        self.resize(LONG_SIZE)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setFocus()


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(TITLE)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(breakable(text))
    return box
