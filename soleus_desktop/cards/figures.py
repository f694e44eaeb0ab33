"""The exercise figures on a card: which drawing, how large, and its shapes on the canvas."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from soleus_desktop.cards.look import Colour
from soleus_desktop.guide.figures import CUSTOM, Figure, Pose, Role, Shape, load_figure


@lru_cache(maxsize=256)
def figure_of(folder: Path, name: str) -> Figure:
    """Return the figure of this name; where there is none, the one for every exercise."""
    try:
        return load_figure(folder, name)
    except FileNotFoundError:
        return load_figure(folder, CUSTOM)


class Pair(NamedTuple):
    """The two views side by side, and from where to where across they have ink."""

    left: float
    right: float
    width: float
    height: float


@lru_cache(maxsize=256)
def pair_of(folder: Path, name: str) -> Pair:
    """Return the extent of a figure's start and end side by side, in its own units."""
    figure = figure_of(folder, name)
    left, _ = _extent(figure.start)
    _, right = _extent(figure.end)
    return Pair(left, figure.view_w + right, 2 * figure.view_w, figure.view_h)


def _extent(pose: Pose) -> tuple[float, float]:
    least, most = [], []
    for shape in pose.shapes:
        across = [x for _, at in shape.commands for x in at[::2]]
        least.append(min(across) - shape.width / 2)
        most.append(max(across) + shape.width / 2)
    return min(least), max(most)


def draw_pair(canvas: Any, figure: Figure, colours: dict[Role, Colour]) -> None:
    """Draw start and end side by side, in the figure's own units, from the upper left corner."""
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.transform(1, 0, 0, -1, 0, 0)
    _draw(canvas, figure.start, colours)
    canvas.transform(1, 0, 0, 1, figure.view_w, 0)
    _draw(canvas, figure.end, colours)


def _draw(canvas: Any, pose: Pose, colours: dict[Role, Colour]) -> None:
    for shape in pose.shapes:
        colour = colours[shape.role]
        if shape.filled:
            canvas.setFillColorRGB(*colour)
        else:
            canvas.setStrokeColorRGB(*colour)
            canvas.setLineWidth(shape.width)
        path = _path(canvas, shape)
        canvas.drawPath(path, stroke=not shape.filled, fill=shape.filled, fillMode=1)


def _path(canvas: Any, shape: Shape) -> Any:
    path = canvas.beginPath()
    for verb, at in shape.commands:
        match verb:
            case "M":
                path.moveTo(*at)
            case "L":
                path.lineTo(*at)
            case "C":
                path.curveTo(*at)
            case "Z":
                path.close()
    return path
