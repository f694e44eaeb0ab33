"""One training day laid out: head, notes, exercises and foot on one card or several."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards import exercise
from soleus_desktop.cards.block import Block, Group, Row, Words
from soleus_desktop.cards.content import CardEntry, DayCard
from soleus_desktop.cards.flow import Column, flow
from soleus_desktop.cards.foot import Feet
from soleus_desktop.cards.header import day_notes, header
from soleus_desktop.cards.setting import Setting


class LaidCard(NamedTuple):
    """A card ready to draw: its blocks and how far below the top of its inside each begins.

    `number` counts the cards of the day, from 1.
    """

    day: DayCard
    number: int
    blocks: tuple[tuple[Block, float], ...]


class DayLayout:
    """Lays out day after day on cards of one size; parts that say the same are laid out once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._parts = {
            detail: Parts(setting._replace(detail=detail)) for detail in setting.grid.details
        }
        self._feet = Feet(setting)

    def cards(self, day: DayCard) -> list[LaidCard]:
        """Return the day's cards, at least one, set with as much detail as costs no card more."""
        setting = self._setting
        notes = day_notes(day, setting)
        head = header(day, setting)
        room = setting.height - head.height - self._feet.least_h
        room -= sum([note.height for note in notes])
        tries: list[list[Group]] = []
        for parts in self._parts.values():
            groups = [parts.group(entry) for entry in day.entries]
            if sum([group.height for group in groups]) <= room:
                column = [block for group in (*notes, *groups) for block in group.blocks]
                return [self._card(day, 1, 1, head, column)]
            tries.append([*notes, *groups])
        columns = min([self._columns(day, groups) for groups in tries], key=len)
        count = len(columns)
        return [
            self._card(day, n, count, header(day, setting, f"{n} of {count}", again=n > 1), column)
            for n, column in enumerate(columns, 1)
        ]

    def _columns(self, day: DayCard, groups: list[Group]) -> list[Column]:
        setting = self._setting
        height = setting.height - setting.scale.over.leading  # where it says that it goes on
        widest = "999 of 999"  # a head with a shorter count is not higher
        return flow(
            groups,
            height - header(day, setting, widest).height,
            height - header(day, setting, widest, again=True).height,
            self._feet.least_h,
            self._continued,
        )

    def _card(self, day: DayCard, number: int, count: int, head: Block, column: Column) -> LaidCard:
        blocks = [(head, 0.0)]
        y = head.height
        for block in column:
            blocks.append((block, y))
            y += block.height
        room = self._setting.height - y
        end = self._feet.foot(room) if number == count else self._goes_on(number + 1, count)
        blocks.append((end, self._setting.height - end.height))
        return LaidCard(day, number, tuple(blocks))

    def _continued(self, title: str) -> Row:
        style = self._setting.scale.over
        said = self._setting.face.fitted(f"{title}, continued", style, self._setting.width)
        return Row(style.leading, (Words(0, style.baseline, said, style),))

    def _goes_on(self, number: int, count: int) -> Block:
        style = self._setting.scale.over
        said = f"Goes on: card {number} of {count}"
        x = self._setting.width - self._setting.face.width(said, style)
        return Block((Row(style.leading, (Words(x, style.baseline, said, style),)),))


class Parts:
    """The exercises of many days in one detail, each laid out once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._groups: dict[CardEntry, Group] = {}
        self._blocks: dict[object, Block] = {}

    def group(self, entry: CardEntry) -> Group:
        """Return the blocks of an entry; what two entries have in common is one block."""
        group = self._groups.get(entry)
        if group is None:
            e = entry
            does = (e.name, e.figure, e.dose, e.per_leg, e.facts, e.tempo, e.sets, e.video)
            parts = (
                self._shared(does, exercise.head(entry, self._setting)),
                self._shared((e.steps, e.cues, e.video), exercise.lines(entry, self._setting)),
                self._shared((e.note,), exercise.note(entry, self._setting)),
            )
            group = Group(entry.name, tuple(part for part in parts if part.rows))
            self._groups[entry] = group
        return group

    def _shared(self, says: tuple[object, ...], block: Block) -> Block:
        return self._blocks.setdefault(says, block)
