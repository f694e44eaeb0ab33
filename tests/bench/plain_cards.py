"""The same cards drawn on ReportLab's canvas in the plain way.

The program has the layout for nothing: it is handed the same laid out cards, what repeats measured
once. It keeps figures and codes as forms and then does what one does: a font, a colour and a
`drawString` for every run of words, a call for every line and box, `linkURL` for a link.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.attach import Attachment
from soleus_desktop.cards.block import Card, Leaf, Line, Link, Picture, Ring, Square, Words
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.logo import Logo
from soleus_desktop.cards.look import CUT, FAINT, HAIR, QUIET, TICK_LINE, Theme
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.sheet import Sheet
from soleus_desktop.cards.typeface import FACES


class PlainPress:
    """Takes the place of `draw.Press`; its PDF has links and bookmarks, and no tags."""

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
        self._sheet, self._margin, self._figures, self._theme = sheet, margin, figures, theme
        assert logo is None and not fillable
        self._out = io.BytesIO()
        self._canvas: Any = Canvas(
            self._out,
            pagesize=(sheet.width, sheet.height),
            pageCompression=1,
            invariant=1,
            initialFontName=FACES["regular"],
            lang=lang,
        )
        self._forms: dict[tuple[str, str], str] = {}
        self.pages = self.cards = 0

    def about(self, title: str, author: str, subject: str) -> None:
        """Say what the PDF is, whose, and what it is about."""
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)

    def print(self, leaves: Iterable[Leaf], most: int | None = None, under: str = "") -> None:
        """Draw the cards in their order."""
        leaves = iter(leaves)
        sheet = self._sheet
        while now := list(islice(leaves, sheet.columns * sheet.rows)):
            for place, leaf in enumerate(now):
                x, y = sheet.corner(place)
                self._card(leaf.front, x + self._margin, y - self._margin)
                self.cards += 1
            self._page_done()

    def attach(self, attachments: Sequence[Attachment]) -> None:
        """Have nothing go along."""
        assert not attachments

    def data(self) -> bytes:
        """Finish the PDF and return it."""
        self._canvas.save()
        return self._out.getvalue()

    def _page_done(self) -> None:
        canvas = self._canvas
        canvas.setLineWidth(CUT)
        canvas.setStrokeColorRGB(*QUIET)
        for mark in self._sheet.cut_marks(self._margin):
            canvas.line(*mark)
        canvas.showPage()
        self.pages += 1

    def _card(self, card: Card, left: float, top: float) -> None:
        canvas = self._canvas
        for block, right, down in card.parts:
            x, y = left + right, top - down
            for bookmark in block.bookmarks:
                key = f"{self.cards}-{bookmark.level}"
                canvas.bookmarkPage(key, fit="XYZ", left=x, top=y)
                canvas.addOutlineEntry(bookmark.title, key, bookmark.level)
            for row in block.rows:
                for mark in row.marks:
                    self._mark(mark, x, y)
                y -= row.height

    def _mark(self, mark: object, x: float, y: float) -> None:
        canvas = self._canvas
        match mark:
            case Words():
                canvas.setFont(FACES[mark.style.face], mark.style.size)
                canvas.setFillColorRGB(*mark.style.colour)
                canvas.drawString(x + mark.x, y - mark.y, mark.text)
            case Line():
                canvas.setLineWidth(mark.width)
                canvas.setStrokeColorRGB(*mark.colour)
                for start, end in pairwise([(x + at, y - down) for at, down in mark.points]):
                    canvas.line(*start, *end)
            case Square():
                canvas.setLineWidth(TICK_LINE)
                canvas.setStrokeColorRGB(*QUIET)
                canvas.rect(x + mark.x, y - mark.y - mark.side, mark.side, mark.side)
            case Ring():
                canvas.setLineWidth(HAIR)
                canvas.setStrokeColorRGB(*FAINT)
                canvas.circle(x + mark.x, y - mark.y, mark.radius)
            case Picture():
                canvas.saveState()
                canvas.transform(mark.scale, 0, 0, mark.scale, x + mark.x, y - mark.y)
                canvas.doForm(self._form(mark))
                canvas.restoreState()
            case Link():
                left, high = x + mark.x, y - mark.y
                box = (left, high - mark.height, left + mark.width, high)
                canvas.linkURL(mark.target, box)
            case _:
                raise AssertionError(f"session cards have no {mark}")

    def _form(self, picture: Picture) -> str:
        canvas, key = self._canvas, (picture.kind, picture.name)
        if key in self._forms:
            return self._forms[key]
        name = self._forms[key] = f"{picture.kind}-{len(self._forms)}"
        if picture.kind == "figure":
            pair = pair_of(self._figures, picture.name)
            canvas.beginForm(name, pair.left, -pair.height, pair.right, 0)
            draw_pair(canvas, figure_of(self._figures, picture.name), self._theme.figure)
        else:
            code = code_of(picture.name)
            assert code
            canvas.beginForm(name, 0, -code.whole, code.whole, 0)
            draw_code(canvas, code)
        canvas.endForm()
        return name
