"""The bounds of every field, stated once: the file's reader, its schema and `replace` read them.

Source: the table and the paragraph on numbers in the plan file's contract.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen


class WholeFirst:
    """Marks ``int | float``: try the whole number first, so that 3 is written back as 3.

    The reader of plan files honours it; it is spelled here without importing that library.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return {**handler(source), "mode": "left_to_right"}


class ByType:
    """Marks a union of dataclasses of which each has a field `type`: that one says which it is."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        names = [get_type_hints(kind)["type"].__args__[0] for kind in get_args(source)]
        choices = dict(zip(names, handler(source)["choices"], strict=True))
        return {"type": "tagged-union", "discriminator": "type", "choices": choices}


class Form(NamedTuple):
    """What a text must be like, in words and as a test; `replace` reads it."""

    words: str
    holds: Callable[[Any], bool]


def is_monday(text: str) -> bool:
    """Tell whether this is the date of a Monday, written ``2026-03-02``.

    Not one so late that the longest plan would run past the calendar's end.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    last = date.max - timedelta(weeks=MAX_WEEKS)
    return day.isoformat() == text and day.weekday() == 0 and day <= last


Count = Annotated[int, Ge(1), Le(1000)]
"""Sets, repetitions, steps."""

Seconds = Annotated[
    Annotated[int, Ge(1), Le(3600)] | Annotated[float, Ge(1), Le(3600)], WholeFirst()
]
"""How long a hold lasts."""

Phase = Annotated[Annotated[int, Ge(0), Le(3600)] | Annotated[float, Ge(0), Le(3600)], WholeFirst()]
"""Seconds of a phase of the tempo, or of a rest: may be none."""

Minutes = Annotated[Annotated[int, Ge(1), Le(600)] | Annotated[float, Ge(1), Le(600)], WholeFirst()]
Incline = Annotated[Annotated[int, Ge(0), Le(40)] | Annotated[float, Ge(0), Le(40)], WholeFirst()]
Kilograms = Annotated[
    Annotated[int, Ge(0), Le(1000)] | Annotated[float, Ge(0), Le(1000)], WholeFirst()
]
KneeBend = Annotated[
    Annotated[int, Ge(0), Le(120)] | Annotated[float, Ge(0), Le(120)], WholeFirst()
]
BodyMass = Annotated[
    Annotated[int, Ge(1), Le(1000)] | Annotated[float, Ge(1), Le(1000)], WholeFirst()
]

Name = Annotated[str, MaxLen(200)]
"""Titles, names and labels."""

Id = Annotated[str, MinLen(1), MaxLen(200)]
Text = Annotated[str, MaxLen(10_000)]
"""Notes."""

Monday = Annotated[str, Form("the date of a Monday, as 2026-03-02", is_monday)]
"""The start of a plan."""

Reason = Annotated[Text, MinLen(1), Form("not blank", lambda text: bool(text.strip()))]
"""Why a rule is set aside."""

Stage = Literal["bodyweight", "single-leg", "weighted"]
STAGES: tuple[Stage, ...] = ("bodyweight", "single-leg", "weighted")

DayKind = Literal["training", "recovery", "rest", "race"]
DAY_KINDS: tuple[DayKind, ...] = ("training", "recovery", "rest", "race")

Implement = Literal["dumbbells", "pack", "barbell", "kettlebell", "machine", "vest", "band"]
IMPLEMENTS: tuple[Implement, ...] = (
    "dumbbells",
    "pack",
    "barbell",
    "kettlebell",
    "machine",
    "vest",
    "band",
)

Event = Literal["road", "marathon", "trail", "ultra", "track"]
EVENTS: tuple[Event, ...] = ("road", "marathon", "trail", "ultra", "track")

Concern = Literal["achilles", "insertional-achilles", "calf", "plantar", "knee"]
CONCERNS: tuple[Concern, ...] = ("achilles", "insertional-achilles", "calf", "plantar", "knee")

Pack = Literal["guide", "beyond"]
DoseType = Literal["reps", "hold", "steps", "walk"]
Knee = Literal["bent", "straight"]

MAX_WEEKS = 260
WeekNumber = Annotated[int, Ge(1), Le(MAX_WEEKS)]
MAX_ENTRIES = 50
"""Entries a day."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
