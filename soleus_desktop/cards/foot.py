"""The foot of a day's last card: how much it hurt, and room to write."""

from __future__ import annotations

from soleus_desktop.cards.block import Block, Line, Mark, Ring, Row, Words
from soleus_desktop.cards.look import FAINT, HAIR, HAIRLINE
from soleus_desktop.cards.setting import Setting


def foot(setting: Setting, room: float) -> Block:
    """Return the foot with as many lines to write on as go into the room (points)."""
    least, most = setting.grid.notes
    top = _top(setting)
    count = int((room - top.height) / setting.grid.note_line)
    return Block((top, *[_line(setting)] * max(least, min(count, most))))


def foot_least(setting: Setting) -> float:
    """Return the height of the lowest foot in points."""
    return _top(setting).height + setting.grid.notes[0] * setting.grid.note_line


def _top(setting: Setting) -> Row:
    grid, style = setting.grid, setting.scale.small
    marks: list[Mark] = [Line(((0, 0), (setting.width, 0)), HAIR, HAIRLINE)]
    y = grid.gap
    if grid.pain:
        marks += _pain(setting, y)
        y += grid.pain + grid.gap / 2
    marks.append(Words(0, y + style.baseline, "Notes", style))
    return Row(y + style.leading / 2, tuple(marks))


def _pain(setting: Setting, y: float) -> list[Mark]:
    style, side = setting.scale.small, setting.grid.pain or 0.0
    step = side * 1.25
    x = setting.width - 10 * step - side
    middle = y + side / 2
    marks: list[Mark] = [Words(0, middle + 0.33 * style.size, "Pain, 0 none to 10 worst", style)]
    for number in range(11):
        centre = x + number * step + side / 2
        text_w = setting.face.width(str(number), style)
        marks.append(Ring(centre, middle, side / 2))
        marks.append(Words(centre - text_w / 2, middle + 0.33 * style.size, str(number), style))
    return marks


def _line(setting: Setting) -> Row:
    height = setting.grid.note_line
    return Row(height, (Line(((0, height), (setting.width, height)), HAIR, FAINT),))
