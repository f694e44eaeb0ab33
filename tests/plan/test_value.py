"""`replace` lets a value through just where the plan file would."""

from __future__ import annotations

from typing import Any

import pytest

from soleus_desktop.plan import bounds, model
from soleus_desktop.plan.model import (
    Athlete,
    CustomExercise,
    Day,
    Entry,
    Hold,
    Load,
    Plan,
    Reps,
    Steps,
    Tempo,
    Value,
    Waiver,
    Walk,
    Week,
    new_plan,
)

REPS = Reps(sets=3, reps=12)
HOLD = Hold(sets=3, seconds=30)
STEPS = Steps(sets=2, steps=20)
WALK = Walk(minutes=20, incline_pct=6)
TEMPO = Tempo(up_s=3, down_s=3)
LOAD = Load(kg=10, implement="pack")
ENTRY = Entry(id="e1", exercise="isometric-hold", dose=HOLD)
OWN = CustomExercise(id="own", name="Own", dose="reps", ranges={})
WAIVER = Waiver(rule="not-per-leg", reason="so")
WHOLE = "a whole number from {} to {}"
NUMBER = "a number from {} to {}"

NUMBER_HINTS = (
    *("Count", "Seconds", "Phase", "Minutes", "Incline"),
    *("Kilograms", "KneeBend", "BodyMass", "WeekNumber"),
)
NUMBERS: list[tuple[Value, str, float, float, str]] = [
    (REPS, "sets", 1, 1000, WHOLE),
    (REPS, "reps", 1, 1000, WHOLE),
    (HOLD, "sets", 1, 1000, WHOLE),
    (HOLD, "seconds", 1, 3600, NUMBER),
    (STEPS, "sets", 1, 1000, WHOLE),
    (STEPS, "steps", 1, 1000, WHOLE),
    (WALK, "minutes", 1, 600, NUMBER),
    (WALK, "incline_pct", 0, 40, NUMBER),
    (TEMPO, "up_s", 0, 3600, NUMBER),
    (TEMPO, "hold_s", 0, 3600, NUMBER),
    (TEMPO, "down_s", 0, 3600, NUMBER),
    (LOAD, "kg", 0, 1000, NUMBER),
    (ENTRY, "knee_bend_deg", 0, 120, NUMBER + " or nothing"),
    (ENTRY, "rest_s", 0, 3600, NUMBER + " or nothing"),
    (Athlete(), "body_mass_kg", 1, 1000, NUMBER + " or nothing"),
    (WAIVER, "week", 1, 260, WHOLE + " or nothing"),
]


@pytest.mark.parametrize(("value", "field", "least", "most", "words"), NUMBERS, ids=str)
def test_a_number_within_its_bounds(
    value: Value, field: str, least: float, most: float, words: str
) -> None:
    for good in (least, most):
        assert getattr(value.replace(**{field: good}), field) == good
    nan, infinite = float("nan"), float("inf")
    for bad in (least - 1, most + 1, nan, infinite, -infinite, True, "3", (3,)):
        with pytest.raises(ValueError, match=r"^\w+: expected ") as refused:
            value.replace(**{field: bad})
        assert f"{field}: expected {words.format(least, most)}, found " in str(refused.value)
    if words.startswith(NUMBER):
        assert getattr(value.replace(**{field: most - 0.5}), field) == most - 0.5
    else:
        with pytest.raises(ValueError, match="a whole number"):
            value.replace(**{field: most - 0.5})


def test_every_number_of_a_plan_is_in_the_table() -> None:
    numbered = {
        (kind, field)
        for kind in vars(model).values()
        if isinstance(kind, type) and issubclass(kind, Value) and kind is not Value
        for field, hint in kind.__annotations__.items()
        if hint.partition(" ")[0] in NUMBER_HINTS
    }
    assert numbered == {(type(value), field) for value, field, *_ in NUMBERS}


@pytest.mark.parametrize(
    ("value", "field", "most"),
    [
        (new_plan(), "title", 200),
        (new_plan(), "coach", 200),
        (new_plan(), "notes", 10_000),
        (Week(), "label", 200),
        (Week(), "note", 10_000),
        (Day(), "note", 10_000),
        (ENTRY, "note", 10_000),
        (Athlete(), "name", 200),
        (OWN, "name", 200),
        (WAIVER, "reason", 10_000),
    ],
)
def test_a_text_has_its_length_and_no_control_characters(
    value: Value, field: str, most: int
) -> None:
    for good in ("x" * most, "tab\tline\n \u00e9\U0001f9b5"):
        assert getattr(value.replace(**{field: good}), field) == good
    unfit = ("\x00", "a\rb", "\x1b[0m", "\x7f", "\x85", "\ud800")
    for bad in ("x" * (most + 1), *unfit, None, 3, b""):
        with pytest.raises(ValueError, match=rf"{field}: expected text of .*\b{most} characters"):
            value.replace(**{field: bad})


@pytest.mark.parametrize(
    ("value", "field", "choices"),
    [
        (ENTRY, "stage", (*bounds.STAGES, None)),
        (Day(), "kind", bounds.DAY_KINDS),
        (LOAD, "implement", bounds.IMPLEMENTS),
        (Athlete(), "starting_stage", bounds.STAGES),
        (Athlete(), "events", (bounds.EVENTS, ())),
        (Athlete(), "concerns", (bounds.CONCERNS, ())),
        (OWN, "knee", ("bent", "straight")),
        (OWN, "dose", ("reps", "hold", "steps", "walk")),
        (ENTRY, "dose", (REPS, HOLD, STEPS, WALK)),
        (ENTRY, "tempo", (TEMPO, None)),
        (ENTRY, "load", (LOAD, None)),
        (ENTRY, "per_leg", (True, False)),
        (new_plan(), "packs", (("guide", "beyond"), ("guide",))),
        (new_plan(), "start", ("2026-03-02", "2024-02-26", None)),
        (WAIVER, "entry", ("e1", None)),
    ],
)
def test_a_choice_is_one_of_its_own(value: Value, field: str, choices: tuple[Any, ...]) -> None:
    for good in choices:
        assert getattr(value.replace(**{field: good}), field) == good
    for bad in ("", "nonsense", 0, 1, ["guide"], ("nonsense",), ENTRY):
        if (field, bad) == ("entry", "nonsense"):
            continue  # any id will do
        with pytest.raises(ValueError, match=f"^{field}: expected "):
            value.replace(**{field: bad})


@pytest.mark.parametrize(
    "bad",
    ["2026-03-03", "2026-3-2", "20260302", "2026-W10-1", "2026-03-02T00:00", "x", "2026-02-30"],
)
def test_a_start_is_the_date_of_a_monday(bad: str) -> None:
    with pytest.raises(ValueError, match="the date of a Monday"):
        new_plan().replace(start=bad)


@pytest.mark.parametrize("bad", ["", " ", "\t\n"])
def test_a_reason_is_not_blank(bad: str) -> None:
    with pytest.raises(ValueError, match="not blank"):
        WAIVER.replace(reason=bad)


def test_lists_have_their_length() -> None:
    assert len(Day().replace(entries=(ENTRY,) * 50).entries) == 50
    assert len(new_plan().replace(weeks=(Week(),) * 260).weeks) == 260
    for value, field, bad in (
        (Day(), "entries", (ENTRY,) * 51),
        (new_plan(), "weeks", (Week(),) * 261),
        (Week(), "days", (Day(),) * 6),
        (Week(), "days", (Day(),) * 8),
        (Week(), "days", [Day()] * 7),
        (Week(), "days", (*(Day(),) * 6, Week())),
    ):
        with pytest.raises(ValueError, match=f"{field}: expected a list"):
            value.replace(**{field: bad})


def test_what_a_constructor_let_through_is_looked_into() -> None:
    with pytest.raises(ValueError, match=r"dose\.reps: expected a whole number from 1 to 1000"):
        ENTRY.replace(dose=Reps(sets=3, reps=0))
    with pytest.raises(ValueError, match=r"load\.kg: expected a number from 0 to 1000, found nan"):
        ENTRY.replace(load=Load(kg=float("nan"), implement="pack"))


def test_checked_finds_what_is_wrong_however_deep() -> None:
    good = Plan(weeks=(Week(days=(Day(entries=(ENTRY,)), *(Day(),) * 6)),), waivers=(WAIVER,))
    assert good.checked() is good
    wrong = Day(entries=(ENTRY, Entry(id="e2", exercise="x", dose=HOLD, note="\x00")))
    with pytest.raises(ValueError, match=r"^weeks\[1\]\.days\[2\]\.entries\[1\]\.note: expected"):
        Plan(weeks=(Week(), Week(days=(Day(), Day(), wrong, *(Day(),) * 4)))).checked()
    with pytest.raises(ValueError, match=r"^waivers\[0\]\.reason: expected"):
        Plan(weeks=(), waivers=(Waiver(rule="x", reason=" "),)).checked()


def test_an_unknown_field_is_a_mistake_in_the_program() -> None:
    with pytest.raises(TypeError, match="Reps has no field 'seconds'"):
        REPS.replace(seconds=3)


def test_a_long_value_is_shown_in_short() -> None:
    with pytest.raises(ValueError, match="found") as refused:
        new_plan().replace(title="x" * 100_000)
    assert len(str(refused.value)) < 200


def test_what_is_not_changed_is_shared_and_nothing_is_written_to() -> None:
    changed = ENTRY.replace(note="x")
    assert changed.dose is ENTRY.dose
    assert ENTRY.note == ""
    assert ENTRY.replace() == ENTRY
    with pytest.raises(AttributeError):
        ENTRY.note = "y"  # type: ignore[misc]
