"""The inspector on several things at once: what they share, that they differ, one step for all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.many import all_entries
from soleus_desktop.plan.model import Entry, Hold, Plan, Reps, Steps, Tempo, Walk
from soleus_desktop.ui.panels.inspector import PAGES, InspectorPanel
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.aside import Aside
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.text_field import LineField
from tests.build import plan_of
from tests.ui.panels.showing import named

Key = Qt.Key


@pytest.fixture
def plan() -> Plan:
    """Raises e1 (3 x 12) and e3 (4 x 15), a hold e2, a walk e4, a lunge e5."""
    return plan_of(
        [
            "w1 mon: bent-knee-calf-raise 3x12; isometric-hold 3x45s",
            "w1 fri: bent-knee-calf-raise 4x15 load=10kg-pack stage=weighted",
            "w2 wed recovery: uphill-walk",
            "w3 wed: walking-lunge-heel-raise",
        ]
    )


def entries(session: Session) -> dict[str, Entry]:
    return {entry.id: entry for entry in all_entries(session.plan)}


def said(inspector: InspectorPanel) -> set[str]:
    return {a.text() for a in inspector.findChildren(Aside) if a.isVisible() and a.text()}


def titles(inspector: InspectorPanel) -> list[str]:
    assert inspector.page
    return [label.text() for label in inspector.page.findChildren(QLabel)][:2]


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_what_differs_says_so_and_imposes_nothing(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    before = session.plan
    selection.select_entries(["e1", "e3"])
    assert titles(inspector) == ["2 exercises", "Bent-knee calf raise · 2 days of week 1"]
    reps = named(inspector, NumberField, "Repetitions")
    assert (reps.text(), reps.lineEdit().placeholderText()) == ("", "differs")
    assert named(inspector, NumberField, "Up").number == 3
    load = named(inspector, QCheckBox, "Load")
    assert load.checkState() == Qt.CheckState.PartiallyChecked
    assert load.accessibleDescription() == "differs"
    stage = named(inspector, ChoiceField, "Stage")
    assert (stage.currentIndex(), stage.placeholderText()) == (-1, "differs")
    for _ in range(20):  # through every field and out
        qtbot.keyClick(inspector.window().focusWidget() or reps, Key.Key_Tab)
    inspector.commit()
    assert session.plan is before
    assert reps.text() == ""


def test_typing_sets_all_in_one_step_and_undo_lets_them_differ_again(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_entries(["e1", "e3"])
    reps = named(inspector, NumberField, "Repetitions")
    type_over(qtbot, reps, "12")  # what the first of them has already
    assert [entries(session)[name].dose for name in ("e1", "e3")] == [
        Reps(sets=3, reps=12),
        Reps(sets=4, reps=12),
    ]
    assert session.stack.count() == 1
    assert session.stack.undoText() == "Set repetitions of 2 exercises"
    session.stack.undo()
    assert (reps.text(), reps.lineEdit().placeholderText()) == ("", "differs")
    qtbot.keyClick(reps, Key.Key_Up)  # from the first of them
    qtbot.keyClick(reps, Key.Key_Up)
    assert entries(session)["e3"].dose == Reps(sets=4, reps=14)
    assert session.stack.count() == 1


def test_a_field_sets_those_that_have_it(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_all()
    assert titles(inspector) == ["5 exercises", "4 different ones · 4 days, weeks 1–3"]
    type_over(qtbot, named(inspector, NumberField, "Sets"), "2")
    after = entries(session)
    assert after["e2"].dose == Hold(sets=2, seconds=45)
    assert isinstance(after["e4"].dose, Walk)
    assert isinstance(after["e5"].dose, Steps)
    assert after["e5"].dose.sets == 2
    assert "3 outside · 4\u00a0of\u00a05" in said(
        inspector
    )  # two sets of lunges are within the guide
    type_over(qtbot, named(inspector, NumberField, "Up"), "4")
    after = entries(session)
    assert after["e1"].tempo == Tempo(up_s=4, down_s=3)
    assert after["e2"].tempo is None


def test_a_switch_gives_each_what_its_exercise_arrives_with(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    selection.select_entries(["e1", "e3"])
    load = named(inspector, QCheckBox, "Load")
    qtbot.keyClick(load, Key.Key_Space)
    after = entries(session)
    assert after["e1"].load is not None
    assert after["e3"].load is not None
    assert after["e3"].load.implement == "pack"  # has one already, and keeps it
    assert load.checkState() == Qt.CheckState.Checked
    qtbot.keyClick(load, Key.Key_Space)
    assert not any(entry.load for entry in entries(session).values())
    assert session.stack.count() == 2


def test_a_note_of_all_is_typed_once(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    session.apply(
        "note",
        lambda plan: plan_of(["w1 mon: isometric-hold; uphill-walk"]),
    )
    selection.select(0, 0, "e1")
    note = named(inspector, QTextEdit, "Note")
    qtbot.keyClicks(note, "one")
    selection.select_all()
    assert (note.toPlainText(), note.placeholderText()) == ("", "differs")
    qtbot.keyClicks(note, "all")
    selection.select(0, 0, "e2")
    assert [entry.note for entry in all_entries(session.plan)] == ["all", "all"]
    assert note.placeholderText() == ""


def test_days_and_weeks_are_set_together(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    inspector.show_page("day")
    selection.select_days([(0, 0), (1, 2), (1, 3)])
    assert titles(inspector)[0] == "3 days, weeks 1–2"
    kind = named(inspector, ChoiceField, "Kind of day")
    assert kind.choice is None
    kind.setFocus()
    qtbot.keyClick(kind, Key.Key_End)
    assert [session.plan.weeks[w].days[d].kind for w, d in selection.days] == ["race"] * 3
    assert session.plan.weeks[0].days[4].kind == "training"
    inspector.show_page("week")
    selection.select_weeks([0, 2])
    assert titles(inspector)[0] == "2 weeks of 3"
    label = named(inspector, LineField, "Label")
    qtbot.keyClicks(label, "Build")
    qtbot.keyClick(label, Key.Key_Return)
    assert [week.label for week in session.plan.weeks] == ["Build", "", "Build"]
    assert session.stack.count() == 2
    selection.select_weeks([0, 1, 2])
    assert (label.text(), label.placeholderText()) == ("", "differs")


def test_all_at_once_fit_into_a_narrow_panel(
    inspector: InspectorPanel, selection: Selection
) -> None:
    selection.select_all()
    for name in PAGES:
        inspector.show_page(name)
        assert inspector.page
        assert inspector.page.widget().minimumSizeHint().width() <= 246
