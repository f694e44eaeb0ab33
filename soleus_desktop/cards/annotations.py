"""What lies over a page and not in it: the links."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from soleus_desktop.cards.block import Block, Link
from soleus_desktop.cards.links import address


class LinkTo(PDFObject):  # type: ignore[misc]  # ReportLab publishes no types
    """A link over a part of a page, `box` its corners, as it is written into the file.

    `Canvas.linkURL` builds the same of dictionaries, which takes a quarter of all the time.
    """

    def __init__(self, target: str, box: tuple[float, float, float, float]) -> None:
        self._target, self._box = address(target), box
        self.key: int | None = None

    def format(self, document: Any) -> bytes:
        """Return what stands in the file."""
        target = self._target.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        box = " ".join(map(str, self._box))
        tag = "" if self.key is None else f"/StructParent {self.key}/Contents({target})"
        said = f"<</Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[{box}]{tag}"
        return f"{said}/A<</S/URI/URI({target})>>>>".encode("ascii")


def number_of(annotation: Any, canvas: Any) -> int:
    """Return the number of an annotation in the file."""
    number, _ = canvas._doc.idToObjectNumberAndVersion[annotation.__InternalName__]  # noqa: SLF001
    return int(number)


def links_of(block: Block) -> Iterator[Link]:
    """Yield the links of a block, placed from its upper left corner."""
    y = 0.0
    for row in block.rows:
        for mark in row.marks:
            if isinstance(mark, Link):
                yield mark._replace(y=y + mark.y)
        y += row.height
