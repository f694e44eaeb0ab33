"""Starts the window: the one place where paths, guide, settings and window come together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from soleus_desktop import __version__, paths
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.windows import Windows


def start(files: Sequence[Path]) -> int:
    """Show a window for each file, or one with the start page; return when all are closed."""
    app = make_application()
    windows = make_windows()
    for file in files:
        windows.open(file)
    if not files:
        windows.open(None)
    windows.all[0].furnished.connect(lambda: _look_after_crash(windows))
    result = app.exec()
    windows.all.clear()
    return result


def make_application() -> QApplication:
    """Return the application with its names and style."""
    QApplication.setApplicationName("soleus-desktop")
    QApplication.setApplicationDisplayName("Soleus Desktop")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("soleus-desktop")
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    return app


def make_windows() -> Windows:
    """Return what opens the program's windows, which share their settings."""
    preferences = Preferences(paths.settings_folder())

    def make(file: Path | None, at_start: bool) -> MainWindow:
        return MainWindow(
            paths.resources(),
            preferences,
            file,
            templates=paths.templates_folder(),
            data=paths.data_folder(),
            state=paths.state_folder(),
            at_start=at_start and preferences.settings.start_page,
        )

    return Windows(make)


def open_window(file: Path | None) -> MainWindow:
    """Show a window with the plan of this file; with an empty plan where it cannot be read.

    Without a file it begins with the start page, unless a person does not want that.
    """
    return make_windows().open(file)


def _look_after_crash(windows: Windows) -> None:
    """Look for what was not saved; once there is a window to show it in."""
    from soleus_desktop.ui.recovery.offer import Recovery

    windows.recovery = Recovery(paths.state_folder(), windows, windows)
    windows.recovery.look()
