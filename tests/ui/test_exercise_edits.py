"""Own exercises: made, dragged in, edited, deleted; what is kept outlives the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import CustomExercise, Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.storage.own_exercises import FILE, change_own, load_own
from soleus_desktop.ui.board.drops import what_is_carried
from soleus_desktop.ui.dialogs.exercise import ExerciseDialog
from soleus_desktop.ui.exercise_edits import OF_THE_GUIDE, ExerciseEdits
from soleus_desktop.ui.mime import exercise_data
from soleus_desktop.ui.own_exercises import OwnExercises, fresh_exercise_id
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work
from tests.build import plan_of
from tests.ui.answering import Answers

Key = Qt.Key
HOP = CustomExercise(id="own-hop", name="Hop", dose="hold", ranges={"seconds": [5, 9]})


@pytest.fixture
def plan() -> Plan:
    return plan_of(
        ["w1 mon: my-drop"],
        exercises=[{"id": "my-drop", "name": "Drop"}, {"id": "spare", "name": "Spare"}],
    )


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def own(session: Session, tmp_path: Path) -> Iterator[OwnExercises]:
    work = Work(session)
    yield OwnExercises(session, tmp_path, work)
    work.finish()


@pytest.fixture
def edits(session: Session, own: OwnExercises, window: QWidget, plan: Plan) -> ExerciseEdits:
    session.begin(plan)
    return ExerciseEdits(session, own, window)


def dialog() -> ExerciseDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ExerciseDialog)
    return found


def test_a_new_one_is_in_the_plan_and_kept(
    edits: ExerciseEdits,
    session: Session,
    own: OwnExercises,
    tmp_path: Path,
    guide: Guide,
    plan: Plan,
    qtbot: QtBot,
) -> None:
    edits.new()
    qtbot.keyClicks(dialog().name, "Wall lean")
    with qtbot.waitSignal(own.changed):
        qtbot.keyClick(dialog(), Key.Key_Return)
    made = session.plan.exercises[-1]
    assert made.name == "Wall lean"
    assert made.id.startswith("own-wall-lean-")
    assert session.stack.undoText() == "Make wall lean"
    assert load_own(tmp_path, guide).exercises == (made,)
    session.stack.undo()
    assert session.plan == plan
    assert session.known(made.id) is not None  # kept all the same
    again = OwnExercises(session, tmp_path, own._work)
    with qtbot.waitSignal(again.changed):
        again.load()
    assert list(session.offered) == [made.id]


def test_one_of_ones_own_brings_its_definition_along_in_one_step(
    edits: ExerciseEdits, session: Session, selection: Selection, plan: Plan
) -> None:
    session.offered = {HOP.id: HOP}
    carried = what_is_carried(exercise_data(HOP.id), session)
    assert carried is not None
    assert carried.drop(selection, Slot(0, 2, 0), copy=True)
    (entry,) = session.plan.weeks[0].days[2].entries
    assert (entry.exercise, entry.dose.type) == (HOP.id, "hold")
    assert session.plan.exercises == (*plan.exercises, HOP)
    assert session.stack.undoText() == "Add hop"
    carried.drop(selection, Slot(0, 3, 0), copy=True)
    assert session.plan.exercises == (*plan.exercises, HOP)
    session.stack.undo()
    session.stack.undo()
    assert session.plan == plan


def test_editing_in_the_plan_is_undone(
    edits: ExerciseEdits, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    edits.edit("my-drop")
    assert not dialog().dose.isEnabled()
    assert not dialog().keep.isChecked()
    dialog().name.selectAll()
    qtbot.keyClicks(dialog().name, "Deep drop")
    qtbot.keyClick(dialog(), Key.Key_Return)
    assert session.exercises["my-drop"].name == "Deep drop"
    assert session.stack.undoText() == "Change deep drop"
    session.stack.undo()
    assert session.plan == plan


def test_editing_one_that_is_kept_changes_its_file_alone(
    edits: ExerciseEdits,
    session: Session,
    own: OwnExercises,
    tmp_path: Path,
    guide: Guide,
    qtbot: QtBot,
) -> None:
    change_own(tmp_path, guide, lambda _: (HOP,))
    with qtbot.waitSignal(own.changed):
        own.load()
    edits.edit(HOP.id)
    qtbot.keyClicks(dialog().cue.editor, "Soft")
    with qtbot.waitSignal(own.changed):
        qtbot.keyClick(dialog().ok, Key.Key_Space)
    assert load_own(tmp_path, guide).exercises == (HOP.replace(cue="Soft"),)
    assert not session.stack.count()


def test_one_that_is_used_is_not_deleted_and_it_says_where(
    edits: ExerciseEdits, session: Session, plan: Plan
) -> None:
    answers = Answers().click("OK")
    edits.delete("my-drop")
    assert answers.heard == ["“Drop” is not deleted. It is in the plan: Week 1, Monday."]
    assert session.plan is plan
    edits.delete("spare")
    assert [made.id for made in session.plan.exercises] == ["my-drop"]
    session.stack.undo()
    assert session.plan == plan


def test_one_that_is_kept_is_deleted_after_a_question(
    edits: ExerciseEdits,
    session: Session,
    own: OwnExercises,
    tmp_path: Path,
    guide: Guide,
    qtbot: QtBot,
) -> None:
    change_own(tmp_path, guide, lambda _: (HOP,))
    with qtbot.waitSignal(own.changed):
        own.load()
    Answers().escape()
    edits.delete(HOP.id)
    own._work.finish()
    assert load_own(tmp_path, guide).exercises == (HOP,)
    Answers().click("Delete")
    with qtbot.waitSignal(own.changed):
        edits.delete(HOP.id)
    assert load_own(tmp_path, guide).exercises == ()
    assert session.offered == {}


def test_the_guides_own_are_left_alone_and_can_be_duplicated(
    edits: ExerciseEdits, session: Session, qtbot: QtBot
) -> None:
    for ask_for in (edits.edit, edits.delete):
        with qtbot.waitSignal(session.refused) as said:
            ask_for("isometric-hold")
        assert said.args == [OF_THE_GUIDE]
    edits.duplicate("isometric-hold")
    dialog().keep.setChecked(False)
    qtbot.keyClick(dialog(), Key.Key_Return)
    made = session.plan.exercises[-1]
    assert made.name == "Isometric soleus hold (own)"
    assert made.dose == "hold"
    assert made.ranges["seconds"] == [30, 60]


def test_trouble_with_the_file_is_said(
    session: Session, tmp_path: Path, qtbot: QtBot, own: OwnExercises
) -> None:
    (tmp_path / FILE).write_text("{")
    with qtbot.waitSignal(own.trouble) as said:
        own.load()
    assert f"{FILE}.corrupt" in said.args[0]
    (tmp_path / FILE).mkdir()
    with qtbot.waitSignal(own.trouble) as said:
        own.keep(HOP)
    assert said.args[0].startswith("Your own exercises are not kept: ")


def test_without_a_folder_nothing_is_kept_and_nothing_asked(
    session: Session, window: QWidget, plan: Plan, qtbot: QtBot
) -> None:
    session.begin(plan)
    own = OwnExercises(session, None, Work(session))
    own.load()
    own.keep(HOP)
    ExerciseEdits(session, own, window).new()
    assert not dialog().keep.isVisible()
    qtbot.keyClicks(dialog().name, "Lean")
    qtbot.keyClick(dialog(), Key.Key_Return)
    assert session.plan.exercises[-1].name == "Lean"
    assert session.offered == {}


@pytest.mark.parametrize("name", ["", "Ünïcødé", "x" * 200, "../../a b"])
def test_ids_are_short_plain_and_nobody_elses(name: str) -> None:
    one, other = fresh_exercise_id(name), fresh_exercise_id(name)
    assert one != other
    assert one.isascii()
    assert len(one) <= 60
    assert not set(one) & set("/\\. ")
