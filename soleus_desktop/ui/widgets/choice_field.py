"""A field for one of a few values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from soleus_desktop.ui.widgets.differing import DIFFERS, all_alike


class ChoiceField(QComboBox):
    """Shows one of a few values by its label and says when a person chose another."""

    edited = Signal(object)

    def __init__(
        self, options: Iterable[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._shown = 0
        self._fill(options)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self._on_activated)

    @property
    def choice(self) -> object:
        """The value that is shown; None where none is."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_options(self, options: Iterable[tuple[object, str]], value: object) -> None:
        """Offer other values, and show one of them without saying so."""
        self.clear()
        self._values.clear()
        self._fill(options)
        self.show_choice(value)

    def show_choice(self, value: object) -> None:
        """Show a value without saying so."""
        self._shown = self._values.index(value)
        self.setCurrentIndex(self._shown)

    def show_choices(self, values: Sequence[object]) -> None:
        """Show the value of several things at once, without saying so; at least one."""
        if all_alike(values):
            self.show_choice(values[0])
        else:
            self.show_none(DIFFERS)

    def show_none(self, text: str) -> None:
        """Show this text in place of a value, without saying so."""
        self._shown = -1
        self.setPlaceholderText(text)
        self.setCurrentIndex(-1)

    def _fill(self, options: Iterable[tuple[object, str]]) -> None:
        for value, label in options:
            self._values.append(value)
            self.addItem(label)

    def _on_activated(self, index: int) -> None:
        if index != self._shown:
            self._shown = index
            self.edited.emit(self._values[index])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
