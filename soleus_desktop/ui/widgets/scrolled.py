"""A scroll area that scrolls up and down alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea


class Scrolled(QScrollArea):
    """Never narrower than what it holds: in large letters a form is wider than its column was."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        held = self.widget()
        if held:
            bar = self.verticalScrollBar().sizeHint().width()
            hint.setWidth(held.minimumSizeHint().width() + bar)
        return hint

    def eventFilter(self, held: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(held, event)
