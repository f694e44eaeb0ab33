"""The inspector: keys in its fields change the plan, undo brings the field back, ranges show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QTextEdit
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Entry, Plan, Reps, Tempo
from soleus_desktop.plan.place import Slot, find_entry
from soleus_desktop.ui.panels.inspector import PAGES, InspectorPanel
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.aside import Aside
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.date_field import WeekField
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.text_field import LineField
from tests.ui.panels.showing import named

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def select(session: Session, selection: Selection, entry_id: str) -> None:
    found = find_entry(session.plan, entry_id)
    assert found
    selection.select(found[0].week, found[0].day, entry_id)


def entry(session: Session, entry_id: str) -> Entry:
    found = find_entry(session.plan, entry_id)
    assert found
    return found[1]


def asides(inspector: InspectorPanel) -> dict[str, bool]:
    """What is said beside the fields that are shown, and whether it is a fault."""
    found = inspector.findChildren(Aside)
    return {aside.text(): aside.fault for aside in found if aside.isVisible()}


def type_over(qtbot: QtBot, field: NumberField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_without_a_selection_it_says_what_to_do(inspector: InspectorPanel) -> None:
    said = [label.text() for label in inspector.findChildren(QLabel) if label.isVisible()]
    assert said == ["Select an exercise on the board, or drag one there from the library."]


def test_typing_sets_changes_the_plan_and_undo_restores_the_field(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    sets = named(inspector, NumberField, "Sets")
    type_over(qtbot, sets, "12")
    assert entry(session, "e1").dose == Reps(sets=12, reps=12)
    assert session.stack.count() == 1  # 1, then 12: one step
    assert session.stack.undoText() == "Set sets"
    qtbot.keyClick(sets, Key.Key_Z, CTRL)
    assert sets.number == 3
    assert entry(session, "e1").dose == Reps(sets=3, reps=12)
    assert not session.stack.canUndo()


def test_a_number_outside_its_range_is_marked_and_stays_allowed(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    assert asides(inspector) == {
        "guide 3–4": False,
        "guide 12–20": False,
        "guide 3": False,
        "guide 20–30": False,
    }
    type_over(qtbot, named(inspector, NumberField, "Sets"), "7")
    assert asides(inspector)["guide 3–4"]
    aside = next(a for a in inspector.findChildren(Aside) if a.text() == "guide 3–4")
    assert aside.accessibleName() == "Outside: guide 3–4"
    assert entry(session, "e1").dose == Reps(sets=7, reps=12)


@pytest.mark.parametrize(
    ("entry_id", "said"),
    [
        ("e2", {"guide 3–5", "guide 30–60", "guide 20–30"}),
        ("e3", {"guide 10–30", "guide 5–10"}),
        ("e4", {"guide 2–3", "guide 20–30"}),
        ("e5", {"guide 3", "guide 8–12", "guide per leg", "guide 4–5"}),
        ("e6", {"yours 8–12"}),  # never the guide's
    ],
)
def test_beside_each_number_stands_what_the_guide_says_and_no_more(
    inspector: InspectorPanel,
    session: Session,
    selection: Selection,
    entry_id: str,
    said: set[str],
) -> None:
    select(session, selection, entry_id)
    assert asides(inspector) == dict.fromkeys(said, False)


def test_what_has_no_number_is_marked_as_the_rules_find_it(
    inspector: InspectorPanel, session: Session, selection: Selection
) -> None:
    select(session, selection, "e5")
    session.apply(
        "break it",
        lambda plan: edits.set_entry(plan, "e5", per_leg=False, tempo=None, knee_bend_deg=0),
    )
    marked = {said.replace("\u202f", " ") for said, fault in asides(inspector).items() if fault}
    assert marked == {"guide per leg", "guide 4–5 s down", "guide bent"}


def test_a_load_by_something_else_is_marked(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    qtbot.keyClick(named(inspector, QCheckBox, "Load"), Key.Key_Space)
    implement = named(inspector, ChoiceField, "By")
    assert asides(inspector)["guide dumbbells or pack"] is False
    implement.setFocus()
    qtbot.keyClicks(implement, "vest")
    load = entry(session, "e1").load
    assert load is not None
    assert load.implement == "vest"
    assert asides(inspector)["guide dumbbells or pack"] is True


def test_half_numbers_are_kept_and_whole_ones_stay_whole(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    down = named(inspector, NumberField, "Down")
    type_over(qtbot, down, "2,5")
    assert entry(session, "e1").tempo == Tempo(up_s=3, down_s=2.5)
    type_over(qtbot, down, "4")
    tempo = entry(session, "e1").tempo
    assert tempo is not None
    assert type(tempo.down_s) is int


def test_switches_take_what_the_exercise_arrives_with(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    before = entry(session, "e1")
    for name in ("Tempo", "Rest", "Knee bend"):
        qtbot.keyClick(named(inspector, QCheckBox, name), Key.Key_Space)
    bare = entry(session, "e1")
    assert (bare.tempo, bare.rest_s, bare.knee_bend_deg) == (None, None, None)
    for name in ("Tempo", "Rest", "Knee bend"):
        qtbot.keyClick(named(inspector, QCheckBox, name), Key.Key_Space)
    assert entry(session, "e1") == before
    assert session.stack.count() == 6


def test_stage_is_chosen_by_key_and_undone(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e2")
    stage = named(inspector, ChoiceField, "Stage")
    stage.setFocus()
    qtbot.keyClick(stage, Key.Key_Down)
    assert entry(session, "e2").stage == "single-leg"
    qtbot.keyClick(stage, Key.Key_Z, CTRL)
    assert stage.choice == "bodyweight"


def test_a_note_is_one_step_and_its_cursor_stays(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    note = named(inspector, QTextEdit, "Note")
    note.setFocus()
    qtbot.keyClicks(note, "Slow down")
    inspector.commit()
    qtbot.keyClicks(note, "!")
    qtbot.keyClick(note, Key.Key_Home)
    inspector.commit()
    assert entry(session, "e1").note == "Slow down!"
    assert session.stack.count() == 1
    assert note.textCursor().position() == 0
    session.stack.undo()
    assert note.toPlainText() == ""


def test_a_note_is_told_when_typing_pauses(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    qtbot.keyClicks(named(inspector, QTextEdit, "Note"), "kerb")
    qtbot.waitUntil(lambda: entry(session, "e1").note == "kerb", timeout=3000)


def test_what_was_typed_goes_to_the_entry_it_was_typed_for(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    note = named(inspector, QTextEdit, "Note")
    qtbot.keyClicks(note, "for the raise")
    select(session, selection, "e2")
    assert entry(session, "e1").note == "for the raise"
    assert entry(session, "e2").note == ""
    assert note.toPlainText() == ""


def test_what_was_typed_for_a_plan_that_goes_is_forgotten(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    inspector.show_page("plan")
    qtbot.keyClicks(named(inspector, LineField, "Title"), "Old plan")
    session.begin(Plan(weeks=()))
    inspector.commit()
    assert session.plan.title == ""
    assert named(inspector, LineField, "Title").text() == ""


def test_what_was_typed_goes_with_its_entry_without_a_word(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    qtbot.keyClicks(named(inspector, QTextEdit, "Note"), "gone")
    session.apply("delete", lambda plan: edits.delete_entry(plan, "e1"))
    with qtbot.assertNotEmitted(session.refused):
        select(session, selection, "e2")
        inspector.commit()
    assert entry(session, "e2").note == ""


def test_typing_stays_with_an_entry_that_moves(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    qtbot.keyClicks(named(inspector, QTextEdit, "Note"), "kept")
    session.apply("move", lambda plan: edits.move_entry(plan, "e1", Slot(1, 6, 0)))
    inspector.commit()
    assert entry(session, "e1").note == "kept"


def test_a_change_from_elsewhere_leaves_typing_alone(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    note = named(inspector, QTextEdit, "Note")
    qtbot.keyClicks(note, "half a sen")
    session.apply("elsewhere", lambda plan: edits.set_entry(plan, "e2", rest_s=90))
    qtbot.keyClicks(note, "tence")
    inspector.commit()
    assert entry(session, "e1").note == "half a sentence"


def test_selecting_turns_to_the_entry_and_letting_go_to_its_day(
    inspector: InspectorPanel, session: Session, selection: Selection
) -> None:
    inspector.show_page("plan")
    select(session, selection, "e3")
    assert inspector.page_name == "entry"
    session.apply("delete", lambda plan: edits.delete_entry(plan, "e3"))
    assert inspector.page_name == "day"
    inspector.show_page("plan")
    selection.select(1, 3)
    assert inspector.page_name == "plan"


def test_day_kind_and_note(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    inspector.show_page("day")
    selection.select(0, 5)
    kind = named(inspector, ChoiceField, "Kind of day")
    kind.setFocus()
    qtbot.keyClicks(kind, "race")
    qtbot.keyClicks(named(inspector, QTextEdit, "Note"), "10 km")
    inspector.commit()
    day = session.plan.weeks[0].days[5]
    assert (day.kind, day.note) == ("race", "10 km")
    session.stack.undo()
    session.stack.undo()
    assert kind.choice == "rest"


def test_week_label(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    inspector.show_page("week")
    selection.select(1, 0)
    label = named(inspector, LineField, "Label")
    qtbot.keyClicks(label, "Build")
    qtbot.keyClick(label, Key.Key_Return)
    assert session.plan.weeks[1].label == "Build"
    assert session.stack.undoText() == "Set the label of week 2"


def test_plan_and_athlete(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    inspector.show_page("plan")
    qtbot.keyClicks(named(inspector, LineField, "Title"), "Spring")
    qtbot.keyClicks(named(inspector, LineField, "Name"), "Ana")
    inspector.commit()
    for name in ("Events: Ultra", "Events: Trail", "Concerns: Calf", "Returning from injury"):
        qtbot.keyClick(named(inspector, QCheckBox, name), Key.Key_Space)
    qtbot.keyClick(named(inspector, QCheckBox, "Body mass"), Key.Key_Space)
    type_over(qtbot, named(inspector, NumberField, "Body mass"), "61.5")
    athlete = session.plan.athlete
    assert (session.plan.title, athlete.name, athlete.body_mass_kg) == ("Spring", "Ana", 61.5)
    assert (athlete.events, athlete.concerns) == (("ultra", "trail"), ("calf",))
    assert athlete.returning_from_injury
    qtbot.keyClick(named(inspector, QCheckBox, "Events: Ultra"), Key.Key_Space)
    assert session.plan.athlete.events == ("trail",)


def test_a_start_is_its_weeks_monday_and_says_so(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    inspector.show_page("plan")
    dated = named(inspector, QCheckBox, "Starts on")
    qtbot.keyClick(dated, Key.Key_Space)
    session.apply("start", lambda plan: plan.replace(start="2026-03-02"))
    start = named(inspector, WeekField, "Starts on")
    start.setFocus()
    start.setSelectedSection(WeekField.Section.DaySection)
    qtbot.keyClicks(start, "1 Apr")
    assert session.plan.start == "2026-03-02"  # not before it is typed to its end
    qtbot.keyClick(start, Key.Key_Return)
    assert session.plan.start == "2026-03-30"
    assert start.date().toString("yyyy-MM-dd") == "2026-03-30"
    assert "Weeks begin on a Monday: Wednesday 1 April is in this one." in asides(inspector)
    qtbot.keyClick(start, Key.Key_Home)
    qtbot.keyClick(start, Key.Key_Up)  # the day steps by weeks
    assert session.plan.start == "2026-04-06"
    qtbot.keyClick(dated, Key.Key_Space)
    assert session.plan.start is None
    assert not start.isVisible()


def test_names_are_no_markup_and_long_words_do_not_widen_it(
    inspector: InspectorPanel, session: Session, selection: Selection
) -> None:
    own = session.plan.exercises[0].replace(name="<img src=x>" + "w" * 180)
    session.apply("rename", lambda plan: plan.replace(exercises=(own,)))
    select(session, selection, "e6")
    labels = inspector.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert inspector.page
    assert inspector.page.widget().minimumSizeHint().width() <= 246


@pytest.mark.parametrize("entry_id", ["e1", "e2", "e3", "e4", "e5", "e6"])
def test_each_page_fits_into_a_narrow_panel(
    inspector: InspectorPanel, session: Session, selection: Selection, entry_id: str
) -> None:
    select(session, selection, entry_id)
    for name in PAGES:
        inspector.show_page(name)
        assert inspector.page
        assert inspector.page.widget().minimumSizeHint().width() <= 246  # 260 and a scroll bar


def test_pasted_markup_and_control_characters_stay_out(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    note = named(inspector, QTextEdit, "Note")
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("a\x00b\x1b[31m\r\nc\u2028d")
    note.insertFromMimeData(data)
    inspector.commit()
    assert entry(session, "e1").note == "ab[31m\nc\nd"
