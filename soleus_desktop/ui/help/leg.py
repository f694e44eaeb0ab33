"""Our own drawing of the lower leg from the side: the soleus, and the gastrocnemius over it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from soleus_desktop.ui.theme import Theme

WIDTH, HEIGHT, LETTERS = 440, 310, 14
LEG_AT = 46
"""How far to the right the leg stands, so that there is room for words at its left."""
_BONES = (
    ((178, -10), (150, 92)),  # thigh, running out of the picture
    ((150, 92), (176, 268)),  # shin
    ((166, 268), (148, 292)),  # heel
    ((176, 270), (262, 296)),  # foot
)
_KNEE, _ANKLE = (150, 92), (174, 266)


def draw_leg(theme: Theme, font: QFont, height: int, ratio: float) -> QPixmap:
    """Return the drawing with its words, `height` logical pixels high, for a device of a ratio."""
    scale = height / HEIGHT
    pixmap = QPixmap(round(WIDTH * scale * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(LEG_AT, 0)
    letters = QFont(font)
    letters.setPixelSize(LETTERS)
    painter.setFont(letters)
    _bones(painter, theme)
    painter.setPen(QPen(theme.figure["near-limb"], 1.2))
    for muscle, color in ((_gastrocnemius(), "far-limb"), (_soleus(), "muscle")):
        painter.setBrush(theme.figure[color])
        painter.drawPath(muscle)
    _tendon(painter, theme.figure["near-limb"])
    for text, at, end in (
        ("Gastrocnemius", (-40, 118), (120, 122)),
        ("crosses knee and ankle", (-40, 136), None),
        ("Soleus", (222, 170), (152, 186)),
        ("crosses the ankle alone", (222, 188), None),
        ("Achilles tendon", (-40, 254), (146, 252)),
    ):
        _label(painter, theme, text, at, end)
    painter.end()
    return pixmap


def _bones(painter: QPainter, theme: Theme) -> None:
    pen = QPen(theme.figure["prop"], 15)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for start, end in _BONES:
        painter.drawLine(QPointF(*start), QPointF(*end))
    painter.setPen(QPen(theme.figure["ground"], 2))
    painter.setBrush(theme["base"])
    for joint in (_KNEE, _ANKLE):
        painter.drawEllipse(QPointF(*joint), 7, 7)


def _gastrocnemius() -> QPainterPath:
    """Behind the knee, from the end of the thigh bone down to the tendon."""
    path = QPainterPath(QPointF(156, 62))
    path.cubicTo(126, 80, 108, 112, 119, 148)
    path.cubicTo(125, 172, 140, 196, 146, 220)
    path.cubicTo(152, 176, 146, 118, 156, 62)
    return path


def _soleus() -> QPainterPath:
    """Beneath it, from the shin below the knee down to the tendon."""
    path = QPainterPath(QPointF(156, 112))
    path.cubicTo(136, 134, 131, 172, 140, 204)
    path.cubicTo(143, 220, 147, 234, 149, 252)
    path.cubicTo(160, 232, 170, 200, 166, 168)
    path.cubicTo(164, 146, 160, 130, 156, 112)
    return path


def _tendon(painter: QPainter, color: QColor) -> None:
    pen = QPen(color, 5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(148, 236), QPointF(149, 288))


def _label(
    painter: QPainter,
    theme: Theme,
    text: str,
    at: tuple[int, int],
    end: tuple[int, int] | None,
) -> None:
    painter.setPen(theme["text"] if end else theme["quiet"])
    painter.drawText(QPointF(*at), text)
    if end:
        side = painter.fontMetrics().horizontalAdvance(text) + 6 if end[0] > at[0] else -6
        painter.setPen(QPen(theme["quiet"], 1))
        painter.drawLine(QPointF(at[0] + side, at[1] - 5), QPointF(*end))
