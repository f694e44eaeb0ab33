"""What the PDF says to those who do not see it: headings, paragraphs, lists, tables and pictures.

A page's words and pictures are marked by number where they are drawn; here stand the elements
that these numbers belong to, in the order of reading. Everything else on a page is an artifact.
What is drawn by a form that is used again is marked around its use: marks inside it could belong
to one place alone (PDF 1.7, 14.7.4.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFDictionary

from soleus_desktop.cards.packed import Packs

WITHIN = {"LI": "L", "TR": "Table", "TH": "TR", "TD": "TR"}
"""What an element stands in; one is begun where none is open."""

TABS = ["StructParents", "Tabs"]

Shape = Sequence[tuple[str, str]]
"""The tags of what is drawn in a row, each with the words that stand for a picture."""


class Holder:
    """An element that holds others."""

    __slots__ = ("holds", "number", "parent", "tag")

    def __init__(self, tag: str, number: int, parent: int) -> None:
        self.tag, self.number, self.parent = tag, number, parent
        self.holds: list[str] = []


class Leaf(NamedTuple):
    """An element that holds what is marked on the page, or an object that lies on it."""

    number: int
    tag: str
    parent: int
    holds: str
    alt: str


class Tags:
    """The structure of one PDF, written page by page."""

    def __init__(self, document: Any, packs: Packs) -> None:
        self._document, self._packs = document, packs
        self._root, self._whole = self.number(), self.number()
        self._sections: list[str] = []
        self._owners: list[str] = []
        self._parents = 0
        self._open: list[Holder] = []
        self._holders: list[Holder] = []
        self._leaves: list[Leaf] = []
        self._marked: list[int] = []

    def section(self) -> None:
        """Begin what belongs together: a card."""
        section = Holder("Sect", self.number(), self._whole)
        self._sections.append(f"{section.number} 0 R")
        self._holders.append(section)
        self._open = [section]

    def marks(self, shape: Shape) -> tuple[int, ...]:
        """Return the numbers by which to mark what is drawn now, an element each."""
        first = len(self._marked)
        for tag, alt in shape:
            self._marked.append(self._leaf(tag, str(len(self._marked)), alt))
        return tuple(range(first, len(self._marked)))

    def over(self, tag: str, alt: str, annotation: int) -> int:
        """Have an element for an annotation; return the number by which that names its owner."""
        owner = self._leaf(tag, f"<</Type/OBJR/Obj {annotation} 0 R>>", alt)
        self._owners.append(f"{self._parents} {owner} 0 R")
        self._parents += 1
        return self._parents - 1

    def turn(self) -> None:
        """Write the elements of the page that was just finished."""
        document, add = self._document, self._packs.add
        page = document.Pages.pages[-1]
        page.StructParents, page.Tabs = self._parents, "/S"
        page.__NoDefault__ = [*page.__NoDefault__, *TABS]  # what it writes
        at, _ = document.idToObjectNumberAndVersion[page.__InternalName__]
        for number, tag, parent, holds, alt in self._leaves:
            more = f"/Alt{pdf_text(alt)}" if alt else ""
            if tag == "TH":
                more = "/A<</O/Table/Scope/Both>>"
            add(number, f"<</S/{tag}/P {parent} 0 R/Pg {at} 0 R/K {holds}{more}>>")
        for held in self._holders:
            kids = " ".join(held.holds)
            add(held.number, f"<</S/{held.tag}/P {held.parent} 0 R/K[{kids}]>>")
        owners = self.number()
        add(owners, f"[{' '.join([f'{owner} 0 R' for owner in self._marked])}]")
        self._owners.append(f"{self._parents} {owners} 0 R")
        self._parents += 1
        self._holders, self._leaves, self._marked, self._open = [], [], [], []

    def finish(self) -> None:
        """Write the root of it all."""
        add, catalog = self._packs.add, self._document.Catalog
        kids = " ".join(self._sections)
        add(self._whole, f"<</S/Document/P {self._root} 0 R/K[{kids}]>>")
        tree = self.number()
        add(tree, f"<</Nums[{' '.join(self._owners)}]>>")
        add(
            self._root,
            f"<</Type/StructTreeRoot/K {self._whole} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {self._parents}>>",
        )
        catalog.StructTreeRoot = f"{self._root} 0 R"
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def number(self) -> int:
        """Return a number in the file for an object that goes into the packs."""
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def _leaf(self, tag: str, holds: str, alt: str) -> int:
        """Begin an element where it belongs, with what it has to stand in; return its number."""
        open_ = self._open
        if tag not in WITHIN:
            del open_[1:]
        elif tag == "LI":
            self._holder("LI")
            tag = "LBody"
        elif tag == "TR":
            self._holder("TR")
            tag = "TH"
        elif open_[-1].tag != "TR":
            self._holder("TR")
        within = open_[-1]
        number = self.number()
        within.holds.append(f"{number} 0 R")
        self._leaves.append(Leaf(number, tag, within.number, holds, alt))
        return number

    def _holder(self, tag: str) -> None:
        open_, wanted = self._open, WITHIN.get(tag)
        while len(open_) > 1 and open_[-1].tag != wanted:
            open_.pop()
        if wanted and open_[-1].tag != wanted:
            self._holder(wanted)
        held = Holder(tag, self.number(), open_[-1].number)
        open_[-1].holds.append(f"{held.number} 0 R")
        open_.append(held)
        self._holders.append(held)


def pdf_text(text: str) -> str:
    """Write a text as PDF takes it, in ASCII."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
