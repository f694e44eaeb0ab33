"""The overview: follows plan, selection and board, draws again what changed, and goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, Reps, new_plan
from soleus_desktop.ui.board.chart import PAD, WIDEST_SLOT, Slots
from soleus_desktop.ui.board.overview import Overview
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme, load_theme
from tests.build import plan_of
from tests.ui.conftest import RESOURCES

Key = Qt.Key


def weeks_of(count: int) -> Plan:
    lines = [f"w{week} mon: bent-knee-calf-raise {3 + week % 2}x12" for week in range(1, count + 1)]
    return plan_of(lines, weeks=count)


@pytest.fixture
def overview(
    qtbot: QtBot, session: Session, selection: Selection, theme: Theme
) -> Iterator[Overview]:
    session.begin(weeks_of(30))
    board = BoardView(session, selection, theme)
    shown = Overview(session, selection, theme, board)
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(shown)
    layout.addWidget(board, 1)
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield shown


def picture(overview: Overview) -> QImage:
    return overview.grab().toImage()


def middle(overview: Overview, week: int) -> QPoint:
    return overview._kept_chart().bar(week).center() + QPoint(0, 4)


def drawn_anew(overview: Overview) -> QImage:
    overview._draw_anew()
    return picture(overview)


@pytest.mark.parametrize("count", [0, 1, 8, 30, 260])
def test_any_plan_has_an_overview(overview: Overview, session: Session, count: int) -> None:
    session.begin(weeks_of(count))
    image = picture(overview)
    across = range(0, image.width() - 150, 2)  # without the legend
    colors = {image.pixelColor(x, y).name() for x in across for y in range(8, 60)}
    accent = overview._sprites.theme["accent"].name()
    assert (accent in colors) == (count > 0)
    assert overview.accessibleDescription().startswith(f"{count} week")
    if count:
        assert overview._kept_chart().slots.end <= overview.width()


def test_a_click_goes_to_the_week_and_a_drag_further(
    overview: Overview, qtbot: QtBot, selection: Selection
) -> None:
    left = Qt.MouseButton.LeftButton
    selection.select(0, 3)
    qtbot.mousePress(overview, left, pos=middle(overview, 12))
    assert (selection.week, selection.day) == (12, 3)
    assert overview._board.scrolling.visible()[0] == pytest.approx(12, abs=0.05)
    qtbot.mouseMove(overview, middle(overview, 20))
    qtbot.mouseRelease(overview, left, pos=middle(overview, 20))
    assert overview._board.scrolling.visible()[0] == pytest.approx(20.5, abs=0.3)
    assert selection.week == 12


def test_arrows_go_from_week_to_week(
    overview: Overview, qtbot: QtBot, selection: Selection
) -> None:
    overview.setFocus()

    def press(*keys: Key) -> int:
        for key in keys:
            qtbot.keyClick(overview, key)
        return selection.week

    assert press(Key.Key_Left) == 0
    assert press(Key.Key_Right, Key.Key_Right) == 2
    QApplication.processEvents()
    assert "Week 3" in overview.accessibleDescription()
    assert press(Key.Key_PageDown) == 6
    assert press(Key.Key_End) == press(Key.Key_Right) == 29
    first, last = overview._board.scrolling.visible()
    assert first <= 29 < last
    assert press(Key.Key_Home) == 0
    press(Key.Key_Return)
    assert overview._board.hasFocus()


def test_an_edit_draws_its_week_again_and_the_same_as_all_anew(
    overview: Overview, session: Session
) -> None:
    before = picture(overview)
    chart = overview._chart
    fewer = Reps(sets=3, reps=8)
    session.apply("Fewer", lambda plan: edits.set_entry(plan, "e4", dose=fewer))
    after = picture(overview)
    assert overview._chart is chart
    assert after != before
    assert drawn_anew(overview) == after


def test_a_finding_is_marked_at_its_week_and_goes_when_it_is_mended(
    overview: Overview, session: Session
) -> None:
    clean = picture(overview)
    session.apply("Tempo", lambda plan: edits.set_entry(plan, "e9", knee_bend_deg=60))
    marked = picture(overview)
    box = overview._kept_chart().bar(8)
    assert marked != clean
    assert marked.copy(box.left() - 6, 0, 20, 16) != clean.copy(box.left() - 6, 0, 20, 16)
    assert drawn_anew(overview) == marked
    session.stack.undo()
    assert picture(overview) == clean


def test_labels_weeks_and_other_plans_are_followed(overview: Overview, session: Session) -> None:
    for text, edit in (
        ("Label", lambda plan: edits.set_week(plan, 4, label="Peak")),
        ("Longer", lambda plan: edits.duplicate_week(plan, 0)),
        ("Most", lambda plan: edits.set_entry(plan, "e2", rest_s=0, per_leg=True)),
        ("Week", lambda plan: edits.delete_week(plan, 29)),
    ):
        before = picture(overview)
        session.apply(text, edit)
        after = picture(overview)
        assert drawn_anew(overview) == after, text
        assert (after != before) == (text != "Most"), text


def test_the_frame_follows_the_board(overview: Overview) -> None:
    before = picture(overview)
    overview._board.scrolling.show(18)
    after = picture(overview)
    assert after != before
    assert overview._shown.left() == pytest.approx(overview._kept_chart().slots.x(18), abs=3)


def test_hovering_names_the_week_and_its_figures(overview: Overview, qtbot: QtBot) -> None:
    at = middle(overview, 4)
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, overview.mapToGlobal(at))
    QApplication.sendEvent(overview, event)
    assert "Week 5" in QToolTip.text()
    assert "4 sets, 48 repetitions" in QToolTip.text()
    QToolTip.hideText()
    assert overview._tooltip_at(overview.width() - 2) == ""


def test_theme_and_size_draw_anew(overview: Overview, qtbot: QtBot) -> None:
    light = picture(overview)
    overview.set_theme(load_theme(RESOURCES / "themes", "dark"))
    assert picture(overview) != light
    overview.window().resize(300, 400)
    qtbot.waitUntil(lambda: overview.width() < 300)
    assert overview._kept_chart().slots.end <= overview.width()


def test_slots_share_out_a_width_and_find_weeks_again() -> None:
    slots = Slots.across(260, 900, 100)
    assert [int(slots.week_at(slots.x(week) + 1)) for week in (0, 100, 259)] == [0, 100, 259]
    assert int(slots.week_at(-50)) == 0
    assert int(slots.week_at(5000)) == 259
    assert Slots.across(1, 900, 100).end == PAD + WIDEST_SLOT  # one week does not fill it
    assert Slots.across(0, 10, 100).week_at(5) == 0


def test_a_plan_without_weeks_takes_clicks_and_keys(
    overview: Overview, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    session.begin(new_plan(0))
    qtbot.mouseClick(overview, Qt.MouseButton.LeftButton, pos=QPoint(30, 20))
    for key in (Key.Key_Right, Key.Key_End):
        qtbot.keyClick(overview, key)
    assert selection.week == -1
    assert overview._tooltip_at(30) == ""
