"""What is filled in on the screen: boxes to tick, rings to choose from, cells to write in.

They lie over the pages, which show the same boxes: so paper and viewers without forms lose nothing.
A block that is used again has fields of their own each time, named by day, exercise and set:
``w1.mon.e3.set2.L``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from weakref import WeakKeyDictionary

from soleus_desktop.cards.blank_looks import Looks, look_of
from soleus_desktop.cards.block import Blank, Block, Cell, Occasion, Ring, Space, Square
from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.ornaments import mixed
from soleus_desktop.cards.tags import Tags, pdf_text, references
from soleus_desktop.cards.written_face import write_face

CHOICE = 1 << 15
MANY_LINES = 1 << 12
WIDE = 4
"""Heights of a cell from which on it is wide enough for sentences, which may take several lines."""
TYPED = 0.6
"""Of the height of a cell, how large is typed into it."""
PADDING = 2.0
"""Points that viewers keep free at the ends of a cell."""
DIGITS = 2.0
"""Sizes that a number such as 102.5 is wide: viewers make no letters narrower for it."""

Box = tuple[float, float, float, float]
Blankable = Square | Ring | Cell | Space


class Placed(NamedTuple):
    """A blank of a block: where it lies from there, and what a field of its kind and look says."""

    blank: Blank
    box: Box
    says: str


class Field(NamedTuple):
    """A name that others stand below: its number in the file, what holds it, what it says more."""

    number: int
    above: str
    more: str
    kids: list[int]


class Blanks:
    """The fields of one PDF."""

    def __init__(self, file: PdfFile, tags: Tags) -> None:
        self._file, self._tags = file, tags
        self._looks = Looks(file)
        self._fields = {"": Field(0, "", "", [])}
        self._exercises: dict[str, int] = {}
        self._known: WeakKeyDictionary[Block, tuple[Placed, ...]] = WeakKeyDictionary()
        self._occasion = Occasion("", "")
        self._plans = self._page = 0
        self._written = False

    def begin(self, page: int, *, another_plan: bool) -> None:
        """Begin the page of this number, maybe with a plan to be kept apart from those before."""
        self._page = page
        self._plans += another_plan

    def lay(self, block: Block, x: float, y: float, about: tuple[float, float] | None) -> list[int]:
        """Have a field for each blank of a block; return the numbers of what lies on the page.

        With `about` the card stands on its head: its own corner is as far from there.
        """
        if block.occasion:
            self._occasion = block.occasion
        marks = self._known.get(block)
        if marks is None:
            marks = self._known[block] = tuple(self._placed(block, "/R 180" if about else ""))
        numbers = []
        for blank, (left, low, right, top), says in marks:
            box = (x + left, y + low, x + right, y + top)
            if about:
                box = (about[0] - box[2], about[1] - box[3], about[0] - box[0], about[1] - box[1])
            numbers.append(self._widget(blank, box, says))
        return numbers

    def finish(self) -> int:
        """Write the names that fields stand below, and the form; return its number, 0 for none."""
        top = self._fields.pop("")
        if not top.kids:
            return 0
        for path, (number, above, more, kids) in self._fields.items():
            name = path.rpartition(".")[2]
            self._file.add(number, f"<</T({name}){above}{more}/Kids[{references(kids)}]>>")
        drawn_with = ""
        if self._written:
            face = write_face(self._file)
            drawn_with = f"/DR<</Font<</Written {face} 0 R>>>>/DA({_as_typed(0)})"
        form = self._file.number()
        self._file.add(form, f"<</Fields[{references(top.kids)}]{drawn_with}>>")
        return form

    def _widget(self, blank: Blank, box: Box, says: str) -> int:
        """Note a field, or one choice of it; return its number in the file."""
        path = self._path(blank)
        told = f"{self._occasion.said}: {blank.said}"
        number = self._file.number()
        corners = "%.2f %.2f %.2f %.2f" % box  # noqa: UP031  a third quicker
        said = f"<</Type/Annot/Subtype/Widget/F 4/P {self._page} 0 R/Rect[{corners}]{says}"
        above, _, name = path.rpartition(".")
        if blank.choice:
            field = self._field(path, f"/FT/Btn/Ff {CHOICE}/V/Off/TU{pdf_text(told)}")
            said += f"/Parent {field.number} 0 R"
            alt = f"{told}: {blank.choice}"
        else:
            field = self._field(above)
            said += f"/Parent {field.number} 0 R/T({name})/TU{pdf_text(told)}"
            alt = ""  # the field has said it
        field.kids.append(number)
        self._file.add(number, f"{said}/StructParent {self._tags.over('Form', alt, number)}>>")
        return number

    def _placed(self, block: Block, turned: str) -> Iterator[Placed]:
        y = 0.0
        for row in block.rows:
            for mark in row.marks:
                if isinstance(mark, Blankable) and mark.blank:
                    look = look_of(mark)
                    border = f"/BC[{mixed(look.colour)}]" if look.colour else ""
                    says = f"/MK<<{border}{turned}>>/BS<</W {look.line}>>{self._looks.said(look)}"
                    box = _box(mark._replace(y=y + mark.y), look.line)
                    yield Placed(mark.blank, box, self._kind(mark) + says)
            y += row.height

    def _kind(self, mark: Blankable) -> str:
        """Say of which kind a field is, and what stands in it at first; of a choice it is said."""
        if isinstance(mark, Ring):
            return ""
        if isinstance(mark, Square):
            return "/FT/Btn/V/Off"
        self._written = True
        if isinstance(mark, Space) or mark.width > WIDE * mark.height:
            return f"/FT/Tx/Ff {MANY_LINES}"
        size = min(TYPED * mark.height, (mark.width - 2 * PADDING) / DIGITS)
        return f"/FT/Tx/Q 1/DA({_as_typed(size)})"

    def _path(self, blank: Blank) -> str:
        """Return the whole name of a blank; names of fields have no dot, so each part is one."""
        parts = [self._occasion.name, blank.name]
        if self._plans:
            parts.insert(0, f"p{self._plans}")
        if blank.further is not None:
            day = ".".join(parts[:-1])
            number = self._exercises[day] = self._exercises.get(day, 0) + blank.further
            parts.insert(-1, f"e{number}")
        return ".".join(parts)

    def _field(self, path: str, more: str = "") -> Field:
        """Return the field of this name, begun with those above it where there is none."""
        field = self._fields.get(path)
        if field is None:
            holder = self._field(path.rpartition(".")[0])
            above = f"/Parent {holder.number} 0 R" if holder.number else ""
            field = self._fields[path] = Field(self._file.number(), above, more, [])
            holder.kids.append(field.number)
        return field


def _as_typed(size: float) -> str:
    """Say how a viewer sets what is typed; at size 0 as large as there is room for the lines."""
    return f"/Written {size:.3g} Tf 0 g"


def _box(mark: Blankable, line: float) -> Box:
    """Return the corners of a blank with the whole of its line, y upwards."""
    half = line / 2
    match mark:
        case Square():
            left, top, width, height = mark.x, mark.y, mark.side, mark.side
        case Ring():
            width = height = 2 * mark.radius
            left, top = mark.x - mark.radius, mark.y - mark.radius
        case Cell() | Space():
            left, top, width, height = mark.x, mark.y, mark.width, mark.height
    return left - half, -top - height - half, left + width + half, -top + half
