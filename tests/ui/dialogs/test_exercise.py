"""The exercise's dialog: what is wrong is said beside its field, and what is right comes out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import DOSE_FIELDS, Guide
from soleus_desktop.plan.model import CustomExercise
from soleus_desktop.ui.dialogs.exercise import ExerciseDialog, like
from soleus_desktop.ui.widgets.aside import Aside

Key = Qt.Key
BLANK = CustomExercise(id="new", name="", dose="reps")
FULL = CustomExercise(
    id="own-1",
    name="Step drop",
    dose="hold",
    knee="straight",
    how_to=("Stand.", "Lower."),
    cue="Slow\nand even",
    video="https://example.org/drop",
    ranges={"sets": [2, 3], "seconds": [20, 40.5], "heart": [1, 2]},
    extra=(("colour", "red"),),
)


def opened(qtbot: QtBot, window: QWidget, made: CustomExercise, used: str = "") -> ExerciseDialog:
    dialog = ExerciseDialog(made, window, used=used, keep=True)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def faults(dialog: ExerciseDialog) -> list[str]:
    return [a.text() for a in dialog.findChildren(Aside) if a.isVisible() and a.fault]


def test_what_is_not_changed_comes_out_as_it_was(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, FULL)
    assert dialog.exercise == FULL
    assert faults(dialog) == []
    assert dialog.ok.isEnabled()


def test_an_exercise_is_made_by_keys(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, BLANK)
    assert faults(dialog) == []
    assert dialog._name.aside.text() == "Give it a name"
    assert not dialog.ok.isEnabled()
    qtbot.keyClick(dialog, Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.name, " Wall lean ")
    assert faults(dialog) == []
    dialog.dose.setFocus()
    qtbot.keyClick(dialog.dose, Key.Key_Down)
    limit = dialog._limits["seconds"]
    assert not dialog._limits["reps"].on.isVisible()
    qtbot.keyClick(limit.on, Key.Key_Space)
    assert limit.least.text() == "30\u202fs"
    limit.most.setFocus()
    limit.most.selectAll()
    qtbot.keyClicks(limit.most, "4")
    assert faults(dialog) == ["The least is above the most"]
    qtbot.keyClicks(limit.most, "5")
    dialog.how_to.setFocus()
    qtbot.keyClicks(dialog.how_to.editor, "Lean.")
    qtbot.keyClick(dialog.how_to.editor, Key.Key_Return)
    qtbot.keyClicks(dialog.how_to.editor, "  Hold.")
    qtbot.keyClick(dialog.ok, Key.Key_Space)
    assert dialog.exercise == BLANK.replace(
        name="Wall lean",
        dose="hold",
        how_to=("Lean.", "Hold."),
        ranges={"seconds": [30, 45]},
    )


@pytest.mark.parametrize(
    ("link", "good"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("ftp://example.org", False),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://exa mple.org", False),
        ("drop.mp4", False),
        ("", True),
    ],
)
def test_a_video_is_a_page_on_the_web(qtbot: QtBot, window: QWidget, link: str, good: bool) -> None:
    dialog = opened(qtbot, window, BLANK.replace(name="Drop"))
    qtbot.keyClicks(dialog.video, link)
    assert dialog.ok.isEnabled() == good
    assert bool(faults(dialog)) != good


def test_one_that_is_used_stays_measured_as_it_is(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, FULL, used="Week 1, Monday")
    assert not dialog.dose.isEnabled()
    said = [a.text() for a in dialog.findChildren(Aside) if a.isVisible()]
    assert "In use, so this stays: Week 1, Monday" in said


def test_an_exercise_of_the_guide_is_a_beginning(
    qtbot: QtBot, window: QWidget, guide: Guide
) -> None:
    for exercise in guide.exercises.values():
        made = like(exercise, "own-2", f"{exercise.name} (own)")
        assert set(made.ranges) <= set(DOSE_FIELDS[exercise.dose])
        dialog = opened(qtbot, window, made)
        assert dialog.exercise.checked() == made
        assert dialog.ok.isEnabled()
        dialog.reject()


def test_long_texts_do_not_widen_it(qtbot: QtBot, window: QWidget) -> None:
    dialog = opened(qtbot, window, FULL.replace(name="w" * 200), used="Week 1, Monday; " * 4)
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.widget().minimumSizeHint().width() <= 420
