"""The picture under the pointer: what is dragged, and how many there are of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from soleus_desktop.ui.theme import Theme


def with_count(picture: QPixmap, count: int, theme: Theme) -> QPixmap:
    """Return a picture with a count at its upper right corner; of one it is left as it is."""
    if count < 2:
        return picture
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    metrics, text = QFontMetricsF(font), str(count)
    height = metrics.height() + 2
    width = max(height, metrics.horizontalAdvance(text) + height / 2)
    box = QRectF(picture.deviceIndependentSize().width() - width - 1, 1, width, height)
    painter.setPen(theme["on_accent"])
    painter.setBrush(theme["accent"])
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture
