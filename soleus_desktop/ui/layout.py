"""Where the window's parts stand: the board in the middle, panels around it that can be hidden."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

LIBRARY, BOARD, INSPECTOR = 215, 840, 290
ABOVE, BELOW = 560, 190


class Layout(QObject):
    """The panels by name (``library``, ``inspector``, ``history``, ...) around the board.

    `bar` stands above the board. `widget` holds them all; `states` is what to remember of the
    splitters between them.
    """

    changed = Signal()
    """A panel was shown or hidden."""

    def __init__(
        self,
        board: QWidget,
        panels: dict[str, QWidget],
        states: Sequence[str],
        parent: QObject,
        bar: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.panels = panels
        middle, across = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if bar is not None:
            column.addWidget(bar)
        column.addWidget(panels["overview"])
        column.addWidget(board, 1)
        for part in (above, panels["findings"]):
            middle.addWidget(part)
        middle.setStretchFactor(0, 1)
        middle.setSizes([ABOVE, BELOW])
        right = _Column(panels["inspector"], panels["history"])
        right.setStretchFactor(0, 1)
        right.setSizes([ABOVE, BELOW])
        panels["history"].hide()
        for part in (panels["library"], middle, right):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([LIBRARY, BOARD, INSPECTOR])
        self._splitters = (across, middle, right)
        for splitter in self._splitters:
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
            # As long as it was no part of a window it took what was in it then for its least size.
            splitter.setMinimumSize(0, 0)
        for splitter, state in zip(self._splitters, states, strict=False):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))
        self.widget: QWidget = across

    @property
    def states(self) -> tuple[str, ...]:
        """Where the splitters stand, as text to keep."""
        return tuple(
            bytes(splitter.saveState().toBase64().data()).decode("ascii")
            for splitter in self._splitters
        )

    def toggle(self, name: str) -> None:
        """Show a panel, or hide it."""
        panel = self.panels[name]
        panel.setVisible(panel.isHidden())
        self.changed.emit()

    def within(self, panel: QWidget, do: Callable[[], object]) -> None:
        """Do something in a panel, which has to be seen for it."""
        panel.show()
        do()
        self.changed.emit()


class _Column(QSplitter):
    """Parts one below the other; it takes no room while all of them are hidden."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._parts = parts
        for part in parts:
            self.addWidget(part)
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setHidden(all(other.isHidden() for other in self._parts))
        return super().eventFilter(part, event)
