"""One exercise of a training log: cells a set and leg for weight and repetitions."""

from __future__ import annotations

from soleus_desktop.cards.block import (
    Blank,
    Block,
    Cell,
    Line,
    Mark,
    Row,
    Words,
    gap,
    moved,
    paragraph,
)
from soleus_desktop.cards.content import CardEntry
from soleus_desktop.cards.exercise import blank_of, joined, legs_of
from soleus_desktop.cards.header import DOT
from soleus_desktop.cards.look import HAIR, HAIRLINE
from soleus_desktop.cards.setting import Setting

BESIDE_LEAST = 380.0
"""Width in points from which cells stand beside the name instead of below it."""

NOTES_LEAST = 4
"""Widths of a cell that notes take at least; with less they have a line of their own."""

NAME_SHARE = 0.34
MOST_BESIDE = 4
"""Rows of cells that may stand beside the name; more stand below it."""

MEASURES = {
    "reps": ("weight", "repetitions"),
    "hold": ("weight", "seconds"),
    "steps": ("weight", "steps"),
    "walk": ("minutes", "incline"),
}
"""What is written down of a set, by the kind of its dose."""


def entry_block(entry: CardEntry, setting: Setting) -> Block:
    """Return an exercise with its cells; all in one row unless there are very many."""
    grid, scale, face, width = setting.grid, setting.scale, setting.face, setting.width
    facts = [_dose(entry, setting), *entry.carries]

    def texts(room: float) -> list[Row]:
        named = paragraph(face.lines(entry.name, scale.name, room), scale.name)
        return named + paragraph(joined(facts, DOT, setting, room), scale.fact)

    marks: list[Mark] = [Line(((0, 0), (width, 0)), HAIR, HAIRLINE)]
    top = grid.gap / 2
    name_w = width * NAME_SHARE
    if width >= BESIDE_LEAST:
        cells = cell_rows(entry, setting, width - name_w - grid.gap)
        if len(cells) <= MOST_BESIDE:
            height = max(_put(marks, texts(name_w), 0), _put(marks, cells, name_w + grid.gap))
            return Block((Row(height + grid.gap, _down(marks, top)),))
    height = _put(marks, texts(width), 0)
    cells = cell_rows(entry, setting, width)
    if len(cells) <= MOST_BESIDE:
        height += _put(marks, cells, 0, height + grid.gap / 2) + grid.gap / 2
        return Block((Row(height + grid.gap, _down(marks, top)),))
    return Block((Row(height + grid.gap, _down(marks, top)), *cells, gap(grid.gap / 2)))


def cell_rows(entry: CardEntry, setting: Setting, width: float) -> list[Row]:
    """Return two cells a set, for each leg rows of its own; what they measure stands above."""
    grid, face, style = setting.grid, setting.face, setting.scale.small
    keys = MEASURES[entry.kind]
    labels = [entry.units if key == "weight" else setting.words.say(key) for key in keys]
    legs = legs_of(entry, setting)
    indent = max(face.width(leg, style) for leg in legs) + grid.gap / 2 if entry.per_leg else 0.0
    cell_w = max(grid.cell * 1.2, *(face.width(label, style) + 3 for label in labels))
    step = 2 * cell_w + grid.gap / 2
    a_row = max(1, int((width - indent + grid.gap / 2 + 0.01) / step))
    rows: list[Row] = []
    for side, leg in enumerate(legs):
        for first in range(0, entry.sets, a_row):
            marks: list[Mark] = []
            top = 0.0 if rows else style.leading
            for n in range(min(a_row, entry.sets - first)):
                for at, (key, label) in enumerate(zip(keys, labels, strict=True)):
                    x = indent + n * step + at * cell_w
                    begins = not (side or first or n or at)
                    blank = blank_of(entry, setting, side, first + n, key, first=begins)
                    marks.append(Cell(x, top, cell_w, grid.cell, blank))
                    if not rows:
                        centred = x + (cell_w - face.width(label, style)) / 2
                        marks.append(Words(centred, style.baseline, label, style))
            if leg and first == 0:
                stand = top + grid.cell / 2 + 0.33 * style.size
                marks.append(Words(0, stand, leg, style))
            rows.append(Row(top + grid.cell + grid.gap / 3, tuple(marks)))
    return rows


def end_of_day(setting: Setting) -> Block:
    """Return cells for the pain during and on the next morning, and room for notes."""
    grid, face, style = setting.grid, setting.face, setting.scale.small
    say, cell = setting.words.say, grid.cell
    rows: list[Row] = []

    def blank(key: str) -> Blank | None:
        return Blank(key, say(key)) if setting.fillable else None

    marks: list[Mark] = [Line(((0, 0), (setting.width, 0)), HAIR, HAIRLINE)]
    x, y = 0.0, grid.gap / 2
    for key in ("pain_during", "pain_morning"):
        said = say(key)
        said_w = face.width(said, style) + grid.gap / 2
        if x and x + said_w + 1.4 * cell > setting.width:
            rows.append(Row(y + cell, tuple(marks)))
            marks, x, y = [], 0.0, grid.gap / 3
        marks.append(Words(x, y + cell / 2 + 0.33 * style.size, said, style))
        marks.append(Cell(x + said_w, y, 1.4 * cell, cell, blank(key)))
        x += said_w + 1.4 * cell + grid.gap
    said = say("notes")
    said_w = face.width(said, style) + grid.gap / 2
    if setting.width - x < said_w + NOTES_LEAST * cell:
        rows.append(Row(y + cell, tuple(marks)))
        marks, x, y = [], 0.0, grid.gap / 3
    marks.append(Words(x, y + cell / 2 + 0.33 * style.size, said, style))
    marks.append(Cell(x + said_w, y, setting.width - x - said_w, cell, blank("notes")))
    rows.append(Row(y + cell + grid.gap, tuple(marks)))
    return Block(tuple(rows))


def _dose(entry: CardEntry, setting: Setting) -> str:
    return f"{entry.dose} {setting.words.say('each_leg')}" if entry.per_leg else entry.dose


def _put(marks: list[Mark], rows: list[Row], x: float, y: float = 0.0) -> float:
    """Add the marks of rows that stand at this place; return how high they are."""
    start = y
    for row in rows:
        marks += [moved(mark, x, y) for mark in row.marks]
        y += row.height
    return y - start


def _down(marks: list[Mark], dy: float) -> tuple[Mark, ...]:
    """Move all but the first mark, the rule on top."""
    return (marks[0], *(moved(mark, 0, dy) for mark in marks[1:]))
