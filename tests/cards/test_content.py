from __future__ import annotations

import pytest

from soleus_desktop.cards.content import NothingToPrint
from soleus_desktop.plan.edits import set_day, set_entry, set_week
from soleus_desktop.plan.model import Load, Plan, Tempo
from tests.build import plan_of
from tests.cards.printing import a_week, plan_with_own, printed, told


def test_a_card_for_each_day_that_has_entries_whatever_its_kind() -> None:
    plan = plan_of(
        ["w1 tue: isometric-hold", "w2 wed race: uphill-walk", "w2 sun rest: uphill-walk"]
    )
    cards = told(plan)
    assert [(card.week_name, card.day_name, card.kind) for card in cards] == [
        ("Week 1", "Tuesday", "Training day"),
        ("Week 2", "Wednesday", "Race day"),
        ("Week 2", "Sunday", "Rest day"),
    ]


def test_dates_go_by_the_start() -> None:
    lines = ["w1 mon: uphill-walk", "w1 sun: uphill-walk"]
    plan = plan_of(lines)
    for start, dates in {
        None: ["", ""],
        "2026-12-28": ["28 December 2026", "3 January 2027"],
    }.items():
        cards = told(plan.replace(start=start))
        assert [card.date for card in cards] == dates


def test_a_week_note_is_said_once_and_day_notes_on_their_day() -> None:
    plan = set_day(set_week(a_week(), 0, note="Easy week"), 0, 2, note="Before noon")
    cards = told(plan)
    assert [card.week_note for card in cards] == ["Easy week", "", "", ""]
    assert [card.note for card in cards] == ["", "Before noon", "", ""]


def test_an_entry_says_what_it_states_and_no_more() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise 4x12 knee=none tempo=none stage=none"])
    (card,) = told(set_entry(plan, "e1", rest_s=None))
    (entry,) = card.entries
    assert (entry.dose, entry.per_leg, entry.facts, entry.tempo) == ("4 × 12", False, (), None)

    full = set_entry(
        plan,
        "e1",
        stage="weighted",
        load=Load(kg=12.5, implement="pack"),
        knee_bend_deg=25,
        rest_s=90,
        per_leg=True,
        tempo=Tempo(up_s=3, down_s=3),
    )
    (card,) = told(full)
    facts = ("weighted", "12.5\u202fkg pack", "knee bent 25°", "rest 90\u202fs")
    assert (card.entries[0].facts, card.entries[0].per_leg) == (facts, True)


def test_a_box_a_set_and_one_for_a_walk() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise 4x12; isometric-hold 5x30s; uphill-walk"])
    (card,) = told(plan)
    assert [entry.sets for entry in card.entries] == [4, 5, 1]


@pytest.mark.parametrize("weeks", [0, 3])
def test_a_plan_without_entries_has_nothing_to_print(weeks: int) -> None:
    plan = plan_of([], weeks=weeks) if weeks else Plan(weeks=())
    with pytest.raises(NothingToPrint, match="no day of the plan has exercises"):
        printed(plan)
    assert issubclass(NothingToPrint, ValueError)


def test_own_exercises_say_that_they_are() -> None:
    plan = plan_with_own(how_to=("One", "Two"), cue="Three", video="https://example.org/v")
    (card,) = told(plan)
    entry = card.entries[0]
    assert (entry.own, entry.figure, entry.steps) == (True, "custom", ("One", "Two"))
    assert (entry.cues, entry.video) == (("Three",), "https://example.org/v")
