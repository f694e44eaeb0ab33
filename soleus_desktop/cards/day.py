"""One training day laid out: head, notes, exercises and foot on one card or several."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards import exercise
from soleus_desktop.cards.block import Block, Group, Row, Words
from soleus_desktop.cards.content import CardEntry, DayCard
from soleus_desktop.cards.flow import flow
from soleus_desktop.cards.foot import foot, foot_least
from soleus_desktop.cards.header import day_notes, header
from soleus_desktop.cards.setting import Setting


class LaidCard(NamedTuple):
    """A card ready to draw: its blocks and how far below the top of its inside each begins."""

    day: DayCard
    number: int
    blocks: tuple[tuple[Block, float], ...]


class DayLayout:
    """Lays out day after day with one setting; parts that say the same are laid out once."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self._groups: dict[CardEntry, Group] = {}
        self._blocks: dict[object, Block] = {}
        self._feet: dict[int, Block] = {}

    def cards(self, day: DayCard) -> list[LaidCard]:
        """Return the day's cards, at least one."""
        setting = self.setting
        groups = [*day_notes(day, setting), *map(self._group, day.entries)]
        head = header(day, setting)
        free = setting.height - head.height - sum([group.height for group in groups])
        if free >= foot_least(setting):
            return [self._card(day, 1, head, [b for g in groups for b in g.blocks], last=True)]
        return self._several(day, groups)

    def _several(self, day: DayCard, groups: list[Group]) -> list[LaidCard]:
        """Return the day on several cards, each with its number and how many there are."""
        setting, style = self.setting, self.setting.scale.over
        height = setting.height - style.leading
        widest = "999 of 999"  # a head with a shorter count is not higher
        columns = flow(
            groups,
            height - header(day, setting, widest).height,
            height - header(day, setting, widest, again=True).height,
            foot_least(setting),
            self._continued,
        )
        cards = []
        for number, column in enumerate(columns, 1):
            head = header(day, setting, f"{number} of {len(columns)}", again=number > 1)
            last = number == len(columns)
            if not last:
                column = [*column, self._more(number + 1, len(columns))]
            cards.append(self._card(day, number, head, column, last))
        return cards

    def _card(
        self, day: DayCard, number: int, head: Block, column: list[Block], last: bool
    ) -> LaidCard:
        y = head.height
        blocks = [(head, 0.0)]
        for block in column:
            blocks.append((block, y))
            y += block.height
        if last and (end := self._foot(self.setting.height - y)):
            blocks.append((end, self.setting.height - end.height))
        return LaidCard(day, number, tuple(blocks))

    def _foot(self, room: float) -> Block | None:
        end = foot(self.setting, room)
        return self._feet.setdefault(len(end.rows), end) if end else None

    def _continued(self, title: str) -> Row:
        style = self.setting.scale.over
        said = self.setting.face.fitted(f"{title}, continued", style, self.setting.width)
        return Row(style.leading, (Words(0, style.baseline, said, style),))

    def _more(self, number: int, count: int) -> Block:
        style = self.setting.scale.over
        said = f"Goes on: card {number} of {count}"
        x = self.setting.width - self.setting.face.width(said, style)
        return Block((Row(style.leading, (Words(x, style.baseline, said, style),)),))

    def _group(self, entry: CardEntry) -> Group:
        group = self._groups.get(entry)
        if group is None:
            e = entry
            blocks = (
                self._shared(
                    (e.name, e.figure, e.dose, e.per_leg, e.facts, e.tempo, e.sets, e.video),
                    exercise.head(entry, self.setting),
                ),
                self._shared((e.steps, e.cues, e.video), exercise.lines(entry, self.setting)),
                self._shared((e.note,), exercise.note(entry, self.setting)),
            )
            group = Group(entry.name, tuple(block for block in blocks if block.rows))
            self._groups[entry] = group
        return group

    def _shared(self, says: tuple[object, ...], block: Block) -> Block:
        return self._blocks.setdefault(says, block)
