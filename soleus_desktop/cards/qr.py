"""QR codes of web links, and how large they must be to be read."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

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


def web_link(video: str | None) -> str | None:
    """Return the link where it is one that a phone may open: http or https, with a host."""
    try:
        parts = urlsplit(video or "")
    except ValueError:  # such as half an IPv6 address
        return None
    whole = video is not None and video.isprintable() and " " not in video
    return video if whole and parts.scheme in ("http", "https") and parts.netloc else None


def draw_code(canvas: Any, code: Code) -> None:
    """Draw a code in units of a module, the quiet zone's upper left corner at the origin."""
    path = canvas.beginPath()
    for column, row, length in code.runs:
        path.rect(column + QUIET, -row - 1 - QUIET, length, 1)
    canvas.setFillColorRGB(*INK)
    canvas.drawPath(path, stroke=0, fill=1)
