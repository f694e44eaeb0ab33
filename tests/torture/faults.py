"""Every call to the system fails in turn: once, and for ever; and the program dies at each.

Whatever fails: the old file is whole or the new one is, the person is told, nothing is silent.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.storage import placing
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, save_plan
from soleus_desktop.storage.recovery.journal import Journal
from soleus_desktop.storage.recovery.recovered import left_behind
from soleus_desktop.storage.settings import Settings, load_settings, save_settings
from soleus_desktop.storage.versions import keep_version, versions
from tests.build import GUIDE
from tests.torture.trial import Broken, Outcome

CALLS = (
    *("stat", "open", "write", "fchmod", "fsync", "fstat", "read", "close"),
    *("replace", "rename", "link", "unlink", "mkdir"),
)
ERRORS = (
    *(errno.ENOSPC, errno.EIO, errno.EACCES),
    *(errno.EDQUOT, errno.EROFS, errno.EINTR),
)
DEAD = 99
OLD, NEW = new_plan(1).replace(title="Old"), new_plan(2).replace(title="New")


class Fault(NamedTuple):
    """What happens at the call with this number (from 1); `for_ever` at all that follow, too."""

    at: int
    kind: int | str
    for_ever: bool


class Calls:
    """Counts the calls to the system; `failed` names those that were made to fail."""

    def __init__(self, fault: Fault) -> None:
        self.count, self.failed, self._fault = 0, list[str](), fault

    @contextmanager
    def __call__(self) -> Iterator[None]:
        with (
            patch.multiple(os, **{name: self._wrapped(name) for name in CALLS}),
            patch.object(placing, "swap", self._around("swap", placing.swap)),
        ):
            yield

    def _wrapped(self, name: str) -> Callable[..., Any]:
        return self._around(name, getattr(os, name))

    def _around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            at, kind, for_ever = self._fault
            if self.count != at and not (for_ever and self.count > at):
                return call(*arguments, **named)
            if kind == "short":
                if name != "write":
                    return call(*arguments, **named)
                file, data = arguments
                return call(file, bytes(data[: max(len(data) // 2, 1)]))
            self.failed.append(name)
            if kind == "death":
                os._exit(DEAD)
            assert isinstance(kind, int)
            if name == "close":
                call(*arguments)  # as Linux does: closed, and yet an error
            raise OSError(kind, os.strerror(kind))

        return wrapped


class Work(NamedTuple):
    """Something done in a folder: `begin` prepares it, `do` returns whether it was told of trouble,
    `is_good` looks at what is there, given whether all seemed well.
    """

    begin: Callable[[Path], None]
    do: Callable[[Path], bool]
    is_good: Callable[[Path, bool], bool]


def save(folder: Path) -> bool:
    try:
        save_plan(NEW, folder / "plan.soleus", GUIDE)
    except NotWritten as error:
        return "plan.soleus was" in str(error)
    return False


def is_saved_well(folder: Path, well: bool) -> bool:
    found = open_plan(folder / "plan.soleus", GUIDE)
    return found == NEW if well else found in (OLD, NEW)


def _journal(folder: Path) -> bool:
    told: list[str] = []
    journal = Journal(folder / "state", told.append)
    journal.note("Edit", OLD, NEW, None)
    journal.flush()
    journal.close()
    return bool(told)


def _journal_is_good(folder: Path, well: bool) -> bool:
    found = [one.plan for one in left_behind(folder / "state", GUIDE)]
    return found == [NEW] if well else found in ([], [NEW])


def _keep(folder: Path) -> bool:
    try:
        keep_version(folder, "key", plan_bytes(NEW), datetime(2026, 3, 1, tzinfo=UTC))
    except OSError:
        return True
    return False


def _kept_well(folder: Path, well: bool) -> bool:
    found: list[Plan] = [open_plan(one.path, GUIDE) for one in versions(folder, "key")]
    return found == [NEW, OLD] if well else found in ([OLD], [NEW, OLD])


def _settings(folder: Path) -> bool:
    try:
        save_settings(folder, Settings(theme="dark"))
    except OSError:
        return True
    return False


def _settings_are_good(folder: Path, well: bool) -> bool:
    found, told = load_settings(folder)
    return told is None and found.theme in (("dark",) if well else ("light", "dark"))


def _export(folder: Path) -> bool:
    try:
        write_file(folder / "cards.pdf", b"%PDF new" * 999)
    except NotWritten:
        return True
    return False


def _exported_well(folder: Path, well: bool) -> bool:
    found = (folder / "cards.pdf").read_bytes()
    return found == b"%PDF new" * 999 or (not well and found == b"%PDF old")


WORKS: dict[str, Work] = {
    "save": Work(
        lambda folder: save_plan(OLD, folder / "plan.soleus", GUIDE) and None, save, is_saved_well
    ),
    "journal": Work(lambda folder: None, _journal, _journal_is_good),
    "versions": Work(
        lambda folder: keep_version(
            folder, "key", plan_bytes(OLD), datetime(2026, 2, 28, tzinfo=UTC)
        ),
        _keep,
        _kept_well,
    ),
    "settings": Work(
        lambda folder: save_settings(folder, Settings(theme="light")),
        _settings,
        _settings_are_good,
    ),
    "export": Work(
        lambda folder: write_file(folder / "cards.pdf", b"%PDF old") and None,
        _export,
        _exported_well,
    ),
}
HARMLESS = {"close", "unlink"}
"""What may fail without a word once all is done: a folder is closed, a leftover stays behind."""


IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where files are made, if there is such a place: thousands are flushed, to no disk's harm."""
KINDS: tuple[int | str, ...] = (*ERRORS, "short", "death")


def every_call_fails(
    works: tuple[str, ...] = tuple(WORKS), kinds: tuple[int | str, ...] = KINDS
) -> Outcome:
    """Try each work with each of its calls failing, in each way."""
    tried, told, died = 0, 0, 0
    for name in works:
        for kind in kinds:
            for for_ever in (False, True):
                for at in range(1, 1000):
                    fault = Fault(at, kind, for_ever)
                    said, calls = _try(name, fault)
                    if calls < at:
                        break
                    tried, told, died = tried + 1, told + said, died + (kind == "death")
                else:
                    raise Broken(f"{name} does not come to an end")
    return Outcome(tried, {"told": told, "died": died, "damaged": 0, "silent": 0})


def _try(name: str, fault: Fault) -> tuple[bool, int]:
    """Return whether the person was told, and how many calls were made."""
    work = WORKS[name]
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place:
        folder = Path(place)
        work.begin(folder)
        if fault.kind == "death":
            calls, said, failed = _dies(work, folder, fault), False, ["death"]
        else:
            counted = Calls(fault)
            with counted():
                said = work.do(folder)
            calls, failed = counted.count, counted.failed
        well = not said and (fault.kind != "death" or calls < fault.at)
        if not said and set(failed) - HARMLESS - {"death"}:
            well = True  # it says that all is well, so it has to be
        if not work.is_good(folder, well):
            raise Broken(f"{name}: {fault} damaged what was there (told: {said}, failed: {failed})")
    return said, calls


def _dies(work: Work, folder: Path, fault: Fault) -> int:
    """Do it in a child that dies at the call; return a count as high as the call if it did."""
    child = os.fork()
    if child == 0:
        try:
            with Calls(fault)():
                work.do(folder)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return fault.at if os.waitstatus_to_exitcode(status) == DEAD else 0


def a_full_disk(steps: int) -> Outcome:
    """Save on a disk with ever more room left: the old file stays until the new one fits."""
    size, seen = len(plan_bytes(NEW)), {"refused": 0, "saved": 0}
    for step in range(steps):
        room = size * 2 * step // max(steps - 1, 1)
        with tempfile.TemporaryDirectory(dir=IN_MEMORY) as place, _Disk(room)():
            folder = Path(place)
            file = folder / "plan.soleus"
            file.write_bytes(plan_bytes(OLD))
            said = save(folder)
            if not is_saved_well(folder, not said) or list(folder.iterdir()) != [file]:
                raise Broken(f"with {room} bytes left the file is damaged")
            if said == (room >= size):
                raise Broken(f"with {room} bytes left for {size} it says {said}")
            seen["refused" if said else "saved"] += 1
    return Outcome(steps, dict(seen))


class _Disk:
    """A disk with so many bytes left: the last write is cut short, the next one finds it full."""

    def __init__(self, room: int) -> None:
        self._room = room

    @contextmanager
    def __call__(self) -> Iterator[None]:
        write = os.write

        def limited(file: int, data: bytes) -> int:
            if self._room <= 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            done = write(file, bytes(data[: self._room]))
            self._room -= done
            return done

        with patch.object(os, "write", limited):
            yield
