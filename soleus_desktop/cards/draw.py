"""Draw laid out cards into a PDF in memory: the same cards give the same bytes.

What comes twice (a figure, a code, a block) is stored once as a form; the words of blocks that
follow each other without one are one text object.
"""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.block import Block, Line, Picture, Ring, Square, Words
from soleus_desktop.cards.day import LaidCard
from soleus_desktop.cards.figures import draw_pair, figure_of, pair_of
from soleus_desktop.cards.look import CUT, FAINT, HAIR, QUIET, TICK_LINE
from soleus_desktop.cards.qr import code_of, draw_code
from soleus_desktop.cards.sheet import Sheet
from soleus_desktop.cards.typeface import FACES

rl_config.useA85 = 0  # binary streams: a fifth smaller, and no setting of the machine's matters

Placed = tuple[Block, float, float]
"""A block and its upper left corner, from the lower left corner of what is drawn on."""


class Press:
    """Draws cards of one size on sheets. One press makes one PDF."""

    def __init__(self, sheet: Sheet, margin: float, figures: Path) -> None:
        self._sheet, self._margin, self._figures = sheet, margin, figures
        self._out = io.BytesIO()
        self._canvas: Any = Canvas(
            self._out,
            pagesize=(sheet.width, sheet.height),
            pageCompression=1,
            invariant=1,
            initialFontName=FACES["regular"],
            lang="en",
        )
        self._forms: dict[object, str] = {}

    def about(self, title: str, author: str, subject: str) -> None:
        """Say what the PDF is, whose, and what it is about."""
        self._canvas.setTitle(encodable(title))
        self._canvas.setAuthor(encodable(author))
        self._canvas.setSubject(subject)
        self._canvas.setCreator("Soleus Desktop")

    def print(self, cards: list[LaidCard]) -> int:
        """Draw the cards in their order; return how many pages they take."""
        self._make_forms(cards)
        places = self._sheet.columns * self._sheet.rows
        week = None
        for start in range(0, len(cards), places):
            for place, card in enumerate(cards[start : start + places]):
                x, y = self._sheet.corner(place)
                self._draw(
                    [
                        (block, x + self._margin, y - self._margin - down)
                        for block, down in card.blocks
                    ]
                )
                if card.number == 1:
                    self._bookmark(card, x, y, new_week=card.day.week != week)
                    week = card.day.week
            self._cut_marks()
            self._canvas.showPage()
        return -(-len(cards) // places)

    def data(self) -> bytes:
        """Finish the PDF and return it."""
        self._canvas.save()
        return self._out.getvalue()

    def _make_forms(self, cards: list[LaidCard]) -> None:
        uses = Counter(block for card in cards for block, _ in card.blocks)
        for block in uses:
            self._make_pictures(block)
        for block, count in uses.items():
            if count > 1:
                margin = self._margin  # a code's quiet zone and half a line reach into it
                box = (-margin, -block.height - margin, self._sheet.card_w - margin, margin)
                self._canvas.beginForm(f"block-{len(self._forms)}", *box)
                self._draw([(block, 0.0, 0.0)])
                self._canvas.endForm()
                self._forms[block] = f"block-{len(self._forms)}"

    def _make_pictures(self, block: Block) -> None:
        for row in block.rows:
            for mark in row.marks:
                if isinstance(mark, Picture):
                    self._make_picture(mark)

    def _make_picture(self, picture: Picture) -> None:
        key = (picture.kind, picture.name)
        if key in self._forms:
            return
        name = f"{picture.kind}-{len(self._forms)}"
        canvas = self._canvas
        if picture.kind == "figure":
            pair = pair_of(self._figures, picture.name)
            canvas.beginForm(name, pair.left, -pair.height, pair.right, 0)
            draw_pair(canvas, figure_of(self._figures, picture.name))
        elif code := code_of(picture.name):
            canvas.beginForm(name, 0, -code.whole, code.whole, 0)
            draw_code(canvas, code)
        canvas.endForm()
        self._forms[key] = name

    def _draw(self, placed: list[Placed]) -> None:
        """Draw blocks in the order of reading, those that are stored by their form."""
        words: list[tuple[float, float, Words]] = []
        pen: object = None
        for block, x, y in placed:
            if name := self._forms.get(block):
                self._words(words)
                words = []
                self._place(name, x, y, 1.0)
                continue
            for row in block.rows:
                for mark in row.marks:
                    if isinstance(mark, Words):
                        words.append((x + mark.x, y - mark.y, mark))
                    elif isinstance(mark, Picture):
                        self._place(
                            self._forms[mark.kind, mark.name], x + mark.x, y - mark.y, mark.scale
                        )
                    else:
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

    def _stroke(self, mark: Line | Square | Ring, x: float, y: float, pen: object) -> object:
        """Draw a mark that is a stroke; `pen` is the one in use, that in use after is returned."""
        canvas = self._canvas
        match mark:
            case Line():
                wanted = (mark.width, mark.colour)
            case Square():
                wanted = (TICK_LINE, QUIET)
            case Ring():
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
            case Ring():
                canvas.circle(round(x + mark.x, 2), round(y - mark.y, 2), mark.radius)
        return wanted

    def _place(self, name: str, x: float, y: float, scale: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(scale, 0, 0, scale, round(x, 2), round(y, 2))
        canvas.doForm(name)
        canvas.restoreState()

    def _bookmark(self, card: LaidCard, x: float, y: float, new_week: bool) -> None:
        canvas, day = self._canvas, card.day
        key = f"{day.week}-{day.day}"
        canvas.bookmarkPage(key, fit="XYZ", left=x, top=y)
        if new_week:
            label = f"{day.week_name}: {day.week_label}" if day.week_label else day.week_name
            week = f"{day.week}"
            canvas.bookmarkPage(week, fit="XYZ", left=x, top=y)
            canvas.addOutlineEntry(encodable(label), week, level=0)
        canvas.addOutlineEntry(
            f"{day.day_name}, {day.date}" if day.date else day.day_name, key, level=1
        )

    def _cut_marks(self) -> None:
        marks = self._sheet.cut_marks(self._margin)
        if marks:
            self._canvas.setLineWidth(CUT)
            self._canvas.setStrokeColorRGB(*QUIET)
            self._canvas.lines(marks)


def encodable(text: str) -> str:
    """Return the text with half surrogate pairs replaced, which no PDF can hold."""
    return text.encode("utf-8", "replace").decode()
