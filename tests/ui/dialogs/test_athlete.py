"""The athlete's dialog: what each switch changes is said, and all is one step of undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Athlete, Plan
from soleus_desktop.ui.dialogs.athlete import NO_CHECK, TEXT, AthleteDialog, Switch
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

Key = Qt.Key
TRAIL, CALF = Switch("events", "trail"), Switch("concerns", "calf")


@pytest.fixture
def plan() -> Plan:
    return plan_of(["w1 mon: bent-knee-calf-raise; uphill-walk"], athlete={"events": ["road"]})


@pytest.fixture
def dialog(
    qtbot: QtBot, session: Session, theme: Theme, plan: Plan, window: QWidget
) -> AthleteDialog:
    session.begin(plan)
    dialog = AthleteDialog(session, theme, window)
    dialog.accepted.connect(lambda: session.apply(TEXT, dialog.edit))
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_what_is_chosen_is_one_step_and_undo_takes_all_back(
    dialog: AthleteDialog, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.name, "Ana")
    for switch in (TRAIL, CALF, Switch("returning_from_injury", True), Switch("events", "road")):
        qtbot.keyClick(dialog.boxes[switch], Key.Key_Space)
    dialog.stage.setFocus()
    qtbot.keyClick(dialog.stage, Key.Key_Down)
    dialog.units.setFocus()
    qtbot.keyClick(dialog.units, Key.Key_Down)
    qtbot.keyClick(dialog.mass_on, Key.Key_Space)
    dialog.mass.setFocus()
    dialog.mass.selectAll()
    qtbot.keyClicks(dialog.mass, "150")
    assert session.plan is plan
    qtbot.keyClick(dialog, Key.Key_Return)
    assert session.plan.athlete == Athlete(
        name="Ana",
        events=("trail",),
        concerns=("calf",),
        returning_from_injury=True,
        starting_stage="single-leg",
        body_mass_kg=68.04,
        units="lb",
    )
    assert session.stack.undoText() == TEXT
    session.stack.undo()
    assert session.plan == plan


def test_escape_changes_nothing(dialog: AthleteDialog, session: Session, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.boxes[TRAIL], Key.Key_Space)
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert not session.stack.count()


def test_beside_each_switch_stands_what_the_checks_make_of_it(dialog: AthleteDialog) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert sum(text == NO_CHECK for text in said) >= 3  # road and marathon; track; knee ...
    hold = dialog.boxes[CALF].accessibleDescription()
    assert hold.startswith("Looks for a plan without an isometric hold for an athlete")
    fact = dialog._session.guide.facts["isometric-hold.why"].says
    assert f"The guide: {fact}" in hold
    back = dialog.boxes[Switch("returning_from_injury", True)].accessibleDescription()
    assert "Looks for a plan without an uphill walk" in back
    assert "Lets pass an uphill walk on a day that is not a recovery day" in back
    assert dialog.boxes[Switch("events", "road")].accessibleDescription() == NO_CHECK
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in dialog.counts.values())


def test_it_counts_beforehand_what_a_switch_brings_and_takes_away(
    dialog: AthleteDialog, session: Session, qtbot: QtBot
) -> None:
    back = Switch("returning_from_injury", True)
    qtbot.waitUntil(lambda: not dialog._waiting)
    assert dialog.counts[CALF].text() == "with it 1 finding more"
    assert dialog.counts[back].text() == "with it 1 finding fewer"  # walks on a training day
    assert dialog.outcome.text == "Brings no finding and takes none away."
    qtbot.keyClick(dialog.boxes[CALF], Key.Key_Space)
    qtbot.keyClick(dialog.boxes[back], Key.Key_Space)
    assert dialog.outcome.text.startswith("Brings 1 finding and takes away 1 finding.\n")
    qtbot.waitUntil(lambda: not dialog._waiting)
    assert dialog.counts[CALF].text() == "without it 1 finding fewer"
    assert dialog.counts[Switch("concerns", "achilles")].text() == ""  # no further finding
    before = {finding.rule.id for finding in session.report.open}
    qtbot.keyClick(dialog, Key.Key_Return)
    after = {finding.rule.id for finding in session.report.open}
    assert after - before == {"tendon-without-isometric"}
    assert before - after == {"uphill-on-training-day"}


def test_it_fits_a_narrow_screen(dialog: AthleteDialog) -> None:
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.widget().minimumSizeHint().width() <= 480
