"""A save that fails at any step leaves the old file as it was, and nothing beside it."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import (
    CustomExercise,
    Day,
    Entry,
    Load,
    Plan,
    Reps,
    Week,
    new_plan,
)
from soleus_desktop.storage import placing
from soleus_desktop.storage.atomic import STALE_S, NotWritten, sweep, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan, save_plan
from soleus_desktop.storage.problems import PlanFileError

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
OLD, NEW = b"the old bytes", b"the new bytes, rather more of them"
CALLS = (
    *("stat", "open", "write", "fchmod", "fsync", "fstat", "read", "close"),
    *("replace", "rename", "link", "unlink"),
)
needs_posix = pytest.mark.skipif(os.name == "nt", reason="permissions and pipes of POSIX")


class Faults:
    """Counts the calls to the operating system; the one with the chosen number fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, fail_at: int, error: int) -> None:
        self.count = 0
        self.failed = ""
        self._fail_at, self._error = fail_at, error
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrapped(name, getattr(os, name)))
        monkeypatch.setattr(placing, "swap", self._wrapped("swap", placing.swap))

    def _wrapped(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self._fail_at:
                self.failed = name
                if name == "close":
                    call(*arguments)  # as Linux does: closed, and yet an error
                raise OSError(self._error, os.strerror(self._error))
            return call(*arguments, **named)

        return wrapped


def numbered_faults(
    work: Callable[[], object], error: int
) -> Iterator[tuple[Faults, OSError | None]]:
    """Do the work again and again, its first, second ... call failing, until none is left."""
    for number in range(1, 100):
        with pytest.MonkeyPatch.context() as patch:
            faults = Faults(patch, number, error)
            caught = None
            try:
                work()
            except NotWritten as refusal:
                caught = refusal
        yield faults, caught
        if not faults.failed:
            return
    raise AssertionError("it never came to an end")


@pytest.fixture(params=["swaps", "links", "neither"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A system that exchanges files, one that only gives them second names, one of neither."""
    if request.param != "swaps":
        monkeypatch.setattr(placing, "swap", lambda *_: False)
    if request.param == "neither":
        monkeypatch.setattr(placing, "_link", lambda *_: False)
    return str(request.param)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT])
@pytest.mark.parametrize("old", [OLD, None], ids=["replaced", "new"])
def test_every_call_that_fails_leaves_the_old_file(
    old: bytes | None, error: int, system: str, tmp_path: Path
) -> None:
    target = tmp_path / "plan.soleus"

    def begin_again() -> None:
        for file in tmp_path.iterdir():
            file.unlink()
        if old is not None:
            target.write_bytes(old)

    begin_again()
    failed = []
    for faults, refusal in numbered_faults(lambda: write_file(target, NEW), error):
        there = target.read_bytes() if target.exists() else None
        if not faults.failed:
            assert (refusal, there) == (None, NEW)
            break
        failed.append(faults.failed)
        if refusal is None:
            assert there == NEW  # what was left to do is of no matter
            assert faults.failed in ("close", "unlink")
            begin_again()
            continue
        assert str(target) in str(refusal)
        if "did not confirm" in str(refusal):
            assert there == NEW  # in place by then: only the folder could not be flushed
        else:
            assert there == old
            assert "was not written: " in str(refusal)
        assert [path.name for path in tmp_path.iterdir()] == [target.name] * (there is not None)
        begin_again()
    placed = "link" if old is None and system != "neither" else "replace"
    placed = "swap" if old is not None and system == "swaps" else placed
    assert set(failed) >= {"stat", "open", "write", "fsync", "read", "close", placed}


@needs_posix
def test_a_plan_is_saved_whole_or_not_at_all(guide: Guide, tmp_path: Path) -> None:
    before, target = (SAMPLES / "clean.soleus").read_bytes(), tmp_path / "plan.soleus"
    plan = read_plan(before, guide).replace(title="Changed")
    target.write_bytes(before)
    for _, refusal in numbered_faults(lambda: save_plan(plan, target, guide), errno.ENOSPC):
        there = target.read_bytes()
        assert there in (before, plan_bytes(plan))
        assert (there != before) == (refusal is None or "did not confirm" in str(refusal))
        target.write_bytes(before)


def test_what_another_program_wrote_meanwhile_is_kept(system: str, tmp_path: Path) -> None:
    target = tmp_path / "plan.soleus"
    target.write_bytes(OLD)
    assert write_file(target, NEW, placing.digest_of(OLD)) is None
    target.write_bytes(b"theirs")
    kept = write_file(target, OLD, placing.digest_of(NEW))
    assert kept is not None
    assert (target.read_bytes(), kept.read_bytes()) == (OLD, b"theirs")
    assert kept.name.startswith("plan (other version 20")
    assert kept.suffix == ".soleus"
    target.unlink()  # gone meanwhile: it is put back
    assert write_file(target, NEW, placing.digest_of(OLD)) is None
    assert sorted(tmp_path.iterdir()) == sorted([target, kept])


def test_a_file_that_somebody_else_made_meanwhile_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target, link = tmp_path / "plan.soleus", os.link

    def late(one: str, other: str) -> None:
        if not target.exists():
            target.write_bytes(b"theirs")
        link(one, other)

    monkeypatch.setattr(os, "link", late)
    kept = write_file(target, NEW)
    assert kept is not None
    assert (target.read_bytes(), kept.read_bytes()) == (NEW, b"theirs")


def test_who_holds_the_file_for_a_moment_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target, replace, tries, slept = tmp_path / "x", os.replace, [0], list[float]()

    def busy(one: str, other: str) -> None:
        tries[0] += 1
        if tries[0] < most:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error
        replace(one, other)

    monkeypatch.setattr(placing, "swap", lambda *_: False)
    monkeypatch.setattr(placing.time, "sleep", slept.append)
    monkeypatch.setattr(os, "replace", busy)
    target.write_bytes(OLD)
    most = 4
    write_file(target, NEW)
    assert target.read_bytes() == NEW
    tries[0], most = 0, 1000
    with pytest.raises(NotWritten, match="it is as it was"):
        write_file(target, OLD)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (NEW, [target])
    assert sum(slept) < 4


def test_leftovers_of_a_day_ago_are_swept(tmp_path: Path) -> None:
    names = (".~0123abcd.tmp", ".~89abcdef.tmp", ".~mine.tmp", "plan.soleus")
    for name in names:
        (tmp_path / name).write_bytes(OLD)
        if name != names[1]:
            os.utime(tmp_path / name, (0, time.time() - STALE_S - 60))
    assert sweep(tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])
    assert sweep(tmp_path / "nowhere") == 0


def test_a_disk_that_takes_a_part_at_a_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, bytes(data[:5])))
    write_file(tmp_path / "x", NEW)
    assert (tmp_path / "x").read_bytes() == NEW


def test_a_disk_that_gives_back_other_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "x"
    target.write_bytes(OLD)
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, bytes(data).swapcase()))
    with pytest.raises(NotWritten, match="other bytes than were written; it is as it was"):
        write_file(target, NEW)
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (OLD, [target])


def test_an_interrupt_leaves_nothing_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "x", NEW)
    assert list(tmp_path.iterdir()) == []


@needs_posix
def test_permissions_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "x"
    target.write_bytes(OLD)
    target.chmod(0o640)
    write_file(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    umask = os.umask(0o027)
    try:
        write_file(tmp_path / "new", NEW)
    finally:
        os.umask(umask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


@needs_posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link, dangling = tmp_path / "a", tmp_path / "link", tmp_path / "dangling"
    (tmp_path / "folder").mkdir()
    target.write_bytes(OLD)
    link.symlink_to(target)
    dangling.symlink_to(tmp_path / "folder" / "b")
    write_file(link, NEW)
    write_file(dangling, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert (tmp_path / "folder" / "b").read_bytes() == NEW


@needs_posix
@pytest.mark.parametrize(
    "name", ["read-only", "folder", "pipe", "nowhere/x", "x/y", "a\0b", "n" * 300]
)
def test_what_cannot_be_written_is_said(name: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(OLD)
    (tmp_path / "read-only").write_bytes(OLD)
    (tmp_path / "read-only").chmod(0o444)
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = sorted(path.name for path in tmp_path.iterdir())
    reasons = {
        "read-only": "it is protected against writing",
        "folder": "it is a folder, not a file",
        "pipe": "it is a device or a pipe, not a file",
        "nowhere/x": "there is no such file or folder",
        "x/y": "a part of the path is not a folder",
        "a\0b": "no file can have this name",
        "n" * 300: "the name is too long",
    }
    path = f"{tmp_path}/{name}"
    with pytest.raises(NotWritten) as caught:
        write_file(path, NEW)
    assert str(caught.value).startswith(f"{path} was not written: {reasons[name]}")
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert (tmp_path / "read-only").read_bytes() == OLD


@needs_posix
def test_what_cannot_be_read_is_said_at_once(guide: Guide, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for name, why in (
        ("missing", "there is no such file or folder"),
        (".", "it is a folder, not a file"),
        ("pipe", "it is a device or a pipe, not a file"),
        ("circle", "its links lead round in a circle"),
        ("a\0b", "no file can have this name"),
    ):
        with pytest.raises(PlanFileError) as caught:
            open_plan(f"{tmp_path}/{name}", guide)
        assert str(caught.value) == why
    with pytest.raises(NotRead, match="device"):
        read_file("/dev/zero", 10)


def test_a_file_is_read_up_to_the_cap(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"1234567890")
    assert read_file(tmp_path / "x", 10) == b"1234567890"
    assert read_file(tmp_path / "x", 4) == b"12345"


def test_a_plan_that_would_not_open_again_is_not_written(guide: Guide, tmp_path: Path) -> None:
    target = tmp_path / "plan.soleus"
    save_plan(open_plan(SAMPLES / "clean.soleus", guide), target, guide)
    good = target.read_bytes()
    plan = open_plan(target, guide)
    # What no check of a single field refuses.
    broken = [
        plan.replace(extra=(("x", float("inf")),)),
        plan.replace(extra=(("x", "\ud800"),)),
        set_entry(plan, "r1", exercise="no such exercise"),
        set_entry(plan, "r1", id="h1"),
    ]
    for bad in broken:
        with pytest.raises(NotWritten, match=r"plan\.soleus was not written: "):
            save_plan(bad, target, guide)
        assert target.read_bytes() == good
    assert list(tmp_path.iterdir()) == [target]


def test_a_plan_that_is_too_large_is_not_written(guide: Guide, tmp_path: Path) -> None:
    day = Day(note="x" * 10_000)
    long, large = new_plan(261), Plan(weeks=(Week(days=(day,) * 7),) * 260)
    save_plan(large, tmp_path / "large", guide)
    for plan in (long, large.replace(extra=(("x", "y" * 3_000_000),))):
        with pytest.raises(NotWritten, match=r"at most 260 in 20"):
            save_plan(plan, tmp_path / "x", guide)
    assert [path.name for path in tmp_path.iterdir()] == ["large"]


def test_a_range_may_be_a_tuple_in_memory(guide: Guide, tmp_path: Path) -> None:
    own = CustomExercise(id="own", name="Own", dose="reps", ranges={"sets": (3, 4)})
    plan = new_plan(1).replace(exercises=(own,))
    save_plan(plan, tmp_path / "plan.soleus", guide)
    assert open_plan(tmp_path / "plan.soleus", guide).exercises[0].ranges == {"sets": [3, 4]}


def test_saving_what_a_constructor_made(guide: Guide, tmp_path: Path) -> None:
    """Constructors check nothing, so the proof before writing does."""
    target = tmp_path / "plan.soleus"
    entry = Entry(
        id="a",
        exercise="seated-calf-raise",
        dose=Reps(sets=3, reps=15),
        load=Load(kg=float("nan"), implement="barbell"),
    )
    week = new_plan(1).weeks[0]
    save_plan(new_plan(2), target, guide)
    good = target.read_bytes()
    day = Day(kind="training", entries=(entry,))
    bad = Plan(weeks=(week, Week(days=(*week.days[:6], day))))
    with pytest.raises(NotWritten, match=r": weeks\[1\]\.days\[6\]\.entries\[0\]\.load\.kg: "):
        save_plan(bad, target, guide)
    assert target.read_bytes() == good
