"""Rows of label, field and aside, as narrow as they come."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from soleus_desktop.ui.widgets.aside import Aside
from soleus_desktop.ui.widgets.labels import headline, plain_label, quiet_label
from soleus_desktop.ui.widgets.text_field import NoteField

_CHECK_WIDTH = 19
"""From the left edge of a check box to its text."""


class Row(NamedTuple):
    """A row of a form: what names it, the field, and what is said beside it."""

    name: QLabel | QCheckBox
    field: QWidget | None
    aside: Aside

    def show(self, shown: bool) -> None:
        """Show or hide the whole row; an aside with nothing to say stays away."""
        self.name.setVisible(shown)
        if self.field is not None:
            self.field.setVisible(shown)
        self.aside.setVisible(shown and bool(self.aside.text()))


class Form(QWidget):
    """A grid of rows. A row is named by a label with a mnemonic, or by a check box."""

    def __init__(self, margin: int = 10) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(margin, margin, margin, margin)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._next = 0

    def row(self, name: str, field: QWidget, *, wide: bool = False, below: bool = False) -> Row:
        """Add a field named by a label; the aside of a wide one stands below it.

        `below` sets the label in, as part of what the check box above turns on.
        """
        label = plain_label(name)
        label.setIndent(_CHECK_WIDTH if below else -1)
        label.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        return self._add(label, field, wide)

    def switch(self, box: QCheckBox, field: QWidget | None = None, *, wide: bool = False) -> Row:
        """Add a check box, with the field that it turns on."""
        if field is not None:
            box.setMinimumHeight(field.sizeHint().height())  # the row keeps it without the field
            field.setAccessibleName(box.text().replace("&", ""))
        return self._add(box, field, wide)

    def title(self, text: str = "") -> QLabel:
        """Add a heading."""
        label = headline(text)
        self.across(label)
        return label

    def quiet(self, text: str = "") -> QLabel:
        """Add a line in the background."""
        label = quiet_label(text)
        self.across(label)
        return label

    def note(self, name: str, field: NoteField) -> None:
        """Add a field of some lines below its label."""
        label = plain_label(name)
        label.setBuddy(field.editor)
        field.editor.setAccessibleName(name.replace("&", ""))
        self.across(label)
        self.across(field)

    def across(self, widget: QWidget) -> None:
        """Add something as wide as the form."""
        self._grid.addWidget(widget, self._next, 0, 1, 3)
        self._next += 1

    def gap(self, height: int = 6) -> None:
        """Leave some room between groups of rows."""
        self._grid.setRowMinimumHeight(self._next, height)
        self._next += 1

    def fill(self) -> None:
        """Let the rest of the height stay free below the last row."""
        self._grid.setRowStretch(self._next, 1)

    def _add(self, name: QLabel | QCheckBox, field: QWidget | None, wide: bool) -> Row:
        aside = Aside()
        self._grid.addWidget(name, self._next, 0)
        if field is None:
            self._grid.addWidget(aside, self._next, 1, 1, 2)
        elif wide:
            self._grid.addWidget(field, self._next, 1, 1, 2)
            self._next += 1
            self._grid.addWidget(aside, self._next, 1, 1, 2)
        else:
            self._grid.addWidget(field, self._next, 1)
            self._grid.addWidget(aside, self._next, 2)
        self._next += 1
        return Row(name, field, aside)
