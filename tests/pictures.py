"""Pictures of the program for the README and the user's guide, of its real window.

``python -m tests.pictures [FOLDER]`` writes them all (Debian: apt-get install xvfb xdotool); they
stand in ``docs/pictures`` otherwise. The window runs under an X server of its own and is moved by
a real mouse where a drag is shown.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QListView

from soleus_desktop import paths
from soleus_desktop.storage.settings import Settings, save_settings
from soleus_desktop.ui.app import make_application
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from tests.ui.real_window import mouse
from tests.ui.x_server import x_server

ROOT = Path(__file__).resolve().parents[1]
PLANS = {
    "spring-trail": ROOT / "resources" / "samples" / "spring-trail.soleus",
    "Marathon autumn": ROOT / "resources" / "templates" / "foundation.soleus",
    "Ana, back to running": ROOT / "resources" / "templates" / "return-from-injury.soleus",
}
SIZE = (1366, 768)
SETTLED_MS = 700
Shots = Iterator[str]


class Photographer:
    """Goes through scenes, each a generator that sets something up and yields a picture's name."""

    def __init__(self, window: MainWindow, folder: Path, plans: Path) -> None:
        self.window, self.folder, self.plans = window, folder, plans

    def begin(self, shots: Shots) -> None:
        """Take the pictures, with time between them for the window to settle."""
        try:
            name = next(shots)
        except StopIteration:
            QApplication.exit(0)
            return
        QTimer.singleShot(SETTLED_MS, lambda: self._take(name, shots))

    def _take(self, name: str, shots: Shots) -> None:
        if name:
            screen = self.window.screen()
            corner = self.window.mapToGlobal(QPoint(0, 0))
            size = self.window.size()
            shot = screen.grabWindow(0, corner.x(), corner.y(), size.width(), size.height())
            assert shot.save(str(self.folder / f"{name}.png"))
        self.begin(shots)

    def usual(self) -> Shots:
        """The window at its usual size: start page, board, a typed line, a dialog, a drag."""
        bench = self.window.bench
        page = bench.stage.page
        assert page is not None
        while any(
            one.picture is None for one in (*page.templates.files.shown, *page.recent.files.shown)
        ):
            yield ""  # they are read in the background
        yield "start"
        bench.documents.load(self.plans / "Marathon autumn.soleus")
        bench.selection.select(1, 0)
        yield "board-light"
        bench.selection.select(1, 1)
        bench.fast_entry("seated 4x20 @12.5kg")
        yield "fast-entry"
        bench.quick_entry.close_up()
        bench.selection.select(1, 0)
        bench.choose_theme("dark")
        yield "board-dark"
        bench.choose_theme("light")
        yield from self.in_dialog("progress")
        bench.documents.load(self.plans / "spring-trail.soleus")
        bench.actions_by_id["next_finding"].trigger()
        yield "findings"
        yield from self.drag()

    def enlarged(self) -> Shots:
        """The same program on a screen that is set to 150 %."""
        self.window.bench.documents.load(self.plans / "Marathon autumn.soleus")
        yield "board-150"

    def drag(self) -> Shots:
        """An exercise of the library on its way over the board."""
        bench = self.window.bench
        listed = bench.library.findChild(QListView)
        assert listed is not None
        index = listed.model().index(5, 0)  # the walk, which does not go onto every day
        start = listed.viewport().mapToGlobal(listed.visualRect(index).center())
        end = self.day(0, 2) + QPoint(0, 30)

        def pull() -> None:
            mouse("mousemove", str(start.x()), str(start.y()))
            mouse("mousedown", "1")
            for part in range(1, 13):
                point = start + (end - start) * part / 12
                mouse("mousemove", str(point.x()), str(point.y()))
            mouse("mousemove", str(end.x() + 2), str(end.y() + 2))

        Thread(target=pull, daemon=True).start()
        yield ""
        yield ""
        yield "drag"
        Thread(target=lambda: mouse("mouseup", "1"), daemon=True).start()
        yield ""

    def day(self, week: int, day: int) -> QPoint:
        """Where a day is on the screen."""
        board = self.window.bench.board
        return board.viewport().mapToGlobal(board.visualRect(board.board.index(week, day)).center())

    def in_dialog(self, action: str) -> Shots:
        """Open a dialog by its action and take it by itself: there is no frame around it here."""
        QTimer.singleShot(0, self.window.bench.actions_by_id[action].trigger)
        yield ""
        over = QApplication.activeModalWidget()
        assert isinstance(over, QDialog)
        assert over.grab().save(str(self.folder / f"{action}.png"))
        over.reject()
        yield ""


def inside(folder: Path, scenes: str) -> int:
    """Show the window, on the display that the environment names, and take its pictures."""
    with tempfile.TemporaryDirectory() as name:
        plans, settings = Path(name) / "Plans", Path(name) / "settings"
        plans.mkdir()
        os.environ["HOME"] = name
        for title, source in PLANS.items():
            shutil.copy(source, plans / f"{title}.soleus")
        recent = tuple(str(plans / f"{title}.soleus") for title in PLANS)
        save_settings(settings, Settings(recent=recent, theme="light"))
        app = make_application()
        window = MainWindow(paths.resources(), Preferences(settings), at_start=True)
        window.resize(*SIZE)
        window.move(0, 0)
        window.show()
        window.activateWindow()
        photographer = Photographer(window, folder, plans)
        shots: Callable[[], Shots] = getattr(photographer, scenes)
        QTimer.singleShot(2 * SETTLED_MS, lambda: photographer.begin(shots()))
        QTimer.singleShot(60_000, lambda: QApplication.exit(3))
        return app.exec()


def main() -> int:
    """Start a server for each size of the screen, and take the pictures there."""
    if len(sys.argv) == 4 and sys.argv[1] == "--inside":
        return inside(Path(sys.argv[2]), sys.argv[3])
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for scenes, scale in (("usual", 1.0), ("enlarged", 1.5)):
        width, height = (round(side * scale) for side in SIZE)
        with x_server(f"{width}x{height}") as environment:
            command = [sys.executable, "-m", "tests.pictures", "--inside", str(folder), scenes]
            done = subprocess.run(
                command, env=environment | {"QT_SCALE_FACTOR": str(scale)}, cwd=ROOT, check=False
            )
        if done.returncode != 0:
            return done.returncode
    sys.stdout.write(f"The pictures are in {folder}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
