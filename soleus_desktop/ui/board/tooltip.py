"""What the board says of a chip when the pointer rests on it."""

from __future__ import annotations

from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.words import THIN, entry_line, number, tempo_long
from soleus_desktop.ui.session import Session


def tooltip(session: Session, slot: Slot) -> str:
    """Return the text for a chip, or for a day's note where no chip is; empty for neither.

    Qt guesses whether a tooltip is rich text, so this is, with all that people typed escaped.
    """
    day = session.plan.weeks[slot.week].days[slot.day]
    if not 0 <= slot.position < len(day.entries):
        return _lines([day.note]) if day.note else ""
    entry = day.entries[slot.position]
    lines = [session.exercises[entry.exercise].name, entry_line(entry)]
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


def _lines(lines: list[str]) -> str:
    from html import escape  # not before the first frame

    first, *rest = (escape(line[:500]).replace("\n", "<br>") for line in lines)
    return "<br>".join([f"<b>{first}</b>" if rest else first, *rest])
