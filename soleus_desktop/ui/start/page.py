"""The start page: begin a plan, empty or from a template, or go on with one of the last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QIcon, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedLayout,
    QWidget,
)

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.documents import NEW_WEEKS, Documents
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.start.glimpse import Glimpse, Look
from soleus_desktop.ui.start.lists import PlanList, RecentList, TemplateList
from soleus_desktop.ui.start.painting import MARGIN
from soleus_desktop.ui.start.reader import Reader
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label, plain_label, quiet_label
from soleus_desktop.ui.widgets.number_field import NumberField

ICON = 40
WIDEST = 1480
"""Beyond it, lines of text would be too long to find one's way back."""
READ_AFTER_MS = 40
"""The page is on the screen before the first file is read."""
NO_RECENT = (
    "No plans yet.\n\nBegin one from a template or with an empty board, or open a plan that you "
    "have: a plan file can be dropped anywhere on this window.\n\nWhat you open or save is listed "
    "here, with how it stands."
)


class StartPage(QWidget):
    """Shows what there is to begin with, and has what a person chooses begun or opened."""

    back_wanted = Signal()
    """The plan that is open already is to be shown."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        preferences: Preferences,
        theme: Theme,
        icon: Path,
    ) -> None:
        super().__init__()
        self._documents, self._preferences, self._theme = documents, preferences, theme
        self.reader = Reader(session.guide, self)
        self.templates, self.recent = TemplateList(theme), RecentList(theme)
        self._build(icon)
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Show all in another theme from now on."""
        self._theme = theme
        for each in (self.templates, self.recent):
            each.set_theme(theme)
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Look again at what there is; the files themselves are read when the page is seen."""
        self.templates.show_files(
            Glimpse(one.path, one.title, one.about, one.own)
            for one in self._documents.templates.all()
        )
        self.recent.show_files(Glimpse(path, path.stem) for path in self._preferences.recent)
        self._plans.setCurrentIndex(0 if self.recent.files.shown else 1)
        self.at_start.setChecked(self._preferences.settings.start_page)
        if self.isVisible():
            QTimer.singleShot(READ_AFTER_MS, self._read)

    def show_back(self, *, there: bool) -> None:
        """Show the way back to a plan where there is one."""
        self.back.setVisible(there)

    def take_focus(self) -> None:
        """Put the keys where most go on: at the last plan, or at the first template."""
        first = self.recent if self.recent.files.shown else self.templates
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- putting together ---------------------------------------------------------------------

    def _build(self, icon: Path) -> None:
        self.weeks = NumberField(1, MAX_WEEKS, whole=True)
        self.weeks.show_number(NEW_WEEKS)
        self.weeks.setAccessibleName("Weeks of an empty plan")
        self.begin = QPushButton("&Begin")
        self.begin.setAccessibleName("Begin an empty plan")
        self.open = QPushButton("&Open a plan…")
        self.back = QPushButton("Bac&k to the plan")
        self.back.setToolTip("Escape")
        self.at_start = QCheckBox("Show this page when the pro&gram starts")
        recent = QWidget()
        self._plans = QStackedLayout(recent)
        self._plans.addWidget(self.recent)
        self._plans.addWidget(hint_label(NO_RECENT))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.addLayout(self._head(icon), 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, 4)
        grid.addLayout(_row(_heading("New plan"), None, *self._empty()), 2, 0)
        grid.addWidget(self.templates, 3, 0)
        grid.addLayout(_row(_heading("Recent plans"), None, self.open), 2, 1)
        grid.addWidget(recent, 3, 1)
        grid.addLayout(_row(self.at_start, None), 4, 0, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        inside = QWidget()
        inside.setLayout(grid)
        inside.setMaximumWidth(WIDEST)
        around = QHBoxLayout(self)
        around.setContentsMargins(24, 14, 24, 8)
        around.addStretch()
        around.addWidget(inside, 1000)
        around.addStretch()

    def _head(self, icon: Path) -> QHBoxLayout:
        picture, name = QLabel(), plain_label("Soleus Desktop")
        picture.setPixmap(QIcon(str(icon)).pixmap(QSize(ICON, ICON), self.devicePixelRatioF()))
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        name.setFont(font)
        about = quiet_label("Build a plan for the deep calf, checked as you go, printed as cards.")
        row = _row(picture, name, about, self.back)
        row.setStretchFactor(about, 1)
        return row

    def _empty(self) -> tuple[QWidget, ...]:
        label, unit = plain_label("E&mpty plan of"), plain_label("weeks")
        label.setBuddy(self.weeks)
        self.weeks.edited.connect(lambda n: unit.setText("week" if n == 1 else "weeks"))
        return label, self.weeks, unit, self.begin

    def _connect(self) -> None:
        files = self._documents
        self.begin.clicked.connect(self._begin_empty)
        self.weeks.lineEdit().returnPressed.connect(self._begin_empty)
        self.open.clicked.connect(files.open)
        self.back.clicked.connect(self.back_wanted)
        self.templates.chosen.connect(lambda glimpse: files.new_from(glimpse.path))
        self.templates.unwanted.connect(self._delete_template)
        self.recent.chosen.connect(self._choose_recent)
        self.recent.unwanted.connect(lambda glimpse: self._preferences.take_off(glimpse.path))
        for each in (self.templates, self.recent):
            self.reader.came.connect(each.files.fill_in)
            each.menu_wanted.connect(self._show_menu)
        self.at_start.clicked.connect(lambda on: self._preferences.change(start_page=on))
        self._preferences.recent_changed.connect(self.refresh)

    # --- doing --------------------------------------------------------------------------------

    def _begin_empty(self) -> None:
        self._documents.new(int(self.weeks.number))

    def _choose_recent(self, glimpse: Glimpse) -> None:
        """Open a plan; one that is not there may be taken off the list instead."""
        if glimpse.state.kind != "missing" or glimpse.path.exists():
            self._documents.open_path(glimpse.path)
        elif ask.confirm(
            self,
            f"\u201c{glimpse.path.name}\u201d is not there.",
            f"It was last at {glimpse.path.parent}.",
            "&Take off the list",
        ):
            self._preferences.take_off(glimpse.path)

    def _delete_template(self, glimpse: Glimpse) -> None:
        if glimpse.own and self._documents.delete_template(glimpse.path, glimpse.title):
            self.refresh()

    def _show_menu(self, glimpse: Glimpse, at: QPoint) -> None:
        files = self.sender()
        assert isinstance(files, PlanList)
        menu = QMenu(self)
        if files is self.recent:
            menu.addAction("&Open", partial(files.chosen.emit, glimpse))
            menu.addAction("&Take off the list", partial(files.unwanted.emit, glimpse))
        else:
            menu.addAction("&Begin a plan from it", partial(files.chosen.emit, glimpse))
            if glimpse.own:
                menu.addAction("&Delete the template…", partial(files.unwanted.emit, glimpse))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # --- reading ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(READ_AFTER_MS, self._read)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "templates"):
            self.templates.arrange()

    def _read(self) -> None:
        """Have all files read that are shown; what comes fills the rows."""
        if not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        self.reader.drop()
        for each in (self.recent, self.templates):
            self.reader.read(each.files.shown, Look(self._theme, each.delegate.picture, ratio))


def _heading(text: str) -> QLabel:
    label = plain_label(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.2)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is room that grows."""
    row = QHBoxLayout()
    row.setContentsMargins(MARGIN, 0, MARGIN, 0)  # in line with the cards
    row.setSpacing(8)
    for part in parts:
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part)
    return row
