"""Make or edit an exercise of one's own; what is not right yet is said beside the field."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.guide.model import DOSE_FIELDS, Range, exercise_of
from soleus_desktop.plan.model import CustomExercise
from soleus_desktop.ui.dialogs.foot import in_words
from soleus_desktop.ui.dose_fields import DOSE
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form, Row
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.scrolled import Scrolled
from soleus_desktop.ui.widgets.text_field import LineField, NoteField

SIZE = QSize(500, 640)
MAX_NAME, MAX_LINK, MAX_TEXT = 200, 2_000, 10_000
_DOSES = (
    ("reps", "Sets of repetitions"),
    ("hold", "Sets of holds in seconds"),
    ("steps", "Sets of steps"),
    ("walk", "Minutes on an incline"),
)
_KNEES = (("bent", "Bent"), ("straight", "Straight"))
_OF_KNEE = {
    "bent": "It loads the soleus: a week of it counts as soleus work.",
    "straight": "It loads the gastrocnemius more: it does not count as soleus work.",
}
_RANGE_KNOWN = {name for names in DOSE_FIELDS.values() for name in names}


class _Limit(NamedTuple):
    """The row of a range: whether there is one, and its ends."""

    on: QCheckBox
    ends: QWidget
    least: NumberField
    most: NumberField
    row: Row


class ExerciseDialog(QDialog):
    """Edits `made`; `exercise` is what the fields say. `used` says where it is in the plan.

    `keep` says whether it shall be kept among a person's own; None asks nothing about that.
    """

    def __init__(
        self,
        made: CustomExercise,
        parent: QWidget,
        *,
        title: str = "Exercise",
        used: str = "",
        keep: bool | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._made, self._used = made, used
        self._limits: dict[str, _Limit] = {}
        self._build(keep)
        self._begin()
        self._look()

    @property
    def exercise(self) -> CustomExercise:
        """The exercise as the fields have it; what they do not know of it is kept."""
        dose: Any = self.dose.choice
        kept = {name: own for name, own in self._made.ranges.items() if name not in _RANGE_KNOWN}
        given = {name: self._range(name) for name in DOSE_FIELDS[dose]}
        return self._made.replace(
            name=self.name.text().strip(),
            dose=dose,
            knee=self.knee.choice,
            how_to=tuple(line for line in map(str.strip, self.how_to.text.split("\n")) if line),
            cue=self.cue.text.strip(),
            video=self.video.text().strip() or None,
            ranges={name: pair for name, pair in given.items() if pair} | kept,
        )

    # --- laying out ---------------------------------------------------------------------------

    def _build(self, keep: bool | None) -> None:
        form = Form(margin=16)
        self.name = LineField(MAX_NAME)
        self._name = form.row("&Name", self.name, wide=True)
        self.dose = ChoiceField(_DOSES)
        self._dose = form.row("&Measured in", self.dose, wide=True)
        self.knee = ChoiceField(_KNEES)
        self._knee = form.row("&Knee", self.knee, wide=True)
        form.gap()
        form.title("What is allowed")
        form.quiet("A number outside is found by the checks; without a range it is not checked.")
        for number in DOSE:
            self._limits[number.name] = self._limit(form, number.label, number.make)
        form.gap()
        self.how_to = NoteField(MAX_TEXT, lines=4)
        form.note("&How to do it, a step a line", self.how_to)
        self.cue = NoteField(MAX_TEXT, lines=2)
        form.note("C&ue, for the card", self.cue)
        self.video = LineField(MAX_LINK)
        self.video.setPlaceholderText("https://\u2026")
        self._video = form.row("&Video", self.video, wide=True)
        self.keep = QCheckBox("Keep it among my own e&xercises, for other plans")
        self.keep.setChecked(bool(keep))
        self.keep.setVisible(keep is not None)
        form.across(self.keep)
        form.fill()
        area = Scrolled()
        area.setWidget(form)
        buttons = QDialogButtonBox()
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.ok = buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self.ok.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        in_words(buttons)
        buttons.setContentsMargins(16, 0, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 14)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.9))

    def _limit(self, form: Form, label: str, make: Any) -> _Limit:
        on, least, most = QCheckBox(label), make(), make()
        plain = label.replace("&", "")
        ends = QWidget()
        line = QHBoxLayout(ends)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (least, plain_label("to"), most):
            line.addWidget(part)
        row = form.switch(on, ends)
        least.setAccessibleName(f"{plain}, at least")
        most.setAccessibleName(f"{plain}, at most")
        on.clicked.connect(self._look)
        for field in (least, most):
            field.edited.connect(self._look)
        return _Limit(on, ends, least, most, row)

    def _begin(self) -> None:
        made = self._made
        self.name.show_text(made.name)
        self.dose.show_choice(made.dose)
        self.knee.show_choice(made.knee)
        self.how_to.show_text("\n".join(made.how_to))
        self.cue.show_text(made.cue)
        self.video.show_text(made.video or "")
        for name, limit in self._limits.items():
            given = made.ranges.get(name) if name in DOSE_FIELDS[made.dose] else None
            usual = given or _usual(name)
            limit.on.setChecked(given is not None)
            limit.least.show_number(usual[0])
            limit.most.show_number(usual[1])
        self.dose.setEnabled(not self._used)
        self.name.textChanged.connect(self._look)
        self.video.textChanged.connect(self._look)
        self.dose.edited.connect(self._look)
        self.knee.edited.connect(self._look)

    # --- looking ------------------------------------------------------------------------------

    def _look(self) -> None:
        """Say beside each field what is not right yet."""
        dose: Any = self.dose.choice
        used = f"In use, so this stays: {self._used}" if self._used else ""
        nameless = not self.name.text().strip()
        self._name.aside.say("Give it a name" if nameless else "")  # not yet is no fault
        faults = [nameless, _say(self._video, _fault_of_link(self.video.text().strip()))]
        self._dose.aside.say(used)
        self._knee.aside.say(_OF_KNEE[str(self.knee.choice)])
        for name, limit in self._limits.items():
            shown = name in DOSE_FIELDS[dose]
            limit.row.show(shown)
            limit.ends.setVisible(shown and limit.on.isChecked())
            pair = self._range(name) if shown else None
            wrong = pair is not None and pair[0] > pair[1]
            faults.append(_say(limit.row, "The least is above the most" if wrong else ""))
        self.ok.setEnabled(not any(faults))

    def _range(self, name: str) -> list[int | float] | None:
        limit = self._limits[name]
        return [limit.least.number, limit.most.number] if limit.on.isChecked() else None


def _say(row: Row, fault: str) -> bool:
    row.aside.say(fault, fault=bool(fault))
    return bool(fault)


def _fault_of_link(text: str) -> str:
    """Say what is wrong with the address of a video; nothing where there is none."""
    if not text:
        return ""
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or not url.host() or any(char.isspace() for char in text):
        return "This is no address of a page"
    return "" if url.scheme() in ("http", "https") else "It has to begin with https:// or http://"


def _usual(name: str) -> tuple[float, float]:
    """The range that a check box begins with: what an exercise without ranges arrives with."""
    for dose, names in DOSE_FIELDS.items():
        if name in names:
            plain = exercise_of(CustomExercise(id="usual", name="", dose=dose)).default_dose
            value = getattr(plain, name)
            return value, value
    raise KeyError(name)


def like(exercise: Any, exercise_id: str, name: str) -> CustomExercise:
    """Return an exercise of one's own that begins as this one is."""
    ranges: dict[str, Range] = exercise.ranges
    return CustomExercise(
        id=exercise_id,
        name=name,
        dose=exercise.dose,
        knee=exercise.knee,
        how_to=exercise.how_to,
        cue="\n".join(exercise.cues),
        video=exercise.video,
        ranges={
            field: [ranges[field].least, ranges[field].most]
            for field in DOSE_FIELDS[exercise.dose]
            if field in ranges
        },
    )
