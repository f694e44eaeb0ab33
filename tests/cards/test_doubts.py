from __future__ import annotations

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.plan.edits import set_athlete, set_day, set_entry, set_week
from tests.build import GUIDE, plan_of
from tests.cards.odd import ODD
from tests.cards.printing import SESSIONS, a_week, letters_of, plan_with_own, printed, text_of


def test_ordinary_plans_bring_no_warning() -> None:
    assert printed(plan_of(["w1 mon: " + "; ".join(GUIDE.exercises)])).warnings == ()
    plan = set_athlete(a_week(), name="Żaneta Größmann Ñandú Ελένη Иванова")
    assert printed(plan).warnings == ()


def test_a_missing_character_is_named_and_shown_as_a_box() -> None:
    plan = set_week(a_week(), 0, label="Go \U0001f680\U0001f680")
    plan = set_entry(plan, "e2", note="漢 \U0001f680")
    cards = printed(plan)
    assert cards.warnings == (
        "U+6F22 CJK UNIFIED IDEOGRAPH-6F22 is not in the cards' typeface: printed as □"
        " (once, first in a note of Week 1, Monday).",
        "U+1F680 ROCKET is not in the cards' typeface: printed as □"
        " (3 times, first in the label of Week 1).",
    )
    assert "Go□□" in letters_of(cards)


def test_every_text_of_the_card_is_looked_at() -> None:
    rocket = "\U0001f680"
    for place, plan in {
        "the plan's title": a_week().replace(title=rocket),
        "the athlete's name": set_athlete(a_week(), name=rocket),
        "the note of Week 1": set_week(a_week(), 0, note=rocket),
        "the note of Week 1, Wednesday": set_day(a_week(), 0, 2, note=rocket),
        "a note of Week 1, Sunday": set_entry(a_week(), "e6", note=rocket),
        "the exercise “Own”": plan_with_own(cue=rocket),
    }.items():
        (warning,) = printed(plan).warnings
        assert warning.startswith("U+1F680 ROCKET")
        assert f"(once, first in {place})" in warning


def test_right_to_left_and_marks_are_warned_of() -> None:
    warnings = printed(set_entry(a_week(), "e1", note="שלום q\u0301")).warnings
    assert (
        "Right-to-left text prints from left to right (first in a note of Week 1, Monday)."
        in warnings
    )
    assert (
        "Marks on letters may stand beside their letter (first in a note of Week 1, Monday)."
        in warnings
    )
    assert sum("HEBREW" in warning for warning in warnings) == 4
    assert printed(set_entry(a_week(), "e1", note="e\u0301")).warnings == ()


def test_strange_texts_are_warned_of_in_every_layout() -> None:
    said = {printed(ODD["strange"](), options).warnings for options in SESSIONS}
    assert len(said) == 1
    (warnings,) = said
    assert any("ARABIC" in warning for warning in warnings)
    assert any("ZERO WIDTH JOINER" in warning for warning in warnings)


def test_a_box_stands_for_what_is_missing_beside_a_title_too() -> None:
    made = printed(a_week().replace(coach="漢字"), CardOptions(layout="coach"))
    assert "Coach\u2019s copy □□" in text_of(made)
