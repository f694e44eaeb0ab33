"""A short form of each trial, and that the trials bite: a program that is careless is caught."""

from __future__ import annotations

import errno
import os
import subprocess

import pytest

from soleus_desktop.storage import atomic, placing
from tests.torture import disks, faults, fuzz, kills, leaving, power, races
from tests.torture.trial import Broken

pytestmark = pytest.mark.skipif(os.name == "nt", reason="they fork, and kill by SIGKILL")


@pytest.fixture
def real_disks() -> None:
    if not disks.can_mount():
        pytest.skip(str(disks.NOT_HERE))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["saves", "journals", "recoveries", "upgrades", "rotations", "exports"]
)
def test_killed_at_any_moment(name: str) -> None:
    assert getattr(kills, name)(25, 1).tried == 25


@pytest.mark.slow
def test_every_call_that_fails_is_told_and_harms_nothing() -> None:
    seen = faults.every_call_fails(kinds=(errno.ENOSPC, "short", "death")).seen
    assert seen["damaged"] == seen["silent"] == 0


def test_a_full_disk() -> None:
    assert faults.a_full_disk(40).seen == {"refused": 20, "saved": 20}


def test_power_cuts() -> None:
    assert power.power_cuts().tried > 50


@pytest.mark.slow
@pytest.mark.usefixtures("real_disks")
def test_real_disks() -> None:
    assert disks.full_disks(24).tried == 24
    assert disks.power_cuts(6, 1).tried == 6


@pytest.mark.slow
def test_leaving_while_it_works() -> None:
    assert leaving.leavings(4, 1).tried == 4


def test_two_writers() -> None:
    assert races.two_writers(400).seen["lost"] == 0


def test_mutated_plan_files() -> None:
    seen = fuzz.plan_files(1500, 1).seen
    assert isinstance(seen["opened"], int)
    assert 50 < seen["opened"] < 1000


# --- that they bite -------------------------------------------------------------------------------


def test_a_save_without_flushing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(power.Disk, "fsync", lambda *_: None)
    with pytest.raises(Broken, match="the disk shows"):
        power.power_cuts()


@pytest.mark.slow
@pytest.mark.usefixtures("real_disks")
def test_a_save_without_flushing_is_caught_on_a_real_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    with pytest.raises((Broken, ValueError)):
        disks.power_cuts(20, 1)


def test_a_save_that_looks_at_nothing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    blind = races.write_file
    monkeypatch.setattr(races, "write_file", lambda path, data, _: blind(path, data))
    with pytest.raises(Broken, match="versions are gone"):
        races.two_writers(1000)


def test_a_save_that_writes_in_place_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(target: str, data: bytes, mode: object, expected: object) -> None:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(file, data)
        os.close(file)

    monkeypatch.setattr(atomic, "_replace", in_place)
    with pytest.raises((Broken, ValueError)):
        faults.every_call_fails(("save",))


def test_a_fault_that_is_swallowed_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    write = placing.write_new

    def careless(path: str, data: bytes, mode: int | None) -> None:
        try:
            write(path, data, mode)
        except OSError:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT))

    monkeypatch.setattr(atomic, "write_new", careless)
    monkeypatch.setattr(atomic, "read_file", lambda path, most: _Same())
    with pytest.raises((Broken, ValueError)):
        faults.every_call_fails(("save",))


@pytest.mark.parametrize(
    ("code", "edits", "why"), [(-11, "", "left with -11"), (leaving.ENDED, "5\n", "edit 5 is lost")]
)
def test_a_crash_and_a_loss_at_the_end_are_caught(
    monkeypatch: pytest.MonkeyPatch, code: int, edits: str, why: str
) -> None:
    done = subprocess.CompletedProcess("program", code, edits, "")
    monkeypatch.setattr(leaving.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(Broken, match=why):
        leaving.leavings(1, 1)


class _Same:
    """Equal to everything: what was written is not looked at."""

    def __ne__(self, other: object) -> bool:
        return False
