"""The window starts wherever it is: without a home, with folders full, corrupt, forbidden."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import os, sys
if os.environ.get("NOBODY"):
    import pwd

    def nobody(number):
        raise KeyError(number)

    pwd.getpwuid = nobody
from pathlib import Path
from PySide6.QtCore import QTimer
from soleus_desktop.plan.edits import set_week
from soleus_desktop.ui import app

def look():
    windows = [w for w in app.QApplication.topLevelWidgets() if isinstance(w, app.MainWindow)]
    if not windows or windows[0]._bench is None:
        QTimer.singleShot(50, look)
        return
    bench = windows[0].bench
    bench.documents.new(1)
    bench.session.apply("Label", lambda plan: set_week(plan, 0, label="x"))
    bench.safekeeping and bench.safekeeping.flush()
    bench._preferences.change(zoom_pct=110)
    QTimer.singleShot(100, lambda: (print(bench.status.currentMessage(), flush=True), done(bench)))

def done(bench):
    bench.session.stack.setClean()
    bench.window.close()

def made(make=app.make_application):
    application = make()
    QTimer.singleShot(50, look)
    return application

app.make_application = made
sys.exit(app.start([]))
"""
XDG = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")


def run(cwd: Path, **changed: str | None) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", *XDG)}
    env |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    env |= {name: value for name, value in changed.items() if value is not None}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        cwd=cwd,
        env=env,
        timeout=60,
        check=False,
    )


def sound(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert "In the window" not in done.stderr  # how errors are reported
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("place", ["nowhere", "a file", "a device"])
def test_folders_that_cannot_be_written(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("no folder")
    home = {
        "nowhere": "/proc/nowhere",
        "a file": str(tmp_path / "file"),
        "a device": "/dev/null",
    }[place]
    said = sound(run(tmp_path, HOME=home, **dict.fromkeys(XDG, f"{home}/x")))
    assert said.strip()
    assert (tmp_path / "file").read_text() == "no folder"


@pytest.mark.slow
def test_without_a_home(tmp_path: Path) -> None:
    sound(run(tmp_path, **{name: str(tmp_path / name) for name in XDG}))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="there every person has a folder")
def test_without_a_home_or_anybody(tmp_path: Path) -> None:
    said = sound(run(tmp_path, NOBODY="yes"))
    assert "no home folder" in said
    assert not list(tmp_path.iterdir())  # no folder called ~


@pytest.mark.slow
@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff" * 99, b'{"zoom_pct": 1e999}', b"[" * 9999]
)
def test_corrupt_settings(tmp_path: Path, data: bytes) -> None:
    folder = tmp_path / "XDG_CONFIG_HOME" / "soleus-desktop"
    folder.mkdir(parents=True)
    (folder / "settings.json").write_bytes(data)
    sound(run(tmp_path, HOME=str(tmp_path), **{name: str(tmp_path / name) for name in XDG}))
    assert (folder / "settings.json").read_bytes().startswith(b"{")
