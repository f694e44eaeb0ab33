"""Edits of the exercises that somebody made and that travel in the plan."""

from __future__ import annotations

from soleus_desktop.plan.model import CustomExercise, Plan
from soleus_desktop.plan.place import Place

_MOST_PLACES = 3


def days_with(plan: Plan, exercise_id: str) -> tuple[Place, ...]:
    """Return the days on which an exercise stands, in order."""
    return tuple(
        Place(week, day)
        for week, each in enumerate(plan.weeks)
        for day, there in enumerate(each.days)
        if any(entry.exercise == exercise_id for entry in there.entries)
    )


def places_in_words(places: tuple[Place, ...]) -> str:
    """Say where: ``Week 1, Monday; Week 2, Friday and 3 more days``."""
    told = "; ".join(place.label for place in places[:_MOST_PLACES])
    more = len(places) - _MOST_PLACES
    return f"{told} and {more} more day{'s' if more > 1 else ''}" if more > 0 else told


def with_exercise(plan: Plan, made: CustomExercise) -> Plan:
    """Return the plan with this exercise; the plan itself where it has one of that id."""
    if any(own.id == made.id for own in plan.exercises):
        return plan
    return plan.replace(exercises=(*plan.exercises, made.checked()))


def change_exercise(plan: Plan, made: CustomExercise) -> Plan:
    """Return the plan with the exercise of that id defined anew.

    Raises KeyError where there is none, and ValueError where it stands in the plan and would be
    measured in another way.
    """
    old = _own(plan, made.id)
    if made.dose != old.dose and (places := days_with(plan, made.id)):
        raise ValueError(
            f"\u201c{old.name}\u201d cannot be measured otherwise while it is in the plan: "
            f"{places_in_words(places)}"
        )
    made.checked()
    return plan.replace(
        exercises=tuple(made if own.id == made.id else own for own in plan.exercises)
    )


def delete_exercise(plan: Plan, exercise_id: str) -> Plan:
    """Return the plan without an exercise.

    Raises KeyError where there is none, and ValueError where it stands in the plan.
    """
    old = _own(plan, exercise_id)
    if places := days_with(plan, exercise_id):
        raise ValueError(f"\u201c{old.name}\u201d is in the plan: {places_in_words(places)}")
    return plan.replace(exercises=tuple(own for own in plan.exercises if own is not old))


def _own(plan: Plan, exercise_id: str) -> CustomExercise:
    found = next((own for own in plan.exercises if own.id == exercise_id), None)
    if found is None:
        raise KeyError(f"no exercise {exercise_id!r} of the plan's own")
    return found
