"""The program's windows, several of them, over folders of a test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.windows import Windows
from tests.ui.conftest import RESOURCES


def some_windows(folder: Path) -> Iterator[Windows]:
    """Yield what opens windows; in the end they go as those of a program that was killed."""
    preferences = Preferences(folder / "settings")

    def make(file: Path | None, at_start: bool) -> MainWindow:
        return MainWindow(RESOURCES, preferences, file, state=folder / "state", at_start=at_start)

    made = Windows(make)
    yield made
    for window in list(made.all):
        bench = window.bench
        bench.work.finish()
        QApplication.processEvents()
        if bench.safekeeping:
            bench.safekeeping.close(discarded=False)
        bench.session.stack.setClean()
        window.close()
    QApplication.processEvents()
    made.deleteLater()
