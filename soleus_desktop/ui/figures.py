"""Paint the exercise figures: the same drawings that the cards print."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from soleus_desktop.guide.figures import CUSTOM, Command, Figure, Pose, load_figure
from soleus_desktop.ui.theme import Theme


class FigurePainter:
    """Draws figures in a theme's colours and keeps the pixmaps it made."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._figures: dict[str, Figure] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme from now on."""
        self._theme = theme
        self._pixmaps.clear()

    def pixmap(self, name: str, height: int, ratio: float, pose: str = "end") -> QPixmap:
        """Return a pose (``start`` or ``end``) as a transparent pixmap.

        `height` is in logical pixels, `ratio` the device's pixel ratio.
        """
        key = (name, pose, height, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(self.figure(name), height, ratio, pose)
        return self._pixmaps[key]

    def figure(self, name: str) -> Figure:
        """Return the figure of that name, or the one that stands for custom exercises."""
        if name not in self._figures:
            try:
                self._figures[name] = load_figure(self._folder, name)
            except FileNotFoundError:
                self._figures[name] = load_figure(self._folder, CUSTOM)
        return self._figures[name]

    def _draw(self, figure: Figure, height: int, ratio: float, pose: str) -> QPixmap:
        scale = height * ratio / figure.view_h
        pixmap = QPixmap(round(figure.view_w * scale), round(height * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale / ratio, scale / ratio)
        self.paint(painter, figure.start if pose == "start" else figure.end)
        painter.end()
        return pixmap

    def paint(self, painter: QPainter, pose: Pose) -> None:
        """Paint a pose in view units with the painter as it stands."""
        for shape in pose.shapes:
            color = self._theme.figure[shape.role]
            path = _path(shape.commands)
            if shape.filled:
                painter.fillPath(path, color)
            else:
                pen = QPen(color, shape.width)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.strokePath(path, pen)


def _path(commands: tuple[Command, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for verb, at in commands:
        match verb:
            case "M":
                path.moveTo(*at)
            case "L":
                path.lineTo(*at)
            case "C":
                path.cubicTo(*at)
            case _:
                path.closeSubpath()
    return path
