"""The session: one way to change a plan, undo that covers it, findings that follow."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan import edits
from soleus_desktop.plan.bounds import DAY_KINDS
from soleus_desktop.plan.model import Plan, Week, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.rules.engine import check
from soleus_desktop.ui.session import Session

RAISE = "bent-knee-calf-raise"


def with_raise(session: Session) -> None:
    entry = session.guide.exercises[RAISE].entry("e1")
    session.apply("Add", lambda plan: edits.add_entry(plan, Slot(0, 0, 0), entry))


def set_sets(session: Session, sets: int) -> bool:
    def edit(plan: Plan) -> Plan:
        return edits.change_entry(
            plan, "e1", lambda entry: entry.replace(dose=entry.dose.replace(sets=sets))
        )

    return session.apply("Set sets", edit, merge="sets e1")


def test_an_edit_that_changes_nothing_leaves_no_step(session: Session) -> None:
    with_raise(session)
    assert not session.apply("Nothing", lambda plan: plan)
    assert not set_sets(session, 3)
    assert session.stack.count() == 1


def test_an_edit_that_cannot_be_done_is_said_and_changes_nothing(
    session: Session, qtbot: QtBot
) -> None:
    before = session.plan
    with qtbot.waitSignal(session.refused) as said:
        assert not session.apply("Move", lambda plan: edits.delete_entry(plan, "nobody"))
    assert said.args == ["no entry 'nobody' in the plan"]
    assert session.plan is before


def test_steps_of_one_spin_box_merge_and_vanish_when_they_come_back(session: Session) -> None:
    with_raise(session)
    for sets in (4, 5, 6):
        set_sets(session, sets)
    assert session.stack.count() == 2
    session.stack.undo()
    assert session.plan.weeks[0].days[0].entries[0].dose.sets == 3  # type: ignore[union-attr]
    session.stack.redo()
    set_sets(session, 3)
    assert session.stack.count() == 1


def test_findings_follow_edit_and_undo(session: Session) -> None:
    session.apply("One week", lambda plan: plan.replace(weeks=plan.weeks[:1]))
    with_raise(session)
    assert session.report.counts["error"] == 0
    set_sets(session, 9)
    assert [finding.rule.id for finding in session.report.open] == ["sets-outside-guide"]
    session.stack.undo()
    assert session.report.open == ()


def test_dirty_until_saved_and_only_the_saved_plan_is_clean(
    session: Session, tmp_path: Path
) -> None:
    assert not session.dirty
    with_raise(session)
    assert session.dirty
    saved = session.plan
    set_sets(session, 4)
    session.saved(saved, tmp_path / "a.soleus")
    assert session.dirty  # what was written is not what is shown
    session.saved(session.plan, tmp_path / "a.soleus")
    assert not session.dirty
    session.stack.undo()
    assert session.dirty


def test_preview_tells_what_an_edit_would_bring_and_changes_nothing(session: Session) -> None:
    with_raise(session)
    before = session.plan, session.report
    report = session.preview(lambda plan: edits.set_entry(plan, "e1", tempo=None))
    assert report is not None
    assert "tempo-outside-guide" in {finding.rule.id for finding in report.open}
    assert (session.plan, session.report) == before
    assert session.preview(lambda plan: edits.delete_entry(plan, "nobody")) is None


def test_beginning_another_plan_forgets_the_history(session: Session, tmp_path: Path) -> None:
    with_raise(session)
    session.begin(new_plan(2), tmp_path / "two.soleus")
    assert session.stack.count() == 0
    assert (session.dirty, session.name) == (False, "two")


CHANGES = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 3), st.integers(0, 6)),
        st.tuples(st.just("kind"), st.integers(0, 3), st.integers(0, 6)),
        st.tuples(st.just("move"), st.integers(0, 3), st.integers(0, 6)),
        st.tuples(st.just("week"), st.integers(0, 3), st.just(0)),
        st.tuples(st.just("gone"), st.integers(0, 3), st.just(0)),
        st.tuples(st.just("undo"), st.just(0), st.just(0)),
        st.tuples(st.just("redo"), st.just(0), st.just(0)),
    ),
    max_size=25,
)


def _edit(guide: Guide, plan: Plan, what: str, week: int, day: int) -> Plan:
    if what == "add":
        exercise = list(guide.exercises.values())[(week + day) % 6]
        return edits.add_entry(plan, Slot(week, day, 0), exercise.entry(edits.fresh_id(plan)))
    if what == "kind":
        return edits.set_day(plan, week, day, kind=DAY_KINDS[(week + day) % 4])
    if what == "move":
        first = next(e for w in plan.weeks for d in w.days for e in d.entries)
        return edits.move_entry(plan, first.id, Slot(week, day, 0))
    if what == "week":
        return edits.insert_week(plan, week, Week(label=str(day)))
    return edits.delete_week(plan, week)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=CHANGES)
def test_any_edits_undone_give_the_plan_before_and_redone_the_plan_after(
    session: Session, guide: Guide, changes: list[tuple[str, int, int]]
) -> None:
    session.begin(new_plan(3))
    before = session.plan
    for what, week, day in changes:
        if what in ("undo", "redo"):
            getattr(session.stack, what)()
            continue
        try:
            after = _edit(guide, session.plan, what, week, day)
        except (IndexError, StopIteration, ValueError):
            continue
        session.apply(what, lambda _plan, after=after: after)  # type: ignore[misc]
        assert session.report == check(session.plan, guide)
    after = session.plan
    steps = session.stack.index()
    session.stack.setIndex(0)
    assert session.plan is before
    session.stack.setIndex(steps)
    assert session.plan == after
    assert session.report == check(after, guide)
