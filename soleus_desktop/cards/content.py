"""What the cards say, as plain data: one `DayCard` a day that has entries, in the plan's order.

Nothing here knows of paper, type or PDF; every layout reads the same values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan import words
from soleus_desktop.plan.model import Day, Entry, Plan, Tempo, Walk
from soleus_desktop.plan.place import DAY_NAMES, Place, date_of

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
    """One training day. `week_note` is set on the first card of its week alone."""

    place: Place
    athlete: str
    plan: str
    week_label: str
    date: str
    kind: str
    week_note: str
    note: str
    entries: tuple[CardEntry, ...]

    @property
    def week(self) -> str:
        """Say the week: ``Week 2``."""
        return f"Week {self.place.week + 1}" if self.place.week is not None else ""

    @property
    def day(self) -> str:
        """Say the day: ``Wednesday``."""
        return DAY_NAMES[self.place.day] if self.place.day is not None else ""


def day_cards(plan: Plan, exercises: dict[str, Exercise]) -> list[DayCard]:
    """Return what each day with entries says.

    Raises NothingToPrint where no day has entries, KeyError where an entry's exercise is in
    neither guide nor plan.
    """
    cards: list[DayCard] = []
    said: dict[int, CardEntry] = {}  # by identity: copied weeks share their entries
    for w, week in enumerate(plan.weeks):
        week_note = week.note
        for d, day in enumerate(week.days):
            if not day.entries:
                continue
            entries = tuple(
                said.get(id(entry)) or said.setdefault(id(entry), _entry(entry, exercises))
                for entry in day.entries
            )
            cards.append(_card(plan, Place(w, d), day, week.label, week_note, entries))
            week_note = ""
    if not cards:
        raise NothingToPrint("There is nothing to print: no day of the plan has exercises.")
    return cards


def day_in_words(day: date) -> str:
    """Write a date as ``2 March 2026``, whatever the system's language."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _card(
    plan: Plan, place: Place, day: Day, label: str, week_note: str, entries: tuple[CardEntry, ...]
) -> DayCard:
    return DayCard(
        place=place,
        athlete=plan.athlete.name,
        plan=plan.title,
        week_label=label,
        date=_date(plan, place),
        kind=KIND_NAMES[day.kind],
        week_note=week_note,
        note=day.note,
        entries=entries,
    )


def _date(plan: Plan, place: Place) -> str:
    try:
        day = date_of(plan, place.week or 0, place.day or 0)
    except OverflowError:  # the calendar ends with the year 9999
        return ""
    return day_in_words(day) if day else ""


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
