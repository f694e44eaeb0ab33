"""One exercise on a card: figure, dose, tempo, boxes to tick and code; its lines; its note.

The three are blocks of their own: doses change from week to week, an exercise's lines do not, and
what is the same twice is stored once.
"""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards.block import (
    Block,
    Line,
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
from soleus_desktop.cards.figures import figure_of, pair_size
from soleus_desktop.cards.header import DOT
from soleus_desktop.cards.look import ACCENT, BAR, HAIR, HAIRLINE, MODULE_LEAST, TEMPO_LINE
from soleus_desktop.cards.qr import QUIET, code_of, web_link
from soleus_desktop.cards.setting import Setting
from soleus_desktop.plan.model import Tempo
from soleus_desktop.plan.words import tempo_long

MOST_BESIDE = 4
"""Rows of boxes that may stand beside the figure; more stand below it."""


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
    grid, scale, face = setting.grid, setting.scale, setting.face
    figure = figure_of(setting.figures, entry.figure)
    pair_w, pair_h = pair_size(figure)
    figure_w = grid.figure * pair_w / pair_h
    code = code_place(entry.video, setting)
    code_w = code.side + grid.gap + QUIET * code.module if code else 0.0

    marks: list[Mark] = [Line(((0, 0), (setting.width, 0)), HAIR, HAIRLINE)]
    y = grid.gap
    for row in paragraph(face.lines(entry.name, scale.name, setting.width - code_w), scale.name):
        marks += [moved(mark, 0, y) for mark in row.marks]
        y += row.height
    marks.append(Picture(0, y, "figure", entry.figure, grid.figure / pair_h))
    x = figure_w + grid.gap
    below: list[Row] = []
    column = [*_dose(entry, setting, setting.width - code_w - x)]
    boxes = _boxes(entry, setting, setting.width - code_w - x)
    if len(boxes) <= MOST_BESIDE:
        column += boxes
    else:
        below = _boxes(entry, setting, setting.width)
    column_h = 0.0
    for row in column:
        marks += [moved(mark, x, y + column_h) for mark in row.marks]
        column_h += row.height
    height = y + max(grid.figure, column_h)
    if code:
        marks += _code(code, setting)
        height = max(height, 1 + code.side + 2 * QUIET * code.module + scale.small.leading)
    return Block((Row(height + grid.gap / 2, tuple(marks)), *below))


def lines(entry: CardEntry, setting: Setting) -> Block:
    """Return how it is done: numbered steps and cues, as many as this size of card shows.

    Of an exercise that a person made, lines that are left out are counted.
    """
    grid, scale, face = setting.grid, setting.scale, setting.face
    indent = face.width("0", scale.step) + grid.gap
    rows: list[Row] = []
    for number, step in enumerate(entry.steps[: grid.steps], 1):
        shown = paragraph(face.lines(step, scale.step, setting.width - indent), scale.step, indent)
        if shown:
            mark = Words(0, scale.step.baseline, str(number), scale.step_number)
            shown[0] = shown[0]._replace(marks=(mark, *shown[0].marks))
        rows += shown
    for cue in entry.cues[: grid.cues]:
        rows += paragraph(face.lines(cue, scale.cue, setting.width - indent), scale.cue, indent)
    if entry.video and not code_place(entry.video, setting):
        said = face.lines(f"Video: {entry.video}", scale.step, setting.width - indent)
        rows += paragraph(said, scale.step, indent)
    return Block((*rows, gap(grid.gap)) if rows else ())


def note(entry: CardEntry, setting: Setting) -> Block:
    """Return the entry's own note, with a bar at its left; without a note, no rows."""
    grid, style = setting.grid, setting.scale.note
    said = setting.face.lines(entry.note, style, setting.width - grid.gap)
    bar = Line(((BAR / 2, 0), (BAR / 2, style.leading)), BAR, ACCENT)
    rows = [row._replace(marks=(bar, *row.marks)) for row in paragraph(said, style, grid.gap)]
    return Block((*rows, gap(grid.gap)) if rows else ())


def _dose(entry: CardEntry, setting: Setting, width: float) -> list[Row]:
    scale, face = setting.scale, setting.face
    rows = paragraph(face.lines(entry.dose, scale.dose, width), scale.dose)
    if entry.per_leg:
        last = rows[-1].marks[-1]
        assert isinstance(last, Words)
        x = face.width(last.text + " ", scale.dose)
        if x + face.width("each leg", scale.side) <= width:
            side = Words(x, scale.dose.baseline, "each leg", scale.side)
            rows[-1] = rows[-1]._replace(marks=(last, side))
        else:
            rows += paragraph(["each leg"], scale.side)
    rows += paragraph(_joined(entry.facts, setting, width), scale.fact)
    if entry.tempo and (said := tempo_long(entry.tempo)):
        rows += _tempo(entry.tempo, said, setting, width)
    return rows


def _joined(facts: tuple[str, ...], setting: Setting, width: float) -> list[str]:
    """Join facts with dots; a line breaks between two facts rather than within one."""
    joined: list[str] = []
    for fact in facts:
        if joined and setting.face.width(joined[-1] + DOT + fact, setting.scale.fact) <= width:
            joined[-1] += DOT + fact
        else:
            joined += setting.face.lines(fact, setting.scale.fact, width)
    return joined


def _tempo(tempo: Tempo, said: str, setting: Setting, width: float) -> list[Row]:
    """Return the tempo as a curve, its length going by the seconds, and in words."""
    style = setting.scale.fact
    height, most = style.size, 4 * style.size
    total = tempo.up_s + tempo.hold_s + tempo.down_s
    unit = min(most / total, style.size / 2)
    up, held = unit * tempo.up_s, unit * (tempo.up_s + tempo.hold_s)
    foot, top = style.leading * 1.25, style.leading * 1.25 - height
    curve = Line(((0, foot), (up, top), (held, top), (unit * total, foot)), TEMPO_LINE, ACCENT)
    x = unit * total + setting.grid.gap
    rows = paragraph(setting.face.lines(said, style, width - x), style, x)
    rows = [gap(style.leading * 0.3), *rows]
    rows[0] = rows[0]._replace(marks=(curve,))
    return rows


def _boxes(entry: CardEntry, setting: Setting, width: float) -> list[Row]:
    """Return a box a set, for each leg a row of its own; as many a row as there is room for."""
    box, style = setting.grid.box, setting.scale.over
    step = box * 1.35
    legs = ("L", "R") if entry.per_leg else ("",)
    x = setting.face.width("M", style) + box * 0.4 if entry.per_leg else 0.0
    a_row = max(1, int((width - x - box) / step) + 1)
    rows: list[Row] = []
    for leg in legs:
        for first in range(0, entry.sets, a_row):
            count = min(a_row, entry.sets - first)
            marks: list[Mark] = [Square(x + n * step, box * 0.35, box) for n in range(count)]
            if leg and first == 0:
                marks.append(Words(0, box * 0.85 + 0.33 * style.size, leg, style))
            rows.append(Row(box * 1.35, tuple(marks)))
    return rows


def _code(code: CodePlace, setting: Setting) -> list[Mark]:
    """Return the code in the upper right corner, its modules flush with the edge."""
    style, quiet = setting.scale.small, QUIET * code.module
    x = setting.width - code.side
    label = "Video"
    label_x = x + (code.side - setting.face.width(label, style)) / 2
    return [
        Picture(x - quiet, 1, "code", code.link, code.module),
        Words(label_x, 1 + code.side + 2 * quiet + 0.7 * style.size, label, style),
    ]
