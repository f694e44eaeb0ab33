"""What the window and the tests need from the system, beyond Python: found by trying it.

Qt's wheel brings Qt itself, but not the libraries a desktop has anyway (fonts, OpenGL, D-Bus, X11).
Nothing here is needed to check a plan or to print its cards.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

#: What loads -> the Debian package that brings it. Newer releases call the first package
#: libglib2.0-0t64, which still answers to its old name.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
#: What judges our PDFs and QR codes; a screen and a mouse for the tests of a real window.
TEST_PROGRAMS = {
    "qpdf": "qpdf",
    "pdffonts": "poppler-utils",
    "zbarimg": "zbar-tools",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
}


class Missing(Exception):
    """Something is not on this system; the message says what, and how to get it."""


def for_the_window() -> dict[str, str]:
    """What a window on this machine's screen needs and does not find, with its package."""
    return _missing_libraries({**QT_LIBRARIES, **X11_LIBRARIES})


def for_the_tests() -> dict[str, str]:
    """What the whole suite needs and does not find, with its package."""
    if not sys.platform.startswith("linux"):
        return {}
    programs = {name: package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)}
    return {**for_the_window(), **programs}


def provide(missing: dict[str, str], what_for: str) -> None:
    """Install what is missing where that is ours to do: as root on a Debian or its like.

    Raises `Missing`, with the line to run, where it is not.
    """
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise Missing(
            f"{what_for} needs {', '.join(missing)}: install what brings them, then try again."
        )
    packages = sorted(set(missing.values()))
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        line = f"sudo apt-get update && sudo {' '.join(install)}"
        raise Missing(f"{what_for} needs {', '.join(missing)}: run this, then try again:\n  {line}")
    print(f"==> Installing for {what_for}: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*install, "-qq"]):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL).returncode != 0:
            raise Missing(f"{what_for} needs {' '.join(packages)}: `{' '.join(command)}` failed.")


def has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def _missing_libraries(libraries: dict[str, str]) -> dict[str, str]:
    if not sys.platform.startswith("linux"):
        return {}
    return {name: package for name, package in libraries.items() if not _loads(name)}


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
