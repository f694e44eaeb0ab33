"""One training day laid out: head, notes, exercises and foot on one card or several."""

from __future__ import annotations

from collections.abc import Callable

from soleus_desktop.cards import exercise
from soleus_desktop.cards.block import Block, Card, Group, Row, Words
from soleus_desktop.cards.content import A_WHILE, CardEntry, DayCard
from soleus_desktop.cards.flow import Column, flow
from soleus_desktop.cards.foot import Feet
from soleus_desktop.cards.header import day_notes, header, letterhead
from soleus_desktop.cards.kept import Kept
from soleus_desktop.cards.setting import Setting

MOST_HEAD = 0.6
"""What a head may take of a card's height."""

GUTTER = 2
"""Gaps between the columns of a card that lies on its side."""


class DayLayout:
    """Lays out day after day on cards of one size; parts that say the same are laid out once.

    A card that lies on its side has its grid's columns: the head spans them, the foot is in the
    last.
    """

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._across = setting.grid.across
        gutter = GUTTER * setting.grid.gap
        self._step = (setting.width + gutter) / self._across
        narrow = setting._replace(width=self._step - gutter)
        self._narrow = narrow
        self._parts = {
            detail: Parts(narrow._replace(detail=detail)) for detail in setting.grid.details
        }
        self._feet = Feet(narrow)
        self._letterhead = letterhead(setting)

    def cards(self, day: DayCard) -> list[Card]:
        """Return the day's cards, at least one, set with as much detail as costs no card more."""
        setting = self._setting
        notes = day_notes(day, self._narrow)
        head = header(day, setting)
        long = head.height > setting.height * MOST_HEAD
        if long:  # its texts go on from card to card like notes
            notes.insert(0, Group(day.day_name, (header(day, self._narrow),)))
            head = header(day, setting, again=True)
        free = setting.height - head.height - self._letterhead.height
        room = free - self._feet.least_h - sum([note.height for note in notes])
        for detail, parts in self._parts.items():
            if len(day.entries) * detail.figure > self._across * free:
                continue  # its figures alone are too high
            groups = [parts.group(entry) for entry in day.entries]
            if self._across > 1:
                columns = self._columns(day, [*notes, *groups], long, free)
                if len(columns) <= self._across:
                    return [self._card(1, 1, head, columns)]
            elif sum([group.height for group in groups]) <= room:
                column = [block for group in (*notes, *groups) for block in group.blocks]
                return [self._card(1, 1, head, [column])]
        tries = [[parts.group(entry) for entry in day.entries] for parts in self._parts.values()]
        columns = min([self._columns(day, [*notes, *groups], long) for groups in tries], key=len)
        cards = [columns[n : n + self._across] for n in range(0, len(columns), self._across)]
        count = len(cards)
        say = setting.words.say
        return [
            self._card(
                n,
                count,
                header(day, setting, say("count", number=n, count=count), again=long or n > 1),
                mine,
            )
            for n, mine in enumerate(cards, 1)
        ]

    def _columns(
        self, day: DayCard, groups: list[Group], long: bool, whole: float | None = None
    ) -> list[Column]:
        """Share the groups out; `whole` is the room on a card that is the day's only one."""
        setting = self._setting
        height = setting.height - setting.scale.over.leading  # where it says that it goes on
        widest = setting.words.say("count", number=999, count=999)  # no shorter one is higher
        first = height - header(day, setting, widest, again=long).height
        first -= self._letterhead.height
        return flow(
            groups,
            first if whole is None else whole,
            height - header(day, setting, widest, again=True).height,
            self._feet.least_h,
            self._continued,
            self._across,
        )

    def _card(self, number: int, count: int, head: Block, columns: list[Column]) -> Card:
        parts = [(head, 0.0, 0.0)]
        top = head.height
        if number == 1 and self._letterhead.rows:
            top += self._letterhead.height
            parts = [(self._letterhead, 0.0, 0.0), (head, 0.0, self._letterhead.height)]
        y = top
        for at, column in enumerate(columns):
            y = top
            for block in column:
                parts.append((block, at * self._step, y))
                y += block.height
        at = len(columns) - 1
        if number < count:
            end = self._goes_on(number + 1, count)
        else:
            if at + 1 < self._across:  # the foot has the free column for itself
                end = self._feet.foot(self._setting.height - top, fill=True)
                parts.append((end, (at + 1) * self._step, top))
                return Card(tuple(parts))
            end = self._feet.foot(self._setting.height - y)
        parts.append((end, at * self._step, self._setting.height - end.height))
        return Card(tuple(parts))

    def _continued(self, title: str) -> Row:
        style = self._setting.scale.over
        said = self._setting.words.say("continued", title=title)
        said = self._setting.face.fitted(said, style, self._narrow.width)
        return Row(style.leading, (Words(0, style.baseline, said, style),))

    def _goes_on(self, number: int, count: int) -> Block:
        style = self._setting.scale.over
        said = self._setting.words.say("goes_on", number=number, count=count)
        x = self._narrow.width - self._setting.face.width(said, style)
        return Block((Row(style.leading, (Words(x, style.baseline, said, style),)),))


class Parts:
    """The exercises of many days in one detail, each laid out once."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._groups: Kept[CardEntry, Group] = Kept(A_WHILE)
        self._blocks: Kept[tuple[object, ...], Block] = Kept(A_WHILE)

    def group(self, entry: CardEntry) -> Group:
        """Return the blocks of an entry; what two entries have in common is one block."""
        group = self._groups.get(entry)
        if group is None:
            e = entry
            does = (e.name, e.figure, e.dose, e.per_leg, e.facts, e.tempo, e.sets, e.video)
            parts = (
                self._shared(does, exercise.head, entry),
                self._shared((e.steps, e.cues, e.video), exercise.lines, entry),
                self._shared((e.note,), exercise.note, entry),
            )
            group = Group(entry.name, tuple(part for part in parts if part.rows))
            self._groups[entry] = group
        return group

    def _shared(
        self,
        says: tuple[object, ...],
        make: Callable[[CardEntry, Setting], Block],
        entry: CardEntry,
    ) -> Block:
        block = self._blocks.get(says)
        if block is None:
            block = self._blocks[says] = make(entry, self._setting)
        return block
