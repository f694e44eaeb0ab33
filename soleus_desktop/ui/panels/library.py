"""The library: search an exercise, drag it to the board or add it with Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.panels.library_delegate import FIGURE, LibraryDelegate
from soleus_desktop.ui.panels.library_model import EXERCISE_ROLE, LibraryModel
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label

_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryPanel(QWidget):
    """A search field above the exercises of the guide and, after them, those of the plan."""

    chosen = Signal(str)
    """The id of an exercise that shall go into the plan: Enter or a double click."""

    picked_up = Signal(str)
    """The id of an exercise that shall be carried over the board by keys: Space."""

    def __init__(self, session: Session, figures: FigurePainter, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._exercises = session.exercises
        self.model = LibraryModel(session.exercises.values())
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
        layout.addLayout(self._stack)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._choose)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(self._choose_at)
        self._session.plan_changed.connect(self._on_plan_changed)

    def _on_plan_changed(self) -> None:
        if self._session.exercises is not self._exercises:
            self._exercises = self._session.exercises
            self.model.set_exercises(self._exercises.values())

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
            "Enter adds the exercise to the selected day of the board, Space picks it up."
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
