"""A field for one number, whole or with at most two decimals."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

DECIMALS = 2
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class NumberField(QDoubleSpinBox):
    """Shows a number and says when a person changed it, at each key and each click.

    A whole number is told as int, any other as float: 3 and never 3.0. A comma is read as the
    decimal point. Neither NaN nor infinity can be typed. Undo and redo are left to the window,
    the wheel to what scrolls around it unless the field has the focus.
    """

    edited = Signal(object)
    """The number that a person gave: int or float."""

    def __init__(
        self,
        least: float,
        most: float,
        *,
        whole: bool = False,
        unit: str = "",
        step: float = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        decimals = "" if whole else rf"([.,]\d{{0,{DECIMALS}}})?"
        self._pattern = re.compile(r"\d{0,4}" + decimals, re.ASCII)
        self.setDecimals(0 if whole else DECIMALS)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setAccelerated(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(58)
        self.setMaximumWidth(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = self.number
        self.valueChanged.connect(self._on_value_changed)

    @property
    def number(self) -> int | float:
        """The number that is shown."""
        return _plain(self.value())

    def show_number(self, number: float) -> None:
        """Show a number without saying so; what is shown already stays, with its cursor."""
        if round(float(number), self.decimals()) != self.value():
            self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(False)
        self._told = self.number

    def _on_value_changed(self) -> None:
        if self.number != self._told:  # Qt says so too when it restores what stood there
            self._told = self.number
            self.edited.emit(self._told)

    def textFromValue(self, value: float) -> str:
        return f"{_plain(value)}"

    def valueFromText(self, text: str) -> float:
        return float(self._bare(text).replace(",", ".") or 0)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        bare = self._bare(text)
        if not self._pattern.fullmatch(bare):
            return QValidator.State.Invalid, text, position
        if not bare.strip(".,"):
            return QValidator.State.Intermediate, text, position
        number = float(bare.replace(",", "."))
        if number > self.maximum():
            return QValidator.State.Invalid, text, position
        short = number < self.minimum()
        state = QValidator.State.Intermediate if short else QValidator.State.Acceptable
        return state, text, position

    def event(self, event: QEvent) -> bool:
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and any(map(event.matches, _UNDO)):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _bare(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()


def _plain(value: float) -> int | float:
    """Return a whole number as int; the rest without the dust of binary fractions."""
    return int(value) if value == int(value) else round(value, DECIMALS)
