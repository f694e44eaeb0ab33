"""Cards on a sheet of paper: how large, where, and where to cut."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards.options import PAPERS, CardOptions

Stroke = tuple[float, float, float, float]
"""x and y of both ends of a line, from the lower left corner of the sheet."""


class Sheet(NamedTuple):
    """A sheet that is cut into equal cards, edge to edge: sizes in points.

    Half an A4 sheet is an A5 card and a quarter an A6 one: what people have sleeves and boxes for.
    """

    width: float
    height: float
    columns: int
    rows: int

    @property
    def card_w(self) -> float:
        """Width of a card."""
        return self.width / self.columns

    @property
    def card_h(self) -> float:
        """Height of a card."""
        return self.height / self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Return the upper left corner of a card, counted from 0 as one reads."""
        row, column = divmod(place, self.columns)
        return column * self.card_w, self.height - row * self.card_h

    @property
    def turned(self) -> bool:
        """Tell whether backs stand on their head.

        Printed on both sides along the long edge, a sheet that lies on its side comes out upside
        down behind; so turned, a card cut from it turns over like a page.
        """
        return self.width > self.height

    def behind(self, place: int) -> int:
        """Return the place on the back of the sheet that lies behind a place on its front.

        The printer turns the sheet about its long edge.
        """
        row, column = divmod(place, self.columns)
        if self.turned:
            return (self.rows - 1 - row) * self.columns + column
        return row * self.columns + self.columns - 1 - column

    def cut_marks(self, margin: float) -> list[Stroke]:
        """Return where to cut: strokes in the cards' free `margin`, none for a single card.

        They reach far enough in from the edge for printers that leave 4 mm white.
        """
        marks: list[Stroke] = []
        length = margin * 0.85
        across = [n * self.card_w for n in range(1, self.columns)]
        down = [n * self.card_h for n in range(1, self.rows)]
        for x in across:
            marks += [(x, 0, x, length), (x, self.height - length, x, self.height)]
            marks += [(x, y - length / 2, x, y + length / 2) for y in down]
        for y in down:
            marks += [(0, y, length, y), (self.width - length, y, self.width, y)]
            marks += [(x - length / 2, y, x + length / 2, y) for x in across]
        return marks


def sheet_for(options: CardOptions) -> Sheet:
    """Return the sheet; with two or eight cards it is held the other way than its cards."""
    width, height = PAPERS[options.paper]
    count = options.per_page if options.layout == "session" else 1
    columns, rows = {1: (1, 1), 2: (2, 1), 4: (2, 2), 8: (4, 2)}[count]
    across = count in (2, 8)
    if options.landscape:
        columns, rows = rows, columns
    if options.landscape != across:
        width, height = height, width
    return Sheet(width, height, columns, rows)
