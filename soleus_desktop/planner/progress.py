"""Progress over weeks: one exercise, a row a week, each a step on from the one before.

A person may repeat a week, step back in it, or set its numbers by hand; what follows is worked out
from there. Everything is a value: a change gives another `Progress`, and the plan is changed by
`applied` alone. Weeks and rows count from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import is_

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import MAX_ENTRIES, STAGES
from soleus_desktop.plan.edits import change_days, fresh_ids
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.planner.ladder import Level, Pace, back, low, onward


@dataclass(frozen=True, slots=True)
class Row:
    """One week of a progress.

    `steps` is what a person chose: 0 repeats the week before, -1 goes a step back from it; None
    goes on by itself. `edited` is a level set by hand. `lighter` is a week between at the low end,
    which the week after does not build on.
    """

    week: int
    level: Level
    steps: int | None = None
    edited: bool = False
    lighter: bool = False

    @property
    def by_hand(self) -> bool:
        """Whether a person had a say in it."""
        return self.edited or self.steps is not None


@dataclass(frozen=True, slots=True)
class Progress:
    """An exercise over some weeks. `start` is how far it is in the first of them.

    The first week stays as it stands in the plan, whatever its days hold, unless a person changes
    its row.
    """

    exercise: Exercise
    start: Level
    rows: tuple[Row, ...]
    pace: Pace

    def at_pace(self, pace: Pace) -> Progress:
        """Return it at another pace; what was chosen by hand stays chosen."""
        return _worked_out(replace(self, pace=pace))

    def repeated(self, row: int) -> Progress:
        """Return it with a week as the week before; the first one has none before it."""
        return self._with(row, steps=0, edited=False) if row else self.reset(row)

    def regressed(self, row: int) -> Progress:
        """Return it with a week one step back from the week before, each time one further."""
        return self._with(row, steps=min(self.rows[row].steps or 0, 0) - 1, edited=False)

    def edited(self, row: int, level: Level) -> Progress:
        """Return it with the level of a week set by hand."""
        return self._with(row, level=level, steps=None, edited=True)

    def reset(self, row: int) -> Progress:
        """Return it with a week going on by itself again."""
        return self._with(row, steps=None, edited=False)

    def _with(self, row: int, **changes: object) -> Progress:
        changed = replace(self.rows[row], **changes)  # type: ignore[arg-type]
        rows = (*self.rows[:row], changed, *self.rows[row + 1 :])
        return _worked_out(replace(self, rows=rows))


def progress(
    plan: Plan,
    exercise: Exercise,
    weeks: Sequence[int],
    pace: Pace = Pace(),  # noqa: B008  never changed
    *,
    add: bool = False,
) -> Progress | None:
    """Return how an exercise goes on over these weeks of a plan, or None where none of them has it.

    It begins in the first of the weeks that has it, at the furthest stage there. Weeks after that
    without it have no row, unless `add` says that they are to get it.
    """
    having = [week for week in weeks if _of(plan.weeks[week], exercise)]
    if not having:
        return None
    start = _furthest(_of(plan.weeks[having[0]], exercise))
    spanned = [week for week in weeks if week >= having[0]] if add else having
    rows = tuple(Row(week, start) for week in spanned)
    return _worked_out(Progress(exercise, start, rows, pace))


def _worked_out(made: Progress) -> Progress:
    """Go through the rows, each from the one before that was not a lighter one."""
    rows, every = [], made.pace.lighter_every
    reached = made.start
    for number, row in enumerate(made.rows):
        lighter = bool(number and every and (number + 1) % every == 0 and not row.by_hand)
        level = row.level if row.edited else reached
        if lighter:
            level = low(reached, made.exercise)
        elif not row.edited:
            steps = min(number, 1) if row.steps is None else row.steps
            for _ in range(abs(steps)):
                level = (onward if steps > 0 else back)(level, made.exercise, made.pace)
        reached = reached if lighter else level
        rows.append(replace(row, level=level, lighter=lighter))
    return replace(made, rows=tuple(rows))


def applied(plan: Plan, made: Iterable[Progress]) -> Plan:
    """Return the plan with every entry of these exercises at the level of its week's row.

    A week of a row that has not the exercise gets it on the days on which the first row's week has
    it, behind what stands there. The first week stays as it is unless its row was changed by hand.
    Tempo, rest, note and all else of an entry stay. Raises ValueError where a day is full.
    """
    made = tuple(made)
    first = {one.exercise.id: one.rows[0].week for one in made}
    levels: dict[int, dict[str, Level]] = {}
    for one in made:
        for number, row in enumerate(one.rows):
            if number or row.by_hand:
                levels.setdefault(row.week, {})[one.exercise.id] = row.level
    missing = {
        week: {name: first[name] for name in here if name not in _used(plan.weeks[week])}
        for week, here in levels.items()
    }
    ids = fresh_ids(plan)

    def change(week: int, number: int, day: Day) -> Day:
        if week not in levels:
            return day
        filled = _with_missing(plan, day, number, missing[week], ids)
        entries = tuple([_at(entry, levels[week]) for entry in filled.entries])
        same = all(map(is_, entries, filled.entries))
        return filled if same else filled.replace(entries=entries)

    return change_days(plan, change)


def _with_missing(
    plan: Plan, day: Day, number: int, missing: dict[str, int], ids: Iterator[str]
) -> Day:
    """Return the day with copies of what its week misses, in the order of the weeks that have it.

    A rest day without entries becomes the kind of day that they come from.
    """
    for week in sorted(set(missing.values())):
        model = plan.weeks[week].days[number]
        lacking = [entry for entry in model.entries if missing.get(entry.exercise) == week]
        if lacking:
            copies = tuple([entry.replace(id=next(ids)) for entry in lacking])
            if len(day.entries) + len(copies) > MAX_ENTRIES:
                raise ValueError(f"a day has at most {MAX_ENTRIES} entries")
            idle = day.kind == "rest" and not day.entries
            kind = model.kind if idle else day.kind
            day = day.replace(kind=kind, entries=(*day.entries, *copies))
    return day


def _at(entry: Entry, levels: dict[str, Level]) -> Entry:
    """Return the entry at the level of its exercise; what a file said besides stays with it."""
    level = levels.get(entry.exercise)
    if level is None:
        return entry
    load = level.load and level.load.replace(extra=entry.load.extra if entry.load else ())
    dose = level.dose.replace(extra=entry.dose.extra)
    if (level.stage, dose, load) == (entry.stage, entry.dose, entry.load):
        return entry
    return entry.replace(stage=level.stage, dose=dose, load=load)


def _used(week: Week) -> set[str]:
    return {entry.exercise for day in week.days for entry in day.entries}


def _of(week: Week, exercise: Exercise) -> list[Entry]:
    return [e for day in week.days for e in day.entries if e.exercise == exercise.id]


def _furthest(entries: list[Entry]) -> Level:
    """Return the level of the last of the entries at the furthest stage."""
    entry = max(reversed(entries), key=lambda e: STAGES.index(e.stage) if e.stage else -1)
    return Level(entry.stage, entry.dose, entry.load)
