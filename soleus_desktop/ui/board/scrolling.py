"""Which weeks the board shows, and how to show others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QAbstractScrollArea, QHeaderView


class Scrolling:
    """Speaks of places by week: 2.5 is the middle of the third."""

    def __init__(self, view: QAbstractScrollArea, weeks: QHeaderView) -> None:
        self._view, self._weeks = view, weeks

    def visible(self) -> tuple[float, float]:
        """Return where the window begins and where it ends; the end of the plan at most."""
        top = self._view.verticalScrollBar().value()
        return self._week_at(top), self._week_at(top + self._view.viewport().height())

    def show(self, week: float) -> None:
        """Bring a place to the top, as far as the plan is long enough."""
        row = min(int(week), self._weeks.count() - 1)
        if row >= 0:
            top = self._weeks.sectionPosition(row)
            into = round((week - row) * self._weeks.sectionSize(row))
            self._view.verticalScrollBar().setValue(top + into)

    def show_whole(self, row: int) -> None:
        """Scroll no further than it takes to see a week whole, or its top."""
        bar, height = self._view.verticalScrollBar(), self._view.viewport().height()
        top = self._weeks.sectionPosition(row)
        bottom = top + self._weeks.sectionSize(row)
        if top < bar.value() or bottom - top > height:
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Leave the same place at the top, whatever the rows' heights become."""
        top, _ = self.visible()
        yield
        self.show(top)

    def _week_at(self, position: int) -> float:
        row = self._weeks.logicalIndexAt(position - self._weeks.offset())
        if row < 0:
            return float(self._weeks.count())
        into = position - self._weeks.sectionPosition(row)
        return row + into / max(self._weeks.sectionSize(row), 1)
