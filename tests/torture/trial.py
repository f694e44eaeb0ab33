"""What the trials share: a result, the way they fail, and a child that is killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
KILLED_WITHIN_S = 0.06
HARMLESS = (
    "This plugin does not support",
    "OpenType support missing for",  # a machine's fonts know not each script of pasted garbage
)
"""How warnings of Qt's begin that say nothing of the program."""


class Broken(AssertionError):
    """Something was lost, torn or stale."""


class Outcome(NamedTuple):
    """How often it was tried, and what was seen, by name."""

    tried: int
    seen: dict[str, object]

    def __str__(self) -> str:
        return f"{self.tried} tried; " + ", ".join(f"{n} {v}" for n, v in self.seen.items())


def killed(work: Callable[[Callable[[int], None]], None], chance: random.Random) -> int:
    """Run the work in a child and kill it at a random moment; return what it last acknowledged.

    The work is handed a function that acknowledges a number; -1 is returned where it got to none.
    A child that ends by itself has broken.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.close(read)
            work(lambda number: os.write(write, b"%d\n" % number) and None)
        except BaseException as error:  # told by the exit code: nobody else listens
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            code = 71
        finally:
            os._exit(code)
    os.close(write)
    time.sleep(chance.random() * KILLED_WITHIN_S)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(read, "rb") as said:
        numbers = [int(line) for line in said.read().splitlines()]
    if not os.WIFSIGNALED(status):
        raise Broken(f"the child ended by itself with {os.waitstatus_to_exitcode(status)}")
    return max(numbers, default=-1)
