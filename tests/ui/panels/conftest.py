"""The panels on a plan with findings, each in a window of its own with undo and redo."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.panels.findings import FindingsPanel
from soleus_desktop.ui.panels.inspector import InspectorPanel
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of
from tests.ui.panels.showing import show_in


@pytest.fixture
def plan() -> Plan:
    """Monday: a raise (e1) and a hold (e2), clean; Wednesday: an uphill walk (e3), a lunge (e4)."""
    return plan_of(
        [
            "w1 mon: bent-knee-calf-raise; isometric-hold",
            "w1 wed recovery: uphill-walk; walking-lunge-heel-raise",
            "w2 fri: eccentric-heel-drop; my-drop 3x10",
        ],
        exercises=[{"id": "my-drop", "name": "Drop & <b>hop</b>", "ranges": {"reps": [8, 12]}}],
    )


@pytest.fixture
def broken() -> Plan:
    """Errors at e1 (two) and e3, a warning of week 3, hints of the plan, one finding waived."""
    return plan_of(
        [
            "w1 mon: bent-knee-calf-raise 2x30",
            "w1 wed recovery: uphill-walk 20min@6%",
            "w2 fri: walking-lunge-heel-raise 2x40steps; uphill-walk 20min@6%",
        ],
        weeks=3,
        athlete={"events": ["trail"]},
        waivers=[{"rule": "uphill-on-training-day", "entry": "e4", "reason": "warm-up <b>"}],
    )


@pytest.fixture
def window(qtbot: QtBot, session: Session) -> QWidget:
    """A window around a panel, with the session's undo and redo as the real one has them."""
    window = QWidget()
    QVBoxLayout(window)
    for keys, do in (
        (QKeySequence.StandardKey.Undo, session.stack.undo),
        (QKeySequence.StandardKey.Redo, session.stack.redo),
    ):
        action = QAction(window)
        action.setShortcut(keys)
        action.triggered.connect(do)
        window.addAction(action)
    qtbot.addWidget(window)
    window.resize(700, 700)
    return window


@pytest.fixture
def inspector(
    window: QWidget,
    session: Session,
    selection: Selection,
    theme: Theme,
    plan: Plan,
    qtbot: QtBot,
) -> InspectorPanel:
    session.begin(plan)
    return show_in(window, InspectorPanel(session, selection, theme), qtbot)


@pytest.fixture
def findings(
    window: QWidget, session: Session, selection: Selection, theme: Theme, qtbot: QtBot
) -> FindingsPanel:
    return show_in(window, FindingsPanel(session, selection, theme), qtbot)
