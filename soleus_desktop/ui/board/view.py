"""The board itself: selecting, keys, menus, dragging and dropping."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.announce import announce
from soleus_desktop.ui.board.carrying import Carrying
from soleus_desktop.ui.board.day_header import DayHeader
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.dragging import Dragging
from soleus_desktop.ui.board.drops import NewEntry
from soleus_desktop.ui.board.edges import EdgeScroll
from soleus_desktop.ui.board.header import WeekHeader
from soleus_desktop.ui.board.heads import DayHeads, WeekHeads
from soleus_desktop.ui.board.hover import Hover
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.board.pointing import Pointing
from soleus_desktop.ui.board.rubber_band import Band
from soleus_desktop.ui.board.scrolling import Scrolling
from soleus_desktop.ui.board.showing import Shown
from soleus_desktop.ui.board.sprites import Sprites
from soleus_desktop.ui.board.steps import GOES, go
from soleus_desktop.ui.board.today import Clock
from soleus_desktop.ui.board.zoom import Zoom
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

Event = TypeVar("Event", QMouseEvent, QDropEvent)
MOST_UPDATED = 30
"""More cells than this are painted again all at once."""


class BoardView(QTableView):
    """Shows the plan. Changes it only through the session, by what `drops` makes of a drag."""

    activated_entry = Signal()
    """Enter or a double click: the selected entry (or day) is to be edited."""
    typed = Signal(str)
    """A letter, typed on the board: fast entry begins with it."""
    activated_week = Signal()
    """A double click on the head of a week: it is to be edited."""
    menu_wanted = Signal(QPoint)
    """A context menu for what is selected is wanted at a global position."""
    week_menu_wanted = Signal(QPoint)
    """The same for the selected week, from its head."""
    hovered = Signal(str)
    """What the drop that hovers would do, in words; empty when nothing hovers."""

    def __init__(
        self,
        session: Session,
        selection: Selection,
        theme: Theme,
        parent: QWidget | None = None,
        clock: Clock = date.today,
    ) -> None:
        super().__init__(parent)
        self._session, self._selection = session, selection
        sprites = Sprites(theme, self.font())
        self.board = BoardModel(session, self, clock)
        self.delegate = DayDelegate(session, selection, self.board, sprites, self)
        self._places = Places(self, self.board, self.delegate, session)
        self._edges = EdgeScroll(self, self.delegate.lines.chip)
        hover = Hover(self, self.delegate, self._places, self.hovered.emit)
        self._dragging = Dragging(
            self, self.delegate, session, selection, self._places, self._edges, hover
        )
        self._carrying = Carrying(
            self, self.delegate, session, selection, self._places, hover, partial(announce, self)
        )
        self._pointing = Pointing(
            self._places,
            selection,
            self._dragging,
            Band(self, self._places, selection, self._edges),
        )
        self.weeks = WeekHeader(self.board, sprites, self)
        self.scrolling = Scrolling(self, self.weeks)
        self.zoom = Zoom(self)
        self._days_wanted = False
        self.zoom.changed.connect(self._rescale)
        self.days = DayHeader(self.board, sprites, self)
        self.setVerticalHeader(self.weeks)
        self.setHorizontalHeader(self.days)
        self.setModel(self.board)
        self.setItemDelegate(self.delegate)
        self._look()
        self._ground(theme)
        self.board.rows_changed.connect(self._fit_rows)
        self.board.modelReset.connect(self._fit_rows)
        self.verticalScrollBar().valueChanged.connect(self.weeks.keep_text_in_view)
        selection.changed.connect(self._show_selection)
        WeekHeads(self.weeks, selection, self._dragging)
        DayHeads(self.horizontalHeader(), selection, self.board.rowCount)
        self.weeks.sectionDoubleClicked.connect(lambda _row: self.activated_week.emit())
        self.weeks.customContextMenuRequested.connect(self._on_week_menu)
        self._shown = Shown.of(selection)
        self._pointed = False
        """Whether the pointer selects: the day under it stays where it is."""
        self._fit_rows()

    def _look(self) -> None:
        self.setAccessibleName("Plan")
        self.setAccessibleDescription(
            "A row a week, a column a day. Space picks up what is selected."
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)  # see `_show_selection`
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setMouseTracking(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self._fit_days()

    def _fit_days(self) -> None:
        sprites = self.delegate.sprites
        letter = sprites.width("n", sprites.plain)
        self.days.setMinimumSectionSize(self.zoom.narrowest(letter))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or after another font or size, from now on."""
        sprites = Sprites(theme, self.zoom.font(self.font()), self.zoom.percent / 100)
        self.delegate.set_sprites(sprites, compact=self.zoom.compact)
        self.weeks.set_sprites(sprites)
        self.days.set_sprites(sprites)
        self._edges.margin = self.delegate.lines.chip
        self._fit_days()
        self._fit_rows()
        self._ground(theme)
        self.viewport().update()

    def _rescale(self) -> None:
        with self.scrolling.kept():
            self.set_theme(self.delegate.sprites.theme)
            self.updateGeometries()

    def fit(self) -> None:
        """Draw so large that seven days show, and as many weeks as stay easy to read."""
        room = self.viewport().size() + QSize(self.weeks.width(), 0)
        self.zoom.fit(self._session.plan.weeks, self.font(), room)

    def begin_with_days(self) -> None:
        """As soon as it is seen, draw so that seven days show: for a person who never zoomed."""
        self._days_wanted = True
        if self.isVisible():
            self._show_days()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._days_wanted:
            QTimer.singleShot(0, self._show_days)  # once it has its room

    def _show_days(self) -> None:
        self._days_wanted = False
        self.zoom.fit_days(self.font(), self.viewport().width() + self.weeks.width())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.zoom.wheel(event):
            super().wheelEvent(event)

    def _ground(self, theme: Theme) -> None:
        """Below the last week there is no day: show the window's own colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme["window"])
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "delegate"):
            self.set_theme(self.delegate.sprites.theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._carrying.let_go()
        self._show_focus()

    def _show_focus(self) -> None:
        self.update(self.board.at(self._selection.week, self._selection.day))

    # --- what is shown ------------------------------------------------------------------------

    def updateGeometries(self) -> None:
        """Let Qt fill the ground only where weeks and days leave some of it bare."""
        super().updateGeometries()
        ground = self.viewport()
        covered = self.weeks.length() >= ground.height() and self.days.length() >= ground.width()
        ground.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, covered)

    def _fit_rows(self, rows: list[int] | None = None) -> None:
        weeks = self._session.plan.weeks
        for row in range(len(weeks)) if rows is None else rows:
            self.weeks.resizeSection(row, self.delegate.lines.week_height(weeks[row]))

    def _show_selection(self) -> None:
        selection = self._selection
        before, now = self._shown, Shown.of(selection)
        if now == before:
            return
        self._shown = now
        self.delegate.selected, self.delegate.days = now.entries, now.days
        self.weeks.show_selected(now.weeks)
        changed = before.differs(now)
        if len(changed) > MOST_UPDATED:
            self.viewport().update()
        else:
            for cell in changed:
                self.update(self.board.at(*cell))
        index = self.board.at(selection.week, selection.day)
        if index.isValid() and now.here != before.here:
            if now.here[:2] != before.here[:2] or index != self.currentIndex():
                self.setCurrentIndex(index)
                if not self._pointed:
                    self.scrollTo(index)
            position = self._position()
            if position is not None:
                self._places.bring_into_sight(Slot(selection.week, selection.day, position))

    def _say_entry(self) -> None:
        """Say the current entry: Qt tells assistive technology of cells alone."""
        position = self._position()
        if position is not None:
            announce(self, self.board.spoken_entry(self.currentIndex(), position))

    def _by_pointer(self, do: Callable[[Event], object], event: Event) -> None:
        """Do what the pointer asks for, and leave the day that it selects where it is."""
        self._pointed = True
        try:
            do(event)
        finally:
            self._pointed = False

    def _position(self) -> int | None:
        """The current entry's place in its day."""
        day, entry_id = self._selection.current_day, self._selection.entry_id
        if day is None or entry_id is None:
            return None
        return next((at for at, entry in enumerate(day.entries) if entry.id == entry_id), None)

    # --- mouse and keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._carrying.let_go()
        self._by_pointer(self._pointing.press, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointing.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.activated_entry.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for what is under it, which a press has selected; by key at what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if self._places.slot_at(self.viewport().mapFromGlobal(event.globalPos())):
                self.menu_wanted.emit(event.globalPos())
            return
        index = self.board.at(self._selection.week, self._selection.day)
        if index.isValid():
            position, cell = self._position(), self.visualRect(index)
            at = cell if position is None else self.delegate.lines.chip_rect(cell, position)
            self.menu_wanted.emit(self.viewport().mapToGlobal(at.center()))

    def _on_week_menu(self, at: QPoint) -> None:
        """Select the week that the menu is asked for, then ask for it."""
        row = self.weeks.logicalIndexAt(at)
        if row >= 0:
            if not (self._selection.whole_weeks and row in self._selection.weeks):
                self._selection.select_weeks([row])
            self.week_menu_wanted.emit(self.weeks.viewport().mapToGlobal(at))

    def carry(self, exercise_id: str) -> None:
        """Carry an exercise of the library by keys, from the current day on."""
        exercise = self._session.known(exercise_id)
        if exercise:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._carrying.take(NewEntry(self._session, exercise))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._carrying.press(event):
            return
        plan, selection = self._session.plan, self._selection
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        extend = keys == Qt.KeyboardModifier.ShiftModifier
        if keys and not extend:
            event.ignore()
        elif event.key() in GOES:
            go(plan, selection, Qt.Key(event.key()), extend=extend)
            self._say_entry()
        elif event.text().isalpha():
            self.typed.emit(event.text())
        elif keys:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            self._carrying.pick_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.activated_entry.emit()
        elif event.key() == Qt.Key.Key_Escape and (self._shown.entries or self._shown.days):
            selection.select(selection.week, selection.day, selection.entry_id)
        else:
            event.ignore()

    # --- drag and drop: see `dragging` --------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._carrying.let_go()
        self._dragging.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dragging.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dragging.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._by_pointer(self._dragging.drop, event)
