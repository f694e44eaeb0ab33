"""Where no window can be shown the program says so in a sentence, instead of Qt's abort."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
INSTEAD = "`soleus check` and `soleus cards` do their work without one."

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only Linux and its like may have no display"
)


def start(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program on a machine without a display but for what is given."""
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return subprocess.run(
        [sys.executable, *(arguments or ("-m", "soleus_desktop"))],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "why"),
    [
        ({}, "there is no display"),
        ({"DISPLAY": ":987"}, "the display ':987' does not answer"),
        ({"DISPLAY": "nonsense"}, "the display 'nonsense' does not answer"),
        ({"WAYLAND_DISPLAY": "wayland-987"}, "there is no display"),
    ],
)
def test_no_display_is_one_sentence(environment: dict[str, str], why: str) -> None:
    done = start(**environment)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == f"soleus-desktop: no window can be shown: {why}. {INSTEAD}\n"


def test_qt_that_does_not_load_is_one_sentence() -> None:
    code = """
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtWidgets":
            raise ImportError("libEGL.so.1: cannot open shared object file")
sys.meta_path.insert(0, Gone())
from soleus_desktop.__main__ import main
sys.exit(main([]))
"""
    done = start("-c", code, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "Qt does not load (libEGL.so.1: cannot open shared object file)" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_and_version_need_no_display() -> None:
    assert start("-m", "soleus_desktop", "--help").stdout.startswith("usage: soleus-desktop")
    assert start("-m", "soleus_desktop", "--version").stdout.startswith("soleus-desktop 0.")
