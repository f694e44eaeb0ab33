"""Opening a year's plan against json.loads; saving it against its parts and for the window.

The parts of a save: the plan as bytes, the same read back as the proof wants it, the bytes written
to a new file and flushed to the disk. The window's wait is the longest time that another thread
does not come to its turn while a plan is saved.

Run: ``python -m tests.bench.bench_files``
"""

from __future__ import annotations

import json
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.adapter import plan_adapter
from soleus_desktop.storage.atomic import write_file
from soleus_desktop.storage.plan_file import plan_bytes, read_plan, save_plan
from soleus_desktop.storage.reader import validated
from soleus_desktop.storage.syntax import parse
from soleus_desktop.storage.writer import proved_bytes
from tests.bench.timing import in_turn, report
from tests.bench.year import the_guide, year

ROUNDS = 40


def main() -> None:
    """Measure and print."""
    guide = the_guide()
    plan = year(guide)
    data = plan_bytes(plan)
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:  # a disk, not memory
        opening(data, guide)
        saving(plan, guide, Path(folder))
        waiting(plan, guide, Path(folder) / "plan.soleus")


def opening(data: bytes, guide: Guide) -> None:
    """Opening, with the steps it is made of."""
    tree, _ = parse(data)
    unknown = data.replace(b'"version": 1,', b'"version": 1, "made_by": "another program",')
    times = in_turn(
        {
            "json.loads": lambda: json.loads(data),
            "the strict look at the text": lambda: parse(data),
            "the types": lambda: validated(tree),
            "pydantic alone, from the text": lambda: plan_adapter().validate_json(data),
            "open": lambda: read_plan(data, guide),
            "open with an unknown key": lambda: read_plan(unknown, guide),
        },
        ROUNDS,
    )
    report(f"Opening a year's plan, {len(data) / 1e6:.2f} MB", times, "json.loads", "open 2.5")


def saving(plan: Plan, guide: Guide, folder: Path) -> None:
    """Saving, and its parts one after the other."""
    data = plan_bytes(plan)

    def write_and_flush() -> None:
        with (folder / "bare").open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def parts() -> None:
        read_plan(plan_bytes(plan), guide)
        write_and_flush()

    times = in_turn(
        {
            "its parts, one after the other": parts,
            "the plan as bytes": lambda: plan_bytes(plan),
            "the plan as proved bytes": lambda: proved_bytes(plan, guide),
            "write and flush alone": write_and_flush,
            "write in one piece, read back, exchange": lambda: write_file(folder / "x", data),
            "save": lambda: save_plan(plan, folder / "plan.soleus", guide),
        },
        ROUNDS,
    )
    report("Saving it", times, "its parts, one after the other", "save 1.3")


def waiting(plan: Plan, guide: Guide, path: Path) -> None:
    """How long the window's thread waits for its turn while another saves."""
    print("\nThe longest wait of another thread   (aim: save 2 ms)")
    jobs: dict[str, Callable[[], object]] = {
        "nothing done": lambda: time.sleep(0.03),
        "the plan as bytes, at a stretch": lambda: plan_bytes(plan),
        "save": lambda: save_plan(plan, path, guide),
    }
    waits = {name: [_longest_wait(job) for _ in range(ROUNDS)] for name, job in jobs.items()}
    for name, values in waits.items():
        ordered = sorted(values)
        p95 = ordered[int(len(ordered) * 0.95)]
        print(f"  {name:<44} {statistics.median(values):9.3f} ms  p95 {p95:9.3f} ms")


def _longest_wait(job: Callable[[], object]) -> float:
    worker = threading.Thread(target=job)
    longest, last = 0.0, time.perf_counter()
    worker.start()
    while worker.is_alive():
        time.sleep(0.0002)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest * 1000


if __name__ == "__main__":
    main()
