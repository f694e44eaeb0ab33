"""What may not print as it was typed, named in warnings.

The cards' typeface has Latin, Greek and Cyrillic. What it lacks prints as a box, marks that are
put on letters and right-to-left text print in the order of the file: never silently.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from soleus_desktop.cards.content import DayCard
from soleus_desktop.cards.exercise import code_place
from soleus_desktop.cards.qr import web_link
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.typeface import MISSING


class Source(NamedTuple):
    """A text that goes to print, and where a person finds it in the plan."""

    text: str
    place: str


def sources(cards: Iterable[DayCard]) -> Iterator[Source]:
    """Yield every text of the cards with its place; the same text at the same place comes once."""
    seen: set[Source] = set()
    for card in cards:
        week = card.week_name
        day = f"{week}, {card.day_name}"
        texts = [
            Source(card.plan, "the plan's title"),
            Source(card.athlete, "the athlete's name"),
            Source(card.week_label, f"the label of {week}"),
            Source(card.week_note, f"the note of {week}"),
            Source(card.note, f"the note of {day}"),
        ]
        for entry in card.entries:
            texts.append(Source(entry.note, f"a note of {day}"))
            texts += [
                Source(text, f"the exercise \u201c{_short(entry.name)}\u201d")
                for text in (entry.name, *entry.steps, *entry.cues)
            ]
        for source in texts:
            if source.text and source not in seen:
                seen.add(source)
                yield source


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


def links_as_text(cards: Iterable[DayCard], setting: Setting) -> list[str]:
    """Return a sentence for each video link that is printed as text instead of as a code."""
    entries = {entry.video: entry for card in cards for entry in card.entries if entry.video}
    said = []
    for link, entry in entries.items():
        video = f"The video link of \u201c{_short(entry.name)}\u201d"
        if not web_link(link):
            said.append(f"{video} is no web address: printed as text.")
        elif not code_place(link, setting):
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
