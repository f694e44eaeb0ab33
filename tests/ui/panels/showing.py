"""Show a panel in a window, and find its fields by the names that assistive technology hears."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def show_in(window: QWidget, panel: W, qtbot: QtBot) -> W:
    """Show the panel in the window, exposed and active."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(panel)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    return panel


def named(within: QWidget, kind: type[W], name: str) -> W:
    """Return the visible widget of this kind whose accessible name or text is `name`."""
    found = [
        widget
        for widget in within.findChildren(kind)
        if widget.isVisible()
        and name in (widget.accessibleName(), getattr(widget, "text", str)().replace("&", ""))
    ]
    assert len(found) == 1, f"{len(found)} visible {kind.__name__} called {name!r}"
    return found[0]
