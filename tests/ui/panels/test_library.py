"""The library: what is found by typing, what is chosen by keys, what a drag carries."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import CustomExercise, Plan
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.mime import EXERCISE, exercise_of
from soleus_desktop.ui.panels.library import LibraryPanel
from soleus_desktop.ui.panels.library_model import EXERCISE_ROLE, GROUP_ROLE
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.ui.panels.showing import show_in

Key = Qt.Key
COPY = Qt.DropAction.CopyAction


@pytest.fixture
def library(
    window: QWidget, session: Session, figures: FigurePainter, theme: Theme, qtbot: QtBot
) -> LibraryPanel:
    return show_in(window, LibraryPanel(session, figures, theme), qtbot)


def shown(library: LibraryPanel) -> list[str]:
    return [exercise.id for exercise in library.model.shown]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("HEEL drop", ["eccentric-heel-drop"]),
        ("bent-knee calf", ["bent-knee-calf-raise"]),
        ("treadmill", ["uphill-walk"]),  # in its other name
        ("cornerstone", ["bent-knee-calf-raise"]),  # in its purpose
        ("gastrocnemius", ["bent-knee-calf-raise"]),  # in its cues
    ],
)
def test_typing_finds_by_every_word(
    library: LibraryPanel, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    qtbot.keyClicks(library.search, typed)
    assert shown(library) == found


def test_enter_in_the_search_chooses_what_was_found(library: LibraryPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(library.search, "hold")
    with qtbot.waitSignal(library.chosen) as chosen:
        qtbot.keyClick(library.search, Key.Key_Return)
    assert chosen.args == ["isometric-hold"]


def test_arrows_go_into_the_list_and_out_of_it_again(library: LibraryPanel, qtbot: QtBot) -> None:
    library.focus_search()
    qtbot.keyClick(library.search, Key.Key_Down)
    assert library.view.hasFocus()
    qtbot.keyClick(library.view, Key.Key_Down)
    with qtbot.waitSignal(library.chosen) as chosen:
        qtbot.keyClick(library.view, Key.Key_Enter)
    assert chosen.args == ["seated-calf-raise"]
    qtbot.keyClick(library.view, Key.Key_Up)
    qtbot.keyClick(library.view, Key.Key_Up)
    assert library.search.hasFocus()


def test_double_click_chooses(library: LibraryPanel, qtbot: QtBot) -> None:
    at = library.view.visualRect(library.model.index(5)).center()
    port = library.view.viewport()
    with qtbot.waitSignal(library.chosen) as chosen:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["uphill-walk"]


def test_nothing_found_is_said_and_escape_shows_all_again(
    library: LibraryPanel, qtbot: QtBot
) -> None:
    qtbot.keyClicks(library.search, "zz<b>")
    assert not library.view.isVisible()
    with qtbot.assertNotEmitted(library.chosen):
        qtbot.keyClick(library.search, Key.Key_Return)
    qtbot.keyClick(library.search, Key.Key_Escape)
    assert library.view.isVisible()
    assert len(shown(library)) == 6


def test_exercises_of_the_plan_follow_the_guides_and_go_with_it(
    library: LibraryPanel, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    session.begin(plan)
    assert shown(library)[6:] == ["my-drop"]
    qtbot.keyClicks(library.search, "yours")
    assert shown(library) == ["my-drop"]
    library.grab()  # paints it
    library.search.clear()
    session.begin(Plan(weeks=()))
    assert len(shown(library)) == 6


def test_exercises_stand_in_groups_below_their_headings(
    library: LibraryPanel, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    mine = CustomExercise(id="own-hop", name="Hop", dose="reps")
    same = plan.exercises[0].replace(name="As kept")
    session.begin(plan)
    session.offered = {made.id: made for made in (mine, same)}
    library.show_offered()
    model = library.model
    headings = {row: model.index(row).data(GROUP_ROLE) for row in range(model.rowCount())}
    assert {row: text for row, text in headings.items() if text} == {
        0: "The guide",
        6: "In this plan",
        7: "Mine",  # what the plan has already stands there once
    }
    assert shown(library)[6:] == ["my-drop", "own-hop"]
    first, second = (library.view.visualRect(model.index(row)).height() for row in (0, 1))
    assert first > second  # the heading has room of its own
    assert "Mine. " in model.index(7).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    qtbot.keyClicks(library.search, "mine")
    assert shown(library) == ["my-drop", "own-hop"]
    library.grab()


@pytest.mark.parametrize(
    ("key", "wanted"), [(Key.Key_F2, "edit_wanted"), (Key.Key_Delete, "delete_wanted")]
)
def test_keys_ask_for_what_is_done_to_an_exercise(
    library: LibraryPanel, session: Session, plan: Plan, qtbot: QtBot, key: Qt.Key, wanted: str
) -> None:
    session.begin(plan)
    library.view.setCurrentIndex(library.model.index(6))
    with qtbot.waitSignal(getattr(library, wanted)) as asked:
        qtbot.keyClick(library.view, key)
    assert asked.args == ["my-drop"]
    with qtbot.waitSignal(library.new_wanted):
        qtbot.keyClick(library.view, Key.Key_Insert)
    with qtbot.waitSignal(library.new_wanted):
        qtbot.keyClick(library.new, Key.Key_Space)


def test_its_menu_offers_what_can_be_done(
    library: LibraryPanel, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    session.begin(plan)
    for row, can_edit in ((0, False), (6, True)):
        index = library.model.index(row)
        library.view.scrollTo(index)
        library.view.customContextMenuRequested.emit(library.view.visualRect(index).center())
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        texts = {
            action.text().partition("\t")[0].replace("&", ""): action for action in menu.actions()
        }
        assert texts["Edit…"].isEnabled() == texts["Delete"].isEnabled() == can_edit
        with qtbot.waitSignal(library.duplicate_wanted) as asked:
            texts["Duplicate…"].trigger()
        assert asked.args == [index.data(EXERCISE_ROLE).id]
        menu.close()


def test_what_people_typed_is_no_markup_in_the_tooltip(
    library: LibraryPanel, session: Session, plan: Plan
) -> None:
    session.begin(plan)
    tip = library.model.index(6).data(Qt.ItemDataRole.ToolTipRole)
    assert "Drop &amp; &lt;b&gt;hop&lt;/b&gt;" in tip


def test_a_drag_carries_the_exercise_and_the_list_takes_nothing(
    library: LibraryPanel, session: Session
) -> None:
    model = library.model
    data = model.mimeData([model.index(2)])
    assert data.formats() == model.mimeTypes() == [EXERCISE]
    assert exercise_of(data) == "isometric-hold"
    foreign = QMimeData()
    foreign.setData("application/x-qabstractitemmodeldatalist", b"\x00\x00\x00\x01\xff" * 40)
    for carried in (data, foreign):
        assert not model.canDropMimeData(carried, COPY, 0, 0, QModelIndex())
        assert not model.dropMimeData(carried, COPY, 0, 0, QModelIndex())
    assert not library.view.acceptDrops()
    assert exercise_of(foreign) is None


def test_the_model_keeps_qts_rules_while_it_filters(
    library: LibraryPanel, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    tester = QAbstractItemModelTester(
        library.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for typed in ("heel", "heel zz", ""):
        library.search.setText(typed)
    session.begin(plan)
    assert tester.model() is library.model


def test_space_picks_an_exercise_up_to_be_carried_by_keys(
    library: LibraryPanel, qtbot: QtBot
) -> None:
    library.focus_search()
    qtbot.keyClicks(library.search, "hold")
    qtbot.keyClick(library.search, Key.Key_Down)
    with qtbot.waitSignal(library.picked_up) as picked, qtbot.assertNotEmitted(library.chosen):
        qtbot.keyClick(library.view, Key.Key_Space)
    assert picked.args == ["isometric-hold"]
