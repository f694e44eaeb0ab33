"""The bounds of every field, stated once: the file's reader, its schema and `replace` read them.

Source: the table and the paragraph on numbers in the plan file's contract.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_type_hints


class Within(NamedTuple):
    """Marks a number as lying between these, both ends included.

    Of ``int | float`` the whole number is tried first, so that 3 is written back as 3. The method
    is read by the library that reads plan files; it is spelled here without importing that library.
    """

    least: int
    most: int

    @property
    def words(self) -> str:
        """What it expects, as ``from 1 to 1000``."""
        return f"from {self.least} to {self.most}"

    def holds(self, value: Any) -> bool:
        """Tell whether the number lies there."""
        return bool(self.least <= value <= self.most)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        schema, bounds = handler(source), {"ge": self.least, "le": self.most}
        if schema["type"] != "union":
            return schema | bounds
        choices = [choice | bounds for choice in schema["choices"]]
        return schema | {"mode": "left_to_right", "choices": choices}


class Length(NamedTuple):
    """Marks a text or a list as holding so many characters or items, both ends included."""

    least: int
    most: int
    unit: str = ""

    @property
    def words(self) -> str:
        """What it expects, as ``of 1 to 200 characters``, ``of at most 50``, ``of 7``."""
        most = f"{self.most} {self.unit}".rstrip()
        if self.least == self.most:
            return f"of {most}"
        return f"of {self.least} to {most}" if self.least else f"of at most {most}"

    def holds(self, value: Any) -> bool:
        """Tell whether it is as long as that."""
        return self.least <= len(value) <= self.most

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        schema = handler(source) | {"max_length": self.most}
        return schema | {"min_length": self.least} if self.least else schema


class Form(NamedTuple):
    """Marks a text as being like this, in words and as a test.

    The library that reads plan files passes over it; whoever reads one with it looks again.
    """

    words: str
    holds: Callable[[Any], bool]


Bound = Within | Length | Form


class ByType:
    """Marks a union of dataclasses of which each has a field `type`: that one says which it is."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        names = [get_type_hints(kind)["type"].__args__[0] for kind in get_args(source)]
        choices = dict(zip(names, handler(source)["choices"], strict=True))
        return {"type": "tagged-union", "discriminator": "type", "choices": choices}


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


Count = Annotated[int, Within(1, 1000)]
"""Sets, repetitions, steps."""

Seconds = Annotated[int | float, Within(1, 3600)]
"""How long a hold lasts."""

Phase = Annotated[int | float, Within(0, 3600)]
"""Seconds of a phase of the tempo, or of a rest: may be none."""

Minutes = Annotated[int | float, Within(1, 600)]
Incline = Annotated[int | float, Within(0, 40)]
Kilograms = Annotated[int | float, Within(0, 1000)]
KneeBend = Annotated[int | float, Within(0, 120)]
BodyMass = Annotated[int | float, Within(1, 1000)]

Name = Annotated[str, Length(0, 200, "characters")]
"""Titles, names and labels."""

Id = Annotated[str, Length(1, 200, "characters")]
Text = Annotated[str, Length(0, 10_000, "characters")]
"""Notes."""

Monday = Annotated[str, Form("that is the date of a Monday, as 2026-03-02", is_monday)]
"""The start of a plan."""

Reason = Annotated[
    str,
    Length(1, 10_000, "characters"),
    Form("that is not blank", lambda text: bool(text.strip())),
]
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

Units = Literal["kg", "lb"]
UNITS: tuple[Units, ...] = ("kg", "lb")
"""What weights are shown in; the file holds kilograms whatever they are."""

Pack = Literal["guide", "beyond"]
DoseType = Literal["reps", "hold", "steps", "walk"]
Knee = Literal["bent", "straight"]

MAX_WEEKS = 260
WeekNumber = Annotated[int, Within(1, MAX_WEEKS)]
MAX_ENTRIES = 50
"""Entries a day."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
