"""Numbers in words."""

from __future__ import annotations

import pytest

from soleus_desktop.plan import words
from soleus_desktop.plan.bounds import IMPLEMENTS, STAGES
from soleus_desktop.plan.model import Dose, Entry, Hold, Load, Reps, Steps, Tempo, Walk


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (3, "3"),
        (3.0, "3"),
        (2.5, "2.5"),
        (60.0001, "60.0001"),  # a number just outside a range does not look as if it were inside
        (1000.25, "1000.25"),
        (0.1 + 0.2, "0.3"),
        (1_000_000, "1000000"),
    ],
)
def test_a_number(value: float, text: str) -> None:
    assert words.number(value) == text


def test_a_range() -> None:
    assert words.span(3, 4.0) == "3–4"
    assert words.span(3, 3) == "3"


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        (Reps(sets=3, reps=12), "3×12"),
        (Hold(sets=3, seconds=45.5), "3×45.5s"),
        (Steps(sets=2, steps=20), "2×20"),
        (Walk(minutes=20, incline_pct=6.5), "20min"),
    ],
)
def test_a_dose_in_few_letters(dose: Dose, text: str) -> None:
    assert words.dose_short(dose) == text


@pytest.mark.parametrize(
    ("dose", "text"),
    [
        (Reps(sets=3, reps=12), "3 × 12"),
        (Hold(sets=3, seconds=45), "3 × 45 s"),
        (Steps(sets=2, steps=20), "2 × 20 steps"),
        (Walk(minutes=20, incline_pct=6.5), "20 min at 6.5 %"),
    ],
)
def test_a_dose(dose: Reps | Hold | Steps | Walk, text: str) -> None:
    assert words.dose(dose).replace(words.THIN, " ") == text


def test_a_tempo_for_coach_and_athlete() -> None:
    tempo = Tempo(up_s=1, hold_s=0, down_s=4.5)
    assert words.tempo(tempo) == "1-0-4.5"
    assert words.tempo_long(tempo).replace(words.THIN, " ") == "1 s up, 4.5 s down"
    held = words.tempo_long(tempo.replace(hold_s=2)).replace(words.THIN, " ")
    assert held == "1 s up, 2 s held, 4.5 s down"


def test_an_entry_on_one_line() -> None:
    entry = Entry(
        id="e1",
        exercise="bent-knee-calf-raise",
        stage="single-leg",
        dose=Reps(sets=3, reps=12),
        per_leg=True,
        load=Load(kg=10.0, implement="dumbbells"),
    )
    line = words.entry_line(entry).replace(words.THIN, " ")
    assert line == "3 × 12 per leg · single leg · 10 kg dumbbells"
    assert words.entry_line(entry.replace(per_leg=False, stage=None, load=None)) == "3 × 12"


def test_every_stage_and_implement_has_words() -> None:
    assert tuple(words.STAGE_NAMES) == STAGES
    assert tuple(words.IMPLEMENT_NAMES) == IMPLEMENTS
