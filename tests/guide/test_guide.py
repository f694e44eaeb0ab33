"""The guide as data: its figures, its facts, and what arrives in a plan."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import (
    DOSE_FIELDS,
    WHOLE_FIELDS,
    Exercise,
    Guide,
    Range,
    exercise_of,
)
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import CustomExercise, Plan

FOLDER = resources() / "guide"
EXERCISES = load_guide(FOLDER).exercises.values()

# every fact of the guide, complete
FACTS = {
    "why": "pump slow-twitch one-joint jobs gastrocnemius benefits",
    "principle": "consistent targeted knee-bent",
    "bent-knee-calf-raise": "cornerstone setup movement progression dose tempo cue video",
    "seated-calf-raise": "setup movement dose why video",
    "isometric-hold": "movement options dose why video",
    "eccentric-heel-drop": "setup movement dose tempo why video",
    "walking-lunge-heel-raise": "movement dose why video",
    "uphill-walk": "dose incline when why video",
}

# every number of the guide: exercise, field, least, most
NUMBERS = {
    ("bent-knee-calf-raise", "sets", 3, 4),
    ("bent-knee-calf-raise", "reps", 12, 20),
    ("bent-knee-calf-raise", "up_s", 3, 3),
    ("bent-knee-calf-raise", "down_s", 3, 3),
    ("bent-knee-calf-raise", "knee_bend_deg", 20, 30),
    ("seated-calf-raise", "sets", 3, 5),
    ("seated-calf-raise", "reps", 15, 25),
    ("isometric-hold", "sets", 3, 5),
    ("isometric-hold", "seconds", 30, 60),
    ("isometric-hold", "knee_bend_deg", 20, 30),  # it is the raise, held
    ("eccentric-heel-drop", "sets", 3, 3),
    ("eccentric-heel-drop", "reps", 8, 12),
    ("eccentric-heel-drop", "down_s", 4, 5),
    ("walking-lunge-heel-raise", "sets", 2, 3),
    ("walking-lunge-heel-raise", "steps", 20, 30),
    ("uphill-walk", "minutes", 10, 30),
    ("uphill-walk", "incline_pct", 5, 10),
}


def test_the_facts_are_all_there(guide: Guide) -> None:
    assert list(guide.facts) == [
        f"{on}.{name}" for on, names in FACTS.items() for name in names.split()
    ]
    assert all(fact.says.endswith(".") and fact.id == name for name, fact in guide.facts.items())


def test_the_numbers_are_the_guides(guide: Guide) -> None:
    assert {
        (exercise.id, field, limit.least, limit.most)
        for exercise in guide.exercises.values()
        for field, limit in exercise.ranges.items()
    } == NUMBERS


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_cites_facts_and_arrives_inside_its_ranges(
    exercise: Exercise, guide: Guide
) -> None:
    cites = {limit.cite for limit in exercise.ranges.values()} | {exercise.why}
    cites |= {cite for cite in (exercise.per_leg_cite, exercise.implements_cite) if cite}
    assert cites <= set(guide.facts)
    entry = exercise.entry("e1").checked()
    assert (entry.exercise, entry.dose.type) == (exercise.id, exercise.dose)
    assert set(DOSE_FIELDS[exercise.dose]) <= set(exercise.ranges)
    for field, limit in exercise.ranges.items():
        holder = entry.tempo if field in ("up_s", "down_s") else entry.dose
        value = getattr(entry if field == "knee_bend_deg" else holder, field)
        assert limit.holds(value), field
    assert entry.load is None or entry.load.implement in exercise.implements
    assert entry.stage in (exercise.stages[:1] or (None,))
    assert entry.per_leg == bool(exercise.per_leg_cite)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_can_be_explained(exercise: Exercise) -> None:
    assert 2 <= len(exercise.how_to) <= 3
    assert exercise.cues
    assert exercise.purpose.endswith(".")
    assert exercise.brief
    assert len(exercise.brief) <= len(exercise.name)


def test_a_video_is_one_that_can_exist(guide: Guide) -> None:
    videos = {exercise.id: exercise.video for exercise in guide.exercises.values()}
    without = {"eccentric-heel-drop", "uphill-walk"}  # a broken link; none given
    assert {name for name, video in videos.items() if video is None} == without
    for video in filter(None, videos.values()):
        assert re.fullmatch(r"https://youtube\.com/shorts/[\w-]{11}", video)


def test_a_custom_exercise_takes_the_shape_of_the_guides() -> None:
    own = CustomExercise(
        id="own",
        name="Wall raise",
        dose="reps",
        knee="straight",
        cue="Slowly.",
        ranges={"sets": [5, 6], "reps": [1, 2], "seconds": [1, 2], "newer": "kept"},
    )
    exercise = exercise_of(own)
    assert exercise.ranges == {"sets": Range(5, 6, "own"), "reps": Range(1, 2, "own")}
    assert exercise.cues == ("Slowly.",)
    assert (exercise.custom, exercise.knee, exercise.figure) == (True, "straight", "custom")
    arrived = exercise.entry("e1").checked()
    assert (arrived.dose.sets, arrived.dose.reps) == (5, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["", " \n"])
def test_a_custom_exercise_without_a_name_goes_by_its_id(name: str) -> None:
    assert exercise_of(CustomExercise(id="own", name=name, dose="reps", ranges={})).name == "own"


def test_the_guides_own_exercises_come_first_and_keep_their_ids(guide: Guide) -> None:
    own = CustomExercise(id="own", name="Own", dose="walk", ranges={})
    usurper = own.replace(id="uphill-walk")
    known = guide.exercises_of(Plan(weeks=(), exercises=(own, usurper)))
    assert list(known) == [*guide.exercises, "own"]
    assert known["uphill-walk"] is guide.exercises["uphill-walk"]


@pytest.mark.parametrize(
    ("field", "value", "nearest"),
    [("sets", 1, 3), ("sets", 9, 4), ("sets", 4, 4), ("seconds", 2.5, 2.6), ("seconds", 9, 4.4)],
)
def test_the_nearest_allowed_value(field: str, value: float, nearest: float) -> None:
    assert Range(2.6, 4.4, "x").nearest_in(field, value) == nearest
    assert (field in WHOLE_FIELDS) == (type(nearest) is int)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[exercise]\n", "exercises.toml: "),
        ('[[exercise]]\nid = "own"\n', "exercises.toml: own: 'ranges'"),
        ('[[exercise]]\nid = "own"\nranges = { sets = {} }\n', "exercises.toml: own: "),
    ],
)
def test_a_broken_guide_names_file_and_exercise(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "exercises.toml").write_text(text, encoding="utf-8")
    (tmp_path / "facts.toml").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=f"^{message}"):
        load_guide(tmp_path)


def test_a_guide_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_guide(tmp_path)
