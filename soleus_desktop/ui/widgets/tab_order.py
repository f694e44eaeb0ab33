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
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
        if by_tab and widget.window() is before.window():
            QWidget.setTabOrder(before, widget)
            before = widget
