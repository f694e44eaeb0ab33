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
FAINT = _colour(0x87919B)
HAIRLINE = _colour(0xC6CCD2)
ACCENT = _colour(0xC2450D)

PALE = _colour(0xEEF1F4)

_FIGURE: dict[Role, Colour] = {
    "ground": _colour(0x8A94A0),
    "prop": _colour(0xD5DAE0),
    "far-limb": _colour(0xA9B3BF),
    "body": _colour(0x6F7D8C),
    "near-limb": _colour(0x37424F),
    "load": _colour(0x1F2730),
}


class Theme(NamedTuple):
    """The colours that a person chooses: `accent` of texts and lines, `muscle` of the soleus.

    Each accent is dark enough to be read on white and each muscle lighter than the limb that it
    lies in, so a printer without colour shows the same.
    """

    accent: Colour
    muscle: Colour

    @property
    def figure(self) -> dict[Role, Colour]:
        """The colours of a figure's parts."""
        return {**_FIGURE, "muscle": self.muscle, "motion": self.accent}


THEMES = {
    "classic": Theme(ACCENT, _colour(0xF08A24)),
    "blue": Theme(_colour(0x1B5FA7), _colour(0x5AA2E6)),
    "green": Theme(_colour(0x1F7346), _colour(0x5DBB83)),
    "grey": Theme(_colour(0x2E353C), _colour(0xC3C9CF)),
}

HAIR = 0.5
CUT = 0.35
TICK_LINE = 0.7
TICK_MARK = 0.13
"""How thick a box is ticked on the screen, by its side."""
TEMPO_LINE = 1.3
BAR = 1.5


class Style(NamedTuple):
    """How a run of words is set: `face` as the typeface knows it, sizes in points.

    `tag` is what it is to those who do not see it, as PDF names it; ``Lbl`` numbers an item.
    """

    face: str
    size: float
    leading: float
    colour: Colour = INK
    tag: str = "P"

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

    Where it is `tight`, boxes stand in the line of the dose, and no word under a QR code. Where
    the rest stands `elsewhere`, on the card's back, what is left out is not counted.
    """

    figure: float
    steps: int
    cues: int
    tight: bool = False
    elsewhere: bool = False


class Grid(NamedTuple):
    """The measures of one card size.

    `margin` is the free edge inside the cut; `code` is the side of a QR code without its quiet
    zone, `code_most` the side that a long link may take; `aside` is the width that boxes to tick
    take at the right of the dose, 0 where they always stand under it; `notes` are the least and
    the most lines to write on, where they have no column for themselves; `pain` is the width of a
    circle of the pain scale, None where a box to write in takes its place. A day is set with the
    first of the `details` that needs the fewest cards. `cell` is the height of a cell to write in;
    `logo` that of a logo. A card that lies on its side has `across` columns.
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
    cell: float
    logo: float
    across: int = 1


ALL = 1000
"""More steps or cues than an exercise has."""

MODULE_LEAST = 0.38 * MM
"""The smallest square of a QR code: three dots of a 200 dpi printer."""


def _scale(title: float, dose: float, name: float, body: float, small: float) -> Scale:
    text = Style("regular", body, body * 1.32)
    return Scale(
        title=Style("bold", title, title * 1.2, tag="H1"),
        label=Style("semibold", body + 0.5, (body + 0.5) * 1.35, ACCENT, "H2"),
        date=Style("regular", body + 0.5, (body + 0.5) * 1.35, QUIET),
        over=Style("semibold", small, small * 1.4, QUIET),
        name=Style("semibold", name, name * 1.25, tag="H2"),
        dose=Style("bold", dose, dose * 1.2),
        side=Style("semibold", name, name * 1.25),
        fact=text,
        step=text._replace(colour=INK, tag="LI"),
        step_number=text._replace(face="semibold", colour=ACCENT, tag="Lbl"),
        cue=text._replace(face="italic", tag="LI"),
        note=text._replace(face="italic"),
        small=Style("regular", small, small * 1.35, QUIET),
    )


ROOMY = Grid(
    margin=15 * MM,
    scale=_scale(title=26, dose=23, name=13.5, body=10, small=8.5),
    gap=9,
    details=(
        Detail(62 * MM, ALL, ALL),
        Detail(44 * MM, 4, 2),
        Detail(32 * MM, 4, 2),
        Detail(22 * MM, 2, 1, True),
    ),
    code=22 * MM,
    code_most=40 * MM,
    box=6 * MM,
    aside=146.0,
    notes=(2, 12),
    note_line=8 * MM,
    pain=6.4 * MM,
    cell=8 * MM,
    logo=15 * MM,
)
ROOMY_LYING = ROOMY._replace(
    details=(Detail(44 * MM, ALL, ALL), *ROOMY.details[2:]),
    across=2,
)
MIDDLE = Grid(
    margin=10 * MM,
    scale=_scale(title=20, dose=18, name=11, body=8.5, small=7.5),
    gap=7,
    details=(
        Detail(42 * MM, ALL, ALL),
        Detail(34 * MM, 4, 2),
        Detail(26 * MM, 4, 2),
        Detail(21 * MM, 3, 1, True),
    ),
    code=20 * MM,
    code_most=32 * MM,
    box=5 * MM,
    aside=0,
    notes=(2, 9),
    note_line=7 * MM,
    pain=5.4 * MM,
    cell=7 * MM,
    logo=11 * MM,
)
MIDDLE_LYING = MIDDLE._replace(
    scale=_scale(title=20, dose=15, name=10.5, body=8, small=7.2),
    details=(
        Detail(30 * MM, ALL, ALL),
        Detail(25 * MM, 4, 2),
        Detail(21 * MM, 3, 2),
        Detail(16 * MM, 1, 1, True),
    ),
    code=14.5 * MM,
    code_most=25 * MM,
    box=4.4 * MM,
    pain=4.6 * MM,
    across=2,
)
COMPACT = Grid(
    margin=7.5 * MM,
    scale=_scale(title=15.5, dose=14, name=9, body=7.2, small=6.5),
    gap=5,
    details=(
        Detail(29 * MM, ALL, ALL),
        Detail(23 * MM, 3, 1),
        Detail(18 * MM, 3, 1, True),
        Detail(16 * MM, 1, 1, True),
    ),
    code=14.5 * MM,
    code_most=25 * MM,
    box=4.2 * MM,
    aside=0,
    notes=(1, 7),
    note_line=6 * MM,
    pain=4.3 * MM,
    cell=6 * MM,
    logo=8 * MM,
)
COMPACT_LYING = COMPACT._replace(
    scale=_scale(title=15.5, dose=12.5, name=8.6, body=7, small=6.4),
    details=(
        Detail(20 * MM, ALL, ALL),
        Detail(16 * MM, 3, 1, True),
        Detail(14 * MM, 1, 1, True),
        Detail(14 * MM, 0, 1, True),
    ),
    code=12 * MM,
    code_most=18 * MM,
    box=3.8 * MM,
    across=2,
)
POCKET = Grid(
    margin=6 * MM,
    scale=_scale(title=11.5, dose=11, name=7.6, body=6.4, small=6),
    gap=3.5,
    details=(
        Detail(19 * MM, ALL, ALL),
        Detail(14.5 * MM, 3, 1),
        Detail(12 * MM, 3, 1, True),
        Detail(12 * MM, 1, 1, True),
        Detail(12 * MM, 0, 1, True),
    ),
    code=12 * MM,
    code_most=18 * MM,
    box=3.4 * MM,
    aside=0,
    notes=(1, 6),
    note_line=5 * MM,
    pain=None,
    cell=5 * MM,
    logo=6 * MM,
)
POCKET_LYING = POCKET._replace(
    details=(Detail(16 * MM, ALL, ALL), *POCKET.details[2:]),
    across=2,
)
POCKET_LYING_LEAST = 340.0
"""Width of an index card from which it has columns when it lies on its side."""


WALL_SIZES = (18.0, 16.0, 14.5, 13.0, 11.5, 10.0, 9.0, 8.0, 7.2)
"""Sizes of the plan on a wall sheet: the largest with which it fits one page, no word broken."""

WALL_PLAIN = 11.5
"""Above this size no exercise and no dose takes a second line: it had better be smaller."""

WALL_ON = 9.0
"""The size of a plan that goes on from sheet to sheet: it need not be small."""

WALL_LARGE = 18.0
SLOW, UPHILL = _colour(0x37424F), _colour(0xA9B3BF)
"""The load of a week in greys, dark and light; work with a straight knee is an empty box."""


class Wall(NamedTuple):
    """How the plan is set on a wall sheet."""

    name: Style
    text: Style
    quiet: Style
    pad: float
    strip: float


def wall(size: float) -> Wall:
    """Return the styles of a wall sheet whose exercises are of this size."""
    text = Style("regular", size, size * 1.2)
    return Wall(
        name=text._replace(face="semibold"),
        text=text,
        quiet=text._replace(colour=QUIET),
        pad=size * 0.45,
        strip=size * 0.8,
    )


def enlarged(scale: Scale, factor: float) -> Scale:
    """Return a scale of larger type: where one exercise has a page to itself."""
    return Scale(
        *(
            style._replace(size=style.size * factor, leading=style.leading * factor)
            for style in scale
        )
    )


LARGE = Grid(
    margin=15 * MM,
    scale=_scale(title=34, dose=32, name=22, body=18, small=18),
    gap=12,
    details=(Detail(52 * MM, ALL, ALL), Detail(40 * MM, 4, 2), Detail(30 * MM, 2, 1, True)),
    code=26 * MM,
    code_most=45 * MM,
    box=9 * MM,
    aside=0,
    notes=(1, 5),
    note_line=12 * MM,
    pain=12 * MM,
    cell=12 * MM,
    logo=18 * MM,
)
LARGE_MIDDLE = LARGE._replace(
    margin=10 * MM,
    scale=_scale(title=26, dose=26, name=20, body=18, small=18),
    gap=9,
    details=(Detail(40 * MM, ALL, ALL), Detail(32 * MM, 4, 2), Detail(24 * MM, 2, 1, True)),
    code=20 * MM,
    code_most=32 * MM,
    box=7.5 * MM,
    pain=9 * MM,
    cell=11 * MM,
    logo=12 * MM,
)


def grid_for(width: float, height: float, *, large: bool = False) -> Grid:
    """Return the grid for a card: that of A4, A5, A6 or A7, or a size near it, either way up."""
    short = min(width, height)
    if large:
        return LARGE if short >= 500 else LARGE_MIDDLE
    lying = width > height
    if short >= 500:
        return ROOMY_LYING if lying else ROOMY
    if short >= 350:
        return MIDDLE_LYING if lying else MIDDLE
    if short >= 250:
        return COMPACT_LYING if lying else COMPACT
    return POCKET_LYING if lying and width >= POCKET_LYING_LEAST else POCKET


def in_theme(grid: Grid, theme: Theme) -> Grid:
    """Return the grid with the accent of a theme."""
    if theme.accent == ACCENT:
        return grid
    styles = (
        style._replace(colour=theme.accent) if style.colour == ACCENT else style
        for style in grid.scale
    )
    return grid._replace(scale=Scale(*styles))
