"""Shows plans that are kept: a list with small pictures, and in words what is told of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.ui.recovery.kept import Kept
from soleus_desktop.ui.recovery.rows import Rows
from soleus_desktop.ui.widgets.labels import headline, quiet_label
from soleus_desktop.ui.widgets.lines import breakable

PICTURE = QSize(84, 60)
SIZE = QSize(820, 480)
READING = "Comparing…"


class KeptDialog(QDialog):
    """Lets plans be looked at and something be done with the current one.

    Escape closes it and does nothing.
    """

    def __init__(
        self, title: str, about: str, more: str, plans: Sequence[Kept], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.rows = Rows(list(plans), self)
        self.list = QListView()
        self.list.setModel(self.rows)
        self.list.setAccessibleName("Plans")
        self.list.setIconSize(PICTURE)
        self.list.setUniformItemSizes(True)
        self.list.setSpacing(2)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = QPlainTextEdit()
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName("What differs")
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        beside = QSplitter()
        beside.setChildrenCollapsible(False)
        for part, stretch in ((self.list, 5), (self.told, 6)):
            beside.addWidget(part)
            beside.setStretchFactor(beside.count() - 1, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for label in (headline(breakable(about)), quiet_label(breakable(more))):
            layout.addWidget(label)
        layout.addWidget(beside, 1)
        layout.addWidget(self.buttons)
        self.resize(SIZE)
        self._doing: list[QPushButton] = []
        self.list.selectionModel().currentChanged.connect(self._show)
        self.rows.dataChanged.connect(self._show)
        self.rows.rowsRemoved.connect(self._show)
        self.choose(0)

    @property
    def current(self) -> Kept | None:
        """The plan that is looked at."""
        row = self.list.currentIndex().row()
        return self.rows.shown[row] if 0 <= row < len(self.rows.shown) else None

    def choose(self, row: int) -> None:
        """Look at a plan."""
        index = self.rows.index(row)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, select)
        self._show()

    def add(self, text: str, do: Callable[[Kept], object]) -> QPushButton:
        """Add a button that does something with the current plan, once that has been read."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(lambda: self.current and do(self.current))
        button.setAutoDefault(False)
        self._doing.append(button)
        self._show()
        return button

    def add_leave(self, text: str) -> QPushButton:
        """Add the button that does nothing, as Escape."""
        return self.buttons.addButton(text, QDialogButtonBox.ButtonRole.RejectRole)

    def _show(self, *_: QModelIndex) -> None:
        kept = self.current
        told = (kept.told or READING) if kept else ""
        if told != self.told.toPlainText():
            self.told.setPlainText(told)
        for button in self._doing:
            button.setEnabled(kept is not None and kept.plan is not None)
