"""A field for the Monday of a week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget


class WeekField(QDateEdit):
    """Shows a Monday and says which day a person chose: any day stands for its week.

    A date that is being typed is told when it is finished: while only its day is new, it is
    another date. The arrow keys step by weeks where they would step by days.
    """

    edited = Signal(object)
    """The `date` that was chosen, a Monday or not."""

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("d MMM yyyy")
        self.setDateRange(_qdate(first), _qdate(last))
        self.setCalendarPopup(True)
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # else in the red of a fault
            calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = self.date()
        self._typing = False
        self.dateChanged.connect(self._on_date_changed)
        self.editingFinished.connect(self.commit)

    def show_date(self, day: date) -> None:
        """Show a date without saying so; what is shown already stays, with what is typed."""
        if _qdate(day) != self._told:
            self._told = _qdate(day)
            self.drop()

    def commit(self) -> None:
        """Tell a date that was typed and not told yet."""
        self.interpretText()
        if self.date() != self._told:
            self._told = self.date()
            self.edited.emit(_date(self._told))

    def drop(self) -> None:
        """Forget a date that was typed and not told yet."""
        self.blockSignals(True)
        self.setDate(self._told)
        self.blockSignals(False)

    def _on_date_changed(self) -> None:
        if not self._typing:  # chosen in the calendar
            self.commit()

    def stepBy(self, steps: int) -> None:
        if self.currentSection() == QDateEdit.Section.DaySection:
            self.setDate(self.date().addDays(7 * steps))
        else:
            super().stepBy(steps)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._typing = True
        super().keyPressEvent(event)
        self._typing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
