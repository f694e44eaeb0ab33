"""Reads the examples of the rules, one TOML file a rule in cases/.

Each example is a plan in the lines of `tests.build` (`days`), with `weeks`, `athlete` and
`exercises` where they matter. A good one is silent. A bad one tells what the rule finds:

    finds = ["w1 mon e1"]    where: a week, a day and an entry, or "w2", or "plan"; one each finding
    cites = ["..."]          what each of them cites
    says = "..."             the message of the first one
    [[bad.fix]]              each fix of the first one, in order: its `title`, whether it is `safe`,
    gives = ["w1 mon: ..."]  and the days (and `athlete`) that differ afterwards
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from soleus_desktop.plan.bounds import DAYS
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place
from tests.build import plan_of

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, kw_only=True)
class Mending:
    """A fix that is expected, and what it makes of the days it touches."""

    title: str
    safe: bool = False
    gives: list[str] = field(default_factory=list)
    athlete: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Example:
    """A plan, and what one rule finds in it."""

    rule: str
    name: str
    days: list[str]
    weeks: int = 1
    athlete: dict[str, Any] = field(default_factory=dict)
    exercises: list[dict[str, Any]] = field(default_factory=list)
    finds: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    says: str = ""
    fix: list[dict[str, Any]] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"

    @property
    def plan(self) -> Plan:
        return self._plan(self.days, self.athlete)

    @property
    def fixes(self) -> list[Mending]:
        return [Mending(**fix) for fix in self.fix]

    def after(self, fix: Mending) -> Plan:
        """Return the plan that this fix is expected to give."""
        changed = {_day(line): line for line in fix.gives}
        days = [changed.pop(_day(line), line) for line in self.days]
        return self._plan([*days, *changed.values()], self.athlete | fix.athlete)

    def _plan(self, days: list[str], athlete: dict[str, Any]) -> Plan:
        return plan_of(days, weeks=self.weeks, athlete=athlete, exercises=self.exercises)


def examples(kind: str) -> list[Example]:
    """Return all examples of a kind, ``good`` or ``bad``."""
    return [
        Example(rule=path.stem, **fields)
        for path in sorted(FOLDER.glob("*.toml"))
        for fields in tomllib.loads(path.read_text(encoding="utf-8"))[kind]
    ]


def place_in_words(place: Place) -> str:
    """Return a place as the examples write it."""
    if place.week is None:
        return "plan"
    day = "" if place.day is None else f" {DAYS[place.day]}"
    return f"w{place.week + 1}{day}" + (f" {place.entry}" if place.entry else "")


def _day(line: str) -> tuple[str, ...]:
    return tuple(line.split(":")[0].split()[:2])
