"""Plans from lines that a coach can read.

    w1 mon training: bent-knee-calf-raise 2x12 stage=bodyweight; uphill-walk 20min@6%

Week, day, the day's kind (training where it is left out), then entries: exercise, dose, and what is
not as the exercise arrives from the library: ``stage=`` ``tempo=3-0-3`` ``knee=25``
``load=10kg-dumbbells`` ``id=``, each also ``none``, and ``per-leg`` or ``in-all``. A dose is
``3x12``, ``3x45s``, ``2x20steps`` or ``20min@6%``. Entries are named e1, e2 ... in the order of the
lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import Exercise
from soleus_desktop.paths import resources
from soleus_desktop.plan.bounds import DAY_KINDS, DAYS
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

GUIDE = load_guide(resources() / "guide")

_LINE = re.compile(r"w(?P<week>\d+) (?P<day>\w{3})(?: (?P<kind>\w+))?:(?P<entries>.*)", re.DOTALL)
_NUMBER = r"(\d+(?:\.\d+)?)"
_DOSES = (
    (re.compile(r"(\d+)x(\d+)"), lambda a, b: Reps(sets=int(a), reps=int(b))),
    (re.compile(rf"(\d+)x{_NUMBER}s"), lambda a, b: Hold(sets=int(a), seconds=_number(b))),
    (re.compile(r"(\d+)x(\d+)steps"), lambda a, b: Steps(sets=int(a), steps=int(b))),
    (
        re.compile(rf"{_NUMBER}min@{_NUMBER}%"),
        lambda a, b: Walk(minutes=_number(a), incline_pct=_number(b)),
    ),
)


def plan_of(
    lines: Iterable[str],
    *,
    weeks: int = 1,
    athlete: dict[str, Any] | None = None,
    exercises: Iterable[dict[str, Any]] = (),
    waivers: Iterable[dict[str, Any]] = (),
) -> Plan:
    """Return the plan of these lines; as many weeks as they name, or `weeks` where that is more."""
    own = tuple(_custom(**fields) for fields in exercises)
    plan = Plan(weeks=(), exercises=own, athlete=_athlete(**(athlete or {})))
    known = GUIDE.exercises_of(plan)
    ids = (f"e{number}" for number in range(1, 100_000))
    days: dict[tuple[int, int], Day] = {}
    for line in lines:
        match = _LINE.fullmatch(line.strip())
        assert match, f"not a line of a plan: {line!r}"
        kind = match["kind"] or "training"
        assert kind in DAY_KINDS, f"{kind!r} in {line!r}"
        at = int(match["week"]) - 1, DAYS.index(match["day"])
        assert at not in days, f"{line!r}: this day has been told"
        days[at] = Day(kind=kind, entries=tuple(_entries(match["entries"], known, ids)))
    count = max([weeks, *(week + 1 for week, _ in days)])
    return plan.replace(
        weeks=tuple(
            Week(days=tuple(days.get((week, day), Day()) for day in range(7)))
            for week in range(count)
        ),
        waivers=tuple(Waiver(**fields) for fields in waivers),
    ).checked()


def _entries(text: str, known: dict[str, Exercise], ids: Iterator[str]) -> Iterator[Entry]:
    for part in filter(None, map(str.strip, text.split(";"))):
        name, *words = part.split()
        own = next((word[3:] for word in words if word.startswith("id=")), None)
        yield _entry(known[name].entry(own or next(ids)), words)


def _entry(entry: Entry, words: list[str]) -> Entry:
    for word in words:
        key, _, value = word.partition("=")
        if not value and key[0].isdigit():
            entry = entry.replace(dose=_dose(key))
        else:
            entry = entry.replace(**_FIELDS[key](value))
    return entry


def _dose(text: str) -> Dose:
    for shape, make in _DOSES:
        if match := shape.fullmatch(text):
            return make(*match.groups())
    raise AssertionError(f"not a dose: {text!r}")


def _tempo(text: str) -> Tempo:
    up, hold, down = map(_number, text.split("-"))
    return Tempo(up_s=up, hold_s=hold, down_s=down)


def _load(text: str) -> Load:
    kg, _, implement = text.partition("kg-")
    return Load(kg=_number(kg), implement=implement)  # type: ignore[arg-type]


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def _or_none(field: str, make: Any) -> Any:
    return lambda text: {field: None if text == "none" else make(text)}


_FIELDS: dict[str, Any] = {
    "id": lambda text: {"id": text},
    "stage": _or_none("stage", str),
    "tempo": _or_none("tempo", _tempo),
    "knee": _or_none("knee_bend_deg", _number),
    "load": _or_none("load", _load),
    "per-leg": lambda _: {"per_leg": True},
    "in-all": lambda _: {"per_leg": False},
}


def _athlete(**fields: Any) -> Athlete:
    return Athlete(**{k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()})


def _custom(**fields: Any) -> CustomExercise:
    return CustomExercise(**{"dose": "reps", "ranges": {}, **fields})
