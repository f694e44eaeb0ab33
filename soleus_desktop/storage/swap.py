"""Exchange two files in one step, where the system can: what was displaced can then be looked at.

Looking first and replacing after loses what another program writes in between.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from functools import cache

_HERE = -100  # AT_FDCWD: paths are taken from the working folder
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
"""What a kernel or a file system answers that does not know how."""


def swap(one: str, other: str) -> bool:
    """Exchange two files that are both there; False where this system or disk cannot.

    Raises OSError, as FileNotFoundError where one of them is not there.
    """
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT:
        return False
    raise OSError(code, os.strerror(code), other)


@cache
def _call() -> Callable[[bytes, bytes], int] | None:
    """Return the system's own exchange: glibc's renameat2, macOS's renamex_np."""
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            function = library.renamex_np
            function.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda one, other: int(function(one, other, _EXCHANGE))
        function = library.renameat2
    except AttributeError:  # a C library that does not have it
        return None
    function.argtypes = (
        *(ctypes.c_int, ctypes.c_char_p),
        *(ctypes.c_int, ctypes.c_char_p),
        ctypes.c_uint,
    )
    return lambda one, other: int(function(_HERE, one, _HERE, other, _EXCHANGE))
