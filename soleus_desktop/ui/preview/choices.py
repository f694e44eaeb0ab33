"""The options beside the preview. What cannot be chosen with this layout is off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from soleus_desktop.cards.options import (
    LAYOUTS,
    MAX_PRACTICE_LENGTH,
    MAX_PRACTICE_LINES,
    PAPERS,
    PER_PAGE,
    CardOptions,
)
from soleus_desktop.ui.preview.fitting import fitted, possible
from soleus_desktop.ui.preview.scope import Scope, days_of, scopes
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.lines import breakable, sentence
from soleus_desktop.ui.widgets.text_field import NoteField

PAPER_NAMES = {
    "a4": "A4",
    "letter": "US Letter",
    "a5": "A5",
    "a6": "A6",
    "4x6": "Index card, 4 × 6 in",
    "3x5": "Index card, 3 × 5 in",
}
PER_PAGE_NAMES = {1: "1 to a page", 2: "2 to a page", 4: "4 to a page", 8: "8 to a page"}
ORIENTATION_NAMES = {
    "auto": "As is usual for it",
    "portrait": "Upright",
    "landscape": "On its side",
}
BACK_NAMES = {"none": "Nothing", "how-to": "How each exercise is done", "log": "Cells to write in"}
THEME_NAMES = {"classic": "Classic", "blue": "Blue", "green": "Green", "grey": "Grey"}
DUPLEX = "Print on both sides, turned over the long edge."
PICTURES = "Pictures (*.png *.jpg *.jpeg)"


class Choices(Form):
    """Shows card options and says when a person chose others.

    Whether a `logo` is there to be read is found out when the cards are made.
    """

    changed = Signal()

    def __init__(
        self,
        options: CardOptions,
        logo: Path | None,
        selection: Selection,
        languages: Iterable[tuple[str, str]],
    ) -> None:
        super().__init__()
        self._options, self.logo = options, logo
        self._selection = selection
        self._scope: Scope = "plan"
        self._several = False
        self._fields: dict[str, ChoiceField] = {}
        self._asides: dict[str, Any] = {}
        self._choice("layout", "&Layout", {name: kind.name for name, kind in LAYOUTS.items()})
        self.what = ChoiceField(scopes(selection))
        self.what_aside = self.row("&What", self.what, wide=True).aside
        self._choice("paper", "P&aper", {name: PAPER_NAMES.get(name, name) for name in PAPERS})
        self._choice("per_page", "Ca&rds", {n: PER_PAGE_NAMES.get(n, str(n)) for n in PER_PAGE})
        self._choice("orientation", "&Held", ORIENTATION_NAMES)
        self._choice("backs", "&Behind", BACK_NAMES)
        self._choice("language", "Lan&guage", dict(languages))
        self._choice("theme", "C&olours", THEME_NAMES)
        self.large = QCheckBox("Large pr&int")
        self._asides["large_print"] = self.switch(self.large).aside
        self.attach = QCheckBox("A&ttach the plan")
        self.attach.setToolTip("The plan lies inside the PDF and can be opened from it again")
        self.switch(self.attach)
        self.fillable = QCheckBox("&Fillable on screen")
        self.fillable.setToolTip("Boxes can be ticked and written in where the PDF is shown")
        self.switch(self.fillable)
        self.gap()
        self.practice = NoteField(MAX_PRACTICE_LINES * (MAX_PRACTICE_LENGTH + 1) - 1, lines=3)
        self.practice.editor.setPlaceholderText("Name, then address or phone, a line each")
        self.note("Your letterhead", self.practice)
        self.across(self._logo_row())
        self._show()
        self.what.edited.connect(self._on_what)
        self.large.clicked.connect(lambda on: self._choose("large_print", on))
        self.attach.clicked.connect(lambda on: self._choose("attach", on))
        self.fillable.clicked.connect(lambda on: self._choose("fillable", on))
        self.practice.edited.connect(self._on_practice)

    @property
    def options(self) -> CardOptions:
        """The options as they are chosen now; the logo is not in them yet."""
        scope: Scope = "plan" if self._several else self._scope
        return replace(self._options, only=days_of(scope, self._selection))

    def follow_selection(self) -> bool:
        """Call days and weeks by what is selected now; tell whether others are to be printed."""
        before = self._before_selection
        self._show_scopes()
        return self._before_selection != before

    def print_several(self, several: bool) -> None:
        """Print whole plans where there are several: days are chosen in one alone."""
        self._several = several
        self._show_scopes()

    def commit(self) -> None:
        """Take what was just typed."""
        self.practice.commit()

    # --- inside ---------------------------------------------------------------------------------

    def _choice(self, name: str, label: str, values: dict[Any, str]) -> None:
        field = ChoiceField(values.items())
        field.edited.connect(lambda value: self._choose(name, value))
        self._fields[name] = field
        self._asides[name] = self.row(label, field, wide=True).aside

    def _logo_row(self) -> QWidget:
        row = QWidget()
        self.logo_name = plain_label("")
        self.logo_name.setWordWrap(True)
        self.choose_logo = QPushButton("Logo…")
        self.choose_logo.setAccessibleName("Choose a logo")
        self.drop_logo = QPushButton("Without")
        self.drop_logo.setAccessibleName("Print without the logo")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.logo_name, 1)
        for button in (self.choose_logo, self.drop_logo):
            button.setAutoDefault(False)
            line.addWidget(button)
        self.choose_logo.clicked.connect(self._ask_for_logo)
        self.drop_logo.clicked.connect(lambda: self._set_logo(None))
        return row

    def _choose(self, name: str, value: Any) -> None:
        """Take a choice; what does not go together with it gives way, and that is said."""
        wanted = replace(self._options, **{name: value})
        found = fitted(wanted, name)
        assert found is not None  # what is impossible is off
        self._options = found
        self._show()
        for changed in ("paper", "per_page", "large_print"):
            if getattr(found, changed) != getattr(wanted, changed):
                self._asides[changed].say(f"Changed: {sentence(wanted.refusal or '')}.")
        self.changed.emit()

    def _show(self) -> None:
        options = self._options
        for aside in self._asides.values():
            aside.say("")
        for name, field in self._fields.items():
            field.show_choice(getattr(options, name))
        for name in ("paper", "per_page"):
            field = self._fields[name]
            model = cast(QStandardItemModel, field.model())
            values: Iterable[Any] = PAPERS if name == "paper" else PER_PAGE
            for row, value in enumerate(values):
                model.item(row).setEnabled(possible(options, name, value))
        cards = options.layout == "session"
        self._fields["per_page"].setEnabled(cards)
        self._fields["backs"].setEnabled(cards)
        if cards and options.backs != "none":
            self._asides["backs"].say(DUPLEX)
        self.large.setEnabled(possible(options, "large_print", True))
        self.large.setChecked(options.large_print)
        self.attach.setChecked(options.attaches)
        self.fillable.setEnabled(LAYOUTS[options.layout].fills)
        self.fillable.setChecked(options.fillable and LAYOUTS[options.layout].fills)
        self.practice.show_text("\n".join(options.practice))
        self.logo_name.setText(breakable(self.logo.name) if self.logo else "No logo")
        self.drop_logo.setVisible(self.logo is not None)
        self._show_scopes()

    def _show_scopes(self) -> None:
        there = scopes(self._selection)
        if self._scope not in dict(there):
            self._scope = "plan"
        self.what.show_options(there, "plan" if self._several else self._scope)
        self.what.setEnabled(not self._several)
        self.what_aside.say("Of several plans all is printed." if self._several else "")
        self._before_selection = self.options.only

    def _on_what(self, scope: object) -> None:
        self._scope = cast(Scope, scope)
        self._show_scopes()
        self.changed.emit()

    def _on_practice(self, text: str) -> None:
        lines = [line[:MAX_PRACTICE_LENGTH] for line in text.splitlines() if line.strip()]
        self._options = replace(self._options, practice=tuple(lines[:MAX_PRACTICE_LINES]))
        self.changed.emit()

    def _ask_for_logo(self) -> None:
        folder = str(self.logo.parent) if self.logo else str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, "Choose a logo", folder, PICTURES)
        if chosen:
            self._set_logo(Path(chosen))

    def _set_logo(self, logo: Path | None) -> None:
        self.logo = logo
        self._show()
        self.changed.emit()
