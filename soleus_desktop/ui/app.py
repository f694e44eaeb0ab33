"""Starts the window: the one place where paths, guide, settings and window come together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from soleus_desktop import __version__, paths
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences


def start(files: Sequence[Path]) -> int:
    """Show a window for each file, or one with the start page; return when all are closed."""
    app = make_application()
    windows = [open_window(file) for file in files] or [open_window(None)]
    result = app.exec()
    windows.clear()
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


def open_window(file: Path | None) -> MainWindow:
    """Show a window with the plan of this file; with an empty plan where it cannot be read.

    Without a file it begins with the start page, unless a person does not want that.
    """
    preferences = Preferences(paths.settings_folder())
    window = MainWindow(
        paths.resources(),
        preferences,
        file,
        templates=paths.templates_folder(),
        data=paths.data_folder(),
        state=paths.state_folder(),
        at_start=file is None and preferences.settings.start_page,
    )
    window.show()
    return window
