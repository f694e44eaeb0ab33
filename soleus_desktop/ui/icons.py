"""The icons of actions: line drawings in resources/icons/lucide, tinted by the theme.

An icon is drawn when it is first painted, at the size and pixel ratio that it is painted at. The
first time of all it leaves its room empty for a frame: what draws takes some milliseconds to load,
and a window should stand before that.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from soleus_desktop.ui.theme import Theme


class Icons:
    """Gives icons by name in a theme's colours. `shown` is called once they can be drawn."""

    def __init__(self, folder: Path, theme: Theme, shown: Callable[[], object]) -> None:
        self._folder, self._theme, self._shown = folder, theme, shown
        self._drawings: dict[str, bytes] = {}
        self._pixmaps: dict[tuple[str, str, int], QPixmap] = {}
        self._waking, self._awake = False, False

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on; icons that are shown have to be painted again."""
        self._theme = theme
        self._pixmaps.clear()

    def icon(self, name: str) -> QIcon:
        """Return an icon by the name of its file."""
        return QIcon(_Drawn(self, name))

    def pixmap(self, name: str, side: int, role: str = "text") -> QPixmap:
        """Return a drawing as a square of `side` device pixels in a colour of the theme.

        Raises FileNotFoundError where there is no such drawing.
        """
        key = (name, role, side)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, side, self._theme[role].name())
        return self._pixmaps[key]

    def when_awake(self, name: str, side: int, role: str) -> QPixmap:
        """Return the drawing, or an empty square while the window still comes up."""
        if self._awake:
            return self.pixmap(name, side, role)
        if not self._waking:
            self._waking = True
            QTimer.singleShot(0, self._wake)
        return _empty(side)

    def _wake(self) -> None:
        self._awake = True
        self._shown()

    def _draw(self, name: str, side: int, color: str) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # some milliseconds, never before the first frame

        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_bytes()
        tinted = self._drawings[name].replace(b"currentColor", color.encode())
        pixmap = _empty(side)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(tinted)).render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap


class _Drawn(QIconEngine):
    """Paints one icon at whatever size and ratio is asked for."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons, self._name = icons, name

    def clone(self) -> QIconEngine:
        return _Drawn(self._icons, self._name)

    def isNull(self) -> bool:
        return False

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        side = round(min(size.width(), size.height()) * scale)
        role = "faint" if mode == QIcon.Mode.Disabled else "text"
        drawn = QPixmap(self._icons.when_awake(self._name, side, role))
        drawn.setDevicePixelRatio(scale)
        return drawn


def _empty(side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
