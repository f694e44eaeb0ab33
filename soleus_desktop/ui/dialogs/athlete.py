"""Whom the plan is for; beside each switch, what it changes in the checks."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.bounds import CONCERNS, EVENTS, BodyMass
from soleus_desktop.plan.model import Athlete, Plan
from soleus_desktop.rules.finding import Report
from soleus_desktop.rules.heeding import Heeding, heeding
from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.dialogs.outcome import Outcome
from soleus_desktop.ui.dose_fields import within
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.panels.inspector_page import (
    CONCERN_NAMES,
    EVENT_NAMES,
    MAX_NAME,
    STAGE_CHOICES,
    UNIT_CHOICES,
)
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.labels import headline, quiet_label
from soleus_desktop.ui.widgets.scrolled import Scrolled
from soleus_desktop.ui.widgets.text_field import LineField
from soleus_desktop.ui.widgets.weight_field import WeightField

SIZE = QSize(640, 660)
TEXT = "Change the athlete"
NO_CHECK = "No check looks at this; it is kept in the plan."
_USUAL_KG = 70
_NAME_WIDTH = 150


class Switch(NamedTuple):
    """A field of the athlete and the value that the switch sets, or puts in."""

    field: str
    value: Any


class AthleteDialog(QDialog):
    """Asks about the athlete. When it is accepted, `edit` makes the plan one for that athlete."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Athlete")
        self._session, self._effects = session, Effects(session)
        self.athlete = session.plan.athlete
        """As the fields have it."""
        self.boxes: dict[Switch, QCheckBox] = {}
        self.counts: dict[Switch, QLabel] = {}
        self._waiting: list[Switch | None] = []
        """Whose findings are still to be counted; None stands for the athlete as chosen now."""
        self._now: Report | None = None
        self._count_on = QTimer(self)
        self._count_on.setInterval(0)
        self._count_on.timeout.connect(self._count_one)
        self._build(theme)
        self._refresh()

    def edit(self, plan: Plan) -> Plan:
        """Return the plan for the athlete that the fields describe."""
        return plan.replace(athlete=self.athlete)

    def accept(self) -> None:
        self.name.commit()
        super().accept()

    # --- laying out ---------------------------------------------------------------------------

    def _build(self, theme: Theme) -> None:
        body = QWidget()
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(16, 8, 16, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._next = 0
        self._across(self._fields())
        for title, field, names in (
            ("Events", "events", {event: EVENT_NAMES[event] for event in EVENTS}),
            ("Concerns", "concerns", {concern: CONCERN_NAMES[concern] for concern in CONCERNS}),
        ):
            self._group(title, {Switch(field, value): name for value, name in names.items()})
        self._group("Return", {Switch("returning_from_injury", True): "Returning from injury"})
        self._grid.setRowStretch(self._next, 1)
        area = Scrolled()
        area.setWidget(body)
        self.outcome = Outcome(theme)
        self.outcome.setContentsMargins(16, 0, 16, 0)
        buttons, _ = do_or_cancel(self, "OK")
        buttons.setContentsMargins(16, 0, 16, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 14)
        layout.setSpacing(10)
        layout.addWidget(area, 1)
        layout.addWidget(self.outcome)
        layout.addWidget(buttons)
        self.resize(SIZE.boundedTo(self.screen().availableSize() * 0.9))

    def _fields(self) -> Form:
        form = Form(margin=0)
        self.name = LineField(MAX_NAME)
        self.name.show_text(self.athlete.name)
        self.name.edited.connect(partial(self._set, "name"))
        form.row("&Name", self.name, wide=True)
        self.stage = ChoiceField(STAGE_CHOICES)
        self.stage.edited.connect(partial(self._set, "starting_stage"))
        row = form.row("Starts at sta&ge", self.stage, wide=True)
        stages = heeding("starting_stage", "weighted")
        row.aside.say(f"Further on: {_low(_told(stages, self._session.guide))}")
        self.mass_on, self.mass = QCheckBox("Body &mass"), WeightField(*within(BodyMass))
        self.mass_on.clicked.connect(
            lambda on: self._set("body_mass_kg", _USUAL_KG if on else None)
        )
        self.mass.weighed.connect(partial(self._set, "body_mass_kg"))
        form.switch(self.mass_on, self.mass).aside.say(NO_CHECK)
        self.units = ChoiceField(UNIT_CHOICES)
        self.units.edited.connect(partial(self._set, "units"))
        row = form.row("&Weights in", self.units, wide=True)
        row.aside.say("How loads are shown and typed; the file holds kilograms.")
        return form

    def _group(self, title: str, switches: dict[Switch, str]) -> None:
        """Add switches below a title; what is the same for several in a row is said once."""
        self._grid.setRowMinimumHeight(self._next, 8)
        self._next += 1
        self._across(headline(title))
        for heeded, run in groupby(switches, lambda switch: heeding(*switch)):
            first = self._next
            for switch in run:
                self._grid.addWidget(
                    self._box(title, switch, switches[switch]), self._next, 0, _TOP
                )
                self._next += 1
            said = quiet_label(_told(heeded, self._session.guide))
            self._grid.addWidget(said, first, 1, self._next - first, 1, _TOP)

    def _box(self, title: str, switch: Switch, name: str) -> QWidget:
        box = QCheckBox(name)
        box.setAccessibleName(f"{title}: {name}" if title != "Return" else name)
        box.setAccessibleDescription(_told(heeding(*switch), self._session.guide))
        box.clicked.connect(lambda on: self._switch(switch, on))
        self.boxes[switch] = box
        if not heeding(*switch).rules:
            return box
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.counts[switch] = quiet_label("")
        self.counts[switch].setIndent(_CHECK_WIDTH)
        column.addWidget(box)
        column.addWidget(self.counts[switch])
        return both

    def _across(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._next, 0, 1, 2)
        self._next += 1

    # --- showing and changing -----------------------------------------------------------------

    def _refresh(self) -> None:
        athlete = self.athlete
        self.stage.show_choice(athlete.starting_stage)
        self.mass_on.setChecked(athlete.body_mass_kg is not None)
        self.mass.setVisible(athlete.body_mass_kg is not None)
        if athlete.body_mass_kg is not None:
            self.mass.show_weights([athlete.body_mass_kg], athlete.unit)
        self.units.show_choice(athlete.unit)
        for switch, box in self.boxes.items():
            box.setChecked(_is_on(athlete, switch))
        self.outcome.say(self._effects.of(self.edit))
        self._waiting = [None, *self.counts]
        self._count_on.start()

    def _count_one(self) -> None:
        """Say what one of the switches would bring; one at a time, so that the window answers."""
        if not self._waiting:
            self._count_on.stop()
            return
        switch, now = self._waiting.pop(0), self._now
        if switch is None:
            self._now = self._session.preview(self.edit)
            return
        other = _switched(self.athlete, switch, on=not _is_on(self.athlete, switch))
        then = self._session.preview(lambda plan: plan.replace(athlete=other))
        more = len(then.open) - len(now.open) if now and then else 0
        said = "without it" if _is_on(self.athlete, switch) else "with it"
        amount = f"{abs(more)} finding{'' if abs(more) == 1 else 's'}"
        self.counts[switch].setText(
            f"{said} {amount} {'more' if more > 0 else 'fewer'}" if more else ""
        )
        self.counts[switch].setVisible(bool(more))

    def _set(self, name: str, value: Any) -> None:
        self.athlete = self.athlete.replace(**{name: value})
        self._refresh()

    def _switch(self, switch: Switch, on: bool) -> None:
        self.athlete = _switched(self.athlete, switch, on=on)
        self._refresh()


_TOP = Qt.AlignmentFlag.AlignTop
_CHECK_WIDTH = 19


def _is_on(athlete: Athlete, switch: Switch) -> bool:
    held = getattr(athlete, switch.field)
    return switch.value in held if isinstance(held, tuple) else held == switch.value


def _switched(athlete: Athlete, switch: Switch, *, on: bool) -> Athlete:
    held = getattr(athlete, switch.field)
    if not isinstance(held, tuple):
        return athlete.replace(**{switch.field: on})
    others = tuple(other for other in held if other != switch.value)
    return athlete.replace(**{switch.field: (*others, switch.value) if on else others})


def _told(heeded: Heeding, guide: Guide) -> str:
    """Say what more is looked for and what is let pass, and the facts that this rests on."""
    lines = [f"Looks for {_low(rule.title)}" for rule in heeded.fires]
    lines += [f"Lets pass {_low(rule.title)}" for rule in heeded.silent]
    cited = dict.fromkeys(fact for rule in heeded.rules for fact in rule.rests_on)
    if cited:
        lines.append("The guide: " + " ".join(guide.facts[fact].says for fact in cited))
    return "\n".join(lines) or NO_CHECK


def _low(title: str) -> str:
    return title[:1].lower() + title[1:]
