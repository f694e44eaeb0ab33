"""The foot of a day's last card: how much it hurt, and room to write."""

from __future__ import annotations

from soleus_desktop.cards.block import Blank, Block, Cell, Line, Mark, Ring, Row, Space, Words
from soleus_desktop.cards.look import FAINT, HAIR, HAIRLINE
from soleus_desktop.cards.setting import Setting


class Feet:
    """The feet of cards of one size, each made once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._top, self._top_h = _top(setting)
        self._feet: dict[int, Block] = {}
        least, _ = setting.grid.notes
        self.least_h = self._top_h + least * setting.grid.note_line

    def foot(self, room: float, *, fill: bool = False) -> Block:
        """Return the foot with as many lines to write on as go into the room (points).

        Of a great room it takes a part only, unless it is to `fill` it.
        """
        grid = self._setting.grid
        least, most = grid.notes
        count = max(least, int((room - self._top_h) / grid.note_line))
        count = count if fill else min(count, most)
        if count not in self._feet:
            downs = [self._top_h + n * grid.note_line for n in range(1, count + 1)]
            width = self._setting.width
            marks: list[Mark] = [Line(((0, y), (width, y)), HAIR, FAINT) for y in downs]
            if self._setting.fillable:
                notes = Blank("notes", self._setting.words.say("notes"))
                below = [mark.y + mark.height for mark in self._top if isinstance(mark, Cell)]
                below.append(self._top_h + self._setting.scale.small.leading / 2)  # its title
                top = max(below)
                marks.append(Space(0, top, width, downs[-1] - top, notes))
            self._feet[count] = Block((Row(downs[-1], (*self._top, *marks)),))
        return self._feet[count]


def _top(setting: Setting) -> tuple[list[Mark], float]:
    """Return what stands above the lines, and how far down they begin."""
    grid, style = setting.grid, setting.scale.small
    marks: list[Mark] = [Line(((0, 0), (setting.width, 0)), HAIR, HAIRLINE)]
    y = grid.gap
    if grid.pain:
        pain, pain_h = _pain(setting, y, grid.pain)
        marks += pain
        y += pain_h + grid.gap / 2
    stand = y + style.baseline
    marks.append(Words(0, stand, setting.words.say("notes"), style))
    if not grid.pain:  # too small a card for the scale
        said = setting.words.say("pain_during")
        blank = Blank("pain", said) if setting.fillable else None
        cell = Cell(setting.width - 2 * grid.box, y, 2 * grid.box, grid.box, blank)
        x = cell.x - setting.face.width(said, style) - grid.gap
        marks += [Words(x, stand, said, style), cell]
    return marks, y + style.leading / 2


def _pain(setting: Setting, y: float, side: float) -> tuple[list[Mark], float]:
    """Return the scale with its title beside it, or above it where the card is narrow."""
    face, style, title = setting.face, setting.scale.small, setting.words.say("pain")
    step = min(side * 1.25, (setting.width - side) / 10)
    side = min(side, step)
    first = setting.width - 10 * step - side / 2
    above = face.width(title, style) + setting.grid.gap > first - side / 2
    first = side / 2 if above else first
    top = y + (style.leading + setting.grid.gap / 2 if above else 0)
    middle = top + side / 2
    stand = middle + 0.33 * style.size
    marks: list[Mark] = [Words(0, y + style.baseline if above else stand, title, style)]
    for number in range(11):
        centre, said = first + number * step, str(number)
        blank = Blank("pain", title, choice=said) if setting.fillable else None
        marks.append(Ring(centre, middle, side / 2, blank))
        marks.append(Words(centre - face.width(said, style) / 2, stand, said, style))
    return marks, top + side - y
