"""Comparing plans: each change is said, in few words, where it is."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.replace import replaced
from soleus_desktop.plan import edits
from soleus_desktop.plan.block import block_of_days, paste_days, shift_entries
from soleus_desktop.plan.compare import compare, compare_weeks
from soleus_desktop.plan.days import insert_rest_day, swap_days
from soleus_desktop.plan.many import all_entries, delete_entries, move_entries, set_entries
from soleus_desktop.plan.matching import match_weeks, moved_weeks
from soleus_desktop.plan.model import (
    CustomExercise,
    Entry,
    Hold,
    Load,
    Plan,
    Reps,
    Steps,
    Tempo,
    Waiver,
    Walk,
    Week,
    new_plan,
)
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.plan.weeks import delete_weeks, duplicate_weeks, insert_weeks, move_weeks
from tests.build import GUIDE, plan_of
from tests.edits import edits_of
from tests.strategies import plans

NAMES = {"bent-knee-calf-raise": "Raise", "isometric-hold": "Hold", "uphill-walk": "Walk"}
PLAN = plan_of(
    line
    for week in range(1, 6)
    for line in (
        f"w{week} mon: bent-knee-calf-raise 3x{10 + week}; isometric-hold",
        f"w{week} thu: bent-knee-calf-raise 3x{10 + week}; isometric-hold",
        *(["w2 sat recovery: uphill-walk"] if week == 2 else []),
    )
)
IDS = [entry.id for entry in all_entries(PLAN)]
RAISES = [entry.id for entry in all_entries(PLAN) if entry.exercise == "bent-knee-calf-raise"]


def lines(before: Plan, after: Plan) -> list[str]:
    return [str(each).replace("\u202f", " ") for each in compare(before, after, NAMES)]


def one_set_more(entry: Entry) -> Entry:
    dose = entry.dose
    return entry if isinstance(dose, Walk) else entry.replace(dose=dose.replace(sets=dose.sets + 1))


def as_copy(plan: Plan) -> Plan:
    """The same plan, all entries under other ids."""
    return delete_weeks(
        insert_weeks(plan, 0, plan.weeks), range(len(plan.weeks), 2 * len(plan.weeks))
    )


def test_a_change_of_all_is_said_once_for_weeks_in_a_row() -> None:
    after = set_entries(
        PLAN,
        RAISES,
        lambda entry: one_set_more(entry).replace(tempo=Tempo(up_s=3, hold_s=2, down_s=3)),
    )
    assert lines(PLAN, after) == ["Weeks 1–5: Raise: +1 set, tempo 3-0-3 to 3-2-3"]
    assert lines(PLAN, set_entries(PLAN, IDS, one_set_more)) == [
        "Week 1: all exercises: +1 set",
        "Week 2: Raise, Hold: +1 set",  # the walk has no sets
        "Weeks 3–5: all exercises: +1 set",
    ]


def test_the_same_of_a_few_is_said_with_their_names() -> None:
    assert lines(PLAN, set_entries(PLAN, IDS[:1], one_set_more)) == [
        "Week 1, Monday: Raise: +1 set"
    ]
    assert lines(PLAN, set_entries(PLAN, IDS[:2], one_set_more)) == [
        "Week 1, Monday: Raise, Hold: +1 set"
    ]
    (only,) = compare(PLAN, set_entries(PLAN, IDS[:1], one_set_more), NAMES)
    assert only.place == Place(0, 0, "e1")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"dose": Reps(sets=1, reps=11)}, "−2 sets"),
        ({"dose": Reps(sets=3, reps=15)}, "11 to 15 reps"),
        ({"dose": Hold(sets=3, seconds=2.5)}, "3 × 11 to 3 × 2.5 s"),
        ({"stage": None}, "no stage any more"),
        (
            {"stage": "single-leg", "per_leg": True},
            "counted per leg, stage bodyweight to single leg",
        ),
        ({"load": Load(kg=2.5, implement="vest")}, "load 2.5 kg vest"),
        ({"tempo": None, "knee_bend_deg": 30}, "no tempo any more, knee bend 25° to 30°"),
        (
            {"rest_s": 90, "note": "Slowly\n" * 20},
            "rest 60 s to 90 s, note “" + "Slowly " * 8 + "…”",
        ),
    ],
)
def test_each_field_of_an_entry_has_its_words(changes: dict[str, object], said: str) -> None:
    after = edits.set_entry(PLAN, "e1", **changes)
    assert lines(PLAN, after) == [f"Week 1, Monday: Raise: {said}"]


def test_doses_and_loads_say_from_and_to() -> None:
    def of(**fields: object) -> Plan:
        return edits.set_entry(PLAN, "e1", **fields)

    load = Load(kg=10, implement="pack")
    for before, after, said in (
        (of(load=load), of(load=load.replace(kg=12)), "10 to 12 kg pack"),
        (of(load=load), of(load=load.replace(implement="vest")), "load 10 kg pack to 10 kg vest"),
        (of(load=load, per_leg=True), of(), "no longer counted per leg, no load any more"),
        (
            of(dose=Hold(sets=3, seconds=30)),
            of(dose=Hold(sets=5, seconds=45)),
            "+2 sets, 30 to 45 s",
        ),
        (of(dose=Steps(sets=2, steps=20)), of(dose=Steps(sets=2, steps=24)), "20 to 24 steps"),
        (
            of(dose=Walk(minutes=20, incline_pct=6)),
            of(dose=Walk(minutes=25, incline_pct=8)),
            "20 to 25 min, incline 6 % to 8 %",
        ),
    ):
        assert lines(before, after) == [f"Week 1, Monday: Raise: {said}"]


def test_what_came_went_moved_and_changed_places() -> None:
    walk = GUIDE.exercises["uphill-walk"].entry("new")
    assert lines(PLAN, edits.add_entry(PLAN, Slot(0, 0, 1), walk)) == [
        "Week 1, Monday: added: Walk (20 min at 6 %)"
    ]
    assert lines(PLAN, delete_entries(PLAN, IDS[:2])) == ["Week 1, Monday: removed: Raise, Hold"]
    assert lines(PLAN, move_entries(PLAN, ["e2"], Slot(0, 0, 0))) == [
        "Week 1, Monday: new order: Hold, Raise"
    ]
    assert lines(PLAN, shift_entries(PLAN, ["e1", "e2"], 3)) == [
        "Week 1, Thursday: 2 exercises moved here from Monday"
    ]
    assert lines(PLAN, move_entries(PLAN, ["e1"], Slot(4, 3, 2))) == [
        "Week 5, Thursday: Raise moved here from week 1, Monday"
    ]
    swapped = set_entries(
        PLAN, ["e2"], lambda entry: replaced(entry, GUIDE.exercises["uphill-walk"])
    )
    assert lines(PLAN, swapped) == ["Week 1, Monday: Walk: instead of Hold, 20 min at 6 %"]


def test_days_have_kinds_and_notes() -> None:
    after = edits.set_day(PLAN, 2, 0, kind="race", note="10 km")
    assert lines(PLAN, after) == [
        "Week 3, Monday: race day, formerly training",
        "Week 3, Monday: note “10 km”",
    ]
    assert lines(after, edits.set_day(after, 2, 0, note="")) == ["Week 3, Monday: no note any more"]


def test_a_rest_day_put_in_is_one_change() -> None:
    rest = "Week 2, Monday: rest day put in, what follows moved one day on"
    pushed = insert_rest_day(PLAN, 1, 0)
    assert lines(PLAN, pushed) == [rest]
    assert lines(PLAN, edits.set_week(pushed, 2, label="Peak")) == [rest, "Week 3: label “Peak”"]
    swapped = lines(PLAN, swap_days(PLAN, (1, 0), (1, 1)))  # looks like one, and is none
    assert "Week 2, Tuesday: 2 exercises moved here from Monday" in swapped
    full = edits.set_day(new_plan(260), 0, 0, kind="race")
    last = edits.set_day(full, 259, 6, kind="race")  # there is no room to put a day in
    assert len(lines(last, swap_days(last, (0, 0), (0, 1)))) == 2


def test_weeks_come_go_and_move() -> None:
    assert lines(PLAN, duplicate_weeks(PLAN, [2], 3)) == ["Weeks 4–6: added, 4 exercises on 2 days"]
    assert lines(PLAN, delete_weeks(PLAN, [1, 2])) == [
        "Whole plan: weeks 2–3 removed, 9 exercises on 5 days"
    ]
    assert lines(PLAN, edits.insert_week(PLAN, 0, Week())) == ["Week 1: added"]
    assert lines(PLAN, move_weeks(PLAN, [0, 1], 5)) == ["Weeks 4–5: moved here, formerly weeks 1–2"]
    assert lines(PLAN, move_weeks(PLAN, [4], 0)) == ["Week 1: moved here, formerly week 5"]


def test_weeks_are_known_again_after_many_edits() -> None:
    edited = set_entries(delete_weeks(PLAN, [2]), RAISES[:4], one_set_more)
    edited = edits.set_week(move_weeks(edited, [3], 0), 0, label="Peak")
    assert lines(PLAN, edited) == [
        "Whole plan: week 3 removed, 4 exercises on 2 days",
        "Week 1: moved here, formerly week 5",
        "Week 1: label “Peak”",
        "Weeks 2–3: Raise: +1 set",
    ]


def test_a_copy_under_other_ids_is_no_other_plan() -> None:
    copy = as_copy(PLAN)
    assert edits.entry_ids(copy).isdisjoint(IDS)
    assert lines(PLAN, copy) == []
    first = [entry.id for entry in all_entries(copy)][:1]
    changed = set_entries(delete_weeks(copy, [3]), first, one_set_more)
    assert lines(PLAN, changed) == [
        "Whole plan: week 4 removed, 4 exercises on 2 days",
        "Week 1, Monday: Raise: +1 set",
    ]


def test_a_week_against_another() -> None:
    said = compare_weeks(PLAN.weeks[1], PLAN.weeks[2], NAMES, 2)
    assert [str(each) for each in said] == [
        "Week 3: Raise: 12 to 13 reps",
        "Week 3, Saturday: rest day, formerly recovery",
        "Week 3, Saturday: removed: Walk",
    ]
    assert compare_weeks(PLAN.weeks[1], as_copy(PLAN).weeks[1], NAMES) == []


def test_what_is_of_the_whole_plan() -> None:
    own = CustomExercise(id="own", name="On the stairs", dose="reps")
    before = PLAN.replace(title="Spring", start="2026-03-02", exercises=(own,))
    before = edits.set_athlete(before, events=("road",), body_mass_kg=60)
    before = edits.waive(before, Waiver(rule="not-per-leg", entry="e1", reason="so"))
    before = edits.waive(before, Waiver(rule="tempo-outside-guide", week=5, reason="so"))
    after = before.replace(
        title="", start=None, coach="Ada", packs=("guide", "beyond"), waivers=before.waivers[1:]
    )
    after = edits.set_athlete(
        after,
        events=("trail", "ultra"),
        concerns=("calf",),
        returning_from_injury=True,
        starting_stage="weighted",
        body_mass_kg=None,
    )
    after = after.replace(exercises=(own.replace(name="Stairs"), own.replace(id="other", name="")))
    assert lines(before, after) == [
        f"Whole plan: {text}"
        for text in (
            "no title any more",
            "coach “Ada”",
            "no start date any more",
            "events road to trail, ultra",
            "concerns calf",
            "returning from injury",
            "starting stage bodyweight to weighted",
            "no body mass any more",
            "judged by guide, beyond",
            "own exercise Stairs changed",
            "own exercise other added",
            "not-per-leg no longer waived for Raise",
        )
    ]
    assert lines(after, before)[-3:] == [
        "Whole plan: own exercise On the stairs changed",
        "Whole plan: own exercise other removed",
        "Whole plan: not-per-leg waived for Raise: so",
    ]


def test_a_waiver_that_followed_its_week_is_the_same() -> None:
    before = edits.waive(PLAN, Waiver(rule="tempo-outside-guide", week=5, reason="so"))
    assert lines(before, move_weeks(before, [4], 0)) == ["Week 1: moved here, formerly week 5"]
    after = before.replace(waivers=(before.waivers[0].replace(week=4),))
    assert lines(before, after) == [
        "Whole plan: tempo-outside-guide waived in week 4: so",
        "Whole plan: tempo-outside-guide no longer waived in week 5",
    ]


@given(order=st.permutations(range(6)))
def test_as_few_weeks_as_possible_are_said_to_have_moved(order: list[int]) -> None:
    found = dict(enumerate(order))
    moved = moved_weeks(found)
    still = [old for new, old in found.items() if new not in moved]
    assert still == sorted(still)
    assert len(still) == max(map(len, rising_runs(order)))
    weeks = [Week(label=str(at)) for at in range(6)]
    assert match_weeks(weeks, [weeks[at] for at in order]).keys() == set(range(6))


def rising_runs(order: list[int]) -> Iterable[list[int]]:
    """All runs of these numbers, not necessarily side by side, that rise."""
    for chosen in range(1, 2 ** len(order)):
        run = [number for at, number in enumerate(order) if chosen >> at & 1]
        if run == sorted(run):
            yield run


ALIKE = plan_of(
    line
    for week in (1, 2)
    for line in (
        f"w{week} mon: bent-knee-calf-raise 3x10; bent-knee-calf-raise 3x10",
        f"w{week} tue: bent-knee-calf-raise 3x10; bent-knee-calf-raise 3x10",
    )
)


@pytest.mark.parametrize(
    "same",
    [
        move_weeks(ALIKE, [1], 0),
        edits.move_entry(ALIKE, "e1", Slot(0, 0, 2)),
        swap_days(ALIKE, (0, 0), (0, 1)),
        swap_days(ALIKE, (0, 0), (1, 0)),
    ],
)
def test_what_is_alike_may_change_places(same: Plan) -> None:
    assert same != ALIKE
    assert lines(ALIKE, same) == []
    assert lines(ALIKE, edits.set_week(same, 1, label="Easy")) == ["Week 2: label “Easy”"]


def test_of_weeks_that_are_alike_none_has_come_or_gone() -> None:
    before = PLAN.replace(weeks=(Week(), Week(), *PLAN.weeks))
    assert lines(before, move_weeks(before, [1], 0)) == []
    assert lines(before, insert_weeks(before, 1, [Week()])) == ["Week 2: added"]


def without_id(entry: Entry) -> Entry:
    return entry.replace(id="x")


def without_ids(plan: Plan) -> object:
    weeks = [
        (
            week.label,
            week.note,
            [(day.kind, day.note, *map(without_id, day.entries)) for day in week.days],
        )
        for week in plan.weeks
    ]
    athlete = plan.athlete.replace(units=plan.athlete.unit)  # what is not said is kg
    return plan.replace(id=None, weeks=(), waivers=(), athlete=athlete), weeks


@given(plan=plans(max_weeks=3, max_entries=2), data=st.data())
def test_an_edit_is_said_just_when_it_changed_something(plan: Plan, data: st.DataObject) -> None:
    edited = data.draw(edits_of(plan))(plan)
    said = compare(plan, edited, NAMES)
    if without_ids(plan) != without_ids(edited):
        assert said
    elif plan.waivers == edited.waivers:
        assert not said
    assert all(each.text.strip() and each.label for each in said)
    assert compare(plan, plan, NAMES) == []


@given(plan=plans(max_weeks=3, max_entries=2).filter(lambda plan: bool(plan.weeks)))
def test_any_copy_is_no_other_plan(plan: Plan) -> None:
    plan = plan.replace(waivers=())
    assert compare(plan, as_copy(plan), NAMES) == []
    # Days are pasted without what is said of their week.
    silent = plan.replace(weeks=tuple(week.replace(label="", note="") for week in plan.weeks))
    blank = plan.replace(weeks=new_plan(len(plan.weeks)).weeks)
    days = [(week, day) for week in range(len(plan.weeks)) for day in range(7)]
    pasted = paste_days(blank, 0, 0, block_of_days(silent, days))
    assert compare(silent, pasted, NAMES) == []
