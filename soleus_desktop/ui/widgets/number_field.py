"""A field for one number, whole or with at most two decimals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

from soleus_desktop.ui.widgets.differing import DIFFERS, all_alike

DECIMALS = 2
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
MOST_TYPED = 60
"""Characters at most, a unit among them: what is pasted is looked at letter by letter."""


class NumberField(QDoubleSpinBox):
    """Shows a number and says when a person changed it, at each key and each click.

    A whole number is told as int, any other as float: 3 and never 3.0. A comma is read as the
    decimal point. Neither NaN nor infinity can be typed. Undo and redo are left to the window,
    the wheel to what scrolls around it unless the field has the focus.

    Where it stands for several numbers that differ it is empty and says so; the arrows then begin
    at the first of them.
    """

    edited = Signal(object)
    """The number that a person gave: int or float."""

    _told: int | float | None = 0
    """What `edited` told or the plan showed last; None where it shows that numbers differ."""

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
        self.take_form(0 if whole else DECIMALS, unit)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setAccelerated(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(58)
        self.setMaximumWidth(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = self.number
        self.valueChanged.connect(self._on_value_changed)
        self.lineEdit().setMaxLength(MOST_TYPED)
        self.lineEdit().textChanged.connect(self._on_text_changed)

    def take_form(self, decimals: int, unit: str) -> None:
        """Write numbers with so many decimals at most, and this unit behind them."""
        fraction = rf"([.,]\d{{0,{decimals}}})?" if decimals else ""
        self._pattern = re.compile(r"\d{0,4}" + fraction, re.ASCII)
        self.setDecimals(decimals)
        self._unit = unit
        self.setSuffix(unit)

    @property
    def number(self) -> int | float:
        """The number that is shown; the first of them where they differ."""
        return _plain(self.value())

    @property
    def differs(self) -> bool:
        """Whether it stands for numbers that differ, and shows none of them."""
        return self._told is None

    def show_number(self, number: float) -> None:
        """Show a number without saying so; what is shown already stays, with its cursor."""
        self._let_go()
        self._set_silently(number)
        self._told = self.number

    def show_numbers(self, numbers: Sequence[float]) -> None:
        """Show the number of several things at once, without saying so; at least one."""
        if all_alike(numbers):
            self.show_number(numbers[0])
        elif self._told is None and self.number == _plain(numbers[0]):
            pass  # with what is being typed
        else:
            self._told = None
            self._set_silently(numbers[0])
            self.setSuffix("")
            self.lineEdit().setPlaceholderText(DIFFERS)
            self.lineEdit().clear()

    def _set_silently(self, number: float) -> None:
        if round(float(number), self.decimals()) != self.value():
            self.blockSignals(True)
            self.setValue(number)
            self.blockSignals(False)

    def _let_go(self) -> None:
        """Show one number from now on, where it said that they differ."""
        if self._told is None:
            self._told = self.number
            self.lineEdit().setPlaceholderText("")
            self.setSuffix(self._unit)

    def _on_text_changed(self) -> None:
        """Tell a number that is typed where numbers differ, even if it is the first of them."""
        if self._told is None and self.hasAcceptableInput():
            self._on_value_changed()

    def _on_value_changed(self) -> None:
        if self._told is None:
            self._let_go()
            self.edited.emit(self._told)
        elif self.number != self._told:  # Qt says so too when it restores what stood there
            self._told = self.number
            self.edited.emit(self._told)

    def stepBy(self, steps: int) -> None:
        self._let_go()
        super().stepBy(steps)

    def textFromValue(self, value: float) -> str:
        return "" if self._told is None else f"{_plain(value)}"

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
