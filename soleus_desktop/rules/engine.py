"""Check a plan by the rules, paying only for what has changed since the last check.

The findings of a week and of its days are kept with the values themselves: these are frozen, so the
same object at the same place has the same findings as long as athlete and exercises stay as they
are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.changed import changed_weeks
from soleus_desktop.plan.model import CustomExercise, Day, Entry, Hold, Load, Plan, Waiver, Week
from soleus_desktop.plan.place import Place
from soleus_desktop.rules.finding import (
    Basis,
    Digest,
    EntryCheck,
    Finding,
    Found,
    Raises,
    Report,
    Rule,
)
from soleus_desktop.rules.table import RULES

RAISE, HOLD = "bent-knee-calf-raise", "isometric-hold"
MOST_THOUGHT_OF = 200
"""Plans that may come to be, of which the findings are kept until one does."""

MAX_ROUNDS = 10
"""How often `fix_all` checks again; two rounds are enough unless fixes fight each other."""


class _KeptDay(NamedTuple):
    """What is known of a day: in all, and of its entries by the identity of each."""

    day: Day
    findings: tuple[Finding, ...]
    entries: dict[int, tuple[Finding, ...]]


class _Kept(NamedTuple):
    """What is known of a week: in all, of itself, and of each of its days."""

    digest: Digest
    findings: tuple[Finding, ...]
    days: tuple[_KeptDay, ...]


class _Known(NamedTuple):
    """What is known of a plan: of its weeks, and which plan-wide rules had nothing to say of them.

    These rules fire by the digests alone; the plan serves what they propose.
    """

    of: tuple[Week, ...]
    weeks: list[_Kept]
    digests: list[Digest]
    silent: frozenset[str]


class Checker:
    """Checks plans one after another, each against the memory of the one before."""

    def __init__(self, guide: Guide, rules: Sequence[Rule] = RULES) -> None:
        self._guide = guide
        self._rules = rules
        self._week_rules = [(rule, rule.of_week) for rule in rules if rule.of_week]
        self._plan_rules = [(rule, rule.of_plan) for rule in rules if rule.of_plan]
        self._known = _Known((), [], [], frozenset())
        self._before = self._known
        self._thought_of: dict[int, tuple[Plan, _Known, Report]] = {}
        self._basis: Basis | None = None
        self._exercises: tuple[CustomExercise, ...] = ()
        self._by_exercise: dict[str, list[tuple[Rule, EntryCheck]]] = {}

    def check(self, plan: Plan) -> Report:
        """Return all findings of the plan; equal to what a new checker would return."""
        basis = self._basis_for(plan)
        thought = self._thought_of.get(id(plan))  # what is kept keeps its id to itself
        if thought:
            _, self._known, report = thought
            return report
        known, last = self._known, len(plan.weeks)
        weeks, digests = known.weeks[:last], known.digests[:last]
        for at in changed_weeks(known.of, plan.weeks):  # in order: each is there, or the next
            before = weeks[at] if at < len(weeks) else None
            week = self._check_week(at, plan.weeks[at], before, basis)
            weeks[at : at + 1], digests[at : at + 1] = [week], [week.digest]
        silent = known.silent if digests == known.digests else frozenset[str]()
        self._known = _Known(plan.weeks, weeks, digests, silent)
        if not any(digest.entries for digest in digests):
            return Report(())  # a plan of no entries has nothing to check
        wide = {
            rule.id: [
                _finding(rule, found, found.place or Place())
                for found in judge(plan, digests, basis)
            ]
            for rule, judge in self._plan_rules
            if rule.id not in silent
        }
        silent |= {rule for rule, found in wide.items() if not found}
        self._known = _Known(plan.weeks, weeks, digests, silent)
        findings = _in_order(plan, [week.findings for week in weeks], chain(*wide.values()))
        return Report(tuple(_waived(findings, plan.waivers) if plan.waivers else findings))

    def consider(self, plan: Plan) -> Report:
        """Check a plan that is only thought of: the next check is held against the one before.

        Where that is of this very plan, it is done already.
        """
        known, basis = self._known, self._basis
        report = self.check(plan)
        if self._basis is basis:
            if self._before is not known or len(self._thought_of) >= MOST_THOUGHT_OF:
                self._before, self._thought_of = known, {}
            self._thought_of[id(plan)] = (plan, self._known, report)
            self._known = known
        return report

    def _basis_for(self, plan: Plan) -> Basis:
        """Return what to judge by; forget all that was kept when it is not what it was."""
        old = self._basis
        if old and old.athlete == plan.athlete and self._exercises == plan.exercises:
            return old
        self._known = _Known((), [], [], frozenset())
        self._thought_of = {}
        self._exercises = plan.exercises
        exercises = self._guide.exercises_of(plan)
        self._by_exercise = {
            exercise.id: [
                (rule, rule.of_entry)
                for rule in self._rules
                if rule.of_entry and rule.concerns(exercise)
            ]
            for exercise in exercises.values()
        }
        self._basis = Basis(self._guide, plan.athlete, exercises)
        return self._basis

    def _check_week(self, index: int, week: Week, before: _Kept | None, basis: Basis) -> _Kept:
        """Check a week; days that stood there before, the same objects, are as they were."""
        digest = digest_of(week, basis.exercises)
        own = tuple(
            _finding(rule, found, Place(index))
            for rule, judge in self._week_rules
            for found in judge(index, week, digest, basis)
        )
        days = []
        for number, day in enumerate(week.days):
            was = before.days[number] if before else None
            if was is None or was.day is not day:
                was = self._check_day(Place(index, number), day, was, basis)
            days.append(was)
        findings = tuple(chain(own, *[day.findings for day in days]))
        return _Kept(digest, findings, tuple(days))

    def _check_day(self, place: Place, day: Day, before: _KeptDay | None, basis: Basis) -> _KeptDay:
        """Check a day; entries that were in a day of this kind here before are as they were."""
        known = before.entries if before and before.day.kind == day.kind else {}
        entries: dict[int, tuple[Finding, ...]] = {}
        for entry in day.entries:
            here = known.get(id(entry))  # `before` holds its entries: their ids are their own
            if here is None:
                here = tuple(self._check_entry(place, entry, day, basis))
            entries[id(entry)] = here
        return _KeptDay(day, tuple(chain.from_iterable(entries.values())), entries)

    def _check_entry(self, place: Place, entry: Entry, day: Day, basis: Basis) -> Iterator[Finding]:
        exercise = basis.exercises.get(entry.exercise)
        if exercise is None:
            return  # the guide says nothing about what neither it nor the plan knows
        for rule, judge in self._by_exercise[entry.exercise]:
            for found in judge(entry, day, exercise, basis):
                at = Place(place.week, place.day, entry.id)
                yield _finding(rule, found, at, entry.exercise)


def check(plan: Plan, guide: Guide) -> Report:
    """Check one plan from nothing."""
    return Checker(guide).check(plan)


def fix_all(plan: Plan, guide: Guide) -> Plan:
    """Return the plan with every safe fix of its open findings applied, until none is left."""
    checker = Checker(guide)
    for _ in range(MAX_ROUNDS):
        before = plan
        for finding in checker.check(plan).open:
            safe = next((fix for fix in finding.fixes if fix.safety == "safe"), None)
            if safe:
                plan = safe.edit(plan)
        if plan is before:
            break
    return plan


def digest_of(week: Week, exercises: dict[str, Exercise]) -> Digest:
    """Sum up a week for the plan-wide rules.

    An entry loads the soleus when its exercise is one of the guide's, or a custom one whose knee
    is bent.
    """
    entries, used, raises = 0, set[str](), []
    loaded_hold: tuple[int, Entry, Load] | None = None
    easy_hold_day: int | None = None
    easy_s = exercises[HOLD].ranges["seconds"].most
    for number, day in enumerate(week.days):
        entries += len(day.entries)
        first: dict[int, Entry] = {}
        for entry in day.entries:
            used.add(entry.exercise)
            if entry.exercise == RAISE and entry.stage:
                first.setdefault(STAGES.index(entry.stage), entry)
            elif entry.exercise == HOLD and entry.load:
                loaded_hold = loaded_hold or (number, entry, entry.load)
            elif entry.exercise == HOLD and easy_hold_day is None and _is_easy(entry, easy_s):
                easy_hold_day = number
        if first:
            raises.append(Raises(number, first, min(first), max(first)))
    return Digest(
        entries=entries,
        loads_soleus=any(exercises[name].knee == "bent" for name in used if name in exercises),
        used=frozenset(used),
        raises=tuple(raises),
        stages=frozenset(rank for day in raises for rank in day.first),
        loaded_hold=loaded_hold,
        easy_hold_day=easy_hold_day,
    )


def _is_easy(hold: Entry, easy_s: float) -> bool:
    return isinstance(hold.dose, Hold) and hold.dose.seconds >= easy_s


def _finding(rule: Rule, found: Found, place: Place, exercise: str | None = None) -> Finding:
    return Finding(
        rule=rule,
        place=place,
        exercise=exercise or found.exercise,
        key=found.key,
        values=found.values,
        cites=rule.rests_on if found.cites is None else found.cites,
        fixes=found.fixes,
    )


def _in_order(
    plan: Plan, weeks: list[tuple[Finding, ...]], wide: Iterable[Finding]
) -> list[Finding]:
    """Merge plan-wide findings that stand at an entry into their week's."""
    at: dict[int | None, list[Finding]] = {}
    for finding in wide:
        at.setdefault(finding.place.week, []).append(finding)
    merged = at.pop(None, [])
    if not at:
        return [*merged, *chain.from_iterable(weeks)]
    for index, findings in enumerate(weeks):
        if here := at.get(index):
            merged += sorted((*findings, *here), key=partial(_rank, plan.weeks[index]))
        else:
            merged += findings
    return merged


def _rank(week: Week, finding: Finding) -> tuple[int, int]:
    """Where a finding stands in its week; the sort keeps the rules' order at one place."""
    day = finding.place.day
    if day is None:
        return (-1, -1)
    entries: tuple[Entry, ...] = week.days[day].entries
    return (day, next(i for i, entry in enumerate(entries) if entry.id == finding.place.entry))


def _waived(findings: list[Finding], waivers: tuple[Waiver, ...]) -> Iterator[Finding]:
    of_rule: dict[str, list[Waiver]] = {}
    for given in waivers:
        of_rule.setdefault(given.rule, []).append(given)
    for finding in findings:
        here = of_rule.get(finding.rule.id, ())
        waiver = next((w for w in here if covers(w, finding)), None)
        yield replace(finding, waiver=waiver) if waiver else finding


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Tell whether a waiver sets this finding aside: at its entry, its week, or the whole plan."""
    if waiver.rule != finding.rule.id:
        return False
    if waiver.entry is not None:
        return waiver.entry == finding.place.entry
    return waiver.week is None or waiver.week - 1 == finding.place.week
