"""Text broken into a few lines for a delegate that paints it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def broken(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return the text on at most so many lines of this width, the last one elided if need be."""
    lines: list[str] = []
    words = text.split(" ")
    while words:
        if len(lines) == most - 1:
            rest = " ".join(words)
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        fits = 1
        while fits < len(words) and metrics.horizontalAdvance(" ".join(words[: fits + 1])) <= width:
            fits += 1
        line = " ".join(words[:fits])
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
        words = words[fits:]
    return lines
