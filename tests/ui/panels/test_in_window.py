"""The panels in the real window: what was just typed is in what an action works on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.rules.limits import set_dose
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.ui.conftest import RESOURCES
from tests.ui.panels.showing import named

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, plan: Plan) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=_let_go)
    file = tmp_path / "plan.soleus"
    file.write_bytes(plan_bytes(plan))
    window.bench.documents.load(file)
    with qtbot.waitActive(window):
        window.show()
    window.bench.selection.select(0, 0, "e1")
    return window.bench


def _let_go(window: MainWindow) -> None:
    """Leave nothing unsaved, so that closing asks nothing."""
    window.bench.work.finish()
    window.bench.session.begin(new_plan())


def test_what_was_just_typed_is_saved(bench: Workbench, qtbot: QtBot) -> None:
    note = named(bench.inspector, QTextEdit, "Note")
    note.setFocus()
    qtbot.keyClicks(note, "barefoot")
    qtbot.keyClick(note, Qt.Key.Key_S, CTRL)
    session = bench.session
    qtbot.waitUntil(lambda: session.stack.isClean() and session.stack.count() == 1)
    assert session.path is not None
    saved = open_plan(session.path, session.guide)
    assert saved.weeks[0].days[0].entries[0].note == "barefoot"


def test_undo_from_the_menu_takes_back_what_was_just_typed(bench: Workbench, qtbot: QtBot) -> None:
    note = named(bench.inspector, QTextEdit, "Note")
    qtbot.keyClicks(note, "barefoot")
    bench.inspector.commit()
    bench.actions_by_id["undo"].trigger()
    assert note.toPlainText() == ""
    assert not bench.session.dirty


def test_next_finding_turns_the_inspector_to_its_entry(bench: Workbench) -> None:
    bench.inspector.show_page("plan")
    bench.session.apply("more", lambda plan: set_dose(plan, "e2", "sets", 9))
    bench.selection.select(1, 0)
    for _ in bench.session.report.findings:
        bench.actions_by_id["next_finding"].trigger()
        if bench.selection.entry_id == "e2":
            break
    assert bench.inspector.page_name == "entry"
    bench.actions_by_id["fix"].trigger()
    assert bench.session.plan.weeks[0].days[0].entries[1].dose.sets == 5


def test_another_plan_is_begun_while_the_week_is_shown(bench: Workbench) -> None:
    """The panel comes up before the plan is there, and shows a week of the one that goes."""
    bench.inspector.show_page("week")
    bench.stage.show_start()
    bench.session.begin(new_plan(2))
    assert not bench.stage.at_start
    assert bench.selection.weeks == (0,)
