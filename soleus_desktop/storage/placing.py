"""Put a file that is written whole in another's place, and lose nobody's version in doing so."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from os import PathLike
from pathlib import Path

from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.swap import swap

_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}
_BUSY = (5, 32, 33)
"""Windows: a virus scanner or a program that syncs has the file in its hands for a moment."""
_PAUSES_S = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
_MOST_READ = 1 << 30
_TRIES = 20
"""At a name that is free; each time it is gone somebody else has got on."""


def digest_of(data: bytes) -> bytes:
    """Return what tells these bytes from all others."""
    return sha256(data).digest()


def put(beside: str, target: str, expected: bytes | None, *, new: bool) -> Path | None:
    """Put the new file in its place; return where another program's version is kept, if any."""
    try:
        if new and _link(beside, target):
            remove(beside)
            return None
        swapped = not new and swap(beside, target)
    except FileNotFoundError:
        swapped = False  # the old file went away meanwhile
    except FileExistsError:
        swapped = swap(beside, target)  # somebody made one meanwhile
        expected = b""
    except BaseException:
        remove(beside)
        raise
    if swapped:
        return _look_at(beside, target, expected)
    try:
        other = _copy_of(target, expected)
        _move(beside, target)
    except BaseException:
        remove(beside)
        raise
    return other


def _look_at(displaced: str, target: str, expected: bytes | None) -> Path | None:
    """Remove what was displaced, or keep it where it is not what was to be replaced."""
    if expected is None or _digest(displaced) == expected:
        remove(displaced)
        return None
    try:
        return _under_other_name(displaced, target)
    except OSError:
        return Path(displaced)  # under its own name, rather than not at all


def _under_other_name(displaced: str, target: str) -> Path:
    """Give it a name that is free, and stays so: others may be about to take the same one."""
    for _ in range(_TRIES):
        kept = _other_name(target)
        try:
            if not _link(displaced, str(kept)):
                os.rename(displaced, kept)  # no other way on this disk
                return kept
        except FileExistsError:
            continue
        remove(displaced)
        return kept
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), target)


def _copy_of(target: str, expected: bytes | None) -> Path | None:
    """Where files cannot be exchanged: give what is not expected a second name, which stays."""
    if expected is None or _digest(target) in (expected, None):
        return None
    for _ in range(_TRIES):
        kept = _other_name(target)
        try:
            if not _link(target, str(kept)):
                write_new(str(kept), read_file(target, _MOST_READ), None)
        except FileExistsError:
            continue
        return kept
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), target)


def _digest(path: str) -> bytes | None:
    try:
        return digest_of(read_file(path, _MOST_READ))
    except NotRead:
        return None


def _other_name(target: str) -> Path:
    """Return a free name for another program's version of a file."""
    return free_name(Path(target), f"other version {datetime.now():%Y-%m-%d %H-%M-%S}")


def free_name(path: Path, said: str) -> Path:
    """Return a name beside a file that no file has, with a word in parentheses. Raises OSError."""
    for number in range(1, 1000):
        more = "" if number == 1 else f" {number}"
        found = path.with_name(f"{path.stem[:150]} ({said}{more}){path.suffix}")
        if not os.path.lexists(found):
            return found
    raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))


def _link(one: str, other: str) -> bool:
    """Give a file a second name that is not taken; False where the disk has no such names."""
    if not hasattr(os, "link"):
        return False
    try:
        os.link(one, other)
    except OSError as error:
        if error.errno in _NO_LINKS or getattr(error, "winerror", None) == 1:
            return False
        raise
    return True


def _move(beside: str, target: str) -> None:
    """Replace the old file; wait a little for who holds it in his hands, never for ever."""
    for pause_s in (*_PAUSES_S, None):
        try:
            os.replace(beside, target)
            return
        except OSError as error:
            if pause_s is None or getattr(error, "winerror", None) not in _BUSY:
                raise
        time.sleep(pause_s)


def write_new(path: str, data: bytes, mode: int | None) -> None:
    """Write a file that is not there yet, and see that the disk has it."""
    file = open_new(path, os.O_WRONLY, 0o666 if mode is None else 0o600)
    try:
        write_all(file, data)
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(file, mode)
        os.fsync(file)
    finally:
        os.close(file)


def open_new(path: str | PathLike[str], flags: int, mode: int) -> int:
    """Make a file that is not there yet, and open it. Raises OSError."""
    flags |= os.O_CREAT | os.O_EXCL
    for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    return os.open(path, flags, mode)


def write_all(file: int, data: bytes) -> None:
    """Write all of it, however little the disk takes at a time. Raises OSError."""
    left = memoryview(data)
    while left:
        left = left[os.write(file, left) :]


def remove(path: str) -> None:
    """Remove a file that may be there."""
    # It may never have come to be; what is reported is the error that led here.
    with suppress(OSError):
        os.unlink(path)
