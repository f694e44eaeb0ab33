"""The two lists of the start page: templates as cards, recent plans as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from soleus_desktop.ui.start.glimpse import Glimpse
from soleus_desktop.ui.start.model import GLIMPSE_ROLE, PlanFiles
from soleus_desktop.ui.start.painting import CardDelegate, PlanDelegate, RowDelegate
from soleus_desktop.ui.start.words import spoken_recent, spoken_template
from soleus_desktop.ui.theme import Theme

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanList(QListView):
    """Plan files to choose from: a click or Enter takes one, Delete takes one away."""

    chosen = Signal(object)
    """The `Glimpse` of a file that is to be opened."""
    unwanted = Signal(object)
    """The `Glimpse` of a file that is to go."""
    menu_wanted = Signal(object, QPoint)
    """A context menu for a `Glimpse` is wanted at a global position."""

    delegate: PlanDelegate

    def __init__(self, spoken: Callable[[Glimpse], str]) -> None:
        super().__init__()
        self.files = PlanFiles(spoken, self)
        self.setModel(self.files)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.chosen.emit(index.data(GLIMPSE_ROLE)))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on; on the window's own ground."""
        self.delegate.theme = theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, theme["window"])
        self.setPalette(palette)

    def show_files(self, files: Iterable[Glimpse]) -> None:
        """Show these files, staying at the one that was current as far as it is there."""
        here = self.currentIndex().row()
        self.files.set_files(files)
        if here >= 0 and self.files.shown:
            self.setCurrentIndex(self.files.index(min(here, len(self.files.shown) - 1)))

    @property
    def current(self) -> Glimpse | None:
        """The file that keys are meant for."""
        index = self.currentIndex()
        return index.data(GLIMPSE_ROLE) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.current and event.key() in _RETURN:
            self.chosen.emit(self.current)
        elif self.current and event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit(self.current)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.files.shown:  # Qt makes the first one current, but does not select it
            self.setCurrentIndex(self.files.index(max(self.currentIndex().row(), 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.globalPos() if by_mouse else self._middle(index)
            self.menu_wanted.emit(index.data(GLIMPSE_ROLE), at)

    def _middle(self, index: QModelIndex) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).center())


class TemplateList(PlanList):
    """Templates as cards side by side, as many as there is room for, all of one width."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spoken_template)
        self.setAccessibleName("Templates")
        self.setAccessibleDescription("Enter begins a plan from the template.")
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setAcceptDrops(False)  # the window opens what is dropped
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.delegate = CardDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Make the cards as wide as their columns, beside a scroll bar where one is needed."""
        room, height = self.maximumViewportSize(), self.delegate.height
        policy = Qt.ScrollBarPolicy
        columns = max(1, room.width() // self.delegate.least_width)
        needed = ceil(len(self.files.shown) / columns) * height > room.height()
        # Else Qt would keep room for one that never comes.
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed else policy.ScrollBarAlwaysOff
        )
        if needed:
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            columns = max(1, room.width() // self.delegate.least_width)
        self.setGridSize(QSize(room.width() // columns, height))

    def show_files(self, files: Iterable[Glimpse]) -> None:
        super().show_files(files)
        self.arrange()


class RecentList(PlanList):
    """Recent plans below one another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(spoken_recent)
        self.setAccessibleName("Recent plans")
        self.setAccessibleDescription("Enter opens the plan, Delete takes it off this list.")
        self.delegate = RowDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.set_theme(theme)
