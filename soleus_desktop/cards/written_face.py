"""The face in which a viewer sets what is written into fields: all that a keyboard of ours types.

What pages are set in has only the letters that they show, by numbers of its own. A viewer has to
find letters by what they are, so this one says so: TrueType with a table by Unicode.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFontMaker, TTFontParser

from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.typeface import FACES

NAME = f"FILLED+{FACES['regular']}"
FIRST, LAST = 32, 255
NON_SYMBOLIC = 32
STEM = 88
"""How thick upright strokes are, in thousandths: PDF asks, viewers that have the face do not."""


def write_face(file: PdfFile) -> int:
    """Put the face into the PDF; return its number."""
    font: Any = pdfmetrics.getFont(FACES["regular"]).face
    letters = [bytes([code]).decode("cp1252", "ignore") for code in range(FIRST, LAST + 1)]
    wanted = sorted(ord(letter) for letter in letters if letter and ord(letter) in font.charWidths)
    face, descriptor, drawings = file.number(), file.number(), file.number()
    data = _subset(font, wanted)
    file.stream(drawings, f"/Length1 {len(data)}", data)
    box = " ".join([str(round(corner)) for corner in font.bbox])
    file.add(
        descriptor,
        f"<</Type/FontDescriptor/FontName/{NAME}/Flags {NON_SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle 0/StemV {STEM}/Ascent {font.ascent:.0f}/Descent {font.descent:.0f}"
        f"/CapHeight {font.capHeight:.0f}/FontFile2 {drawings} 0 R>>",
    )
    widths = [f"{font.charWidths.get(ord(c), 0) if c else 0:.0f}" for c in letters]
    file.add(
        face,
        f"<</Type/Font/Subtype/TrueType/BaseFont/{NAME}/Encoding/WinAnsiEncoding/FirstChar {FIRST}"
        f"/LastChar {LAST}/Widths[{' '.join(widths)}]/FontDescriptor {descriptor} 0 R>>",
    )
    return face


def _subset(font: Any, codes: list[int]) -> bytes:
    """Return the face with these letters alone, and a table that finds them by Unicode."""
    small: Any = TTFontParser(io.BytesIO(font.makeSubset(codes)))
    maker: Any = TTFontMaker()
    for tag in small.table:
        maker.add(tag, small.get_table(tag))
    maker.add("cmap", _by_unicode(font, codes))
    data: bytes = maker.makeStream()
    return data


def _by_unicode(font: Any, codes: list[int]) -> bytes:
    """Return the table of letters, which `makeSubset` numbers in their order."""
    drawings = list(dict.fromkeys([0, *[font.charToGlyph[code] for code in codes]]))
    runs: list[list[int]] = []  # first and last code, first drawing
    for code in codes:
        drawing = drawings.index(font.charToGlyph[code])
        if runs and code == runs[-1][1] + 1 and drawing - runs[-1][2] == code - runs[-1][0]:
            runs[-1][1] = code
        else:
            runs.append([code, code, drawing])
    runs.append([0xFFFF, 0xFFFF, 0])
    count = len(runs)
    power = 1 << (count.bit_length() - 1)
    head = (2 * count, 2 * power, power.bit_length() - 1, 2 * (count - power))
    columns = (
        *[last for _, last, _ in runs],
        0,
        *[first for first, _, _ in runs],
        *[(drawing - first) & 0xFFFF for first, _, drawing in runs],
        *[0] * count,
    )
    body = struct.pack(f">{4 + len(columns)}H", *head, *columns)
    return struct.pack(">4HL3H", 0, 1, 3, 1, 12, 4, 6 + len(body), 0) + body
