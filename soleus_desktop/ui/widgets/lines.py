"""Text broken into lines, by a delegate that paints it or by a label that wraps it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_LONG_WORD = re.compile(r"\S{24}(?=\S)")
_WORD = re.compile(r"[a-z]+ ")
_MAY_BREAK = "\u200b"


def breakable(text: str) -> str:
    """Return the text with places to break in its long words, so that a label can wrap them."""
    return _LONG_WORD.sub(lambda part: part.group() + _MAY_BREAK, text)


def sentence(text: str) -> str:
    """Return the text with a capital letter, unless it begins with a name out of a file."""
    return text[:1].upper() + text[1:] if _WORD.match(text) else text


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
