"""Put bytes into a file in one piece: it holds the old ones or the new ones, never a part.

Written beside it, flushed to the disk, read back and compared, then put in its place. Whatever
fails on the way, the file stays as it was. What it displaced is looked at: where it is not what
was to be replaced, another program wrote meanwhile, and its version is kept beside.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import time
from contextlib import suppress
from os import PathLike
from pathlib import Path

from soleus_desktop.storage.disk import NotRead, kind_of, read_file, reason
from soleus_desktop.storage.placing import put, remove, write_new

_NO_SYNC = {errno.EINVAL, errno.ENOTSUP}
"""What a file system answers that cannot flush a folder; it is not an error of the disk."""
LEFT_OVER = re.compile(r"\.~[0-9a-f]{8}\.tmp")
STALE_S = 24 * 3600


class NotWritten(OSError):
    """A file that was not written: one sentence with its name, why, and what is there now."""


def write_file(
    path: str | PathLike[str], data: bytes, expected: bytes | None = None
) -> Path | None:
    """Put these bytes into a file, also behind a symbolic link; a new one where there is none.

    `expected` is the digest of what is to be replaced, where that is known. Where another program
    wrote something else meanwhile, its version is kept: returns the file that holds it now, else
    None. Raises NotWritten.
    """
    try:
        target = os.path.realpath(path)
        mode = _mode_of(target)
    except (OSError, ValueError) as error:
        raise NotWritten(f"{os.fspath(path)} was not written: {reason(error)}") from error
    kept = "" if mode is None else "; it is as it was"
    try:
        return _replace(target, data, mode, expected)
    except _Unconfirmed as error:
        raise NotWritten(
            f"{os.fspath(path)} was written, but the disk did not confirm it: {error}"
        ) from error
    except OSError as error:
        raise NotWritten(f"{os.fspath(path)} was not written: {reason(error)}{kept}") from error


def sweep(folder: str | PathLike[str]) -> int:
    """Remove what a save that was killed left in a folder a day ago or more; return how many."""
    swept = 0
    with suppress(OSError), os.scandir(folder) as there:
        for file in there:
            with suppress(OSError):
                ours = LEFT_OVER.fullmatch(file.name) and file.is_file(follow_symlinks=False)
                if ours and file.stat().st_mtime < time.time() - STALE_S:
                    os.unlink(file.path)
                    swept += 1
    return swept


class _Unconfirmed(Exception):
    """The new bytes are in place, but may be lost in a power cut."""


def _mode_of(target: str) -> int | None:
    """Return the permissions of the file that is there; None where there is none."""
    try:
        there = os.stat(target).st_mode
    except FileNotFoundError:
        return None
    if other := kind_of(there):
        raise NotRead(f"it is {other}, not a file")
    if not there & 0o222 or not os.access(target, os.W_OK):
        raise NotRead("it is protected against writing")
    return stat.S_IMODE(there)


def _replace(target: str, data: bytes, mode: int | None, expected: bytes | None) -> Path | None:
    folder = os.path.dirname(target)
    # Short, since a name has 255 bytes at most; programs that sync folders pass over ".~".
    beside = os.path.join(folder, f".~{os.urandom(4).hex()}.tmp")
    try:
        write_new(beside, data, mode)
        if read_file(beside, len(data)) != data:
            raise NotRead("the disk gave back other bytes than were written")
    except BaseException:  # an interrupt as well leaves nothing behind
        remove(beside)
        raise
    opened = _open_folder(folder, beside)
    try:
        other = put(beside, target, expected, new=mode is None)
        _flush(opened)
        return other
    finally:
        if opened is not None:
            with suppress(OSError):  # nothing was written through it
                os.close(opened)


def _open_folder(folder: str, beside: str) -> int | None:
    """Open the folder while nothing has happened yet, so that it can be flushed in the end."""
    if os.name == "nt":  # folders cannot be opened there
        return None
    try:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except BaseException:
        remove(beside)
        raise


def _flush(folder: int | None) -> None:
    """See that the folder knows the file for good."""
    if folder is None:
        return
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise _Unconfirmed(reason(error)) from error
