"""A real window under Xvfb: the one place where Qt's own drag runs, moved by a real mouse."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from soleus_desktop.guide.load import load_guide
from soleus_desktop.storage.plan_file import open_plan
from tests.ui.conftest import RESOURCES
from tests.ui.x_server import x_server

RAISE = "bent-knee-calf-raise"
HERE = Path(__file__).resolve().parent

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Xvfb is an X server for Linux and its like"
)


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    with x_server() as environment:
        yield environment


def in_window(display: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=display | {"PYTHONPATH": str(HERE.parents[1])},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def test_drag_undo_redo_save_and_reopen_with_a_real_mouse(
    display: dict[str, str], tmp_path: Path
) -> None:
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
        "together": [RAISE, RAISE],
        "reordered": [RAISE, RAISE],
        "dirty": False,
        "reopened_equal": True,
    }
    plan = open_plan(file, load_guide(RESOURCES / "guide"))
    assert plan.weeks[0].days[3].entries[0].exercise == RAISE
    assert done.stderr == ""


def test_eight_weeks_of_the_foundation_take_few_clicks_and_keys(
    display: dict[str, str], tmp_path: Path
) -> None:
    done = in_window(display, str(HERE / "by_hand.py"), str(tmp_path / "window.png"))
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["training_days"] == [3] * 8
    assert seen["different_weeks"] == 8
    assert seen["findings"] == []
    assert seen["clicks"] + seen["keys"] <= 40
    assert done.stderr == ""
