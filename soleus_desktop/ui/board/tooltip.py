"""What the board says of a chip, a day or a week when the pointer rests on it."""

from __future__ import annotations

from soleus_desktop.guide.effort import Effort, assumptions
from soleus_desktop.plan.model import Entry
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.plan.words import THIN, entry_line, number, tempo_long
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.session import Session


def tooltip(session: Session, slot: Slot) -> str:
    """Return the text for a chip, or for a day where no chip is; empty where there is nothing.

    Qt guesses whether a tooltip is rich text, so this is, with all that people typed escaped.
    """
    day = session.plan.weeks[slot.week].days[slot.day]
    if not 0 <= slot.position < len(day.entries):
        lines = [Place(slot.week, slot.day).label] if day.entries else []
        lines += [day.note] if day.note else []
        effort = session.efforts.of_day(day, session.exercises)
        return _lines([*lines, *_effort(session, effort, day.entries)])
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
    found = [f for f in session.report.open if f.place.entry == entry.id]
    lines += [f"{finding.severity.capitalize()}: {finding.message}" for finding in found]
    return _lines(lines)


def week_tooltip(session: Session, week: int) -> str:
    """Return what a week holds in figures, and what was assumed to come to them."""
    shown = session.plan.weeks[week]
    effort = session.efforts.of_week(shown, session.exercises)
    lines = [Place(week).label + (f": {shown.label}" if shown.label else "")]
    lines += [shown.note] if shown.note else []
    entries = tuple(entry for day in shown.days for entry in day.entries)
    found = [f for f in session.report.open if f.place.week == week and f.place.day is None]
    lines += [f"{finding.severity.capitalize()}: {finding.message}" for finding in found]
    return _lines([*lines, *_effort(session, effort, entries)])


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


def _effort(session: Session, effort: Effort, entries: tuple[Entry, ...]) -> list[str]:
    if not entries:
        return []
    return [
        *effort_lines(effort),
        f"About {minutes(effort.session_s)} in all, both legs and rests included",
        *assumptions(entries, session.exercises),
    ]


def _lines(lines: list[str]) -> str:
    from html import escape  # not before the first frame

    if not lines:
        return ""
    first, *rest = (escape(line[:500]).replace("\n", "<br>") for line in lines)
    return "<br>".join([f"<b>{first}</b>" if rest else first, *rest])
