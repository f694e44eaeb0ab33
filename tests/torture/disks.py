"""Real disks: small ones that fill up, and one whose power goes. Needs root, on Linux.

A file system in a file is mounted. What that file holds at a moment is what the disk would hold
had the power gone then; a copy of it is mounted, as the next start of the machine would.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

from soleus_desktop.storage.atomic import LEFT_OVER
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, save_plan
from tests.build import GUIDE
from tests.torture.faults import NEW, OLD, is_saved_well, save
from tests.torture.kills import Acknowledge, number_of, plan_number
from tests.torture.trial import Broken, Outcome, killed

SIZE = 8 << 20
ROUGH = "noauto_da_alloc,data=writeback"
"""How ext4 is mounted for the second half: it then loses whatever was not flushed."""
NOT_HERE = Outcome(0, {"not tried": "it needs root, Linux and devices for file systems in files"})


def can_mount() -> bool:
    """Tell whether file systems can be made and mounted here."""
    tools = all(map(shutil.which, ("mkfs.ext4", "mount", "umount")))
    if sys.platform != "linux" or not tools or os.geteuid() != 0:
        return False
    try:
        with _disk() as (image, folder), _mounted(image, folder / "there"):
            return True
    except subprocess.CalledProcessError:
        return False


def full_disks(steps: int) -> Outcome:
    """Save where there is ever more room, on ext4 and in memory: old or new, and never silent."""
    if not can_mount():
        return NOT_HERE
    size, seen = len(plan_bytes(NEW)), {"refused": 0, "saved": 0}
    for kind in ("ext4", "tmpfs"):
        with _small(kind) as there:
            file = there / "plan.soleus"
            for step in range(steps // 2):
                file.write_bytes(plan_bytes(OLD))
                _fill(there, size * 3 * step // max(steps // 2 - 1, 1))
                told = save(there)
                if not is_saved_well(there, not told):
                    raise Broken(f"{kind}: the file is damaged (told: {told})")
                if [path for path in there.iterdir() if LEFT_OVER.fullmatch(path.name)]:
                    raise Broken(f"{kind}: something was left behind")
                seen["refused" if told else "saved"] += 1
                (there / "filler").unlink()
    if not all(seen.values()) and steps > 20:
        raise Broken(f"it was not tried both ways: {seen}")
    return Outcome(steps, {**seen, "damaged": 0, "silent": 0})


def power_cuts(times: int, seed: int) -> Outcome:
    """Cut the power at random moments of saves: what was acknowledged is there, whole."""
    if not can_mount():
        return NOT_HERE
    chance, seen = random.Random(seed), {"usual": 0, "rough": 0}
    for mode, options in (("usual", ""), ("rough", ROUGH)):
        with _disk() as (image, folder), _mounted(image, folder / "there", options) as there:
            file = there / "plan.soleus"
            last = 0
            save_plan(plan_number(0), file, GUIDE)
            for _ in range(times // 2):
                acknowledged = max(killed(partial(_save_on, file, last), chance), last)
                copy = Path(shutil.copy(image, folder / "copy"))
                with _mounted(copy, folder / "again", options) as again:
                    found = number_of(open_plan(again / file.name, GUIDE))
                if found < acknowledged:
                    raise Broken(f"{mode}: {acknowledged} was acknowledged, {found} is there")
                last = number_of(open_plan(file, GUIDE))
            seen[mode] = last
    return Outcome(times, {"saves done": seen["usual"] + seen["rough"], "lost": 0, "torn": 0})


def _save_on(file: Path, last: int, acknowledge: Acknowledge) -> None:
    for number in count(last + 1):
        save_plan(plan_number(number), file, GUIDE)
        acknowledge(number)


@contextmanager
def _disk() -> Iterator[tuple[Path, Path]]:
    """A file system in a file, and the folder that it lies in."""
    with tempfile.TemporaryDirectory() as name:
        image = Path(name) / "disk"
        with image.open("wb") as made:
            made.truncate(SIZE)
        _run("mkfs.ext4", "-q", "-F", str(image))
        yield image, Path(name)


@contextmanager
def _mounted(image: Path, at: Path, options: str = "") -> Iterator[Path]:
    at.mkdir(exist_ok=True)
    _run("mount", "-o", ",".join(filter(None, ("loop", options))), str(image), str(at))
    try:
        yield at
    finally:
        _run("umount", str(at))


@contextmanager
def _small(kind: str) -> Iterator[Path]:
    if kind == "ext4":
        with _disk() as (image, folder), _mounted(image, folder / "there") as there:
            yield there
        return
    with tempfile.TemporaryDirectory() as name:
        _run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", name)
        try:
            yield Path(name)
        finally:
            _run("umount", name)


def _fill(there: Path, left: int) -> None:
    """Leave about so many bytes free."""
    filler, room = there / "filler", os.statvfs(there)
    size = max(room.f_bavail * room.f_frsize - left, 0)
    file = os.open(filler, os.O_WRONLY | os.O_CREAT)
    try:
        os.posix_fallocate(file, 0, max(size, 1))
    except OSError:  # the last blocks go to what describes them
        while size > 0 and not _allocated(file, size := size - room.f_frsize):
            pass
    finally:
        os.close(file)


def _allocated(file: int, size: int) -> bool:
    try:
        os.posix_fallocate(file, 0, max(size, 1))
    except OSError:
        return False
    return True


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
