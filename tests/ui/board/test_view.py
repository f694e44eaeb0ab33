"""The board: what can be dropped where, what keys do, and that undo undoes it."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QRegion
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, Week, new_plan
from soleus_desktop.plan.place import DAY_NAMES, Slot, find_entry
from soleus_desktop.ui.board import view
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.mime import ENTRIES, EXERCISE, entries_data, exercise_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.ui.drag import drag_to, hover, leave

RAISE, HOLD, DROP, WALK = (
    "bent-knee-calf-raise",
    "isometric-hold",
    "eccentric-heel-drop",
    "uphill-walk",
)


def two_weeks(guide: Guide) -> Plan:
    """Week 1: a raise and a hold on Monday, a heel drop on Wednesday; week 2: a raise on Friday."""
    plan = new_plan(2)
    for exercise, at in (
        (RAISE, (0, 0, 0)),
        (HOLD, (0, 0, 1)),
        (DROP, (0, 2, 0)),
        (RAISE, (1, 4, 0)),
    ):
        entry = guide.exercises[exercise].entry(edits.fresh_id(plan))
        plan = edits.add_entry(plan, Slot(*at), entry)
    return plan


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    session.begin(two_weeks(session.guide))
    shown = BoardView(session, selection, theme)
    qtbot.addWidget(shown)
    shown.resize(1000, 600)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def middle(board: BoardView, week: int, day: int) -> QPoint:
    return board.visualRect(board.board.index(week, day)).center()


def chip(board: BoardView, week: int, day: int, position: int) -> QPoint:
    cell = board.visualRect(board.board.index(week, day))
    return board.delegate.lines.chip_rect(cell, position).center()


def names(session: Session, week: int, day: int) -> list[str]:
    return [entry.exercise for entry in session.plan.weeks[week].days[day].entries]


def own(session: Session, *ids: str) -> QMimeData:
    found = [find_entry(session.plan, one) for one in ids]
    entries = tuple(at[1] for at in found if at)
    return entries_data(session.token, session.plan, entries, session.exercises)


def test_exercise_dropped_on_a_rest_day_makes_it_a_day_of_its_kind(
    board: BoardView, session: Session, selection: Selection
) -> None:
    assert drag_to(board.viewport(), exercise_data(WALK), middle(board, 1, 6))
    assert names(session, 1, 6) == [WALK]
    assert session.plan.weeks[1].days[6].kind == "recovery"
    assert selection.current_entry is not None
    assert selection.current_entry.exercise == WALK
    assert not [f for f in session.report.open if f.place.entry == selection.entry_id]


def test_a_drop_is_undone_and_redone_to_the_same_plan(board: BoardView, session: Session) -> None:
    before = session.plan
    drag_to(board.viewport(), exercise_data(RAISE), middle(board, 1, 1))
    after = session.plan
    assert session.stack.undoText() == "Add bent-knee calf raise"
    session.stack.undo()
    assert session.plan is before
    session.stack.redo()
    assert session.plan is after


def test_entry_moves_and_with_ctrl_is_copied(board: BoardView, session: Session) -> None:
    assert drag_to(board.viewport(), own(session, "e2"), middle(board, 1, 1))
    assert names(session, 0, 0) == [RAISE]
    assert names(session, 1, 1) == [HOLD]
    ctrl = Qt.KeyboardModifier.ControlModifier
    assert drag_to(board.viewport(), own(session, "e1"), middle(board, 1, 2), ctrl)
    assert names(session, 0, 0) == [RAISE]
    assert names(session, 1, 2) == [RAISE]


def test_entry_dropped_above_another_in_its_day_changes_their_order(
    board: BoardView, session: Session
) -> None:
    above = chip(board, 0, 0, 0) - QPoint(0, 12)
    assert drag_to(board.viewport(), own(session, "e2"), above)
    assert names(session, 0, 0) == [HOLD, RAISE]


def test_entries_of_another_window_come_as_copies_under_fresh_ids(
    board: BoardView, session: Session
) -> None:
    other = two_weeks(session.guide)
    entry = other.weeks[0].days[0].entries[0]
    data = entries_data("another session", other, (entry,), session.exercises)
    assert drag_to(board.viewport(), data, middle(board, 1, 1))
    ids = [e.id for week in session.plan.weeks for day in week.days for e in day.entries]
    assert len(ids) == len(set(ids)) == 5


@pytest.mark.parametrize("kind", [EXERCISE, ENTRIES, "application/x-qabstractitemmodeldatalist"])
def test_foreign_bytes_are_refused_and_change_nothing(
    board: BoardView, session: Session, kind: str
) -> None:
    before = session.plan
    chance = random.Random(7)
    for size in (0, 1, 7, 64, 5000):
        data = QMimeData()
        data.setData(kind, chance.randbytes(size))
        assert not drag_to(board.viewport(), data, middle(board, 0, 0))
    for text in ('{"exercise": 5}', '{"exercise": "no-such"}', "[]", "null", "NaN", "{" * 5000):
        data = QMimeData()
        data.setData(kind, text.encode())
        assert not drag_to(board.viewport(), data, middle(board, 0, 0))
    assert session.plan is before


def test_hovering_says_what_a_drop_would_bring(board: BoardView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.hovered) as said:
        assert hover(board.viewport(), exercise_data(WALK), middle(board, 0, 0))
    leave(board.viewport())
    assert said.args is not None
    assert "Add Uphill walk to Week 1, Monday" in said.args[0]
    assert "would bring" in said.args[0]


def test_a_drop_below_the_last_week_is_refused(board: BoardView, session: Session) -> None:
    before = session.plan
    assert not drag_to(board.viewport(), exercise_data(RAISE), QPoint(300, 590))
    assert session.plan is before


def test_click_selects_the_chip_under_it(
    board: BoardView, qtbot: QtBot, selection: Selection
) -> None:
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=chip(board, 0, 0, 1))
    assert (selection.week, selection.day, selection.entry_id) == (0, 0, "e2")
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=middle(board, 1, 0))
    assert (selection.week, selection.day, selection.entry_id) == (1, 0, None)


def test_arrows_go_through_chips_and_days(
    board: BoardView, qtbot: QtBot, selection: Selection
) -> None:
    def press(*keys: Qt.Key) -> tuple[int, int, str | None]:
        for key in keys:
            qtbot.keyClick(board, key)
        return selection.week, selection.day, selection.entry_id

    down, up, right = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right
    selection.select(0, 0)
    assert press(down) == (0, 0, "e1")
    assert press(down) == (0, 0, "e2")
    assert press(down) == (1, 0, None)
    assert press(up) == (0, 0, "e2")
    assert press(right, right) == (0, 2, None)
    assert press(down) == (0, 2, "e3")
    assert press(Qt.Key.Key_End) == (0, 6, None)


def test_selection_follows_the_entry_that_moves_and_lets_go_of_the_deleted(
    session: Session, selection: Selection, board: BoardView
) -> None:
    selection.select(0, 0, "e1")
    session.apply("Move", lambda plan: edits.move_entry(plan, "e1", Slot(1, 3, 0)))
    assert (selection.week, selection.day, selection.entry_id) == (1, 3, "e1")
    session.apply("Delete", lambda plan: edits.delete_entry(plan, "e1"))
    assert (selection.week, selection.day, selection.entry_id) == (1, 3, None)
    session.apply("Delete", lambda plan: edits.delete_week(plan, 1))
    assert (selection.week, selection.day) == (0, 3)


def test_only_the_changed_cell_is_announced(
    session: Session, board: BoardView, qtbot: QtBot
) -> None:
    announced = []
    board.board.dataChanged.connect(
        lambda first, _last: announced.append((first.row(), first.column()))
    )
    session.apply("Sets", lambda plan: edits.set_entry(plan, "e3", note="slowly"))
    assert announced == [(0, 2)]


def test_weeks_are_marked_where_they_are_found_after_weeks_came_and_went(
    board: BoardView, session: Session
) -> None:
    for edit in (
        lambda plan: edits.insert_week(plan, 0, Week()),
        lambda plan: edits.delete_week(plan, 1),
    ):
        session.apply("Weeks", edit)
        found = {f.place.week for f in session.report.open} - {None}
        assert found
        assert set(board.board.marks.weeks) == found


def test_the_board_can_be_read_without_seeing_it(board: BoardView) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    text = board.board.data(board.board.index(0, 0), role)
    assert isinstance(text, str)
    assert text.startswith("Week 1, Monday; training day; Bent-knee calf raise 3")
    assert "nothing planned" in str(board.board.data(board.board.index(0, 1), role))


def test_assistive_technology_is_told_a_table(board: BoardView) -> None:
    seen = QAccessible.queryAccessibleInterface(board)
    told = [seen.child(number) for number in range(1, seen.childCount())]  # 0 is the corner
    name, role = QAccessible.Text.Name, QAccessible.Role
    assert (seen.role(), seen.text(name)) == (role.Table, "Plan")
    assert [cell.text(name) for cell in told[:7]] == list(DAY_NAMES)
    rows = [told[at : at + 8] for at in range(7, len(told), 8)]
    assert len(rows) == board.board.rowCount()
    for week, (head, *days) in enumerate(rows):
        assert head.role() == role.RowHeader
        assert head.text(name).startswith(f"Week {week + 1}")
        assert [cell.role() for cell in days] == [role.Cell] * 7
        assert [cell.text(name).split(";")[0] for cell in days] == [
            f"Week {week + 1}, {day}" for day in DAY_NAMES
        ]


def test_going_from_chip_to_chip_is_said(
    board: BoardView, selection: Selection, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(view, "announce", lambda _about, text: said.append(text))
    selection.select(0, 0)
    for _ in range(2):
        QTest.keyClick(board, Qt.Key.Key_Down)
    assert [text.split(" 3 \u00d7")[0] for text in said] == [
        *("Bent-knee calf raise", "Isometric soleus hold"),
    ]
    assert [text.split("; ")[-1] for text in said] == ["1 of 2", "2 of 2"]


def test_the_model_keeps_qts_rules(board: BoardView, session: Session) -> None:
    tester = QAbstractItemModelTester(
        board.board, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert tester.model() is board.board
    session.apply("Week", lambda plan: edits.delete_week(plan, 0))
    session.stack.undo()
    session.apply("Sets", lambda plan: edits.set_entry(plan, "e3", note="slowly"))
    session.begin(new_plan(0))
    assert board.board.rowCount() == 0


def test_resting_on_a_chip_says_what_it_is(board: BoardView) -> None:
    at = chip(board, 0, 0, 1)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, board.viewport().mapToGlobal(at))
    QApplication.sendEvent(board.viewport(), event)
    assert "Isometric soleus hold" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("weeks", [0, 1, 2, 9])
def test_no_ground_stays_unpainted(board: BoardView, session: Session, weeks: int) -> None:
    plan = session.plan.replace(weeks=(*session.plan.weeks, *(Week(),) * 9)[:weeks])
    session.begin(plan)
    QApplication.processEvents()  # Qt lays out rows of another height a turn later
    never, bar = QColor(1, 2, 3), board.verticalScrollBar()
    for top in (0, 33, bar.maximum()):
        bar.setValue(top)
        image = QImage(board.viewport().size(), QImage.Format.Format_RGB32)
        image.fill(never)
        qt_fills = not board.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        flags = QWidget.RenderFlag.DrawChildren
        if qt_fills:
            flags |= QWidget.RenderFlag.DrawWindowBackground
        board.viewport().render(image, QPoint(), QRegion(), flags)
        assert never.rgb() not in memoryview(image.constBits()).cast("I").tolist()
        assert qt_fills == (weeks < 9)


def test_a_press_leaves_a_day_partly_in_sight_and_else_it_is_brought_whole(
    board: BoardView, selection: Selection, qtbot: QtBot
) -> None:
    at, bar = chip(board, 1, 4, 0), board.verticalScrollBar()
    board.resize(1000, board.days.height() + at.y() + 30)
    QApplication.processEvents()
    qtbot.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (selection.week, selection.day, bar.value()) == (1, 4, 0)
    selection.select(0, 0)
    selection.select(1, 4)
    assert bar.value() > 0
