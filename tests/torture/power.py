"""The power fails: what was not flushed may be on the disk, in part, in any order, or not at all.

A model of such a disk takes what the real save does, call by call, and gives every state that a
disk may show after the power is back. A loop device under a real file system would show a few.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, combinations
from typing import Any, NamedTuple
from unittest.mock import patch

from soleus_desktop.storage import atomic, placing
from tests.torture.trial import Broken, Outcome

FOLDER, TARGET = "/disk", "/disk/plan.soleus"
OLD, NEW = b"the old plan", b"the new plan, rather longer than that"


class Change(NamedTuple):
    """A change that is pending: of a file's bytes, or of the folder's names."""

    kind: str
    what: tuple[Any, ...]


class Disk:
    """Files by number, names to numbers, and what is pending of either; `log` is taken apart later.

    ``names`` and ``bytes`` are what is safely there.
    """

    def __init__(self, *, swaps: bool, links: bool, there: bool) -> None:
        self.names: dict[str, int] = {TARGET: 1} if there else {}
        self.bytes: dict[int, bytes] = {1: OLD} if there else {}
        self.log: list[Change] = []
        self._now_names, self._now_bytes = dict(self.names), dict(self.bytes)
        self._open: dict[int, list[Any]] = {}
        self._next, self._swaps, self._links = 10, swaps, links

    # --- what the save calls ----------------------------------------------------------------------

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        self._next += 1
        if path == FOLDER:
            self._open[self._next] = [None, 0]
            return self._next
        if flags & os.O_CREAT:
            if path in self._now_names:
                raise FileExistsError(errno.EEXIST, "there", path)
            self._change("name", path, self._next)
            self._now_bytes[self._next] = b""
        if path not in self._now_names:
            raise FileNotFoundError(errno.ENOENT, "not there", path)
        self._open[self._next] = [self._now_names[path], 0]
        return self._next

    def write(self, file: int, data: bytes) -> int:
        number = self._open[file][0]
        self._now_bytes[number] += bytes(data)
        self.log.append(Change("write", (number, self._now_bytes[number])))
        return len(data)

    def read(self, file: int, most: int) -> bytes:
        number, at = self._open[file]
        self._open[file][1] += most
        return self._now_bytes[number][at : at + most]

    def fsync(self, file: int) -> None:
        self.log.append(Change("flush", (self._open[file][0],)))

    def close(self, file: int) -> None:
        del self._open[file]

    def fchmod(self, file: int, mode: int) -> None:
        pass

    def fstat(self, file: int) -> os.stat_result:
        return os.stat_result((stat.S_IFREG | 0o644, *(0,) * 9))

    def stat(self, path: str) -> os.stat_result:
        if path not in self._now_names:
            raise FileNotFoundError(errno.ENOENT, "not there", path)
        return self.fstat(0)

    def access(self, path: str, mode: int) -> bool:
        return True

    def unlink(self, path: str) -> None:
        self._change("name", path, None)

    def link(self, one: str, other: str) -> None:
        if not self._links:
            raise PermissionError(errno.EPERM, "no links")
        if other in self._now_names:
            raise FileExistsError(errno.EEXIST, "there", other)
        self._change("name", other, self._now_names[one])

    def replace(self, one: str, other: str) -> None:
        self._change("names", ((other, self._now_names[one]), (one, None)))

    rename = replace

    def swap(self, one: str, other: str) -> bool:
        if not self._swaps:
            return False
        names = self._now_names
        self._change("names", ((one, names[other]), (other, names[one])))
        return True

    def _change(self, kind: str, *what: Any) -> None:
        pairs = what[0] if kind == "names" else ((what[0], what[1]),)
        self.log.append(Change("names", pairs))
        self._apply(self._now_names, pairs)

    @staticmethod
    def _apply(names: dict[str, int], pairs: Any) -> None:
        for name, number in pairs:
            if number is None:
                names.pop(name, None)
            else:
                names[name] = number

    # --- what may be on it afterwards -------------------------------------------------------------

    def states(self, cut: int) -> Iterator[bytes | None]:
        """Yield what the target may hold when the power fails after so many changes."""
        names, data, pending = dict(self.names), dict(self.bytes), list[Change]()
        for change in self.log[:cut]:
            if change.kind != "flush":
                pending.append(change)
                continue
            number = change.what[0]
            kept = []
            for one in pending:
                of_names = one.kind == "names"
                if of_names == (number is None) and (of_names or one.what[0] == number):
                    if of_names:
                        self._apply(names, one.what)
                    else:
                        data[number] = one.what[1]
                else:
                    kept.append(one)
            pending = kept
        for some in chain.from_iterable(
            combinations(pending, many) for many in range(len(pending) + 1)
        ):
            here, there = dict(names), dict(data)
            for change in some:
                if change.kind == "names":
                    self._apply(here, change.what)
                else:
                    there[change.what[0]] = change.what[1]
            number = here.get(TARGET)
            yield None if number is None else there.get(number, b"")
            if number is not None and any(c.kind == "write" and c.what[0] == number for c in some):
                yield there[number][: len(there[number]) // 2]  # half of what was written


@contextmanager
def _on(made: Disk) -> Iterator[None]:
    calls = ("open", "write", "read", "fsync", "close", "fchmod", "fstat", "stat", "access")
    calls += ("unlink", "link", "replace", "rename")
    with (
        patch.multiple(os, **{name: getattr(made, name) for name in calls}),
        patch.object(os.path, "realpath", str),
        patch.object(os.path, "lexists", lambda path: False),
        patch.object(placing, "swap", made.swap),
    ):
        yield


def power_cuts() -> Outcome:
    """Cut the power after each call of a save, on every kind of disk, in every order of writes."""
    states, after = 0, 0
    for swaps, links in ((True, True), (False, True), (False, False)):
        for there in (True, False):
            made = Disk(swaps=swaps, links=links, there=there)
            with _on(made):
                atomic.write_file(TARGET, NEW, placing.digest_of(OLD))
            old = OLD if there else None
            for cut in range(len(made.log) + 1):
                for found in made.states(cut):
                    states += 1
                    if found not in (old, NEW):
                        raise Broken(f"after {cut} of {made.log} the disk shows {found!r}")
            for found in made.states(len(made.log)):
                after += 1
                if found != NEW:
                    raise Broken(f"the save was acknowledged, and the disk shows {found!r}")
    return Outcome(states, {"after the acknowledgement": after, "damaged": 0, "lost": 0})
