"""Put bytes into a file in one piece: it holds the old ones or the new ones, never a part.

Written beside it, flushed to the disk, read back and compared, then put in its place. Whatever
fails on the way, the file stays as it was.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from os import PathLike

from soleus_desktop.storage.disk import NotRead, kind_of, read_file, reason

_NO_SYNC = {errno.EINVAL, errno.ENOTSUP}
"""What a file system answers that cannot flush a folder; it is not an error of the disk."""


class NotWritten(OSError):
    """A file that was not written: one sentence with its name, why, and what is there now."""


def write_file(path: str | PathLike[str], data: bytes) -> None:
    """Put these bytes into a file, also behind a symbolic link; a new one where there is none.

    Raises NotWritten.
    """
    try:
        target = os.path.realpath(path)
        mode = _mode_of(target)
    except (OSError, ValueError) as error:
        raise NotWritten(f"{os.fspath(path)} was not written: {reason(error)}") from error
    kept = "" if mode is None else "; it is as it was"
    try:
        _replace(target, data, mode)
    except _Unconfirmed as error:
        raise NotWritten(
            f"{os.fspath(path)} was written, but the disk did not confirm it: {error}"
        ) from error
    except OSError as error:
        raise NotWritten(f"{os.fspath(path)} was not written: {reason(error)}{kept}") from error


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


def _replace(target: str, data: bytes, mode: int | None) -> None:
    folder = os.path.dirname(target)
    # Short, since a name has 255 bytes at most; programs that sync folders pass over ".~".
    beside = os.path.join(folder, f".~{os.urandom(4).hex()}.tmp")
    try:
        _write_new(beside, data, mode)
        if read_file(beside, len(data)) != data:
            raise NotRead("the disk gave back other bytes than were written")
        _exchange(beside, target, folder)
    except _Unconfirmed:
        raise
    except BaseException:  # an interrupt as well leaves nothing behind
        _remove(beside)
        raise


def _write_new(path: str, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for name in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    file = os.open(path, flags, 0o666 if mode is None else 0o600)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(file, mode)
        os.fsync(file)
    finally:
        os.close(file)


def _exchange(beside: str, target: str, folder: str) -> None:
    """Put the new file in the old one's place, and see that the folder knows it for good."""
    if os.name == "nt":  # folders cannot be opened there
        os.replace(beside, target)
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.replace(beside, target)
        try:
            os.fsync(opened)
        except OSError as error:
            if error.errno not in _NO_SYNC:
                raise _Unconfirmed(reason(error)) from error
    finally:
        with suppress(OSError):  # nothing was written through it
            os.close(opened)


def _remove(path: str) -> None:
    # It may never have come to be; what is reported is the error that led here.
    with suppress(OSError):
        os.unlink(path)
