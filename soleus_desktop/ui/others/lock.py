"""Who has a plan open: a lock beside its file, ``.~NAME.lock``. It asks, it never blocks.

What keeps a version from being lost is the save, which looks at what it displaces; a lock only
tells two people early. So one that is empty, garbage or of a dead program is nobody's, and where
none can be made the plan opens all the same.
"""

from __future__ import annotations

import getpass
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QLockFile

from soleus_desktop.storage.disk import NotRead, read_file

_MOST = 4096
_LINES = 5
"""What Qt writes: process, program, machine, its id, the id of its start. Ours is the sixth."""


class Holder(NamedTuple):
    """Who has a plan open, as far as the lock tells: a person, a machine, since when."""

    person: str
    machine: str
    since: datetime | None

    def __str__(self) -> str:
        who = self.person or "somebody"
        at = f" on {self.machine}" if self.machine else ""
        since = f" since {self.since:%d %b %Y %H:%M}" if self.since else ""
        return f"{who}{at}{since}"


class PlanLock:
    """The lock on one plan file. May be taken in one thread and let go in another."""

    def __init__(self, plan: Path) -> None:
        self.path = plan
        self._file = plan.with_name(f".~{plan.name}.lock")
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # time tells nothing: plans are open for days

    @property
    def held(self) -> bool:
        """Whether we have it."""
        return self._lock.isLocked()

    def take(self, *, anyway: bool = False) -> Holder | None:
        """Take the lock at once; return who else has it. `anyway` takes it from whoever has it."""
        if self._try():
            return None
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return None  # the folder cannot be written, or the name is too long: none, then
        pid, machine, _ = self._lock.getLockInfo()[-3:]
        if anyway or pid <= 0:
            with suppress(OSError):
                self._file.unlink()
            self._try()
            return None
        return Holder(self._person(), machine[:80], self._since())

    def let_go(self) -> None:
        """Let go of it, where we have it."""
        self._lock.unlock()

    def _try(self) -> bool:
        with suppress(OSError):  # a name that is too long: Qt says so as well
            if self._file.exists() and not self._file.is_file():
                return False  # a pipe would be waited for
        if not self._lock.tryLock(0):
            return False
        with suppress(OSError, KeyError, ImportError), self._file.open("a", encoding="utf-8") as f:
            f.write(f"{getpass.getuser()}\n")
        return True

    def _person(self) -> str:
        try:
            lines = read_file(self._file, _MOST).decode("utf-8", "replace").splitlines()
        except NotRead:
            return ""
        said = lines[_LINES][:80] if len(lines) > _LINES else ""
        return "".join(letter for letter in said if letter.isprintable())

    def _since(self) -> datetime | None:
        with suppress(OSError, ValueError, OverflowError):
            return datetime.fromtimestamp(min(self._file.stat().st_mtime, time.time()))
        return None
