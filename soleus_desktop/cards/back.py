"""The back of a session card: how its exercises are done, or cells to write in."""

from __future__ import annotations

from soleus_desktop.cards import exercise, log
from soleus_desktop.cards.block import Block, Card, Group, Row, Words, gap, paragraph
from soleus_desktop.cards.content import CardEntry, DayCard
from soleus_desktop.cards.flow import Column, flow
from soleus_desktop.cards.header import DOT, occasion
from soleus_desktop.cards.look import ALL, Detail, enlarged
from soleus_desktop.cards.setting import Setting

LARGER = (1.5, 1.25, 1.0)
"""Sizes of the type of a back that says how it is done, of that of the front."""


class BackLayout:
    """Lays out the backs of day after day, in the largest type with which a day takes one card."""

    def __init__(self, setting: Setting, says: str) -> None:
        sizes = LARGER if says == "how-to" else (1.0,)
        self._sides = [_Side(_enlarged(setting, size), says) for size in sizes]

    def cards(self, day: DayCard) -> list[Card]:
        """Return the backs of a day, as many as it takes; what is said twice is said once."""
        for side in self._sides:
            cards = side.cards(day)
            if len(cards) == 1:
                break
        return cards


def _enlarged(setting: Setting, size: float) -> Setting:
    if size == 1.0:
        return setting
    return setting._replace(grid=setting.grid._replace(scale=enlarged(setting.scale, size)))


class _Side:
    """The backs in one size of type; what repeats is laid out once."""

    def __init__(self, setting: Setting, says: str) -> None:
        whole = Detail(setting.grid.details[0].figure, ALL, ALL)
        self._setting = setting._replace(detail=whole)
        self._says = says
        self._blocks: dict[object, Block] = {}
        self._end = log.end_of_day(setting)

    def cards(self, day: DayCard) -> list[Card]:
        """Return the backs of a day in this size."""
        setting = self._setting
        if self._says == "how-to":
            entries = {(e.name, e.steps, e.cues): e for e in day.entries}.values()
            groups = [Group(e.name, (self._how_to(e),)) for e in entries]
        else:
            groups = [Group(e.name, (self._log(e),)) for e in day.entries]
            groups.append(Group(setting.words.say("notes"), (self._end,)))
        head = self._head(day)
        room = setting.height - head.height
        columns = flow(groups, room, room, 0, self._continued)
        return [self._card(head, column) for column in columns]

    def _head(self, day: DayCard) -> Block:
        setting = self._setting
        style, say = setting.scale.over, setting.words.say
        title = say("how_to") if self._says == "how-to" else say("log")
        said = DOT.join((title, day.week_name, day.day_name))
        rows = paragraph(setting.face.lines(said, style, setting.width), style)
        return Block((*rows, gap(setting.grid.gap)), (), occasion(day, setting, "log"))

    def _card(self, head: Block, column: Column) -> Card:
        parts, y = [(head, 0.0, 0.0)], head.height
        for block in column:
            parts.append((block, 0.0, y))
            y += block.height
        return Card(tuple(parts))

    def _how_to(self, entry: CardEntry) -> Block:
        key = (entry.name, entry.steps, entry.cues, entry.video)
        if key not in self._blocks:
            setting = self._setting
            style = setting.scale.name
            names = setting.face.lines(entry.name, style, setting.width)
            said = exercise.lines(entry, setting)
            self._blocks[key] = Block((*paragraph(names, style), *said.rows))
        return self._blocks[key]

    def _log(self, entry: CardEntry) -> Block:
        key = (entry.name, entry.dose, entry.per_leg, entry.facts, entry.sets)
        if key not in self._blocks:
            self._blocks[key] = log.entry_block(entry, self._setting)
        return self._blocks[key]

    def _continued(self, title: str) -> Row:
        style = self._setting.scale.over
        said = self._setting.words.say("continued", title=title)
        said = self._setting.face.fitted(said, style, self._setting.width)
        return Row(style.leading, (Words(0, style.baseline, said, style),))
