"""The Edit menu: what can be done to any selection, be it entries, days or whole weeks."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from soleus_desktop.plan.block import block_of_days, block_of_entries, paste_days
from soleus_desktop.plan.days import clear_days
from soleus_desktop.plan.edits import Edit, change_days, entry_ids
from soleus_desktop.plan.many import copy_entries, delete_entries
from soleus_desktop.plan.model import Day, Plan, Week
from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.weeks import delete_weeks, insert_weeks
from soleus_desktop.ui.board.drops import to_drop
from soleus_desktop.ui.carried import take_selected
from soleus_desktop.ui.commands import NO_WEEK, neighbour, places_for_new, what
from soleus_desktop.ui.mime import carried_by, carried_data
from soleus_desktop.ui.plain_text import carried_in
from soleus_desktop.ui.selection import Cell, Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.week_commands import WeekCommands
from soleus_desktop.ui.widgets.text_field import clean

NOTHING_TO_PASTE = "Nothing on the clipboard is an exercise, a day or a week"


class EditCommands(QObject):
    """Copy, cut, paste, duplicate, delete. Each edit is one undo step."""

    def __init__(self, session: Session, selection: Selection, weeks: WeekCommands) -> None:
        super().__init__(session)
        self._session, self._selection, self._weeks = session, selection, weeks

    def copy(self) -> None:
        """Put what is selected on the clipboard, for this program and as text for a mail."""
        carried = take_selected(self._session, self._selection)
        if carried:
            data = carried_data(carried, self._session.plan, self._session.exercises)
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then delete."""
        self.copy()
        self._delete("Cut")

    def delete(self) -> None:
        """Delete the selected entries, clear the selected days, or delete the selected weeks."""
        self._delete("Delete")

    def paste(self) -> None:
        """Put copies of what the clipboard holds in; text is read as fast entry reads lines.

        Entries go behind the current one, or onto each selected day; those of several days onto the
        days from the first selected one on, weeks behind the selected ones.
        """
        session, slots = self._session, places_for_new(self._session, self._selection)
        clipboard, unread = QGuiApplication.clipboard(), tuple[str, ...]()
        carried = carried_by(clipboard.mimeData(), session.guide)
        if carried is None:
            text, own = clean(clipboard.text()), session.plan.exercises
            carried, unread = carried_in(text, session.exercises, own)
        if carried is None:
            session.refused.emit(NOTHING_TO_PASTE)
            return
        drop = to_drop(carried._replace(held=0), session)
        if drop.by_week:
            slots = (Slot(max(self._selection.weeks, default=-1) + 1, 0, 0),)
        elif len(carried.block) > 1:
            slots = slots[:1]  # from the first selected day on
        if not slots:
            session.refused.emit(NO_WEEK)
        elif drop.put(self._selection, slots) and unread:
            session.refused.emit(_not_read(unread))

    def duplicate(self) -> None:
        """Copy entries right behind themselves, days to the week after, weeks behind themselves."""
        selection = self._selection
        if selection.whole_weeks:
            self._weeks.duplicate()
        elif selection.entry_ids:
            self._duplicate_entries(selection.entry_ids)
        elif any(self._session.plan.weeks[week].days[day].entries for week, day in selection.days):
            self._duplicate_days(selection.days)

    def select_all(self) -> None:
        """Select all entries, or all weeks of an empty plan."""
        self._selection.select_all()

    def select_week(self) -> None:
        """Select the weeks of what is selected, as a click on their heads does."""
        self._selection.select_weeks(self._selection.weeks, self._selection.week)

    def select_weekday(self) -> None:
        """Select the weekdays of what is selected in every week, as a click above them does."""
        selection = self._selection
        columns = {day for _, day in selection.days}
        cells = ((week, day) for week in range(len(self._session.plan.weeks)) for day in columns)
        selection.select_days(cells, (selection.week, selection.day))

    def _duplicate_entries(self, ids: tuple[str, ...]) -> None:
        session, cells = self._session, self._days_of(ids)
        week, day = cells[0]
        if len(cells) == 1:
            entries = session.plan.weeks[week].days[day].entries
            last = max(at for at, entry in enumerate(entries) if entry.id in ids)
            slot = Slot(week, day, last + 1)
            self._copied(what(session, ids), lambda plan: copy_entries(plan, ids, slot))
        else:
            block = block_of_entries(session.plan, ids)
            self._copied(what(session, ids), lambda plan: paste_days(plan, week, day, block))

    def _copied(self, text: str, edit: Edit) -> None:
        """Make copies of entries and select them."""
        before = entry_ids(self._session.plan)
        if self._session.apply(f"Duplicate {text}", edit):
            self._selection.select_entries(entry_ids(self._session.plan) - before)

    def _days_of(self, ids: tuple[str, ...]) -> list[Cell]:
        plan, chosen = self._session.plan, set(ids)
        return [
            (week, day)
            for week, day in self._selection.days
            if any(entry.id in chosen for entry in plan.weeks[week].days[day].entries)
        ]

    def _duplicate_days(self, days: tuple[Cell, ...]) -> None:
        """Copy days as many weeks on as they span, so that copies never lie on the copied."""
        block = block_of_days(self._session.plan, days)
        span = days[-1][0] - days[0][0] + 1
        week, day = days[0][0] + span, days[0][1]

        def edit(plan: Plan) -> Plan:
            if week >= len(plan.weeks):
                missing = week - len(plan.weeks) + 1
                plan = insert_weeks(plan, len(plan.weeks), (Week(),) * missing)
            return paste_days(plan, week, day, block)

        if self._session.apply(f"Duplicate {_days(days)}", edit):
            self._selection.select_days((at + span, on) for at, on in days)

    def _delete(self, verb: str) -> None:
        session, selection = self._session, self._selection
        if selection.entry_ids:
            ids, then = selection.entry_ids, neighbour(session, selection)
            text = f"{verb} {what(session, ids)}"
            if session.apply(text, lambda plan: delete_entries(plan, ids)):
                selection.select(*then)
        elif selection.whole_weeks:
            weeks = selection.weeks
            text = "the week" if len(weeks) == 1 else f"{len(weeks)} weeks"
            session.apply(f"{verb} {text}", lambda plan: delete_weeks(plan, weeks))
        elif verb == "Cut":
            days = selection.days
            session.apply(f"Cut {_days(days)}", lambda plan: _emptied(plan, days))
        else:
            days = selection.days
            session.apply(f"Clear {_days(days)}", lambda plan: clear_days(plan, days))


def _not_read(lines: tuple[str, ...]) -> str:
    more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
    return f"Pasted but for what is no exercise: \u201c{lines[0][:60]}\u201d{more}"


def _days(days: tuple[Cell, ...]) -> str:
    return "the day" if len(days) == 1 else f"{len(days)} days"


def _emptied(plan: Plan, days: tuple[Cell, ...]) -> Plan:
    """Leave empty rest days: kind and note went along."""
    cut = set(days)
    return change_days(
        clear_days(plan, days),
        lambda week, day, old: Day() if (week, day) in cut and old != Day() else old,
    )
