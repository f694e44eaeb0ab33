"""What the cards say, as plain data: one `DayCard` a day that has entries, in the plan's order.

Nothing here knows of paper, type or PDF; every layout reads the same values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soleus_desktop.cards.kept import Kept
from soleus_desktop.cards.wording import Told, Wording
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Entry, Plan, Tempo, Walk
from soleus_desktop.plan.place import date_of

A_WHILE = 64
"""Entries whose words and blocks are kept: those of some weeks, however long a plan is."""

Exercises = dict[str, Exercise]
Days = frozenset[tuple[int, int]]
"""Days to print, as week and day from 0."""


class NothingToPrint(ValueError):
    """The plan has no day with exercises."""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One exercise of a day as the card says it.

    `carries` are stage and load as far as the entry states them, `facts` these with knee bend and
    rest. `sets` is the
    number of tick boxes, for each leg where `per_leg`. `steps` and `cues` are the exercise's
    lines, typed by a person where it is of the plan's `own`. `video` is as the exercise gives it,
    which need not be a web link. `kind` is that of the dose and `units` that of weights: what is
    written into a log.
    """

    name: str
    short: str
    figure: str
    kind: str
    units: Units
    dose: str
    per_leg: bool
    carries: tuple[str, ...]
    facts: tuple[str, ...]
    tempo: Tempo | None
    sets: int
    steps: tuple[str, ...]
    cues: tuple[str, ...]
    video: str | None
    note: str
    own: bool


@dataclass(frozen=True, slots=True)
class DayCard:
    """One training day; `week` and `day` count from 0.

    `first` marks the first day of its week that is printed; that one alone has the `week_note`.
    """

    week: int
    day: int
    week_name: str
    day_name: str
    athlete: str
    plan: str
    week_label: str
    date: str
    kind: str
    week_note: str
    note: str
    entries: tuple[CardEntry, ...]
    first: bool


def day_cards(
    plan: Plan, exercises: Exercises, words: Wording, only: Days | None = None
) -> Iterator[DayCard]:
    """Yield what each day with entries says, of the days in `only` where it is given.

    Raises KeyError where an entry's exercise is in neither guide nor plan.
    """
    said: Kept[int, CardEntry] = Kept(A_WHILE)  # by identity: copied weeks share their entries
    told: dict[str, Told] = {}
    units = plan.athlete.unit

    def says(entry: Entry) -> CardEntry:
        card_entry = said.get(id(entry))
        if card_entry is None:
            exercise = exercises[entry.exercise]
            if entry.exercise not in told:
                told[entry.exercise] = words.exercise(exercise)
            card_entry = _entry(entry, exercise, told[entry.exercise], words, units)
            said[id(entry)] = card_entry
        return card_entry

    for w, week in enumerate(plan.weeks):
        days = [
            d for d, day in enumerate(week.days) if day.entries and (only is None or (w, d) in only)
        ]
        for d in days:
            entries = tuple(map(says, week.days[d].entries))
            yield _card(plan, w, d, words, entries, first=d == days[0])


def _card(
    plan: Plan, w: int, d: int, words: Wording, entries: tuple[CardEntry, ...], *, first: bool
) -> DayCard:
    week, when = plan.weeks[w], date_of(plan, w, d)
    return DayCard(
        week=w,
        day=d,
        week_name=words.week(w),
        day_name=words.days[d],
        athlete=plan.athlete.name,
        plan=plan.title,
        week_label=week.label,
        date=words.date(when) if when else "",
        kind=words.word("kind", week.days[d].kind),
        week_note=week.note if first else "",
        note=week.days[d].note,
        entries=entries,
        first=first,
    )


def _entry(entry: Entry, exercise: Exercise, told: Told, words: Wording, units: Units) -> CardEntry:
    carried = tuple(carries(entry, words, units))
    return CardEntry(
        name=told.name,
        short=told.short,
        figure=exercise.figure,
        kind=entry.dose.type,
        units=units,
        dose=words.dose(entry.dose),
        per_leg=entry.per_leg,
        carries=carried,
        facts=(*carried, *_setup(entry, words)),
        tempo=entry.tempo,
        sets=1 if isinstance(entry.dose, Walk) else entry.dose.sets,
        steps=told.how_to,
        cues=told.cues,
        video=exercise.video,
        note=entry.note,
        own=exercise.custom,
    )


def carries(entry: Entry, words: Wording, units: Units) -> list[str]:
    """Return stage and load of an entry, as far as it states them."""
    said = []
    if entry.stage:
        said.append(words.word("stage", entry.stage))
    if entry.load:
        said.append(words.load(entry.load, units))
    return said


def _setup(entry: Entry, words: Wording) -> list[str]:
    said = []
    if entry.knee_bend_deg is not None:
        said.append(words.say("knee", degrees=words.number(entry.knee_bend_deg)))
    if entry.rest_s is not None:
        said.append(words.say("rest", seconds=words.number(entry.rest_s)))
    return said
