"""Run the trials and print what was seen: ``python -m tests.torture [NAME ...] [--budget SHARE]``.

A budget of 1 is the whole of it, 0.01 a hundredth.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.torture import disks, faults, fuzz, kills, leaving, power, races
from tests.torture.trial import Broken, Outcome

Trial = tuple[str, int, Callable[[int], Outcome]]
SEED = 20261122


# Qt is loaded when a trial needs it, and not in the children that are killed.


def _lives(steps: int) -> Outcome:
    from tests.torture import life

    return life.lives(steps, SEED)


def _random_events(events: int) -> Outcome:
    from tests.torture import window

    return window.random_events(events, SEED)


def _soak(rounds: int) -> Outcome:
    from tests.torture import window

    return window.soak(rounds)


TRIALS: dict[str, Trial] = {
    "saves": ("killed at a random moment of a save", 10_000, lambda n: kills.saves(n, SEED)),
    "journals": ("killed while writing a journal", 1000, lambda n: kills.journals(n, SEED)),
    "recoveries": ("killed while recovering", 1000, lambda n: kills.recoveries(n, SEED)),
    "upgrades": ("killed while upgrading", 1000, lambda n: kills.upgrades(n, SEED)),
    "rotations": ("killed while keeping versions", 1000, lambda n: kills.rotations(n, SEED)),
    "exports": ("killed while exporting", 1000, lambda n: kills.exports(n, SEED)),
    "calls": ("every call to the system failing", 1, lambda _: faults.every_call_fails()),
    "disk": ("a disk with less and less room", 500, faults.a_full_disk),
    "full": ("real disks that fill up", 400, disks.full_disks),
    "cuts": ("the power of a real disk cut", 200, lambda n: disks.power_cuts(n, SEED)),
    "power": ("the power cut, writes in any order", 1, lambda _: power.power_cuts()),
    "races": ("two programs saving one file", 6000, races.two_writers),
    "files": ("plan files mutated at random", 1_000_000, lambda n: fuzz.plan_files(n, SEED)),
    "leavings": ("the program left while it works", 300, lambda n: leaving.leavings(n, SEED)),
    "life": ("a plan's life, with crashes", 100_000, _lives),
    "window": ("random events in the window", 100_000, _random_events),
    "soak": ("open, edit, save, print for long", 1000, _soak),
}


def main() -> int:
    """Run what is asked for; 1 where something broke."""
    parser = argparse.ArgumentParser(
        prog="torture", description="Try what must never happen: files lost, torn or stale."
    )
    parser.add_argument("names", nargs="*", help=f"of: {', '.join(TRIALS)} (default: all)")
    parser.add_argument(
        "--budget", type=float, default=1.0, help="a share of the whole, as 0.01 (default: 1)"
    )
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in TRIALS]
    if unknown or not 0 < options.budget <= 10:
        parser.error(f"no such trial: {', '.join(unknown)}" if unknown else "a budget up to 10")
    broken = 0
    for name in options.names or TRIALS:
        what, times, run = TRIALS[name]
        begin = time.perf_counter()
        try:
            said = str(run(max(round(times * options.budget), 2)))
        except Broken as error:
            said, broken = f"BROKEN: {error}", broken + 1
        print(f"{name:11} {what}: {said} ({time.perf_counter() - begin:.0f} s)", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
