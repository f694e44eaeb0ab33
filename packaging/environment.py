"""The checkout's own Python environment, `.venv`, filled with exactly what the lock says.

Three ways lead there, tried in this order: uv, where it is installed; this Python's pip, which can
fill an environment from outside (a bare Debian has pip but cannot put one into an environment);
a pip inside the environment. All three install the same files, compared with the lock's hashes,
and only ready-made wheels: no compiler is needed and nothing unlocked comes in to build with.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "soleus-lock.txt"
#: What `run` installs and what `test` installs; the second holds all of the first.
REQUIREMENTS = {
    "run": ROOT / "packaging" / "requirements.txt",
    "test": ROOT / "packaging" / "requirements-test.txt",
}
FIRST_PIP_WITH_PYTHON_OPTION = (22, 3)

Command = list[str]


class NotInstalled(Exception):
    """The environment could not be made; the message says why."""


def prepare(purpose: str) -> None:
    """Make `.venv` ready for `run` or `test`; leave it alone when the lock has not changed.

    Raises `NotInstalled`.
    """
    lock, installed = _lock_digest(), _read_stamp()
    if PYTHON.exists() and installed in ([lock, purpose], [lock, "test"]):
        return
    if not os.access(ROOT, os.W_OK):
        raise NotInstalled(f"{ROOT} is not writable for you, and the environment goes there.")
    if installed and installed[0] != lock:
        say("The lock has changed: making the environment anew.")
        shutil.rmtree(VENV)
    elif VENV.exists() and not PYTHON.exists():
        say(f"{VENV} has no Python any more: making it anew.")
        shutil.rmtree(VENV)
    for name, make, install in _ways():
        say(f"Installing what the lock says into {VENV} with {name} (Qt alone is 80 MB) ...")
        if _fill(lock, purpose, make, install):
            return
        say(f"It did not work with {name}.")
    raise NotInstalled(
        "The dependencies could not be installed: the lines above say why. uv, or pip"
        " (on a Debian: apt-get install python3-pip), and a way to the registry are needed."
    )


def say(line: str) -> None:
    """Tell whoever watches what happens next."""
    print(f"==> {line}", flush=True)


def _ways() -> Iterator[tuple[str, Command, Command]]:
    """The ways that exist here: a name, how to make the environment, how to install into it."""
    uv = shutil.which("uv")
    if uv:
        make = [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]
        yield "uv", make, [uv, "pip", "install", "--python", str(PYTHON)]
    pip = [sys.executable, "-m", "pip"]
    if _pip_version(pip) >= FIRST_PIP_WITH_PYTHON_OPTION:
        make = [sys.executable, "-m", "venv", "--without-pip", str(VENV)]
        yield "pip", make, [*pip, "--python", str(PYTHON), "install"]
    elif importlib.util.find_spec("ensurepip"):
        make = [sys.executable, "-m", "venv", str(VENV)]
        yield "its own pip", make, [str(PYTHON), "-m", "pip", "install"]


def _fill(lock: str, purpose: str, make: Command, install: Command) -> bool:
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(REQUIREMENTS[purpose])]
    # The build backend is among what was locked, so building ourselves fetches nothing.
    ourselves = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    if not PYTHON.exists() and not _runs(make):
        return False
    STAMP.write_text(f"{lock} unfinished\n", encoding="utf-8")
    if not (_runs([*install, *locked]) and _runs([*install, *ourselves])):
        return False
    STAMP.write_text(f"{lock} {purpose}\n", encoding="utf-8")
    return True


def _runs(command: Command) -> bool:
    # Someone's "always install for my user" would be refused inside an environment.
    pip = {"PIP_USER": "0", "PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(command, env={**os.environ, **pip}, cwd=ROOT).returncode == 0


def _pip_version(pip: Command) -> tuple[int, int]:
    answer = subprocess.run([*pip, "--version"], capture_output=True, text=True)
    found = re.match(r"pip (\d+)\.(\d+)", answer.stdout)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _read_stamp() -> list[str]:
    return STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []


def _lock_digest() -> str:
    digest = hashlib.sha256(f"{sys.executable} {sys.version}".encode())
    for path in (*REQUIREMENTS.values(), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()
