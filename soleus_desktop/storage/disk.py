"""Read a file whole, or say in plain words why it cannot be read."""

from __future__ import annotations

import errno
import os
import stat
from os import PathLike

_CHUNK = 2**20
_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder, not a file",
    errno.EACCES: "it is not permitted",
    errno.EPERM: "it is not permitted",
    errno.EROFS: "the disk can only be read",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota of disk space is used up",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links lead round in a circle",
}


class NotRead(OSError):
    """A file that cannot be read; says why, without the file's name."""


def reason(error: OSError | ValueError) -> str:
    """Say in plain words why the operating system refuses a file."""
    if isinstance(error, NotRead):
        return str(error)
    if isinstance(error, ValueError):
        return "no file can have this name"  # Python's answer to a NUL in it
    if error.errno in _REASONS:
        return _REASONS[error.errno]
    return error.strerror or str(error) or type(error).__name__


def kind_of(mode: int) -> str | None:
    """Say what stands there instead of a regular file; None where it is one."""
    if stat.S_ISREG(mode):
        return None
    return "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"


def read_file(path: str | PathLike[str], most: int) -> bytes:
    """Return what is in a regular file, at most `most` bytes and one.

    One byte more than `most` shows that there is too much; the rest is left unread. Raises NotRead
    (a pipe or a device is never waited for).
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        file = os.open(path, flags | getattr(os, "O_CLOEXEC", 0))
        try:
            if other := kind_of(os.fstat(file).st_mode):
                raise NotRead(f"it is {other}, not a file")
            return _read(file, most + 1)
        finally:
            os.close(file)
    except (OSError, ValueError) as error:
        raise NotRead(reason(error)) from error


def _read(file: int, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := os.read(file, min(most, _CHUNK))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)
