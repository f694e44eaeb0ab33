"""Replacing an exercise keeps what still applies and brings nothing that the guide refuses."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.model import DOSE_FIELDS, exercise_of
from soleus_desktop.guide.replace import replaced
from soleus_desktop.plan.model import CustomExercise, Entry, Hold, Load, Reps, Steps, Tempo, Walk
from soleus_desktop.plan.words import entry_line
from tests.build import GUIDE, plan_of
from tests.strategies import custom_exercises, entries

RAISE, SEATED = "bent-knee-calf-raise", "seated-calf-raise"
HOLD, DROP = "isometric-hold", "eccentric-heel-drop"
LUNGE, WALK = "walking-lunge-heel-raise", "uphill-walk"


def entry(text: str) -> Entry:
    return plan_of([f"w1 mon: {text}"]).weeks[0].days[0].entries[0]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (f"{RAISE} 4x18", SEATED, "4 × 18 · 10\u202fkg dumbbells"),
        (f"{RAISE} 3x12", SEATED, "3 × 15 · 10\u202fkg dumbbells"),  # 12 is too few, sitting
        (f"{SEATED} 5x25", RAISE, "4 × 20 · weighted · 10\u202fkg dumbbells"),
        (f"{SEATED} load=20kg-barbell", RAISE, "3 × 15 · bodyweight"),  # not named for it
        (f"{RAISE} stage=single-leg", HOLD, "3 × 30\u202fs · single leg"),
        (
            f"{RAISE} stage=weighted load=8kg-pack",
            HOLD,
            "3 × 30\u202fs · weighted · 8\u202fkg pack",
        ),
        (f"{HOLD} stage=weighted load=8kg-vest", RAISE, "3 × 12 · bodyweight"),
        (f"{HOLD} 5x45s", RAISE, "4 × 12 · bodyweight"),
        (f"{HOLD} 5x45s", WALK, "20\u202fmin at 6\u202f%"),
        (f"{RAISE} 4x12", DROP, "3 × 12 per leg"),
        (f"{DROP} 3x10", RAISE, "3 × 12 per leg · bodyweight"),
        (f"{RAISE} 4x12 stage=weighted load=8kg-pack", LUNGE, "3 × 20 steps"),
        (f"{WALK} 25min@8%", SEATED, "3 × 15 · 10\u202fkg dumbbells"),
    ],
)
def test_what_still_applies_is_kept(old: str, new: str, line: str) -> None:
    assert entry_line(replaced(entry(old), GUIDE.exercises[new])) == line


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (f"{RAISE} tempo=3-1-3", SEATED, {"tempo": Tempo(up_s=3, hold_s=1, down_s=3)}),
        (f"{RAISE} tempo=3-1-3", DROP, {"tempo": Tempo(up_s=1, down_s=4)}),  # too quick
        (f"{DROP} tempo=2-0-5", RAISE, {"tempo": Tempo(up_s=3, down_s=3)}),
        (f"{RAISE} tempo=3-1-3", HOLD, {"tempo": None}),
        (f"{RAISE} knee=28", HOLD, {"knee_bend_deg": 28}),
        (f"{RAISE} knee=45", HOLD, {"knee_bend_deg": 25}),
        (f"{RAISE} knee=28", SEATED, {"knee_bend_deg": None}),
        (f"{SEATED}", RAISE, {"knee_bend_deg": 25, "tempo": Tempo(up_s=3, down_s=3)}),
        (f"{RAISE}", WALK, {"rest_s": None, "per_leg": False}),
        (f"{WALK}", RAISE, {"rest_s": 60}),
    ],
)
def test_tempo_knee_and_rest_stay_where_they_mean_something(
    old: str, new: str, expected: dict[str, Any]
) -> None:
    changed = replaced(entry(old), GUIDE.exercises[new])
    assert {name: getattr(changed, name) for name in expected} == expected


def test_id_note_rest_and_unknown_keys_stay() -> None:
    old = entry(RAISE).replace(note="barefoot", rest_s=90, extra=(("x", 1),))
    new = replaced(old, GUIDE.exercises[SEATED])
    assert (new.id, new.note, new.rest_s, new.extra) == ("e1", "barefoot", 90, (("x", 1),))
    assert replaced(old, GUIDE.exercises[RAISE]) is old


def test_an_exercise_of_ones_own_takes_load_and_knee_bend_but_no_stage() -> None:
    own = exercise_of(CustomExercise(id="own", name="On the stairs", dose="reps"))
    old = entry(f"{RAISE} 4x18 stage=weighted load=8kg-pack knee=22")
    new = replaced(old, own)
    assert (new.dose, new.load, new.knee_bend_deg, new.stage) == (
        Reps(sets=4, reps=18),
        Load(kg=8, implement="pack"),
        22,
        None,
    )
    straight = exercise_of(CustomExercise(id="own", name="", dose="reps", knee="straight"))
    assert replaced(old, straight).knee_bend_deg is None


@given(data=st.data(), new=st.sampled_from(list(GUIDE.exercises.values())))
def test_any_replacement_is_sound_and_inside_the_new_ranges(data: st.DataObject, new: Any) -> None:
    """Unless it was that exercise before: then it stays as it is."""
    own = data.draw(custom_exercises())
    old = data.draw(entries(st.just("e1"), (own,)))
    done = replaced(old, new).checked()
    assert done.dose.type == new.dose
    assert isinstance(done.dose, Reps | Hold | Steps | Walk)
    if old.exercise != new.id:
        for name in DOSE_FIELDS[new.dose]:
            assert new.ranges[name].holds(getattr(done.dose, name))
        assert (done.stage == "weighted") == bool(done.load and new.stages)
    assert replaced(old, exercise_of(own)).checked().dose.type == own.dose
