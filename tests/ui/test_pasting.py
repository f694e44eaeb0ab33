"""Text on the clipboard: lines of a mail become exercises, what was copied comes back."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.edit_commands import EditCommands
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.week_commands import WeekCommands
from tests.build import plan_of

RAISE, HOLD = "bent-knee-calf-raise", "isometric-hold"


@pytest.fixture
def do(session: Session, selection: Selection) -> EditCommands:
    session.begin(new_plan(2))
    return EditCommands(session, selection, WeekCommands(session, selection))


def exercises(session: Session, week: int, day: int) -> list[str]:
    return [entry.exercise for entry in session.plan.weeks[week].days[day].entries]


def test_pasting_foreign_text_changes_nothing_and_says_so(
    do: EditCommands, session: Session
) -> None:
    heard: list[str] = []
    session.refused.connect(heard.append)
    QGuiApplication.clipboard().setText("Dear Anna,\nthis week is easy.")
    do.paste()
    assert session.stack.count() == 0
    assert heard == ["Nothing on the clipboard is an exercise, a day or a week"]


def test_lines_of_a_mail_are_pasted_as_one_step(
    do: EditCommands, session: Session, selection: Selection
) -> None:
    heard: list[str] = []
    session.refused.connect(heard.append)
    QGuiApplication.clipboard().setText("For Anna\nbent 3x15 @10kg\nhold 4x45s")
    selection.select(0, 2)
    do.paste()
    assert exercises(session, 0, 2) == [RAISE, HOLD]
    assert session.stack.count() == 1
    assert heard == ["Pasted but for what is no exercise: \u201cFor Anna\u201d"]
    assert len(selection.entry_ids) == 2


def test_control_characters_of_a_note_stay_behind(do: EditCommands, session: Session) -> None:
    QGuiApplication.clipboard().setText("bent 3x15; slow\x19ly\x7f\x00")
    do.paste()
    assert [entry.note for entry in session.plan.weeks[0].days[0].entries] == ["slowly"]


def test_text_that_was_copied_comes_back_as_it_was(
    do: EditCommands, session: Session, selection: Selection
) -> None:
    lines = [
        "w1 mon recovery: bent-knee-calf-raise 3x14 tempo=2-1-3; uphill-walk",
        "w2 fri: isometric-hold",
    ]
    plan = plan_of(lines)
    session.begin(plan)
    selection.select_weeks([0, 1])
    do.copy()
    text = QGuiApplication.clipboard().text()
    assert "tempo 2-1-3" in text
    QGuiApplication.clipboard().setText(text)  # as it comes back from a mail
    session.begin(new_plan(1))
    selection.select(0, 0)
    do.paste()
    assert session.plan.weeks == plan.weeks


def test_what_was_copied_in_another_window_comes_with_its_own_exercises(
    do: EditCommands, session: Session, selection: Selection
) -> None:
    other = Session(session.guide)
    own = {"id": "my-hop", "name": "Hop", "ranges": {"reps": [6, 8]}}
    other.begin(
        plan_of(["w1 mon: my-hop 3x8; isometric-hold", "w1 wed: my-hop 3x6"], exercises=[own])
    )
    chosen = Selection(other)
    chosen.select_all()
    EditCommands(other, chosen, WeekCommands(other, chosen)).copy()
    selection.select(1, 4)
    do.paste()
    assert exercises(session, 1, 4) == ["my-hop", HOLD]
    assert exercises(session, 1, 6) == ["my-hop"]
    assert [made.name for made in session.plan.exercises] == ["Hop"]
    assert session.stack.count() == 1
    do.paste()  # again, into the plan that knows the exercise by now
    assert len(session.plan.exercises) == 1
    other.deleteLater()
