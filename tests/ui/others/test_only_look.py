"""A plan of a newer format opens to be looked at: it says why, and nothing changes or leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_week
from soleus_desktop.ui.enabling import TO_LOOK
from soleus_desktop.ui.mime import exercise_data
from soleus_desktop.ui.windows import Windows
from soleus_desktop.ui.workbench import Workbench
from tests.storage.test_newer import SAMPLE, newer
from tests.ui.answering import Answers
from tests.ui.drag import drag_to


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return newer(tmp_path / "plan.soleus")


@pytest.fixture
def bench(windows: Windows, file: Path) -> Workbench:
    return windows.open(file).bench


def test_it_is_seen_and_says_why(bench: Workbench) -> None:
    assert bench.session.plan.weeks
    assert bench.only_look.isVisible()
    assert "newer version of the program (format 2)" in bench.only_look.text()
    assert not bench.session.dirty


def test_nothing_changes_it(bench: Workbench, file: Path) -> None:
    session, before = bench.session, file.read_bytes()
    plan, said = session.plan, list[str]()
    session.refused.connect(said.append)
    assert not session.apply("Change", lambda plan: set_week(plan, 0, label="x"))
    drag_to(bench.board.viewport(), exercise_data("isometric-hold"), QPoint(400, 200))
    bench.week_commands.add()
    bench.day_commands.insert_rest_day()
    bench.findings.fix_all()
    bench.fast_entry("bent")
    assert session.plan is plan
    assert not session.dirty
    assert not bench.inspector.isEnabled()
    assert not bench.library.isEnabled()
    assert said
    assert file.read_bytes() == before
    enabled = {name for name, action in bench.actions_by_id.items() if action.isEnabled()}
    assert "zoom_in" in enabled
    assert not enabled & {"save", "save_as", "save_template", "cards", "export_csv", "versions"}
    assert enabled <= TO_LOOK


def test_it_is_not_saved_by_any_way(bench: Workbench, file: Path) -> None:
    before = file.read_bytes()
    answers = Answers().click("OK")
    bench.documents.save()
    bench.work.finish()
    assert "cannot be saved" in answers.heard[0]
    assert file.read_bytes() == before


def test_the_next_plan_may_be_changed_again(bench: Workbench) -> None:
    bench.documents.load(SAMPLE)
    assert not bench.only_look.isVisible()
    assert bench.inspector.isEnabled()
    assert bench.actions_by_id["save"].isEnabled()
    assert bench.session.apply("Change", lambda plan: set_week(plan, 0, label="x"))
    bench.session.stack.undo()


def test_a_newer_version_that_comes_while_the_plan_is_open_is_shown(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    file = tmp_path / "plan.soleus"
    file.write_bytes(SAMPLE.read_bytes())
    bench = windows.open(file).bench
    assert not bench.session.only_to_look_at
    newer(file)
    bench.others.disk.look()
    qtbot.waitUntil(lambda: bool(bench.session.only_to_look_at))
    assert bench.only_look.isVisible()
    assert not bench.window.findChildren(QMessageBox)
