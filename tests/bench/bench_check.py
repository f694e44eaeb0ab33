"""One edit and its check against a check from nothing; and what the edits themselves cost.

Run: ``python -m tests.bench.bench_check``
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Athlete, Day, Entry, Plan, Week
from soleus_desktop.plan.place import Slot
from soleus_desktop.rules.engine import Checker, check
from tests.bench.timing import in_turn, report
from tests.bench.year import the_guide, year

ROUNDS = 60
NEEDY = Athlete(events=("trail",), concerns=("achilles",), returning_from_injury=True)


def main() -> None:
    """Measure and print, for a year's plan with no findings and with thousands."""
    guide = the_guide()
    clean = year(guide)
    for plan in (clean, spoilt(clean)):
        found = len(check(plan, guide).findings)
        report(
            f"Check, 52 weeks of 7 days of 6 entries, {found} findings",
            in_turn(checks(plan, guide), ROUNDS),
            "from nothing",
            "after an edit 1/15 = 0.067",
        )
    report("Edits of the same plan", in_turn(changes(clean), ROUNDS * 5), "set", "set, move 0.3 ms")


def checks(plan: Plan, guide: Guide) -> dict[str, Callable[[], object]]:
    """Return a check from nothing, and an edit with its check, early and late in the plan."""
    checker = Checker(guide)
    notes = cycle(("one", "two"))
    checker.check(plan)

    def edit(name: str) -> Callable[[], object]:
        return lambda: checker.check(edits.set_entry(plan, name, note=next(notes)))

    edited = cycle([edits.set_entry(plan, "e51-6-5", note=note) for note in ("one", "two")])
    return {
        "from nothing": lambda: check(plan, guide),
        "after an edit": lambda: checker.check(next(edited)),
        "with the edit, in the first week": edit("e0-0-0"),
        "with the edit, in the last week": edit("e51-6-5"),
    }


def changes(plan: Plan) -> dict[str, Callable[[], object]]:
    """Return the edits that a person makes, each at the end of the plan."""
    last, slot = "e51-6-5", Slot(50, 3, 2)
    return {
        "set": lambda: edits.set_entry(plan, last, note="x"),
        "move": lambda: edits.move_entry(plan, last, slot),
        "copy": lambda: edits.copy_entry(plan, last, slot),
        "delete": lambda: edits.delete_entry(plan, last),
        "insert a week": lambda: edits.insert_week(plan, 0, Week()),
        "duplicate a week": lambda: edits.duplicate_week(plan, 0),
    }


def spoilt(plan: Plan) -> Plan:
    """Return the plan with something wrong at most entries, and an athlete who needs more."""

    def entry(old: Entry) -> Entry:
        # without heel drops, holds and walks the plan-wide rules have to look at every day
        exercise = "seated-calf-raise" if old.stage is None else "bent-knee-calf-raise"
        return old.replace(exercise=exercise, load=None, tempo=None, knee_bend_deg=50)

    def day(old: Day) -> Day:
        return old.replace(kind="training", entries=tuple(map(entry, old.entries)))

    weeks = tuple(week.replace(days=tuple(map(day, week.days))) for week in plan.weeks)
    return plan.replace(weeks=weeks, athlete=NEEDY)


if __name__ == "__main__":
    main()
