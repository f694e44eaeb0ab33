"""What no single field of a plan file can say: ids that meet, exercises that are there, ranges."""

from __future__ import annotations

from itertools import count
from typing import Any, get_args, get_type_hints

from soleus_desktop.guide.model import DOSE_FIELDS, Guide
from soleus_desktop.plan.bounds import Monday, Reason
from soleus_desktop.plan.model import CustomExercise, Dose, Plan
from soleus_desktop.plan.value import Check, check_of
from soleus_desktop.storage.problems import Problems, found
from soleus_desktop.storage.unknown import finite
from soleus_desktop.storage.walk import FINITE

MONDAY = check_of(Monday)
REASON = check_of(Reason)
RANGES: dict[str, Check] = {
    name: check_of(hint)
    for kind in get_args(get_args(Dose)[0])
    for name, hint in get_type_hints(kind, include_extras=True).items()
    if any(name in names for names in DOSE_FIELDS.values())
}
"""The numbers that a custom exercise may give a range for, each with its own bounds."""


def look_for_sense(plan: Plan, guide: Guide, problems: Problems) -> None:
    """Note what does not fit together in a plan whose fields are good each by itself."""
    if plan.start is not None and not MONDAY.holds(plan.start):
        problems.add("start", f"expected {MONDAY.expects}, found {found(plan.start)}")
    doses = {exercise.id: exercise.dose for exercise in guide.exercises.values()}
    for index, own in enumerate(plan.exercises):
        _look_at_exercise(own, f"exercises[{index}]", doses, problems)
        doses[own.id] = own.dose
    _look_at_entries(plan, doses, problems)
    for index, waiver in enumerate(plan.waivers):
        if not REASON.holds(waiver.reason):
            problems.add(
                f"waivers[{index}].reason",
                f"expected {REASON.expects}, found {found(waiver.reason)}",
            )


def _look_at_entries(plan: Plan, doses: dict[str, Any], problems: Problems) -> None:
    entries = [entry for week in plan.weeks for day in week.days for entry in day.entries]
    ids = {entry.id for entry in entries}
    if len(ids) == len(entries) and all(doses.get(e.exercise) == e.dose.type for e in entries):
        return  # as nearly always, and in a third of the time
    seen: dict[str, str] = {}
    for w, week in enumerate(plan.weeks):
        for d, day in enumerate(week.days):
            at = f"weeks[{w}].days[{d}].entries"
            unknown = {number for number, _ in day.unknown}
            numbers = (number for number in count() if number not in unknown)
            for e, entry in zip(numbers, day.entries, strict=False):
                dose = doses.get(entry.exercise)
                if dose is None:
                    problems.add(
                        f"{at}[{e}].exercise",
                        f"expected an exercise of the guide or of this plan, "
                        f"found {found(entry.exercise)}",
                    )
                elif dose != entry.dose.type:
                    problems.add(
                        f"{at}[{e}].dose.type",
                        f"expected {dose}, as {found(entry.exercise)} is measured, "
                        f"found {entry.dose.type}",
                    )
                if entry.id in seen:
                    problems.add(
                        f"{at}[{e}].id",
                        f"expected an id of its own, found {found(entry.id)} as in "
                        f"{seen[entry.id]}",
                    )
                else:
                    seen[entry.id] = f"{at}[{e}]"


def _look_at_exercise(
    own: CustomExercise, place: str, taken: dict[str, Any], problems: Problems
) -> None:
    if own.id in taken:
        problems.add(
            f"{place}.id",
            f"expected an id that no other exercise of guide or plan has, found {found(own.id)}",
        )
    for name, value in own.ranges.items():
        check = RANGES.get(name)
        if check is None:
            if not finite(value):
                problems.add(f"{place}.ranges.{name}", FINITE)
        elif not _is_range(value, check):
            shown = f"[{', '.join(map(found, value))}]" if _is_pair(value) else found(value)
            problems.add(
                f"{place}.ranges.{name}",
                f"expected the least and the most, each {check.expects}, found {shown}",
            )


def _is_pair(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2  # a tuple before it is written


def _is_range(value: Any, check: Check) -> bool:
    return _is_pair(value) and all(map(check.holds, value)) and bool(value[0] <= value[1])
