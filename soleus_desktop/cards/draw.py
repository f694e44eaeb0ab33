"""Draw laid out cards into a PDF in memory: the same cards give the same bytes.

What comes twice (a figure, a code, a block) is stored once as a form; the words of blocks that
follow each other without one are one text object. Cards are drawn as they come and not kept.

Pages, their words, lines and blocks are operators of our own (`lettering`, `ornaments`) and go
out when they are done (`file`). ReportLab embeds the fonts and draws the pictures.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import BasicFonts
from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.annotations import link_over, links_of
from soleus_desktop.cards.attach import Attachment, attach
from soleus_desktop.cards.blanks import Blanks
from soleus_desktop.cards.block import EMPTY, Block, Bookmark, Card, Leaf, Link, Picture
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.lettering import Lettering, Run
from soleus_desktop.cards.logo import Logo
from soleus_desktop.cards.look import CUT, QUIET, Theme
from soleus_desktop.cards.ornaments import ornaments, stroking
from soleus_desktop.cards.outline import Outline
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.reading import units_of
from soleus_desktop.cards.sheet import Sheet
from soleus_desktop.cards.tags import Tags, references
from soleus_desktop.cards.typeface import FACES

rl_config.useA85 = 0  # binary streams: a fifth smaller, and no setting of the machine's matters

Placed = tuple[Block, float, float]
"""A block and its upper left corner, from the lower left corner of what is drawn on."""

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

    Whatever is printed goes through `_draw` and is marked as what it is: words, ornaments,
    `_placed` (figures, codes, the logo) or `_place_block` (a block by its forms). `_link` lays
    over the page what opens an address.
    """

    def __init__(
        self,
        sheet: Sheet,
        margin: float,
        figures: Path,
        theme: Theme,
        logo: Logo | None,
        lang: str,
        *,
        fillable: bool = False,
    ) -> None:
        self._sheet, self._margin, self._figures = sheet, margin, figures
        self._theme, self._logo = theme, logo
        self._canvas: Any = Canvas(
            "",
            pagesize=(sheet.width, sheet.height),
            pageCompression=1,
            invariant=1,
            initialFontName=FACES["regular"],
            lang=lang,
        )
        self._document = document = self._canvas._doc  # noqa: SLF001  it says it nowhere else
        self._file = file = PdfFile(document)
        self._tags, self._outline = Tags(file), Outline(file)
        self._lettering = Lettering(document)
        self._blanks = Blanks(file, self._tags) if fillable else None
        # What pages and forms draw with, said once for all of them.
        self._whole, self._all, self._plain = file.number(), file.number(), file.number()
        self._pages, self._blocks = array("I"), array("I")
        self._page_number = 0
        self._code: list[str] = []
        self._annotations: list[int] = []
        self._pictures: dict[tuple[str, str], str] = {}
        # A block that nobody will draw again takes what is known of it along.
        self._uses: WeakKeyDictionary[Block, int] = WeakKeyDictionary()
        self._forms: WeakKeyDictionary[Block, Stored] = WeakKeyDictionary()
        self._links: WeakKeyDictionary[Block, tuple[Link, ...]] = WeakKeyDictionary()
        self._depth = 0
        self.pages = self.cards = 0

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
        self._depth = 0
        while (most is None or self.pages < most) and (now := list(islice(leaves, places))):
            fronts = [(place, leaf.front) for place, leaf in enumerate(now)]
            self._page(fronts, turned=False, under=under)
            self.cards += len(now)
            under = ""
            if any(leaf.back for leaf in now):
                self._canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")
                backs = [(self._sheet.behind(n), leaf.back or EMPTY) for n, leaf in enumerate(now)]
                self._page(backs, turned=self._sheet.turned)

    def attach(self, attachments: Sequence[Attachment]) -> None:
        """Have these files go along inside the PDF."""
        if attachments:
            attach(self._document, attachments)  # the canvas attaches nothing

    def data(self) -> bytes:
        """Finish the PDF and return it."""
        catalog, add = self._document.Catalog, self._file.add
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        catalog.MarkInfo = "<</Marked true>>"
        if self._blanks and (form := self._blanks.finish()):
            catalog.AcroForm = f"{form} 0 R"
        catalog.StructTreeRoot = f"{self._tags.finish()} 0 R"
        catalog.Pages = f"{self._whole} 0 R"
        outline = self._outline.finish()
        catalog.Outlines = f"{outline} 0 R" if outline else None
        size = f"{self._sheet.width:g} {self._sheet.height:g}"
        kids = f"/Kids[{references(self._pages)}]/Count {len(self._pages)}"
        shared = f"/MediaBox[0 0 {size}]/Resources {self._all} 0 R"
        add(self._whole, f"<</Type/Pages{kids}{shared}>>")
        numbers = self._document.idToObjectNumberAndVersion
        forms = [f"/B{number} {number} 0 R" for number in self._blocks]
        forms += [f"/{name} {numbers[name][0]} 0 R" for name in self._pictures.values()]
        fonts = f"/Font {numbers[BasicFonts][0]} 0 R"
        add(self._all, f"<<{fonts}/XObject<<{' '.join(forms)}>>>>")
        add(self._plain, f"<<{fonts}>>")
        return self._file.finished()

    def _page(self, cards: list[tuple[int, Card]], *, turned: bool, under: str = "") -> None:
        """Draw the cards of one side of a sheet; `turned` ones stand on their head.

        With `under`, the bookmarks from here on stand below one of that name.
        """
        sheet, margin, code = self._sheet, self._margin, self._code
        self._page_number = self._file.number()
        self._tags.begin(self._page_number)
        if under:
            self._bookmark(Bookmark(0, under), 0, sheet.height)
            self._depth = 1
        if self._blanks:
            self._blanks.begin(self._page_number, another_plan=bool(under))
        for place, card in cards:
            x, y = sheet.corner(place)
            if card.parts:
                self._tags.section()
            for block, right, down in card.parts:
                for bookmark in block.bookmarks:
                    self._bookmark(bookmark, x + right, y - down)
            about = None
            if turned:
                about = x + sheet.card_w, y - sheet.card_h
                code.append(f"q -1 0 0 -1 {about[0]:.2f} {about[1]:.2f} cm")
                x = y = 0.0
            left, top = x + margin, y - margin
            placed = [(block, left + right, top - down) for block, right, down in card.parts]
            self._draw(placed, about)
            if turned:
                code.append("Q")
            else:
                for block, right, down in card.parts:
                    self._link(block, left + right, top - down)
        self._cut_marks()
        self._turn()

    def _turn(self) -> None:
        """Write the page."""
        file, contents = self._file, self._file.number()
        said = f"/Type/Page/Parent {self._whole} 0 R/Contents {contents} 0 R"
        if self._annotations:
            said += f"/Annots[{references(self._annotations)}]"
        said += f"/StructParents {self._tags.turn()}/Tabs/S"
        file.stream(contents, "", "\n".join(self._code).encode("latin-1"))
        file.add(self._page_number, f"<<{said}>>")
        self._pages.append(self._page_number)
        self._code.clear()
        self._annotations.clear()
        self.pages += 1

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
        if drawn := ornaments(block, 0.0, 0.0):
            code.append(f"/Artifact BMC /{self._form(block, drawn)} Do EMC")
        for unit in units_of(block):
            alt = ""
            if unit.picture:
                drawn = self._placed(unit.picture, 0.0, 0.0)
                alt = unit.picture.alt
            elif unit.words:
                runs = [(x, y, words, 0) for x, y, words in unit.words]
                drawn = f"/{self._form(block, self._lettering.text(runs, marked=False))} Do"
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

    def _form(self, block: Block, code: str) -> str:
        """Write operators of a block as a form; return its name."""
        margin = self._margin  # a code's quiet zone and half a line reach into it
        right, low = self._sheet.card_w - margin, -block.height - margin
        number = self._file.number()
        self._file.stream(
            number,
            f"/Type/XObject/Subtype/Form/BBox[{-margin:.2f} {low:.2f} {right:.2f} {margin:.2f}]"
            f"/Resources {self._plain} 0 R",
            code.encode("latin-1"),
        )
        self._blocks.append(number)
        return f"B{number}"

    def _picture_form(self, picture: Picture) -> str:
        key = (picture.kind, picture.name)
        name = self._pictures.get(key)
        if name is not None:
            return name
        canvas, form = self._canvas, f"{picture.kind}-{len(self._pictures) + 1}"
        plain = {"Resources": f"{self._plain} 0 R"}
        if picture.kind == "figure":
            pair = pair_of(self._figures, picture.name)
            canvas.beginForm(form, pair.left, -pair.height, pair.right, 0)
            draw_pair(canvas, figure_of(self._figures, picture.name), self._theme.figure)
            canvas.endForm(**plain)
        elif picture.kind == "code" and (code := code_of(picture.name)):
            canvas.beginForm(form, 0, -code.whole, code.whole, 0)
            draw_code(canvas, code)
            canvas.endForm(**plain)
        elif self._logo:
            logo = self._logo
            canvas.beginForm(form, 0, -logo.height, logo.width, 0)
            canvas.drawImage(ImageReader(logo.image), 0, -logo.height, logo.width, logo.height)
            canvas.endForm()
        else:
            raise ValueError(f"there is no {picture.kind} {picture.name!r}")
        name = self._pictures[key] = f"FormXob.{form}"
        return name

    def _draw(self, placed: list[Placed], about: tuple[float, float] | None) -> None:
        """Draw blocks in the order of reading, those that came before by their form.

        With `about` they stand on their head: twice as far from there as from their middle.
        """
        words: list[Run] = []
        code, marks = self._code, self._tags.marks
        for block, x, y in placed:
            if stored := self._form_of(block):
                self._words(words)
                words = []
                said = stored.code % marks(stored.shape)
                code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm\n{said}\nQ")
                self._fill_in(block, x, y, about)
                continue
            if drawn := ornaments(block, x, y):
                code.append(f"/Artifact BMC\n{drawn}\nEMC")
            for unit in units_of(block):
                if unit.picture:
                    drawn = self._placed(unit.picture, x, y)
                    begun = "/Artifact BMC"
                    if unit.tag:
                        (number,) = marks(((unit.tag, unit.picture.alt),))
                        begun = f"/{unit.tag} <</MCID {number}>> BDC"
                    code.append(f"{begun} {drawn} EMC")
                elif unit.words:
                    (number,) = marks(((unit.tag, ""),))
                    words += [(x + dx, y + dy, run, number) for dx, dy, run in unit.words]
            self._fill_in(block, x, y, about)
        self._words(words)

    def _words(self, words: list[Run]) -> None:
        if words:
            self._code.append(self._lettering.text(words))

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
            number = self._file.number()
            owner = self._tags.over("Link", link.target, number)
            self._file.add(number, link_over(link, x + link.x, y - link.y, owner))
            self._annotations.append(number)

    def _fill_in(self, block: Block, x: float, y: float, about: tuple[float, float] | None) -> None:
        """Lay fields over the boxes of a block where they are to be filled in on the screen."""
        if self._blanks:
            self._annotations += self._blanks.lay(block, x, y, about)

    def _bookmark(self, bookmark: Bookmark, x: float, y: float) -> None:
        at = Bookmark(self._depth + bookmark.level, bookmark.title)
        self._outline.add(at, self._page_number, x, y)

    def _cut_marks(self) -> None:
        marks = self._sheet.cut_marks(self._margin)
        if marks:
            lines = " ".join([f"{a:.2f} {b:.2f} m {c:.2f} {d:.2f} l" for a, b, c, d in marks])
            self._code.append(f"/Artifact BMC {stroking(CUT, QUIET)} {lines} S EMC")


def encodable(text: str) -> str:
    """Return the text with half surrogate pairs replaced, which no PDF can hold."""
    return text.encode("utf-8", "replace").decode()
