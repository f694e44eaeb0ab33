"""Fast entry: what a line says, what is not understood and where, and lines written back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.find import find, nearest
from soleus_desktop.guide.quick import Parsed, parse, written
from soleus_desktop.plan.model import CustomExercise, Entry, Load, Plan
from tests.build import GUIDE
from tests.strategies import TO_BE_NAMED, entries, plans

KNOWN = GUIDE.exercises
RAISE, SEATED, HOLD, DROP, LUNGE, WALK = KNOWN.values()


def read(text: str) -> Parsed:
    return parse(text, KNOWN, "e0")


def said(text: str) -> list[tuple[str, str]]:
    """The stretches of the text that are problems, and what is said of them."""
    return [(text[problem.start : problem.end], problem.says) for problem in read(text).problems]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("bent 3x15 @10kg", "Soleus raise, 3 × 15, weighted 10 kg dumbbells"),
        ("hold 4x45s", "Soleus hold, 4 × 45 s, bodyweight"),
        ("lunge 3x24", "Lunge raise, 3 × 24 steps"),
        ("walk 20min 6%", "Uphill walk, 20 min at 6 %"),
        (
            "bent 3x12 single 3-0-3 knee 25 rest 60s per leg",
            "Soleus raise, 3 × 12 per leg, single leg, tempo 3-0-3, knee 25°, rest 60 s",
        ),
        ("bent 25lb dumbbells", "Soleus raise, 3 × 12, weighted 11.34 kg dumbbells"),
        ("bent 25 pounds backpack", "Soleus raise, 3 × 12, weighted 11.34 kg pack"),
        ("bent", "Soleus raise, 3 × 12, bodyweight"),
        ("BENT-KNEE RAISE 4×20", "Soleus raise, 4 × 20, bodyweight"),
        ("seated 4 * 20, 12,5 kg kettlebell", "Seated raise, 4 × 20, 12.5 kg kettlebell"),
        ("seated 4 sets of 20 reps no load", "Seated raise, 4 × 20"),
        ("4x20 seated barbell", "Seated raise, 4 × 20, 10 kg barbell"),
        ("bent 18", "Soleus raise, 3 × 18, bodyweight"),
        ("bent 4 sets", "Soleus raise, 4 × 12, bodyweight"),
        ("hold 3x1min rest 1:30", "Soleus hold, 3 × 60 s, bodyweight, rest 90 s"),
        ("hold 3 x 45,5 s 90 s rest", "Soleus hold, 3 × 45.5 s, bodyweight, rest 90 s"),
        ("hold 3x45s rest 60s", "Soleus hold, 3 × 45 s, bodyweight, rest 60 s"),
        ("heel drop 3x10 each leg tempo 2/0/4.5", "Heel drop, 3 × 10 per leg, tempo 2-0-4.5"),
        ("heel 3x10 both legs", "Heel drop, 3 × 10"),
        ("bent 3x12/leg one leg", "Soleus raise, 3 × 12 per leg, single leg"),
        ("walk 25 min at 7,5 %", "Uphill walk, 25 min at 7.5 %"),
        ("walk 3x24", "Lunge raise, 3 × 24 steps"),
        ("walk 25 @7%", "Uphill walk, 25 min at 7 %"),
        ("walk 25' 7%", "Uphill walk, 25 min at 7 %"),
        ('hold 4 x 45"', "Soleus hold, 4 × 45 s, bodyweight"),
        ("hold 4x45''", "Soleus hold, 4 × 45 s, bodyweight"),
        ("heel drop 3x10 each", "Heel drop, 3 × 10 per leg"),
        ("Eccentric heel drop, bent knee: 3x10", "Heel drop, 3 × 10 per leg"),
        ("bent 3x15 tempo 313", "Soleus raise, 3 × 15, bodyweight, tempo 3-1-3"),
        ("bent 3x15 tempo: 3 0 3 22lb", "Soleus raise, 3 × 15, weighted 9.98 kg dumbbells, "
         "tempo 3-0-3"),
        ("soleus 3x45s", "Soleus hold, 3 × 45 s, bodyweight"),
        ("bent knee 30° no tempo no rest", "Soleus raise, 3 × 12, bodyweight, no tempo, knee 30°, "
         "rest not stated"),
    ],
)  # fmt: skip
def test_a_line_says_an_entry(text: str, words: str) -> None:
    parsed = read(text)
    assert (parsed.words.replace("\u202f", " "), parsed.problems) == (words, ())
    assert parsed.entry and parsed.entry.checked()


def test_what_is_not_said_is_as_the_exercise_arrives() -> None:
    for exercise in KNOWN.values():
        assert read(exercise.id).entry == exercise.entry("e0")
    assert read("bent 4x14").entry == RAISE.entry("e0").replace(
        dose=RAISE.default_dose.replace(sets=4, reps=14)
    )


def test_weights_are_told_in_the_units_that_are_read() -> None:
    words = parse("bent 25lb", KNOWN, "e0", "lb").words
    assert words.replace("\u202f", " ") == "Soleus raise, 3 × 12, weighted 25 lb dumbbells"


def test_a_load_makes_the_stage_weighted_unless_another_is_said() -> None:
    parsed = read("bent bodyweight 10 kg").entry
    assert parsed and parsed.stage == "bodyweight"
    assert parsed.load == Load(kg=10, implement="dumbbells")
    seated = read("seated 10 kg").entry
    assert seated and seated.stage is None


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("bent foo bär", [("foo", "“foo” is not understood"), ("bär", "“bär” is not")]),
        ("xyz 3x12", [("xyz", "No exercise is called “xyz”")]),
        ("3x12", [("", "Which exercise?")]),
        ("calf 3x15", [("calf", "“calf” may be Soleus raise or Seated raise")]),
        ("raise", [("raise", "“raise” may be Soleus raise or Seated raise or Lunge raise")]),
        ("bent 0x12", [("0x", "sets: expected a whole number from 1 to 1000, found 0")]),
        ("bent 3x12.5", [("12.5", "reps: expected a whole number from 1 to 1000, found 12.5")]),
        ("bent 5000 kg", [("5000 kg", "load.kg: expected a number from 0 to 1000, found 5000")]),
        ("bent 20min", [("20min", "Soleus raise is given in sets and repetitions")]),
        ("hold 3x12 reps", [("12 reps", "Soleus hold is given in holds and seconds")]),
        ("bent pack", [("pack", "How heavy? Say it in kg or lb")]),
        ("bent @10", [("@10", "“@10” is not understood: in kg or lb?")]),
        ("bent 3x15 kg", [("3x15", "“3x15” is not understood"), ("kg", "“kg” is not")]),
        ("bent 3x12,10kg", [("3x12", "“3x12” is not understood")]),
        ("bent 3x12-15", [("3x12-15", "“3x12-15” is not understood")]),
        ("bent 3x12 14 reps", [("14 reps", "This is said twice")]),
        ("bent no load 10kg", [("no load", "A load is given besides")]),
        ("bent 1234567890x3", [("1234567890x3", "“1234567890x3” is not understood")]),
        ("bent seated", [("seated", "“seated” is not understood")]),
        ("", []),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_named_where_it_stands(
    text: str, problems: list[tuple[str, str]]
) -> None:
    found = said(text)
    assert [part for part, _ in found] == [part for part, _ in problems]
    assert all(says.startswith(told) for (_, says), (_, told) in zip(found, problems, strict=True))
    assert read(text).entry is None


def test_a_custom_exercise_is_found_by_its_name_and_counted_in_its_way() -> None:
    own = (
        CustomExercise(id="x-7", name="Single-leg hop 2", dose="reps"),
        CustomExercise(id="x-8", name="Bent-over sway", dose="hold"),
    )
    known = GUIDE.exercises_of(Plan(weeks=(), exercises=own))
    hop = parse("single hop 2 4x8", known, "e0")
    assert hop.entry and (hop.entry.exercise, hop.words) == ("x-7", "Single-leg hop 2, 4 × 8")
    assert parse("x-7", known, "e0").exercise is known["x-7"]
    both = parse("bent", known, "e0")
    assert both.exercise is None
    assert [own.id for own in both.candidates] == [RAISE.id, DROP.id, "x-8"]
    assert parse("bent 3x12 reps", known, "e0").exercise is RAISE
    assert parse("bent 3x30s", known, "e0").exercise is known["x-8"]


def test_names_are_found_by_the_beginnings_of_their_words() -> None:
    assert find("so ra", KNOWN.values()) == [RAISE]
    assert find("tread", KNOWN.values()) == [WALK]
    assert find("", KNOWN.values()) == list(KNOWN.values())
    assert find("aise", KNOWN.values()) == []
    assert nearest("walk", find("walk", KNOWN.values())) == [WALK]
    assert find("walk", KNOWN.values()) == [LUNGE, WALK]


def test_candidates_are_what_the_words_may_become() -> None:
    assert read("").candidates == tuple(KNOWN.values())
    assert read("s").candidates == (RAISE, SEATED, HOLD)
    assert read("  seated 3x").name == (2, 8)


WORDS = """bent hold walk seated calf 3x12 4×45s 20min 6% @10kg 25lb dumbbells pack single weighted
bw 3-0-3 knee 25 rest 60s 1:30 per leg no load tempo , ; . x × 0 1e9 12,5 -1 ² \u0661 é / @ °"""
PIECES = st.sampled_from([*WORDS.split(), "", "\t", "\n"])


@given(st.text() | st.lists(PIECES).map(" ".join) | st.lists(PIECES).map("".join))
def test_no_text_raises_and_problems_stand_in_it(text: str) -> None:
    parsed = read(text)
    for problem in parsed.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
        assert problem.says
    assert (parsed.entry is not None) == (parsed.exercise is not None and not parsed.problems)
    assert parsed.entry is None or parsed.entry.checked()
    if text.strip(" \t\n,;"):
        assert parsed.entry or parsed.problems or not any(map(str.isalnum, text))


@given(entries(TO_BE_NAMED))
def test_what_is_written_reads_as_the_same_entry(entry: Entry) -> None:
    parsed = read(written(entry, KNOWN))
    assert parsed.problems == ()
    assert parsed.entry == entry.replace(note="")


def test_what_is_written_is_short() -> None:
    changes: dict[str, Any] = {"stage": "weighted", "load": Load(kg=7.5, implement="pack")}
    entry = RAISE.entry("e0")
    assert written(entry, KNOWN) == "Soleus raise 3x12"
    assert written(entry.replace(**changes), KNOWN) == "Soleus raise 3x12 weighted 7.5kg pack"
    assert written(WALK.entry("e0"), KNOWN) == "Uphill walk 20min 6%"


@given(plans(), st.text())
def test_no_names_of_ones_own_raise(plan: Plan, text: str) -> None:
    known = GUIDE.exercises_of(plan)
    for exercise in known.values():
        parse(exercise.name + text, known, "e0")
