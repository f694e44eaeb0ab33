"""Entries of kinds that are not known are seen, and live through edits and saves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from soleus_desktop.plan.edits import set_week
from soleus_desktop.ui.windows import Windows
from soleus_desktop.ui.workbench import Workbench
from tests.storage.test_unknown_kinds import EMOM, tree_with


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.soleus"
    path.write_text(json.dumps(tree_with(EMOM)), "utf-8")
    return path


@pytest.fixture
def bench(windows: Windows, file: Path) -> Workbench:
    return windows.open(file).bench


def test_they_are_seen_and_said(bench: Workbench) -> None:
    assert bench.only_look.isVisible()
    assert bench.only_look.text().startswith("One entry is of a kind that this version does not")
    monday = bench.board.board.index(0, 0)
    spoken = bench.board.board.data(monday, Qt.ItemDataRole.AccessibleTextRole)
    assert "1 unknown: emom" in spoken
    assert bench.session.only_to_look_at == ""


def test_its_line_takes_room_of_its_own(bench: Workbench) -> None:
    board = bench.board
    tall = board.rowHeight(0)
    bench.selection.select_days([(0, 0)], (0, 0))
    bench.day_commands.clear()
    board.viewport().grab()
    assert board.rowHeight(0) < tall


def test_they_live_through_an_edit_and_a_save_and_go_with_their_day(
    bench: Workbench, file: Path
) -> None:
    bench.session.apply("Label", lambda plan: set_week(plan, 0, label="Base"))
    bench.documents.save()
    bench.work.finish()
    tree = tree_with(EMOM)
    tree["weeks"][0]["label"] = "Base"
    assert json.loads(file.read_text("utf-8"))["weeks"] == tree["weeks"]
    bench.selection.select_days([(0, 0)], (0, 0))
    bench.day_commands.clear()
    assert bench.session.plan.weeks[0].days[0].unknown == ()
    bench.session.stack.undo()
    assert bench.session.plan.weeks[0].days[0].unknown == ((1, EMOM),)
