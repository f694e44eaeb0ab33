"""Plans for hypothesis: whatever the contract of the plan file allows, inside the guide or not."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

from soleus_desktop.guide.model import DOSE_FIELDS
from soleus_desktop.plan import bounds
from soleus_desktop.plan.model import (
    Athlete,
    CustomExercise,
    Day,
    Dose,
    Entry,
    Hold,
    Load,
    Plan,
    Reps,
    Steps,
    Tempo,
    Waiver,
    Walk,
    Week,
)
from soleus_desktop.rules.table import BY_ID
from tests.build import GUIDE

ALLOWED = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n")
MONDAY = date(2024, 1, 1)


@cache
def texts(least: int = 0, most: int = 12) -> st.SearchStrategy[str]:
    return st.text(ALLOWED, min_size=least, max_size=most)


@cache
def numbers(least: int, most: int) -> st.SearchStrategy[float]:
    """Whole numbers and fractions between these, both ends included."""
    return st.integers(least, most) | st.floats(least, most)


IDS = texts(1)
TO_BE_NAMED = st.just("e0")
COUNTS = st.integers(1, 1000)
RANGED: dict[str, st.SearchStrategy[Any]] = {
    "sets": COUNTS,
    "reps": COUNTS,
    "steps": COUNTS,
    "seconds": numbers(1, 3600),
    "minutes": numbers(1, 600),
    "incline_pct": numbers(0, 40),
}
DOSES: dict[str, st.SearchStrategy[Dose]] = {
    name: st.builds(kind, **{field: RANGED[field] for field in DOSE_FIELDS[name]})
    for name, kind in (("reps", Reps), ("hold", Hold), ("steps", Steps), ("walk", Walk))
}
TEMPOS = st.builds(Tempo, up_s=numbers(0, 3600), hold_s=numbers(0, 3600), down_s=numbers(0, 3600))
LOADS = st.builds(Load, kg=numbers(0, 1000), implement=st.sampled_from(bounds.IMPLEMENTS))


def entries(
    ids: st.SearchStrategy[str] = IDS, custom: tuple[CustomExercise, ...] = ()
) -> st.SearchStrategy[Entry]:
    """Entries of the guide's exercises and these, each with a dose of the right type."""
    doses = {exercise.id: exercise.dose for exercise in GUIDE.exercises.values()}
    doses |= {own.id: own.dose for own in custom}
    return st.one_of(_entries_of(name, dose, ids) for name, dose in doses.items())


@cache  # to build a strategy takes as long as to draw from it
def _entries_of(exercise: str, dose: str, ids: st.SearchStrategy[str]) -> st.SearchStrategy[Entry]:
    return st.builds(
        Entry,
        id=ids,
        exercise=st.just(exercise),
        stage=st.none() | st.sampled_from(bounds.STAGES),
        dose=DOSES[dose],
        tempo=st.none() | TEMPOS,
        per_leg=st.booleans(),
        knee_bend_deg=st.none() | numbers(0, 120),
        load=st.none() | LOADS,
        rest_s=st.none() | numbers(0, 3600),
        note=texts(),
    )


@st.composite
def custom_exercises(draw: st.DrawFn) -> CustomExercise:
    """An exercise of somebody's own; no exercise of the guide has its id."""
    dose = draw(st.sampled_from(sorted(DOSE_FIELDS)))
    ranged = draw(st.sets(st.sampled_from(DOSE_FIELDS[dose])))
    ranges = {name: sorted(draw(st.tuples(RANGED[name], RANGED[name]))) for name in sorted(ranged)}
    return CustomExercise(
        id="own-" + draw(texts()),
        name=draw(texts()),
        dose=dose,
        knee=draw(st.sampled_from(("bent", "straight"))),
        how_to=tuple(draw(st.lists(texts(), max_size=3))),
        cue=draw(texts()),
        video=draw(st.none() | texts()),
        ranges=ranges,
    )


ATHLETES = st.builds(
    Athlete,
    name=texts(),
    events=st.lists(st.sampled_from(bounds.EVENTS), unique=True).map(tuple),
    returning_from_injury=st.booleans(),
    concerns=st.lists(st.sampled_from(bounds.CONCERNS), unique=True).map(tuple),
    starting_stage=st.sampled_from(bounds.STAGES),
    body_mass_kg=st.none() | numbers(1, 1000),
    units=st.none() | st.sampled_from(bounds.UNITS),
)


@st.composite
def plans(draw: st.DrawFn, max_weeks: int = 3, max_entries: int = 2) -> Plan:
    """A plan of some weeks with so many entries a day at most, of the guide's and own exercises."""
    custom = tuple(draw(st.lists(custom_exercises(), max_size=2, unique_by=lambda own: own.id)))
    length = draw(st.integers(0, max_weeks))
    weeks = draw(_weeks(length, max_entries, custom)) if length else ()
    count = sum(len(day.entries) for week in weeks for day in week.days)
    return Plan(
        id=draw(st.none() | texts(1)),
        title=draw(texts()),
        coach=draw(texts()),
        notes=draw(texts()),
        start=draw(st.none() | st.integers(0, 2000).map(_monday)),
        athlete=draw(ATHLETES),
        packs=draw(st.sampled_from((("guide",), ("guide", "beyond")))),
        weeks=weeks,
        exercises=custom,
        waivers=draw(waivers(count, length)),
    )


@st.composite
def _weeks(
    draw: st.DrawFn, length: int, max_entries: int, custom: tuple[CustomExercise, ...]
) -> tuple[Week, ...]:
    """Weeks with entries ``e1``, ``e2`` ... here and there: few draws, for the sake of speed."""
    day_numbers = st.integers(0, 7 * length - 1)
    placed = draw(st.lists(st.tuples(day_numbers, entries(TO_BE_NAMED, custom)), max_size=14))
    notes = draw(st.dictionaries(day_numbers, texts(1), max_size=2))
    kinds = draw(st.integers(0, len(bounds.DAY_KINDS) ** (7 * length) - 1))
    ids = (f"e{number}" for number in range(1, 100))

    def day(number: int) -> Day:
        here = [entry for at, entry in placed if at == number][:max_entries]
        return Day(
            kind=bounds.DAY_KINDS[kinds // len(bounds.DAY_KINDS) ** number % len(bounds.DAY_KINDS)],
            note=notes.get(number, ""),
            entries=tuple(entry.replace(id=next(ids)) for entry in here),
        )

    return tuple(
        Week(
            label=draw(texts()),
            note=draw(texts()),
            days=tuple(day(7 * week + number) for number in range(7)),
        )
        for week in range(length)
    )


def waivers(entry_count: int, week_count: int) -> st.SearchStrategy[tuple[Waiver, ...]]:
    """Waivers at entries ``e1`` ..., at weeks from 1, or of the whole plan."""
    places: list[dict[str, Any]] = [
        {},
        *({"entry": f"e{number}"} for number in range(1, entry_count + 1)),
        *({"week": number} for number in range(1, week_count + 1)),
    ]
    one = st.builds(
        lambda rule, place, reason: Waiver(rule=rule, reason=reason, **place),
        st.sampled_from(sorted(BY_ID)),
        st.sampled_from(places),
        texts(1).filter(str.strip),
    )
    return st.lists(one, max_size=2).map(tuple)


def _monday(weeks: int) -> str:
    return (MONDAY + timedelta(days=7 * weeks)).isoformat()
