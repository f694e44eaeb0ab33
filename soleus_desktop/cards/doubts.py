"""What may not print as it was typed, named in warnings.

The cards' typeface has Latin, Greek and Cyrillic. What it lacks prints as a box, marks that are
put on letters and right-to-left text print in the order of the file: never silently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from soleus_desktop.cards.content import Days, Exercises
from soleus_desktop.cards.exercise import code_place
from soleus_desktop.cards.links import web_link
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.typeface import MISSING
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import DAY_NAMES


class Source(NamedTuple):
    """A text that goes to print, and where a person finds it in the plan."""

    text: str
    place: str


def sources(plan: Plan, exercises: Exercises, only: Days | None = None) -> Iterator[Source]:
    """Yield every text that a person typed, with its place in the plan.

    With `only`, of the days in it.
    """
    yield Source(plan.title, "the plan's title")
    yield Source(plan.coach, "the coach's name")
    yield Source(plan.notes, "the plan's notes")
    yield Source(plan.athlete.name, "the athlete's name")
    for waiver in plan.waivers:
        yield Source(waiver.reason, "the reason of a waiver")
    used: set[str] = set()
    for w, week in enumerate(plan.weeks):
        days = [d for d in range(len(week.days)) if only is None or (w, d) in only]
        if not days:
            continue
        yield Source(week.label, f"the label of Week {w + 1}")
        yield Source(week.note, f"the note of Week {w + 1}")
        for d in days:
            place = f"Week {w + 1}, {DAY_NAMES[d]}"
            yield Source(week.days[d].note, f"the note of {place}")
            for entry in week.days[d].entries:
                if entry.note:
                    yield Source(entry.note, f"a note of {place}")
                if entry.exercise not in used:
                    used.add(entry.exercise)
                    exercise = exercises[entry.exercise]
                    name = f"the exercise \u201c{_short(exercise.name)}\u201d"
                    for text in (exercise.name, *exercise.how_to, *exercise.cues):
                        yield Source(text, name)


def doubts(texts: Iterable[Source], known: frozenset[str]) -> list[str]:
    """Return a sentence for each character that is missing, then for marks and for direction."""
    count: dict[str, int] = {}
    first: dict[str, str] = {}
    marks = backwards = ""
    for text, place in texts:
        if text.isascii() and text.isprintable():
            continue
        composed = unicodedata.normalize("NFC", text)
        for character in composed:
            if character not in known and character not in "\n\t":
                count[character] = count.get(character, 0) + 1
                first.setdefault(character, place)
        if not marks and any(map(unicodedata.combining, composed)):
            marks = place
        if not backwards and any(unicodedata.bidirectional(c) in _BACKWARDS for c in composed):
            backwards = place
    found = [
        f"{_name(c)} is not in the cards' typeface: printed as {MISSING}"
        f" ({_times(count[c])}, first in {first[c]})."
        for c in sorted(count)
    ]
    if marks:
        found.append(f"Marks on letters may stand beside their letter (first in {marks}).")
    if backwards:
        found.append(f"Right-to-left text prints from left to right (first in {backwards}).")
    return found


def links_as_text(used: Iterable[Exercise], setting: Setting) -> list[str]:
    """Return a sentence for each video link that is printed as text instead of as a code."""
    said = []
    for exercise in used:
        if not exercise.video:
            continue
        video = f"The video link of \u201c{_short(exercise.name)}\u201d"
        if not web_link(exercise.video):
            said.append(f"{video} is no web address: printed as text.")
        elif not code_place(exercise.video, setting):
            said.append(f"{video} is too long for a code on this size of card: printed as text.")
    return said


_BACKWARDS = ("R", "AL", "AN")


def _name(character: str) -> str:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return f"{code} {name}" if name else code


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _short(name: str) -> str:
    return name if len(name) <= 40 else name[:39] + "\u2026"
