"""The whole plan as a wall sheet: a row a week, a column a day, phases, and each week's load.

It takes one page where the plan fits it at a size that can be read, else it goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from soleus_desktop.cards.block import (
    Block,
    Bookmark,
    Group,
    Leaf,
    Line,
    Mark,
    Patch,
    Row,
    Words,
    as_cell,
    gap,
    moved,
)
from soleus_desktop.cards.header import DOT
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.layouts.strip import Strip
from soleus_desktop.cards.look import (
    FAINT,
    HAIR,
    HAIRLINE,
    PALE,
    WALL_LARGE,
    WALL_SIZES,
    Style,
    Wall,
    wall,
)
from soleus_desktop.cards.pages import Book, text
from soleus_desktop.plan.model import Day, Entry

WEEK_SHARE, LOAD_SHARE = 0.11, 0.11
"""Widths of the first and the last column, of the whole."""

EMPTY_SHARE = 0.4
"""Width of a day on which nothing is ever done, of one on which something is."""

MOST_TALL = 0.4
"""Of a page's height: a week that is higher may be broken between two exercises."""


def overview(job: Job) -> Iterator[Leaf]:
    """Yield the sheets of the plan."""
    if not job.used():
        return
    sizes = (WALL_LARGE,) if job.options.large_print else WALL_SIZES
    table = _Table(job, wall(sizes[-1]))
    if not table.fits:  # where it goes on anyway, it need not be small
        table = _Table(job, wall(sizes[len(sizes) // 2]))
    else:
        tables = (_Table(job, wall(size)) for size in sizes)
        table = next(table for table in tables if table.fits)
    yield from table.book.leaves(table.groups)


class _Column(NamedTuple):
    x: float
    width: float


class _Table:
    """The plan set in one size."""

    def __init__(self, job: Job, look: Wall) -> None:
        self._job, self._look = job, look
        self.weeks = job.weeks()
        self._strip = Strip(job, look)
        self._days = self._columns()
        self.book = Book(
            job,
            job.plan.title or job.setting.words.say("overview"),
            self._dates(),
            (job.plan.coach,) if job.plan.coach else (),
            (self._head(),),
            (Bookmark(0, job.plan.title or job.setting.words.say("overview")),),
        )
        self.groups = list(self._groups())

    @property
    def fits(self) -> bool:
        """Tell whether one page holds it all."""
        return sum([group.height for group in self.groups]) <= self.book.first_room

    def _columns(self) -> list[_Column]:
        """Return where the days stand; the week is at their left, its load at their right."""
        width, job = self._job.setting.width, self._job
        used = [any(self._shown(job.day(week, day)) for week in self.weeks) for day in range(7)]
        shares = [1.0 if on else EMPTY_SHARE for on in used]
        unit = width * (1 - WEEK_SHARE - LOAD_SHARE) / sum(shares)
        columns, x = [], width * WEEK_SHARE
        for share in shares:
            columns.append(_Column(x, share * unit))
            x += share * unit
        return columns

    def _shown(self, day: Day | None) -> bool:
        return day is not None and (bool(day.entries) or day.kind == "race")

    def _dates(self) -> str:
        job = self._job
        if not self.weeks:
            return ""
        return job.setting.words.dates_of(job.plan, self.weeks[0], self.weeks[-1])

    def _head(self) -> Row:
        """Return the names of the days, in short where there is no room."""
        setting, look = self._job.setting, self._look
        words, style = setting.words, self._look.name
        fits = all(
            setting.face.width(name, style) <= column.width - 2 * look.pad
            for name, column in zip(words.days, self._days, strict=True)
            if column.width == max(column.width for column in self._days)
        )
        names = words.days if fits else words.days_short
        marks: list[Mark] = [Words(0, style.baseline, "", style, "TR")]
        for name, short, column in zip(names, words.days_short, self._days, strict=True):
            room = column.width - 2 * look.pad
            said = name if setting.face.width(name, style) <= room else short
            said = setting.face.fitted(said, style, room)
            marks.append(Words(column.x + look.pad, style.baseline, said, style, "TH"))
        end = self._days[-1].x + self._days[-1].width + look.pad
        load = setting.face.fitted(words.say("load"), style, setting.width - end)
        marks.append(Words(end, style.baseline, load, style, "TH"))
        height = style.leading + look.pad / 2
        marks.append(Line(((0, height), (setting.width, height)), HAIR * 2, FAINT))
        return Row(height, tuple(marks))

    def _groups(self) -> Iterator[Group]:
        """Yield a group a week, below the name of its phase where one begins."""
        labels = [self._job.plan.weeks[week].label.strip() for week in self.weeks]
        phases = [
            (name, [week for week, _ in run])
            for name, run in groupby(zip(self.weeks, labels, strict=True), key=lambda pair: pair[1])
        ]
        apart = any(len(run) > 1 for name, run in phases if name)
        for name, run in phases:
            for week in run:
                above = self._phase(name, run) if apart and name and week == run[0] else []
                title = self._job.setting.words.week(week)
                rows = self._week(week, "" if apart else name)
                yield Group(title, (Block((*above, *rows), (Bookmark(1, title),)),))
        yield Group("", (Block(tuple(self._strip.legend())),))

    def _phase(self, name: str, run: list[int]) -> list[Row]:
        setting, style = self._job.setting, self._look.name
        key = "phase" if len(run) > 1 else "phase_week"
        said = setting.words.say(key, name=name, first=run[0] + 1, last=run[-1] + 1)
        rows = text(said, style._replace(colour=setting.theme.accent), setting)
        return [gap(self._look.pad), *rows, gap(self._look.pad / 2)]

    def _week(self, week: int, label: str) -> list[Row]:
        """Return a week as one row, or as several where it is very high."""
        job, look = self._job, self._look
        setting, words = job.setting, job.setting.words
        first_w = setting.width * WEEK_SHARE - look.pad
        lead = text(words.week(week), look.name, setting._replace(width=first_w))
        narrow = setting._replace(width=first_w)
        for said in (words.dates_of(job.plan, week, week, short=True), label):
            lead += text(said, look.quiet, narrow) if said else []
        columns = [[lead]]
        patches: list[Mark] = []
        for number, column in enumerate(self._days):
            day = job.day(week, number)
            columns.append(self._day(day, column.width - 2 * look.pad))
            if day is None or not self._shown(day):
                patches.append(Patch(column.x, 0, column.width, 1, PALE))
        end = self._days[-1].x + self._days[-1].width + look.pad
        columns.append([self._strip.rows(week, setting.width - end)])
        xs = [0.0, *(column.x + look.pad for column in self._days), end]
        heights = [sum(row.height for part in parts for row in part) for parts in columns]
        if max(heights) <= job.setting.height * MOST_TALL:
            whole = [[[row for part in parts for row in part]] for parts in columns]
            return self._rows(whole, xs, patches)
        tallest = max(sum(row.height for row in part) for parts in columns for part in parts)
        if tallest > job.setting.height * MOST_TALL:  # a name without end: line by line
            columns = [[[row] for part in parts for row in part] for parts in columns]
        return self._rows(columns, xs, patches)

    def _rows(
        self, columns: list[list[list[Row]]], xs: list[float], patches: list[Mark]
    ) -> list[Row]:
        """Set the parts of all columns beside each other, part by part."""
        pad, rows = self._look.pad, []
        count = max(map(len, columns))
        for at in range(count):
            marks: list[Mark] = []
            height = 0.0
            top = pad if at == 0 else 0.0
            for x, parts in zip(xs, columns, strict=True):
                y = top
                cell: list[Mark] = []
                for row in parts[at] if at < len(parts) else []:
                    cell += [moved(mark, x, y) for mark in row.marks]
                    y += row.height
                marks += as_cell(cell, "TD" if marks else "TR", self._look.text)
                height = max(height, y)
            height += pad
            grown = [mark._replace(height=height) for mark in patches if isinstance(mark, Patch)]
            lines: list[Mark] = [
                Line(((column.x, 0), (column.x, height)), HAIR, HAIRLINE) for column in self._days
            ]
            right = self._days[-1].x + self._days[-1].width
            lines.append(Line(((right, 0), (right, height)), HAIR, HAIRLINE))
            if at == count - 1:
                width = self._job.setting.width
                lines.append(Line(((0, height), (width, height)), HAIR, HAIRLINE))
            rows.append(Row(height, (*grown, *lines, *marks)))
        return rows

    def _day(self, day: Day | None, width: float) -> list[list[Row]]:
        """Return a part an entry; the kind of day stands above where it is not training."""
        job, look = self._job, self._look
        if day is None or not self._shown(day):
            return []
        narrow = job.setting._replace(width=width)
        parts: list[list[Row]] = []
        if day.kind in ("race", "recovery"):
            style = look.quiet
            if day.kind == "race":
                style = look.name._replace(colour=job.setting.theme.accent)
            parts.append(text(job.setting.words.word("kind", day.kind), style, narrow))
        parts += [self._entry(entry, look.name, narrow.width) for entry in day.entries]
        return parts

    def _entry(self, entry: Entry, style: Style, width: float) -> list[Row]:
        job, look = self._job, self._look
        words, narrow = job.setting.words, job.setting._replace(width=width)
        name = words.exercise(job.exercises[entry.exercise]).short
        dose = words.dose(entry.dose) + (words.say("per_leg_short") if entry.per_leg else "")
        more = ""
        if entry.load:
            more = words.load(entry.load, job.plan.athlete.unit)
        elif entry.stage:
            more = words.word("stage", entry.stage)
        rows = text(name, style, narrow)
        said = DOT.join(filter(None, (dose, more)))
        if job.setting.face.width(said, look.text) <= width:
            return [*rows, *text(said, look.text, narrow), gap(look.pad)]
        rows += text(dose, look.text, narrow)
        return [*rows, *(text(more, look.text, narrow) if more else []), gap(look.pad)]
