"""What a person sees of a window: words that are cut, controls without a name, markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6 import QtGui
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QScrollArea, QWidget

_WORD = re.compile(r"[^\s\u200b-]+-?")
"""What stays on one line: labels break at blanks, hyphens, and where we let them."""


def nameless(window: QWidget) -> list[str]:
    """The controls that Tab goes to and assistive technology has no name for."""
    return [
        described(widget)
        for widget in _visible(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")  # the inside of one of Qt's own
        and not spoken(widget)
    ]


def spoken(widget: QWidget) -> str:
    """The name that assistive technology is told."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)).strip()


def cut(window: QWidget) -> list[str]:
    """Labels and buttons that are smaller than their words, or stick out of what holds them."""
    return [
        f"{described(widget)} {why}"
        for widget in _visible(window)
        if isinstance(widget, QLabel | QAbstractButton) and widget.text()  # type: ignore[union-attr]
        for why in _cut(widget)
    ]


def marked_up(window: QWidget) -> list[str]:
    """What would take a text for markup, were there any in it: labels, messages and tooltips."""
    widgets = [window, *window.findChildren(QWidget)]
    found = [
        f"{described(one)} takes markup"
        for one in widgets
        if isinstance(one, QLabel | QMessageBox)
        and one.textFormat() != Qt.TextFormat.PlainText
        and one.text()  # a picture has none
        and not one.objectName().startswith("qt_")  # the inside of one of Qt's own
    ]
    tips = [one.toolTip() for one in (*widgets, *window.findChildren(QAction))]
    return found + [
        f"the tooltip {tip[:40]!r} is markup"
        for tip in tips
        if QtGui.Qt.mightBeRichText(tip) and not tip.startswith("<qt>")  # ours, each text escaped
    ]


def described(widget: QWidget) -> str:
    """Say which widget it is."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} {name[:40]!r}"


def _visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def _cut(widget: QWidget) -> Iterator[str]:
    wanted, has = widget.sizeHint(), widget.size()
    if isinstance(widget, QLabel) and widget.wordWrap():
        tall = widget.heightForWidth(has.width())
        if tall > has.height():
            yield f"needs {tall} of {has.height()} in height"
        words = _WORD.findall(widget.text())
        broad = max(map(widget.fontMetrics().horizontalAdvance, words), default=0)
        if broad > has.width():
            yield f"needs {broad} of {has.width()} for a word"
    elif wanted.width() > has.width() or wanted.height() > has.height():
        yield f"needs {wanted.width()} x {wanted.height()} of {has.width()} x {has.height()}"
    outside = _outside(widget)
    if outside:
        yield f"sticks out by {outside}"


def _outside(widget: QWidget) -> int:
    """By how many pixels a widget sticks out of what holds it and cannot be scrolled."""
    most, child = 0, widget
    while (parent := child.parentWidget()) is not None and not child.isWindow():
        if isinstance(parent.parentWidget(), QScrollArea):
            area = QRect(QPoint(), parent.size())
            at = QRect(widget.mapTo(parent, QPoint()), widget.size())
            return max(most, at.right() - area.right(), -at.left())  # it scrolls up and down
        at = QRect(widget.mapTo(parent, QPoint()), widget.size())
        room = parent.rect()
        most = max(most, at.right() - room.right(), at.bottom() - room.bottom())
        most = max(most, -at.left(), -at.top())
        child = parent
    return most
