"""Makes the PDF again whenever it is wanted otherwise, beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from soleus_desktop.guide.model import Guide
from soleus_desktop.ui.preview.order import Order, carry_out, in_words
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.cards.make import Cards

PAUSE_MS = 120
"""So long nothing is begun: who types or holds a key down wants the last of it alone."""


class Ended(Exception):
    """Nobody wants any more what is being made."""


class CardMaker(QObject):
    """Makes the first page at once, then all of them; a newer order ends the one before."""

    first_made = Signal(object)
    """The `Cards` of the first page alone."""
    made = Signal(object)
    """All the `Cards`."""
    failed = Signal(str)
    """Why there are none, in a sentence."""

    def __init__(self, guide: Guide, resources: Path, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._guide, self._resources, self._work = guide, resources, work
        self._order: Order | None = None
        self._ended = Event()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def order(self, order: Order, *, at_once: bool = False) -> None:
        """Make these next, and end what is being made."""
        self.end()
        self._order = order
        if at_once:
            self._begin()
        else:
            self._pause.start()

    def end(self) -> None:
        """Make nothing more; what is being made ends at its next card and nobody is told."""
        self._pause.stop()
        self._ended.set()
        self._work.drop()

    def _begin(self) -> None:
        self._pause.stop()
        assert self._order is not None
        ended = self._ended = Event()
        for pages, made in ((1, self._on_first), (None, self._on_made)):
            work = partial(self._make, self._order, pages, ended)
            self._work.run(work, partial(_tell, ended, made), partial(self._fail, ended))

    def _make(self, order: Order, first_pages: int | None, ended: Event) -> Cards:
        def each() -> None:
            if ended.is_set():
                raise Ended

        each()
        return carry_out(order, self._guide, self._resources, first_pages, each)

    def _on_first(self, cards: Cards) -> None:
        self.first_made.emit(cards)

    def _on_made(self, cards: Cards) -> None:
        self.made.emit(cards)

    def _fail(self, ended: Event, error: Exception) -> None:
        if not ended.is_set():
            ended.set()  # the whole of it would fail as its first page did
            expected = isinstance(error, (ValueError, KeyError, OSError))
            self.failed.emit(in_words(error) if expected else "The cards could not be drawn")
            if not expected:
                raise error


def _tell(ended: Event, made: Callable[[Cards], object], cards: Cards) -> None:
    if not ended.is_set():
        made(cards)
