"""After a crash all that was not saved is offered; nothing goes before it stands elsewhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_week
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import open_plan, save_plan
from soleus_desktop.storage.recovery.journal import Journal
from soleus_desktop.storage.recovery.recovered import left_behind
from soleus_desktop.ui.recovery.dialog import KeptDialog
from soleus_desktop.ui.recovery.offer import Recovery
from soleus_desktop.ui.safekeeping import JOURNALS
from soleus_desktop.ui.windows import Windows
from tests.build import GUIDE

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "clean.soleus"


def crashed(state: Path, title: str, file: Path | None = None, edits: int = 2) -> Plan:
    """Leave the journal of a program that died after some edits."""
    plan = open_plan(SAMPLE, GUIDE).replace(id=title, title=title)
    if file:
        save_plan(plan, file, GUIDE)
    journal = Journal(state / JOURNALS, print)
    for number in range(edits):
        after = set_week(plan, 1, label=f"Label {number}")
        journal.note(f"Label the week {number}", plan, after, file)
        plan = after
    journal.close()
    return plan


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def begin(windows: Windows, state: Path) -> Recovery:
    windows.open(None)
    windows.recovery = Recovery(state, windows, windows)
    windows.recovery.look()
    return windows.recovery


def offered(recovery: Recovery, qtbot: QtBot) -> KeptDialog:
    qtbot.waitUntil(lambda: recovery.dialog is not None)
    assert recovery.dialog is not None
    return recovery.dialog


def press(dialog: KeptDialog, text: str) -> None:
    (button,) = [
        one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text
    ]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def journals(state: Path) -> list[Path]:
    return sorted((state / JOURNALS).glob("*.journal"))


def in_the_bin(state: Path) -> list[Path]:
    return sorted((state / JOURNALS / "bin").glob("*.journal"))


def test_a_plan_is_restored_as_unsaved_beside_its_file(
    qtbot: QtBot, windows: Windows, state: Path, tmp_path: Path
) -> None:
    file = tmp_path / "autumn.soleus"
    plan = crashed(state, "Autumn", file)
    before = file.read_bytes()
    dialog = offered(begin(windows, state), qtbot)
    (kept,) = dialog.rows.shown
    assert kept.lines[0] == "Autumn"
    assert "2 edits, the last: Label the week 1" in kept.lines[1]
    assert kept.lines[2] == str(file)
    assert "Label 1" in kept.told
    assert kept.picture is not None
    press(dialog, "Restore")
    (window,) = windows.all
    session = window.bench.session
    assert session.plan == plan
    assert session.dirty
    assert session.path is None
    assert window.bench.documents._proposed == tmp_path / "autumn (recovered).soleus"
    assert file.read_bytes() == before
    # The new journal holds it, the old one is in the bin.
    assert len(journals(state)) == len(in_the_bin(state)) == 1
    assert windows.recovery is not None
    assert windows.recovery.dialog is None


def test_a_restored_plan_is_offered_again_after_another_crash(
    qtbot: QtBot, windows: Windows, state: Path, tmp_path: Path
) -> None:
    file = tmp_path / "autumn.soleus"
    plan = crashed(state, "Autumn", file)
    press(offered(begin(windows, state), qtbot), "Restore")
    shutil.copytree(state, tmp_path / "after the crash")
    (again,) = left_behind(tmp_path / "after the crash" / JOURNALS, GUIDE)
    assert (again.plan, again.file, again.edits) == (plan, file, 1)


def test_what_cannot_be_noted_anew_keeps_its_old_journal(
    qtbot: QtBot, windows: Windows, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = crashed(state, "Autumn")
    (old,) = journals(state)
    dialog = offered(begin(windows, state), qtbot)

    def full(self: Journal, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Journal, "_put", full)
    press(dialog, "Restore")
    assert windows.all[0].bench.session.plan == plan
    monkeypatch.undo()
    assert [one.path for one in left_behind(state / JOURNALS, GUIDE)] == [old]


@pytest.mark.parametrize("way", ["Escape", "Keep for later", "the window"])
def test_to_leave_keeps_all(qtbot: QtBot, windows: Windows, state: Path, way: str) -> None:
    crashed(state, "Autumn")
    crashed(state, "Spring")
    before = {path: path.read_bytes() for path in journals(state)}
    dialog = offered(begin(windows, state), qtbot)
    if way == "Escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif way == "the window":
        dialog.close()
    else:
        press(dialog, way)
    assert {path: path.read_bytes() for path in journals(state)} == before
    assert in_the_bin(state) == []


def test_discard_puts_into_the_bin_where_it_can_be_had(
    qtbot: QtBot, windows: Windows, state: Path
) -> None:
    plan = crashed(state, "Autumn")
    recovery = begin(windows, state)
    press(offered(recovery, qtbot), "Discard")
    assert journals(state) == []
    assert len(in_the_bin(state)) == 1
    assert recovery.dialog is None
    recovery.look(asked=True)
    dialog = offered(recovery, qtbot)
    assert dialog.rows.shown[0].lines[2] == "In the bin"
    press(dialog, "Restore")
    assert windows.all[0].bench.session.plan == plan


def test_each_of_several_gets_a_window(qtbot: QtBot, windows: Windows, state: Path) -> None:
    plans = [crashed(state, title) for title in ("One", "Two", "Three")]
    dialog = offered(begin(windows, state), qtbot)
    assert len(dialog.rows.shown) == 3
    press(dialog, "Restore")
    press(dialog, "Restore")
    assert dialog.isVisible()
    press(dialog, "Restore")
    shown = [window.bench.session.plan for window in windows.all]
    assert sorted(plan.title for plan in shown) == sorted(plan.title for plan in plans)
    assert len(journals(state)) == 3


def test_an_empty_or_torn_journal_is_never_offered(
    qtbot: QtBot, windows: Windows, state: Path
) -> None:
    crashed(state, "Whole")
    (whole,) = journals(state)
    for name, data in (("empty", b""), ("torn", whole.read_bytes()[:300]), ("zero", b"\0" * 999)):
        (state / JOURNALS / f"{name}.journal").write_bytes(data)
    dialog = offered(begin(windows, state), qtbot)
    assert [kept.lines[0] for kept in dialog.rows.shown] == ["Whole"]


def test_a_journal_that_went_meanwhile_is_said(qtbot: QtBot, windows: Windows, state: Path) -> None:
    from tests.ui.answering import Answers

    crashed(state, "Autumn")
    dialog = offered(begin(windows, state), qtbot)
    journals(state)[0].unlink()
    answers = Answers().click("OK")
    press(dialog, "Restore")
    assert "meanwhile" in answers.heard[0]


def test_a_file_that_is_gone_or_bad_is_told(
    qtbot: QtBot, windows: Windows, state: Path, tmp_path: Path
) -> None:
    gone, bad = tmp_path / "gone.soleus", tmp_path / "bad.soleus"
    crashed(state, "Gone", gone)
    crashed(state, "Bad", bad)
    gone.unlink()
    bad.write_bytes(b"{")
    dialog = offered(begin(windows, state), qtbot)
    told = {kept.lines[0]: kept.told for kept in dialog.rows.shown}
    assert "is not there any more" in told["Gone"]
    assert "cannot be read" in told["Bad"]


def test_nothing_is_said_where_there_is_nothing(
    qtbot: QtBot, windows: Windows, state: Path
) -> None:
    recovery = begin(windows, state)
    recovery._work.finish()
    qtbot.wait(20)
    assert recovery.dialog is None


def test_a_restored_plan_that_is_saved_leaves_no_journal(
    qtbot: QtBot, windows: Windows, state: Path, tmp_path: Path
) -> None:
    plan = crashed(state, "Autumn")
    press(offered(begin(windows, state), qtbot), "Restore")
    bench, file = windows.all[0].bench, tmp_path / "new.soleus"
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save_to(file)
    assert bench.safekeeping is not None
    bench.safekeeping.flush()
    assert journals(state) == []
    assert open_plan(file, GUIDE) == plan
