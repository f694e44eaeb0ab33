"""What the board says of a chip, a day or a week when the pointer rests on it."""

from __future__ import annotations

from soleus_desktop.guide.effort import Effort, assumptions
from soleus_desktop.plan.model import Entry
from soleus_desktop.plan.place import DAY_NAMES, Place, Slot
from soleus_desktop.plan.unknown import unknown_line
from soleus_desktop.plan.words import THIN, entry_line, number, tempo_long
from soleus_desktop.rules.finding import Finding
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.session import Session

MOST_FINDINGS = 6
"""So many of a day or a week are named; the list below the board has them all."""


def tooltip(session: Session, slot: Slot) -> str:
    """Return the text for a chip, or for a day where no chip is; empty where there is nothing.

    Qt guesses whether a tooltip is rich text, so this is, with all that people typed escaped.
    """
    day = session.plan.weeks[slot.week].days[slot.day]
    if not 0 <= slot.position < len(day.entries):
        lines = [Place(slot.week, slot.day).label] if day.entries or day.unknown else []
        lines += [unknown_line(day.unknown)] if day.unknown else []
        lines += [day.note] if day.note else []
        effort = session.efforts.of_day(day, session.exercises)
        found = _found(session, slot.week, slot.day)
        return _lines(lines, found, *_effort(session, effort, day.entries))
    entry = day.entries[slot.position]
    lines = [session.exercises[entry.exercise].name, entry_line(entry, session.plan.athlete.unit)]
    if entry.tempo:
        lines.append(f"Tempo {tempo_long(entry.tempo)}")
    if entry.knee_bend_deg is not None:
        lines.append(f"Knee bent {number(entry.knee_bend_deg)}°")
    if entry.rest_s is not None:
        lines.append(f"Rest {number(entry.rest_s)}{THIN}s")
    if entry.note:
        lines.append(entry.note)
    at_entry = [finding for finding in session.report.open if finding.place.entry == entry.id]
    return _lines(lines, list(map(_said, at_entry)))


def week_tooltip(session: Session, week: int) -> str:
    """Return what is found in a week, what it holds in figures, and what these rest on."""
    shown = session.plan.weeks[week]
    effort = session.efforts.of_week(shown, session.exercises)
    lines = [Place(week).label + (f": {shown.label}" if shown.label else "")]
    lines += [shown.note] if shown.note else []
    entries = tuple(entry for day in shown.days for entry in day.entries)
    return _lines(lines, _found(session, week), *_effort(session, effort, entries))


def _found(session: Session, week: int, day: int | None = None) -> list[str]:
    """Say what is found in a week, or in one of its days."""
    found = [
        (finding.place.day, _said(finding))
        for finding in session.report.open
        if finding.place.week == week and day in (None, finding.place.day)
    ]
    said = [text if at in (None, day) else f"{DAY_NAMES[at]}: {text}" for at, text in found]
    more = len(said) - MOST_FINDINGS
    return said if more <= 0 else [*said[:MOST_FINDINGS], f"\u2026 and {more} more"]


def _said(finding: Finding) -> str:
    return f"{finding.severity.capitalize()}: {finding.message}"


def effort_lines(effort: Effort) -> list[str]:
    """Say in full what some entries come to; nothing of what there is none of."""
    lines = []
    if effort.sets:
        lines.append(f"{effort.sets} sets, {number(effort.repetitions)} repetitions of each leg")
    slow, uphill, straight = effort.slow_s, effort.uphill_s, effort.straight_s
    for seconds, what in (
        (slow, "of slow soleus work under tension, each leg"),
        (uphill, "uphill"),
        (straight, "with a straight knee: the gastrocnemius, not the soleus"),
    ):
        if seconds:
            lines.append(f"{minutes(seconds)} {what}")
    return lines


def _effort(session: Session, effort: Effort, entries: tuple[Entry, ...]) -> list[list[str]]:
    """Say what entries come to, and apart from that what was assumed."""
    if not entries:
        return []
    said = f"About {minutes(effort.session_s)} in all, both legs and rests included"
    return [[*effort_lines(effort), said], list(assumptions(entries, session.exercises))]


def _lines(*groups: list[str]) -> str:
    """Set groups of lines apart by an empty one; the very first line is the heading."""
    from html import escape  # not before the first frame

    said = [
        "<br>".join(escape(line[:500]).replace("\n", "<br>") for line in group)
        for group in groups
        if group
    ]
    if not said:
        return ""
    head, line, rest = said[0].partition("<br>")
    bold = line or len(said) > 1
    return "<br><br>".join([f"<b>{head}</b>{line}{rest}" if bold else head, *said[1:]])
