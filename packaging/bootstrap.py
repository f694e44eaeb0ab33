"""From a fresh checkout to the running program, or to a tested one, with Python alone.

python3 packaging/bootstrap.py run     the window on a sample plan; without a display, the same
                                       plan checked and its cards written to a PDF
python3 packaging/bootstrap.py test    the whole test suite (more words go to pytest)
python3 packaging/bootstrap.py torture what must never happen to a file, tried thousands of times
                                       (more words go on to it, as --budget 0.1)
python3 packaging/bootstrap.py lock    renew the lock after a change of pyproject.toml (needs uv)
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - here any Python 3 still understands us
    HERE = ".".join(map(str, sys.version_info[:3]))
    sys.exit(f"Soleus Desktop needs Python 3.11 or newer; this is {HERE}.")

import argparse
import os
import shutil
import subprocess

import environment
import system
from environment import PYTHON, REQUIREMENTS, ROOT, say

SHIPPED = ROOT / "resources" / "samples" / "spring-trail.soleus"
SAMPLE = ROOT / "build" / "sample.soleus"
CARDS = ROOT / "build" / "sample-cards.pdf"
EXPORTED = "# Written from uv.lock by `bootstrap.py lock`, for pip: not to be changed by hand.\n"
FOUND_SOMETHING = 1  # how `soleus check` ends when it did its work and has something to say


class Failed(Exception):
    """A step did not end well; the message says which."""


def main() -> int:
    """Do what the command line says; answers with the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("command", choices=("run", "test", "torture", "lock"))
    arguments, rest = parser.parse_known_args()
    if rest and arguments.command not in ("test", "torture"):
        parser.error(f"{arguments.command} takes no further words: {' '.join(rest)}")
    try:
        if arguments.command == "run":
            return run()
        if arguments.command == "torture":
            return torture(rest)
        return test(rest) if arguments.command == "test" else lock()
    except (Failed, environment.NotInstalled, system.Missing, OSError) as error:
        print(f"bootstrap: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run() -> int:
    """Open the sample plan in the window, or do without one what the window would do with it."""
    environment.prepare("run")
    if not SAMPLE.exists():
        SAMPLE.parent.mkdir(exist_ok=True)
        shutil.copyfile(SHIPPED, SAMPLE)  # a copy, to be changed at will
    if _can_open_a_window():
        say(f"Opening {SAMPLE}")
        return subprocess.run([str(PYTHON), "-m", "soleus_desktop", str(SAMPLE)]).returncode
    say(f"Checking {SAMPLE}")
    _soleus("check", str(SAMPLE), well=(0, FOUND_SOMETHING))
    say("Printing its cards")
    _soleus("cards", str(SAMPLE), "-o", str(CARDS))
    say(f"The cards are in {CARDS}")
    return 0


def test(pytest_arguments: list[str]) -> int:
    """Run the whole suite; answers with pytest's exit code."""
    system.provide(system.for_the_tests(), "the whole test suite")
    environment.prepare("test")
    say("Testing")
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    on_every_core = ["-n", "auto", "--dist", "worksteal"]
    command = [str(PYTHON), "-m", "pytest", *on_every_core, *pytest_arguments]
    return subprocess.run(command, cwd=ROOT, env=offscreen).returncode


def torture(words: list[str]) -> int:
    """Try again and again what must never happen; answers with 1 where it did."""
    environment.prepare("test")
    return subprocess.run([str(PYTHON), "-m", "tests.torture", *words], cwd=ROOT).returncode


def lock() -> int:
    """Lock all dependencies anew in uv.lock, and write from it what pip reads."""
    uv = shutil.which("uv")
    if not uv:
        raise Failed("locking needs uv (https://docs.astral.sh/uv).")
    registry = ["--default-index", "https://pypi.org/simple"]
    _well([uv, "lock", "--upgrade", *registry], "locking")
    for purpose, groups in (("run", ["--no-dev", "--group", "build"]), ("test", ["--all-groups"])):
        say(f"Writing {REQUIREMENTS[purpose]}")
        export = [uv, "export", "--quiet", "--locked", "--no-emit-project", "--no-annotate"]
        export += ["--no-header", "--format", "requirements-txt", *groups, *registry]
        answer = subprocess.run(export, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        if answer.returncode != 0:
            raise Failed(f"exporting the lock failed with exit code {answer.returncode}.")
        REQUIREMENTS[purpose].write_text(EXPORTED + answer.stdout, encoding="utf-8")
    return 0


def _can_open_a_window() -> bool:
    if not system.has_display():
        say("There is no display here, so the plan is checked and printed without the window.")
        return False
    try:
        system.provide(system.for_the_window(), "the window")
    except system.Missing as missing:
        say(f"{missing}\n==> Until then the plan is checked and printed without the window.")
        return False
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    answer = subprocess.run([str(PYTHON), "-c", probe], capture_output=True, text=True)
    if answer.returncode != 0:
        say(f"Qt cannot open a window here, so it goes on without one.\n{answer.stderr.strip()}")
    return answer.returncode == 0


def _soleus(*arguments: str, well: tuple[int, ...] = (0,)) -> None:
    _well([str(PYTHON), "-m", "soleus_desktop.cli", *arguments], f"soleus {arguments[0]}", well)


def _well(command: list[str], step: str, well: tuple[int, ...] = (0,)) -> None:
    code = subprocess.run(command, cwd=ROOT).returncode
    if code not in well:
        raise Failed(f"{step} failed with exit code {code}.")


if __name__ == "__main__":
    sys.exit(main())
