"""Dragging entries, days and weeks of the plan, and what is shown before they are dropped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import CustomExercise, Plan, Reps, new_plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.weeks import insert_weeks
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui.board.badge import with_count
from soleus_desktop.ui.board.drops import to_drop
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.carried import (
    Carried,
    take_days,
    take_entries,
    take_selected,
    take_weeks,
)
from soleus_desktop.ui.mime import ENTRIES, carried_by, carried_data, exercise_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.ui.drag import NO_KEYS, drag_to, hover, leave

RAISE, HOLD, WALK = "bent-knee-calf-raise", "isometric-hold", "uphill-walk"
CTRL = Qt.KeyboardModifier.ControlModifier
AT = ((RAISE, 0, 0), (HOLD, 0, 0), (RAISE, 0, 2), (WALK, 1, 6), (RAISE, 2, 0))
"""Where e1 to e5 stand."""


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    plan = new_plan(3)
    for number, (exercise, week, day) in enumerate(AT):
        entry = session.guide.exercises[exercise].entry(f"e{number + 1}")
        kind = session.guide.exercises[exercise].day_kind
        plan = edits.add_entry(plan, Slot(week, day, 9), entry, kind)
    session.begin(plan)
    view = BoardView(session, selection, theme)
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    qtbot.waitExposed(view)
    return view


def data(session: Session, carried: Carried) -> QMimeData:
    return carried_data(carried, session.plan, session.exercises)


def entries(session: Session, *ids: str, held: tuple[int, int] | None = None) -> QMimeData:
    return data(session, take_entries(session.token, session.plan, ids, held))


def drop(
    board: BoardView, what: QMimeData, at: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> bool:
    return drag_to(board.viewport(), what, at, keys)


def middle(board: BoardView, week: int, day: int) -> QPoint:
    return board.visualRect(board.board.index(week, day)).center()


def stand(plan: Plan) -> dict[str, tuple[int, int]]:
    """Where each entry stands."""
    return {
        entry.id: (w, d)
        for w, week in enumerate(plan.weeks)
        for d, day in enumerate(week.days)
        for entry in day.entries
    }


def test_entries_of_one_day_go_to_one_place_as_one_step(
    board: BoardView, session: Session, selection: Selection
) -> None:
    assert drop(board, entries(session, "e1", "e2"), middle(board, 1, 3))
    assert stand(session.plan)["e1"] == stand(session.plan)["e2"] == (1, 3)
    assert selection.entry_ids == ("e1", "e2")
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Move 2 exercises to Week 2, Thursday"


def test_entries_of_several_days_keep_their_distances_to_the_one_that_is_held(
    board: BoardView, session: Session, selection: Selection
) -> None:
    carried = entries(session, "e1", "e3", held=(0, 2))
    assert drop(board, carried, middle(board, 1, 4))
    assert stand(session.plan)["e1"] == (1, 2)
    assert stand(session.plan)["e3"] == (1, 4)
    assert selection.entry_ids == ("e1", "e3")


def test_with_ctrl_they_are_copied_and_the_copies_selected(
    board: BoardView, session: Session, selection: Selection
) -> None:
    before = stand(session.plan)
    assert drop(board, entries(session, "e1", "e3", held=(0, 0)), middle(board, 1, 1), CTRL)
    after = stand(session.plan)
    assert {one: after[one] for one in before} == before
    assert [after[one] for one in selection.entry_ids] == [(1, 1), (1, 3)]


def test_what_would_stand_before_the_plan_is_refused_and_said(
    board: BoardView, session: Session, qtbot: QtBot
) -> None:
    before = session.plan
    carried = entries(session, "e1", "e3", held=(0, 2))
    with qtbot.waitSignal(board.hovered) as said:
        hover(board.viewport(), carried, middle(board, 0, 0))
    assert said.args is not None
    assert "not possible, that would be outside the plan" in said.args[0]
    assert board.delegate.preview[0, 0].state == "refused"
    drop(board, carried, middle(board, 0, 0))
    assert session.plan is before


def test_days_go_with_kind_and_note(
    board: BoardView, session: Session, selection: Selection
) -> None:
    session.apply("Note", lambda plan: edits.set_day(plan, 0, 2, kind="race", note="10 km"))
    days = take_days(session.token, session.plan, [(0, 0), (0, 2)], (0, 0))
    assert drop(board, data(session, days), middle(board, 1, 1))
    assert stand(session.plan) | {"e1": (1, 1), "e2": (1, 1), "e3": (1, 3)} == stand(session.plan)
    moved = session.plan.weeks[1].days[3]
    assert (moved.kind, moved.note) == ("race", "10 km")
    assert session.plan.weeks[0].days[2].kind == "rest"
    assert selection.days == ((1, 1), (1, 3))


def test_weeks_are_put_between_others(
    board: BoardView, session: Session, selection: Selection
) -> None:
    weeks = session.plan.weeks
    carried = data(session, take_weeks(session.token, session.plan, [0, 1]))
    last = board.visualRect(board.board.index(2, 0))
    heads = board.weeks.viewport()
    assert drag_to(heads, carried, QPoint(10, last.bottom() - 5))
    assert session.plan.weeks == (weeks[2], weeks[0], weeks[1])
    assert (selection.weeks, selection.whole_weeks) == ((1, 2), True)
    assert session.stack.undoText() == "Move 2 weeks to the end"
    session.stack.undo()
    assert drag_to(board.viewport(), carried, last.topLeft() + QPoint(5, 5), CTRL)
    assert len(session.plan.weeks) == 5
    assert selection.weeks == (2, 3)


def test_a_line_shows_where_weeks_would_go(board: BoardView, session: Session) -> None:
    carried = data(session, take_weeks(session.token, session.plan, [2]))
    second = board.visualRect(board.board.index(1, 0))
    line = board._dragging._hover._line
    assert hover(board.weeks.viewport(), carried, QPoint(5, second.top() + 4))
    assert line.isVisible()
    assert board.delegate.preview == {}  # no day is meant
    assert line.y() - board.viewport().y() == second.top()
    leave(board.weeks.viewport())
    assert not line.isVisible()
    assert board.delegate.drop is None


def test_the_heads_take_weeks_alone(board: BoardView, session: Session) -> None:
    before = session.plan
    for what in (entries(session, "e1"), exercise_data(RAISE), QMimeData()):
        assert not drag_to(board.weeks.viewport(), what, QPoint(10, 10))
    assert session.plan is before


def other_plan(session: Session) -> Plan:
    """A plan of another window, with an exercise of its own."""
    own = CustomExercise(id="step-down", name="Step-down", dose="reps")
    plan = new_plan(2).replace(exercises=(own,))
    raised = session.guide.exercises[RAISE].entry("e1")
    stepped = raised.replace(
        id="e2", exercise="step-down", dose=Reps(sets=2, reps=8), stage=None, tempo=None
    )
    plan = edits.add_entry(plan, Slot(0, 1, 0), raised)
    return edits.add_entry(plan, Slot(0, 5, 0), stepped)


@pytest.mark.parametrize(
    ("take", "weeks"),
    [
        (lambda plan: take_entries("other", plan, ["e1", "e2"], (0, 1)), 3),
        (lambda plan: take_days("other", plan, [(0, 1), (0, 5)], (0, 1)), 3),
        (lambda plan: take_weeks("other", plan, [0]), 4),
    ],
)
def test_another_window_gives_copies_with_its_own_exercises(
    board: BoardView, session: Session, take: Callable[[Plan], Carried], weeks: int
) -> None:
    other = other_plan(session)
    carried = carried_data(take(other), other, session.guide.exercises_of(other))
    assert drop(board, carried, middle(board, 1, 0) - QPoint(0, 20))
    after = stand(session.plan)
    assert len(after) == len(AT) + 2
    assert [own.id for own in session.plan.exercises] == ["step-down"]
    assert len(session.plan.weeks) == weeks


def test_another_kind_of_the_same_exercise_is_refused(board: BoardView, session: Session) -> None:
    walked = CustomExercise(id="step-down", name="Step-down", dose="walk")
    session.apply("Own", lambda plan: plan.replace(exercises=(walked,)))
    other, before = other_plan(session), session.plan
    taken = take_entries("other", other, ["e2"])
    carried = carried_data(taken, other, session.guide.exercises_of(other))
    drop(board, carried, middle(board, 1, 0))
    assert session.plan is before


def test_what_is_carried_comes_back_as_it_was(session: Session, board: BoardView) -> None:
    for carried in (
        take_entries(session.token, session.plan, ["e1", "e3", "e4"], (0, 2)),
        take_days(session.token, session.plan, [(0, 1), (0, 2), (1, 6)], (1, 6)),
        take_weeks(session.token, session.plan, [0, 2]),
    ):
        found = carried_by(data(session, carried), session.guide)
        assert found is not None
        assert found.plan.weeks == carried.plan.weeks
        assert found._replace(plan=carried.plan) == carried


def test_numbers_that_somebody_else_wrote_harm_nothing(board: BoardView, session: Session) -> None:
    before = session.plan
    for places, held in ((["x"], 0), ([-1], 0), ([10**30], 10**30), ([True], -5), ({}, None)):
        taken = take_weeks(session.token, session.plan, [0])
        extra: tuple[tuple[str, object], ...] = (
            *(("session", session.token), ("whole", "days")),
            *(("places", places), ("held", held)),
        )
        forged = QMimeData()
        forged.setData(ENTRIES, plan_bytes(taken.plan.replace(extra=extra)))
        drop(board, forged, middle(board, 0, 3))
        while session.stack.canUndo():
            session.stack.undo()
        assert session.plan is before


def test_each_day_in_sight_shows_what_a_drop_would_bring(
    board: BoardView, session: Session, qtbot: QtBot
) -> None:
    assert hover(board.viewport(), exercise_data(WALK), middle(board, 1, 1))
    qtbot.waitUntil(lambda: len(board.delegate.preview) == 21)
    signs = {cell: effect.sign for cell, effect in board.delegate.preview.items()}
    assert signs[0, 0] != "good"  # an uphill walk on a day of training
    assert signs[1, 1] == "good"
    for cell, effect in board.delegate.preview.items():
        end = len(session.plan.weeks[cell[0]].days[cell[1]].entries)
        carried = board._dragging._hover.drop
        assert carried is not None
        assert effect == carried.effect(Slot(*cell, end), copy=True)
    leave(board.viewport())
    assert board.delegate.preview == {}


def test_the_preview_is_painted(board: BoardView, qtbot: QtBot) -> None:
    def head() -> object:
        cell = board.visualRect(board.board.index(0, 0))
        return board.viewport().grab().toImage().copy(cell.x(), cell.y() + 3, 40, 18)

    before = head()
    assert hover(board.viewport(), exercise_data(WALK), middle(board, 1, 1))
    qtbot.waitUntil(lambda: (0, 0) in board.delegate.preview)
    assert head() != before
    leave(board.viewport())
    assert head() == before


def test_with_ctrl_the_preview_is_another(board: BoardView, session: Session) -> None:
    full = session.plan
    for number in range(48):
        entry = session.guide.exercises[RAISE].entry(f"x{number}")
        full = edits.add_entry(full, Slot(0, 0, 0), entry)
    session.begin(full)  # Monday holds 50
    one = entries(session, "e1")
    hover(board.viewport(), one, middle(board, 0, 0))
    assert board.delegate.preview[0, 0].refused == ""
    hover(board.viewport(), one, middle(board, 0, 0), CTRL)
    assert "at most" in board.delegate.preview[0, 0].refused
    leave(board.viewport())


def test_it_scrolls_on_while_the_pointer_rests_at_an_edge(
    board: BoardView, session: Session, qtbot: QtBot
) -> None:
    weeks = session.plan.weeks
    session.apply("Weeks", lambda plan: insert_weeks(plan, 3, weeks * 8))
    bar = board.verticalScrollBar()
    low = QPoint(300, board.viewport().height() - 3)
    assert hover(board.viewport(), exercise_data(RAISE), low)
    qtbot.waitUntil(lambda: bar.value() > 300)
    assert board.delegate.drop is not None
    assert board.delegate.drop.week > 3  # it goes along with what is under the pointer
    hover(board.viewport(), exercise_data(RAISE), QPoint(300, 300))
    still = bar.value()
    QApplication.processEvents()
    assert bar.value() == still
    hover(board.viewport(), exercise_data(RAISE), QPoint(300, 2))
    qtbot.waitUntil(lambda: bar.value() == 0)
    leave(board.viewport())


def test_it_scrolls_sideways_too(board: BoardView, qtbot: QtBot) -> None:
    board.resize(500, 500)
    bar = board.horizontalScrollBar()
    assert bar.maximum() > 0
    right = QPoint(board.viewport().width() - 2, 200)
    assert hover(board.viewport(), exercise_data(RAISE), right)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    leave(board.viewport())


def test_a_plan_that_changed_under_a_drag_is_asked_again(
    board: BoardView, session: Session
) -> None:
    carried = to_drop(take_entries(session.token, session.plan, ["e5"]), session)
    session.apply("Delete", lambda plan: edits.delete_entry(plan, "e5"))
    assert carried.effect(Slot(0, 0, 0), copy=False).state == "refused"


def test_the_picture_says_how_many(theme: Theme, qapp: QApplication) -> None:
    def plain() -> QPixmap:
        picture = QPixmap(100, 40)
        picture.fill(QColor("white"))
        return picture

    assert with_count(plain(), 1, theme).toImage() == plain().toImage()
    two, twelve = (with_count(plain(), count, theme).toImage() for count in (2, 12))
    assert two != plain().toImage()
    assert two != twelve


def test_what_is_selected_is_held_where_it_was_pressed(
    board: BoardView, session: Session, selection: Selection
) -> None:
    selection.select_entries(["e1", "e3"], "e3")
    assert take_selected(session, selection) == take_entries(
        session.token, session.plan, ["e1", "e3"], (0, 2)
    )
    pressed = take_selected(session, selection, (0, 0))
    assert pressed is not None
    assert pressed.held == 0
    selection.select_days([(0, 1), (0, 5)], (0, 1))
    assert take_selected(session, selection) is None  # nothing is planned there
