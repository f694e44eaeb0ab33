"""The heads of weeks: load and figures, in view as long as any of the row is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Reps
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.tooltip import tooltip
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

TALL = "; ".join(["bent-knee-calf-raise 3x12"] * 14)
VERTICAL, TOOLTIP = Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def board(qtbot: QtBot, session: Session, selection: Selection, theme: Theme) -> BoardView:
    session.begin(
        plan_of([f"w1 mon: {TALL}", "w2 mon: isometric-hold 3x45s", "w3 tue: uphill-walk"])
    )
    view = BoardView(session, selection, theme)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show()
    qtbot.waitExposed(view)
    return view


def head(board: BoardView, top: int = 0, height: int = 60) -> QImage:
    area = board.weeks.viewport()
    return area.grab(QRect(0, top, area.width(), height)).toImage()


def test_the_text_of_a_tall_week_stays_in_view(board: BoardView, qtbot: QtBot) -> None:
    at_rest = head(board)
    for by in (37, 211, 300):
        board.verticalScrollBar().setValue(by)
        assert head(board) == at_rest, by


def test_scrolling_step_by_step_shows_what_painting_at_once_does(
    board: BoardView, qtbot: QtBot
) -> None:
    shown = board.weeks.viewport()
    for by in (3, 40, 90, 350, 620, 300, 10):
        board.verticalScrollBar().setValue(by)
        qtbot.wait(1)
    stepped = shown.grab().toImage()
    shown.update()
    qtbot.wait(1)
    assert shown.grab().toImage() == stepped


def test_a_week_tells_its_figures_and_what_was_assumed(board: BoardView) -> None:
    text = str(board.board.headerData(1, VERTICAL, TOOLTIP)).replace("\u202f", " ")
    assert "<b>Week 2</b>" in text
    assert "3 sets" in text
    assert "3 min of slow soleus work" in text
    assert "(ours)" in text
    spoken = str(board.board.headerData(2, VERTICAL, SPOKEN)).replace("\u202f", " ")
    assert spoken == "Week 3; hint; 20 min uphill"


def test_what_people_typed_is_no_markup(board: BoardView, session: Session) -> None:
    session.apply("Label", lambda plan: edits.set_week(plan, 0, label="<i>a & b</i>", note="<hr>"))
    text = str(board.board.headerData(0, VERTICAL, TOOLTIP))
    assert "&lt;i&gt;a &amp; b&lt;/i&gt;" in text
    assert "<hr>" not in text


def test_only_heads_that_look_other_are_announced(board: BoardView, session: Session) -> None:
    announced: list[int] = []
    board.board.heads_changed.connect(announced.extend)
    session.apply("Move", lambda plan: edits.move_entry(plan, "e1", Slot(0, 4, 0)))
    assert announced == []
    session.apply("Note", lambda plan: edits.set_week(plan, 1, note="Sleep"))
    assert announced == [1]
    announced.clear()
    session.apply("Sets", lambda plan: edits.set_entry(plan, "e15", rest_s=30))
    assert announced == [1]


def test_week_and_day_are_marked_for_what_is_found_in_them(
    board: BoardView, session: Session
) -> None:
    cell = board.board.index(0, 0)
    before, day = head(board), board.grab(board.visualRect(cell)).toImage()
    session.apply("Sets", lambda plan: edits.set_entry(plan, "e14", dose=Reps(sets=9, reps=12)))
    assert "; error; " in str(board.board.headerData(0, VERTICAL, SPOKEN))
    assert "training day; error; " in str(board.board.data(cell, SPOKEN))
    found = "Error: Bent-knee calf raise: 9 sets"
    assert f"<br>Monday: {found}" in str(board.board.headerData(0, VERTICAL, TOOLTIP))
    assert f"<br>{found}" in tooltip(session, Slot(0, 0, -1))
    assert "Error" not in tooltip(session, Slot(0, 1, -1))
    assert head(board) != before  # the chip itself is out of sight
    assert board.grab(board.visualRect(cell)).toImage() != day
    session.stack.undo()
    assert head(board) == before


def test_heads_change_with_the_longest_bar(board: BoardView, session: Session) -> None:
    announced: list[tuple[int, int]] = []
    board.board.headerDataChanged.connect(lambda _way, first, last: announced.append((first, last)))
    before = board.board.most_s
    for _ in range(3):
        session.apply("Week", lambda plan: edits.copy_entry(plan, "e16", Slot(2, 4, 0)))
    assert board.board.most_s > before
    assert (0, 2) in announced


def test_day_minutes_are_said(board: BoardView) -> None:
    cell = board.board.index(1, 0)
    spoken = str(board.board.data(cell, SPOKEN)).replace("\u202f", " ")
    assert spoken.endswith("about 6 min in all")  # 3 x (45 + 60) s


def test_heads_have_a_width_of_their_own(board: BoardView) -> None:
    usual = board.weeks.width()
    board.zoom.set(200, compact=False)
    assert board.weeks.width() > 1.7 * usual
