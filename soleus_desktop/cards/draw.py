"""Draw laid out cards into a PDF in memory: the same cards give the same bytes.

What comes twice (a figure, a code, a block) is stored once as a form; the words of blocks that
follow each other without one are one text object. Cards are drawn as they come and not kept.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFObject
from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.attach import Attachment, attach
from soleus_desktop.cards.block import (
    EMPTY,
    Block,
    Bookmark,
    Card,
    Cell,
    Leaf,
    Line,
    Link,
    Patch,
    Picture,
    Ring,
    Square,
    Words,
)
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.links import address
from soleus_desktop.cards.logo import Logo
from soleus_desktop.cards.look import CUT, FAINT, HAIR, QUIET, TICK_LINE, Theme
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.sheet import Sheet
from soleus_desktop.cards.typeface import FACES

rl_config.useA85 = 0  # binary streams: a fifth smaller, and no setting of the machine's matters

Placed = tuple[Block, float, float]
"""A block and its upper left corner, from the lower left corner of what is drawn on."""

MOST_COUNTED = 2
"""A block is drawn in place the first time and stored as a form the second."""


class Press:
    """Draws cards of one size on sheets. One press makes one PDF.

    Whatever is printed goes through `_words` (text), `_stroke` and `_fill` (ornament),
    `_picture` (figures, codes, the logo), `_stored` (a block by its form) or `_link`.
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
            lang=lang,
        )
        self._pictures: dict[tuple[str, str], str] = {}
        # A block that nobody will draw again takes what is known of it along.
        self._uses: WeakKeyDictionary[Block, int] = WeakKeyDictionary()
        self._forms: WeakKeyDictionary[Block, str] = WeakKeyDictionary()
        self._links: WeakKeyDictionary[Block, tuple[Link, ...]] = WeakKeyDictionary()
        self._named = self._depth = 0
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
        self._canvas.save()
        return self._out.getvalue()

    def _page(self, cards: list[tuple[int, Card]], *, turned: bool) -> None:
        """Draw the cards of one side of a sheet; `turned` ones stand on their head."""
        sheet, margin = self._sheet, self._margin
        for place, card in cards:
            x, y = sheet.corner(place)
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
        self.pages += 1

    def _form_of(self, block: Block) -> str | None:
        """Return the form of a block, made when it is asked for the second time."""
        name = self._forms.get(block)
        if name is None:
            uses = self._uses[block] = self._uses.get(block, 0) + 1
            if uses == MOST_COUNTED:
                name = self._store(block)
        return name

    def _store(self, block: Block) -> str:
        self._draw_pictures(block)
        name = self._name("block")
        margin = self._margin  # a code's quiet zone and half a line reach into it
        box = (-margin, -block.height - margin, self._sheet.card_w - margin, margin)
        self._canvas.beginForm(name, *box)
        self._draw([(block, 0.0, 0.0)], stored=False)
        self._canvas.endForm()
        self._forms[block] = name
        return name

    def _name(self, kind: str) -> str:
        self._named += 1
        return f"{kind}-{self._named}"

    def _draw_pictures(self, block: Block) -> None:
        """Have the pictures of a block as forms before it is drawn into a form itself."""
        for row in block.rows:
            for mark in row.marks:
                if isinstance(mark, Picture):
                    self._picture_form(mark)

    def _picture_form(self, picture: Picture) -> str:
        key = (picture.kind, picture.name)
        name = self._pictures.get(key)
        if name is not None:
            return name
        name = self._pictures[key] = self._name(picture.kind)
        canvas = self._canvas
        if picture.kind == "figure":
            pair = pair_of(self._figures, picture.name)
            canvas.beginForm(name, pair.left, -pair.height, pair.right, 0)
            draw_pair(canvas, figure_of(self._figures, picture.name), self._theme.figure)
        elif picture.kind == "code" and (code := code_of(picture.name)):
            canvas.beginForm(name, 0, -code.whole, code.whole, 0)
            draw_code(canvas, code)
        elif self._logo:
            logo = self._logo
            canvas.beginForm(name, 0, -logo.height, logo.width, 0)
            canvas.drawImage(ImageReader(logo.image), 0, -logo.height, logo.width, logo.height)
        canvas.endForm()
        return name

    def _draw(self, placed: list[Placed], *, stored: bool = True) -> None:
        """Draw blocks in the order of reading, those that came before by their form."""
        words: list[tuple[float, float, Words]] = []
        pen: object = None
        for block, x, y in placed:
            if stored and (name := self._form_of(block)):
                self._words(words)
                words = []
                self._place(name, x, y, 1.0)
                continue
            for row in block.rows:
                for mark in row.marks:
                    match mark:
                        case Words():
                            words.append((x + mark.x, y - mark.y, mark))
                        case Picture():
                            self._picture(mark, x, y)
                        case Patch():
                            self._fill(mark, x, y)
                        case Link():
                            pass
                        case _:
                            pen = self._stroke(mark, x, y, pen)
                y -= row.height
        self._words(words)

    def _words(self, words: list[tuple[float, float, Words]]) -> None:
        """Draw runs of words as one text object; no words, no object."""
        if not words:
            return
        text = self._canvas.beginText()
        style = colour = None
        for x, y, (_, _, said, wanted) in words:
            if wanted is not style:
                style = wanted
                text.setFont(FACES[style.face], style.size)
                if style.colour != colour:
                    colour = style.colour
                    text.setFillColorRGB(*colour)
            text.setTextOrigin(round(x, 2), round(y, 2))
            text.textLine(said)
        self._canvas.drawText(text)

    def _stroke(self, mark: Line | Square | Ring | Cell, x: float, y: float, pen: object) -> object:
        """Draw a mark that is a stroke; `pen` is the one in use, that in use after is returned."""
        canvas = self._canvas
        match mark:
            case Line():
                wanted = (mark.width, mark.colour)
            case Square():
                wanted = (TICK_LINE, QUIET)
            case Ring() | Cell():
                wanted = (HAIR, FAINT)
        if wanted != pen:
            canvas.setLineWidth(wanted[0])
            canvas.setStrokeColorRGB(*wanted[1])
        match mark:
            case Line():
                (x0, y0), *rest = mark.points
                path = canvas.beginPath()
                path.moveTo(round(x + x0, 2), round(y - y0, 2))
                for x1, y1 in rest:
                    path.lineTo(round(x + x1, 2), round(y - y1, 2))
                canvas.drawPath(path)
            case Square():
                left, low = round(x + mark.x, 2), round(y - mark.y - mark.side, 2)
                canvas.rect(left, low, mark.side, mark.side)
            case Cell():
                left, low = round(x + mark.x, 2), round(y - mark.y - mark.height, 2)
                canvas.rect(left, low, round(mark.width, 2), round(mark.height, 2))
            case Ring():
                canvas.circle(round(x + mark.x, 2), round(y - mark.y, 2), mark.radius)
        return wanted

    def _fill(self, mark: Patch, x: float, y: float) -> None:
        left, low = round(x + mark.x, 2), round(y - mark.y - mark.height, 2)
        width, height = round(mark.width, 2), round(mark.height, 2)
        self._canvas.setFillColorRGB(*mark.colour)
        self._canvas.rect(left, low, width, height, stroke=0, fill=1)

    def _picture(self, mark: Picture, x: float, y: float) -> None:
        self._place(self._picture_form(mark), x + mark.x, y - mark.y, mark.scale)

    def _place(self, name: str, x: float, y: float, scale: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, round(x, 2), round(y, 2))
        canvas.doForm(name)
        canvas.restoreState()

    def _link(self, block: Block, x: float, y: float) -> None:
        """Lay the links of a block over it, which a form cannot hold."""
        links = self._links.get(block)
        if links is None:
            links = self._links[block] = tuple(links_of(block))
        for link in links:
            left, top = round(x + link.x, 2), round(y - link.y, 2)
            box = (left, round(top - link.height, 2), round(left + link.width, 2), top)
            self._canvas._addAnnotation(LinkTo(link.target, box))  # noqa: SLF001  see LinkTo

    def _bookmark(self, bookmark: Bookmark, x: float, y: float) -> None:
        key = self._name("bookmark")
        self._canvas.bookmarkPage(key, fit="XYZ", left=x, top=y)
        self._canvas.addOutlineEntry(encodable(bookmark.title), key, self._depth + bookmark.level)

    def _cut_marks(self) -> None:
        marks = self._sheet.cut_marks(self._margin)
        if marks:
            self._canvas.setLineWidth(CUT)
            self._canvas.setStrokeColorRGB(*QUIET)
            self._canvas.lines(marks)


class LinkTo(PDFObject):  # type: ignore[misc]  # ReportLab publishes no types
    """A link over a part of a page, `box` its corners, as it is written into the file.

    `Canvas.linkURL` builds the same of dictionaries, which takes a quarter of all the time.
    """

    def __init__(self, target: str, box: tuple[float, float, float, float]) -> None:
        self._target, self._box = address(target), box

    def format(self, document: Any) -> bytes:
        """Return what stands in the file."""
        target = self._target.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        box = " ".join(map(str, self._box))
        said = f"<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[{box}]/A<</S/URI/URI({target})>>>>"
        return said.encode("ascii")


def links_of(block: Block) -> Iterator[Link]:
    """Yield the links of a block, placed from its upper left corner."""
    y = 0.0
    for row in block.rows:
        for mark in row.marks:
            if isinstance(mark, Link):
                yield mark._replace(y=y + mark.y)
        y += row.height


def encodable(text: str) -> str:
    """Return the text with half surrogate pairs replaced, which no PDF can hold."""
    return text.encode("utf-8", "replace").decode()
