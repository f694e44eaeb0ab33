"""From the start of the process to the first painted frame, against a bare QMainWindow.

Each run is a process of its own, variants in turn, byte code written and warm.
Run: ``python -m tests.bench.bench_start``
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from soleus_desktop.storage.plan_file import plan_bytes
from tests.bench.timing import report
from tests.bench.year import the_guide, year

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 11

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.processEvents()
"""
OURS = """
import sys, time
from pathlib import Path
from soleus_desktop.ui.app import make_application, open_window
app = make_application()
window = open_window(Path(sys.argv[1]) if sys.argv[1:] else None)
app.processEvents()
"""
TAIL = """
print(time.monotonic_ns(), *sorted({name.partition(".")[0] for name in sys.modules}
      & {"pydantic", "pydantic_core", "reportlab"}))
sys.stdout.flush()
import os; os._exit(0)
"""


def _first_frame_ms(code: str, *arguments: str) -> tuple[float, list[str]]:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": CONFIG}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", code + TAIL, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    end, *loaded = done.stdout.split()
    return (int(end) - began) / 1e6, loaded


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        global CONFIG
        CONFIG = folder
        file = Path(folder, "year.soleus")
        file.write_bytes(plan_bytes(year(the_guide())))
        variants = {
            "a bare QMainWindow": (BARE,),
            "our window, empty plan": (OURS,),
            "our window, a year's plan on the board": (OURS, str(file)),
        }
        times: dict[str, list[float]] = {name: [] for name in variants}
        loaded: dict[str, list[str]] = {}
        for round_number in range(ROUNDS + 1):
            for name, call in variants.items():
                ms, loaded[name] = _first_frame_ms(*call)
                if round_number:
                    times[name].append(ms)
    report("First frame", times, "a bare QMainWindow", "empty 1.35, year 2.0")
    print("  loaded at the first frame of the empty window:", *(loaded["our window, empty plan"] or ["neither pydantic nor ReportLab"]))


CONFIG = ""

if __name__ == "__main__":
    main()
