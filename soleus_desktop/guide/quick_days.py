"""Read days from several lines of text: what a mail says, or what was copied from a plan.

A line is an entry as fast entry takes it, or the heading of a day (``Week 2, Monday``, ``Tue:``),
which an entry may follow on the same line. What is in none of these forms is handed back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from soleus_desktop.guide.model import Exercise
from soleus_desktop.guide.quick import parse
from soleus_desktop.plan.block import Block, BlockDay
from soleus_desktop.plan.bounds import DAYS, DayKind
from soleus_desktop.plan.model import Day, Entry

MOST_LINES, MOST_LETTERS = 1000, 500
"""What is longer than this, in all or in a line, was meant for something else."""
BULLETS = " \t#*-\u2022\u00b7>"
"""What mails and Markdown put around lines."""
_HEADING = re.compile(
    r"(?:week\s+(?P<week>\d{1,3})\b)?[\s,:]*"
    r"(?:(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b)?[\s,:]*(?P<rest>.*)",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:\u00b7|\()\s*(?P<kind>recovery|rest|race)(?: day)?\)?\s*$", re.IGNORECASE)


class Read(NamedTuple):
    """The days of a text, at their distances from the first; whether it named any; the rest."""

    days: Block
    headed: bool
    unread: tuple[str, ...]


class _Told(NamedTuple):
    """What has been read of one day so far."""

    entries: list[Entry]
    kind: list[DayKind]


def read_days(text: str, exercises: dict[str, Exercise]) -> Read:
    """Read a text without control characters, which no note may hold.

    `exercises` are those of the guide and of the plan, by id.
    """
    told: dict[int, _Told] = {}
    unread: list[str] = []
    at, week, headed = 0, 0, False
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        return Read((), False, (f"{len(lines)} lines",))
    for line in filter(None, (line.strip(BULLETS) for line in lines)):
        rest = line
        if heading := _heading(line):
            headed = True
            number, day, rest = heading
            earlier = number is None and day < at % 7 and bool(told)
            week = week + earlier if number is None else number
            at = 7 * week + day
        here = told.setdefault(at, _Told([], []))
        entries = list(_entries(rest, exercises, f"{at}-{len(here.entries)}"))
        here.entries.extend(entries)
        if heading:
            here.kind.extend(_kinds(rest))
        elif not entries:
            unread.append(line)
    return Read(_block(told, exercises), headed, tuple(unread))


def _heading(line: str) -> tuple[int | None, int, str] | None:
    """Return week (from 0, or None where it is not said), day and what follows; or None."""
    found = _HEADING.match(line)
    if found is None or not (found["week"] or found["day"]):
        return None
    week = max(int(found["week"]) - 1, 0) if found["week"] else None
    day = DAYS.index(found["day"].lower()) if found["day"] else 0
    return week, day, found["rest"]


def _entries(text: str, exercises: dict[str, Exercise], prefix: str) -> Iterator[Entry]:
    """Read the entries of a line; what follows one behind a semicolon may be its note."""
    text = text[:MOST_LETTERS]
    parts, name = text.split(";"), f"{prefix}-{len(text)}"
    entry, count = parse(text, exercises, name).entry, len(parts)
    if entry is None:  # as far as it can be read
        count = 0
        while longer := parse(";".join(parts[: count + 1]), exercises, name).entry:
            entry, count = longer, count + 1
    if entry:
        rest = ";".join(parts[count:]).strip()
        more = list(_entries(rest, exercises, prefix)) if rest else []
        yield entry if more else entry.replace(note=rest)
        yield from more


def _kinds(heading: str) -> Iterator[DayKind]:
    if found := _KIND.search(heading):
        yield found["kind"].lower()  # type: ignore[misc]


def _block(told: dict[int, _Told], exercises: dict[str, Exercise]) -> Block:
    """Lay out the days that hold anything, each of the kind that is said or that suits it."""
    days = {at: day for at, day in sorted(told.items()) if day.entries}
    first = min(days, default=0)
    return tuple(
        BlockDay(
            at - first,
            Day(
                kind=(*day.kind, exercises[day.entries[0].exercise].day_kind)[0],
                entries=tuple(day.entries),
            ),
        )
        for at, day in days.items()
    )
