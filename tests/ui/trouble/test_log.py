"""The log is small, holds what Qt warns of, and never keeps the program from starting."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from soleus_desktop.ui.trouble.log import FAULTS, LOG, MOST_BYTES, OLD_LOG, Log

CRASH = """
import ctypes, sys
from pathlib import Path
from soleus_desktop.ui.trouble.log import Log
print(Log(Path(sys.argv[1])).catch_faults(), flush=True)
ctypes.string_at(0)
"""
WARN = """
import sys
from pathlib import Path
from PySide6.QtCore import qWarning
from soleus_desktop.ui.trouble.log import Log
log = Log(Path(sys.argv[1]))
log.listen()
qWarning("the pipes are cold")
log.deafen()
qWarning("not heard")
"""


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False
    )


def test_a_crash_is_in_a_file_and_told_at_the_next_start(tmp_path: Path) -> None:
    first = run(CRASH, tmp_path)
    assert first.returncode != 0
    assert first.stdout == "False\n"
    assert "ctypes" in (tmp_path / FAULTS).read_text()
    assert run(CRASH, tmp_path).stdout == "True\n"
    assert "The program crashed before" in (tmp_path / LOG).read_text()


def test_what_qt_warns_of_is_logged(tmp_path: Path) -> None:
    said = run(WARN, tmp_path)
    assert "the pipes are cold" in said.stderr
    text = (tmp_path / LOG).read_text()
    assert "Qt warning: the pipes are cold" in text
    assert "not heard" not in text


def test_it_stays_small(tmp_path: Path) -> None:
    log = Log(tmp_path)
    for _ in range(300):
        log.write("x" * 5000)
    assert sorted(path.name for path in tmp_path.iterdir()) == [OLD_LOG, LOG]
    assert all(path.stat().st_size < MOST_BYTES + 5000 for path in tmp_path.iterdir())


@pytest.mark.parametrize("there", ["none", "a file", "a device"])
def test_where_nothing_can_be_written_nothing_is(tmp_path: Path, there: str) -> None:
    folder = {"none": None, "a file": tmp_path / "file", "a device": Path("/dev/null/x")}[there]
    (tmp_path / "file").write_text("no folder")
    log = Log(folder)
    log.write("lost")
    assert not log.catch_faults()
    assert (tmp_path / "file").read_text() == "no folder"
