"""One page, as large as is wanted; scrolling past its end goes on to the next."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from soleus_desktop.ui.preview.images import PageImages

Fit = Literal["page", "width", ""]
LEAST_PCT, MOST_PCT = 25, 400
STEPS_PCT = (25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400)
PIXELS_A_POINT = 96 / 72
"""At 100 %, in logical pixels."""
_MARGIN = 14
_NOTCH = 120


class PageView(QAbstractScrollArea):
    """Shows a page of `PageImages`. `fit` keeps it as large as there is room for."""

    zoomed = Signal()
    """Another size is shown."""
    page_wanted = Signal(int)
    """The page to go to, from 0; there may be none of that number."""

    def __init__(self, images: PageImages) -> None:
        super().__init__()
        self._images = images
        self.page = 0
        self.fit: Fit = "page"
        self._zoom_pct = 100.0
        self._last = QPixmap()
        self._message = ""
        self._turned = 0
        self.setAccessibleName("Page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        images.came.connect(self._on_came)

    # --- what is shown --------------------------------------------------------------------------

    def show_page(self, page: int, *, at_end: bool = False) -> None:
        """Show a page from its beginning, or from its end."""
        if page != self.page:
            self.page, self._last = page, QPixmap()
        self._lay_out()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if at_end else bar.minimum())
        self._describe()
        self.viewport().update()

    def refresh(self) -> None:
        """Show the same place of another PDF; what was shown stays until that is drawn."""
        self._message = ""
        self._lay_out()
        self._describe()
        self.viewport().update()

    def say(self, message: str) -> None:
        """Show a sentence where there is no page."""
        self._message, self._last = message, QPixmap()
        self._lay_out()
        self._describe()
        self.viewport().update()

    @property
    def zoom_pct(self) -> float:
        """How large the page is; 100 is as large as on paper, on a screen of 96 dots an inch."""
        size, room = self._points, self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        if size is None or not self.fit:
            return self._zoom_pct
        across = room.width() / size.width()
        fits = across if self.fit == "width" else min(across, room.height() / size.height())
        return min(max(100 * fits / PIXELS_A_POINT, LEAST_PCT), MOST_PCT)

    def zoom_to(self, percent: float) -> None:
        """Show the page this large, its middle where it was."""
        before, self.fit = self.zoom_pct, ""
        middles = [
            (bar, (bar.value() + bar.pageStep() / 2) / before)
            for bar in (self.horizontalScrollBar(), self.verticalScrollBar())
        ]
        self._zoom_pct = min(max(percent, LEAST_PCT), MOST_PCT)
        self._lay_out()
        for bar, middle in middles:
            bar.setValue(round(middle * self._zoom_pct - bar.pageStep() / 2))
        self.zoomed.emit()
        self.viewport().update()

    def zoom_by(self, steps: int) -> None:
        """Go so many steps larger, or smaller where negative."""
        now = self.zoom_pct
        if steps > 0:
            self.zoom_to(next((step for step in STEPS_PCT if step > now + 0.5), MOST_PCT))
        elif steps < 0:
            smaller = [step for step in STEPS_PCT if step < now - 0.5]
            self.zoom_to(smaller[-1] if smaller else LEAST_PCT)

    def fit_to(self, fit: Fit) -> None:
        """Keep the page as wide as the view, or as large as it holds whole."""
        self.fit = fit
        self._lay_out()
        self.zoomed.emit()
        self.viewport().update()

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _points(self) -> QSizeF | None:
        sizes = self._images.sizes
        return sizes[self.page] if 0 <= self.page < len(sizes) and not self._message else None

    @property
    def _size(self) -> QSize:
        """The page in logical pixels."""
        points = self._points
        return (points * (self.zoom_pct / 100 * PIXELS_A_POINT)).toSize() if points else QSize()

    @property
    def _place(self) -> QRect:
        """Where the page stands on the view."""
        size, view = self._size, self.viewport().size()
        x = max((view.width() - size.width()) // 2, _MARGIN) - self.horizontalScrollBar().value()
        y = max((view.height() - size.height()) // 2, _MARGIN) - self.verticalScrollBar().value()
        return QRect(QPoint(x, y), size)

    def _lay_out(self) -> None:
        size, view = self._size + QSize(2 * _MARGIN, 2 * _MARGIN), self.viewport().size()
        for bar, long, seen in (
            (self.horizontalScrollBar(), size.width(), view.width()),
            (self.verticalScrollBar(), size.height(), view.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(40)
            bar.setRange(0, max(long - seen, 0) if self.fit != "page" else 0)

    def _describe(self) -> None:
        pages = len(self._images.sizes)
        said = self._message or f"Page {self.page + 1} of {pages}"
        self.setAccessibleName(said)

    def _on_came(self, page: int) -> None:
        if page == self.page:
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self._message:
            room = self.viewport().rect().adjusted(40, 40, -40, -40)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(room, flags, self._message)
            return
        if self._points is None:
            return
        place, ratio = self._place, self.viewport().devicePixelRatioF()
        image = self._images.page(self.page, (QSizeF(place.size()) * ratio).toSize())
        if image is not None:
            self._last = QPixmap.fromImage(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._last.isNull():
            painter.fillRect(place, self.palette().color(QPalette.ColorRole.Base))
        else:
            painter.drawPixmap(place, self._last)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        if self.fit:
            self.zoomed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += turned
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            self.zoom_by(steps)
        elif turned and self._at_end(down=turned < 0):
            self._turned += turned
            if abs(self._turned) >= _NOTCH:
                self._turned = 0
                self.page_wanted.emit(self.page + (1 if turned < 0 else -1))
        else:
            self._turned = 0
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, key = Qt.Key, event.key()
        last = len(self._images.sizes) - 1
        goals = {keys.Key_Home: 0, keys.Key_End: last}
        if key in (keys.Key_PageDown, keys.Key_PageUp, keys.Key_Space):
            down = key != keys.Key_PageUp
            if self._at_end(down=down):
                self.page_wanted.emit(self.page + (1 if down else -1))
                return
            if key == keys.Key_Space:
                bar = self.verticalScrollBar()
                bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
                return
        elif key in goals:
            self.page_wanted.emit(goals[keys(key)])
            return
        super().keyPressEvent(event)

    def _at_end(self, *, down: bool) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() if down else bar.value() <= bar.minimum()
