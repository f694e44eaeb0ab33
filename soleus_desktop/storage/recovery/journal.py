"""Writes down every edit until a file holds it: from the first edit of an untitled plan on.

A thread writes and flushes to the disk, at most a second after the edit; nobody waits for it, and
nobody else touches the file.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import NamedTuple

from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.disk import reason
from soleus_desktop.storage.placing import open_new, write_all
from soleus_desktop.storage.recovery.hold import hold
from soleus_desktop.storage.recovery.records import MAGIC, encoded, step
from soleus_desktop.storage.writer import plan_bytes

SUFFIX = ".journal"
FLUSH_S = 0.5
RENEW_AFTER = 32 << 20
"""A journal of so many bytes is begun anew from the plan as it stands."""


class _Edit(NamedTuple):
    text: str
    before: Plan
    after: Plan
    file: str


_Into = Callable[[Path], object]


class Journal:
    """The journal of one plan. `folder` is made when it is first needed.

    `trouble` is called once, from the journal's thread, with a sentence when edits cannot be
    written down; it is tried again with the next edit.
    """

    def __init__(self, folder: Path, trouble: Callable[[str], object]) -> None:
        self._folder, self._trouble = folder, trouble
        self._edits: SimpleQueue[_Edit | _Into | Event | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._file: int | None = None
        self.path: Path | None = None
        self._size = 0
        self._told = False
        self._left: list[Path] = []
        """Files that were begun and given up: they may hold more than the one written now."""

    def note(self, text: str, before: Plan, after: Plan, file: Path | None) -> None:
        """Write down an edit. `file` is where the plan is kept, if anywhere."""
        self._edits.put(_Edit(text, before, after, "" if file is None else os.fspath(file)))
        if self._thread is None:
            self._thread = Thread(target=self._work, name="journal", daemon=True)
            self._thread.start()

    def flush(self, within_s: float = 5.0) -> bool:
        """Wait until all that was noted is on the disk; False where it is not, or takes longer."""
        if self._thread is None:
            return True
        done = Event()
        self._edits.put(done)
        return done.wait(within_s) and not self._told

    def drop(self, into: _Into = Path.unlink) -> None:
        """Forget what was noted, since a file holds it; or put it `into` something else."""
        if self._thread is not None:
            self._edits.put(into)

    def close(self) -> None:
        """End the thread. The journal stays, for who looks after a crash."""
        self.flush()
        if self._thread is not None:
            self._edits.put(None)
            self._thread.join(5)
            self._thread = None

    def _work(self) -> None:
        due: float | None = None
        while True:
            try:
                wait_s = None if due is None else max(due - time.monotonic(), 0)
                found = self._edits.get(timeout=wait_s)
            except Empty:
                self._sync()
                due = None
                continue
            if isinstance(found, _Edit):
                self._write(found)
                due = due or time.monotonic() + FLUSH_S
                continue
            if not isinstance(found, Event | None):
                self._drop(found)
                continue
            self._sync()
            due = None
            if found is None:
                self._close()
                return
            found.set()

    def _drop(self, into: _Into) -> None:
        self._close()
        for path in self._left:
            with suppress(OSError):
                into(path)
        self._left.clear()

    def _write(self, edit: _Edit) -> None:
        try:
            if self._size > RENEW_AFTER:
                self._renew(edit)
            elif self._file is None:
                self._begin(edit)
            weeks, plan = step(edit.before, edit.after)
            self._put(encoded({"text": edit.text, "at": _now(), "weeks": weeks}, plan))
            self._told = False
        except (OSError, ValueError) as error:
            self._fail(error)

    def _begin(self, edit: _Edit) -> None:
        """Begin a journal with the plan as it was before the edit."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        stamp = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
        path = self._folder / f"{stamp}-{os.urandom(4).hex()}{SUFFIX}"
        self._file = open_new(path, os.O_RDWR | os.O_APPEND, 0o600)
        self.path, self._size = path, 0
        hold(self._file)
        self._put(MAGIC)
        self._put(encoded({"file": edit.file, "at": _now()}, plan_bytes(edit.before)))

    def _renew(self, edit: _Edit) -> None:
        """Go on in a new file; the old one goes when the new one is on the disk."""
        self._close()
        self._begin(edit)
        assert self._file is not None
        os.fsync(self._file)
        while self._left:
            with suppress(OSError):
                self._left.pop().unlink()

    def _put(self, data: bytes) -> None:
        assert self._file is not None
        write_all(self._file, data)
        self._size += len(data)

    def _sync(self) -> None:
        if self._file is not None:
            try:
                os.fsync(self._file)
            except OSError as error:
                self._fail(error)

    def _fail(self, error: OSError | ValueError) -> None:
        """Say it once, and begin anew with the next edit: this file may end in half a record."""
        self._close()
        if not self._told:
            self._told = True
            why = reason(error) if isinstance(error, OSError) else str(error)
            self._trouble(f"Changes are not being kept for the case of a crash ({why}). Save soon.")

    def _close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                os.close(self._file)
        if self.path is not None:
            self._left.append(self.path)
        self._file, self.path, self._size = None, None, 0


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
