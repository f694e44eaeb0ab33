"""Two plans, or two weeks, held against each other in words.

    Week 5: all exercises: +1 set, tempo 3-0-3 to 3-2-3
    Weeks 6–8, Monday: removed: Heel drop

What is the same for all of a week, for an exercise in it, or for weeks in a row, is said once.
Keys of other programs (`extra`), ids, and how a number is written are not compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby

from soleus_desktop.plan.bounds import MAX_WEEKS, Units
from soleus_desktop.plan.compare_week import Guest, of_week
from soleus_desktop.plan.compare_words import Difference, Names, counted, of_athlete, of_text
from soleus_desktop.plan.days import insert_rest_day
from soleus_desktop.plan.matching import Match, match_entries, match_weeks, moved_weeks
from soleus_desktop.plan.model import CustomExercise, Day, Plan, Waiver, Week
from soleus_desktop.plan.place import Place


def compare(before: Plan, after: Plan, name_of: Names) -> list[Difference]:
    """Return what changed from one plan to another, that of the whole plan first."""
    whole = [Difference(Place(), text) for text in _of_plan(before, after, name_of)]
    weeks = _in_runs(_of_weeks(before, after, name_of))
    at = _pushed_from(before, after)
    if at:
        pushed = insert_rest_day(before, at.week or 0, at.day or 0)
        rest = Difference(at, "rest day put in, what follows moved one day on")
        weeks = min(weeks, [rest, *_in_runs(_of_weeks(pushed, after, name_of))], key=len)
    return whole + weeks


def compare_weeks(
    before: Week, after: Week, name_of: Names, week: int = 0, units: Units = "kg"
) -> list[Difference]:
    """Return what changed from one week to another; `week` (from 0) is where the second stands."""
    match = match_entries(before, after)
    return list(of_week(before, after, name_of, week, match, units=units))


def _of_plan(before: Plan, after: Plan, name_of: Names) -> Iterator[str]:
    for what in ("title", "coach", "notes"):
        yield from of_text(what, getattr(before, what), getattr(after, what))
    if before.start != after.start:
        yield f"starts on {after.start}" if after.start else "no start date any more"
    yield from of_athlete(before.athlete, after.athlete)
    if before.packs != after.packs:
        yield f"judged by {', '.join(after.packs)}"
    yield from _of_exercises(before.exercises, after.exercises)
    if before.waivers != after.waivers:
        yield from _of_waivers(before, after, name_of)


def _of_exercises(
    before: tuple[CustomExercise, ...], after: tuple[CustomExercise, ...]
) -> Iterator[str]:
    old, new = ({own.id: own for own in exercises} for exercises in (before, after))
    for name, own in new.items():
        if old.get(name) != own:
            yield f"own exercise {own.name or name} {'changed' if name in old else 'added'}"
    gone = (own for name, own in old.items() if name not in new)
    yield from (f"own exercise {own.name or own.id} removed" for own in gone)


def _of_waivers(before: Plan, after: Plan, name_of: Names) -> Iterator[str]:
    """Say which rules are set aside, and which no longer, and where; weeks have moved along."""
    weeks = match_weeks(before.weeks, after.weeks)
    now = {old: new for new, old in weeks.items()}

    def sign(waiver: Waiver, moved: bool) -> tuple[object, ...]:
        week = None if waiver.week is None else waiver.week - 1
        return (
            waiver.rule,
            waiver.entry,
            now.get(week, week) if moved and week is not None else week,
        )

    old = {sign(waiver, moved=True): waiver for waiver in before.waivers}
    new = {sign(waiver, moved=False): waiver for waiver in after.waivers}
    for at, waiver in new.items():
        if at not in old or old[at].reason != waiver.reason:
            yield f"{waiver.rule} waived{_where(after, waiver, name_of)}: {waiver.reason}"
    for at, waiver in old.items():
        if at not in new:
            yield f"{waiver.rule} no longer waived{_where(before, waiver, name_of)}"


def _where(plan: Plan, waiver: Waiver, name_of: Names) -> str:
    if waiver.week is not None:
        return f" in week {waiver.week}"
    if waiver.entry is None:
        return ""
    entries = chain.from_iterable(day.entries for week in plan.weeks for day in week.days)
    exercise = next((entry.exercise for entry in entries if entry.id == waiver.entry), None)
    return f" for {name_of.get(exercise, exercise)}" if exercise else f" for {waiver.entry}"


def _pushed_from(before: Plan, after: Plan) -> Place | None:
    """Return where it looks as if a rest day was put in: there is one, and the day follows."""
    old, new = ([day for week in plan.weeks for day in week.days] for plan in (before, after))
    at = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), -1
    )
    if at < 0 or new[at] != Day() or at + 1 == len(new) or new[at + 1] != old[at]:
        return None
    room = old[-1] == Day() or len(before.weeks) < MAX_WEEKS
    return Place(*divmod(at, 7)) if room else None


def _of_weeks(before: Plan, after: Plan, name_of: Names) -> Iterator[Difference]:
    found = match_weeks(before.weeks, after.weeks)
    new = [number for number in range(len(after.weeks)) if number not in found]
    gone = sorted(set(range(len(before.weeks))) - set(found.values()))
    for first, last in _runs(gone):
        size = _size(before.weeks[first : last + 1])
        yield Difference(Place(), f"{_weeks(first, last)} removed{size}")
    for number in new:
        yield Difference(Place(number), f"added{_size((after.weeks[number],))}")
    moved = sorted(moved_weeks(found))
    for first, last in _runs(moved, found.__getitem__):
        was = _weeks(found[first], found[last])
        run = None if first == last else last
        yield Difference(Place(first), f"moved here, formerly {was}", run)
    changed = {
        number: match_entries(before.weeks[old], after.weeks[number])
        for number, old in sorted(found.items())
        if before.weeks[old] is not after.weeks[number]
    }
    guests = _guests(changed, found)
    for number, match in changed.items():
        old = before.weeks[found[number]]
        week, units = after.weeks[number], after.athlete.unit
        yield from of_week(old, week, name_of, number, match, guests[number], units)


def _runs(
    numbers: Sequence[int], beside: Callable[[int], int] = lambda number: number
) -> Iterator[tuple[int, int]]:
    """Return first and last of each run that goes on one by one, as what stands beside it does."""
    for _, run in groupby(enumerate(numbers), lambda at: (at[1] - at[0], beside(at[1]) - at[0])):
        members = [number for _, number in run]
        yield members[0], members[-1]


def _weeks(first: int, last: int) -> str:
    return f"week {first + 1}" if first == last else f"weeks {first + 1}\u2013{last + 1}"


def _size(weeks: Sequence[Week]) -> str:
    days = [len(day.entries) for week in weeks for day in week.days if day.entries]
    return f", {counted(sum(days), 'exercise')} on {counted(len(days), 'day')}" if days else ""


def _guests(changed: dict[int, Match], found: dict[int, int]) -> dict[int, list[Guest]]:
    """Take out of the matches the entries that moved from one week to another."""
    homes = {
        (placed.entry.id, placed.entry.exercise): (number, placed)
        for number, match in changed.items()
        for placed in match.gone
    }
    guests: dict[int, list[Guest]] = {number: [] for number in changed}
    for number, match in changed.items():
        for placed in list(match.new):
            home = homes.pop((placed.entry.id, placed.entry.exercise), None)
            if home:
                guests[number].append(Guest(found[home[0]], home[1], placed))
                match.new.remove(placed)
                changed[home[0]].gone.remove(home[1])
    return guests


def _in_runs(differences: Iterable[Difference]) -> list[Difference]:
    """Say once what is the same, on the same day, in weeks that follow each other."""
    runs: list[Difference] = []
    open_at: dict[tuple[int | None, str], int] = {}
    for each in differences:
        key, week = (each.place.day, each.text), each.place.week
        at = open_at.get(key)
        if week is not None and at is not None:
            run = runs[at]
            last = run.place.week if run.last_week is None else run.last_week
            if last is not None and week == last + 1:
                runs[at] = run._replace(last_week=week)
                continue
        open_at[key] = len(runs)
        runs.append(each)
    return runs
