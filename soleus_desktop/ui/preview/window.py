"""The window of the preview: pages at the left, one large in the middle, options at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.preview.choices import Choices
from soleus_desktop.ui.preview.images import PageImages
from soleus_desktop.ui.preview.maker import CardMaker
from soleus_desktop.ui.preview.order import Order
from soleus_desktop.ui.preview.page_view import STEPS_PCT, PageView
from soleus_desktop.ui.preview.pdf import page_sizes
from soleus_desktop.ui.preview.thumbnails import Thumbnails
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.labels import headline, plain_label, quiet_label
from soleus_desktop.ui.widgets.lines import breakable, sentence

if TYPE_CHECKING:
    from soleus_desktop.cards.make import Cards

SIZE = QSize(1180, 780)
RIGHT = 330
MOST_WARNINGS = 50
FITS = (("Whole page", "page"), ("Page width", "width"))
Named = tuple[Path, Plan]


class PreviewWindow(QDialog):
    """Stands beside the window and follows the plan and what is selected in it.

    `choose_plans` asks for further plan files, which go into the same PDF.
    """

    save_wanted = Signal(object)
    """The `Order` to write to a file."""
    print_wanted = Signal(object)
    """The `Order` to send to a printer."""
    chosen = Signal()
    """Other options were chosen."""

    def __init__(
        self,
        session: Session,
        selection: Selection,
        choices: Choices,
        maker: CardMaker,
        images: PageImages,
        choose_plans: Callable[[], Sequence[Named]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Print cards")
        self._session, self.choices, self._maker = session, choices, maker
        self._images, self._choose_plans = images, choose_plans
        self._more: list[Named] = []
        self._plan = session.plan
        self.thumbnails, self.view = Thumbnails(images), PageView(images)
        self._build()
        self._connect(selection)
        self._keys()
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self.view.setFocus()
        maker.order(self.order, at_once=True)

    @property
    def order(self) -> Order:
        """What is to be printed as it is chosen now."""
        plans = (self._session.plan, *(plan for _, plan in self._more))
        return Order(plans, self.choices.options, self.choices.logo)

    def show_page(self, page: int) -> None:
        """Look at a page, where there is one of that number (from 0)."""
        if 0 <= page < len(self._images.sizes) and page != self.view.page:
            self.view.show_page(page, at_end=page == self.view.page - 1)
            self.thumbnails.show_current(page)
            self._say_page()

    # --- what comes -----------------------------------------------------------------------------

    def _renew(self) -> None:
        self.state.setText("Drawing…")
        self._maker.order(self.order)

    def _on_options(self) -> None:
        self.chosen.emit()
        self._renew()

    def _on_selection(self) -> None:
        if self.choices.follow_selection():
            self._renew()

    def _on_plan(self) -> None:
        if self._session.plan is not self._plan:
            self._plan = self._session.plan
            self.choices.follow_selection()
            self._renew()

    def _on_first(self, cards: Cards) -> None:
        """Show the first page where it is looked at; else the whole is waited for."""
        if self.view.page == 0:
            self._show(cards)
            self.state.setText("Drawing…")

    def _on_made(self, cards: Cards) -> None:
        self._show(cards)
        pages = _count(cards.pages, "page")
        on_cards = self.choices.options.layout == "session"
        self.state.setText(f"{_count(cards.cards, 'card')} on {pages}" if on_cards else pages)
        self._warn(cards.warnings)

    def _show(self, cards: Cards) -> None:
        self._images.show(cards.data, page_sizes(cards.data))
        page = min(self.view.page, cards.pages - 1)
        if page != self.view.page:
            self.view.show_page(page)
        self.view.refresh()
        self.thumbnails.refresh()
        self.thumbnails.show_current(page)
        self._say_page()
        self._allow(True)

    def _on_failed(self, why: str) -> None:
        self._images.show(b"", [])
        self.thumbnails.refresh()
        self.view.show_page(0)
        self.view.say(f"{sentence(why)}.")
        self.state.setText("Nothing to print")
        self._warn(())
        self._say_page()
        self._allow(False)

    def _allow(self, there: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(there)

    def _warn(self, warnings: Sequence[str]) -> None:
        more = len(warnings) - MOST_WARNINGS
        shown = [*warnings[:MOST_WARNINGS], *([f"and {more} more"] if more > 0 else [])]
        self.warnings.setText(breakable("\n\n".join(shown)))
        for part in (self.warnings_title, self.warnings):
            part.setVisible(bool(shown))

    # --- pages and zoom -------------------------------------------------------------------------

    def _say_page(self) -> None:
        pages, page = len(self._images.sizes), self.view.page
        self.where.setText(f"Page {page + 1} of {pages}" if pages else "No page")
        self.back.setEnabled(page > 0)
        self.on.setEnabled(page < pages - 1)
        self._say_zoom()

    def _say_zoom(self) -> None:
        fit, percent = self.view.fit, f"{round(self.view.zoom_pct)} %"
        name = next((text for text, known in FITS if known == fit), percent)
        self.zoom.setItemText(0, percent)
        self.zoom.setCurrentIndex(max(self.zoom.findText(name), 0))

    def _on_zoom(self, row: int) -> None:
        value = self.zoom.itemData(row)
        if isinstance(value, str):
            self.view.fit_to("width" if value == "width" else "page")
        elif value:
            self.view.zoom_to(value)

    # --- several plans --------------------------------------------------------------------------

    def add_plans(self) -> None:
        """Ask for plan files and print their plans along."""
        known = {path for path, _ in self._more}
        self._more += [one for one in self._choose_plans() if one[0] not in known]
        self._list_plans()

    def _drop_plan(self) -> None:
        row = self.plans.currentRow()
        if row > 0:
            del self._more[row - 1]
            self._list_plans()

    def _list_plans(self) -> None:
        self.plans.clear()
        self.plans.addItem(self._session.name)
        for path, plan in self._more:
            self.plans.addItem(plan.title or path.stem)
        for part in (self.plans, self.drop_plan):
            part.setVisible(bool(self._more))
        self.choices.print_several(bool(self._more))
        self._renew()

    # --- putting together -----------------------------------------------------------------------

    def _build(self) -> None:
        middle, right = QVBoxLayout(), QVBoxLayout()
        middle.addLayout(self._bar())
        middle.addWidget(self.view, 1)
        right.addWidget(self._options(), 1)
        right.addLayout(self._buttons())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.thumbnails)
        layout.addLayout(middle, 1)
        layout.addLayout(right)

    def _bar(self) -> QHBoxLayout:
        self.where, self.state = plain_label(""), quiet_label("Drawing…")
        self.state.setWordWrap(False)
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("Size of the page")
        self.zoom.addItem("", 0)
        for text, fit in FITS:
            self.zoom.addItem(text, fit)
        for step in STEPS_PCT:
            self.zoom.addItem(f"{step} %", step)
        self.zoom.setMinimumContentsLength(11)
        self.back, self.on = _arrow("Previous page", left=True), _arrow("Next page", left=False)
        self.back.clicked.connect(lambda: self.show_page(self.view.page - 1))
        self.on.clicked.connect(lambda: self.show_page(self.view.page + 1))
        bar = QHBoxLayout()
        for part in (self.back, self.where, self.on):
            bar.addWidget(part)
        bar.addSpacing(12)
        bar.addWidget(self.state)
        bar.addStretch(1)
        bar.addWidget(self.zoom)
        return bar

    def _options(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        self.plans = QListWidget()
        self.plans.setAccessibleName("Plans in this PDF")
        self.plans.setMaximumHeight(110)
        self.plans.setAcceptDrops(False)
        self.add_button, self.drop_plan = QPushButton("Add &plans…"), QPushButton("&Take out")
        row = QHBoxLayout()
        for button in (self.add_button, self.drop_plan):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.warnings_title = headline("Not quite as typed")
        self.warnings = plain_label("")
        self.warnings.setWordWrap(True)
        self.warnings.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        below = QVBoxLayout()
        below.setContentsMargins(10, 0, 10, 10)
        below.addWidget(self.plans)
        below.addLayout(row)
        below.addSpacing(8)
        below.addWidget(self.warnings_title)
        below.addWidget(self.warnings)
        column.addLayout(below)
        column.addStretch(1)
        for part in (self.plans, self.drop_plan, self.warnings_title, self.warnings):
            part.hide()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(max(RIGHT, inside.minimumSizeHint().width() + 24))
        area.setAccessibleName("Options")
        return area

    def _buttons(self) -> QHBoxLayout:
        self.print_button = QPushButton("&Print…")
        self.save_button = QPushButton("&Save as PDF…")
        self.close_button = QPushButton("&Close")
        row = QHBoxLayout()
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self._allow(False)
        return row

    def _connect(self, selection: Selection) -> None:
        session = self._session
        session.stack.indexChanged.connect(self._on_plan)
        session.plan_replaced.connect(self.close)
        selection.changed.connect(self._on_selection)
        self.choices.changed.connect(self._on_options)
        self._maker.first_made.connect(self._on_first)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self.view.page_wanted.connect(self.show_page)
        self.view.zoomed.connect(self._say_zoom)
        self.zoom.activated.connect(self._on_zoom)
        self.thumbnails.selectionModel().currentChanged.connect(
            lambda now: self.show_page(now.row())
        )
        self.add_button.clicked.connect(self.add_plans)
        self.drop_plan.clicked.connect(self._drop_plan)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self.close)
        self.finished.connect(self._maker.end)
        self.finished.connect(self._images.end)

    def _keys(self) -> None:
        for keys, do in (
            ("Ctrl++", lambda: self.view.zoom_by(1)),
            ("Ctrl+=", lambda: self.view.zoom_by(1)),
            ("Ctrl+-", lambda: self.view.zoom_by(-1)),
            ("Ctrl+0", lambda: self.view.zoom_to(100)),
            ("Ctrl+Shift+0", lambda: self.view.fit_to("page")),
            (QKeySequence.StandardKey.Save, self.save_button.click),
            (QKeySequence.StandardKey.Print, self.print_button.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _save(self) -> None:
        self.choices.commit()
        self.save_wanted.emit(self.order)

    def _print(self) -> None:
        self.choices.commit()
        self.print_wanted.emit(self.order)


def _arrow(name: str, *, left: bool) -> QToolButton:
    button = QToolButton()
    button.setArrowType(Qt.ArrowType.LeftArrow if left else Qt.ArrowType.RightArrow)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"
