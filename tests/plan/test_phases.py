"""Phases: runs of weeks with one label; in a plan without labels, of one furthest stage."""

from __future__ import annotations

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.plan.phases import Phase, are_labelled, name_of, runs
from tests.build import plan_of

RAISE = "bent-knee-calf-raise 3x12"


def phases(plan: Plan) -> list[Phase]:
    labelled = are_labelled(plan)
    return runs([name_of(week, labelled=labelled) for week in plan.weeks])


def labels(*names: str) -> Plan:
    plan = new_plan(len(names))
    for week, name in enumerate(names):
        plan = edits.set_week(plan, week, label=name)
    return plan


def test_equal_labels_side_by_side_are_one_phase() -> None:
    assert phases(labels("Base", "Base ", "Build", "Base")) == [
        Phase(0, 1, "Base"),
        Phase(2, 2, "Build"),
        Phase(3, 3, "Base"),
    ]


def test_a_week_without_a_label_stands_in_no_phase() -> None:
    assert phases(labels("", "Base", "", "Peak")) == [Phase(1, 1, "Base"), Phase(3, 3, "Peak")]


def test_without_any_label_the_furthest_stage_names_the_phase() -> None:
    plan = plan_of(
        [
            f"w1 mon: {RAISE} stage=bodyweight",
            f"w2 mon: {RAISE} stage=bodyweight; {RAISE} stage=single-leg",
            f"w3 tue: {RAISE} stage=single-leg",
            "w4 mon recovery: uphill-walk",
            f"w5 mon: {RAISE} stage=weighted",
        ]
    )
    assert phases(plan) == [
        Phase(0, 0, "bodyweight"),
        Phase(1, 2, "single leg"),
        Phase(4, 4, "weighted"),
    ]
    named = edits.set_week(plan, 3, label="Easy")
    assert phases(named) == [Phase(3, 3, "Easy")]


def test_a_plan_of_nothing_has_no_phases() -> None:
    assert phases(new_plan(0)) == phases(new_plan(3)) == []
