"""Effort: worked out by hand for every kind of dose, and adding up from entries to weeks."""

from __future__ import annotations

import pytest
from hypothesis import given

from soleus_desktop.guide.effort import (
    MOST_KEPT,
    NONE,
    Effort,
    Efforts,
    assumptions,
    of_entry,
    total,
)
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from tests.build import GUIDE, plan_of
from tests.strategies import plans

OWN = (
    {"id": "standing", "name": "Standing raise", "knee": "straight"},
    {"id": "flat-walk", "name": "Stiff walk", "dose": "walk", "knee": "straight"},
)


def entries(line: str) -> tuple[Entry, ...]:
    return plan_of([f"w1 mon: {line}"], exercises=OWN).weeks[0].days[0].entries


def effort(line: str) -> Effort:
    plan = plan_of([f"w1 mon: {line}"], exercises=OWN)
    return Efforts().of_day(plan.weeks[0].days[0], GUIDE.exercises_of(plan))


def said(line: str) -> str:
    plan = plan_of([f"w1 mon: {line}"], exercises=OWN)
    found = assumptions(plan.weeks[0].days[0].entries, GUIDE.exercises_of(plan))
    return " ".join(found).replace("\u202f", " ")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # 3 sets x 12 x (3 + 0 + 3) s; a rest of 60 s after each set
        ("bent-knee-calf-raise 3x12 tempo=3-0-3", Effort(3, 36, 216, 0, 0, 216 + 180)),
        # held at the top for 2 s: 4 x 15 x 8
        ("bent-knee-calf-raise 4x15 tempo=3-2-3", Effort(4, 60, 480, 0, 0, 480 + 240)),
        # no tempo: the guide's 3 up and 3 down
        ("bent-knee-calf-raise 3x12 tempo=none", Effort(3, 36, 216, 0, 0, 396)),
        # each leg by itself: under tension as long, the session twice
        ("bent-knee-calf-raise 3x12 stage=single-leg", Effort(3, 36, 216, 0, 0, 432 + 180)),
        ("bent-knee-calf-raise 3x12 per-leg", Effort(3, 36, 216, 0, 0, 432 + 180)),
        # no tempo in plan or guide: 3 up, 3 down of ours
        ("seated-calf-raise 3x15", Effort(3, 45, 270, 0, 0, 270 + 180)),
        # the middle of 4-5 s down, 3 s up of ours: 3 x 8 x 7.5
        ("eccentric-heel-drop 3x8 tempo=none per-leg", Effort(3, 24, 180, 0, 0, 360 + 180)),
        # not per leg: half for each, 3 x 8 / 2 x (1 + 0 + 4)
        ("eccentric-heel-drop 3x8 tempo=1-0-4 in-all", Effort(3, 12, 60, 0, 0, 120 + 180)),
        # a straight knee (0 degrees) is the gastrocnemius's work
        ("eccentric-heel-drop 3x8 tempo=1-0-4 knee=0", Effort(3, 24, 0, 0, 120, 240 + 180)),
        ("standing 3x12", Effort(3, 36, 0, 0, 216, 216 + 180)),
        ("flat-walk 20min@6%", Effort(0, 0, 0, 0, 1200, 1200)),
        # holds: no repetitions
        ("isometric-hold 3x45s", Effort(3, 0, 135, 0, 0, 135 + 180)),
        ("isometric-hold 3x45s stage=single-leg", Effort(3, 0, 135, 0, 0, 270 + 180)),
        # 2 x 20 steps of 3 s, each leg every other one
        ("walking-lunge-heel-raise 2x20steps", Effort(2, 20, 60, 0, 0, 120 + 120)),
        ("uphill-walk 20min@6%", Effort(0, 0, 0, 1200, 0, 1200)),
    ],
)
def test_one_entry_comes_to_what_one_counts_by_hand(line: str, expected: Effort) -> None:
    assert effort(line) == expected


def test_a_rest_that_is_given_counts_as_given() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise 3x12 tempo=3-0-3"])
    for rest_s, session_s in ((90, 216 + 270), (0, 216), (None, 216 + 180)):
        entry = set_entry(plan, "e1", rest_s=rest_s).weeks[0].days[0].entries[0]
        assert of_entry(entry, GUIDE.exercises[entry.exercise]).session_s == session_s


def test_slow_work_and_uphill_are_the_soleus_and_straight_work_is_not() -> None:
    day = effort("isometric-hold 3x40s; uphill-walk 10min@6%; standing 2x10")
    assert (day.soleus_s, day.straight_s, day.tension_s) == (720, 120, 840)


@pytest.mark.parametrize(
    ("line", "words", "missing"),
    [
        ("bent-knee-calf-raise 3x12 tempo=none", "3 s up, 3 s down (the middle of the g", "ours, "),
        ("bent-knee-calf-raise 3x12 tempo=3-0-3", "change to what comes next", "tempo"),
        ("seated-calf-raise 3x15", "the guide gives no tempo, this is ours", "middle"),
        ("standing 3x12", "the guide gives no tempo, this is ours", "middle"),
        ("eccentric-heel-drop 3x8 tempo=none", "4.5 s down (the middle of the", "single leg"),
        ("walking-lunge-heel-raise 2x20steps", "3 s a step", "tempo"),
        ("uphill-walk 10min@6%", "the guide calls them long under tension", "rest"),
        ("isometric-hold 3x45s stage=single-leg", "on a single leg: the dose is done", "tempo"),
    ],
)
def test_what_is_assumed_is_said_with_whose_it_is(line: str, words: str, missing: str) -> None:
    assert words in said(line)
    assert missing not in said(line)


def test_each_assumption_is_said_once() -> None:
    lines = said("seated-calf-raise 3x15; seated-calf-raise 4x15")
    assert lines.count("without a tempo") == lines.count("follows every set") == 1
    assert assumptions((), GUIDE.exercises) == ()


def test_nothing_comes_to_nothing() -> None:
    assert total([]) == NONE == Efforts().of_week(Week(), GUIDE.exercises)


@given(plans())
def test_weeks_add_up_from_their_days_and_days_from_their_entries(plan: Plan) -> None:
    exercises, efforts = GUIDE.exercises_of(plan), Efforts()
    for week in plan.weeks:
        placed = [of_entry(e, exercises[e.exercise]) for day in week.days for e in day.entries]
        days = [efforts.of_day(day, exercises) for day in week.days]
        assert efforts.of_week(week, exercises) == pytest.approx(total(placed))
        assert efforts.of_week(week, exercises) == pytest.approx(total(days))
        assert all(one.session_s >= one.tension_s * (1 - 1e-9) for one in placed)


@given(plans(), plans())
def test_what_is_kept_equals_what_is_worked_out_anew(one: Plan, other: Plan) -> None:
    efforts = Efforts()
    for plan in (one, other, one):
        exercises = GUIDE.exercises_of(plan)
        for week in plan.weeks:
            assert efforts.of_week(week, exercises) == Efforts().of_week(week, exercises)


def test_an_edit_works_out_one_entry_again() -> None:
    plan = plan_of(["w1 mon: isometric-hold 3x45s", "w2 mon: isometric-hold 3x45s"])
    efforts, asked = Efforts(), []

    class Told(dict[str, object]):
        def get(self, name: str) -> object:  # type: ignore[override]
            asked.append(name)
            return super().get(name)

    exercises = Told(GUIDE.exercises)
    for week in plan.weeks:
        efforts.of_week(week, exercises)  # type: ignore[arg-type]
    assert len(asked) == 2
    edited = set_entry(plan, "e2", note="slowly")
    for week in edited.weeks:
        efforts.of_week(week, exercises)  # type: ignore[arg-type]
    assert len(asked) == 3


def test_what_is_kept_stays_bounded() -> None:
    efforts = Efforts()
    day = Day(entries=entries("isometric-hold 3x45s"))
    for number in range(MOST_KEPT + 10):
        efforts.of_day(Day(note=str(number)), GUIDE.exercises)
    assert efforts.of_week(Week(days=(day, *(Day(),) * 5, day)), GUIDE.exercises).sets == 6
    assert len(efforts._days) < MOST_KEPT
