"""The cards' typeface: registered once a process; how wide words are, and where lines break."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from soleus_desktop.cards.look import Style

FACES = {
    "regular": "SourceSans3-Regular",
    "semibold": "SourceSans3-Semibold",
    "bold": "SourceSans3-Bold",
    "italic": "SourceSans3-It",
}
MISSING = "\u25a1"
"""Stands in print for a character that the typeface has not."""

ROUNDING = 1e-6

_WORDS_AND_GAPS = re.compile(r" +|[^ ]+")


class _Widths(dict[str, float]):
    """Width of each character at size 1, asked of the font when first met."""

    def __init__(self, face: str) -> None:
        self._font: Any = pdfmetrics.getFont(face)

    def __missing__(self, character: str) -> float:
        width: float = self._font.stringWidth(character, 1)
        self[character] = width
        return width


class Typeface:
    """The four faces, ready to measure and to print with."""

    def __init__(self, folder: Path) -> None:
        for face in FACES.values():
            data = (folder / f"{face}.ttf").read_bytes()
            pdfmetrics.registerFont(TTFont(face, io.BytesIO(data), asciiReadable=False))
        self._widths = {face: _Widths(name) for face, name in FACES.items()}
        glyphs = [set(pdfmetrics.getFont(name).face.charToGlyph) for name in FACES.values()]
        self.known = frozenset(map(chr, set.intersection(*glyphs)))
        self.lines = lru_cache(maxsize=1024)(self._lines)

    def width(self, text: str, style: Style) -> float:
        """Return the width in points of printable text on one line."""
        widths = self._widths[style.face]
        return style.size * sum([widths[character] for character in text])

    def printable(self, text: str) -> str:
        """Return the text as it can be printed: composed, tabs as spaces, what lacks as a box."""
        if text.isascii() and text.isprintable():
            return text
        text = unicodedata.normalize("NFC", text).replace("\t", "    ")
        known = self.known
        return "".join([c if c in known or c == "\n" else MISSING for c in text])

    def fitted(self, text: str, style: Style, width: float) -> str:
        """Return the text on one line, visibly shortened with an ellipsis where it is too long."""
        line = self.printable(text).replace("\n", " ")
        if self.width(line, style) <= width:
            return line
        room = width - self.width("\u2026", style)
        return line[: self._fitting(line, style, room)].rstrip() + "\u2026"

    def _lines(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Break text into lines no wider than `width` points; ``""`` has none.

        Lines break at spaces; a word longer than the line is broken where it must be. Blank
        lines inside stay, at the end they go.
        """
        lines: list[str] = []
        for paragraph in self.printable(text).rstrip().split("\n"):
            lines += self._paragraph(paragraph, style, width)
        return tuple(lines) if any(lines) else ()

    def _paragraph(self, text: str, style: Style, width: float) -> list[str]:
        if self.width(text, style) <= width:  # most are a line
            return [text.rstrip()]
        lines: list[str] = []
        line, line_w = "", 0.0
        for token in _WORDS_AND_GAPS.findall(text):
            token_w = self.width(token, style)
            if line_w + token_w > width + ROUNDING:
                if token[0] == " ":  # the break stands for the gap
                    lines.append(line)
                    line, line_w = "", 0.0
                    continue
                if line.strip():
                    lines.append(line.rstrip())
                    line, line_w = "", 0.0
                while token_w > width - line_w + ROUNDING:
                    cut = self._fitting(token, style, width - line_w)
                    cut = cut if line else max(1, cut)  # an empty line takes a letter at least
                    lines.append((line + token[:cut]).rstrip())
                    token, line, line_w = token[cut:], "", 0.0
                    token_w = self.width(token, style)
            line += token
            line_w += token_w
        return [*lines, line.rstrip()]

    def _fitting(self, text: str, style: Style, width: float) -> int:
        """Return how many characters from the start fit."""
        widths, used = self._widths[style.face], 0.0
        for count, character in enumerate(text):
            used += widths[character] * style.size
            if used > width + ROUNDING:
                return count
        return len(text)


@cache
def typeface(folder: Path) -> Typeface:
    """Return the typeface of this folder of TrueType files, read once.

    Raises OSError naming the file where one is missing.
    """
    return Typeface(folder)
