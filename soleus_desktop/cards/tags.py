"""What the PDF says to those who do not see it: headings, paragraphs, lists, tables and pictures.

A page's words and pictures are marked by number where they are drawn; here stand the elements
that these numbers belong to, in the order of reading. Everything else on a page is an artifact.
What is drawn by a form that is used again is marked around its use: marks inside it could belong
to one place alone (PDF 1.7, 14.7.4.2).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from soleus_desktop.cards.file import PdfFile

WITHIN = {"LI": "L", "TR": "Table", "TH": "TR", "TD": "TR"}
"""What an element stands in; one is begun where none is open."""

A_BRANCH = 64
"""Pages and links whose owners are looked up in one object."""

Shape = Sequence[tuple[str, str]]
"""The tags of what is drawn in a row, each with the words that stand for a picture."""


class Holder:
    """An element that holds others."""

    __slots__ = ("holds", "number", "parent", "tag")

    def __init__(self, tag: str, number: int, parent: int) -> None:
        self.tag, self.number, self.parent = tag, number, parent
        self.holds: list[int] = []


class Tags:
    """The structure of one PDF, written page by page."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._root, self._whole = file.number(), file.number()
        self._sections, self._branches = array("I"), array("I")
        self._owners: list[str] = []
        self._parents = self._page = 0
        self._open: list[Holder] = []
        self._holders: list[Holder] = []
        self._marked: list[int] = []

    def begin(self, page: int) -> None:
        """Begin the page of this number."""
        self._page = page

    def section(self) -> None:
        """Begin what belongs together: a card."""
        section = Holder("Sect", self._file.number(), self._whole)
        self._sections.append(section.number)
        self._holders.append(section)
        self._open = [section]

    def marks(self, shape: Shape) -> tuple[int, ...]:
        """Return the numbers by which to mark what is drawn now, an element each."""
        first = len(self._marked)
        for number, (tag, alt) in enumerate(shape, first):
            self._marked.append(self._leaf(tag, str(number), alt))
        return tuple(range(first, len(self._marked)))

    def over(self, tag: str, alt: str, annotation: int) -> int:
        """Have an element for an annotation; return the number by which that names its owner."""
        owner = self._leaf(tag, f"<</Type/OBJR/Obj {annotation} 0 R>>", alt)
        return self._owned(f"{owner} 0 R")

    def turn(self) -> int:
        """Write what holds the elements of the page; return the number that it finds them by."""
        for held in self._holders:
            self._file.add(
                held.number, f"<</S/{held.tag}/P {held.parent} 0 R/K[{references(held.holds)}]>>"
            )
        owners = self._file.put(f"[{references(self._marked)}]")
        self._holders, self._marked, self._open = [], [], []
        return self._owned(f"{owners} 0 R")

    def finish(self) -> int:
        """Write the root of it all and return its number."""
        add = self._file.add
        self._branch()
        add(self._whole, f"<</S/Document/P {self._root} 0 R/K[{references(self._sections)}]>>")
        tree = self._file.put(f"<</Kids[{references(self._branches)}]>>")
        add(
            self._root,
            f"<</Type/StructTreeRoot/K {self._whole} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {self._parents}>>",
        )
        return self._root

    def _owned(self, owner: str) -> int:
        """Note whose a page's marks or an annotation are; return the number to find it by."""
        number = self._parents
        self._owners.append(f"{number} {owner}")
        self._parents += 1
        if len(self._owners) == A_BRANCH:
            self._branch()
        return number

    def _branch(self) -> None:
        if self._owners:
            first, last = self._parents - len(self._owners), self._parents - 1
            said = f"<</Limits[{first} {last}]/Nums[{' '.join(self._owners)}]>>"
            self._branches.append(self._file.put(said))
            self._owners.clear()

    def _leaf(self, tag: str, holds: str, alt: str) -> int:
        """Write an element that holds what is marked on the page, or an object that lies on it.

        It comes where it belongs, with what it has to stand in. Return its number.
        """
        open_ = self._open
        more = f"/Alt{pdf_text(alt)}" if alt else ""
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
        if tag == "TH":
            more = "/A<</O/Table/Scope/Both>>"
        within = open_[-1]
        number = self._file.put(
            f"<</S/{tag}/P {within.number} 0 R/Pg {self._page} 0 R/K {holds}{more}>>"
        )
        within.holds.append(number)
        return number

    def _holder(self, tag: str) -> None:
        open_, wanted = self._open, WITHIN.get(tag)
        while len(open_) > 1 and open_[-1].tag != wanted:
            open_.pop()
        if wanted and open_[-1].tag != wanted:
            self._holder(wanted)
        held = Holder(tag, self._file.number(), open_[-1].number)
        open_[-1].holds.append(held.number)
        open_.append(held)
        self._holders.append(held)


def references(numbers: Sequence[int]) -> str:
    """Name these objects in a row, as an array holds them."""
    return " ".join([f"{number} 0 R" for number in numbers])


def pdf_text(text: str) -> str:
    """Write a text as PDF takes it, in ASCII."""
    if text.isascii() and text.isprintable():
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
    return f"<feff{text.encode('utf-16-be', 'replace').hex()}>"
