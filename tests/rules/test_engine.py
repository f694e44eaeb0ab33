"""The engine: checking what changed equals checking all; fixes mend; waivers cover their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import (
    add_entry,
    delete_week,
    insert_week,
    set_athlete,
    set_entry,
    waive,
)
from soleus_desktop.plan.model import Day, Entry, Plan, Waiver, Week
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.rules.engine import Checker, check, fix_all
from soleus_desktop.rules.finding import Basis, Finding, Found
from soleus_desktop.rules.table import RULES
from tests.build import GUIDE, plan_of
from tests.edits import edits_of
from tests.rules.cases import place_in_words
from tests.strategies import plans

TWO_BAD_WEEKS = [
    "w1 mon: bent-knee-calf-raise 2x12; bent-knee-calf-raise 2x12",
    "w2 mon: bent-knee-calf-raise 2x12",
]


def ids(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule.id, place_in_words(finding.place)) for finding in findings]


def errors(plan: Plan) -> set[tuple[str, str | None]]:
    return {
        (finding.rule.id, finding.place.entry)
        for finding in check(plan, GUIDE).findings
        if finding.severity == "error"
    }


@given(plan=plans(max_weeks=2), data=st.data())
def test_checking_what_changed_equals_checking_all(plan: Plan, data: st.DataObject) -> None:
    checker = Checker(GUIDE)
    seen = [plan]
    assert checker.check(plan) == check(plan, GUIDE)
    for _ in range(6):
        plan = data.draw(edits_of(plan))(plan)
        seen.append(plan)
        assert checker.check(plan) == check(plan, GUIDE)
    back = data.draw(st.sampled_from(seen))  # undo, several steps
    assert checker.check(back) == check(back, GUIDE)


@given(plan=plans(), data=st.data())
def test_what_is_only_considered_leaves_no_trace(plan: Plan, data: st.DataObject) -> None:
    checker = Checker(GUIDE)
    checker.check(plan)
    for _ in range(3):
        thought_of = data.draw(edits_of(plan))(plan)
        assert checker.consider(thought_of) == check(thought_of, GUIDE)
        assert checker.check(plan) == check(plan, GUIDE)


@given(plan=plans(), data=st.data())
def test_what_comes_after_several_were_considered(plan: Plan, data: st.DataObject) -> None:
    checker = Checker(GUIDE)
    checker.check(plan)
    thought_of = [data.draw(edits_of(plan))(plan) for _ in range(3)]
    for each in thought_of:
        checker.consider(each)
    done = data.draw(st.sampled_from([plan, *thought_of]))
    assert checker.check(done) == check(done, GUIDE)
    after = data.draw(edits_of(done))(done)
    assert checker.check(after) == check(after, GUIDE)


def test_a_plan_that_was_considered_is_checked_already() -> None:
    plan = plan_of(TWO_BAD_WEEKS)
    checker = Checker(GUIDE)
    checker.check(plan)
    thought_of = [delete_week(plan, 0), delete_week(plan, 1)]
    reports = [checker.consider(each) for each in thought_of]
    assert checker.check(thought_of[0]) is reports[0]


@given(plan=plans(max_weeks=2))
def test_every_fix_mends_its_place_and_raises_no_error(plan: Plan) -> None:
    before = errors(plan)
    for finding in check(plan, GUIDE).findings:
        for fix in finding.fixes:
            mended = fix.edit(plan).checked()
            left = [
                other.message
                for other in check(mended, GUIDE).findings
                if other.rule is finding.rule and other.place == finding.place
            ]
            assert left == [], fix
            assert errors(mended) <= before, fix


@given(plan=plans(max_weeks=2))
def test_fixing_all_ends_and_touches_no_waived_finding(plan: Plan) -> None:
    fixed = fix_all(plan, GUIDE)
    report = check(fixed, GUIDE)
    assert not [f for f in report.open if any(fix.safety == "safe" for fix in f.fixes)]
    assert fix_all(fixed, GUIDE) is fixed
    waived = {(f.rule.id, f.place) for f in check(plan, GUIDE).findings if f.waiver}
    assert {(f.rule.id, f.place) for f in report.findings if f.waiver} >= {
        (rule, place) for rule, place in waived if place.entry is not None
    }


def test_findings_stand_in_the_order_of_the_plan() -> None:
    plan = plan_of(
        [
            "w1 mon: isometric-hold 3x20s; isometric-hold 2x20s load=5kg-vest",
            "w1 tue: eccentric-heel-drop in-all",
            "w3 mon training: uphill-walk 20min@12%",
        ]
    )
    assert ids(check(plan, GUIDE).findings) == [
        ("cornerstone-missing", "plan"),
        ("hold-outside-guide", "w1 mon e1"),
        ("sets-outside-guide", "w1 mon e2"),
        ("hold-outside-guide", "w1 mon e2"),
        ("load-before-bodyweight-is-easy", "w1 mon e2"),
        ("not-per-leg", "w1 tue e3"),
        ("week-without-soleus-work", "w2"),
        ("incline-outside-guide", "w3 mon e4"),
        ("uphill-on-training-day", "w3 mon e4"),
    ]


def test_a_finding_names_entry_and_exercise_where_it_stands_at_one() -> None:
    plan = plan_of(["w2 mon: bent-knee-calf-raise stage=single-leg"], weeks=2)
    week, skipped = check(plan, GUIDE).findings
    assert (week.place, week.exercise) == (Place(0), None)
    assert (skipped.place, skipped.exercise) == (Place(1, 0, "e1"), "bent-knee-calf-raise")


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        ({}, ["w1 mon e1", "w1 mon e2", "w2 mon e3"]),
        ({"week": 1}, ["w1 mon e1", "w1 mon e2"]),
        ({"week": 2}, ["w2 mon e3"]),
        ({"entry": "e2"}, ["w1 mon e2"]),
        ({"entry": "e2", "week": 2}, ["w1 mon e2"]),
        ({"entry": "gone"}, []),
        ({"week": 260}, []),
    ],
)
def test_a_waiver_covers_its_place(place: dict[str, object], covered: list[str]) -> None:
    plan = plan_of(TWO_BAD_WEEKS, waivers=[{"rule": "sets-outside-guide", "reason": "so", **place}])
    report = check(plan, GUIDE)
    waived = [finding for finding in report.findings if finding.waiver]
    assert [place_in_words(finding.place) for finding in waived] == covered
    assert all(finding.waiver == plan.waivers[0] for finding in waived)
    assert report.counts == {
        "error": 3 - len(covered),
        "warning": 0,
        "hint": 0,
        "waived": len(covered),
    }


def test_a_waiver_of_another_rule_covers_nothing() -> None:
    plan = plan_of(TWO_BAD_WEEKS, waivers=[{"rule": "reps-outside-guide", "reason": "so"}])
    assert len(check(plan, GUIDE).open) == 3


def test_plan_wide_findings_are_waived_at_their_entry_or_for_the_plan() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise stage=single-leg", "w1 tue: isometric-hold"])
    plan = set_athlete(plan, events=("trail",))
    assert len(check(plan, GUIDE).open) == 2
    plan = waive(plan, Waiver(rule="stage-skipped", entry="e1", reason="prepared elsewhere"))
    plan = waive(plan, Waiver(rule="trail-without-eccentric", reason="no step at hand"))
    assert check(plan, GUIDE).open == ()
    assert len(check(plan, GUIDE).findings) == 2


def test_fixing_all_leaves_a_waived_number() -> None:
    plan = plan_of(
        TWO_BAD_WEEKS, waivers=[{"rule": "sets-outside-guide", "entry": "e2", "reason": "so"}]
    )
    sets = [e.dose.sets for week in fix_all(plan, GUIDE).weeks for e in week.days[0].entries]  # type: ignore[union-attr]
    assert sets == [3, 2, 3]


@pytest.mark.parametrize("weeks", [0, 1, 260])
def test_a_plan_without_entries_has_nothing_to_check(weeks: int) -> None:
    plan = Plan(weeks=(Week(),) * weeks)
    plan = set_athlete(plan, events=("trail",), concerns=("achilles",), returning_from_injury=True)
    assert check(plan, GUIDE).findings == ()
    assert fix_all(plan, GUIDE) is plan


def test_the_longest_plan_is_checked_to_its_end() -> None:
    plan = plan_of(["w260 sun: bent-knee-calf-raise 1x12"])
    findings = check(plan, GUIDE).findings
    assert len(findings) == 260
    assert ids(findings)[-1] == ("sets-outside-guide", "w260 sun e1")


def test_an_exercise_that_nobody_knows_brings_nothing() -> None:
    plan = plan_of(["w1 mon: own 90x90"], exercises=[{"id": "own", "name": "Own"}])
    assert ids(check(plan.replace(exercises=()), GUIDE).findings) == [
        ("cornerstone-missing", "plan"),
        ("week-without-soleus-work", "w1"),
    ]


def test_a_custom_exercise_never_stands_for_one_of_the_guide() -> None:
    usurper = {"id": "seated-calf-raise", "name": "Mine", "knee": "straight"}
    plan = plan_of(["w1 mon: seated-calf-raise 1x15 load=none"], exercises=[usurper])
    assert ids(check(plan, GUIDE).findings) == [
        ("cornerstone-missing", "plan"),
        ("sets-outside-guide", "w1 mon e1"),
        ("seated-without-weight", "w1 mon e1"),
    ]


def test_a_dose_of_another_type_is_judged_by_what_it_has() -> None:
    hold = plan_of(["w1 mon: isometric-hold 9x90s"]).weeks[0].days[0].entries[0].dose
    plan = set_entry(plan_of(["w1 mon: bent-knee-calf-raise"]), "e1", dose=hold)
    assert ids(check(plan, GUIDE).findings) == [("sets-outside-guide", "w1 mon e1")]


def test_a_range_that_no_whole_number_meets_offers_no_fix() -> None:
    odd = {"id": "own", "name": "Own", "ranges": {"sets": [3.2, 3.8]}}
    plan = plan_of(["w1 mon: own 1x9"], exercises=[odd])
    sets = next(f for f in check(plan, GUIDE).findings if f.rule.id == "sets-outside-guide")
    assert sets.fixes == ()


def test_a_week_full_to_the_brim_offers_no_addition() -> None:
    own = {"id": "own", "name": "Own", "knee": "straight"}
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    full = plan_of([f"w1 {day}: {'own; ' * 50}" for day in days], exercises=[own])
    missing = [f for f in check(full, GUIDE).findings if f.rule.id != "straight-knee-work"]
    assert {(f.rule.id, f.fixes) for f in missing} == {
        ("cornerstone-missing", ()),
        ("week-without-soleus-work", ()),
    }


def test_an_addition_takes_another_day_where_the_first_is_full() -> None:
    own = {"id": "own", "name": "Own", "knee": "straight"}
    plan = plan_of([f"w1 mon: {'own; ' * 50}", "w1 tue training:"], exercises=[own])
    titles = {
        fix.title
        for finding in check(plan, GUIDE).findings
        if finding.rule.id != "straight-knee-work"
        for fix in finding.fixes
    }
    assert titles == {
        "Add a bent-knee calf raise on Tuesday",
        "Add a bent-knee calf raise to week 1, Tuesday",
    }


def test_weeks_that_were_checked_are_not_checked_again() -> None:
    seen: list[str] = []

    def spy(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
        seen.append(entry.id)
        yield from ()

    checker = Checker(GUIDE, [replace(RULES[0], of_entry=spy)])
    plan = plan_of(["w1 mon: isometric-hold", "w2 mon: isometric-hold", "w2 tue: isometric-hold"])
    checker.check(plan)
    assert seen == ["e1", "e2", "e3"]
    checker.check(set_entry(plan, "e1", note="changed"))
    assert seen[3:] == ["e1"]


def test_moved_weeks_are_named_by_their_new_number() -> None:
    checker = Checker(GUIDE)
    plan = plan_of(TWO_BAD_WEEKS)
    checker.check(plan)
    moved = insert_week(delete_week(plan, 0), 1, plan.weeks[0])
    assert ids(checker.check(moved).findings) == [
        ("sets-outside-guide", "w1 mon e3"),
        ("sets-outside-guide", "w2 mon e1"),
        ("sets-outside-guide", "w2 mon e2"),
    ]


@pytest.mark.parametrize("exercise", GUIDE.exercises.values(), ids=lambda exercise: exercise.id)
def test_an_exercise_arrives_without_a_finding(exercise: Exercise) -> None:
    plan = plan_of([f"w1 mon {exercise.day_kind}: {exercise.id}"])
    assert [f.rule.id for f in check(plan, GUIDE).findings if f.place.entry] == []


@given(plan=plans(max_weeks=0))
def test_custom_exercises_arrive_inside_their_own_ranges(plan: Plan) -> None:
    known = GUIDE.exercises_of(plan)
    for own in plan.exercises:
        arrived = add_entry(plan.replace(weeks=(Week(),)), Slot(0, 0, 0), known[own.id].entry("e1"))
        findings = check(arrived.replace(waivers=()), GUIDE).findings
        assert {f.rule.id for f in findings if f.place.entry} <= {"straight-knee-work"}
