"""A real window under Xvfb: the one place where Qt's own drag runs, moved by a real mouse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from soleus_desktop.guide.load import load_guide
from soleus_desktop.storage.plan_file import open_plan
from tests.ui.conftest import RESOURCES

RAISE = "bent-knee-calf-raise"
HERE = Path(__file__).resolve().parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb is an X server for Linux and its like"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of our own on a free display."""
    missing = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
    assert not missing, f"install {' and '.join(missing)} (Debian: apt-get install xvfb xdotool)"
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


def in_window(display: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(HERE.parents[1]),
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def test_drag_undo_redo_save_and_reopen_with_a_real_mouse(display: str, tmp_path: Path) -> None:
    file, picture = tmp_path / "dragged.soleus", tmp_path / "window.png"
    done = in_window(display, str(HERE / "real_window.py"), str(file), str(picture))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "dropped": [RAISE],
        "undone": [],
        "redone": [RAISE],
        "left": [],
        "moved": [RAISE],
        "stayed": [RAISE],
        "copied": [RAISE],
        "dirty": False,
        "reopened_equal": True,
    }
    plan = open_plan(file, load_guide(RESOURCES / "guide"))
    assert plan.weeks[1].days[4].entries[0].exercise == RAISE
    assert done.stderr == ""
