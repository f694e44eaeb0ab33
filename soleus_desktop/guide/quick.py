"""Read an entry from a line that a person types: ``bent 3x15 @10kg``, ``walk 20min 6%``.

The words for an exercise come first, or wherever they are; then, in any order, the dose (``3x12``,
``4x45s``, ``3 sets of 24 steps``), stage (``single``), load (``10kg pack``, ``25 lb``), tempo
(``3-0-3``), ``knee 25``, ``rest 60s``, ``per leg``, and ``no load`` and the like. What is not said
is as the exercise arrives from the library. Nothing is guessed and nothing raises: what is not
understood is named with its place in the text.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from soleus_desktop.guide.find import find, nearest
from soleus_desktop.guide.model import DOSE_FIELDS, WHOLE_FIELDS, Exercise
from soleus_desktop.guide.quick_parts import FILLERS, WORD, Part, named_part, numbered_part
from soleus_desktop.plan.bounds import DoseType, Units
from soleus_desktop.plan.model import Entry, Hold, Load, Reps, Steps, Tempo
from soleus_desktop.plan.words import STAGE_NAMES, THIN, dose, load, number, tempo

_COUNTED: dict[DoseType, str] = {
    "reps": "reps",
    "hold": "seconds",
    "steps": "steps",
    "walk": "minutes",
}
"""What a number without a unit means."""
_DOSE_WORDS = {
    "reps": "sets and repetitions",
    "hold": "holds and seconds",
    "steps": "sets and steps",
    "walk": "minutes and incline",
}


class Problem(NamedTuple):
    """What was not understood, and where in the text: from `start` to before `end`."""

    start: int
    end: int
    says: str


class Parsed(NamedTuple):
    """What was made of a line.

    `entry` is there once an exercise is and nothing is a problem; `words` say what was understood.
    `name` is where the words for the exercise stand, `candidates` are the exercises that they may
    mean, all of them where nothing was said yet.
    """

    exercise: Exercise | None
    entry: Entry | None
    words: str
    problems: tuple[Problem, ...]
    name: tuple[int, int]
    candidates: tuple[Exercise, ...]


def parse(text: str, exercises: dict[str, Exercise], entry_id: str, units: Units = "kg") -> Parsed:
    """Read a line; `exercises` are those of the guide and of the plan, by id.

    Weights are read in kg and in lb; the words give them in `units`.
    """
    name, parts, unknown = _split(text, exercises)
    said = text[slice(*name)]
    found = find(said, exercises.values()) if said else list(exercises.values())
    meant = nearest(said, _fitting(found, parts)) if said else []
    exercise = meant[0] if len(meant) == 1 else None
    problems = _not_understood(text, unknown, named=bool(said))
    if len(meant) > 1:
        names = " or ".join(own.brief for own in meant[:3])
        more = " \u2026" if len(meant) > 3 else ""
        problems.append(Problem(*name, f"\u201c{said}\u201d may be {names}{more}"))
    elif not said and not unknown and parts:
        problems.append(Problem(0, 0, "Which exercise?"))
    if exercise is None:
        return Parsed(None, None, "", tuple(sorted(problems)), name, tuple(found))
    entry = _filled(exercise, parts, entry_id, problems)
    words = _in_words(entry, exercise, {part.field for part in parts}, units)
    whole = None if problems else entry
    return Parsed(exercise, whole, words, tuple(sorted(problems)), name, tuple(found))


def written(entry: Entry, exercises: dict[str, Exercise]) -> str:
    """Write an entry as a line that reads as its dose, load, tempo ... again.

    What is as the exercise arrives is left out. The exercise goes by the first of its names that
    is its alone.
    """
    exercise = exercises[entry.exercise]
    usual = exercise.entry(entry.id)
    own = [_dose_written(entry)]
    if entry.per_leg != usual.per_leg:
        own.append("per leg" if entry.per_leg else "both legs")
    if entry.stage != usual.stage or (entry.load != usual.load and exercise.stages):
        own.append(STAGE_NAMES[entry.stage] if entry.stage else "no stage")
    if entry.load != usual.load:
        carried = entry.load
        own.append(f"{_plain(carried.kg)}kg {carried.implement}" if carried else "no load")
    if entry.tempo != usual.tempo:
        timed = entry.tempo
        phases = (timed.up_s, timed.hold_s, timed.down_s) if timed else ()
        own.append("-".join(map(_plain, phases)) or "no tempo")
    if entry.knee_bend_deg != usual.knee_bend_deg:
        bend = entry.knee_bend_deg
        own.append("no knee" if bend is None else f"knee {_plain(bend)}")
    if entry.rest_s != usual.rest_s:
        own.append("no rest" if entry.rest_s is None else f"rest {_plain(entry.rest_s)}s")
    return " ".join((typed_name(exercise, exercises), *own))


def typed_name(exercise: Exercise, exercises: dict[str, Exercise]) -> str:
    """Return the words to type for an exercise: the first of its names that is its alone."""
    for name in (exercise.brief, exercise.name):
        if nearest(name, find(name, exercises.values())) == [exercise]:
            return name
    return exercise.id


def _dose_written(entry: Entry) -> str:
    match entry.dose:
        case Reps(sets=sets, reps=reps):
            return f"{sets}x{reps}"
        case Hold(sets=sets, seconds=seconds):
            return f"{sets}x{_plain(seconds)}s"
        case Steps(sets=sets, steps=steps):
            return f"{sets}x{steps} steps"
        case walk:
            return f"{_plain(walk.minutes)}min {_plain(walk.incline_pct)}%"


def _plain(value: float) -> str:
    """Write a number to its last digit, without an exponent."""
    return f"{Decimal(repr(value)):f}"


def _split(
    text: str, exercises: dict[str, Exercise]
) -> tuple[tuple[int, int], list[Part], list[tuple[int, int]]]:
    """Return where the exercise's name stands, the parts that were understood, and the rest."""
    name, parts, unknown = (0, 0), list[Part](), list[tuple[int, int]]()
    at = 0
    while word := WORD.search(text, at):
        start, at = word.span()
        part = numbered_part(text, start)
        if part is None and name == (0, 0):
            end = _name_end(text, start, exercises)
            if end > start:
                name, at = (start, end), end
                continue
        part = part or named_part(text, start)
        if part:
            parts.append(part)
            at = part.end
        elif word.group().casefold() not in FILLERS:
            unknown.append((start, at))
    return name, parts, unknown


def _name_end(text: str, start: int, exercises: dict[str, Exercise]) -> int:
    """Return how far the words from here on still name an exercise: `start` where none does."""
    found, end = list(exercises.values()), start
    while word := WORD.match(text, _past_gap(text, end)):
        begun = text[start : word.end()]
        part = numbered_part(text, word.start())
        if end > start and part and part.field != "count":
            break  # "knee 25" belongs to no name, though "knee" may; a bare number may as well
        found = find(begun, found) if any(map(str.isalnum, word.group())) else []
        if not found:
            break
        end = word.end()
    return end


def _past_gap(text: str, at: int) -> int:
    """Past spaces and commas: there is an exercise with a comma in its name."""
    while at < len(text) and (text[at].isspace() or text[at] == ","):
        at += 1
    return at


def _fitting(found: list[Exercise], parts: list[Part]) -> list[Exercise]:
    """Return those that are counted as the line counts; all where none is."""
    said = [part for part in parts if part.field in _DOSE_PARTS]
    fitting = [own for own in found if all(_dose_field(own, part) for part in said)]
    return fitting or found


_DOSE_PARTS = {"count", *(field for fields in DOSE_FIELDS.values() for field in fields)}


def _dose_field(exercise: Exercise, part: Part) -> str | None:
    """Return which number of the exercise's dose a part gives, or None where it gives none."""
    field = _COUNTED[exercise.dose] if part.field == "count" else part.field
    if field == "minutes" and exercise.dose == "hold":
        return "seconds"
    return field if field in DOSE_FIELDS[exercise.dose] else None


def _not_understood(text: str, unknown: list[tuple[int, int]], *, named: bool) -> list[Problem]:
    problems = []
    for start, end in unknown:
        said = f"\u201c{text[start:end]}\u201d"
        says = f"{said} is not understood" if named else f"No exercise is called {said}"
        if text[start:end].strip("@+").isdecimal():
            says += ": in kg or lb?"
        problems.append(Problem(start, end, says))
        named = True
    return problems


def _filled(exercise: Exercise, parts: list[Part], entry_id: str, problems: list[Problem]) -> Entry:
    """Return the exercise's entry with what the parts say; what cannot be is a problem."""
    entry = exercise.entry(entry_id)
    seen: set[str] = set()
    stated = {part.field for part in parts}
    for part in parts:
        dosed = part.field in _DOSE_PARTS
        field = _dose_field(exercise, part) if dosed else part.field
        try:
            if field is None:
                counted = _DOSE_WORDS[exercise.dose]
                raise ValueError(f"{exercise.brief} is given in {counted}")
            if field in seen:
                raise ValueError("This is said twice")
            seen.add(field)
            if dosed:
                value = _counted(part, field)
                entry = entry.replace(dose=entry.dose.replace(**{field: value}))
            else:
                entry = entry.replace(**_changes(part, entry, exercise, stated))
        except ValueError as error:
            problems.append(Problem(part.start, part.end, str(error)))
    return entry


def _counted(part: Part, field: str) -> float:
    value: float = part.value
    if field == "seconds" and part.field == "minutes":
        value = 60 * value
    whole = field in WHOLE_FIELDS and value == int(value)
    return int(value) if whole else value


def _changes(part: Part, entry: Entry, exercise: Exercise, stated: set[str]) -> dict[str, Any]:
    """Return the fields of an entry that a part sets."""
    match part.field:
        case "load":
            if stated & {"kg", "implement"}:
                raise ValueError("A load is given besides")
            return {"load": None}
        case "kg":
            usual = (*exercise.implements, "dumbbells")[0]
            carried = entry.load.implement if entry.load else usual
            changes: dict[str, Any] = {"load": Load(kg=part.value, implement=carried)}
            if exercise.stages and "stage" not in stated:
                changes["stage"] = "weighted"
            return changes
        case "implement":
            if entry.load is None and "kg" not in stated:
                raise ValueError("How heavy? Say it in kg or lb")
            kg = entry.load.kg if entry.load else 0  # how heavy is said further on
            return {"load": Load(kg=kg, implement=part.value)}
        case "tempo" if part.value:
            up, held, down = part.value
            return {"tempo": Tempo(up_s=up, hold_s=held, down_s=down)}
        case field:
            return {field: part.value}


def _in_words(entry: Entry, exercise: Exercise, stated: set[str], units: Units) -> str:
    """Say an entry: what it is always, and of the rest what was stated."""
    stage = STAGE_NAMES[entry.stage] if entry.stage else ""
    carried = load(entry.load, units) if entry.load else ""
    parts = [
        exercise.brief,
        dose(entry.dose) + (" per leg" if entry.per_leg else ""),
        f"{stage} {carried}".strip(),
    ]
    if "tempo" in stated:
        parts.append(f"tempo {tempo(entry.tempo)}" if entry.tempo else "no tempo")
    if "knee_bend_deg" in stated:
        bend = entry.knee_bend_deg
        parts.append("knee not stated" if bend is None else f"knee {number(bend)}°")
    if "rest_s" in stated:
        rest = entry.rest_s
        parts.append("rest not stated" if rest is None else f"rest {number(rest)}{THIN}s")
    return ", ".join(filter(None, parts))
