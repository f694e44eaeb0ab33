"""When the system ends the program nothing is asked, and nothing is lost; in a real program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import save_plan
from soleus_desktop.storage.recovery.recovered import left_behind
from soleus_desktop.ui.trouble.ending import Ending
from tests.build import GUIDE

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals are of POSIX")

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from soleus_desktop.plan.edits import set_week
from soleus_desktop.ui import app

def edit():
    (window,) = [w for w in app.QApplication.topLevelWidgets() if isinstance(w, app.MainWindow)]
    session = window.bench.session
    if session.path is None:  # still opening, which may take a while
        QTimer.singleShot(100, edit)
        return
    session.apply("Label", lambda plan: set_week(plan, 0, label="typed just now"))
    if len(sys.argv) > 2:
        QTimer.singleShot(0, window.close)  # it asks, in a loop of its own
    QTimer.singleShot(300, lambda: print("ready", flush=True))

def made(make=app.make_application):
    application = make()
    QTimer.singleShot(300, edit)
    return application

app.make_application = made
sys.exit(app.start([Path(sys.argv[1])]))
"""


def started(tmp_path: Path, *more: str, **other: str) -> subprocess.Popen[str]:
    plan = tmp_path / "plan.soleus"
    save_plan(new_plan(2, title="One"), plan, GUIDE)
    folders = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(plan), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **folders, **other},
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "asking"),
    [(signal.SIGTERM, ()), (signal.SIGHUP, ()), (signal.SIGINT, ()), (signal.SIGTERM, ("ask",))],
)
def test_a_signal_ends_it_at_once(tmp_path: Path, number: int, asking: tuple[str, ...]) -> None:
    program = started(tmp_path, *asking)
    assert program.stdout is not None
    assert program.stdout.readline() == "ready\n"
    begin = time.monotonic()
    program.send_signal(number)
    _, said = program.communicate(timeout=20)
    assert program.returncode == 128 + number, said
    assert time.monotonic() - begin < 5
    state = tmp_path / "XDG_STATE_HOME" / "soleus-desktop"
    (found,) = left_behind(state / "journals", GUIDE)
    assert found.plan.weeks[0].label == "typed just now"
    assert not list(tmp_path.glob(".~*"))
    assert "Traceback" not in said


def test_the_end_of_a_session_flushes_and_asks_nothing(qapp: QApplication) -> None:
    flushed: list[int] = []
    ending = Ending(qapp, lambda: flushed.append(1))
    try:
        ending._on_session(None)
        assert flushed == [1]
    finally:
        ending.stop()
