"""Draws cards in a process of its own: one that hangs, dies or takes all memory harms nobody.

The parent calls `carry_out_apart`; the child runs `main`, which is started by the program's own
front door. An order goes to the child by its standard input, its progress and the PDF come back.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any, TypeAlias

from soleus_desktop.ui.preview.order import Order, carry_out, counting, in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from soleus_desktop.cards.make import Cards

WORD = "--draw-cards"
"""What the front door is told in the child."""
MOST_BYTES = 1 << 30
MOST_S = 60
_LOOK_S = 0.1
_DIED = "the process that draws the cards ended by itself"
_MEMORY = f"drawing them takes more than {MOST_BYTES >> 30} GB of memory"


_Said: TypeAlias = "Cards | dict[str, int] | str"
"""What comes from a child: all of it, how far it is, or why there are no cards."""


class NotDrawn(Exception):
    """Why there are no cards, in words."""


def carry_out_apart(
    order: Order,
    resources: Path,
    told: Callable[[int, int], object],
    *,
    most_s: float = MOST_S,
    command: list[str] | None = None,
) -> Cards:
    """Return the PDF, which a child draws within `most_s`; else the child is ended.

    `told` is called again and again with how much is done, and of how much; what it raises ends
    the child. Raises NotDrawn.
    """
    child = subprocess.Popen(
        command or _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_surroundings(),
    )
    said: SimpleQueue[_Said] = SimpleQueue()
    asked = pickle.dumps((order, resources, most_s))
    talk = Thread(target=_talk, args=(child, asked, said), name="cards", daemon=True)
    talk.start()
    end, now = time.monotonic() + most_s, (0, 0)
    try:
        while True:
            told(*now)
            try:
                found = said.get(timeout=_LOOK_S)
            except Empty:
                if time.monotonic() > end:
                    raise NotDrawn(f"drawing them was stopped after {most_s:g} s") from None
                continue
            if isinstance(found, dict):
                now = found["done"], found["of"]
            elif isinstance(found, str):
                raise NotDrawn(found)
            else:
                return found
    finally:
        child.kill()
        child.wait()
        talk.join(_LOOK_S)  # it closes what leads to the child


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    # Not from the folder that a person happens to be in: there may be anything.
    return [sys.executable, "-P", "-m", "soleus_desktop", WORD]


def _surroundings() -> dict[str, str]:
    """Let the child find this very package."""
    here = str(Path(__file__).resolve().parents[3])
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
    }


def _talk(child: subprocess.Popen[bytes], asked: bytes, said: SimpleQueue[_Said]) -> None:
    """Hand the order over and put into a queue what comes back: progress, cards, or why none."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with child.stdin as to_child:
            to_child.write(asked)
        with child.stdout as from_child:
            for line in from_child:
                found = json.loads(line)
                if "size" in found:
                    said.put(_cards(found, from_child))
                    return
                said.put(found.get("failed") or found)
    except (OSError, ValueError):
        pass  # it died; that is said below
    said.put(_DIED)


def _cards(found: dict[str, Any], from_child: IO[bytes]) -> Cards | str:
    from soleus_desktop.cards.make import Cards

    data = from_child.read(found["size"])
    if len(data) != found["size"] or not data.startswith(b"%PDF-"):
        return _DIED
    return Cards(data, found["pages"], found["cards"], tuple(found["warnings"]))


# --- the child ------------------------------------------------------------------------------------


def main() -> int:
    """Draw what standard input asks for; end by itself when it takes too much."""
    if hasattr(os, "nice"):
        os.nice(5)  # the window comes first
    # By number: a program without a console has neither sys.stdin nor sys.stdout.
    with open(0, "rb", closefd=False) as asked:
        order, resources, most_s = pickle.load(asked)
    _bound(most_s)
    out = open(1, "wb", closefd=False)  # noqa: SIM115  to the end

    def tell(**what: object) -> None:
        out.write(json.dumps(what).encode() + b"\n")
        out.flush()

    try:
        from soleus_desktop.guide.load import load_guide

        guide = load_guide(resources / "guide")
        each = counting(order, lambda done, of: tell(done=done, of=of))
        cards = carry_out(order, guide, resources, each=each)
    except MemoryError:
        tell(failed=_MEMORY)
        return 1
    except Exception as error:  # whatever it is, a person is told
        tell(failed=in_words(error))
        return 1
    tell(size=len(cards.data), pages=cards.pages, cards=cards.cards, warnings=cards.warnings)
    out.write(cards.data)
    out.flush()
    return 0


def _bound(most_s: float) -> None:
    """Let the system end this process, should its parent be gone."""
    if sys.platform != "win32":
        import resource
        import signal

        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))
        signal.setitimer(signal.ITIMER_REAL, most_s + 1)
