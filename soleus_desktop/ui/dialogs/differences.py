"""A list of differences: where, and what; one that is chosen is shown on the board."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.plan.compare_words import Difference
from soleus_desktop.ui.dialogs.foot import in_words
from soleus_desktop.ui.widgets.labels import hint_label, quiet_label
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.no_drops import NoDrops
from soleus_desktop.ui.widgets.rows import as_rows
from soleus_desktop.ui.work import Work

Index = QModelIndex | QPersistentModelIndex
PLACE, WHAT = range(2)
PAUSE_MS = 150
AT_ONCE = 60
"""Rows that a view is given: to lay out hundreds of them takes a third of a second."""
_ROOT = QModelIndex()


class DifferencesModel(NoDrops, QAbstractTableModel):
    """The place and the words of each difference; a view is given more when it comes to the end."""

    def __init__(self) -> None:
        super().__init__()
        self.differences: tuple[Difference, ...] = ()
        self._given = 0

    def show(self, differences: Sequence[Difference]) -> None:
        """Show these."""
        self.beginResetModel()
        self.differences = tuple(differences)
        self._given = min(len(self.differences), AT_ONCE)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._given

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._given < len(self.differences)

    def fetchMore(self, parent: Index) -> None:
        more = min(len(self.differences), self._given + AT_ONCE)
        self.beginInsertRows(_ROOT, self._given, more - 1)
        self._given = more
        self.endInsertRows()

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        difference = self.differences[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return difference.label if index.column() == PLACE else breakable(difference.text)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        return None


class Differences(QWidget):
    """The list with a line above that sums up, and a button that copies it all as text.

    `refresh` is called when edits pause: none of them waits for a comparison beside the window. It
    shows differences, or has them found.
    """

    chosen = Signal(object)
    """The place of the difference that a person went to."""
    closed = Signal()

    def __init__(self, refresh: Callable[[], object]) -> None:
        super().__init__()
        self._title = ""
        self._work = Work(self)
        self._asked: object | None = None
        """What stands for the question that is still to be answered."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(refresh)
        self.model = DifferencesModel()
        self.summary = quiet_label("")
        self.none = hint_label("There is no difference.")
        self.view = _table(self.model)
        self.view.selectionModel().currentRowChanged.connect(self._on_current)
        self.view.clicked.connect(self._on_current)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_button = buttons.addButton("&Copy as text", copy)
        self.copy_button.clicked.connect(self.copy)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.closed)
        in_words(buttons)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self.summary, self.view, self.none, buttons):
            layout.addWidget(part)
        layout.setStretchFactor(self.view, 1)
        layout.setStretchFactor(self.none, 1)

    @property
    def text(self) -> str:
        """All of it as text, below what was compared."""
        lines = [str(difference) for difference in self.model.differences]
        return "\n".join([self._title, "", *(lines or ["There is no difference."])])

    @property
    def settled(self) -> bool:
        """Whether what is shown is what there is."""
        return self._asked is None and not self._pause.isActive()

    def work_out(self, title: str, compare: Callable[[], Sequence[Difference]]) -> None:
        """Compare beside the window, and show what is found unless something else is asked for."""
        self._pause.stop()
        self._work.drop()
        self._asked = asked = object()

        def show(found: Sequence[Difference]) -> None:
            if asked is self._asked:
                self.show_differences(title, found)

        self._work.run(compare, show)

    def show_differences(self, title: str, differences: Sequence[Difference]) -> None:
        """Show these; `title` says what was held against what."""
        self._pause.stop()
        self._asked = None
        self._title = title
        self.model.show(differences)
        count = len(differences)
        self.summary.setText(f"{count} difference{'' if count == 1 else 's'}" if count else "")
        self.summary.setVisible(bool(count))
        self.view.setVisible(bool(count))
        self.none.setVisible(not count)
        self.copy_button.setEnabled(True)
        self.view.resizeColumnToContents(PLACE)
        self.view.resizeRowsToContents()

    def refresh_soon(self) -> None:
        """See that what is shown follows; until then it leads nowhere."""
        self._pause.start()

    def say(self, text: str) -> None:
        """Say why there is nothing to compare."""
        self.show_differences("", ())
        self.none.setText(text)
        self.copy_button.setEnabled(False)

    def copy(self) -> None:
        """Put it all on the clipboard as text."""
        QGuiApplication.clipboard().setText(self.text)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and self.settled:
            self.chosen.emit(self.model.differences[index.row()].place)


def _table(model: DifferencesModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName("Differences")
    view.setAccessibleDescription("The arrow keys show each on the board.")
    view.setFrameShape(QFrame.Shape.NoFrame)
    as_rows(view)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
    return view
