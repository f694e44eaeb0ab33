"""What menus and keys do to the plan."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtGui import QGuiApplication

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Day, Week, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.commands import Commands
from soleus_desktop.ui.day_commands import DayCommands
from soleus_desktop.ui.edit_commands import EditCommands
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.week_commands import WeekCommands

RAISE, HOLD, WALK = "bent-knee-calf-raise", "isometric-hold", "uphill-walk"


class Do(NamedTuple):
    """All commands over one plan."""

    entry: Commands
    any: EditCommands
    day: DayCommands
    week: WeekCommands


@pytest.fixture
def do(session: Session, selection: Selection) -> Do:
    session.begin(new_plan(2))
    weeks = WeekCommands(session, selection)
    return Do(
        Commands(session, selection),
        EditCommands(session, selection, weeks),
        DayCommands(session, selection),
        weeks,
    )


def exercises(session: Session, week: int, day: int) -> list[str]:
    return [entry.exercise for entry in session.plan.weeks[week].days[day].entries]


def test_added_exercises_follow_each_other_and_are_selected(
    do: Do, session: Session, selection: Selection
) -> None:
    do.entry.add(RAISE)
    do.entry.add(HOLD)
    assert exercises(session, 0, 0) == [RAISE, HOLD]
    selection.select(0, 0, "e1")
    do.entry.add(WALK)
    assert exercises(session, 0, 0) == [RAISE, WALK, HOLD]
    assert selection.entry_id == "e3"


def test_what_is_new_goes_onto_each_selected_day_as_one_step(
    do: Do, session: Session, selection: Selection
) -> None:
    fridays, days = ((0, 4), (1, 4)), ((0, 0), (0, 4), (1, 4))
    selection.select_days(days)
    do.entry.add(RAISE)
    assert [exercises(session, *at) for at in days] == [[RAISE]] * 3
    assert session.stack.count() == 1
    selection.select(0, 0, "e1")
    do.any.copy()
    selection.select_days(fridays)
    do.any.paste()
    assert [exercises(session, *at) for at in fridays] == [[RAISE, RAISE]] * 2
    assert selection.days == fridays  # for what comes next
    session.stack.undo()
    session.stack.undo()
    assert session.plan == new_plan(2)
    selection.select_weeks([0, 1])  # by their heads: not onto fourteen days
    do.entry.add(WALK)
    assert sum(len(day.entries) for week in session.plan.weeks for day in week.days) == 1


def test_move_wraps_from_sunday_to_monday_and_stops_at_the_ends(
    do: Do, session: Session, selection: Selection
) -> None:
    selection.select(0, 6)
    do.entry.add(RAISE)
    do.entry.move(days=1)
    assert (selection.week, selection.day) == (1, 0)
    do.entry.move(weeks=1)
    assert (selection.week, selection.day) == (1, 0)
    do.entry.move(weeks=-1)
    assert exercises(session, 0, 0) == [RAISE]
    do.entry.move(days=-1)
    assert exercises(session, 0, 0) == [RAISE]


def test_reorder_within_the_day(do: Do, session: Session, selection: Selection) -> None:
    do.entry.add(RAISE)
    do.entry.add(HOLD)
    do.entry.reorder(-1)
    assert exercises(session, 0, 0) == [HOLD, RAISE]
    do.entry.reorder(-1)
    assert exercises(session, 0, 0) == [HOLD, RAISE]
    do.entry.reorder(1)
    assert exercises(session, 0, 0) == [RAISE, HOLD]
    assert selection.entry_id == "e2"


def test_copy_and_paste_bring_a_copy_and_text_that_a_person_can_read(
    do: Do, session: Session, selection: Selection
) -> None:
    do.entry.add(RAISE)
    do.any.copy()
    assert QGuiApplication.clipboard().text().startswith("Bent-knee calf raise: 3 × 12")
    selection.select(1, 3)
    do.any.paste()
    assert exercises(session, 1, 3) == [RAISE]
    assert exercises(session, 0, 0) == [RAISE]


def test_what_was_cut_can_be_pasted(do: Do, session: Session, selection: Selection) -> None:
    do.entry.add(RAISE)
    do.any.cut()
    assert exercises(session, 0, 0) == []
    selection.select(1, 3)
    do.any.paste()
    assert exercises(session, 1, 3) == [RAISE]


def test_delete_selects_what_is_left(do: Do, session: Session, selection: Selection) -> None:
    for exercise in (RAISE, HOLD, WALK):
        do.entry.add(exercise)
    selection.select(0, 0, "e2")
    do.any.delete()
    assert selection.entry_id == "e3"
    do.any.delete()
    do.any.delete()
    do.any.delete()
    assert exercises(session, 0, 0) == []
    assert session.stack.count() == 6


def test_weeks(do: Do, session: Session, selection: Selection) -> None:
    do.entry.add(RAISE)
    do.week.duplicate()  # the empty week 2 takes the copy
    assert exercises(session, 1, 0) == [RAISE]
    assert (len(session.plan.weeks), selection.week) == (2, 1)
    do.week.duplicate()
    assert (len(session.plan.weeks), selection.week) == (3, 2)
    do.week.delete()
    do.week.add()
    assert (len(session.plan.weeks), selection.week) == (3, 2)
    selection.select(0, 0)
    do.week.insert()
    assert exercises(session, 1, 0) == [RAISE]
    assert (len(session.plan.weeks), selection.week) == (4, 0)


def test_clear_the_day_is_one_step(do: Do, session: Session, selection: Selection) -> None:
    do.entry.add(RAISE)
    do.entry.add(HOLD)
    do.day.clear()
    assert exercises(session, 0, 0) == []
    session.stack.undo()
    assert exercises(session, 0, 0) == [RAISE, HOLD]


def test_nothing_is_harmed_in_a_plan_without_weeks(do: Do, session: Session) -> None:
    session.begin(new_plan(0))
    every = (do.any.copy, do.any.cut, do.any.delete, do.any.paste, do.any.duplicate, do.day.clear)
    more = (do.day.swap, do.day.insert_rest_day, do.week.copy_layout, do.any.select_all)
    for act in (*every, *more):
        act()
    do.week.move(-1)
    do.week.move(1)
    do.entry.add(RAISE)
    do.entry.move(days=1)
    do.entry.reorder(1)
    do.week.delete()
    do.week.duplicate()
    do.day.set_kind("race")
    assert session.plan == new_plan(0)
    do.week.insert()
    assert len(session.plan.weeks) == 1


def test_a_full_day_refuses_one_more(do: Do, session: Session) -> None:
    plan = session.plan
    for number in range(50):
        entry = session.guide.exercises[RAISE].entry(f"x{number}")
        plan = edits.add_entry(plan, Slot(0, 0, 0), entry)
    session.begin(plan)
    do.entry.add(HOLD)
    assert len(session.plan.weeks[0].days[0].entries) == 50


def weeks(session: Session) -> list[Week]:
    return list(session.plan.weeks)


def stand(session: Session) -> dict[str, tuple[int, int]]:
    """Where each entry stands."""
    return {
        entry.id: (w, d)
        for w, week in enumerate(session.plan.weeks)
        for d, day in enumerate(week.days)
        for entry in day.entries
    }


@pytest.fixture
def spread(do: Do, session: Session, selection: Selection) -> Do:
    """Monday: a raise and a hold (e1, e2); Wednesday: a raise (e3); week 2, Sunday: a walk (e4)."""
    for exercise, week, day in ((RAISE, 0, 0), (HOLD, 0, 0), (RAISE, 0, 2), (WALK, 1, 6)):
        selection.select(week, day)
        do.entry.add(exercise)
    return do


def test_entries_of_several_days_are_pasted_at_their_distances(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_entries(["e2", "e3"], "e3")
    spread.any.copy()
    selection.select(1, 1)
    spread.any.paste()
    assert [stand(session)[one] for one in selection.entry_ids] == [(1, 1), (1, 3)]
    assert session.stack.undoText() == "Copy 2 exercises to Week 2, Tuesday"
    assert len(stand(session)) == 6


def test_text_of_several_days_has_headings(
    spread: Do, session: Session, selection: Selection
) -> None:
    session.apply("Date", lambda plan: plan.replace(start="2026-03-02"))
    session.apply("Label", lambda plan: edits.set_week(plan, 1, label="Easy"))
    session.apply("Note", lambda plan: edits.set_day(plan, 1, 6, note="Bring poles"))
    selection.select_days([(0, 0), (0, 1), (1, 6)])
    spread.any.copy()
    text = QGuiApplication.clipboard().text()
    assert text.split("\n") == [
        "Week 1, Monday \u00b7 2 March",
        "Bent-knee calf raise: 3 \u00d7 12 \u00b7 bodyweight; tempo 3-0-3; knee bent 25\u00b0; "
        "rest 60\u202fs",
        "Isometric soleus hold: 3 \u00d7 30\u202fs \u00b7 bodyweight; knee bent 25\u00b0; "
        "rest 60\u202fs",
        "",
        "Week 2, Sunday \u00b7 15 March \u00b7 Easy \u00b7 recovery day",
        "Uphill walk: 20\u202fmin at 6\u202f%",
        "Bring poles",
    ]


def test_days_are_pasted_with_kind_and_note_and_cut_leaves_rest_days(
    spread: Do, session: Session, selection: Selection
) -> None:
    session.apply("Day", lambda plan: edits.set_day(plan, 0, 2, kind="race", note="10 km"))
    selection.select_days([(0, 0), (0, 2)])
    spread.any.cut()
    assert session.plan.weeks[0].days == (Day(),) * 7
    selection.select(1, 3)
    spread.any.paste()
    assert exercises(session, 1, 3) == [RAISE, HOLD]
    raced = session.plan.weeks[1].days[5]
    assert (raced.kind, raced.note) == ("race", "10 km")
    assert selection.days == ((1, 3), (1, 5))


def test_weeks_are_pasted_behind_the_selected_ones(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_weeks([0])
    spread.any.copy()
    selection.select_weeks([0, 1])
    spread.any.paste()
    assert len(session.plan.weeks) == 3
    assert exercises(session, 2, 0) == [RAISE, HOLD]
    assert (selection.weeks, selection.whole_weeks) == ((2,), True)


def test_duplicates_stand_behind_what_they_are_of(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select(0, 0, "e1")
    spread.any.duplicate()
    assert exercises(session, 0, 0) == [RAISE, RAISE, HOLD]
    session.stack.undo()
    selection.select_entries(["e1", "e2"])
    spread.any.duplicate()
    assert exercises(session, 0, 0) == [RAISE, HOLD] * 2
    session.stack.undo()
    selection.select_entries(["e1", "e3"])
    spread.any.duplicate()
    assert exercises(session, 0, 0) == [RAISE, HOLD, RAISE]
    assert exercises(session, 0, 2) == [RAISE, RAISE]
    assert {stand(session)[one] for one in selection.entry_ids} == {(0, 0), (0, 2)}


def test_duplicated_days_go_to_the_week_after(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_days([(0, 0), (0, 2)])
    spread.any.duplicate()
    assert exercises(session, 1, 2) == [RAISE]
    assert selection.days == ((1, 0), (1, 2))
    spread.any.duplicate()  # there is no third week yet
    assert exercises(session, 2, 0) == [RAISE, HOLD]
    selection.select(0, 5)
    before = session.plan
    spread.any.duplicate()  # of an empty day nothing
    assert session.plan is before


def test_delete_takes_entries_days_or_weeks(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_entries(["e1", "e4"])
    spread.any.delete()
    assert set(stand(session)) == {"e2", "e3"}
    session.stack.undo()
    selection.select_days([(0, 0), (0, 2)])
    spread.any.delete()
    assert set(stand(session)) == {"e4"}
    assert session.stack.undoText() == "Clear 2 days"
    session.stack.undo()
    selection.select_weeks([1])
    spread.any.delete()
    assert len(session.plan.weeks) == 1


def test_many_are_moved_and_reordered_together(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_entries(["e1", "e3"])
    spread.entry.move(days=1)
    assert (stand(session)["e1"], stand(session)["e3"]) == ((0, 1), (0, 3))
    spread.entry.move(weeks=1)
    spread.entry.move(weeks=1)  # there is none
    assert (stand(session)["e1"], stand(session)["e3"]) == ((1, 1), (1, 3))
    assert selection.entry_ids == ("e1", "e3")
    selection.select(0, 0)
    spread.entry.add(WALK)
    spread.entry.add(RAISE)  # Monday: hold, walk, raise
    ids = [entry.id for entry in session.plan.weeks[0].days[0].entries]
    selection.select_entries(ids[1:])
    spread.entry.reorder(-1)
    assert exercises(session, 0, 0) == [WALK, RAISE, HOLD]
    spread.entry.reorder(1)
    assert exercises(session, 0, 0) == [HOLD, WALK, RAISE]


def test_days_are_made_of_a_kind_swapped_and_pushed_on(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_days([(0, 0), (1, 6)])
    spread.day.set_kind("race")
    assert [session.plan.weeks[w].days[d].kind for w, d in selection.days] == ["race", "race"]
    spread.day.swap()
    assert stand(session) == {"e1": (1, 6), "e2": (1, 6), "e3": (0, 2), "e4": (0, 0)}
    session.stack.undo()
    selection.select(0, 1)
    spread.day.insert_rest_day()
    assert stand(session) == {"e1": (0, 0), "e2": (0, 0), "e3": (0, 3), "e4": (2, 0)}
    assert (selection.week, selection.day) == (0, 1)
    before = session.plan
    spread.day.swap()  # one day has no other
    assert session.plan is before


def test_weeks_are_duplicated_moved_and_laid_out_again(
    spread: Do, session: Session, selection: Selection
) -> None:
    selection.select_weeks([0, 1])
    spread.week.duplicate(3)
    assert len(weeks(session)) == 8
    assert selection.weeks == (6, 7)
    assert exercises(session, 6, 0) == [RAISE, HOLD]
    session.stack.undo()
    first, second = weeks(session)
    selection.select(0, 3)
    spread.week.move(1)
    assert weeks(session) == [second, first]
    assert (selection.week, selection.day) == (1, 3)
    spread.week.move(1)  # it is the last one
    assert weeks(session) == [second, first]
    spread.week.move(-1)
    assert weeks(session) == [first, second]
    session.apply("Sets", lambda plan: edits.set_entry(plan, "e3", note="slowly"))
    spread.week.copy_layout()
    assert exercises(session, 1, 2) == [RAISE]
    assert session.plan.weeks[1].days[2].entries[0].note == ""
    assert (len(session.plan.weeks), selection.week) == (3, 1)
