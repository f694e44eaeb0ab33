"""Pages of a layout that fills whole sheets: a head, what flows under it, page after page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, count, islice

from soleus_desktop.cards.block import Block, Bookmark, Card, Group, Leaf, Row, Words, gap
from soleus_desktop.cards.block import paragraph as lines_of
from soleus_desktop.cards.day import GUTTER, MOST_HEAD
from soleus_desktop.cards.flow import pages
from soleus_desktop.cards.header import DOT, letterhead, titled
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.look import Style
from soleus_desktop.cards.setting import Setting


@dataclass(frozen=True)
class Book:
    """A run of pages under one title, of one column or two.

    `more` are texts below the title, `under` rows that every page has below its head.
    """

    job: Job
    title: str
    beside: str = ""
    more: tuple[str, ...] = ()
    under: tuple[Row, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    across: int = 1

    @property
    def column(self) -> Setting:
        """What stands in one column is set with."""
        setting = self.job.setting
        return setting._replace(width=self._step - self._gutter)

    @property
    def _gutter(self) -> float:
        return GUTTER * self.job.setting.grid.gap

    @property
    def _step(self) -> float:
        """From the left edge of a column to that of the next."""
        return (self.job.setting.width + self._gutter) / self.across

    def leaves(self, groups: Iterable[Group]) -> Iterator[Leaf]:
        """Yield the pages, each as soon as it is full."""
        first = self._first()
        if self._is_long(first):  # its texts go on from page to page like all others
            whole = Block(tuple(self._titled(self.column)), self.bookmarks)
            groups = chain([Group(self.title, (whole,))], groups)
            first = self._again(1)
        first_room = self.job.setting.height - first.height
        columns = pages(groups, first_room, self.room, self._continued, self.across)
        for number in count(1):
            head = first if number == 1 else self._again(number)
            parts = [(head, 0.0, 0.0)]
            now = list(islice(columns, self.across))
            for at, column in enumerate(now):
                y = head.height
                for block in column:
                    parts.append((block, at * self._step, y))
                    y += block.height
            if not now:
                return
            yield Leaf(Card(tuple(parts)))

    @property
    def first_room(self) -> float:
        """The height that is free on the first page."""
        first = self._first()
        return 0.0 if self._is_long(first) else self.job.setting.height - first.height

    def _is_long(self, head: Block) -> bool:
        return head.height > self.job.setting.height * MOST_HEAD

    @property
    def room(self) -> float:
        """The height that is free on every page but perhaps the first."""
        return self.job.setting.height - self._again(2).height

    def _first(self) -> Block:
        return Block((*self._titled(self.job.setting), *self.under), self.bookmarks)

    def _titled(self, setting: Setting) -> list[Row]:
        """Return the letterhead, whose plan it is, the title and what is below it."""
        plan, scale, face = self.job.plan, setting.scale, setting.face
        owner = owner_of(self.job)
        rows = list(letterhead(setting).rows)
        if self.title != plan.title and owner:
            rows += lines_of(face.lines(owner, scale.over, setting.width), scale.over)
        elif plan.athlete.name:
            rows += lines_of(face.lines(plan.athlete.name, scale.over, setting.width), scale.over)
        rows += titled(self.title, self.beside, setting)
        for said in self.more:
            rows += text(said, scale.date, setting)
        return [*rows, gap(setting.grid.gap)]

    def _again(self, number: int) -> Block:
        setting = self.job.setting
        style, face = setting.scale.over, setting.face
        page = setting.words.say("page", number=number)
        x = setting.width - face.width(page, style)
        plan = self.job.plan
        named = dict.fromkeys((plan.athlete.name, plan.title, self.title))
        said = DOT.join(filter(None, named))
        fitted = face.fitted(said, style, x - setting.grid.gap)
        marks = (Words(0, style.baseline, fitted, style), Words(x, style.baseline, page, style))
        return Block((Row(style.leading, marks), gap(setting.grid.gap), *self.under))

    def _continued(self, title: str) -> Row:
        setting = self.job.setting
        style = setting.scale.over
        said = setting.words.say("continued", title=title)
        said = setting.face.fitted(said, style, self.column.width)
        return Row(style.leading, (Words(0, style.baseline, said, style),))


def owner_of(job: Job) -> str:
    """Say whose plan it is, and which."""
    return DOT.join(filter(None, (job.plan.athlete.name, job.plan.title)))


def text(said: str, style: Style, setting: Setting, x: float = 0.0) -> list[Row]:
    """Return a text as rows that break where the page is full, `x` in from the left."""
    return lines_of(setting.face.lines(said, style, setting.width - x), style, x)
