"""Move or copy what is selected to a place that is named: a week, a day, a position in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from soleus_desktop.plan.place import DAY_NAMES, Slot, date_of
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.dialogs.outcome import Outcome
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.number_field import NumberField

WIDTH = 430


class MoveToDialog(QDialog):
    """Asks where to; says beforehand what comes of it. When it is accepted, `slot` is the place."""

    def __init__(
        self,
        drop: Drop,
        session: Session,
        selection: Selection,
        theme: Theme,
        parent: QWidget,
        *,
        copy: bool,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._drop, self._session, self._copy = drop, session, copy
        verb = "Copy" if copy else "Move"
        self.setWindowTitle(f"{verb} to")
        weeks = len(session.plan.weeks)
        self.week = NumberField(1, max(weeks + drop.by_week, 1), whole=True)
        self.day = ChoiceField(enumerate(DAY_NAMES))
        self.position = ChoiceField(())
        form = Form(margin=0)
        form.title(drop.name(copy=copy))
        self._week_row = form.row("Before &week" if drop.by_week else "&Week", self.week)
        day_row = form.row("&Day", self.day, wide=True)
        position_row = form.row("&Position", self.position, wide=True)
        day_row.show(not drop.by_week)
        position_row.show(drop.at_position)
        self.outcome = Outcome(theme)
        buttons, self.do = do_or_cancel(self, f"&{verb}")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(form)
        layout.addWidget(self.outcome)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(WIDTH, self.sizeHint().height())
        self.week.show_number(selection.week + 1)
        self.day.show_choice(selection.day)
        self._on_day()
        self.week.edited.connect(self._on_day)
        self.day.edited.connect(self._on_day)
        self.position.edited.connect(self._refresh)
        self.week.selectAll()

    @property
    def slot(self) -> Slot:
        """The place that is named."""
        day, position = self.day.choice, self.position.choice
        assert isinstance(day, int)
        week = int(self.week.number) - 1
        if self._drop.by_week:
            return Slot(week, 0, 0)
        return Slot(week, day, position if isinstance(position, int) else 0)

    def _on_day(self) -> None:
        """Offer the positions of the day that is named, the last one first."""
        session, week = self._session, int(self.week.number) - 1
        if not self._drop.by_week:
            day = self.slot.day
            entries = session.plan.weeks[week].days[day].entries
            names = [session.exercises[entry.exercise].name for entry in entries]
            before = ((at, f"Before {at + 1}: {name}") for at, name in enumerate(names))
            end = len(entries)
            self.position.show_options([(end, "At the end"), *before], end)
        self._refresh()

    def _refresh(self) -> None:
        slot = self.slot
        date = None if self._drop.by_week else date_of(self._session.plan, slot.week, slot.day)
        said = f"{date.day} {date:%B %Y}" if date else ""
        if slot.week >= len(self._session.plan.weeks):
            said = "at the end"
        self._week_row.aside.say(said)
        effect = self._drop.effect(slot, copy=self._copy)
        self.outcome.say(effect)
        self.do.setEnabled(not effect.refused)
