"""What is the least that these cards cost: their layout alone, and with finished operators.

`DirectPress` puts words, lines and pictures straight into the page as operators and nothing else:
no tags, links or bookmarks. What it has written of a block it keeps, and writes again.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from soleus_desktop.cards.block import Block, Card, Picture, Words
from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.lettering import Lettering, Run
from soleus_desktop.cards.ornaments import ornaments
from soleus_desktop.cards.tags import references
from tests.bench.plain_cards import PlainPress


class LayoutOnly(PlainPress):
    """Has the cards laid out and draws nothing."""

    def data(self) -> bytes:
        """Return nothing."""
        return b""

    def _card(self, card: Card, left: float, top: float) -> None:
        pass

    def _page_done(self) -> None:
        self.pages += 1


class DirectPress(PlainPress):
    """Writes operators into pages of its own."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._document: Any = self._canvas._doc
        self._file = PdfFile(self._document)
        self._lettering = Lettering(self._document)
        self._whole, self._all = self._file.number(), self._file.number()
        self._numbers: list[int] = []
        self._code: list[str] = []
        self._ready: WeakKeyDictionary[Block, str] = WeakKeyDictionary()

    def data(self) -> bytes:
        """Finish the PDF and return it."""
        numbers = self._document.idToObjectNumberAndVersion
        forms = [f"/{name} {n} 0 R" for name, (n, _) in numbers.items() if name[:8] == "FormXob."]
        fonts = f"/Font {numbers['BasicFonts'][0]} 0 R"
        self._file.add(self._all, f"<<{fonts}/XObject<<{' '.join(forms)}>>>>")
        size = f"{self._sheet.width} {self._sheet.height}"
        self._file.add(
            self._whole,
            f"<</Type/Pages/Kids[{references(self._numbers)}]/Count {len(self._numbers)}"
            f"/MediaBox[0 0 {size}]/Resources {self._all} 0 R>>",
        )
        self._document.Catalog.Pages = f"{self._whole} 0 R"
        self._document.Catalog.Outlines = None
        return self._file.finished()

    def _page_done(self) -> None:
        contents = self._file.number()
        self._file.stream(contents, "", "\n".join(self._code).encode("latin-1"))
        said = f"<</Type/Page/Parent {self._whole} 0 R/Contents {contents} 0 R>>"
        self._numbers.append(self._file.put(said))
        self._code.clear()
        self.pages += 1

    def _card(self, card: Card, left: float, top: float) -> None:
        for block, right, down in card.parts:
            if (code := self._ready.get(block)) is None:
                code = self._ready[block] = self._written(block)
            self._code.append(f"q 1 0 0 1 {left + right:.2f} {top - down:.2f} cm {code} Q")

    def _written(self, block: Block) -> str:
        runs: list[Run] = []
        code, y = [ornaments(block, 0.0, 0.0)], 0.0
        for row in block.rows:
            for mark in row.marks:
                if isinstance(mark, Words):
                    runs.append((mark.x, y - mark.y, mark, 0))
                elif isinstance(mark, Picture):
                    at = f"{mark.x:.2f} {y - mark.y:.2f} cm /FormXob.{self._form(mark)} Do"
                    code.append(f"q {mark.scale:.6f} 0 0 {mark.scale:.6f} {at} Q")
            y -= row.height
        return "\n".join([*code, self._lettering.text(runs, marked=False)])
