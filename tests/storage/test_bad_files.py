"""Every kind of bad plan file is refused with its exact place and what was expected there."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.storage.problems import MOST, PlanFileError, Problem, Problems
from soleus_desktop.storage.reader import validated
from soleus_desktop.storage.unknown import set_aside
from soleus_desktop.storage.walk import FINITE, look_at_fields
from tests.build import GUIDE

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CLEAN = (SAMPLES / "clean.soleus").read_bytes()
EVERYTHING = (SAMPLES / "everything.soleus").read_bytes()
ENTRY = "weeks[0].days[0].entries[0]"
OWN = {"id": "own", "name": "Own", "dose": "reps", "ranges": {}}

Change = Callable[[dict[str, Any]], object]


def refused(data: bytes, guide: Guide) -> list[Problem]:
    with pytest.raises(PlanFileError) as caught:
        read_plan(data, guide)
    return list(caught.value.problems)


def changed(change: Change) -> bytes:
    tree = json.loads(CLEAN)
    change(tree)
    return json.dumps(tree).encode()


def put(place: str, value: Any) -> Change:
    """Set the value at a place as problems name it."""
    *steps, last = place.replace("[", ".[").split(".")

    def change(tree: Any) -> None:
        for step in steps:
            tree = tree[int(step[1:-1]) if step[0] == "[" else step]
        tree[int(last[1:-1]) if last[0] == "[" else last] = value

    return change


def drop(place: str) -> Change:
    *steps, last = place.replace("[", ".[").split(".")

    def change(tree: Any) -> None:
        for step in steps:
            tree = tree[int(step[1:-1]) if step[0] == "[" else step]
        del tree[int(last[1:-1]) if last[0] == "[" else last]

    return change


WRONG_VALUES = [
    (f"{ENTRY}.dose.sets", 0, "a whole number from 1 to 1000", "0"),
    (f"{ENTRY}.dose.sets", 1001, "a whole number from 1 to 1000", "1001"),
    (f"{ENTRY}.dose.sets", 3.0, "a whole number from 1 to 1000", "3.0"),
    (f"{ENTRY}.dose.sets", "3", "a whole number from 1 to 1000", '"3"'),
    (f"{ENTRY}.dose.sets", True, "a whole number from 1 to 1000", "true"),
    (f"{ENTRY}.dose.reps", None, "a whole number from 1 to 1000", "null"),
    ("weeks[0].days[0].entries[1].dose.seconds", 3600.5, "a number from 1 to 3600", "3600.5"),
    ("weeks[0].days[6].entries[0].dose.minutes", 0, "a number from 1 to 600", "0"),
    ("weeks[0].days[6].entries[0].dose.incline_pct", -1, "a number from 0 to 40", "-1"),
    (f"{ENTRY}.dose", 3, "an object", "3"),
    (f"{ENTRY}.dose.type", 3, "one of reps, hold, steps, walk", "3"),
    (f"{ENTRY}.dose.type", ["reps"], "one of reps, hold, steps, walk", "a list of 1"),
    (f"{ENTRY}.tempo", [3, 0, 3], "an object", "a list of 3"),
    (f"{ENTRY}.stage", "double", "one of bodyweight, single-leg, weighted", '"double"'),
    (f"{ENTRY}.per_leg", "yes", "true or false", '"yes"'),
    (f"{ENTRY}.per_leg", 1, "true or false", "1"),
    (f"{ENTRY}.knee_bend_deg", 121, "a number from 0 to 120", "121"),
    ("weeks[0].days[2].entries[0].load.kg", 1000.5, "a number from 0 to 1000", "1000.5"),
    ("weeks[0].days[2].entries[0].load.implement", "rock", None, '"rock"'),
    (f"{ENTRY}.rest_s", -1, "a number from 0 to 3600", "-1"),
    (f"{ENTRY}.note", "x" * 10_001, "text of at most 10000 characters", None),
    (f"{ENTRY}.note", "ring \a", "text without control characters", '"ring \\x07"'),
    (f"{ENTRY}.note", "\x9b1m", "text without control characters", '"\\x9b1m"'),
    (f"{ENTRY}.note", "\x7f", "text without control characters", '"\\x7f"'),
    (f"{ENTRY}.note", "a\rb", "text without control characters", '"a\\rb"'),
    (f"{ENTRY}.id", "", "text of 1 to 200 characters", '""'),
    (f"{ENTRY}.id", 7, "text of 1 to 200 characters", "7"),
    ("weeks[0].days[2].kind", "holiday", "one of training, recovery, rest, race", '"holiday"'),
    ("weeks[0].days[2]", None, "an object", "null"),
    ("weeks[0].days", {}, "a list of 7", "an object"),
    ("weeks[0].label", "x" * 201, "text of at most 200 characters", None),
    ("weeks[0]", [], "an object", "a list of 0"),
    ("weeks", "two", "a list of at most 260", '"two"'),
    ("weeks", [{}] * 261, "a list of at most 260", "a list of 261"),
    ("athlete.events[0]", "swim", "one of road, marathon, trail, ultra, track", '"swim"'),
    ("athlete.body_mass_kg", 0, "a number from 1 to 1000", "0"),
    ("athlete.units", "stone", "one of kg, lb", '"stone"'),
    ("athlete", None, "an object", "null"),
    ("packs[0]", "mine", "one of guide, beyond", '"mine"'),
    ("start", "2026-03-03", None, '"2026-03-03"'),
    ("start", "2026-3-2", None, '"2026-3-2"'),
    ("start", "20260302", None, '"20260302"'),
    ("start", "2026-02-30", None, '"2026-02-30"'),
    ("start", 20260302, None, "20260302"),
    ("title", 3, "text of at most 200 characters", "3"),
    ("exercises", None, "a list", "null"),
    ("waivers", {}, "a list", "an object"),
    ("format", "plan", '"soleus-plan"', '"plan"'),
    ("version", "1", "1", '"1"'),
    ("version", 0, "1", "0"),
    ("version", True, "1", "true"),
    ("version", 1.0, "1", "1.0"),
    ("id", "", "text of 1 to 200 characters", '""'),
]


@pytest.mark.parametrize(("place", "value", "expected", "found"), WRONG_VALUES)
def test_a_wrong_value(
    place: str, value: Any, expected: str | None, found: str | None, guide: Guide
) -> None:
    [problem] = refused(changed(put(place, value)), guide)
    assert problem.place == place
    if expected:
        assert problem.message.startswith(f"expected {expected}, found ")
    if found:
        assert problem.message.endswith(f", found {found}")
    assert len(problem.message) < 200


@pytest.mark.parametrize(
    "place",
    [
        "format",
        "version",
        "weeks",
        f"{ENTRY}.id",
        f"{ENTRY}.exercise",
        f"{ENTRY}.dose",
        f"{ENTRY}.dose.type",
        f"{ENTRY}.dose.sets",
        f"{ENTRY}.tempo.down_s",
    ],
)
def test_something_missing(place: str, guide: Guide) -> None:
    [problem] = refused(changed(drop(place)), guide)
    assert problem.place == place
    assert problem.message.endswith(", but it is missing")


@pytest.mark.parametrize("count", [0, 6, 8])
def test_other_than_seven_days(count: int, guide: Guide) -> None:
    data = changed(lambda tree: tree["weeks"][1].update(days=[{}] * count))
    assert refused(data, guide) == [
        Problem("weeks[1].days", f"expected a list of 7, found a list of {count}")
    ]


def test_too_many_entries_in_a_day(guide: Guide) -> None:
    data = changed(lambda tree: tree["weeks"][1]["days"][0].update(entries=[{}] * 51))
    assert refused(data, guide) == [
        Problem("weeks[1].days[0].entries", "expected a list of at most 50, found a list of 51")
    ]


def test_a_newer_version(guide: Guide) -> None:
    tree = {"format": "soleus-plan", "version": 2, "weeks": {"new": "shape"}}
    [problem] = refused(json.dumps(tree).encode(), guide)
    assert problem.place == "version"
    assert "newer version" in problem.message
    assert "nothing was changed" in problem.message


@pytest.mark.parametrize("value", [None, [], 3, "soleus-plan", True])
def test_json_that_is_no_plan(value: Any, guide: Guide) -> None:
    [problem] = refused(json.dumps(value).encode(), guide)
    assert problem.place == ""
    assert problem.message.startswith("expected a plan")


SENSE = [
    (
        put(f"{ENTRY}.exercise", "jumping-jack"),
        f"{ENTRY}.exercise",
        'expected an exercise of the guide or of this plan, found "jumping-jack"',
    ),
    (
        put(f"{ENTRY}.exercise", "uphill-walk"),
        f"{ENTRY}.dose.type",
        'expected walk, as "uphill-walk" is measured, found reps',
    ),
    (
        put("weeks[1].days[0].entries[0].id", "r1"),
        "weeks[1].days[0].entries[0].id",
        f'expected an id of its own, found "r1" as in {ENTRY}',
    ),
    (
        put("exercises", [OWN, OWN]),
        "exercises[1].id",
        'expected an id that no other exercise of guide or plan has, found "own"',
    ),
    (
        put("exercises", [{**OWN, "id": "isometric-hold", "dose": "hold"}]),
        "exercises[0].id",
        'expected an id that no other exercise of guide or plan has, found "isometric-hold"',
    ),
    (
        put("waivers", [{"rule": "x", "reason": " \n"}]),
        "waivers[0].reason",
        'expected text of 1 to 10000 characters that is not blank, found " \\n"',
    ),
    (
        put("waivers", [{"rule": "x", "week": 261, "reason": "y"}]),
        "waivers[0].week",
        "expected a whole number from 1 to 260, found 261",
    ),
]


@pytest.mark.parametrize(("change", "place", "message"), SENSE)
def test_what_does_not_fit_together(change: Change, place: str, message: str, guide: Guide) -> None:
    assert refused(changed(change), guide) == [Problem(place, message)]


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("sets", [3, 2], "[3, 2]"),
        ("sets", [3, 2.5], "[3, 2.5]"),
        ("sets", [0, 2], "[0, 2]"),
        ("reps", [1, True], "[1, true]"),
        ("reps", [1, 2, 3], "a list of 3"),
        ("steps", 20, "20"),
        ("seconds", ["1", 2], '["1", 2]'),
        ("minutes", [1, 601], "[1, 601]"),
        ("incline_pct", {"least": 1}, "an object"),
        ("incline_pct", None, "null"),
    ],
)
def test_a_range_that_is_none(name: str, value: Any, found: str, guide: Guide) -> None:
    data = changed(put("exercises", [{**OWN, "ranges": {name: value}}]))
    [problem] = refused(data, guide)
    assert problem.place == f"exercises[0].ranges.{name}"
    assert problem.message.startswith("expected the least and the most, each a")
    assert problem.message.endswith(f", found {found}")


def test_ranges_at_their_bounds_are_good(guide: Guide) -> None:
    ranges = {"sets": [1, 1000], "seconds": [1.5, 1.5], "incline_pct": [0, 40]}
    plan = read_plan(changed(put("exercises", [{**OWN, "ranges": ranges}])), guide)
    assert plan.exercises[0].ranges == ranges


def test_an_exercise_may_have_no_ranges(guide: Guide) -> None:
    own = {name: value for name, value in OWN.items() if name != "ranges"}
    assert read_plan(changed(put("exercises", [own])), guide).exercises[0].ranges == {}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('"colour": "#aabbcc"', '"colour": {"a": [1, 1e999]}', "weeks[0].colour"),
        ('"by": "another program"', '"by": -1e999', "exercises[0].ranges.tempo"),
        ('"made_by": {', '"made_by": {"x": [[1E+400]],', "made_by"),
    ],
)
def test_infinity_in_an_unknown_key(old: str, new: str, place: str, guide: Guide) -> None:
    text = EVERYTHING.decode()
    assert old in text
    assert refused(text.replace(old, new).encode(), guide) == [Problem(place, FINITE)]


def test_infinity_in_a_known_key(guide: Guide) -> None:
    data = CLEAN.replace(b'"rest_s": 60', b'"rest_s": 1e999', 1)
    assert refused(data, guide) == [
        Problem(f"{ENTRY}.rest_s", "expected a number from 0 to 3600, found Infinity")
    ]


def test_every_problem_is_named_up_to_a_limit(guide: Guide) -> None:
    def many(tree: Any) -> None:
        entries = tree["weeks"][0]["days"][0]["entries"]
        entries[:] = [{**entries[0], "id": f"x{i}", "note": None, "rest_s": -1} for i in range(40)]

    problems = refused(changed(many), guide)
    assert len(problems) == MOST
    assert problems[0].place == f"{ENTRY}.rest_s"
    assert problems[1].place == f"{ENTRY}.note"
    error = PlanFileError(*problems)
    assert str(error) == f"{problems[0].place}: {problems[0].message} (and {MOST - 1} more)"


def test_text_that_looks_like_a_control_character_is_none(guide: Guide) -> None:
    note = r"C:\bin\forms\u0007 \\b"
    plan = read_plan(changed(put(f"{ENTRY}.note", note)), guide)
    assert plan.weeks[0].days[0].entries[0].note == note


CHOICES = ("kind", "stage", "implement")
"""Fields of weeks that take one of some words; a control character is none of these either."""
leaves = st.none() | st.booleans() | st.integers(-5, 5000) | st.floats(-5, 5000) | st.text("ab\a")


@given(data=st.data())
def test_the_quick_look_and_the_slow_one_agree(data: st.DataObject) -> None:
    """What the reader takes at once has no problems to name, and what it refuses has one."""
    tree = json.loads(EVERYTHING)
    spot, key = tree, "weeks"
    while isinstance(spot[key], dict | list) and spot[key] and data.draw(st.integers(0, 9)):
        spot = spot[key]
        key = data.draw(
            st.sampled_from(sorted(spot) if isinstance(spot, dict) else range(len(spot)))
        )
    spot[key] = data.draw(
        leaves | st.lists(leaves, max_size=8) | st.just({}) | st.just({"sets": 1})
    )

    problems = Problems()
    set_aside(tree, (Plan,))
    look_at_fields(tree, Plan, problems)
    taken = validated(tree) is not None
    # Forms and control characters are looked at elsewhere on the quick way.
    by_form = [
        p
        for p in problems
        if ("control" in p.message and not p.place.endswith(CHOICES))
        or p.place.endswith(("start", "reason"))
    ]
    assert taken == (not problems or problems == by_form)


@given(data=st.data())
def test_damaged_bytes_bring_a_plan_or_a_refusal(data: st.DataObject) -> None:
    """Whatever happens to a file on its way: no other exception, and never a plan half read."""
    raw = bytearray(EVERYTHING)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw) - 1))
        raw[start : start + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    try:
        plan = read_plan(bytes(raw), GUIDE)
    except PlanFileError as error:
        assert 1 <= len(error.problems) <= MOST
        assert str(error).isprintable()
    else:
        assert read_plan(plan_bytes(plan), GUIDE) == plan
