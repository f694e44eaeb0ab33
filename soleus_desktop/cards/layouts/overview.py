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
    WALL_ON,
    WALL_PLAIN,
    WALL_SIZES,
    Style,
    Wall,
    wall,
)
from soleus_desktop.cards.pages import Book, text
from soleus_desktop.plan.model import Day, Entry

WEEK_SHARE, LOAD_SHARE = 0.12, 0.1
"""Widths of the first and the last column, of the whole."""

EMPTY_SHARE = 0.4
"""Width of a day on which nothing is ever done, of one on which something is."""

MOST_TALL = 0.4
"""Of a page's height: a week that is higher may be broken between two exercises."""


def overview(job: Job) -> Iterator[Leaf]:
    """Yield the sheets of the plan."""
    if not job.used():
        return
    yield from _chosen(job).leaves()


def _chosen(job: Job) -> _Table:
    """Return the plan in the size in which it is best read."""
    if job.options.large_print:
        return _Table(job, wall(WALL_LARGE))
    if not _Table(job, wall(WALL_SIZES[-1]), flat=True).fits:  # no larger one does either
        return _Table(job, wall(WALL_ON))
    largest: _Table | None = None
    for size in WALL_SIZES:
        for table in (_Table(job, wall(size)), _Table(job, wall(size), flat=True)):
            if table.fits:
                largest = largest or table
                if table.whole and (table.plain or size <= WALL_PLAIN):
                    return table
    assert largest is not None  # the least fits
    return largest


class _Column(NamedTuple):
    x: float
    width: float


class _Table:
    """The plan set in one size.

    `whole` tells whether it breaks no word, `plain` whether exercises and doses take a line each.
    A `flat` one has doses beside the names where there is room, not below them.
    """

    def __init__(self, job: Job, look: Wall, flat: bool = False) -> None:
        self._job, self.look, self._flat = job, look, flat
        self.weeks = job.weeks()
        self._strip = Strip(job, look)
        self.whole = self.plain = True
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

    def leaves(self) -> Iterator[Leaf]:
        """Yield its pages."""
        return self.book.leaves(self.groups)

    def _columns(self) -> list[_Column]:
        """Return where the days stand; the week is at their left, its load at their right."""
        width, job, look = self._job.setting.width, self._job, self.look
        used = [any(self._shown(job.day(week, day)) for week in self.weeks) for day in range(7)]
        shares = [1.0 if on else EMPTY_SHARE for on in used]
        room = width * (1 - WEEK_SHARE - LOAD_SHARE)
        names = [job.setting.face.width(name, look.name) for name in job.setting.words.days_short]
        least = min(max(names) + 2 * look.pad, room / 7)  # so much a name takes
        empty = max(least, room * EMPTY_SHARE / sum(shares))
        full = (room - used.count(False) * empty) / max(used.count(True), 1)
        columns, x = [], width * WEEK_SHARE
        for on in used:
            columns.append(_Column(x, full if on else empty))
            x += columns[-1].width
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
        setting, look = self._job.setting, self.look
        words, style = setting.words, self.look.name
        fits = all(
            setting.face.width(name, style) <= column.width - 2 * look.pad
            for name, column in zip(words.days, self._days, strict=True)
        )
        names = words.days if fits else words.days_short
        marks: list[Mark] = [Words(0, style.baseline, "", style, "TR")]
        for name, column in zip(names, self._days, strict=True):
            said = setting.face.fitted(name, style, column.width - 2 * look.pad)
            marks.append(Words(column.x + look.pad, style.baseline, said, style, "TH"))
        end = self._days[-1].x + self._days[-1].width + look.pad
        room = setting.width - end
        load = setting.face.fitted(words.say("load"), style, room)
        self.whole &= load == words.say("load") and self._strip.fits(room)
        marks.append(Words(end, style.baseline, load, style, "TH"))
        height = style.leading + look.pad / 2
        marks.append(Line(((0, height), (setting.width, height)), HAIR * 2, FAINT))
        return Row(height, tuple(marks))

    def _groups(self) -> Iterator[Group]:
        """Yield a group a week; where a phase of several begins, its name is above the week's."""
        labels = [self._job.plan.weeks[week].label.strip() for week in self.weeks]
        phases = [
            (name, [week for week, _ in run])
            for name, run in groupby(zip(self.weeks, labels, strict=True), key=lambda pair: pair[1])
        ]
        apart = any(len(run) > 1 for name, run in phases if name)
        say = self._job.setting.words.say
        for name, run in phases:
            phase = name
            if name and len(run) > 1:
                phase = say("phase", name=name, first=run[0] + 1, last=run[-1] + 1)
            for week in run:
                title = self._job.setting.words.week(week)
                begins = phase if apart and week == run[0] else ""
                rows = self._week(week, begins, "" if apart else name)
                yield Group(title, (Block(tuple(rows), (Bookmark(1, title),)),))
        yield Group("", (Block(tuple(self._strip.legend())),))

    def _week(self, week: int, phase: str, label: str) -> list[Row]:
        """Return a week as one row, or as several where it is very high."""
        job, look = self._job, self.look
        setting, words = job.setting, job.setting.words
        first_w = setting.width * WEEK_SHARE - look.pad
        accent = look.name._replace(colour=setting.theme.accent)
        lead = self._text(phase, accent, first_w) if phase else []
        lead += self._text(words.week(week), look.name, first_w)
        for said in (words.dates_of(job.plan, week, week, short=True), label):
            lead += self._text(said, look.quiet, first_w) if said else []
        columns = [[lead]]
        patches: list[Mark] = []
        if phase:
            patches.append(Line(((0, 0), (setting.width, 0)), 2 * HAIR, setting.theme.accent))
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
        pad, rows = self.look.pad, []
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
                marks += as_cell(cell, "TD" if marks else "TR", self.look.text)
                height = max(height, y)
            height += pad
            top = HAIR if at == 0 else 0.0  # below the line that ends the week before
            grown = [
                mark._replace(y=top, height=height - top) if isinstance(mark, Patch) else mark
                for mark in patches
                if at == 0 or isinstance(mark, Patch)
            ]
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
        job, look = self._job, self.look
        if day is None or not self._shown(day):
            return []
        parts: list[list[Row]] = []
        if day.kind in ("race", "recovery"):
            style = look.quiet
            if day.kind == "race":
                style = look.name._replace(colour=job.setting.theme.accent)
            parts.append(self._text(job.setting.words.word("kind", day.kind), style, width))
        parts += [self._entry(entry, look.name, width) for entry in day.entries]
        return parts

    def _entry(self, entry: Entry, style: Style, width: float) -> list[Row]:
        job, look = self._job, self.look
        words, face = job.setting.words, job.setting.face
        name = words.exercise(job.exercises[entry.exercise]).short
        dose = words.dose(entry.dose) + (words.say("per_leg_short") if entry.per_leg else "")
        more = ""
        if entry.load:
            more = words.load(entry.load, job.plan.athlete.unit)
        elif entry.stage:
            more = words.word("stage", entry.stage)
        rows = self._text(name, style, width)
        self.plain &= len(rows) == 1 and face.width(dose, look.text) <= width
        x = face.width(name, style) + 2 * look.pad
        beside = face.width(dose, look.text)
        if self._flat and x + beside <= width:
            more_w = face.width(DOT + more, look.text)
            if more and x + beside + more_w <= width:
                dose, more = dose + DOT + more, ""
            first = (*rows[0].marks, Words(x, style.baseline, dose, look.text))
            rows = [rows[0]._replace(marks=first)]
        else:
            said = DOT.join(filter(None, (dose, more)))
            if face.width(said, look.text) <= width:
                dose, more = said, ""
            rows += self._text(dose, look.text, width)
        return [*rows, *(self._text(more, look.text, width) if more else []), gap(look.pad)]

    def _text(self, said: str, style: Style, width: float) -> list[Row]:
        setting = self._job.setting
        self.whole &= all(setting.face.width(word, style) <= width for word in said.split(" "))
        return text(said, style, setting._replace(width=width))
