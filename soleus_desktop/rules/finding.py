"""What rules are made of and what they bring: rule, finding, fix, report. All are plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.model import Athlete, Day, Entry, Load, Plan, Waiver, Week
from soleus_desktop.plan.place import Place

Severity = Literal["error", "warning", "hint"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "hint")
Safety = Literal["safe", "ask"]


@dataclass(frozen=True, slots=True)
class Fix:
    """An ordinary edit that mends a finding.

    `safe` changes nothing but the number that is out of range, to the nearest allowed one; `ask`
    is for a person to choose. Two fixes are equal when they read the same.
    """

    title: str
    safety: Safety
    edit: Edit = field(compare=False, repr=False)


class Found(NamedTuple):
    """What a rule's check yields. `place` is left out by rules of an entry or a week."""

    values: dict[str, Any] = {}  # noqa: RUF012  never changed
    fixes: tuple[Fix, ...] = ()
    key: str = ""
    cites: tuple[str, ...] | None = None
    place: Place | None = None
    exercise: str | None = None


class Raises(NamedTuple):
    """The bent-knee calf raises of one day (from 0) that state a stage.

    `first` holds the first raise at each stage, by the stage's rank from 0, in the day's order.
    """

    day: int
    first: dict[int, Entry]
    lowest: int
    furthest: int


class Digest(NamedTuple):
    """What the plan-wide rules need of one week, kept as long as the week is unchanged.

    `raises` are the days with bent-knee calf raises, `stages` the ranks that these state;
    `loaded_hold` is the first isometric hold with a load: its day from 0, itself, its load;
    `easy_hold_day` is the first day with a hold without load that reaches the top of the guide's
    range.
    """

    entries: int
    loads_soleus: bool
    used: frozenset[str]
    raises: tuple[Raises, ...]
    stages: frozenset[int]
    loaded_hold: tuple[int, Entry, Load] | None
    easy_hold_day: int | None


@dataclass(frozen=True, eq=False)
class Basis:
    """What rules judge by: guide, athlete, and all exercises of the plan by id."""

    guide: Guide
    athlete: Athlete
    exercises: dict[str, Exercise]


EntryCheck = Callable[[Entry, Day, Exercise, Basis], Iterator[Found]]
"""Of the day only its kind may count: an entry is not checked again when its neighbours change."""
WeekCheck = Callable[[int, Week, Digest, Basis], Iterator[Found]]
PlanCheck = Callable[[Plan, list[Digest], Basis], Iterator[Found]]
"""Whether it fires may hang on the digests alone: the plan serves the fixes."""


@dataclass(frozen=True, eq=False)
class Rule:
    """A wrong pattern, how bad it is, the facts it rests on, and how to find it.

    `messages` are templates by key, filled with a finding's values. Exactly one of the three
    checks is given: it is the rule's scope. `concerns` narrows an entry rule to some exercises.
    `fires_for` and `silent_for` name fields of the athlete and the values for which it finds more,
    or less, than without them.
    """

    id: str
    severity: Severity
    rests_on: tuple[str, ...]
    messages: dict[str, str]
    help: str
    of_entry: EntryCheck | None = None
    of_week: WeekCheck | None = None
    of_plan: PlanCheck | None = None
    concerns: Callable[[Exercise], bool] = lambda exercise: True
    fires_for: dict[str, tuple[object, ...]] = field(default_factory=dict)
    silent_for: dict[str, tuple[object, ...]] = field(default_factory=dict)
    pack: str = "guide"

    @property
    def title(self) -> str:
        """The first line of its help."""
        return self.help.partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired at a place. `waiver` is set where somebody set it aside with a reason."""

    rule: Rule
    place: Place
    exercise: str | None
    key: str
    values: dict[str, Any]
    cites: tuple[str, ...]
    fixes: tuple[Fix, ...]
    waiver: Waiver | None = None

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return self.rule.severity

    @property
    def message(self) -> str:
        """What is, what the guide allows, and why."""
        return self.rule.messages[self.key].format_map(self.values)


@dataclass(frozen=True)
class Report:
    """All findings of a plan: those of the whole plan first, then in the order of the plan."""

    findings: tuple[Finding, ...]

    @cached_property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has waived."""
        return tuple(f for f in self.findings if f.waiver is None)

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many open findings of each severity there are, and how many are waived."""
        count = Counter(finding.severity for finding in self.open)
        waived = len(self.findings) - len(self.open)
        return {severity: count[severity] for severity in SEVERITIES} | {"waived": waived}
