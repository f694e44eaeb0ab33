"""The filter of the findings: by severity, rule and week; the keys go through what it leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.ui.panels.findings import FindingsPanel
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from tests.ui.panels.showing import named

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(findings: FindingsPanel, session: Session, broken: Plan) -> FindingsPanel:
    session.begin(broken)
    return findings


def shown(panel: FindingsPanel) -> list[str]:
    return [finding.rule.id for finding in panel.table.model.findings]


def texts(panel: FindingsPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def press(panel: FindingsPanel, text: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(named(panel, QPushButton, text), LEFT)


def choose(panel: FindingsPanel, field: str, starts: str) -> None:
    """Choose the item that starts so, as a person does."""
    box = named(panel, QComboBox, field)
    index = next(i for i in range(box.count()) if box.itemText(i).startswith(starts))
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_a_pressed_severity_shows_it_alone_and_a_second_one_joins_it(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    everything = shown(panel)
    press(panel, "1 warning", qtbot)
    assert shown(panel) == ["week-without-soleus-work"]
    press(panel, "1 waived", qtbot)
    assert shown(panel) == ["week-without-soleus-work", "uphill-on-training-day"]
    press(panel, "1 warning", qtbot)
    press(panel, "1 waived", qtbot)
    assert shown(panel) == everything


def test_next_goes_round_what_the_filter_leaves(
    panel: FindingsPanel, selection: Selection, qtbot: QtBot
) -> None:
    press(panel, "3 errors", qtbot)
    visited = []
    for _ in range(4):
        panel.next_finding()
        assert panel.table.current
        visited.append((panel.table.current.rule.id, selection.entry_id))
    assert visited == [
        ("sets-outside-guide", "e1"),
        ("reps-outside-guide", "e1"),
        ("steps-outside-guide", "e3"),
        ("sets-outside-guide", "e1"),
    ]


def test_a_rule_is_chosen_by_its_words_with_its_count(panel: FindingsPanel) -> None:
    box = named(panel, QComboBox, "Findings of which rule")
    assert box.itemText(0) == "Every rule"
    assert "Steps outside guide (1)" in [box.itemText(i) for i in range(box.count())]
    choose(panel, "Findings of which rule", "Steps outside guide")
    assert shown(panel) == ["steps-outside-guide"]
    panel.next_finding()
    panel.fix_current()  # and there is no more of it
    assert box.currentText() == "Steps outside guide (0)"
    assert "Nothing matches the filter." in texts(panel)
    assert not panel.table.isVisible()


def test_this_week_is_the_one_on_the_board_and_follows_it(
    panel: FindingsPanel, selection: Selection, qtbot: QtBot
) -> None:
    choose(panel, "Findings where", "This week")
    assert shown(panel) == ["sets-outside-guide", "reps-outside-guide"]
    selection.select(1, 0)
    assert shown(panel) == ["steps-outside-guide", "uphill-on-training-day"]
    selection.select(2, 0)
    assert shown(panel) == ["week-without-soleus-work"]
    selection.select(1, 4, "e3")  # and points out the finding of what was selected
    assert panel.table.current
    assert panel.table.current.rule.id == "steps-outside-guide"


def test_where_nothing_matches_one_button_shows_all_again(
    panel: FindingsPanel, selection: Selection, qtbot: QtBot
) -> None:
    everything = shown(panel)
    choose(panel, "Findings where", "This week")
    press(panel, "1 warning", qtbot)
    assert shown(panel) == []
    assert "Nothing matches the filter." in texts(panel)
    panel.next_finding()  # goes nowhere
    assert selection.week == 0
    press(panel, "Show all findings", qtbot)
    assert shown(panel) == everything
    assert named(panel, QComboBox, "Findings where").currentText() == "Whole plan"
    assert not named(panel, QPushButton, "1 warning").isChecked()


def test_a_finding_that_is_filtered_out_is_current_no_longer(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    panel.next_finding()
    assert panel.table.current
    assert panel.table.current.rule.id == "trail-without-eccentric"
    press(panel, "3 errors", qtbot)
    assert panel.table.current is None
    assert any(text.startswith("Select a finding") for text in texts(panel))


def test_a_good_plan_has_nothing_to_filter(panel: FindingsPanel, session: Session) -> None:
    session.begin(new_plan())
    assert not named_or_none(panel, "0 errors")
    assert "Nothing planned yet" in texts(panel)
    assert "Nothing matches the filter." not in texts(panel)


def named_or_none(panel: FindingsPanel, text: str) -> list[QPushButton]:
    buttons = panel.findChildren(QPushButton)
    return [button for button in buttons if button.isVisible() and button.text() == text]


def test_the_fix_of_all_mends_what_is_filtered_out_as_well(
    panel: FindingsPanel, session: Session, qtbot: QtBot
) -> None:
    press(panel, "1 hint", qtbot)
    panel.fix_all()
    assert session.report.counts["error"] == 0


def test_the_detail_says_what_it_rests_on_how_we_read_it_and_what_for(
    panel: FindingsPanel, qtbot: QtBot
) -> None:
    choose(panel, "Findings of which rule", "Reps outside guide")
    panel.next_finding()
    said = [text.replace("\u200b", "") for text in texts(panel)]
    assert "The guide  [bent-knee-calf-raise.dose]" in said
    assert said[said.index("The guide  [bent-knee-calf-raise.dose]") + 1] == (
        "3–4 sets of 12–20 repetitions."
    )
    assert said[said.index("Our reading") + 1].startswith("A range is inclusive at both ends.")
    assert said[said.index("What it is for: Bent-knee calf raise") + 1] == (
        "It is the cornerstone of soleus strength."
    )


def test_tab_goes_through_the_panel_as_it_is_read(panel: FindingsPanel, qtbot: QtBot) -> None:
    named(panel, QPushButton, "3 errors").setFocus()
    names = []
    for _ in range(8):
        at = QApplication.focusWidget()
        assert at is not None
        names.append(at.accessibleName() or at.property("text").replace("&", ""))
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert names == [
        *("3 errors", "1 warning", "1 hint", "1 waived"),
        *("Findings of which rule", "Findings where", "Fix all safe", "Findings"),
    ]
