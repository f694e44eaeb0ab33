"""How the benches measure: variants in turn within one run, medians, ratios."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def in_turn(
    variants: Mapping[str, Callable[[], object]],
    rounds: int,
    before: Mapping[str, Callable[[], object]] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, list[float]]:
    """Run the variants in turn; return each one's times in milliseconds, without a warm-up.

    What `before` names for a variant is done ahead of each run of it, and not timed. Work that
    waits for nothing is better told by the `clock` of the process: others on the machine then
    matter less.
    """
    times: dict[str, list[float]] = {name: [] for name in variants}
    for round_number in range(rounds + 1):
        for name, run in variants.items():
            if before and name in before:
                before[name]()
            began = clock()
            run()
            if round_number:
                times[name].append((clock() - began) * 1000)
    return times


def report(title: str, times: Mapping[str, list[float]], base: str, aim: str = "") -> None:
    """Print each variant's median, 95th percentile and ratio to the base's median."""
    print(f"\n{title}" + (f"   (aim: {aim})" if aim else ""))
    floor = statistics.median(times[base])
    for name, values in times.items():
        ordered = sorted(values)
        p95 = ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]
        middle = statistics.median(values)
        print(f"  {name:<44} {middle:9.3f} ms  p95 {p95:9.3f} ms  ratio {middle / floor:6.3f}")
