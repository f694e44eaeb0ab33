"""The library: search an exercise, drag it to the board or add it with Enter; make own ones."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.guide.model import exercise_of
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.panels.library_delegate import FIGURE, LibraryDelegate
from soleus_desktop.ui.panels.library_model import EXERCISE_ROLE, Groups, LibraryModel
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryPanel(QWidget):
    """A search field above the exercises: the guide's, then the plan's, then a person's own.

    What is asked for an exercise goes by its id; the panel changes nothing itself.
    """

    chosen = Signal(str)
    """The id of an exercise that shall go into the plan: Enter or a double click."""

    picked_up = Signal(str)
    """The id of an exercise that shall be carried over the board by keys: Space."""

    new_wanted = Signal()
    """An exercise of one's own shall be made."""
    edit_wanted = Signal(str)
    duplicate_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(self, session: Session, figures: FigurePainter, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._exercises = session.exercises
        self.model = LibraryModel(self._groups())
        self._delegate = LibraryDelegate(figures, theme)
        self._build(figures)
        self._connect()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self._delegate.theme = theme
        if self.view.isVisible():
            self.view.viewport().update()

    def focus_search(self) -> None:
        """Go to the search field, ready to type over what stands there."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _build(self, figures: FigurePainter) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search exercises")
        self.search.setClearButtonEnabled(True)
        self.search.setTextMargins(4, 2, 4, 2)
        self.search.setMaxLength(100)
        self.search.setAcceptDrops(False)  # a plan file goes to the window, which opens it
        self.search.setAccessibleName("Search exercises")
        self.search.setAccessibleDescription(
            "Arrow down goes into the list, Enter adds the first exercise to the selected day."
        )
        self.view = _ExerciseList(figures)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self._delegate)
        self._none = hint_label("")
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addLayout(self._stack, 1)
        self.new = QPushButton("&New exercise…")
        self.new.setToolTip("Make an exercise of your own: for this plan, and to keep")
        layout.addWidget(self.new)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(self._choose_at)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.new.clicked.connect(self.new_wanted)
        self._session.plan_changed.connect(self._on_plan_changed)

    def show_offered(self) -> None:
        """Show what the session offers now besides the exercises of guide and plan."""
        self.model.set_groups(self._groups())

    def _on_plan_changed(self) -> None:
        if self._session.exercises is not self._exercises:
            self._exercises = self._session.exercises
            self.show_offered()

    def _groups(self) -> Groups:
        guide, plan = self._session.guide.exercises, self._session.exercises
        offered = self._session.offered
        return {
            "The guide": list(guide.values()),
            "In this plan": [own for own in plan.values() if own.custom],
            "Mine": [exercise_of(made) for made in offered.values() if made.id not in plan],
        }

    def _show_menu(self, at: QPoint) -> None:
        """Show what can be done to the exercise under the pointer, or without one."""
        index = self.view.indexAt(at)
        exercise = index.data(EXERCISE_ROLE) if index.isValid() else None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if exercise:
            name = exercise.id
            menu.addAction("&Add to the selected day", lambda: self.chosen.emit(name))
            menu.addSeparator()
        menu.addAction("&New exercise…\tIns", self.new_wanted.emit)
        if exercise:
            menu.addAction("D&uplicate…", lambda: self.duplicate_wanted.emit(name))
            for text, wanted in (
                ("&Edit…\tF2", self.edit_wanted),
                ("&Delete\tDel", self.delete_wanted),
            ):
                action = menu.addAction(text, partial(wanted.emit, name))
                action.setEnabled(exercise.custom)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _ask_by_key(self, key: int) -> bool:
        """Ask for what a key means in the list; tell whether it means anything."""
        index = self.view.currentIndex()
        wanted = {Qt.Key.Key_F2: self.edit_wanted, Qt.Key.Key_Delete: self.delete_wanted}
        if key == Qt.Key.Key_Insert:
            self.new_wanted.emit()
        elif key in wanted and index.isValid():
            wanted[Qt.Key(key)].emit(index.data(EXERCISE_ROLE).id)
        return key == Qt.Key.Key_Insert or key in wanted

    def _on_search(self, text: str) -> None:
        self.model.search(text)
        self._none.setText(f"No exercise matches \u201c{text.strip()}\u201d. Escape clears it.")
        self._stack.setCurrentIndex(0 if self.model.shown else 1)

    def _choose(self) -> None:
        """Choose the current exercise, or the first one that was found."""
        current = self.view.currentIndex()
        self._choose_at(current if current.isValid() else self.model.index(0))

    def _choose_at(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(EXERCISE_ROLE).id)

    def _go_to_list(self) -> None:
        if self.model.shown:
            if not self.view.currentIndex().isValid():
                self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down:
                self._go_to_list()
                return True
            if watched is self.search and key == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if watched is self.view and key in _RETURN:
                self._choose()
                return True
            if watched is self.view and key == Qt.Key.Key_Space and not event.modifiers():
                index = self.view.currentIndex()
                if index.isValid():
                    self.picked_up.emit(index.data(EXERCISE_ROLE).id)
                return True
            if watched is self.view and self._ask_by_key(key):
                return True
            at_top = self.view.currentIndex().row() <= 0
            if watched is self.view and key == Qt.Key.Key_Up and at_top:
                self.focus_search()
                return True
        return super().eventFilter(watched, event)


class _ExerciseList(QListView):
    """A list whose rows leave it as their figure."""

    def __init__(self, figures: FigurePainter) -> None:
        super().__init__()
        self._figures = figures
        self.setAccessibleName("Exercises")
        self.setAccessibleDescription(
            "Enter adds the exercise to the selected day of the board, Space picks it up, "
            "Insert makes a new one, F2 edits and Delete deletes one of your own."
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not index.isValid():
            return
        pixmap = self._figures.pixmap(
            index.data(EXERCISE_ROLE).figure, FIGURE, self.devicePixelRatioF()
        )
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(pixmap)
        drag.setHotSpot(QPoint(round(pixmap.width() / pixmap.devicePixelRatio() / 2), FIGURE // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()  # narrower rows are higher

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 100)
