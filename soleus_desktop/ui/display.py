"""Whether a window can be shown at all, found out before Qt aborts the program over it."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from pathlib import Path

_X11_LIBRARIES = ("libxcb-cursor.so.0",)


def problem() -> str | None:
    """Return why no window can be shown, as one sentence, or None where one can.

    Where a person names Qt's platform in QT_QPA_PLATFORM (``offscreen`` ...) that is trusted.
    """
    return _no_display() or _no_qt()


def _no_display() -> str | None:
    named = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not sys.platform.startswith("linux") or named not in ("", "xcb", "wayland"):
        return None
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and named != "xcb" and _listens(_wayland_socket(wayland)):
        return None
    display = os.environ.get("DISPLAY")
    if not display:
        return "there is no display"
    if not _x11_answers(display):
        return f"the display {display!r} does not answer"
    for library in _X11_LIBRARIES:
        try:
            ctypes.CDLL(library)
        except OSError:
            return f"the system library {library} is missing (on Debian: libxcb-cursor0)"
    return None


def _no_qt() -> str | None:
    try:
        import PySide6.QtWidgets  # noqa: F401  whether it loads is the question
    except ImportError as error:
        return f"Qt does not load ({error})"
    return None


def _wayland_socket(name: str) -> str:
    return str(Path(os.environ.get("XDG_RUNTIME_DIR", "/run")) / name)


def _x11_answers(display: str) -> bool:
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdecimal():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _listens(path) or _listens("\0" + path)
    try:
        socket.create_connection((host.strip("[]"), 6000 + int(number)), timeout=5).close()
    except OSError:
        return False
    return True


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(path)
        except OSError:
            return False
    return True
