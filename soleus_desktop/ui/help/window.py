"""The window of the help: a search and the list of pages at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.help.contents import Contents
from soleus_desktop.ui.help.page import Page
from soleus_desktop.ui.help.reader import Reader
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label

SIZE, LEFT = QSize(920, 640), 280
BETWEEN = 6
"""Between titles: those of rules take several lines."""


class HelpWindow(QWidget):
    """Stands beside the window it was opened from, which can be worked in meanwhile."""

    def __init__(
        self, pages: Sequence[Page], figures: FigurePainter, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Help")
        self._pages = {page.id: page for page in pages}
        self._been: list[str] = []
        self.contents = Contents(pages)
        self.search = QLineEdit(placeholderText="Search the help", clearButtonEnabled=True)
        self.search.setMaxLength(100)
        self.search.setAccessibleName("Search the help")
        self.search.setAcceptDrops(False)
        self.list = _list(self.contents)
        self.nothing = hint_label("No page says all of that.")
        self.nothing.hide()
        self.reader = Reader(figures, theme)
        self.back_button = QPushButton("&Back")
        self._arrange()
        self.search.textChanged.connect(self._on_search)
        self.search.returnPressed.connect(self._open_first)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.reader.page_wanted.connect(self.show_page)
        self.back_button.clicked.connect(self.back)
        for keys, do in (
            (QKeySequence.StandardKey.Find, self.search.setFocus),
            (QKeySequence.StandardKey.Back, self.back),
            (QKeySequence.StandardKey.Cancel, self.close),
            ("Ctrl++", lambda: self.reader.enlarge(1)),
            ("Ctrl+=", lambda: self.reader.enlarge(1)),
            ("Ctrl+-", lambda: self.reader.enlarge(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme's colours."""
        self.reader.set_theme(theme)

    def show_page(self, page_id: str) -> None:
        """Show a page and come to the front. Raises KeyError where there is none of that id."""
        self._go(self._pages[page_id])
        self.show()
        self.raise_()
        self.activateWindow()

    def back(self) -> None:
        """Show the page before this one."""
        if len(self._been) > 1:
            self._been.pop()
            self._go(self._pages[self._been.pop()])

    def _go(self, page: Page) -> None:
        if self._been[-1:] != [page.id]:
            self._been.append(page.id)
            self.reader.show_page(page)
        self.back_button.setEnabled(len(self._been) > 1)
        self._point_out(page.id)

    def _point_out(self, page_id: str) -> None:
        """Make a page current in the list, where the search leaves it."""
        row = self.contents.row_of(page_id)
        if row is not None:
            clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.contents.index(row), clear)

    def _on_current(self) -> None:
        row = self.list.currentIndex().row()
        page = self.contents.rows[row] if row >= 0 else None
        if isinstance(page, Page):
            self._go(page)

    def _on_search(self, text: str) -> None:
        self.contents.search(text)
        self.nothing.setVisible(not self.contents.rows)
        self.list.setVisible(bool(self.contents.rows))
        if self._been:
            self._point_out(self._been[-1])

    def _open_first(self) -> None:
        row = self.contents.first
        if row is not None:
            self.list.setCurrentIndex(self.contents.index(row))
            self.list.setFocus()

    def _arrange(self) -> None:
        left, right, split = QWidget(), QWidget(), QSplitter(Qt.Orientation.Horizontal)
        column = QVBoxLayout(left)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        for text, name, steps in (("A\u2212", "Smaller text", -1), ("A+", "Larger text", 1)):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} (Ctrl{'+' if steps > 0 else ''}{text[1]})")
            button.clicked.connect(lambda _checked=False, by=steps: self.reader.enlarge(by))
            buttons.addWidget(button)
        beside = QVBoxLayout(right)
        beside.addLayout(buttons)
        beside.addWidget(self.reader)
        for layout in (column, beside):
            layout.setContentsMargins(8, 8, 8, 8)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setSizes([LEFT, SIZE.width() - LEFT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)


class _Apart(QStyledItemDelegate):
    """Leaves room between the lines of a list; its own spacing would cut wrapped ones short."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return super().sizeHint(option, index) + QSize(0, BETWEEN)


def _list(contents: Contents) -> QListView:
    view = QListView()
    view.setModel(contents)
    view.setAccessibleName("Pages")
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setWordWrap(True)
    view.setItemDelegate(_Apart(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    return view
