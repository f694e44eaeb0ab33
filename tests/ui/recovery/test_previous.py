"""Previous versions: read and compared beside the window, opened as a copy, or gone back to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_week
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.recovery.dialog import READING, KeptDialog
from soleus_desktop.ui.recovery.previous import NONE
from soleus_desktop.ui.windows import Windows
from tests.build import GUIDE
from tests.ui.recovery.test_offer import SAMPLE, press


def saved_thrice(qtbot: QtBot, windows: Windows, file: Path) -> MainWindow:
    window = windows.open(None, for_plan=True)
    bench = window.bench
    bench.session.begin(open_plan(SAMPLE, GUIDE).replace(id="one"))
    for number in range(3):
        bench.session.apply("Label", lambda plan, n=number: set_week(plan, 0, label=f"No. {n}"))
        with qtbot.waitSignal(bench.documents.said):
            bench.documents.save_to(file)
    return window


def shown(qtbot: QtBot, window: MainWindow) -> KeptDialog:
    window.bench.previous.show()
    dialogs = [one for one in window.findChildren(KeptDialog) if one.isVisible()]
    (dialog,) = dialogs
    qtbot.waitUntil(lambda: all(kept.told for kept in dialog.rows.shown))
    return dialog


def test_versions_are_listed_and_compared(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    dialog = shown(qtbot, saved_thrice(qtbot, windows, tmp_path / "plan.soleus"))
    told = [kept.told for kept in dialog.rows.shown]
    assert len(told) == 3
    assert told[0] == "It is the plan as it stands now."
    assert "No. 2" in told[1]
    assert "today" in dialog.rows.shown[0].lines[0]
    assert dialog.rows.shown[0].lines[1].endswith("kB")
    dialog.choose(2)
    assert "No. 2" in dialog.told.toPlainText()
    assert dialog.told.toPlainText() != READING


def test_going_back_is_one_step(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = saved_thrice(qtbot, windows, tmp_path / "plan.soleus")
    session = window.bench.session
    dialog = shown(qtbot, window)
    dialog.choose(2)
    press(dialog, "Go back to it")
    assert session.plan.weeks[0].label == "No. 0"
    assert session.dirty
    assert session.path == tmp_path / "plan.soleus"
    session.stack.undo()
    assert session.plan.weeks[0].label == "No. 2"
    assert not session.dirty


def test_a_version_opens_as_another_plan(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = saved_thrice(qtbot, windows, tmp_path / "plan.soleus")
    before = window.bench.session.plan
    dialog = shown(qtbot, window)
    dialog.choose(1)
    press(dialog, "Open as a copy")
    first, second = windows.all
    assert first.bench.session.plan is before
    copy = second.bench.session
    assert copy.plan.weeks[0].label == "No. 1"
    assert copy.plan.id not in (None, before.id)
    assert copy.dirty
    assert copy.path is None


def test_a_version_that_is_damaged_is_told_and_not_offered(
    qtbot: QtBot, windows: Windows, tmp_path: Path
) -> None:
    window = saved_thrice(qtbot, windows, tmp_path / "plan.soleus")
    for path in (tmp_path / "state" / "versions").rglob("*.soleus"):
        path.write_bytes(b"{")
    dialog = shown(qtbot, window)
    assert "It cannot be read" in dialog.told.toPlainText()
    assert not any(button.isEnabled() for button in dialog._doing)


def test_where_none_is_kept_it_says_so(qtbot: QtBot, windows: Windows) -> None:
    window = windows.open(None, for_plan=True)
    dialog = shown(qtbot, window)
    assert dialog.rows.shown == []
    assert NONE in [label.text() for label in dialog.findChildren(QLabel)]
