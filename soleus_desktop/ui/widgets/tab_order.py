"""The way that Tab takes through parts that are made only when they are needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_after(before: QWidget, part: QWidget) -> None:
    """Let Tab go from a widget to the fields of `part`, and on to where it went before.

    What is made later would come last of all, whatever stands beside it. Both have to be in the
    same window already.
    """
    for widget in (part, *part.findChildren(QWidget)):
        if _by_tab(widget) and widget.window() is before.window():
            QWidget.setTabOrder(before, widget)
            before = widget


def next_stop(part: QWidget, here: QWidget, *, back: bool = False) -> QWidget:
    """Return where Tab goes from a widget, staying within `part` and round its ends."""
    stop: QWidget | None = here
    while stop is not None:
        stop = stop.previousInFocusChain() if back else stop.nextInFocusChain()
        if stop is None or stop is here:
            break
        if _by_tab(stop) and stop.isVisible() and part.isAncestorOf(stop):
            return stop
    return here


def _by_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.focusProxy()
