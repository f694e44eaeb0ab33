"""The foot of dialogs."""

from __future__ import annotations

from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.dialogs.foot import in_words


def test_buttons_have_words_alone(qtbot: QtBot) -> None:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(buttons)
    (close,) = buttons.buttons()
    close.setIcon(QIcon(QPixmap(8, 8)))  # as desktops do that have icons for them
    in_words(buttons)
    assert close.icon().isNull()
    assert close.text()
