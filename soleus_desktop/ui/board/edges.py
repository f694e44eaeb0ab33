"""Scrolling while something is held near an edge of the board, also when the pointer rests."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

TICK_MS = 16
FASTEST = 24
"""Pixels a tick, right at the edge or beyond it."""


class EdgeScroll(QObject):
    """Scrolls `area` as long as the followed point is within `margin` pixels of an edge."""

    def __init__(self, area: QAbstractScrollArea, margin: int) -> None:
        super().__init__(area)
        self._area, self.margin = area, margin
        self._point: QPoint | None = None
        self._scrolled: Callable[[QPoint], object] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def follow(self, point: QPoint, scrolled: Callable[[QPoint], object]) -> None:
        """Heed where the pointer is now; `scrolled` is told each time that the ground moved."""
        self._point, self._scrolled = point, scrolled
        if self._step(point) == QPoint(0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Nothing is held any more."""
        self._timer.stop()
        self._point = self._scrolled = None

    def _tick(self) -> None:
        if self._point is None or self._scrolled is None:
            return
        step, moved = self._step(self._point), False
        for bar, by in (
            (self._area.horizontalScrollBar(), step.x()),
            (self._area.verticalScrollBar(), step.y()),
        ):
            before = bar.value()
            bar.setValue(before + by)
            moved = moved or bar.value() != before
        if moved:
            self._scrolled(self._point)
        else:
            self._timer.stop()

    def _step(self, point: QPoint) -> QPoint:
        size = self._area.viewport().size()
        return QPoint(self._speed(point.x(), size.width()), self._speed(point.y(), size.height()))

    def _speed(self, at: int, length: int) -> int:
        """Pixels to go: the nearer the edge the faster; none in the middle."""
        margin = min(self.margin, length // 4)
        into = margin - at if at < margin else (length - margin) - at if at > length - margin else 0
        if not into or not margin:
            return 0
        by = max(1, round(FASTEST * min(abs(into) / margin, 1)))
        return -by if into > 0 else by
