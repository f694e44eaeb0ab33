"""One exercise on a card: figure, dose, tempo, boxes to tick and code; its lines; its note.

The three are blocks of their own: doses change from week to week, an exercise's lines do not, and
what is the same twice is stored once.
"""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards.block import (
    Blank,
    Block,
    Line,
    Link,
    Mark,
    Picture,
    Row,
    Square,
    Words,
    gap,
    moved,
    paragraph,
)
from soleus_desktop.cards.content import CardEntry
from soleus_desktop.cards.figures import pair_of
from soleus_desktop.cards.header import DOT
from soleus_desktop.cards.links import web_link
from soleus_desktop.cards.look import BAR, HAIR, HAIRLINE, MODULE_LEAST, TEMPO_LINE
from soleus_desktop.cards.qr import QUIET, code_of
from soleus_desktop.cards.setting import Setting
from soleus_desktop.plan.model import Tempo

GOES_ON = " \u2026"
"""Behind a line of the guide after which others are left out."""

MOST_NAMED = 3
"""Lines of a name that stay with the figure."""

MOST_WIDE = 0.5
"""What both figures may take of the width: beside them the dose has to be read at a glance."""

MOST_TALL = 0.4
"""What dose and facts beside the figure may take of the card's height; more stand below it."""

MOST_BESIDE = 4
"""Rows of boxes that may stand beside the figure; more stand below it."""

MOST_HIGH = 0.65
"""What name, dose and boxes beside the figure may take of the card's height: where a day goes on,
that much is free on a card of any size. Else the boxes stand below, where they can go on too."""

TOLD = {
    "weight": "weight_in",
    "repetitions": "repetitions_told",
    "seconds": "seconds_told",
    "steps": "steps_told",
    "minutes": "minutes_told",
    "incline": "incline_told",
}
"""What is measured of a set, said in full where a cell is filled in on the screen."""


class CodePlace(NamedTuple):
    """A QR code to print: the side of a module, and of the code without its quiet zone."""

    link: str
    module: float
    side: float


def code_place(link: str | None, setting: Setting) -> CodePlace | None:
    """Return how the link's code is printed.

    None where it is no web link, or where its code would be too large for this card.
    """
    link = web_link(link)
    code = code_of(link) if link else None
    if link is None or code is None:
        return None
    module = max(setting.grid.code / code.side, MODULE_LEAST)
    side = module * code.side
    return CodePlace(link, module, side) if side <= setting.grid.code_most else None


def head(entry: CardEntry, setting: Setting) -> Block:
    """Return what is to be done: one row, and rows of boxes where there are very many."""
    grid, scale, face, detail = setting.grid, setting.scale, setting.face, setting.detail
    pair = pair_of(setting.figures, entry.figure)
    code = code_place(entry.video, setting)
    code_w = code.side + grid.gap + QUIET * code.module if code else 0.0
    zoom = min(detail.figure / pair.height, MOST_WIDE * (setting.width - code_w) / pair.width)

    marks: list[Mark] = [Line(((0, 0), (setting.width, 0)), HAIR, HAIRLINE)]
    named = paragraph(face.lines(entry.name, scale.name, setting.width - code_w), scale.name)
    above: list[Row] = []
    if len(named) > MOST_NAMED:  # such a name may have to go on on the next card
        above = paragraph(face.lines(entry.name, scale.name, setting.width), scale.name)
        above, marks, named = [Row(grid.gap, tuple(marks)), *above], [], []
    y = grid.gap + _put(marks, named, 0, grid.gap)
    alt = setting.words.say("figure_of", name=entry.name)
    marks.append(Picture(-pair.left * zoom, y, "figure", entry.figure, zoom, alt))
    x = pair.width * zoom + grid.gap
    height, below = _column(marks, entry, setting, x, y, setting.width - code_w - x)
    height = y + max(pair.height * zoom, height)
    if code:
        height = max(height, _put(marks, [_code(code, setting)], 0, 1) + 1)
    return Block((*above, Row(height + grid.gap / 2, tuple(marks)), *below))


def _column(
    marks: list[Mark], entry: CardEntry, setting: Setting, x: float, y: float, width: float
) -> tuple[float, list[Row]]:
    """Put dose and boxes beside the figure: the boxes at the right where that is wide enough.

    Return the height, and the rows that have to stand below: boxes, and words of a great many.
    """
    grid = setting.grid
    right = min(x + width, setting.width - 1.3 * grid.code - grid.gap)  # in line, code or not
    left = right - grid.aside - grid.gap - x
    if grid.aside and left >= grid.aside:
        boxes = _boxes(entry, setting, grid.aside)
        if len(boxes) <= MOST_BESIDE:
            height = _put(marks, _dose(entry, setting, left), x, y)
            return max(height, _put(marks, boxes, right - grid.aside, y)), []
    dose = _dose(entry, setting, width)
    if sum(row.height for row in dose) > setting.height * MOST_TALL:
        whole = setting.width
        rows = (*_dose(entry, setting, whole), *_boxes(entry, setting, whole), gap(grid.gap / 2))
        return 0.0, list(rows)
    height = _put(marks, dose, x, y)
    boxes = _boxes(entry, setting, width)
    if setting.detail.tight and len(boxes) == 1:
        at = _end(dose[0], setting) + grid.gap
        if at + _end(boxes[0], setting) <= width:
            _put(marks, boxes, x + at, y + dose[0].height / 2 - 0.85 * grid.box)
            return height, []
    high = y + height + sum(row.height for row in boxes) > setting.height * MOST_HIGH
    if high or len(boxes) > MOST_BESIDE:
        return height, [*_boxes(entry, setting, setting.width), gap(grid.gap / 2)]
    return height + _put(marks, boxes, x, y + height) + grid.gap / 2, []


def _end(row: Row, setting: Setting) -> float:
    """Return how far to the right a row of words or boxes reaches."""
    ends = [
        mark.x + setting.face.width(mark.text, mark.style)
        for mark in row.marks
        if isinstance(mark, Words)
    ]
    ends += [mark.x + mark.side for mark in row.marks if isinstance(mark, Square)]
    return max(ends)


def _put(marks: list[Mark], rows: list[Row], x: float, y: float) -> float:
    """Add the marks of rows that stand at this place; return how high they are."""
    start = y
    for row in rows:
        marks += [moved(mark, x, y) for mark in row.marks]
        y += row.height
    return y - start


def lines(entry: CardEntry, setting: Setting) -> Block:
    """Return how it is done: numbered steps and cues, as many as the setting's detail shows.

    Lines that are left out are marked; of an exercise that a person made they are counted.
    """
    grid, scale, face, detail = setting.grid, setting.scale, setting.face, setting.detail
    steps, cues = list(entry.steps[: detail.steps]), list(entry.cues[: detail.cues])
    left_out = len(entry.steps) + len(entry.cues) - len(steps) - len(cues)
    if detail.elsewhere:
        left_out = 0
    if left_out and not entry.own and (shown := steps or cues):
        shown[-1] += GOES_ON
    numbered = bool(steps) and len(entry.steps) > 1
    indent = face.width("0", scale.step) + grid.gap if numbered else 0.0
    width = setting.width - indent
    rows: list[Row] = []
    for number, step in enumerate(steps, 1):
        said = paragraph(face.lines(step, scale.step, width), scale.step, indent)
        if said and numbered:
            mark = Words(0, scale.step.baseline, str(number), scale.step_number)
            said[0] = said[0]._replace(marks=(mark, *said[0].marks))
        rows += said
    for cue in cues:
        rows += paragraph(face.lines(cue, scale.cue, width), scale.cue, indent)
    further = []
    if entry.video and not code_place(entry.video, setting):
        further.append(setting.words.say("video_link", link=entry.video))
    if entry.own and left_out:
        further.append(setting.words.say("more_lines", count=left_out))
    for text in further:
        rows += paragraph(face.lines(text, scale.small, width), scale.small, indent)
    return Block((*rows, gap(grid.gap)) if rows else ())


def note(entry: CardEntry, setting: Setting) -> Block:
    """Return the entry's own note, with a bar at its left; without a note, no rows."""
    grid, style = setting.grid, setting.scale.note
    said = setting.face.lines(entry.note, style, setting.width - grid.gap)
    bar = Line(((BAR / 2, 0), (BAR / 2, style.leading)), BAR, setting.theme.accent)
    rows = [row._replace(marks=(bar, *row.marks)) for row in paragraph(said, style, grid.gap)]
    return Block((*rows, gap(grid.gap)) if rows else ())


def _dose(entry: CardEntry, setting: Setting, width: float) -> list[Row]:
    scale, face = setting.scale, setting.face
    rows = paragraph(face.lines(entry.dose, scale.dose, width), scale.dose)
    if entry.per_leg:
        last = rows[-1].marks[-1]
        assert isinstance(last, Words)
        x = face.width(last.text + " ", scale.dose)
        each_leg = setting.words.say("each_leg")
        if x + face.width(each_leg, scale.side) <= width:
            side = Words(x, scale.dose.baseline, each_leg, scale.side)
            rows[-1] = rows[-1]._replace(marks=(last, side))
        else:
            rows += paragraph(face.lines(each_leg, scale.side, width), scale.side)
    rows += paragraph(joined(list(entry.facts), DOT, setting, width), scale.fact)
    if entry.tempo and (said := setting.words.tempo(entry.tempo)):
        rows += tempo_rows(entry.tempo, said, setting, width)
    return rows


def joined(facts: list[str], between: str, setting: Setting, width: float) -> list[str]:
    """Join facts to lines; a line breaks between two facts rather than within one."""
    face, style = setting.face, setting.scale.fact
    lines: list[str] = []
    for fact in facts:
        if lines and face.width(lines[-1] + between + fact, style) <= width:
            lines[-1] += between + fact
        else:
            lines += face.lines(fact, style, width)
    return lines


def tempo_rows(tempo: Tempo, said: list[str], setting: Setting, width: float) -> list[Row]:
    """Return the tempo as a curve, its length going by the seconds, and in words."""
    style = setting.scale.fact
    height, most = style.size, 3.5 * style.size
    total = tempo.up_s + tempo.hold_s + tempo.down_s
    unit = min(most / total, style.size / 2)
    up, held = unit * tempo.up_s, unit * (tempo.up_s + tempo.hold_s)
    foot, top = style.leading * 0.95, style.leading * 0.95 - height
    curve = Line(
        ((0, foot), (up, top), (held, top), (unit * total, foot)), TEMPO_LINE, setting.theme.accent
    )
    x = unit * total + setting.grid.gap
    rows = paragraph(joined(said, ", ", setting, width - x), style, x)
    rows[0] = rows[0]._replace(marks=(curve, *rows[0].marks))
    return [gap(style.leading * 0.3), *rows]


def _boxes(entry: CardEntry, setting: Setting, width: float) -> list[Row]:
    """Return a box a set, for each leg a row of its own; as many a row as there is room for."""
    box, style = setting.grid.box, setting.scale.over
    step = box * 1.35
    legs = legs_of(entry, setting)
    x = box * 0.4 + max(setting.face.width(leg, style) for leg in legs) if entry.per_leg else 0.0
    a_row = max(1, int((width - x - box) / step) + 1)
    rows: list[Row] = []

    def blank(side: int, number: int) -> Blank | None:
        return blank_of(entry, setting, side, number, first=not side and not number)

    for side, leg in enumerate(legs):
        for first in range(0, entry.sets, a_row):
            count = min(a_row, entry.sets - first)
            marks: list[Mark] = [
                Square(x + n * step, box * 0.35, box, blank(side, first + n)) for n in range(count)
            ]
            if leg and first == 0:
                marks.append(Words(0, box * 0.85 + 0.33 * style.size, leg, style))
            rows.append(Row(box * 1.35, tuple(marks)))
    return rows


def legs_of(entry: CardEntry, setting: Setting) -> tuple[str, ...]:
    """Return what names the rows of boxes: the legs, or nothing where they are not told apart."""
    say = setting.words.say
    return (say("left"), say("right")) if entry.per_leg else ("",)


def blank_of(
    entry: CardEntry, setting: Setting, leg: int, number: int, key: str = "", *, first: bool
) -> Blank | None:
    """Return what a set's blank is called, where blanks are; leg and set count from 0.

    `first` tells whether it is the first of the exercise, `key` what is measured.
    """
    if not setting.fillable:
        return None
    say = setting.words.say
    told, name = [entry.name, say("set", number=number + 1)], f"set{number + 1}"
    if entry.per_leg:
        told.append(say(("left_leg", "right_leg")[leg]))
        name += (".L", ".R")[leg]
    if key:
        told.append(say(TOLD[key], unit=entry.units))
        name += f".{key}"
    return Blank(name, ", ".join(told), int(first))


def _code(code: CodePlace, setting: Setting) -> Row:
    """Return the code in the upper right corner, its modules flush with the edge."""
    style, quiet = setting.scale.small, QUIET * code.module
    x = setting.width - code.side
    video = setting.words.say("video")
    alt = setting.words.say("code_of", link=code.link)
    marks: list[Mark] = [
        Picture(x - quiet, 0, "code", code.link, code.module, alt),
        Link(x, quiet, code.side, code.side, code.link),
    ]
    height = code.side + 2 * quiet
    if not setting.detail.tight:
        x += (code.side - setting.face.width(video, style)) / 2
        marks.append(Words(x, height + 0.7 * style.size, video, style))
        height += style.leading
    return Row(height, tuple(marks))
