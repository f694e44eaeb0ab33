"""Draw laid out cards into a PDF in memory: the same cards give the same bytes.

What comes twice (a figure, a code, a block) is stored once as a form; the words of blocks that
follow each other without one are one text object. Cards are drawn as they come and not kept.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import BasicFonts, PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.annotations import LinkTo, links_of, number_of
from soleus_desktop.cards.attach import Attachment, attach
from soleus_desktop.cards.block import (
    EMPTY,
    Block,
    Bookmark,
    Card,
    Leaf,
    Link,
    Picture,
    Words,
)
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.logo import Logo
from soleus_desktop.cards.look import CUT, QUIET, Theme
from soleus_desktop.cards.ornaments import draw_ornaments, has_ornaments
from soleus_desktop.cards.packed import Packs, written
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.reading import units_of
from soleus_desktop.cards.sheet import Sheet
from soleus_desktop.cards.tags import Tags
from soleus_desktop.cards.typeface import FACES

rl_config.useA85 = 0  # binary streams: a fifth smaller, and no setting of the machine's matters

Placed = tuple[Block, float, float]
"""A block and its upper left corner, from the lower left corner of what is drawn on."""

Run = tuple[float, float, Words, int]
"""Words, where they stand, and the number that marks what they belong to."""

MOST_COUNTED = 2
"""A block is drawn in place the first time and stored as a form the second."""


class Stored(NamedTuple):
    """A block kept as forms: the operators that draw it, and what its parts are read as.

    `code` has a ``%d`` for the number of each part.
    """

    code: str
    shape: tuple[tuple[str, str], ...]


class Press:
    """Draws cards of one size on sheets. One press makes one PDF.

    Whatever is printed goes through `_words` (text), `draw_ornaments`, `_picture` (figures, codes,
    the logo), `_place_block` (a block by its forms) or `_link`, and is marked as what it is.
    """

    def __init__(
        self, sheet: Sheet, margin: float, figures: Path, theme: Theme, logo: Logo | None, lang: str
    ) -> None:
        self._sheet, self._margin, self._figures = sheet, margin, figures
        self._theme, self._logo = theme, logo
        self._out = io.BytesIO()
        self._canvas: Any = Canvas(
            self._out,
            pagesize=(sheet.width, sheet.height),
            pageCompression=1,
            invariant=1,
            initialFontName=FACES["regular"],
            pdfVersion=(1, 7),
            lang=lang,
        )
        self._packs = Packs()
        self._tags = self._new_tags(self._canvas._doc)  # noqa: SLF001
        # What pages and forms draw with, said once for all of them.
        self._all, self._plain = (f"{self._tags.number()} 0 R" for _ in range(2))
        self._pictures: dict[tuple[str, str], str] = {}
        # A block that nobody will draw again takes what is known of it along.
        self._uses: WeakKeyDictionary[Block, int] = WeakKeyDictionary()
        self._forms: WeakKeyDictionary[Block, Stored] = WeakKeyDictionary()
        self._links: WeakKeyDictionary[Block, tuple[Link, ...]] = WeakKeyDictionary()
        self._named = self._depth = 0
        self.pages = self.cards = 0

    def _new_tags(self, document: Any) -> Tags:
        return Tags(document, self._packs)

    def about(self, title: str, author: str, subject: str) -> None:
        """Say what the PDF is, whose, and what it is about."""
        self._canvas.setTitle(encodable(title))
        self._canvas.setAuthor(encodable(author))
        self._canvas.setSubject(subject)
        self._canvas.setCreator("Soleus Desktop")

    def print(self, leaves: Iterable[Leaf], most: int | None = None, under: str = "") -> None:
        """Draw the cards in their order, begun on a page of its own; `most` pages in all.

        With `under`, their bookmarks stand below one of that name.
        """
        leaves = iter(leaves)
        places = self._sheet.columns * self._sheet.rows
        while (most is None or self.pages < most) and (now := list(islice(leaves, places))):
            if under:
                self._begin(under)
                under = ""
            self._page([(place, leaf.front) for place, leaf in enumerate(now)], turned=False)
            if any(leaf.back for leaf in now):
                self._canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
                backs = [(self._sheet.behind(n), leaf.back or EMPTY) for n, leaf in enumerate(now)]
                self._page(backs, turned=self._sheet.turned)

    def _begin(self, title: str) -> None:
        """Put the bookmarks of what follows below one that leads to this page."""
        self._depth = 0
        self._bookmark(Bookmark(0, title), 0, self._sheet.height)
        self._depth = 1

    def attach(self, attachments: Sequence[Attachment]) -> None:
        """Have these files go along inside the PDF."""
        if attachments:
            attach(self._canvas._doc, attachments)  # noqa: SLF001  the canvas attaches nothing

    def data(self) -> bytes:
        """Finish the PDF and return it."""
        self._finish()
        self._canvas.save()
        return self._out.getvalue()

    def _page(self, cards: list[tuple[int, Card]], *, turned: bool) -> None:
        """Draw the cards of one side of a sheet; `turned` ones stand on their head."""
        sheet, margin = self._sheet, self._margin
        for place, card in cards:
            x, y = sheet.corner(place)
            if card.parts:
                self._tags.section()
            for block, right, down in card.parts:
                for bookmark in block.bookmarks:
                    self._bookmark(bookmark, x + right, y - down)
            if turned:
                self._canvas.saveState()
                self._canvas.transform(-1, 0, 0, -1, x + sheet.card_w, y - sheet.card_h)
                x = y = 0.0
            left, top = x + margin, y - margin
            self._draw([(block, left + right, top - down) for block, right, down in card.parts])
            if turned:
                self._canvas.restoreState()
            else:
                for block, right, down in card.parts:
                    self._link(block, left + right, top - down)
            self.cards += bool(card.parts)
        self._cut_marks()
        self._canvas.showPage()
        self._turn()
        self.pages += 1

    def _turn(self) -> None:
        """Say of the page that was just finished what it draws with, and how it is read."""
        page = self._canvas._doc.Pages.pages[-1]  # noqa: SLF001
        page.Resources = self._all
        # Packed at once: a page as it was drawn takes ten times the memory until the end.
        held = zlib.compress(page.stream.encode("latin-1"))
        page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), held)
        page.stream = None
        self._tags.turn()

    def _finish(self) -> None:
        """Write what all pages share, and have the file packed."""
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._tags.finish()
        document = self._canvas._doc  # noqa: SLF001  its parts have no other names
        fonts = document.idToObjectNumberAndVersion[BasicFonts][0]
        numbers = document.idToObjectNumberAndVersion.items()
        forms = [f"/{name} {n} 0 R" for name, (n, _) in numbers if name.startswith("FormXob.")]
        procs = f"/Font {fonts} 0 R/ProcSet[/PDF/Text/ImageB/ImageC/ImageI]"
        self._packs.add(int(self._all.split()[0]), f"<<{procs}/XObject<<{' '.join(forms)}>>>>")
        self._packs.add(int(self._plain.split()[0]), f"<<{procs}>>")
        document.format = partial(written, document, self._packs)

    def _form_of(self, block: Block) -> Stored | None:
        """Return the forms of a block, made when they are asked for the second time."""
        stored = self._forms.get(block)
        if stored is None:
            uses = self._uses[block] = self._uses.get(block, 0) + 1
            if uses == MOST_COUNTED:
                stored = self._store(block)
        return stored

    def _store(self, block: Block) -> Stored:
        """Make a form of the ornaments of a block and of each unit of its words."""
        code: list[str] = []
        shape: list[tuple[str, str]] = []
        margin = self._margin  # a code's quiet zone and half a line reach into it
        box = (-margin, -block.height - margin, self._sheet.card_w - margin, margin)
        if has_ornaments(block):
            name = self._begin_form("block", *box)
            draw_ornaments(self._canvas, block, 0.0, 0.0)
            self._end_form()
            code.append(f"/Artifact BMC /{name} Do EMC")
        for unit in units_of(block):
            if unit.picture:
                drawn = self._placed(unit.picture, 0.0, 0.0)
                alt = unit.picture.alt
            elif unit.words:
                name, alt = self._begin_form("block", *box), ""
                self._words([(x, y, words, 0) for x, y, words in unit.words], marked=False)
                self._end_form()
                drawn = f"/{name} Do"
            else:
                continue
            if unit.tag:
                shape.append((unit.tag, alt))
                drawn = f"/{unit.tag} <</MCID %d>> BDC {drawn} EMC"
            else:
                drawn = f"/Artifact BMC {drawn} EMC"
            code.append(drawn)
        stored = self._forms[block] = Stored("\n".join(code), tuple(shape))
        return stored

    def _place_block(self, stored: Stored, x: float, y: float) -> None:
        """Draw a block by its forms."""
        code = stored.code % self._tags.marks(stored.shape)
        self._canvas.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm\n{code}\nQ")

    def _begin_mark(self, tag: str, alt: str = "") -> None:
        """Mark what is drawn from here as an element of the structure, or as an artifact."""
        said = "/Artifact BMC"
        if tag:
            said = f"/{tag} <</MCID %d>> BDC" % self._tags.marks(((tag, alt),))
        self._canvas.addLiteral(said)

    def _end_mark(self) -> None:
        self._canvas.addLiteral("EMC")

    def _begin_form(self, kind: str, *box: float) -> str:
        """Draw from here into a form; return its name in the file."""
        name = self._name(kind)
        self._canvas.beginForm(name, *box)
        return f"FormXob.{name}"

    def _end_form(self) -> None:
        self._canvas.endForm(Resources=self._plain)

    def _name(self, kind: str) -> str:
        self._named += 1
        return f"{kind}-{self._named}"

    def _picture_form(self, picture: Picture) -> str:
        key = (picture.kind, picture.name)
        name = self._pictures.get(key)
        if name is not None:
            return name
        canvas = self._canvas
        if picture.kind == "figure":
            pair = pair_of(self._figures, picture.name)
            name = self._begin_form(picture.kind, pair.left, -pair.height, pair.right, 0)
            draw_pair(canvas, figure_of(self._figures, picture.name), self._theme.figure)
            self._end_form()
        elif picture.kind == "code" and (code := code_of(picture.name)):
            name = self._begin_form(picture.kind, 0, -code.whole, code.whole, 0)
            draw_code(canvas, code)
            self._end_form()
        elif self._logo:
            logo = self._logo
            name = self._begin_form(picture.kind, 0, -logo.height, logo.width, 0)
            canvas.drawImage(ImageReader(logo.image), 0, -logo.height, logo.width, logo.height)
            canvas.endForm()
        else:
            raise ValueError(f"there is no {picture.kind} {picture.name!r}")
        self._pictures[key] = name
        return name

    def _draw(self, placed: list[Placed]) -> None:
        """Draw blocks in the order of reading, those that came before by their form."""
        words: list[Run] = []
        for block, x, y in placed:
            if stored := self._form_of(block):
                self._words(words)
                words = []
                self._place_block(stored, x, y)
                continue
            self._begin_mark("")
            draw_ornaments(self._canvas, block, x, y)
            self._end_mark()
            for unit in units_of(block):
                if unit.picture:
                    self._picture(unit.picture, x, y)
                elif unit.words:
                    (number,) = self._tags.marks(((unit.tag, ""),))
                    words += [(x + dx, y + dy, run, number) for dx, dy, run in unit.words]
        self._words(words)

    def _words(self, words: list[Run], *, marked: bool = True) -> None:
        """Draw runs of words as one text object; no words, no object."""
        if not words:
            return
        text = self._canvas.beginText()
        style = colour = None
        unit = -1
        following = [*[number for *_, number in words[1:]], -1]
        for (x, y, (_, _, said, wanted, _), number), after in zip(words, following, strict=True):
            if marked and number != unit:
                if unit >= 0:
                    text._code.append("EMC")  # noqa: SLF001  it has no way to take an operator
                text._code.append(f"/Span <</MCID {number}>> BDC")  # noqa: SLF001
                unit = number
            if wanted is not style:
                style = wanted
                text.setFont(FACES[style.face], style.size)
                if style.colour != colour:
                    colour = style.colour
                    text.setFillColorRGB(*colour)
            text.setTextOrigin(round(x, 2), round(y, 2))
            # Without the space what is read out would run into the next line.
            text.textLine(said + " " if after == number else said)
        if marked:
            text._code.append("EMC")  # noqa: SLF001
        self._canvas.drawText(text)

    def _picture(self, mark: Picture, x: float, y: float) -> None:
        placed = self._placed(mark, x, y)
        self._begin_mark("Figure" if mark.alt else "", mark.alt)
        self._canvas.addLiteral(placed)
        self._end_mark()

    def _placed(self, picture: Picture, x: float, y: float) -> str:
        """Return the operators that draw a picture by its form."""
        name, scale = self._picture_form(picture), f"{picture.scale:.6f}"
        at = f"{x + picture.x:.2f} {y - picture.y:.2f}"
        return f"q {scale} 0 0 {scale} {at} cm /{name} Do Q"

    def _link(self, block: Block, x: float, y: float) -> None:
        """Lay the links of a block over it, which a form cannot hold."""
        links = self._links.get(block)
        if links is None:
            links = self._links[block] = tuple(links_of(block))
        for link in links:
            left, top = round(x + link.x, 2), round(y - link.y, 2)
            box = (left, round(top - link.height, 2), round(left + link.width, 2), top)
            here = LinkTo(link.target, box)
            self._canvas._addAnnotation(here)  # noqa: SLF001  see LinkTo
            here.key = self._tags.over("Link", link.target, number_of(here, self._canvas))

    def _bookmark(self, bookmark: Bookmark, x: float, y: float) -> None:
        key = self._name("bookmark")
        self._canvas.bookmarkPage(key, fit="XYZ", left=x, top=y)
        self._canvas.addOutlineEntry(encodable(bookmark.title), key, self._depth + bookmark.level)

    def _cut_marks(self) -> None:
        marks = self._sheet.cut_marks(self._margin)
        if marks:
            self._begin_mark("")
            self._canvas.setLineWidth(CUT)
            self._canvas.setStrokeColorRGB(*QUIET)
            self._canvas.lines(marks)
            self._end_mark()


def encodable(text: str) -> str:
    """Return the text with half surrogate pairs replaced, which no PDF can hold."""
    return text.encode("utf-8", "replace").decode()
