"""Words as operators: each text is made ready for its face once, however often it is set."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfmetrics

from soleus_desktop.cards.block import Words
from soleus_desktop.cards.kept import Kept
from soleus_desktop.cards.look import Style
from soleus_desktop.cards.ornaments import filling
from soleus_desktop.cards.typeface import FACES

Run = tuple[float, float, Words, int]
"""Words, where they stand, and the number that marks what they belong to."""

A_WHILE = 300
"""Texts that are kept ready."""

_SAFE = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})


class Lettering:
    """The faces as one document embeds them: a character gets its code where it is first met."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._ready: Kept[tuple[str, str], list[tuple[str, str]]] = Kept(A_WHILE)

    def text(self, runs: list[Run], *, marked: bool = True) -> str:
        """Return runs of words as one text object; no words, no object."""
        if not runs:
            return ""
        code = ["BT"]
        style: Style | None = None
        font = colour = ""
        unit = -1
        last = len(runs) - 1
        for at, (x, y, (_, _, said, wanted, _), number) in enumerate(runs):
            if marked and number != unit:
                code.append(
                    f"EMC /Span <</MCID {number}>> BDC"
                    if unit >= 0
                    else f"/Span <</MCID {number}>> BDC"
                )
                unit = number
            if wanted is not style:
                style, font = wanted, ""
                if (mixed := filling(style.colour)) != colour:
                    colour = mixed
                    code.append(colour)
            # Without the space what is read out would run into the next line.
            if at < last and runs[at + 1][3] == number:
                said += " "
            place = f"1 0 0 1 {x:.2f} {y:.2f} Tm"
            for name, shown in self._ready.get((style.face, said)) or self._shown(style.face, said):
                if name != font:
                    font = name
                    code.append(f"{font} {style.size:g} Tf")
                code.append(f"{place}({shown})Tj")
                place = ""
        code.append("EMC ET" if marked else "ET")
        return "\n".join(code)

    def _shown(self, face: str, said: str) -> list[tuple[str, str]]:
        """Return the text in the codes of its face, with the font that each piece is set in."""
        font: Any = pdfmetrics.getFont(FACES[face])
        shown = [
            (
                font.getSubsetInternalName(subset, self._document),
                codes.decode("latin-1").translate(_SAFE),
            )
            for subset, codes in font.splitString(said, self._document)
        ]
        self._ready[face, said] = shown
        return shown
