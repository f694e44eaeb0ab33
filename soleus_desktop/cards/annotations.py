"""What lies over a page and not in it: the links."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from soleus_desktop.cards.block import Block, Link
from soleus_desktop.cards.links import address
from soleus_desktop.cards.tags import pdf_text


def link_over(link: Link, x: float, y: float, owner: int) -> str:
    """Return a link whose upper left corner is there; `owner` is what its tag is found by."""
    box = f"{x:.2f} {y - link.height:.2f} {x + link.width:.2f} {y:.2f}"
    said = f"/Border[0 0 0]/F 4/Rect[{box}]/StructParent {owner}{_to(link.target)}"
    return f"<</Type/Annot/Subtype/Link{said}>>"


@lru_cache(maxsize=256)
def _to(target: str) -> str:
    said = pdf_text(address(target))
    return f"/Contents{said}/A<</S/URI/URI{said}>>"


def links_of(block: Block) -> Iterator[Link]:
    """Yield the links of a block, placed from its upper left corner."""
    y = 0.0
    for row in block.rows:
        for mark in row.marks:
            if isinstance(mark, Link):
                yield mark._replace(y=y + mark.y)
        y += row.height
