"""How often to duplicate weeks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.weeks import duplicate_weeks
from soleus_desktop.plan.words import span
from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.dialogs.outcome import Outcome
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.labels import quiet_label
from soleus_desktop.ui.widgets.number_field import NumberField

WIDTH = 400


class HowOftenDialog(QDialog):
    """Asks for a number; says how long the plan gets and what comes of it.

    When it is accepted, `times` is the number.
    """

    def __init__(
        self, session: Session, weeks: tuple[int, ...], theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Duplicate weeks")
        self._session, self._weeks, self._effects = session, weeks, Effects(session)
        self.number = NumberField(1, max(MAX_WEEKS // len(weeks), 1), whole=True)
        form = Form(margin=0)
        form.title(_title(weeks))
        form.row("&Times", self.number)
        self.long = quiet_label("")
        self.outcome = Outcome(theme)
        buttons, self.do = do_or_cancel(self, "&Duplicate")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for part in (form, self.long, self.outcome):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(WIDTH, self.sizeHint().height())
        self._refresh()
        self.number.edited.connect(self._refresh)
        self.number.selectAll()

    @property
    def times(self) -> int:
        """How often."""
        return int(self.number.number)

    def _refresh(self) -> None:
        effect = self._effects.of(
            lambda plan: duplicate_weeks(plan, self._weeks, self.times, over_empty=True)
        )
        self.outcome.say(effect)
        self.do.setEnabled(not effect.refused)
        first = self._weeks[-1] + 2
        last = first + len(self._weeks) * self.times - 1
        plural = "s" if last > first else ""
        self.long.setText(
            f"The copies become week{plural} {span(first, last)}; empty weeks there are filled."
        )


def _title(weeks: tuple[int, ...]) -> str:
    one = len(weeks) == 1
    return f"Duplicate week {weeks[0] + 1}" if one else f"Duplicate {len(weeks)} weeks"
