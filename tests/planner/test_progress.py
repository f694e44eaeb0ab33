"""Progress over weeks: inside the ranges, in the guide's order, by hand, judged by the rules."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from soleus_desktop.guide.model import DOSE_FIELDS, WHOLE_FIELDS, Exercise, exercise_of
from soleus_desktop.plan import bounds
from soleus_desktop.plan.edits import change_day, entry_ids, set_entry
from soleus_desktop.plan.model import (
    Athlete,
    CustomExercise,
    Day,
    Entry,
    Load,
    Plan,
    Walk,
    Week,
)
from soleus_desktop.plan.words import chip_line
from soleus_desktop.planner.ladder import Level, Pace, onward
from soleus_desktop.planner.progress import Progress, applied, progress
from soleus_desktop.rules.engine import check
from tests.build import GUIDE, plan_of
from tests.strategies import plans

RAISE, SEATED, HOLD, DROP, LUNGE, WALK = GUIDE.exercises.values()
JUDGES = {
    "sets-outside-guide",
    "reps-outside-guide",
    "hold-outside-guide",
    "steps-outside-guide",
    "minutes-outside-guide",
    "incline-outside-guide",
    "tempo-outside-guide",
    "stage-and-load-disagree",
    "stage-skipped",
    "stage-dropped-back",
    "load-before-bodyweight-is-easy",
}


def made(plan: Plan, exercise: Exercise, pace: Pace | None = None, **options: Any) -> Progress:
    found = progress(plan, exercise, range(len(plan.weeks)), pace or Pace(), **options)
    assert found
    return found


def over(weeks: int, entry: str, pace: Pace | None = None) -> Progress:
    """An exercise that stands in the first week, over so many weeks."""
    plan = plan_of([f"w1 mon: {entry}"], weeks=weeks)
    return made(plan, GUIDE.exercises[entry.split()[0]], pace, add=True)


def lines(what: Progress) -> list[str]:
    """The rows in short, with plain spaces."""
    short = (chip_line(Entry(id="e", exercise="x", **row.level._asdict())) for row in what.rows)
    return [line.replace("\u202f", " ") for line in short]


def judged(plan: Plan) -> set[tuple[str, str | None]]:
    findings = check(plan, GUIDE).findings
    return {(f.rule.id, f.place.entry) for f in findings if f.rule.id in JUDGES}


def test_repetitions_come_first_then_sets_then_the_next_stage_then_load() -> None:
    raises = over(20, "bent-knee-calf-raise", Pace(reps=4))
    assert lines(raises) == [
        *("3 × 12 · BW", "3 × 16 · BW", "3 × 20 · BW", "4 × 20 · BW"),
        *("3 × 12 · 1 leg", "3 × 16 · 1 leg", "3 × 20 · 1 leg", "4 × 20 · 1 leg"),
        *("3 × 12 · 5 kg", "3 × 16 · 5 kg", "3 × 20 · 5 kg", "4 × 20 · 5 kg"),
        *("3 × 12 · 7.5 kg", "3 × 16 · 7.5 kg", "3 × 20 · 7.5 kg", "4 × 20 · 7.5 kg"),
        *("3 × 12 · 10 kg", "3 × 16 · 10 kg", "3 × 20 · 10 kg", "4 × 20 · 10 kg"),
    ]
    assert [row.level.stage for row in raises.rows[7:9]] == ["single-leg", "weighted"]


@pytest.mark.parametrize(
    ("entry", "pace", "told"),
    [
        (
            "isometric-hold 4x50s",
            Pace(seconds=10),
            ["4 × 50 s · BW", "4 × 60 s · BW", "5 × 60 s · BW", "3 × 30 s · 1 leg"],
        ),
        (
            "isometric-hold 5x60s stage=single-leg",
            Pace(),
            ["5 × 60 s · 1 leg", "3 × 30 s · 5 kg", "3 × 35 s · 5 kg"],
        ),
        ("seated-calf-raise 5x25", Pace(), ["5 × 25 · 10 kg", "3 × 15 · 12.5 kg"]),
        ("seated-calf-raise 5x24 load=none", Pace(), ["5 × 24", "5 × 25", "3 × 15 · 10 kg"]),
        (
            "eccentric-heel-drop 3x10",
            Pace(),
            ["3 × 10/leg", "3 × 12/leg", "3 × 12/leg"],  # the guide names no load for it
        ),
        (
            "walking-lunge-heel-raise 2x29steps",
            Pace(),
            ["2 × 29 steps", "2 × 30 steps", "3 × 30 steps", "3 × 30 steps"],
        ),
        (
            "uphill-walk 28min@8.5%",
            Pace(),
            [f"{m} min · {i} %" for m, i in ((28, 8.5), (30, 8.5), (30, 9.5), (30, 10), (30, 10))],
        ),
        ("bent-knee-calf-raise 6x30", Pace(), ["6 × 30 · BW", "4 × 20 · BW", "3 × 12 · 1 leg"]),
        ("bent-knee-calf-raise 4x20 stage=none", Pace(), ["4 × 20", "4 × 20"]),
    ],
)
def test_each_exercise_goes_its_own_way(entry: str, pace: Pace, told: list[str]) -> None:
    shown = lines(over(len(told), entry, pace))
    assert [line.replace("/leg", "") for line in shown] == [t.replace("/leg", "") for t in told]


def test_a_lighter_week_is_at_the_low_end_and_nothing_builds_on_it() -> None:
    raises = over(6, "bent-knee-calf-raise 4x18", Pace(lighter_every=3))
    assert [line.split(" · ")[0] for line in lines(raises)] == [
        *("4 × 18", "4 × 20", "3 × 12", "3 × 12", "3 × 14", "3 × 12"),
    ]
    assert [row.lighter for row in raises.rows] == [False, False, True, False, False, True]
    assert [row.level.stage for row in raises.rows[2:4]] == ["bodyweight", "single-leg"]


def test_a_week_is_repeated_or_stepped_back_in_and_the_rest_follows() -> None:
    raises = over(5, "bent-knee-calf-raise")
    assert reps(raises) == [12, 14, 16, 18, 20]
    assert reps(raises.repeated(2)) == [12, 14, 14, 16, 18]
    assert reps(raises.regressed(2)) == [12, 14, 12, 14, 16]
    assert reps(raises.regressed(3).regressed(3)) == [12, 14, 16, 12, 14]
    assert reps(raises.repeated(1).repeated(3)) == [12, 12, 14, 14, 16]
    assert raises.repeated(1).repeated(3).reset(1).reset(3) == raises
    assert raises.repeated(0) == raises


def reps(what: Progress) -> list[int]:
    return [row.level.dose.reps for row in what.rows]  # type: ignore[union-attr]


def test_an_edited_week_stays_and_the_rest_follows_also_at_another_pace() -> None:
    raises = over(5, "bent-knee-calf-raise")
    level = raises.rows[2].level
    edited = raises.edited(2, level._replace(dose=level.dose.replace(reps=13)))
    assert reps(edited) == [12, 14, 13, 15, 17]
    assert reps(edited.at_pace(Pace(reps=1))) == [12, 13, 13, 14, 15]
    assert reps(edited.repeated(1)) == [12, 12, 13, 15, 17]


def test_going_back_undoes_going_on() -> None:
    for exercise in GUIDE.exercises.values():
        least = "10min@5%" if exercise is WALK else ""
        there = over(16, f"{exercise.id} {least}", Pace(reps=1, minutes=1))
        for row in range(2, 16):
            again = there.regressed(row).rows[row].level
            if there.rows[row - 1].level != there.rows[row - 2].level:
                assert again == there.rows[row - 2].level


def test_the_first_week_stays_as_it_stands_until_its_row_is_changed() -> None:
    plan = plan_of(
        [
            "w1 mon: bent-knee-calf-raise 3x12",
            "w1 thu: bent-knee-calf-raise 4x12; bent-knee-calf-raise 3x14",
            "w2 tue: bent-knee-calf-raise; uphill-walk",
        ],
    )
    raises = made(plan, RAISE)
    after = applied(plan, [raises])
    assert after.weeks[0] is plan.weeks[0]
    assert chip_line(after.weeks[1].days[1].entries[0]) == "3 × 16 · BW"
    assert after.weeks[1].days[1].entries[1] is plan.weeks[1].days[1].entries[1]

    changed = applied(plan, [raises.regressed(0)])
    told = {chip_line(entry) for day in changed.weeks[0].days for entry in day.entries}
    assert told == {"3 × 12 · BW"}


def test_weeks_without_the_exercise_are_left_alone_or_get_it_on_the_same_days() -> None:
    plan = plan_of(
        [
            "w2 mon: bent-knee-calf-raise tempo=3-1-3; isometric-hold",
            "w2 sat recovery: uphill-walk 10min@5%; bent-knee-calf-raise",
            "w4 mon: seated-calf-raise",
        ],
        weeks=5,
    )
    alone = made(plan, RAISE)
    assert [row.week for row in alone.rows] == [1]
    assert applied(plan, [alone]) is plan

    both = [made(plan, exercise, add=True) for exercise in (WALK, RAISE)]
    after = applied(plan, both)
    assert after.checked() is after
    assert after.weeks[:2] == plan.weeks[:2]
    for week in after.weeks[2:]:
        names = [[entry.exercise for entry in day.entries] for day in week.days]
        assert names[0] == [*(["seated-calf-raise"] if week is after.weeks[3] else []), RAISE.id]
        assert names[5] == [WALK.id, RAISE.id]
        assert (week.days[0].kind, week.days[5].kind) == ("training", "recovery")
        assert [day.kind for day in week.days[1:5]] == ["rest"] * 4
        tempo = week.days[0].entries[-1].tempo
        assert tempo and tempo.hold_s == 1
    assert [week.days[5].entries[0].dose.minutes for week in after.weeks[1:]] == [10, 15, 20, 25]  # type: ignore[union-attr]
    assert len(entry_ids(after)) == sum(len(d.entries) for w in after.weeks for d in w.days)


def test_a_full_day_is_said_and_nothing_is_harmed() -> None:
    full = Day(entries=tuple(SEATED.entry(f"s{n}") for n in range(bounds.MAX_ENTRIES)))
    plan = plan_of(["w1 mon: bent-knee-calf-raise"], weeks=2)
    plan = change_day(plan, 1, 0, lambda _: full)
    with pytest.raises(ValueError, match="a day has at most 50 entries"):
        applied(plan, [made(plan, RAISE, add=True)])


def test_what_else_a_file_said_of_an_entry_stays() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise", "w2 mon: bent-knee-calf-raise"])
    entry = plan.weeks[1].days[0].entries[0]
    dose = entry.dose.replace(extra=(("aim", 1),))
    plan = set_entry(plan, entry.id, dose=dose, note="slowly", rest_s=90)
    after = applied(plan, [made(plan, RAISE)]).weeks[1].days[0].entries[0]
    assert after == entry.replace(dose=dose.replace(reps=14), note="slowly", rest_s=90)


def test_an_exercise_of_ones_own_grows_in_what_it_gives_ranges_for() -> None:
    own = [
        {"id": "hop", "name": "Hop", "ranges": {"reps": [4, 6]}},
        {"id": "sway", "name": "Sway", "dose": "hold"},
    ]
    plan = plan_of(["w1 mon: hop 2x4; sway 3x30s"], weeks=4, exercises=own)
    known = GUIDE.exercises_of(plan)
    assert lines(made(plan, known["hop"], add=True)) == ["2 × 4", "2 × 6", "2 × 6", "2 × 6"]
    assert set(lines(made(plan, known["sway"], add=True))) == {"3 × 30 s"}


def test_the_end_of_a_range_is_taken_to_its_last_digit() -> None:
    own = exercise_of(
        CustomExercise(id="own", name="Own", dose="walk", ranges={"minutes": [1.83203125, 2]})
    )
    level = Level(None, Walk(minutes=1, incline_pct=0), None)
    assert onward(level, own, Pace()).dose == Walk(minutes=1.83203125, incline_pct=0)


def test_an_exercise_that_no_week_has_gives_nothing() -> None:
    assert progress(Plan(weeks=(Week(),) * 3), RAISE, range(3), add=True) is None


# --- the rules judge what it makes ----------------------------------------------------------------


@st.composite
def allowed_entries(draw: st.DrawFn, stage: int) -> Entry:
    """An entry of one of the guide's exercises inside its ranges, at most at this stage."""
    exercise = draw(st.sampled_from(list(GUIDE.exercises.values())))
    entry = exercise.entry("e0")
    dose = entry.dose
    for field in DOSE_FIELDS[exercise.dose]:
        least, most, _ = exercise.ranges[field]
        whole = field in WHOLE_FIELDS
        number = st.integers(int(least), int(most))
        dose = dose.replace(**{field: draw(number if whole else number | st.floats(least, most))})
    entry = entry.replace(dose=dose)
    if exercise.stages:
        at = draw(st.none() | st.sampled_from(bounds.STAGES[: stage + 1]))
        loaded = at == "weighted" or (at is None and draw(st.booleans()))
        load = Load(kg=draw(st.integers(0, 1000)), implement="pack") if loaded else None
        entry = entry.replace(stage=at, load=load)
    return entry


@st.composite
def allowed_plans(draw: st.DrawFn) -> Plan:
    """A plan that these rules find nothing in: each week's stages as far as the athlete may be."""
    start = draw(st.integers(0, 2))
    weeks, number = [], 0
    for _ in range(draw(st.integers(1, 8))):
        days = []
        for _ in range(7):
            entries = []
            for _ in range(draw(st.integers(0, 2)) if draw(st.booleans()) else 0):
                number += 1
                entries.append(draw(allowed_entries(start)).replace(id=f"e{number}"))
            days.append(Day(entries=tuple(entries)))
        weeks.append(Week(days=tuple(days)))
        start = min(start + draw(st.booleans()), 2)
    athlete = Athlete(starting_stage=draw(st.sampled_from(bounds.STAGES)))
    return Plan(weeks=tuple(weeks), athlete=athlete)


PACES = st.builds(
    Pace,
    reps=st.integers(1, 20),
    seconds=st.integers(1, 40),
    steps=st.integers(1, 9),
    minutes=st.integers(1, 30),
    sets=st.integers(1, 2),
    incline_pct=st.sampled_from((0.5, 1, 2)),
    load_kg=st.sampled_from((0, 0.5, 2.5, 50)),
    lighter_every=st.none() | st.integers(2, 5),
)


@given(allowed_plans(), PACES, st.booleans(), st.data())
def test_from_an_allowed_start_progress_brings_no_new_finding(
    plan: Plan, pace: Pace, add: bool, data: st.DataObject
) -> None:
    assume(not judged(plan))
    weeks = range(data.draw(st.integers(0, len(plan.weeks) - 1)), len(plan.weeks))
    found = (
        progress(plan, exercise, weeks, pace, add=add) for exercise in GUIDE.exercises.values()
    )
    after = applied(plan, [one for one in found if one])
    assert judged(after.checked()) == set()


@given(plans(), PACES, st.booleans(), st.data())
def test_whatever_the_plan_rows_stay_inside_the_ranges(
    plan: Plan, pace: Pace, add: bool, data: st.DataObject
) -> None:
    """Also from a start outside of them, after any steps by hand; and the plan stays a plan."""
    assume(plan.weeks)
    weeks = range(len(plan.weeks))
    for exercise in GUIDE.exercises_of(plan).values():
        one = progress(plan, exercise, weeks, pace, add=add)
        if one is None:
            continue
        for row in data.draw(st.lists(st.integers(0, len(one.rows) - 1), max_size=3)):
            step = data.draw(st.sampled_from((one.repeated, one.regressed, one.reset)))
            one = step(row)
        for row in one.rows[1:]:
            if row.level != one.start:
                assert inside(row.level, exercise)
        assert one.at_pace(Pace()).at_pace(pace) == one
        plan = applied(plan, [one]).checked()


def inside(level: Level, exercise: Exercise) -> bool:
    for field in DOSE_FIELDS[exercise.dose]:
        limit, value = exercise.ranges.get(field), getattr(level.dose, field)
        if limit and not limit.holds(value):
            return False
    return True
