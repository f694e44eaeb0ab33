"""A plan's own exercises: brought in once, defined anew, deleted where nothing needs them."""

from __future__ import annotations

import pytest

from soleus_desktop.plan import own
from soleus_desktop.plan.edits import delete_entry
from soleus_desktop.plan.model import CustomExercise
from tests.build import plan_of

DROP = CustomExercise(id="drop", name="Drop", dose="reps")
PLAN = plan_of(
    [*(f"w{week} mon: drop" for week in range(1, 6)), "w6 fri: isometric-hold"],
    exercises=[{"id": "drop", "name": "Drop"}, {"id": "spare", "name": "Spare"}],
)


def test_an_exercise_comes_in_once_and_the_plans_own_stays_as_it_is() -> None:
    bare = plan_of(["w1 mon: isometric-hold"])
    once = own.with_exercise(bare, DROP)
    assert once.exercises == (DROP,)
    assert own.with_exercise(once, DROP.replace(name="Other")) is once


def test_one_that_is_used_keeps_its_kind_of_dose() -> None:
    named = own.change_exercise(PLAN, PLAN.exercises[0].replace(name="Deep drop", cue="Slow"))
    assert [each.name for each in named.exercises] == ["Deep drop", "Spare"]
    assert named.weeks is PLAN.weeks
    with pytest.raises(ValueError, match="Week 1, Monday; Week 2, Monday; Week 3, Monday and 2 mo"):
        own.change_exercise(PLAN, PLAN.exercises[0].replace(dose="hold"))
    assert own.change_exercise(PLAN, PLAN.exercises[1].replace(dose="hold")).exercises[1].dose
    with pytest.raises(KeyError):
        own.change_exercise(PLAN, DROP.replace(id="none"))


def test_one_that_is_used_is_not_deleted() -> None:
    with pytest.raises(ValueError, match="\u201cDrop\u201d is in the plan: Week 1, Monday"):
        own.delete_exercise(PLAN, "drop")
    assert [each.id for each in own.delete_exercise(PLAN, "spare").exercises] == ["drop"]
    free = PLAN
    for number in range(1, 6):
        free = delete_entry(free, f"e{number}")
    assert [each.id for each in own.delete_exercise(free, "drop").exercises] == ["spare"]
