"""Which week, and which entry, of one plan is which of another.

The surest signs come first: the same content at the same place, then the same value, then the same
content under other ids (a copy), then the same ids with other content (an edit), then the same
place between what has been matched.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from soleus_desktop.plan.model import Day, Entry, Week

Weeks = Sequence[Week]


class Placed(NamedTuple):
    """An entry with its day (from 0) and its place in the day."""

    day: int
    position: int
    entry: Entry


Pair = tuple[Placed, Placed]
"""An entry before and after."""


class Match(NamedTuple):
    """The entries of two weeks: in pairs, only before, only after; each in the week's order."""

    pairs: list[Pair]
    gone: list[Placed]
    new: list[Placed]


def match_weeks(before: Weeks, after: Weeks) -> dict[int, int]:
    """Return which week after is which before: numbers after (from 0) to numbers before."""
    found: dict[int, int] = {}
    _match_ends(before, after, found)
    _match_in_order(before, after, id, found)  # at once, and spares most weeks the next look
    _match_in_order(before, after, lambda week: week, found)
    _match_in_order(before, after, _content, found)
    _match_anywhere(before, after, found)
    _match_by_ids(before, after, found)
    _match_in_gaps(before, after, found)
    return found


def moved_weeks(found: dict[int, int]) -> set[int]:
    """Return the numbers after of as few weeks as need moving for the order to be explained."""
    ends: list[int] = []
    chains: list[list[int]] = []  # the longest rising run, by the shortest end of each length
    for new in sorted(found):
        at = bisect_left(ends, found[new])
        chain = [*(chains[at - 1] if at else ()), new]
        ends[at : at + 1], chains[at : at + 1] = [found[new]], [chain]
    return set(found) - set(chains[-1] if chains else ())


def match_entries(before: Week, after: Week) -> Match:
    """Return which entry after is which before."""
    same = {day for day in range(7) if _same_day(before.days[day], after.days[day])}
    other = set(range(7)) - same
    pairs = list(zip(_placed(before, same), _placed(after, same), strict=True))
    old, new = list(_placed(before, other)), list(_placed(after, other))
    for sign in (
        lambda at: (at.entry.id, at.entry.exercise, at.day),
        lambda at: (at.entry.exercise, at.day),
        lambda at: (at.entry.id, at.entry.exercise),
        lambda at: (at.entry.id, at.day),
        lambda at: at.entry.exercise,
    ):
        pairs += _take_pairs(old, new, sign)
    return Match(sorted(pairs, key=lambda pair: pair[1][:2]), old, new)


def _take_pairs(
    old: list[Placed], new: list[Placed], sign: Callable[[Placed], Hashable]
) -> list[Pair]:
    """Take out of both lists what has the same sign, in order."""
    waiting: dict[Hashable, list[Placed]] = defaultdict(list)
    for at in old:
        waiting[sign(at)].append(at)
    pairs = [(waiting[sign(at)].pop(0), at) for at in new if waiting[sign(at)]]
    gone, come = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    old[:] = [at for at in old if id(at) not in gone]
    new[:] = [at for at in new if id(at) not in come]
    return pairs


def _placed(week: Week, days: set[int]) -> Iterator[Placed]:
    return (
        Placed(number, position, entry)
        for number, day in enumerate(week.days)
        if number in days
        for position, entry in enumerate(day.entries)
    )


def _match_ends(before: Weeks, after: Weeks, found: dict[int, int]) -> None:
    """Match what says the same at the same place, from both ends, where no week was added.

    Weeks that are alike are so told to have stayed where they were, whichever of them moved.
    """
    if len(before) != len(after):
        return
    forwards = range(len(before))
    for way in (forwards, reversed(forwards)):
        for at in way:
            if at in found or not _same_week(before[at], after[at]):
                break
            found[at] = at


def _match_in_order(
    before: Weeks, after: Weeks, sign: Callable[[Week], Hashable], found: dict[int, int]
) -> None:
    """Match runs of weeks with the same signs, between those that are matched already."""
    numbers: dict[Hashable, int] = {}  # a week's hash is dear, and is asked for often below
    for olds, news in list(_gaps(before, after, found)):
        old = [numbers.setdefault(sign(before[at]), len(numbers)) for at in olds]
        new = [numbers.setdefault(sign(after[at]), len(numbers)) for at in news]
        for one, other, length in SequenceMatcher(None, old, new, False).get_matching_blocks():
            found |= zip(news[other : other + length], olds[one : one + length], strict=True)


def _match_anywhere(before: Weeks, after: Weeks, found: dict[int, int]) -> None:
    """Match what has been moved as it is; empty weeks are too much alike."""
    old, new = _left(before, after, found)
    for sign in (lambda week: week, _content):
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for at in old:
            waiting[sign(before[at])].append(at)
        for at in new:
            same = waiting[sign(after[at])]
            if same and after[at] != Week():
                found[at] = same.pop(0)
        old, new = _left(before, after, found)


def _match_by_ids(before: Weeks, after: Weeks, found: dict[int, int]) -> None:
    """Match weeks that share entries, those that share most first."""
    old, new = _left(before, after, found)
    home = {_sign(entry): at for at in old for entry in _entries(before[at])}
    votes = Counter(
        (home[_sign(entry)], at)
        for at in new
        for entry in _entries(after[at])
        if _sign(entry) in home
    )
    taken: set[int] = set()
    for (one, other), _ in votes.most_common():
        if one not in taken and other not in found:
            taken.add(one)
            found[other] = one


def _match_in_gaps(before: Weeks, after: Weeks, found: dict[int, int]) -> None:
    """Match in order what is left between weeks that are matched."""
    for olds, news in list(_gaps(before, after, found)):
        found |= zip(news, olds, strict=False)


def _gaps(
    before: Weeks, after: Weeks, found: dict[int, int]
) -> Iterator[tuple[list[int], list[int]]]:
    """Go through the runs of unmatched weeks that lie between the same matched ones."""
    still = set(found) - moved_weeks(found)
    fixed = [(found[new], new) for new in sorted(still)]
    taken, given = set(found.values()), set(found)
    last = (-1, -1)
    for old, new in [*fixed, (len(before), len(after))]:
        olds = [at for at in range(last[0] + 1, old) if at not in taken]
        news = [at for at in range(last[1] + 1, new) if at not in given]
        if olds and news:
            yield olds, news
        last = (old, new)


def _left(before: Weeks, after: Weeks, found: dict[int, int]) -> tuple[list[int], list[int]]:
    taken = set(found.values())
    return (
        [at for at in range(len(before)) if at not in taken],
        [at for at in range(len(after)) if at not in found],
    )


def _entries(week: Week) -> Iterator[Entry]:
    return (entry for day in week.days for entry in day.entries)


def _sign(entry: Entry) -> tuple[str, str]:
    return entry.id, entry.exercise


def _same_week(one: Week, other: Week) -> bool:
    """Whether they say the same; most weeks of two plans are the very same."""
    return one is other or _content(one) == _content(other)


def _same_day(one: Day, other: Day) -> bool:
    return one is other or _content_of_day(one) == _content_of_day(other)


def _content(week: Week) -> Hashable:
    """What a week holds, its entries under no id."""
    return (week.label, week.note, tuple(map(_content_of_day, week.days)))


def _content_of_day(day: Day) -> tuple[Any, ...]:
    return (day.kind, day.note, tuple(content(entry) for entry in day.entries))


def content(entry: Entry) -> tuple[Any, ...]:
    """What an entry says, apart from its id."""
    return (
        entry.exercise,
        entry.stage,
        entry.dose,
        entry.tempo,
        entry.per_leg,
        entry.knee_bend_deg,
        entry.load,
        entry.rest_s,
        entry.note,
    )
