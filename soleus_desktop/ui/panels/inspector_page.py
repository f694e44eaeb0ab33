"""What the pages of the inspector share: a form that shows the plan and edits it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan.bounds import DAY_KINDS, EVENTS, STAGES
from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place, date_of
from soleus_desktop.plan.words import STAGE_NAMES, span
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.scrolled import Scrolled

MAX_NAME, MAX_NOTE = 200, 10_000

STAGE_CHOICES = tuple((stage, STAGE_NAMES[stage].capitalize()) for stage in STAGES)
EVENT_NAMES = {name: name.capitalize() for name in EVENTS}
CONCERN_NAMES = {
    "achilles": "Achilles tendon",
    "insertional-achilles": "Insertional Achilles",
    "calf": "Calf",
    "plantar": "Plantar fascia",
    "knee": "Knee",
}
UNIT_CHOICES = (("kg", "Kilograms (kg)"), ("lb", "Pounds (lb)"))
KIND_CHOICES = tuple((kind, kind.capitalize()) for kind in DAY_KINDS)


class Typed(Protocol):
    """A field that tells what is typed only after a while."""

    def commit(self) -> None:
        """Tell it now."""

    def drop(self) -> None:
        """Forget it."""


class InspectorPage(Scrolled):
    """One page, made when there is first something to show on it.

    `refresh` shows the plan as it stands and never edits it; edits made in the form go through
    `apply`. What a person typed and a field did not tell yet belongs to what is shown: `commit`
    tells it, before something else is shown or the plan is saved.
    """

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__()
        self.session, self.selection = session, selection
        self.typed: list[Typed] = []
        form = Form()
        self.build(form)
        self.setWidget(form)

    def build(self, form: Form) -> None:
        """Lay out the fields and connect them."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fill the fields from the plan as it stands; there is what the page shows."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """Return the field to begin with."""
        raise NotImplementedError

    def apply(self, text: str, edit: Edit, merge: str | None = None) -> None:
        """Change the plan; where that is refused, show what it is again."""
        if not self.session.apply(text, edit, merge):
            self.refresh()

    def commit(self) -> None:
        """Tell what was typed and not told yet."""
        for field in self.typed:
            field.commit()

    def drop(self) -> None:
        """Forget what was typed and not told yet."""
        for field in self.typed:
            field.drop()


def day_line(plan: Plan, week: int, day: int) -> str:
    """Say which day it is: ``Week 2, Friday``, with its date where the plan has one."""
    date = date_of(plan, week, day)
    label = Place(week, day).label
    return f"{label} \u00b7 {date.day} {date:%B %Y}" if date else label


def days_line(plan: Plan, days: Sequence[tuple[int, int]]) -> str:
    """Say which days these are: ``Week 2, Friday``, ``3 days of week 2``, ``9 days, weeks 1–4``."""
    if len(days) == 1:
        return day_line(plan, *days[0])
    weeks = [week for week, _ in days]
    if weeks[0] == weeks[-1]:
        return f"{len(days)} days of week {weeks[0] + 1}"
    return f"{len(days)} days, weeks {span(weeks[0] + 1, weeks[-1] + 1)}"
