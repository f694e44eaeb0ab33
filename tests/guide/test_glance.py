"""The dose at a glance says what the guide allows, in the units that cards use."""

from __future__ import annotations

import pytest

from soleus_desktop.guide.glance import glance
from soleus_desktop.guide.model import Guide, exercise_of
from soleus_desktop.plan.model import CustomExercise


@pytest.mark.parametrize(
    ("exercise", "line"),
    [
        ("bent-knee-calf-raise", "3–4 × 12–20 · 3 s up, 3 s down"),
        ("seated-calf-raise", "3–5 × 15–25"),
        ("isometric-hold", "3–5 × 30–60 s"),
        ("eccentric-heel-drop", "3 × 8–12 per leg · 4–5 s down"),
        ("walking-lunge-heel-raise", "2–3 × 20–30 steps"),
        ("uphill-walk", "10–30 min at 5–10 %"),
    ],
)
def test_each_exercise_shows_its_range(guide: Guide, exercise: str, line: str) -> None:
    assert glance(guide.exercises[exercise]).replace("\u202f", " ").replace("\xa0", " ") == line


def test_without_a_range_the_number_that_it_arrives_with_stands() -> None:
    own = CustomExercise(id="own", name="Own", dose="reps", ranges={"reps": [8, 10]})
    assert glance(exercise_of(own)) == "3 × 8–10"
