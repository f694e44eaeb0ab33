"""A field for the Monday of a week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QWidget


class WeekField(QDateEdit):
    """Shows a Monday and says which day a person chose: any day stands for its week.

    The arrow keys step by weeks where they would step by days.
    """

    edited = Signal(object)
    """The `date` that was chosen, a Monday or not."""

    def __init__(self, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.setDisplayFormat("d MMM yyyy")
        self.setDateRange(_qdate(first), _qdate(last))
        self.setCalendarPopup(True)
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setKeyboardTracking(False)  # a date half typed is another date
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dateChanged.connect(lambda day: self.edited.emit(_date(day)))

    def show_date(self, day: date) -> None:
        """Show a date without saying so."""
        if _qdate(day) != self.date():
            self.blockSignals(True)
            self.setDate(_qdate(day))
            self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        if self.currentSection() == QDateEdit.Section.DaySection:
            self.setDate(self.date().addDays(7 * steps))
        else:
            super().stepBy(steps)

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
