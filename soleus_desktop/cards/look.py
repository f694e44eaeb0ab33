"""How cards look: colours, type scale and grid, declared once. Lengths are points.

No colour and no size stands anywhere else in `cards`.
"""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.guide.figures import Role

MM = 72 / 25.4
Colour = tuple[float, float, float]


def _colour(code: int) -> Colour:
    return (code >> 16) / 255, (code >> 8 & 255) / 255, (code & 255) / 255


# Text and codes are pure black: printers set it in one ink, sharp; a dark grey they would raster.
INK = _colour(0x000000)
QUIET = _colour(0x5B6671)
FAINT = _colour(0xA3ABB4)
HAIRLINE = _colour(0xC6CCD2)
ACCENT = _colour(0xC2450D)

FIGURE: dict[Role, Colour] = {
    "ground": _colour(0x8A94A0),
    "prop": _colour(0xD5DAE0),
    "far-limb": _colour(0xA9B3BF),
    "body": _colour(0x6F7D8C),
    "near-limb": _colour(0x37424F),
    "muscle": _colour(0xF08A24),
    "load": _colour(0x1F2730),
    "motion": ACCENT,
}
"""Printed without colour, the limb near the viewer stays the darkest and the muscle lighter."""

HAIR = 0.5
CUT = 0.35
TICK_LINE = 0.7
TEMPO_LINE = 1.3
BAR = 1.5


class Style(NamedTuple):
    """How a run of words is set: `face` as the typeface knows it, sizes in points."""

    face: str
    size: float
    leading: float
    colour: Colour = INK

    @property
    def baseline(self) -> float:
        """From the top of a line down to where its letters stand: capitals sit in the middle."""
        return (self.leading + 0.66 * self.size) / 2


class Scale(NamedTuple):
    """The type scale of one card size."""

    title: Style
    label: Style
    date: Style
    over: Style
    name: Style
    dose: Style
    side: Style
    fact: Style
    step: Style
    step_number: Style
    cue: Style
    note: Style
    small: Style


class Detail(NamedTuple):
    """How much of an exercise is shown: height of its figure, how many of its steps and cues.

    Where it is `tight`, boxes stand in the line of the dose, and no word under a QR code.
    """

    figure: float
    steps: int
    cues: int
    tight: bool = False


class Grid(NamedTuple):
    """The measures of one card size.

    `margin` is the free edge inside the cut; `code` is the side of a QR code without its quiet
    zone, `code_most` the side that a long link may take; `aside` is the width that boxes to tick
    take at the right of the dose, 0 where they always stand under it; `notes` are the least and
    the most lines to write on; `pain` is the width of a circle of the pain scale, None without
    one. A day is set with the first of the `details` that needs the fewest cards.
    """

    margin: float
    scale: Scale
    gap: float
    details: tuple[Detail, ...]
    code: float
    code_most: float
    box: float
    aside: float
    notes: tuple[int, int]
    note_line: float
    pain: float | None


MODULE_LEAST = 0.38 * MM
"""The smallest square of a QR code: three dots of a 200 dpi printer."""


def _scale(title: float, dose: float, name: float, body: float, small: float) -> Scale:
    text = Style("regular", body, body * 1.32)
    return Scale(
        title=Style("bold", title, title * 1.2),
        label=Style("semibold", body + 0.5, (body + 0.5) * 1.35, ACCENT),
        date=Style("regular", body + 0.5, (body + 0.5) * 1.35, QUIET),
        over=Style("semibold", small, small * 1.4, QUIET),
        name=Style("semibold", name, name * 1.25),
        dose=Style("bold", dose, dose * 1.2),
        side=Style("semibold", name, name * 1.25),
        fact=text,
        step=text._replace(colour=INK),
        step_number=text._replace(face="semibold", colour=ACCENT),
        cue=text._replace(face="italic"),
        note=text._replace(face="italic"),
        small=Style("regular", small, small * 1.35, QUIET),
    )


ROOMY = Grid(
    margin=15 * MM,
    scale=_scale(title=26, dose=23, name=13.5, body=10, small=8.5),
    gap=9,
    details=(Detail(44 * MM, 4, 2), Detail(32 * MM, 4, 2), Detail(22 * MM, 2, 1, True)),
    code=22 * MM,
    code_most=40 * MM,
    box=6 * MM,
    aside=120.0,
    notes=(2, 7),
    note_line=8 * MM,
    pain=6.4 * MM,
)
MIDDLE = Grid(
    margin=10 * MM,
    scale=_scale(title=20, dose=18, name=11, body=8.5, small=7.5),
    gap=7,
    details=(Detail(34 * MM, 4, 2), Detail(26 * MM, 4, 2), Detail(21 * MM, 3, 1, True)),
    code=20 * MM,
    code_most=32 * MM,
    box=5 * MM,
    aside=0,
    notes=(2, 6),
    note_line=7 * MM,
    pain=5.4 * MM,
)
COMPACT = Grid(
    margin=7.5 * MM,
    scale=_scale(title=15.5, dose=14, name=9, body=7.2, small=6.5),
    gap=5,
    details=(Detail(23 * MM, 3, 1), Detail(20 * MM, 2, 1), Detail(16 * MM, 1, 1, True)),
    code=14.5 * MM,
    code_most=25 * MM,
    box=4.2 * MM,
    aside=0,
    notes=(1, 5),
    note_line=6 * MM,
    pain=4.3 * MM,
)
POCKET = Grid(
    margin=6 * MM,
    scale=_scale(title=11.5, dose=11, name=7.6, body=6.3, small=5.8),
    gap=3.5,
    details=(Detail(14.5 * MM, 2, 1), Detail(14.5 * MM, 1, 1), Detail(12 * MM, 0, 1, True)),
    code=12 * MM,
    code_most=18 * MM,
    box=3.4 * MM,
    aside=0,
    notes=(1, 4),
    note_line=5 * MM,
    pain=None,
)


def grid_for(card_w: float) -> Grid:
    """Return the grid for a card of this width: that of A4, A5, A6 or A7, or a size near it."""
    for least, grid in ((500, ROOMY), (350, MIDDLE), (250, COMPACT)):
        if card_w >= least:
            return grid
    return POCKET
