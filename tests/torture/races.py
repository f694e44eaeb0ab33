"""Two programs save to one file at the same time, thousands of times: no version is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from soleus_desktop.storage.atomic import write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.placing import digest_of
from tests.torture.trial import Broken, Outcome


def two_writers(saves: int) -> Outcome:
    """Let two processes save by turns or not, each believing the file to be what it last read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "plan.soleus"
        file.write_bytes(b"begin")
        children = [_writer(file, who, saves // 2) for who in ("a", "b")]
        for child in children:
            _, status = os.waitpid(child, 0)
            if os.waitstatus_to_exitcode(status) != 0:
                raise Broken("a writer died")
        there = {path.read_bytes() for path in folder.iterdir()}
        replaced = {
            line for path in folder.parent.glob(f"{folder.name}-*") for line in _lines(path)
        }
        wanted = {f"{who} {number}".encode() for who in "ab" for number in range(saves // 2)}
        lost = wanted - there - replaced
        if lost:
            raise Broken(f"{len(lost)} of {saves} versions are gone: {sorted(lost)[:5]}")
        conflicts = len(there) - 1
    return Outcome(saves, {"met each other": conflicts, "lost": 0})


def _writer(file: Path, who: str, saves: int) -> int:
    """Save so often; note what was knowingly replaced, as a person who has read it does."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        with Path(f"{file.parent}-{who}").open("wb") as seen:
            for number in range(saves):
                try:
                    before = read_file(file, 1000)
                except NotRead:
                    before = b""
                write_file(file, f"{who} {number}".encode(), digest_of(before))
                seen.write(before + b"\n")
        code = 0
    finally:
        os._exit(code)


def _lines(path: Path) -> list[bytes]:
    lines = path.read_bytes().splitlines()
    path.unlink()
    return lines
