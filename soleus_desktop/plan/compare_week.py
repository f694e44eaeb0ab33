"""Two weeks held against each other in words, entries summed up where they changed alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.compare_words import Difference, Names, counted, of_entry, of_text
from soleus_desktop.plan.matching import Match, Pair, Placed
from soleus_desktop.plan.model import Week
from soleus_desktop.plan.place import DAY_NAMES, Place
from soleus_desktop.plan.unknown import unknown_line
from soleus_desktop.plan.words import entry_line


class Guest(NamedTuple):
    """An entry that came from another week, which was this one (from 0) before."""

    week: int
    old: Placed
    new: Placed


def of_week(
    before: Week,
    after: Week,
    name_of: Names,
    week: int,
    match: Match,
    guests: Sequence[Guest] = (),
    units: Units = "kg",
) -> Iterator[Difference]:
    """Say what changed in a week; `match` and `guests` tell which of its entries are known."""
    here = Place(week)
    yield from (Difference(here, text) for text in of_text("label", before.label, after.label))
    yield from (Difference(here, text) for text in of_text("note", before.note, after.note))
    known = match.pairs + [(guest.old, guest.new) for guest in guests]
    yield from _of_pairs(known, name_of, here, units)
    for day in range(7):
        at = Place(week, day)
        yield from (Difference(at, text) for text in _of_day(before, after, day))
        yield from (Difference(at, text) for text in _of_places(match.pairs, guests, day, name_of))
        new = [placed for placed in match.new if placed.day == day]
        if new:
            each = ", ".join(f"{_name(p, name_of)} ({entry_line(p.entry, units)})" for p in new)
            yield Difference(Place(week, day, new[0].entry.id), f"added: {each}")
        gone = [_name(placed, name_of) for placed in match.gone if placed.day == day]
        if gone:
            yield Difference(at, f"removed: {', '.join(gone)}")


def _of_day(before: Week, after: Week, day: int) -> Iterator[str]:
    old, new = before.days[day], after.days[day]
    if old.kind != new.kind:
        yield f"{new.kind} day, formerly {old.kind}"
    yield from of_text("note", old.note, new.note)
    if [entry for _, entry in old.unknown] != [entry for _, entry in new.unknown]:
        yield unknown_line(new.unknown) or f"removed: {unknown_line(old.unknown)}"


def _of_places(
    pairs: list[Pair], guests: Sequence[Guest], day: int, name_of: Names
) -> Iterator[str]:
    """Say what came from other days, and a new order of what was here before."""
    came: dict[str, list[Placed]] = defaultdict(list)
    for old, new in pairs:
        if new.day == day != old.day:
            came[DAY_NAMES[old.day]].append(new)
    for guest in guests:
        if guest.new.day == day:
            came[f"week {guest.week + 1}, {DAY_NAMES[guest.old.day]}"].append(guest.new)
    for source, entries in came.items():
        what = (
            _name(entries[0], name_of) if len(entries) == 1 else counted(len(entries), "exercise")
        )
        yield f"{what} moved here from {source}"
    stayed = [(old, new) for old, new in pairs if new.day == day == old.day]
    if [old.position for old, _ in stayed] != sorted(old.position for old, _ in stayed):
        yield "new order: " + ", ".join(_name(new, name_of) for _, new in stayed)


def _of_pairs(pairs: list[Pair], name_of: Names, here: Place, units: Units) -> Iterator[Difference]:
    """Say what changed in entries: of all that do an exercise at once, then day by day."""
    changes = {id(pair): list(_of_pair(pair, name_of, units)) for pair in pairs}
    members: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        members[pair[1].entry.exercise].append(pair)
    whose: dict[str, list[str]] = defaultdict(list)
    for exercise, group in members.items():
        for text in changes[id(group[0])]:
            if all(text in changes[id(pair)] for pair in group):
                whose[text].append(exercise)
    said: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text, exercises in whose.items():
        said[tuple(exercises)].append(text)
    for them, texts in said.items():
        group = [pair for exercise in them for pair in members[exercise]]
        yield from _of_group(group, texts, name_of, here, of_all=len(group) == len(pairs))
        for pair in group:
            changes[id(pair)] = [text for text in changes[id(pair)] if text not in texts]
    left: dict[tuple[int, tuple[str, ...]], list[Pair]] = defaultdict(list)
    for pair in pairs:
        left[pair[1].day, tuple(changes[id(pair)])].append(pair)
    for (_, rest), group in left.items():
        yield from _of_group(group, rest, name_of, here)


def _of_group(
    group: list[Pair], texts: Sequence[str], name_of: Names, here: Place, of_all: bool = False
) -> Iterator[Difference]:
    """Say what these entries have in common, at their entry, day or week."""
    days = {new.day for _, new in group}
    day = days.pop() if len(days) == 1 else None
    names = list(dict.fromkeys(_name(new, name_of) for _, new in group))
    who = "all exercises" if of_all and len(names) > 1 else ", ".join(names)
    only = group[0][1].entry.id if len(group) == 1 else None
    if texts:
        yield Difference(Place(here.week, day, only), f"{who}: {', '.join(texts)}")


def _of_pair(pair: Pair, name_of: Names, units: Units) -> Iterator[str]:
    old, new = pair
    if old.entry.exercise == new.entry.exercise:
        yield from of_entry(old.entry, new.entry, units)
    else:
        yield f"instead of {_name(old, name_of)}, {entry_line(new.entry, units)}"


def _name(placed: Placed, name_of: Names) -> str:
    return name_of.get(placed.entry.exercise, placed.entry.exercise)
