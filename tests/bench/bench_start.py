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

STAMP = """
import os, resource, sys, time

def stamp(*_):
    cpu = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    loaded = {name.partition(".")[0] for name in sys.modules}
    print(time.monotonic_ns(), cpu, *sorted(loaded & {"pydantic", "pydantic_core", "reportlab"}))
    sys.stdout.flush()
    os._exit(0)
"""
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        QTimer.singleShot(0, stamp)

app = QApplication([])
window = Window()
window.resize(1366, 800)
window.show()
app.exec()
"""
FRAME = """
from pathlib import Path
from soleus_desktop.ui.app import make_application, open_window
from soleus_desktop.ui.main_window import MainWindow

MainWindow.furnish = stamp  # called as soon as the first frame is on the screen
app = make_application()
window = open_window(None)
app.exec()
"""
FILLED = """
from pathlib import Path
from PySide6.QtCore import QTimer
from soleus_desktop import paths
from soleus_desktop.ui.app import make_application, open_window
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences

furnish = MainWindow.furnish

def furnished(window):
    furnish(window)
    shown = window.bench.stage.page or window.bench.board
    paint = shown.paintEvent

    def painted(event):
        paint(event)
        QTimer.singleShot(0, stamp)

    shown.paintEvent = painted

MainWindow.furnish = furnished
app = make_application()
if sys.argv[1] == "board":
    window = MainWindow(paths.resources(), Preferences(paths.settings_folder()))
    window.show()
else:
    window = open_window(Path(sys.argv[1]) if sys.argv[1] != "start" else None)
app.exec()
"""


def _first_frame(code: str, settings: str, *arguments: str) -> tuple[float, float, list[str]]:
    """Return the milliseconds from the start, those on the processor, what was loaded."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": settings}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-c", STAMP + code, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    end, cpu_s, *loaded = done.stdout.split()
    return (int(end) - began) / 1e6, float(cpu_s) * 1000, loaded


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "year.soleus")
        file.write_bytes(plan_bytes(year(the_guide())))
        variants = {
            "a bare QMainWindow": (BARE,),
            "our window, its first frame": (FRAME,),
            "our window, board and panels": (FILLED, "board"),
            "our window, the start page": (FILLED, "start"),
            "our window, a year's plan on the board": (FILLED, str(file)),
        }
        wall: dict[str, list[float]] = {name: [] for name in variants}
        cpu: dict[str, list[float]] = {name: [] for name in variants}
        loaded: dict[str, list[str]] = {}
        for round_number in range(ROUNDS + 1):
            for name, call in variants.items():
                wall_ms, cpu_ms, loaded[name] = _first_frame(call[0], folder, *call[1:])
                if round_number:
                    wall[name].append(wall_ms)
                    cpu[name].append(cpu_ms)
    report("First frame", wall, "a bare QMainWindow", "first frame 1.35, year 2.0")
    report("First frame, time on the processor", cpu, "a bare QMainWindow")
    early = loaded["our window, the start page"]
    print(f"  loaded with the start page: {' '.join(early) or 'neither pydantic nor ReportLab'}")


if __name__ == "__main__":
    main()
