"""QR codes of web links, and how large they must be to be read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import segno

from soleus_desktop.cards.look import INK

QUIET = 4
"""Free modules around a code; the standard asks for them."""


class Code(NamedTuple):
    """A QR code: modules a side, and its dark runs as column, row from the top, length."""

    side: int
    runs: tuple[tuple[int, int, int], ...]

    @property
    def whole(self) -> int:
        """Modules a side with the quiet zone."""
        return self.side + 2 * QUIET


@lru_cache(maxsize=1024)
def code_of(link: str) -> Code | None:
    """Return the code of a link, at error level M; None where it holds more than a code can."""
    try:
        matrix = segno.make(link, error="m", micro=False, boost_error=False).matrix
    except segno.DataOverflowError:
        return None
    runs = []
    for row, modules in enumerate(matrix):
        start = None
        for column, dark in enumerate([*modules, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                runs.append((start, row, column - start))
                start = None
    return Code(len(matrix), tuple(runs))


def draw_code(canvas: Any, code: Code) -> None:
    """Draw a code in units of a module, the quiet zone's upper left corner at the origin."""
    path = canvas.beginPath()
    for column, row, length in code.runs:
        path.rect(column + QUIET, -row - 1 - QUIET, length, 1)
    canvas.setFillColorRGB(*INK)
    canvas.drawPath(path, stroke=0, fill=1)
