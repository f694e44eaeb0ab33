"""Hold a file as long as this process lives: the system lets go of it whatever ends the process."""

from __future__ import annotations

import sys

_FAR = 1 << 40
"""Windows locks bytes, not files; one beyond the end keeps nobody from reading."""


def hold(file: int) -> bool:
    """Take hold of an open file, at once; False where another process has it."""
    try:
        if sys.platform == "win32":
            import msvcrt
            import os

            at = os.lseek(file, 0, os.SEEK_CUR)
            os.lseek(file, _FAR, os.SEEK_SET)
            try:
                msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
            finally:
                os.lseek(file, at, os.SEEK_SET)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except PermissionError:  # how Windows says it
        return False
    return True
