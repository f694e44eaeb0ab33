"""A block as it is read out: its words in paragraphs, headings, items and cells, its pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from soleus_desktop.cards.block import Block, Link, Picture, Words

CELLS = ("TR", "TH", "TD")
"""``TR`` is the first cell of a row, that begins it."""


@dataclass(slots=True)
class Unit:
    """What is read in one piece; words with where they stand, from the block's upper left corner.

    `tag` is that of PDF, empty where a picture says nothing.
    """

    tag: str
    words: list[tuple[float, float, Words]] = field(default_factory=list)
    picture: Picture | None = None
    link: Link | None = None


def units_of(block: Block) -> list[Unit]:
    """Return what a block says, in order.

    Words that carry a tag begin a unit; others go on with the one before if they are set as it
    is, and begin one of their style's tag if not. A number before a text begins an item with it.
    """
    units: list[Unit] = []
    now: Unit | None = None
    numbered = False
    y = 0.0
    for row in block.rows:
        for mark in row.marks:
            if type(mark) is Words:
                tag = mark.tag or mark.style.tag
                in_cell = now is not None and now.tag in CELLS and tag not in CELLS
                goes_on = now is not None and (in_cell or numbered or not mark.tag)
                if tag == "Lbl":
                    goes_on, tag = False, "LI"
                elif goes_on and now is not None and not in_cell and not numbered:
                    goes_on = tag == now.tag
                numbered = mark.style.tag == "Lbl"
                if now is None or not goes_on:
                    now = Unit(tag)
                    units.append(now)
                now.words.append((mark.x, -y - mark.y, mark))
            elif type(mark) is Picture:
                placed = mark._replace(y=y + mark.y)
                units.append(Unit("Figure" if mark.alt else "", picture=placed))
                now = None
            elif type(mark) is Link:
                units.append(Unit("Link", link=mark._replace(y=y + mark.y)))
                now = None
        y += row.height
    return units
