"""The parts of a typed line besides the exercise: each a shape, and what it says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from soleus_desktop.plan.bounds import Implement, Stage
from soleus_desktop.plan.weight import KG_PER_LB

WORD = re.compile(r"[^\s,;]+")
FILLERS = {"of", "at", "with", "and", "by", "for", "@", "+", "&", "-", "\u2013", "\u00b7", "\u2022"}
"""Words that join others and say nothing of their own."""


class Part(NamedTuple):
    """A stretch of the text and the field that it gives: one of the dose, or of the entry.

    ``count`` is a number without a unit; ``kg`` and ``implement`` are those of the load, and a
    tempo is its three phases. The value None takes away what the exercise arrives with.
    """

    start: int
    end: int
    field: str
    value: Any


_SPACE = r"[^\S\n]{0,9}"
_NUMBER = r"([0-9]{1,9}(?:[.,][0-9]+)?)"
_ALONE = r"(?!\w|[-–.,/:][0-9])"
"""Behind a number without a unit: it does not go on."""
_END = r"(?!\w)"
_SECONDS, _MINUTES = "(?:s|secs?|seconds?|\u2033|\"|'')", "(?:mins?|minutes?|\u2032|')"
_DOSES = {
    "seconds": _SECONDS,
    "minutes": _MINUTES,
    "steps": "steps?",
    "reps": "(?:reps?|repetitions?)",
    "incline_pct": "(?:%|percent)",
}
_LOADS = {1: "(?:kgs?|kilos?|kilograms?)", KG_PER_LB: "(?:lbs?|pounds?)"}
_IMPLEMENTS: dict[Implement, str] = {
    "dumbbells": "(?:dumb-?bells?|dbs?)",
    "pack": "(?:packs?|back-?packs?|ruck-?sacks?)",
    "barbell": "(?:bar-?bells?|bb)",
    "kettlebell": "(?:kettle-?bells?|kbs?)",
    "machine": "machines?",
    "vest": "vests?",
    "band": "bands?",
}
_STAGES: dict[Stage, str] = {
    "bodyweight": "(?:body(?:-| )weight|bw)",
    "single-leg": "(?:(?:single|one)(?:-| )leg(?:ged)?|single)",
    "weighted": "weighted",
}
_NONE = {
    "load": "(?:load|weight)",
    "tempo": "tempo",
    "stage": "stage",
    "knee_bend_deg": "knee(?: bend)?",
    "rest_s": "rest",
}
_UNIT, _HEAVY = "|".join(_DOSES.values()), "|".join(_LOADS.values())
Shape = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, Any]]]


def numbered_part(text: str, start: int) -> Part | None:
    """Return the part with a number in it that begins here, or None."""
    return _part(_NUMBERED, text, start)


def named_part(text: str, start: int) -> Part | None:
    """Return the part of words alone that begins here, or None."""
    return _part(_NAMED, text, start)


def _part(shapes: list[Shape], text: str, start: int) -> Part | None:
    for pattern, read in shapes:
        if match := pattern.match(text, start):
            return Part(start, match.end(), *read(match))
    return None


def _shape(pattern: str, read: Callable[[re.Match[str]], tuple[str, Any]]) -> Shape:
    """Return a shape; a space stands for any or none, N for a number."""
    spelled = pattern.replace(" ", _SPACE).replace("N", _NUMBER)
    return re.compile(spelled, re.IGNORECASE), read


def _number(text: str) -> float:
    return int(text) if text.isdecimal() else float(text.replace(",", "."))


def _one(field: str, factor: float = 1) -> Callable[[re.Match[str]], tuple[str, Any]]:
    """Return a reader of the first number as this field."""

    def read(match: re.Match[str]) -> tuple[str, Any]:
        value = _number(match[1])
        return field, value if factor == 1 else round(value * factor, 2)

    return read


def _is(field: str, value: Any) -> Callable[[re.Match[str]], tuple[str, Any]]:
    """Return a reader that takes the words for this value."""
    return lambda match: (field, value)


def _clock(match: re.Match[str]) -> tuple[str, Any]:
    return "rest_s", 60 * int(match[1]) + int(match[2])


def _tempo(match: re.Match[str]) -> tuple[str, Any]:
    return "tempo", tuple(map(_number, match.groups()))


_NUMBERED = [
    _shape(rf"(?:tempo )?N[-–/]N[-–/]N{_ALONE}", _tempo),
    _shape(rf"tempo:? N[-–/:\x20]N[-–/:\x20]N{_ALONE}", _tempo),
    _shape(rf"tempo:? ([0-9])([0-9])([0-9]){_ALONE}", _tempo),
    _shape(rf"rest(?: of| for)? ([0-9]{{1,3}}):([0-5][0-9]){_ALONE}", _clock),
    _shape(rf"rest(?: of| for)? N {_MINUTES}{_END}", _one("rest_s", 60)),
    _shape(rf"rest(?: of| for)? N(?: {_SECONDS}{_END}|{_ALONE})", _one("rest_s")),
    _shape(rf"N {_MINUTES} rest{_END}(?! [0-9])", _one("rest_s", 60)),
    _shape(rf"N {_SECONDS} rest{_END}(?! [0-9])", _one("rest_s")),
    _shape(
        rf"knees?(?: bend| bent)?(?: at| of)? N (?:(?:deg|degrees){_END}|°|{_ALONE})",
        _one("knee_bend_deg"),
    ),
    _shape(rf"N (?:(?:deg|degrees){_END}|°)", _one("knee_bend_deg")),
    _shape(
        rf"([0-9]{{1,9}}) [x×*](?! N (?:{_HEAVY}){_END})(?= N(?: (?:{_UNIT}){_END}|{_ALONE}))",
        _one("sets"),
    ),
    _shape(rf"([0-9]{{1,9}}) (?:sets?|holds?)(?: of| [x×*])?{_END}", _one("sets")),
    *(_shape(rf"(?:@|\+)? N {unit}{_END}", _one("kg", factor)) for factor, unit in _LOADS.items()),
    *(_shape(rf"@? N {unit}{_END}", _one(field)) for field, unit in _DOSES.items()),
    _shape(rf"1 leg(?:ged)?{_END}", _is("stage", "single-leg")),
    _shape(rf"N{_ALONE}", _one("count")),
]
_NAMED = [
    *(_shape(f"{words}{_END}", _is("stage", stage)) for stage, words in _STAGES.items()),
    *(_shape(f"{words}{_END}", _is("implement", name)) for name, words in _IMPLEMENTS.items()),
    _shape(rf"(?:(?:per|each|every|a) |/ )(?:leg|side){_END}", _is("per_leg", True)),
    _shape(rf"each{_END}", _is("per_leg", True)),
    _shape(rf"(?:both (?:legs|sides)|in all){_END}", _is("per_leg", False)),
    *(_shape(rf"(?:no|without) {words}{_END}", _is(field, None)) for field, words in _NONE.items()),
]
