"""How much work a plan holds: sets, repetitions, time under tension, length of a session.

Time under tension is that of one leg. What neither plan nor guide says is assumed, and every
assumption is one of the sentences of `assumptions`, each labelled as the guide's or as ours.

Uphill minutes are time under tension: the guide itself calls the walk long under tension
(uphill-walk.why). Nobody says that a minute of it weighs what a minute of slow raises does, so it
stands in a figure of its own. Work with a straight knee loads the gastrocnemius
(principle.knee-bent): it stands apart, and never counts as the soleus's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import NamedTuple

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Day, Entry, Hold, Reps, Steps, Walk, Week
from soleus_desktop.plan.words import THIN, number

PHASE_S = 3.0
STEP_S = 3.0
REST_S = 60.0
MOST_KEPT = 4000
"""Weeks and days kept at most: several times the longest plan's weeks."""

Exercises = Mapping[str, Exercise]


class Effort(NamedTuple):
    """What some entries come to.

    `repetitions` are those of one leg. `slow_s`, `uphill_s` (both the soleus's) and `straight_s`
    (the gastrocnemius's) are seconds under tension of one leg; `session_s` is how long it all
    takes, both legs and rests included.
    """

    sets: int = 0
    repetitions: float = 0
    slow_s: float = 0
    uphill_s: float = 0
    straight_s: float = 0
    session_s: float = 0

    @property
    def soleus_s(self) -> float:
        """Seconds under tension of the soleus of one leg, slow work and uphill together."""
        return self.slow_s + self.uphill_s

    @property
    def tension_s(self) -> float:
        """All seconds under tension of one leg, those with a straight knee as well."""
        return self.slow_s + self.uphill_s + self.straight_s


NONE = Effort()


def total(efforts: Iterable[Effort]) -> Effort:
    """Return what these come to together."""
    columns = tuple(zip(*efforts, strict=True))
    return Effort(*map(sum, columns)) if columns else NONE


def minutes_of(seconds: float) -> int:
    """Return a span of time as people plan it: whole minutes, the last one begun counted."""
    return ceil(round(seconds / 60, 3))


def of_entry(entry: Entry, exercise: Exercise) -> Effort:
    """Return the work of one entry.

    A dose per leg, or of a single-leg stage, is done by one leg after the other. A heel drop that
    is not counted per leg is one dose for both legs; so is every lunge, whose steps alternate.
    """
    dose = entry.dose
    if isinstance(dose, Walk):
        seconds = dose.minutes * 60.0
        straight = is_straight(entry, exercise)
        return Effort(
            uphill_s=0 if straight else seconds,
            straight_s=seconds if straight else 0,
            session_s=seconds,
        )
    each_leg = entry.per_leg or entry.stage == "single-leg"
    shared = not each_leg and (isinstance(dose, Steps) or bool(exercise.per_leg_cite))
    count, one_s = _repetitions(entry, exercise)
    legs = 2 if each_leg else 1
    a_leg = dose.sets * count / (2 if shared else 1)
    seconds = a_leg * one_s
    straight = is_straight(entry, exercise)
    rest_s = REST_S if entry.rest_s is None else entry.rest_s
    return Effort(
        sets=dose.sets,
        repetitions=0 if isinstance(dose, Hold) else a_leg,
        slow_s=0 if straight else seconds,
        straight_s=seconds if straight else 0,
        session_s=dose.sets * (count * one_s * legs + rest_s),
    )


def is_straight(entry: Entry, exercise: Exercise) -> bool:
    """Tell whether the knee is straight: the exercise's, or at a stated bend of 0 degrees."""
    return exercise.knee == "straight" or entry.knee_bend_deg == 0


class Efforts:
    """Keeps the work of weeks, days and entries with the very values: an edit costs a few sums."""

    def __init__(self) -> None:
        self._exercises: Exercises = {}
        self._entries: dict[int, tuple[Entry, Effort]] = {}
        self._days: dict[int, tuple[Day, Effort]] = {}
        self._weeks: dict[int, tuple[Week, Effort]] = {}

    def of_week(self, week: Week, exercises: Exercises) -> Effort:
        """Return the work of a week."""
        self._judge_by(exercises)
        kept = self._weeks.get(id(week))  # a value that is kept keeps its id to itself
        if kept is None:
            effort = total([self._of_day(day, exercises) for day in week.days])
            kept = self._weeks[id(week)] = (week, effort)
        return kept[1]

    def of_day(self, day: Day, exercises: Exercises) -> Effort:
        """Return the work of a day; what nobody knows the exercise of counts for nothing."""
        self._judge_by(exercises)
        return self._of_day(day, exercises)

    def _of_day(self, day: Day, exercises: Exercises) -> Effort:
        kept = self._days.get(id(day))
        if kept is None:
            known = self._entries
            for entry in day.entries:
                if id(entry) not in known:
                    exercise = exercises.get(entry.exercise)
                    effort = of_entry(entry, exercise) if exercise else NONE
                    known[id(entry)] = (entry, effort)
            effort = total([known[id(entry)][1] for entry in day.entries])
            kept = self._days[id(day)] = (day, effort)
        return kept[1]

    def _judge_by(self, exercises: Exercises) -> None:
        if exercises is not self._exercises or len(self._days) > MOST_KEPT:
            self._exercises = exercises
            self._entries.clear()
            self._days.clear()
            self._weeks.clear()


def assumptions(entries: Iterable[Entry], exercises: Exercises) -> tuple[str, ...]:
    """Return what is assumed of these entries, each once, as sentences for people."""
    known = [(entry, exercises[entry.exercise]) for entry in entries if entry.exercise in exercises]
    return tuple(dict.fromkeys(said for pair in known for said in _assumed(*pair)))


def _assumed(entry: Entry, exercise: Exercise) -> Iterator[str]:
    name = exercise.name
    if isinstance(entry.dose, Walk):
        yield (
            "Uphill minutes count in full for both legs: the guide calls them long under tension. "
            "Next to slow work they are shown apart (ours)."
        )
        return
    if isinstance(entry.dose, Reps) and entry.tempo is None:
        up_s, down_s = _phase(exercise, "up_s"), _phase(exercise, "down_s")
        given = [field for field in ("up_s", "down_s") if field in exercise.ranges]
        source = "the guide gives no tempo, this is ours"
        if given and not exercise.custom:
            source = "the middle of the guide's range"
            source += "" if len(given) == 2 else ", where it gives none ours"
        seconds = f"{number(up_s)}{THIN}s up, {number(down_s)}{THIN}s down"
        yield f"{name} without a tempo: {seconds} ({source})."
    if isinstance(entry.dose, Steps):
        yield (
            f"{name}: {number(STEP_S)}{THIN}s a step, which the rear leg alone is counted for, so "
            "each leg has every other one (ours)."
        )
    if entry.stage == "single-leg" and not entry.per_leg:
        yield f"{name} on a single leg: the dose is done with each leg (ours)."
    if entry.rest_s is None:
        yield f"No rest given: {number(REST_S)}{THIN}s (ours)."
    yield "A rest follows every set; the last one is for the change to what comes next (ours)."


def _repetitions(entry: Entry, exercise: Exercise) -> tuple[float, float]:
    """How many repetitions a set has, and how many seconds each takes; a hold is one long one."""
    match entry.dose:
        case Reps(reps=count):
            tempo = entry.tempo
            if tempo:
                return count, tempo.up_s + tempo.hold_s + tempo.down_s
            return count, _phase(exercise, "up_s") + _phase(exercise, "down_s")
        case Steps(steps=count):
            return count, STEP_S
        case Hold(seconds=seconds):
            return 1, seconds
        case _:
            raise ValueError(f"a walk has no repetitions: {entry.id}")


def _phase(exercise: Exercise, field: str) -> float:
    """How long a phase takes where the plan gives none: the middle of the guide's, else ours."""
    given = exercise.ranges.get(field)
    return (given.least + given.most) / 2 if given else PHASE_S
