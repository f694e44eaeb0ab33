"""Starts the window: the one place where paths, guide, settings and window come together."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from soleus_desktop import __version__, paths
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.trouble.hooks import Trouble
from soleus_desktop.ui.trouble.log import LOG, Log
from soleus_desktop.ui.windows import Windows

SWITCH_S = 0.0001
"""For so long a thread goes on when the window's wants to; Python's own 5 ms, again and again, make
a resize beside a thread that draws cards take three times as long as alone.
"""


def start(files: Sequence[Path]) -> int:
    """Show a window for each file, or one with the start page; return when all are closed.

    Returns 128 and the number of a signal that ended it.
    """
    log = Log(paths.state_folder())
    crashed = log.catch_faults()
    app = make_application()
    windows = make_windows()
    log.listen()
    trouble = Trouble(windows.flush, log.write, app)
    for file in files:
        windows.open(file)
    if not files:
        windows.open(None)
    windows.all[0].furnished.connect(lambda: _settle(app, windows, crashed=crashed))
    result = app.exec()
    windows.leave_all()
    windows.all.clear()
    trouble.stop()
    log.deafen()
    return result


def make_application() -> QApplication:
    """Return the application with its names and style."""
    sys.setswitchinterval(SWITCH_S)
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
        window = MainWindow(
            paths.resources(),
            preferences,
            file,
            templates=paths.templates_folder(),
            data=paths.data_folder(),
            state=paths.state_folder(),
            at_start=at_start and preferences.settings.start_page,
        )
        if not preferences.settings.geometry:  # no window has ever been closed
            window.furnished.connect(lambda: window.bench.board.begin_with_days())
        return window

    return Windows(make)


def open_window(file: Path | None) -> MainWindow:
    """Show a window with the plan of this file; with an empty plan where it cannot be read.

    Without a file it begins with the start page, unless a person does not want that.
    """
    return make_windows().open(file)


def _settle(app: QApplication, windows: Windows, *, crashed: bool) -> None:
    """Do what can wait for the first window: hear signals, look for what was not saved."""
    from soleus_desktop.ui.collector import Collector
    from soleus_desktop.ui.recovery.offer import Recovery
    from soleus_desktop.ui.trouble.ending import Ending

    Collector(app)
    Ending(app, windows.flush)
    state, say = paths.state_folder(), windows.all[0].bench.status.say
    if state is None:
        say("There is no home folder: neither settings nor unsaved changes are kept")
        return
    if crashed:
        say(f"The program crashed before; {state / LOG} says where")
    windows.recovery = Recovery(state, windows, windows)
    windows.recovery.look()
