"""Whoever writes the plan's file: no version is lost, and nobody is asked without need."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_week
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, save_plan
from soleus_desktop.storage.versions import key_of, versions
from soleus_desktop.ui.others.changed import ChangedDialog
from soleus_desktop.ui.recovery.dialog import KeptDialog
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.windows import Windows
from soleus_desktop.ui.workbench import Workbench
from tests.build import GUIDE
from tests.ui.answering import Answers

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "clean.soleus"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    save_plan(open_plan(SAMPLE, GUIDE).replace(id="the plan"), folder / "plan.soleus", GUIDE)
    return folder / "plan.soleus"


@pytest.fixture
def bench(windows: Windows, file: Path) -> Workbench:
    return windows.open(file).bench


def theirs(file: Path, label: str = "Theirs") -> Plan:
    """Write another version, as a program does that syncs folders."""
    plan = set_week(open_plan(file, GUIDE), 0, label=label)
    beside = file.with_name(".syncing")
    beside.write_bytes(plan_bytes(plan))
    beside.replace(file)
    return plan


def mine(session: Session) -> Plan:
    session.apply("Mine", lambda plan: set_week(plan, 1, label="Mine"))
    return session.plan


def asked(qtbot: QtBot, bench: Workbench) -> ChangedDialog:
    def there() -> list[ChangedDialog]:
        return [one for one in bench.window.findChildren(ChangedDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def told(qtbot: QtBot, bench: Workbench) -> QMessageBox:
    def there() -> list[QMessageBox]:
        return [one for one in bench.window.findChildren(QMessageBox) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def press(dialog: ChangedDialog | KeptDialog | QMessageBox, text: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.text().replace("&", "") == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_own_edits_it_is_reloaded_as_a_step(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    session, selection = bench.session, bench.selection
    before = session.plan
    selection.select(1, 2, None)
    for round_ in range(3):  # the watcher loses a file that is replaced
        plan = theirs(file, f"Theirs {round_}")
        qtbot.waitUntil(lambda plan=plan: session.plan == plan)
        assert not session.dirty
    assert "was changed by another program" in bench.status.currentMessage()
    assert (selection.week, selection.day) == (1, 2)
    for _ in range(3):
        session.stack.undo()
    assert session.plan == before
    assert session.dirty


def test_written_otherwise_but_the_same_plan_says_nothing(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    session = bench.session
    file.write_bytes(file.read_bytes() + b"\n\n")
    qtbot.waitUntil(lambda: session.digest is not None and session.digest != b"", timeout=3000)
    bench.others.disk.look()
    bench.work.finish()
    qtbot.wait(50)
    assert session.stack.count() == 0
    assert not session.dirty


def test_our_own_save_is_nobody_elses(qtbot: QtBot, bench: Workbench) -> None:
    mine(bench.session)
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    qtbot.wait(700)
    assert not bench.window.findChildren(ChangedDialog)
    assert bench.session.stack.count() == 1


def test_keep_both(qtbot: QtBot, bench: Workbench, file: Path) -> None:
    own, other = mine(bench.session), theirs(file)
    dialog = asked(qtbot, bench)
    assert "The file has otherwise" in dialog.told.toPlainText()
    with qtbot.waitSignal(bench.documents.said):
        press(dialog, "Keep both")
    assert open_plan(file, GUIDE) == other
    assert open_plan(file.with_name("plan (my version).soleus"), GUIDE) == own
    assert bench.session.path == file.with_name("plan (my version).soleus")
    assert not bench.session.dirty


def test_reload_keeps_mine_an_undo_away_and_as_a_version(
    qtbot: QtBot, bench: Workbench, file: Path, tmp_path: Path
) -> None:
    own, other = mine(bench.session), theirs(file)
    press(asked(qtbot, bench), "Reload")
    assert bench.session.plan == other
    assert not bench.session.dirty
    bench.work.finish()
    kept = versions(tmp_path / "state" / "versions", key_of(own, file))
    assert own in [open_plan(one.path, GUIDE) for one in kept]
    bench.session.stack.undo()
    assert bench.session.plan == own
    assert bench.session.dirty


def test_overwrite_keeps_theirs_as_a_version(
    qtbot: QtBot, bench: Workbench, file: Path, tmp_path: Path
) -> None:
    own, other = mine(bench.session), theirs(file)
    with qtbot.waitSignal(bench.documents.said):
        press(asked(qtbot, bench), "Overwrite")
    assert open_plan(file, GUIDE) == own
    kept = versions(tmp_path / "state" / "versions", key_of(own, file))
    assert other in [open_plan(one.path, GUIDE) for one in kept]
    assert not list(file.parent.glob("*other version*"))


def test_later_asks_once_and_the_save_keeps_both(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    own, other = mine(bench.session), theirs(file)
    QTest.keyClick(asked(qtbot, bench), Qt.Key.Key_Escape)
    bench.others.disk.look()
    qtbot.wait(200)
    assert not [one for one in bench.window.findChildren(ChangedDialog) if one.isVisible()]
    Answers().click("OK")
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    qtbot.wait(100)
    (beside,) = file.parent.glob("*other version*")
    assert open_plan(beside, GUIDE) == other
    assert open_plan(file, GUIDE) == own


def test_what_was_deleted_is_said_and_save_puts_it_back(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    plan = bench.session.plan
    file.unlink()
    box = told(qtbot, bench)
    assert "deleted or moved" in box.text()
    assert bench.session.dirty
    press(box, "OK")
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    assert open_plan(file, GUIDE) == plan
    assert not bench.session.dirty


def test_what_comes_back_is_as_if_it_had_not_gone(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    away = file.with_name("away")
    file.rename(away)
    press(told(qtbot, bench), "OK")
    away.rename(file)
    qtbot.waitUntil(lambda: not bench.session.dirty)


def test_a_file_that_is_half_there_is_not_loaded(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    plan = bench.session.plan
    file.write_bytes(file.read_bytes()[:500])
    box = told(qtbot, bench)
    assert "cannot be read now" in box.text()
    assert bench.session.plan is plan
    assert bench.session.dirty
    press(box, "OK")


def test_a_folder_that_is_gone_loses_nothing(
    qtbot: QtBot, bench: Workbench, file: Path, tmp_path: Path
) -> None:
    plan = mine(bench.session)
    file.parent.rename(tmp_path / "moved")
    press(told(qtbot, bench), "OK")
    answers = Answers().click("OK")
    bench.documents.save()
    qtbot.waitUntil(lambda: bool(answers.heard))
    assert "could not be saved" in answers.heard[0]
    assert "stays open with all its changes" in answers.heard[0]
    assert bench.session.plan is plan
    assert bench.session.dirty


def test_copies_of_a_sync_program_are_offered_once(
    qtbot: QtBot, bench: Workbench, file: Path
) -> None:
    copy = file.with_name("plan.sync-conflict-20260302-101500-ABCDEFG.soleus")
    plan = set_week(open_plan(file, GUIDE), 0, label="Theirs")
    copy.write_bytes(plan_bytes(plan))
    box = told(qtbot, bench)
    assert "lies beside it" in box.text()
    press(box, "Compare\u2026")
    (dialog,) = [one for one in bench.window.findChildren(KeptDialog) if one.isVisible()]
    qtbot.waitUntil(lambda: dialog.current is not None and bool(dialog.current.told))
    assert "Week 1: label \u201cTheirs\u201d" in dialog.told.toPlainText()
    press(dialog, "Take it over")
    assert bench.session.plan == plan
    assert bench.session.path == file
    copy.touch()
    qtbot.wait(700)
    assert not [one for one in bench.window.findChildren(QMessageBox) if one.isVisible()]


# --- two windows, two machines --------------------------------------------------------------------


def test_a_second_window_switches_to_the_first(
    qtbot: QtBot, windows: Windows, bench: Workbench, file: Path
) -> None:
    second = windows.open(None, for_plan=True)
    Answers().click("Switch to it")
    second.bench.documents.open_path(file)
    assert second.bench.documents.is_untouched
    assert bench.session.path == file


def test_a_second_window_opens_a_copy(windows: Windows, bench: Workbench, file: Path) -> None:
    second = windows.open(None, for_plan=True).bench
    Answers().click("Open a copy")
    second.documents.open_path(file)
    assert second.session.path is None
    assert second.session.dirty
    assert second.session.plan.weeks == bench.session.plan.weeks
    assert second.session.plan.id != bench.session.plan.id


@pytest.mark.parametrize(
    ("answer", "opens"), [("Open anyway", True), ("Open a copy", False), ("Cancel", False)]
)
def test_another_machine_has_it(windows: Windows, file: Path, answer: str, opens: bool) -> None:
    lock = file.with_name(".~plan.soleus.lock")
    lock.write_bytes(b"1234\nsoleus\nLAPTOP2\n\n\nrobin\n")
    bench = windows.open(None, for_plan=True).bench
    answers = Answers().click(answer)
    bench.documents.open_path(file)
    assert "robin on LAPTOP2" in answers.heard[0]
    assert (bench.session.path == file) == opens
    assert bench.session.dirty == (answer == "Open a copy")
    assert (b"LAPTOP2" in lock.read_bytes()) != opens


def test_the_lock_goes_with_the_plan(
    qtbot: QtBot, windows: Windows, bench: Workbench, file: Path
) -> None:
    lock = file.with_name(".~plan.soleus.lock")
    assert lock.exists()
    other = file.with_name("other.soleus")
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save_to(other)
    assert not lock.exists()
    assert file.with_name(".~other.soleus.lock").exists()
    bench.documents.new()
    assert not list(file.parent.glob(".~*"))
    bench.documents.open_path(file)
    assert lock.exists()
    assert bench.window.close()
    assert not lock.exists()


def test_a_folder_that_cannot_be_written_has_no_lock(windows: Windows, file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        bench = windows.open(None, for_plan=True).bench
        bench.documents.open_path(file)
        assert bench.session.path == file
        if os.geteuid() != 0:
            assert not list(file.parent.glob(".~*"))
    finally:
        file.parent.chmod(0o755)
