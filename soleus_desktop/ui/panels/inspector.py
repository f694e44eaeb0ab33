"""The inspector: everything about what is selected, on four pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label
from soleus_desktop.ui.widgets.tab_order import next_stop, put_after

if TYPE_CHECKING:  # read when a page is first made
    from soleus_desktop.ui.panels.inspector_page import InspectorPage

PageName = Literal["entry", "day", "week", "plan"]
PAGES: tuple[PageName, ...] = ("entry", "day", "week", "plan")
_TITLES: dict[PageName, str] = {
    "entry": "Exercise",
    "day": "Day",
    "week": "Week",
    "plan": "Plan",
}
_NO_WEEKS = "The plan has no weeks. Add one with Plan, Add a week at the end."
_NOTHING: dict[PageName, str] = {
    "entry": "Select an exercise on the board, or drag one there from the library.",
    "day": _NO_WEEKS,
    "week": _NO_WEEKS,
    "plan": "",
}
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEYS = "F2 and Shift+F2 go through the fields, Enter goes back to the board (Ctrl+Enter in a note)"


class InspectorPanel(QWidget):
    """Tabs for entry, day, week and plan. A page is made when there is first something on it.

    By keys it is used like a row of a spreadsheet: F2 goes from field to field of the page and
    round again, Enter takes what was typed and is `done`.
    """

    done = Signal()
    """Enter was pressed: a person is through with the fields."""

    def __init__(self, session: Session, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._session, self._selection = session, selection
        self._pages: dict[PageName, InspectorPage] = {}
        self._plan = session.plan
        self._target = self._selected()
        self._tabs = QTabWidget()
        self._tabs.setAccessibleName("Inspector")
        self._tabs.tabBar().setAccessibleName("Pages of the inspector")
        self._tabs.tabBar().setToolTip(KEYS)
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(True)
        self._stacks = {name: self._add_tab(name) for name in PAGES}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._refresh)
        selection.changed.connect(self._on_selection_changed)
        session.plan_replaced.connect(self._drop)

    @property
    def page(self) -> InspectorPage | None:
        """The page that is turned to, or None where there is nothing to show on it."""
        name = self.page_name
        if not self._is_there(name):
            return None
        if name not in self._pages:
            self._pages[name] = _make(name, self._session, self._selection)
            self._stacks[name].addWidget(self._pages[name])
            put_after(self._tabs.tabBar(), self._pages[name])
        return self._pages[name]

    @property
    def page_name(self) -> PageName:
        """The name of the page that is turned to."""
        return PAGES[self._tabs.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Nothing to do: every colour here is the palette's."""

    def show_page(self, name: PageName) -> None:
        """Turn to a page."""
        self._tabs.setCurrentIndex(PAGES.index(name))

    def focus_first_field(self) -> None:
        """Go to the first field of the page that is turned to."""
        self._refresh()
        page = self.page
        if page is not None:
            # as by Tab: a number is ready to be typed over
            page.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Put what was typed and not told yet into the plan: before it is saved or printed."""
        for page in self._pages.values():
            page.commit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN:  # no field had a use for it
            self.commit()
            self.done.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._go_on(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _go_on(self, *, back: bool) -> None:
        """Go to the next field of the page, or the one before, round its ends."""
        page, here = self.page, QApplication.focusWidget()
        if page is None or here is None or not page.isAncestorOf(here):
            self.focus_first_field()
        else:
            reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
            next_stop(page, here, back=back).setFocus(reason)

    def _add_tab(self, name: PageName) -> QStackedLayout:
        slot = QWidget()
        stack = QStackedLayout(slot)
        stack.addWidget(hint_label(_NOTHING[name]))
        self._tabs.addTab(slot, _TITLES[name])
        return stack

    def _is_there(self, name: PageName) -> bool:
        if name == "entry":
            return self._selection.current_entry is not None
        return name == "plan" or self._selection.week >= 0

    def _selected(self) -> object:
        """What typing belongs to: entries wherever they stand, else days."""
        return frozenset(self._selection.entry_ids or self._selection.days)

    def _drop(self) -> None:
        """Forget what was typed: what it belonged to goes."""
        for page in self._pages.values():
            page.drop()

    def _on_selection_changed(self) -> None:
        edited = self._session.plan is not self._plan
        moved = self._selected() != self._target
        self._plan, self._target = self._session.plan, self._selected()
        if moved and edited:
            self._drop()
        elif moved:
            self.commit()
        if moved:
            self._turn()
        self._refresh()

    def _turn(self) -> None:
        """Turn to the entry that was selected; where there is none any more, to its day."""
        if self._selection.entry_id is not None:
            self.show_page("entry")
        elif self.page_name == "entry":
            self.show_page("day")

    def _refresh(self) -> None:
        if self.isVisible():
            page = self.page
            self._stacks[self.page_name].setCurrentIndex(0 if page is None else 1)
            if page is not None:
                page.refresh()


def _make(name: PageName, session: Session, selection: Selection) -> InspectorPage:
    """Make a page; its module is not read before, so that the first frame need not wait."""
    if name == "entry":
        from soleus_desktop.ui.panels.inspector_entry import EntryPage

        return EntryPage(session, selection)
    if name == "day":
        from soleus_desktop.ui.panels.inspector_day import DayPage

        return DayPage(session, selection)
    if name == "week":
        from soleus_desktop.ui.panels.inspector_week import WeekPage

        return WeekPage(session, selection)
    from soleus_desktop.ui.panels.inspector_plan import PlanPage

    return PlanPage(session, selection)
