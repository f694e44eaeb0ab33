"""A plan as text that a person can read in a mail: plain, or marked up as Markdown."""

from __future__ import annotations

import re

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.place import DAY_NAMES, date_of
from soleus_desktop.plan.words import THIN, entry_line, number, tempo

_KINDS = {"training": "", "recovery": "recovery", "rest": "rest", "race": "race"}
_MARKS = re.compile(r"([\\`*_\[\]<>|~&])")
_BEFORE = re.compile(r"^[^\S\n]+", re.MULTILINE)
"""Space before a line, of which four would make a block of code."""
_AT_START = re.compile(r"^([#+=-]|\d+(?=[.)]))", re.MULTILINE)


def plain_text(plan: Plan, exercises: dict[str, Exercise]) -> str:
    """Return the plan as plain text: a heading a week, a line a day, a line an entry."""
    lines = [line for line in (plan.title, plan.athlete.name, plan.notes.strip()) if line]
    for w, week in enumerate(plan.weeks):
        lines += ["", _week(plan, w).upper()]
        lines += [week.note.strip()] if week.note.strip() else []
        for d, day in enumerate(week.days):
            if day.entries or day.note:
                lines += [_day(plan, w, d)]
                lines += [f"  {line}" for line in day_lines(plan, w, d, exercises)]
    return "\n".join(lines).strip() + "\n"


def markdown(plan: Plan, exercises: dict[str, Exercise]) -> str:
    """Return the plan as Markdown; what people typed is shown as typed."""
    lines = [f"# {_as_typed(plan.title or 'Training plan')}", ""]
    for text in (plan.athlete.name, plan.notes):
        lines += [_as_typed(text.strip()), ""] if text.strip() else []
    for w, week in enumerate(plan.weeks):
        lines += [f"## {_as_typed(_week(plan, w))}", ""]
        lines += [_as_typed(week.note.strip()), ""] if week.note.strip() else []
        for d, day in enumerate(week.days):
            if day.entries or day.note:
                lines += [f"**{_as_typed(_day(plan, w, d))}**", ""]
                lines += [f"- {_as_typed(line)}" for line in day_lines(plan, w, d, exercises)]
                lines += [""]
    return "\n".join(lines).strip() + "\n"


def day_lines(plan: Plan, week: int, day: int, exercises: dict[str, Exercise]) -> list[str]:
    """Return a day (from 0) in words: its note, then a line for each entry."""
    here = plan.weeks[week].days[day]
    note = [" ".join(here.note.split())] if here.note.strip() else []
    return note + [
        entry_in_words(entry, exercises[entry.exercise], plan.athlete.unit)
        for entry in here.entries
    ]


def entry_in_words(entry: Entry, exercise: Exercise, units: Units) -> str:
    """Return an entry on one line, with all that is said of it."""
    parts = [f"{exercise.name}: {entry_line(entry, units)}"]
    if entry.tempo:
        parts.append(f"tempo {tempo(entry.tempo)}")
    if entry.knee_bend_deg is not None:
        parts.append(f"knee bent {number(entry.knee_bend_deg)}°")
    if entry.rest_s is not None:
        parts.append(f"rest {number(entry.rest_s)}{THIN}s")
    if entry.note.strip():
        parts.append(" ".join(entry.note.split()))
    return "; ".join(parts)


def _week(plan: Plan, week: int) -> str:
    label = plan.weeks[week].label
    return f"Week {week + 1}" + (f": {label}" if label else "")


def _day(plan: Plan, week: int, day: int) -> str:
    date, kind = date_of(plan, week, day), _KINDS[plan.weeks[week].days[day].kind]
    said = DAY_NAMES[day] + (f" {date.isoformat()}" if date else "")
    return said + (f" ({kind})" if kind else "")


def _as_typed(text: str) -> str:
    """Escape what Markdown would read as marks, and keep the lines."""
    escaped = _AT_START.sub(_escape_start, _MARKS.sub(r"\\\1", _BEFORE.sub("", text)))
    return escaped.replace("\n", "  \n")


def _escape_start(start: re.Match[str]) -> str:
    """A list or a heading is no list or heading behind a backslash; a number's is behind it."""
    mark = start[0]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
