"""Fast entry over the board: typed by real keys, read at each one, added by Enter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.words import entry_line
from soleus_desktop.ui.board.quick_entry import QuickEntry
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme, load_theme
from tests.build import plan_of
from tests.ui.conftest import RESOURCES
from tests.ui.drag import drag_to


@pytest.fixture
def board(
    qtbot: QtBot, session: Session, selection: Selection, theme: Theme
) -> Iterator[BoardView]:
    theme.apply()
    session.begin(plan_of(["w1 mon: bent-knee-calf-raise; uphill-walk"], weeks=3))
    window = QWidget()
    window.resize(1000, 700)
    board = BoardView(session, selection, theme)
    layout = QVBoxLayout(window)
    layout.addWidget(board)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    board.setFocus()
    yield board
    window.close()


@pytest.fixture
def quick(board: BoardView, session: Session, selection: Selection) -> QuickEntry:
    quick = QuickEntry(session, selection, board)
    board.typed.connect(quick.open)
    return quick


def said(quick: QuickEntry) -> str:
    """All that the panel says, with plain spaces."""
    words = (label.text() for label in quick.findChildren(QLabel) if label.isVisibleTo(quick))
    return " | ".join(words).replace("\u202f", " ").replace("\u200b", "")


def type_on(board: BoardView, quick: QuickEntry, text: str) -> None:
    """Type as a person does: the first letter goes to the board, the rest to the line."""
    QTest.keyClicks(board, text[0])
    QTest.keyClicks(quick.line, text[1:])


def on_day(session: Session, week: int, day: int) -> list[str]:
    entries = session.plan.weeks[week].days[day].entries
    return [f"{e.exercise} {entry_line(e)}".replace("\u202f", " ") for e in entries]


def test_typing_on_the_board_opens_it_and_enter_adds_at_the_end_of_the_day(
    board: BoardView, quick: QuickEntry, session: Session, selection: Selection
) -> None:
    selection.select(1, 2)
    type_on(board, quick, "hold 4x45s")
    assert quick.isVisible()
    assert quick.line.hasFocus()
    assert "Week 2, Wednesday" in said(quick)
    assert "Soleus hold, 4 × 45 s, bodyweight – fits the guide" in said(quick)
    assert "fits the guide" in quick.line.accessibleDescription()
    assert "Week 2, Wednesday" in quick.line.accessibleName()
    assert not session.stack.canUndo()

    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert on_day(session, 1, 2) == ["isometric-hold 4 × 45 s · bodyweight"]
    assert session.stack.undoText() == "Add isometric soleus hold"
    assert session.plan.weeks[1].days[2].kind == "training"
    assert selection.current_entry == session.plan.weeks[1].days[2].entries[0]
    assert (quick.isVisible(), quick.line.text()) == (True, "")
    assert "Week 2, Wednesday, after Soleus hold" in said(quick)

    QTest.keyClicks(quick.line, "lunge 3x24")
    QTest.keyClick(quick.line, Qt.Key.Key_Enter)
    assert [line.split()[0] for line in on_day(session, 1, 2)] == [
        "isometric-hold",
        "walking-lunge-heel-raise",
    ]
    assert session.stack.count() == 2


def test_it_adds_after_the_current_entry(
    board: BoardView, quick: QuickEntry, session: Session, selection: Selection
) -> None:
    selection.select(0, 0, "e1")
    type_on(board, quick, "Seated 3x20 12,5kg kettlebell")
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert on_day(session, 0, 0)[1] == "seated-calf-raise 3 × 20 · 12.5 kg kettlebell"
    assert len(on_day(session, 0, 0)) == 3


def test_it_adds_onto_each_selected_day(
    board: BoardView, quick: QuickEntry, session: Session, selection: Selection
) -> None:
    selection.select_days([(0, 1), (0, 3), (0, 5)], (0, 1))
    before = session.plan
    for line in ("hold 3x45s", "bent 3x15"):
        QTest.keyClicks(board, line[0])
        QTest.keyClicks(quick.line, line[1:])
        assert "Week 1, Tuesday and 2 more days" in quick.line.accessibleName()
        QTest.keyClick(quick.line, Qt.Key.Key_Return)
    for day in (1, 3, 5):
        added = session.plan.weeks[0].days[day].entries[len(before.weeks[0].days[day].entries) :]
        assert [entry.exercise for entry in added] == ["isometric-hold", "bent-knee-calf-raise"]
    assert session.stack.count() == 2


def test_it_says_what_it_would_bring(board: BoardView, quick: QuickEntry) -> None:
    type_on(board, quick, "bent 2x15")
    assert "Soleus raise, 2 × 15, bodyweight – would bring: Bent-knee calf raise: 2 sets" in said(
        quick
    )


def test_what_is_not_understood_is_not_added(
    board: BoardView, quick: QuickEntry, session: Session
) -> None:
    type_on(board, quick, "bent 3x15 foo")
    assert "Soleus raise, 3 × 15, bodyweight – “foo” is not understood" in said(quick)
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert quick.line.text() == "bent 3x15 foo"
    assert not session.stack.canUndo()


def test_a_full_day_is_said_before_and_after(
    board: BoardView, quick: QuickEntry, session: Session
) -> None:
    day = "w1 mon: " + "; ".join(["seated-calf-raise"] * 50)
    session.begin(plan_of([day]))
    refused: list[str] = []
    session.refused.connect(refused.append)
    type_on(board, quick, "bent")
    assert "not possible, a day has at most 50 entries" in said(quick)
    QTest.keyClick(quick.line, Qt.Key.Key_Return)
    assert refused == ["a day has at most 50 entries"]
    assert quick.line.text() == "bent"


def test_tab_completes_names_round_and_round(board: BoardView, quick: QuickEntry) -> None:
    type_on(board, quick, "so 3x15")
    assert "Tab: Soleus raise, Soleus hold" in said(quick)
    QTest.keyClick(quick.line, Qt.Key.Key_Tab)
    assert quick.line.text() == "Soleus raise 3x15"
    assert "Soleus raise, 3 × 15" in said(quick)
    QTest.keyClick(quick.line, Qt.Key.Key_Tab)
    assert quick.line.text() == "Soleus hold 3x15"
    QTest.keyClick(quick.line, Qt.Key.Key_Tab)
    assert quick.line.text() == "Soleus raise 3x15"
    QTest.keyClick(quick.line, Qt.Key.Key_Backtab)
    assert quick.line.text() == "Soleus hold 3x15"
    QTest.keyClick(quick.line, Qt.Key.Key_End)
    QTest.keyClicks(quick.line, "x")
    QTest.keyClick(quick.line, Qt.Key.Key_Tab)  # another text: "soleus hold" is all it may be now
    assert quick.line.text() == "Soleus hold 3x15x"
    assert quick.line.hasFocus()


def test_tab_in_the_empty_line_goes_through_all_exercises(
    quick: QuickEntry, session: Session
) -> None:
    quick.open()
    QTest.keyClick(quick.line, Qt.Key.Key_Backtab)
    assert quick.line.text() == "Uphill walk "
    names = []
    for _ in session.exercises:
        QTest.keyClick(quick.line, Qt.Key.Key_Tab)
        names.append(quick.line.text().strip())
    assert names == [exercise.brief for exercise in session.exercises.values()]


def test_up_and_down_go_to_other_days_and_it_stays_inside_the_window(
    board: BoardView, quick: QuickEntry, selection: Selection
) -> None:
    selection.select(0, 6)
    quick.open()
    places = set()
    for place in ((1, 0), (1, 1)):
        QTest.keyClick(quick.line, Qt.Key.Key_Down)
        assert (selection.week, selection.day) == place
        assert board.window().rect().contains(quick.geometry())
        places.add(quick.pos().toTuple())
    assert len(places) == 2
    for _ in range(30):
        QTest.keyClick(quick.line, Qt.Key.Key_Down)
    assert (selection.week, selection.day) == (2, 6)
    assert board.window().rect().contains(quick.geometry())
    QTest.keyClick(quick.line, Qt.Key.Key_Up)
    assert (selection.week, selection.day) == (2, 5)


def test_escape_closes_and_forgets_leaving_closes_and_keeps(
    board: BoardView, quick: QuickEntry
) -> None:
    type_on(board, quick, "bent")
    QTest.keyClick(quick.line, Qt.Key.Key_Escape)
    assert (quick.isVisible(), quick.line.text()) == (False, "")
    assert board.hasFocus()

    type_on(board, quick, "hold")
    other = board.window().findChild(QLineEdit, options=Qt.FindChildOption.FindDirectChildrenOnly)
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert not quick.isVisible()
    assert other and other.hasFocus()
    quick.open()
    assert quick.line.selectedText() == "hold"


def test_keys_that_are_no_letters_stay_with_the_board(board: BoardView, quick: QuickEntry) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_5, Qt.Key.Key_Minus):
        QTest.keyClick(board, key)
    QTest.keyClick(board, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(board, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert not quick.isVisible()


def test_without_a_week_it_says_so(quick: QuickEntry, session: Session) -> None:
    session.begin(Plan(weeks=()))
    refused: list[str] = []
    session.refused.connect(refused.append)
    quick.open("b")
    assert refused and not quick.isVisible()


def test_it_closes_with_the_last_week_and_reads_anew_after_an_edit(
    board: BoardView, quick: QuickEntry, session: Session, selection: Selection
) -> None:
    selection.select(1, 0)
    type_on(board, quick, "bent 3x12 single")
    assert "would bring: Bent-knee calf raise at stage single leg" not in said(quick)
    session.apply("Change", lambda plan: plan_of(["w1 tue: uphill-walk"]))
    assert "would bring: Bent-knee calf raise at stage single leg" in said(quick)
    session.apply("Empty", lambda plan: plan.replace(weeks=()))
    assert not quick.isVisible()


def test_names_are_never_markup_and_files_are_no_text(
    board: BoardView, quick: QuickEntry, session: Session
) -> None:
    own = [{"id": "<b>x</b>", "name": "<b>Bold</b> & brave"}]
    session.begin(plan_of(["w1 mon: bent-knee-calf-raise"], exercises=own))
    type_on(board, quick, "bold")
    assert "<b>Bold</b> & brave, 3 × 12 – brings no finding" in said(quick)
    assert {label.textFormat() for label in quick.findChildren(QLabel) if label.text()} == {
        Qt.TextFormat.PlainText
    }
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/plan.soleus")])
    assert not drag_to(quick.line, data, quick.line.rect().center())
    assert quick.line.text() == "bold"


def test_it_follows_the_theme(board: BoardView, quick: QuickEntry, qapp: QApplication) -> None:
    type_on(board, quick, "bent")
    light = quick.grab().toImage()
    dark = load_theme(RESOURCES / "themes", "dark")
    dark.apply()
    board.set_theme(dark)
    QTest.keyClicks(quick.line, " ")
    qapp.processEvents()
    assert quick.grab().toImage().pixelColor(3, 3) == dark["raised"] != light.pixelColor(3, 3)
    load_theme(RESOURCES / "themes", "light").apply()
