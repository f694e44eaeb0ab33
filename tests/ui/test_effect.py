"""What is said of an edit before it is done."""

from __future__ import annotations

import pytest

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Reps, Week, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.weeks import move_weeks
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.session import Session

RAISE = "bent-knee-calf-raise"


@pytest.fixture
def effects(session: Session) -> Effects:
    """Of a plan with a raise in the first two of its three weeks; the third is empty."""
    plan = new_plan(3)
    for week in (0, 1):
        entry = session.guide.exercises[RAISE].entry(f"e{week + 1}")
        plan = edits.add_entry(plan, Slot(week, 0, 0), entry)
    session.begin(plan)
    return Effects(session)


def test_an_edit_that_brings_nothing_is_fine(effects: Effects, session: Session) -> None:
    before = session.report
    effect = effects.of(lambda plan: edits.set_day(plan, 0, 0, note="slowly"))
    assert (effect.state, effect.sign, effect.words) == ("fine", "good", "")
    assert effects.of(lambda plan: plan).state == "fine"
    assert session.report is before


def test_new_findings_are_named_the_worst_first(effects: Effects) -> None:
    effect = effects.of(lambda plan: edits.set_entry(plan, "e1", dose=Reps(sets=9, reps=99)))
    assert effect.state == "finding"
    assert {finding.place.entry for finding in effect.new} == {"e1"}
    ranks = [("error", "warning", "hint").index(finding.severity) for finding in effect.new]
    assert ranks == sorted(ranks)
    assert effect.new[0].message in effect.words
    assert f"and {len(effect.new) - 1} more" in effect.words


def test_what_cannot_be_done_says_why(effects: Effects) -> None:
    effect = effects.of(lambda plan: edits.delete_week(plan, 7))
    assert (effect.state, effect.sign) == ("refused", "refused")
    assert effect.words == f": not possible, {effect.refused}"
    assert "no week 7" in effect.refused


def test_a_finding_goes_along_with_its_entry_and_its_week(
    effects: Effects, session: Session
) -> None:
    assert [f.place.week for f in session.report.open if f.place.week is not None] == [2]
    session.apply("Dose", lambda plan: edits.set_entry(plan, "e1", dose=Reps(sets=9, reps=99)))
    for edit in (
        lambda plan: edits.move_entry(plan, "e1", Slot(0, 4, 0)),
        lambda plan: move_weeks(plan, [2], 0),
        lambda plan: move_weeks(plan, [0], 3),
    ):
        effect = effects.of(edit)
        assert effect.new == effect.gone == ()
    added = effects.of(lambda plan: edits.insert_week(plan, 1, Week()))
    assert [finding.place.week for finding in added.new] == [1]


def test_what_an_edit_mends_is_gone(effects: Effects, session: Session) -> None:
    effect = effects.of(lambda plan: edits.delete_week(plan, 2))
    assert [finding.place.week for finding in effect.gone] == [2]
    session.apply("Delete", lambda plan: edits.delete_week(plan, 2))
    assert effects.of(lambda plan: edits.delete_week(plan, 1)).gone == ()
