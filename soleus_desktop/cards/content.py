"""What the cards say, as plain data: one `DayCard` a day that has entries, in the plan's order.

Nothing here knows of paper, type or PDF; every layout reads the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan import words
from soleus_desktop.plan.model import Entry, Plan, Tempo, Walk
from soleus_desktop.plan.place import DAY_NAMES, date_of

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
KIND_NAMES = {
    "training": "Training day",
    "recovery": "Recovery day",
    "rest": "Rest day",
    "race": "Race day",
}


class NothingToPrint(ValueError):
    """The plan has no day with exercises."""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One exercise of a day as the card says it.

    `facts` are stage, load, knee bend and rest, as far as the entry states them. `sets` is the
    number of tick boxes, for each leg where `per_leg`. `steps` and `cues` are the exercise's
    lines, typed by a person where it is of the plan's `own`. `video` is as the exercise gives it,
    which need not be a web link.
    """

    name: str
    figure: str
    dose: str
    per_leg: bool
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

    `week_note` is set on the first card of its week alone.
    """

    week: int
    day: int
    athlete: str
    plan: str
    week_label: str
    date: str
    kind: str
    week_note: str
    note: str
    entries: tuple[CardEntry, ...]

    @property
    def week_name(self) -> str:
        """Say the week: ``Week 2``."""
        return f"Week {self.week + 1}"

    @property
    def day_name(self) -> str:
        """Say the day: ``Wednesday``."""
        return DAY_NAMES[self.day]


def day_cards(plan: Plan, exercises: dict[str, Exercise]) -> list[DayCard]:
    """Return what each day with entries says.

    Raises NothingToPrint where no day has entries, KeyError where an entry's exercise is in
    neither guide nor plan.
    """
    said: dict[int, CardEntry] = {}  # by identity: copied weeks share their entries

    def says(entry: Entry) -> CardEntry:
        return said.get(id(entry)) or said.setdefault(id(entry), _entry(entry, exercises))

    cards = []
    for w, week in enumerate(plan.weeks):
        days = [d for d, day in enumerate(week.days) if day.entries]
        for d in days:
            note = week.note if d == days[0] else ""
            cards.append(_card(plan, w, d, note, tuple(map(says, week.days[d].entries))))
    if not cards:
        raise NothingToPrint("no day of the plan has exercises")
    return cards


def day_in_words(day: date) -> str:
    """Write a date as ``2 March 2026``, whatever the system's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _card(plan: Plan, w: int, d: int, note: str, entries: tuple[CardEntry, ...]) -> DayCard:
    week, when = plan.weeks[w], date_of(plan, w, d)
    return DayCard(
        week=w,
        day=d,
        athlete=plan.athlete.name,
        plan=plan.title,
        week_label=week.label,
        date=day_in_words(when) if when else "",
        kind=KIND_NAMES[week.days[d].kind],
        week_note=note,
        note=week.days[d].note,
        entries=entries,
    )


def _entry(entry: Entry, exercises: dict[str, Exercise]) -> CardEntry:
    exercise = exercises[entry.exercise]
    return CardEntry(
        name=exercise.name,
        figure=exercise.figure,
        dose=words.dose(entry.dose),
        per_leg=entry.per_leg,
        facts=tuple(_facts(entry)),
        tempo=entry.tempo,
        sets=1 if isinstance(entry.dose, Walk) else entry.dose.sets,
        steps=exercise.how_to,
        cues=exercise.cues,
        video=exercise.video,
        note=entry.note,
        own=exercise.custom,
    )


def _facts(entry: Entry) -> list[str]:
    facts = []
    if entry.stage:
        facts.append(words.STAGE_NAMES[entry.stage])
    if entry.load:
        facts.append(words.load(entry.load))
    if entry.knee_bend_deg is not None:
        facts.append(f"knee bent {words.number(entry.knee_bend_deg)}°")
    if entry.rest_s is not None:
        facts.append(f"rest {words.number(entry.rest_s)}{words.THIN}s")
    return facts
