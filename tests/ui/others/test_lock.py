"""Who has a plan open is told; a lock of nobody's, or none at all, keeps no plan from opening."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from soleus_desktop.ui.others.lock import PlanLock

FOREIGN = b"1234\nsoleus\nLAPTOP2\n\n\nrobin\n"
HOLD = """
import sys
from pathlib import Path
from soleus_desktop.ui.others.lock import PlanLock
lock = PlanLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return tmp_path / "plan.soleus"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    return tmp_path / ".~plan.soleus.lock"


def test_one_has_it_and_the_other_is_told_who(plan: Path, beside: Path) -> None:
    one, other = PlanLock(plan), PlanLock(plan)
    assert one.take() is None
    assert one.held
    assert beside.is_file()
    holder = other.take()
    assert holder is not None
    assert holder.person
    assert holder.machine
    assert holder.since is not None
    assert datetime.now() - holder.since < timedelta(minutes=1)
    assert not other.held
    one.let_go()
    assert not beside.exists()
    assert other.take() is None
    other.let_go()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"garbage",
        b"\0" * 99,
        b"\xff\xfe" * 40,
        b"-5\na\nb\n",
        b"0\na\nb\n",
        b"9" * 40 + b"\na\nb\n",
        b"12\n",
    ],
)
def test_what_is_no_lock_is_nobodys(plan: Path, beside: Path, data: bytes) -> None:
    beside.write_bytes(data)
    lock = PlanLock(plan)
    holder = lock.take()
    assert holder is None or data == b"12\n"
    lock.let_go()


def test_another_machines_lock_is_told_however_old(plan: Path, beside: Path) -> None:
    beside.write_bytes(FOREIGN)
    os.utime(beside, (10**9, 10**9))
    lock = PlanLock(plan)
    assert str(lock.take()).startswith("robin on LAPTOP2 since 09 Sep 2001")
    assert not lock.held
    assert beside.read_bytes() == FOREIGN
    assert lock.take(anyway=True) is None
    assert lock.held
    lock.let_go()


def test_a_name_that_is_hostile_is_shown_bare(plan: Path, beside: Path) -> None:
    beside.write_bytes(b"1\nx\nhost\n\n\n\x1b[31m<b>r\xe2\x80\xaeobin" + b"x" * 500 + b"\n")
    holder = PlanLock(plan).take()
    assert holder is not None
    assert holder.person.isprintable()
    assert len(holder.person) <= 80


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_the_lock_of_a_dead_program_is_nobodys(plan: Path, beside: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(plan)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == "None\n"
    assert PlanLock(plan).take() is not None
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    child.stdin.close()
    assert beside.exists()
    lock = PlanLock(plan)
    assert lock.take() is None
    assert lock.held
    lock.let_go()


def test_where_none_can_be_made_there_is_none(tmp_path: Path, plan: Path, beside: Path) -> None:
    for path in (tmp_path / ("x" * 250), tmp_path / "nowhere" / "plan.soleus"):
        lock = PlanLock(path)
        assert lock.take() is None
        assert not lock.held
    if hasattr(os, "mkfifo"):
        os.mkfifo(beside)
    else:
        beside.mkdir()
    lock = PlanLock(plan)
    assert lock.take() is None
    assert not lock.held
