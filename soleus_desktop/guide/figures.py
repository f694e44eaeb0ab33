"""The exercise figures: our own vector drawings, a start and an end position each.

One source for the window and the cards. A figure is `resources/figures/<exercise>.json`; this
module reads it into plain values and draws nothing. A renderer walks `pose.shapes` in order,
later shapes lie on top, and looks up the colour of a shape by its role in a table of its own:

    for verb, at in shape.commands:  # path.moveTo(*at), path.lineTo(*at), path.cubicTo(*at)

Coordinates are view units in a box of `view_w` by `view_h`, x to the right and y down.
How the files are written is told in `resources/figures/README.md`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, get_args

Role: TypeAlias = Literal[
    "ground",  # the floor, the slope, the edge of a step
    "prop",  # bench, stairs, hill
    "far-limb",  # arm and leg on the side away from the viewer
    "body",  # head and trunk
    "near-limb",  # arm and leg on the viewer's side
    "muscle",  # the soleus of the near leg
    "load",  # the weight
    "motion",  # the arrow, or the clock of a hold
]
Verb: TypeAlias = Literal["M", "L", "C", "Z"]
Point: TypeAlias = tuple[float, float]
Command: TypeAlias = tuple[Verb, tuple[float, ...]]

ROLES: tuple[Role, ...] = get_args(Role)
CUSTOM = "custom"
"""The figure that stands for every exercise a person made."""

_NUMBERS_AFTER: dict[str, int] = {"M": 2, "L": 2, "C": 6, "Z": 0}
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")  # so neither nan nor 1e999 is ever a number


@dataclass(frozen=True, slots=True)
class Shape:
    """One painted path: `filled` (non-zero winding), or a line of `width` view units.

    A line has round ends and round corners; the width of a filled shape is 0. Every command is a
    verb and its absolute coordinates: `M` and `L` with x, y; `C` with two control points and the
    end (six numbers); `Z` with none.
    """

    role: Role
    width: float
    filled: bool
    commands: tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Pose:
    """One position: the shapes from back to front, and where the named joints lie in it."""

    shapes: tuple[Shape, ...]
    joints: Mapping[str, Point] = field(hash=False)  # so that a pose can be a cache's key


@dataclass(frozen=True, slots=True)
class Figure:
    """The drawing of one exercise, both poses in the same view box."""

    exercise: str
    view_w: float
    view_h: float
    start: Pose
    end: Pose


def load_figures(folder: Path) -> Mapping[str, Figure]:
    """Every figure in the folder, by exercise id; `ValueError` as `load_figure` raises it."""
    names = sorted(file.stem for file in folder.glob("*.json"))
    return MappingProxyType({name: load_figure(folder, name) for name in names})


def load_figure(folder: Path, exercise: str) -> Figure:
    """The figure of one exercise id.

    Raises `FileNotFoundError` when there is none (a renderer then takes `CUSTOM`), `ValueError`
    naming the file and the shape when it cannot be drawn.
    """
    file = folder / f"{exercise}.json"
    try:
        return _figure(json.loads(file.read_text(encoding="utf-8")), exercise)
    except ValueError as error:  # json's and the decoder's errors are ValueErrors too
        raise ValueError(f"{file.name}: {error}") from error


def _figure(data: Any, exercise: str) -> Figure:
    fields = _fields(data, "the figure", {"exercise", "view", "start", "end"})
    if fields["exercise"] != exercise:
        raise ValueError(f"exercise is {fields['exercise']!r}, expected the file's name")
    view_w, view_h = _point(fields["view"], "view")
    if view_w <= 0 or view_h <= 0:
        raise ValueError(f"view is {view_w:g} by {view_h:g}, expected a width and a height above 0")
    start, end = (_pose(fields[name], name) for name in ("start", "end"))
    return Figure(exercise, view_w, view_h, start, end)


def _pose(data: Any, place: str) -> Pose:
    fields = _fields(data, place, {"joints", "shapes"})
    if not isinstance(fields["joints"], dict):
        raise ValueError(f"{place}.joints is no object of named points")
    if not isinstance(fields["shapes"], list) or not fields["shapes"]:
        raise ValueError(f"{place}.shapes is no list of at least one shape")
    joints = {
        name: _point(value, f"{place}.joints.{name}") for name, value in fields["joints"].items()
    }
    shapes = tuple(_shape(v, f"{place}.shapes[{i}]") for i, v in enumerate(fields["shapes"]))
    return Pose(shapes, MappingProxyType(joints))


def _shape(data: Any, place: str) -> Shape:
    filled = isinstance(data, dict) and "fill" in data
    fields = _fields(data, place, {"role", "fill"} if filled else {"role", "stroke", "width"})
    if fields["role"] not in ROLES:
        raise ValueError(f"{place}.role is {fields['role']!r}, expected one of {', '.join(ROLES)}")
    width = 0.0 if filled else _number(fields["width"], f"{place}.width")
    if not filled and width <= 0:
        raise ValueError(f"{place}.width is {width:g}, expected more than 0")
    commands = _commands(fields["fill" if filled else "stroke"], place)
    return Shape(fields["role"], width, filled, commands)


def _commands(path: Any, place: str) -> tuple[Command, ...]:
    if not isinstance(path, str):
        raise ValueError(f"{place}: the path is {path!r}, expected text such as 'M 0 0 L 9 9'")
    if not path.lstrip().startswith("M"):
        raise ValueError(f"{place}: the path does not begin with M")
    commands: list[Command] = []
    before = ""
    for verb, rest in _COMMAND.findall(path):
        if verb not in _NUMBERS_AFTER:
            raise ValueError(f"{place}: {verb!r} in the path, expected M, L, C or Z")
        try:
            at = tuple(map(float, rest.replace(",", " ").split()))
        except ValueError:
            raise ValueError(f"{place}: {rest.strip()!r} after {verb}, expected numbers") from None
        if len(at) != _NUMBERS_AFTER[verb]:
            expected = _NUMBERS_AFTER[verb]
            raise ValueError(f"{place}: {verb} has {len(at)} numbers, expected {expected}")
        if before == "Z" and verb != "M":  # where it would go on, Qt and PDF disagree
            raise ValueError(f"{place}: {verb} follows Z, expected M")
        commands.append((verb, at))
        before = verb
    return tuple(commands)


def _fields(data: Any, place: str, names: set[str]) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{place} is {data!r}, expected an object")
    if data.keys() != names:
        there, wanted = ", ".join(sorted(data)) or "nothing", ", ".join(sorted(names))
        raise ValueError(f"{place} has {there}; expected {wanted}")
    return data


def _point(value: Any, place: str) -> Point:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(f"{place} is {value!r}, expected two numbers")
    return _number(value[0], place), _number(value[1], place)


def _number(value: Any, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{place} holds {value!r}, expected a finite number")
    return float(value)
