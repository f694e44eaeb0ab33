"""Marks of a state: each has a shape and a sign of its own besides its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

MARK = 14
"""The side of a mark in logical pixels."""


def draw_mark(painter: QPainter, kind: str, color: QColor, sign: QColor) -> None:
    """Draw a mark at the painter's origin, in a box of `MARK` pixels.

    `kind` is ``error`` (a disc with !), ``warning`` (a triangle with !), ``good`` (a disc with a
    tick), ``refused`` (a disc with a bar); anything else is a square with an i.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    middle = MARK / 2
    if kind in ("error", "good", "refused"):
        painter.drawEllipse(QPointF(middle, middle), middle - 0.5, middle - 0.5)
    elif kind == "warning":
        corners = [QPointF(middle, 0.5), QPointF(MARK, MARK - 1), QPointF(0, MARK - 1)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        painter.drawRoundedRect(QRectF(1, 1, MARK - 2, MARK - 2), 3, 3)
    pen = QPen(sign, 1.7)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    if kind == "good":
        painter.drawPolyline([QPointF(4, 7.4), QPointF(6.3, 9.7), QPointF(10.1, 4.9)])
    elif kind == "refused":
        painter.drawLine(QPointF(4, middle), QPointF(MARK - 4, middle))
    elif kind in ("error", "warning"):
        top = 3.6 if kind == "error" else 5.0
        painter.drawLine(QPointF(middle, top), QPointF(middle, top + 3.8))
        painter.drawPoint(QPointF(middle, top + 6.4))
    else:
        painter.drawLine(QPointF(middle, 6.6), QPointF(middle, 10.2))
        painter.drawPoint(QPointF(middle, 3.9))


def mark_pixmap(kind: str, color: QColor, sign: QColor, ratio: float) -> QPixmap:
    """Return a mark as a pixmap for a device of this pixel ratio."""
    pixmap = QPixmap(round(MARK * ratio), round(MARK * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, kind, color, sign)
    painter.end()
    return pixmap
