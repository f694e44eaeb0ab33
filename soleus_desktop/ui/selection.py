"""What is selected on the board: a current day and perhaps an entry of it, and more of either."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from soleus_desktop.plan.ids import weeks_with
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.plan.place import Place, find_entry
from soleus_desktop.ui.session import Session

Cell = tuple[int, int]
"""A day on the board: week and day, both from 0."""


class Spot(NamedTuple):
    """A day (week and day from 0) and an entry of it, or None for the day itself."""

    week: int
    day: int
    entry_id: str | None = None


class Selection(QObject):
    """The current day and entry, and all that is selected with them.

    Either entries are selected (`entry_ids`), or days, or whole weeks. It follows entries when
    they move, and lets go of what is deleted. In a plan without weeks there is no current day:
    `week` is -1 and `days` is empty.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.week, self.day = (0, 0) if session.plan.weeks else (-1, 0)
        self.entry_id: str | None = None
        self.entry_ids: tuple[str, ...] = ()
        """All selected entries in the order of the plan, with the current one where one is."""
        self.days: tuple[Cell, ...] = self._current()
        """The selected days in order: those of the selected entries, and the current one."""
        self.whole_weeks = False
        """Whether weeks are selected by their heads."""
        self.anchor = Spot(self.week, self.day)
        """Where the selection began: it is extended from here."""
        session.plan_replaced.connect(self._reset)
        session.plan_changed.connect(self._follow)

    @property
    def weeks(self) -> tuple[int, ...]:
        """The weeks that hold a selected day, in order."""
        return tuple(sorted({week for week, _ in self.days}))

    # --- one -----------------------------------------------------------------------------------

    def select(self, week: int, day: int, entry_id: str | None = None) -> None:
        """Make a day current, and an entry of it; nothing else stays selected."""
        self.anchor = Spot(week, day, entry_id)
        self._become(self.anchor, (entry_id,) if entry_id else ())

    def go_to(self, place: Place) -> None:
        """Select where a finding stands; a finding of the whole plan selects nothing."""
        if place.week is not None:
            self.select(place.week, place.day or 0, place.entry)

    @property
    def current_week(self) -> Week | None:
        """The selected week, or None where the plan has none."""
        return self._session.plan.weeks[self.week] if self.week >= 0 else None

    @property
    def current_day(self) -> Day | None:
        """The selected day, or None where the plan has no week."""
        week = self.current_week
        return week.days[self.day] if week else None

    @property
    def current_entry(self) -> Entry | None:
        """The selected entry, or None."""
        day = self.current_day
        if day is None or self.entry_id is None:
            return None
        return next((entry for entry in day.entries if entry.id == self.entry_id), None)

    # --- many ----------------------------------------------------------------------------------

    def select_entries(self, ids: Iterable[str], current: str | None = None) -> None:
        """Select these entries; `current`, else the last of them, is the current one."""
        spots = self._spots(set(ids))
        if spots:
            here = next((spot for spot in spots if spot.entry_id == current), spots[-1])
            self.anchor = here
            self._become(here, _ids(spots), _cells(spots))

    def select_days(self, days: Iterable[Cell], current: Cell | None = None) -> None:
        """Select these days; `current`, else the last of them, is the current one."""
        cells = sorted(set(days))
        if cells:
            here = current if current in cells else cells[-1]
            self.anchor = Spot(*here)
            self._become(self.anchor, (), cells)

    def select_weeks(self, weeks: Iterable[int], current: int | None = None) -> None:
        """Select whole weeks; `current`, else the last of them, is the current one."""
        rows = sorted(set(weeks))
        if rows:
            here = current if current is not None and current in rows else rows[-1]
            self.anchor = Spot(here, 0)
            self._become(self.anchor, (), _whole(rows), whole_weeks=True)

    def select_all(self) -> None:
        """Select all entries; where the plan has none, all weeks."""
        every = self._spots(None)
        if every:
            here = self.entry_id or every[0].entry_id
            self.select_entries(_ids(every), here)
        else:
            self.select_weeks(range(len(self._session.plan.weeks)), self.week)

    def toggle(self, week: int, day: int, entry_id: str | None = None) -> None:
        """Add an entry or a day to what is selected, or take it away again.

        Beside several selected entries a day is left alone: a click that misses a chip must not
        cost the others.
        """
        if entry_id:
            self._toggle_entry(Spot(week, day, entry_id))
        elif len(self.entry_ids) <= 1:
            kept = set() if self.whole_weeks else set(self.days)
            left = kept ^ {(week, day)} or {(week, day)}
            here = (week, day) if (week, day) in left else max(left)
            self.anchor = Spot(*here)
            self._become(self.anchor, (), left)

    def toggle_week(self, week: int) -> None:
        """Add a whole week to those selected, or take it away again."""
        kept = set(self.weeks) if self.whole_weeks else set()
        self.select_weeks(kept ^ {week} or {week}, week)

    def extend_to(self, week: int, day: int, entry_id: str | None = None) -> None:
        """Select all from where the selection began to here.

        In one day the run of entries, else what lies in the block of weeks and days between:
        its entries where the selection began at one, its days where it began at a day.
        """
        anchor, to = self.anchor, Spot(week, day, entry_id)
        block = _block(anchor, to)
        if anchor.entry_id is None:
            self._become(to._replace(entry_id=None), (), block)
            return
        wanted = set(block)
        spots = [spot for spot in self._spots(None) if spot[:2] in wanted]
        if anchor[:2] == to[:2]:
            ends = [at for at, spot in enumerate(spots) if spot in (anchor, to)]
            first = 0 if entry_id is None else min(ends, default=0)
            spots = spots[first : max(ends, default=-1) + 1]
        self._become(to, _ids(spots), [*_cells(spots), (week, day)])

    def extend_to_week(self, week: int) -> None:
        """Select all whole weeks from where the selection began to this one."""
        first, last = sorted((max(self.anchor.week, 0), week))
        self._become(Spot(week, 0), (), _whole(range(first, last + 1)), whole_weeks=True)

    # --- inside --------------------------------------------------------------------------------

    def _toggle_entry(self, at: Spot) -> None:
        assert at.entry_id is not None
        left = set(self.entry_ids) ^ {at.entry_id}
        spots = self._spots(left)
        here = at if at in spots or not spots else spots[-1]
        self.anchor = here if spots else Spot(at.week, at.day)
        self._become(self.anchor, _ids(spots), _cells(spots))

    def _become(
        self,
        here: Spot,
        entry_ids: tuple[str, ...] = (),
        days: Iterable[Cell] = (),
        *,
        whole_weeks: bool = False,
    ) -> None:
        before = (self._here, self.entry_ids, self.days, self.whole_weeks)
        self.week, self.day, self.entry_id = here
        self.entry_ids, self.whole_weeks = entry_ids, whole_weeks
        self.days = tuple(sorted({*days, *self._current()}))
        if before != (here, self.entry_ids, self.days, self.whole_weeks):
            self.changed.emit()

    def _current(self) -> tuple[Cell, ...]:
        return ((self.week, self.day),) if self.week >= 0 else ()

    def _spots(self, ids: set[str] | None) -> list[Spot]:
        """Where these entries stand (None: all), in the order of the plan."""
        return [
            Spot(w, d, entry.id)
            for w, week in self._weeks_with(ids)
            for d, day in enumerate(week.days)
            for entry in day.entries
            if ids is None or entry.id in ids
        ]

    def _weeks_with(self, ids: set[str] | None) -> Iterable[tuple[int, Week]]:
        plan = self._session.plan
        return enumerate(plan.weeks) if ids is None else weeks_with(plan, ids)

    def _reset(self) -> None:
        self.week, self.day, self.entry_id = (0 if self._session.plan.weeks else -1), 0, None
        # The plan that goes may be shown once more, before the other one is there.
        self.entry_ids, self.days, self.whole_weeks = (), self._current(), False
        self.anchor = Spot(0, 0)

    def _follow(self, _before: Plan, after: Plan) -> None:
        before, cells = self._here, list[Cell]()
        here = _followed(before, after)
        if len(self.entry_ids) > 1:
            spots = self._spots(set(self.entry_ids))
            self.entry_ids, cells = _ids(spots), _cells(spots)
            if spots and self.entry_id and not here.entry_id:
                here = spots[0]  # the current one is gone, others are left
        elif self.entry_ids:
            self.entry_ids = (here.entry_id,) if here.entry_id else ()
        elif len(self.days) > 1:
            cells = [cell for cell in self.days if cell[0] < len(after.weeks)]
        self.week, self.day, self.entry_id = here
        self.anchor = here if self.anchor == before else _followed(self.anchor, after)
        self.whole_weeks = self.whole_weeks and bool(cells)
        self.days = tuple(sorted({*cells, *self._current()}))
        self.changed.emit()  # also when it stands still: what is selected may have changed

    @property
    def _here(self) -> Spot:
        return Spot(self.week, self.day, self.entry_id)


def _followed(spot: Spot, after: Plan) -> Spot:
    """Where a spot is after an edit: with its entry, else at the day as far as there is one."""
    week, day, entry_id = spot
    week = min(week, len(after.weeks) - 1)
    if week < 0 and after.weeks:
        week = 0
    if entry_id is None:
        return Spot(week, day)
    here = after.weeks[week].days[day].entries if week >= 0 else ()
    if any(entry.id == entry_id for entry in here):
        return Spot(week, day, entry_id)
    found = find_entry(after, entry_id)
    return Spot(found[0].week, found[0].day, entry_id) if found else Spot(week, day)


def _ids(spots: list[Spot]) -> tuple[str, ...]:
    return tuple(spot.entry_id for spot in spots if spot.entry_id is not None)


def _cells(spots: list[Spot]) -> list[Cell]:
    return [spot[:2] for spot in spots]


def _whole(weeks: Iterable[int]) -> list[Cell]:
    return [(week, day) for week in weeks for day in range(7)]


def _block(one: Spot, other: Spot) -> list[Cell]:
    """All days in the block of weeks and days between two."""
    weeks = range(min(one.week, other.week), max(one.week, other.week) + 1)
    days = range(min(one.day, other.day), max(one.day, other.day) + 1)
    return [(week, day) for week in weeks for day in days]
