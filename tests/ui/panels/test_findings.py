"""The findings panel: it says how the plan stands, goes there, fixes, waives and takes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan, Waiver
from soleus_desktop.rules.engine import check
from soleus_desktop.ui.dialogs.waive import WaiveDialog
from soleus_desktop.ui.panels.findings import FindingsPanel
from soleus_desktop.ui.panels.findings_model import MESSAGE, SEVERITY, in_order
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of
from tests.ui.panels.showing import named

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction


def rules(panel: FindingsPanel) -> list[str]:
    return [finding.rule.id for finding in panel.table.model.findings]


def go_to(panel: FindingsPanel, rule: str) -> None:
    for _ in panel.table.model.findings:
        panel.next_finding()
        if panel.table.current and panel.table.current.rule.id == rule:
            return
    raise AssertionError(f"no finding of {rule}")


def said(panel: FindingsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_an_empty_plan_and_a_good_one_have_nothing_to_show(
    findings: FindingsPanel, session: Session
) -> None:
    assert any("Drag an exercise" in text for text in said(findings))
    assert "Nothing planned yet" in said(findings)
    session.begin(plan_of(["w1 mon: bent-knee-calf-raise"]))
    assert "Follows the guide" in said(findings)
    assert not named(findings, QPushButton, "Fix all safe").isEnabled()
    assert findings._table is None  # nothing was made that is not shown


def test_it_lists_what_the_rules_find_the_waived_last(
    findings: FindingsPanel, session: Session, broken: Plan
) -> None:
    session.begin(broken)
    for counted in ("3 errors", "1 warning", "1 hint", "1 waived"):
        assert named(findings, QPushButton, counted).isEnabled()
    assert rules(findings) == [
        "trail-without-eccentric",
        "sets-outside-guide",
        "reps-outside-guide",
        "steps-outside-guide",
        "week-without-soleus-work",
        "uphill-on-training-day",
    ]
    model = findings.table.model
    last = [model.index(5, column).data() for column in range(3)]
    assert last[:2] == ["Waived", "Week 2, Fri"]
    assert last[2].startswith("“warm-up <b>” – ")
    assert "&lt;b&gt;" in model.index(5, MESSAGE).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(1, SEVERITY).data() == "Error"


def test_steps_go_round_and_take_the_selection_along(
    findings: FindingsPanel, session: Session, selection: Selection, broken: Plan
) -> None:
    session.begin(broken)
    visited = []
    for _ in range(7):
        findings.next_finding()
        visited.append((selection.week, selection.day, selection.entry_id))
    assert visited == [
        (0, 0, None),  # the whole plan is nowhere
        (0, 0, "e1"),
        (0, 0, "e1"),
        (1, 4, "e3"),
        (2, 0, None),
        (1, 4, "e4"),
        (1, 4, "e4"),  # the whole plan again
    ]
    findings.previous_finding()
    assert rules(findings)[findings.table.view.currentIndex().row()] == "uphill-on-training-day"


def test_a_click_and_the_arrow_keys_go_there(
    findings: FindingsPanel,
    session: Session,
    selection: Selection,
    broken: Plan,
    qtbot: QtBot,
) -> None:
    session.begin(broken)
    view = findings.table.view
    at = view.visualRect(findings.table.model.index(3, MESSAGE)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=at)
    assert selection.entry_id == "e3"
    qtbot.keyClick(view, Key.Key_Up)
    assert selection.entry_id == "e1"


def test_selecting_an_entry_points_out_its_finding_and_moves_nothing(
    findings: FindingsPanel, session: Session, selection: Selection, broken: Plan
) -> None:
    session.begin(broken)
    selection.select(1, 4, "e3")
    assert findings.table.current
    assert findings.table.current.rule.id == "steps-outside-guide"
    assert (selection.week, selection.day, selection.entry_id) == (1, 4, "e3")
    selection.select(0, 2, "e2")  # has none
    assert findings.table.current.rule.id == "steps-outside-guide"
    assert selection.entry_id == "e2"


def test_the_fix_button_mends_as_one_step(
    findings: FindingsPanel, session: Session, broken: Plan, qtbot: QtBot
) -> None:
    session.begin(broken)
    go_to(findings, "reps-outside-guide")
    texts = said(findings)
    assert any("30 repetitions" in text for text in texts)
    assert any("3–4 sets of 12–20 repetitions" in text for text in texts)
    assert any("bent-knee-calf-raise.dose" in text.replace("\u200b", "") for text in texts)
    button = named(findings, QPushButton, "Set to 20 repetitions")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert "reps-outside-guide" not in rules(findings)
    assert session.stack.undoText() == "Set to 20 repetitions"
    assert findings.table.view.hasFocus()  # the button went; keys go on from the table
    assert findings.table.current
    assert findings.table.current.rule.id == "sets-outside-guide"  # the other one of this entry
    session.stack.undo()
    assert session.plan == broken


def test_fix_current_takes_the_first_of_several_fixes(
    findings: FindingsPanel, session: Session, broken: Plan
) -> None:
    session.begin(broken)
    go_to(findings, "week-without-soleus-work")
    findings.fix_current()
    assert session.plan.weeks[2].days[2].entries[0].exercise == "bent-knee-calf-raise"


def test_a_fix_is_the_newest_even_where_its_finding_reads_the_same(
    findings: FindingsPanel, session: Session
) -> None:
    session.begin(plan_of(["w1 mon: seated-calf-raise load=20kg-vest"]))
    go_to(findings, "implement-not-in-guide")
    heavier = session.plan.weeks[0].days[0].entries[0].load.replace(kg=30)
    session.apply("heavier", lambda plan: edits.set_entry(plan, "e1", load=heavier))
    findings.fix_current()
    load = session.plan.weeks[0].days[0].entries[0].load
    assert (load.kg, load.implement) == (30, "barbell")


def test_fix_all_safe_is_one_step(
    findings: FindingsPanel, session: Session, broken: Plan, qtbot: QtBot
) -> None:
    session.begin(broken)
    qtbot.mouseClick(named(findings, QPushButton, "Fix all safe"), LEFT)
    assert session.report.counts["error"] == 0
    assert session.stack.count() == 1
    assert not named(findings, QPushButton, "Fix all safe").isEnabled()


@pytest.mark.parametrize(
    ("rule", "entry", "week"),
    [
        ("steps-outside-guide", "e3", None),
        ("week-without-soleus-work", None, 3),
        ("trail-without-eccentric", None, None),
    ],
)
def test_a_waiver_needs_a_reason_and_stands_where_the_finding_does(
    findings: FindingsPanel,
    session: Session,
    broken: Plan,
    qtbot: QtBot,
    rule: str,
    entry: str | None,
    week: int | None,
) -> None:
    session.begin(broken)
    go_to(findings, rule)
    named(findings, QPushButton, "Waive…").click()
    dialog = findings.findChild(WaiveDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    editor = named(dialog, QTextEdit, "Reason")
    qtbot.keyClicks(editor, "  ")
    qtbot.keyClick(editor, Key.Key_Return)
    assert not dialog.waive_button.isEnabled()
    qtbot.keyClicks(editor, "agreed with the physio")
    qtbot.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    expected = Waiver(rule=rule, entry=entry, week=week, reason="agreed with the physio")
    assert expected in session.plan.waivers
    assert session.report.counts["waived"] == 2


def test_a_cancelled_waiver_changes_nothing(
    findings: FindingsPanel, session: Session, broken: Plan, qtbot: QtBot
) -> None:
    session.begin(broken)
    go_to(findings, "steps-outside-guide")
    findings.waive_current()
    dialog = findings.findChild(WaiveDialog)
    qtbot.keyClicks(dialog.reason.editor, "no")
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert session.plan == broken
    findings.waive_current()
    assert dialog.reason.text == ""


def test_a_waiver_is_taken_back_and_cannot_be_fixed_or_waived_again(
    findings: FindingsPanel, session: Session, broken: Plan, qtbot: QtBot
) -> None:
    session.begin(broken)
    go_to(findings, "uphill-on-training-day")
    findings.fix_current()
    findings.waive_current()
    assert session.plan == broken
    assert findings.findChild(WaiveDialog) is None
    qtbot.mouseClick(named(findings, QPushButton, "Take back the waiver"), LEFT)
    assert session.plan.waivers == ()
    assert session.report.counts["waived"] == 0


def test_an_edit_elsewhere_keeps_the_current_finding_and_its_row(
    findings: FindingsPanel, session: Session, selection: Selection, broken: Plan
) -> None:
    session.begin(broken)
    go_to(findings, "steps-outside-guide")
    with_less = edits.set_athlete(session.plan, events=())
    session.apply("no trail", lambda plan: with_less)
    assert "trail-without-eccentric" not in rules(findings)
    assert findings.table.current
    assert findings.table.current.rule.id == "steps-outside-guide"
    assert selection.entry_id == "e3"


def test_the_table_is_reset_only_when_findings_differ(
    findings: FindingsPanel, session: Session, broken: Plan, qtbot: QtBot
) -> None:
    session.begin(broken)
    model = findings.table.model
    with qtbot.assertNotEmitted(model.modelReset):
        session.apply("note", lambda plan: edits.set_entry(plan, "e1", note="slow"))
    assert model.findings == in_order(check(session.plan, session.guide))


def test_the_citation_of_a_custom_exercise_is_its_own_name(
    findings: FindingsPanel, session: Session
) -> None:
    own = {"id": "hop", "name": "Hop & drop", "ranges": {"reps": [8, 12]}}
    session.begin(plan_of(["w1 mon: hop 3x20"], exercises=[own]))
    findings.next_finding()
    go_to(findings, "reps-outside-guide")
    texts = said(findings)
    assert texts[texts.index("Your exercise") + 1] == "Hop & drop"
    assert not any(text.startswith("What it is for") for text in texts)


def test_nothing_is_dragged_out_or_dropped_in(
    findings: FindingsPanel, session: Session, broken: Plan
) -> None:
    session.begin(broken)
    model = findings.table.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is model
    assert model.mimeTypes() == []
    assert model.mimeData([model.index(0, 0)]).formats() == []
    foreign = QMimeData()
    foreign.setData("application/x-qabstractitemmodeldatalist", b"\x00\x00\x00\x01\xff" * 40)
    assert not model.canDropMimeData(foreign, COPY, 0, 0, QModelIndex())
    assert not model.dropMimeData(foreign, COPY, 0, 0, QModelIndex())
    session.begin(Plan(weeks=()))
    assert model.rowCount() == 0


def test_no_text_is_markup_and_another_theme_paints(
    findings: FindingsPanel, session: Session, broken: Plan, theme: Theme
) -> None:
    session.begin(broken)
    findings.next_finding()
    labels = findings.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    findings.set_theme(theme)
    findings.grab()
