"""The inspector: everything about what is selected, on four pages."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from soleus_desktop.ui.panels.inspector_page import InspectorPage
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

PageName = Literal["entry", "day", "week", "plan"]
PAGES: tuple[PageName, ...] = ("entry", "day", "week", "plan")


class InspectorPanel(QWidget):
    """Tabs for entry, day, week and plan. A page is made when it is first seen."""

    def __init__(self, session: Session, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._session, self._selection = session, selection
        self._pages: dict[PageName, InspectorPage] = {}
        self._plan = session.plan
        self._target = (selection.week, selection.day, selection.entry_id)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setExpanding(True)
        for name in PAGES:
            slot = QWidget()
            layout = QVBoxLayout(slot)
            layout.setContentsMargins(0, 0, 0, 0)
            self._tabs.addTab(slot, name.capitalize())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self._tabs.currentChanged.connect(self._refresh)
        selection.changed.connect(self._on_selection_changed)
        session.plan_replaced.connect(self._drop)

    def set_theme(self, theme: Theme) -> None:
        """Nothing to do: every colour here is the palette's."""

    def show_page(self, name: PageName) -> None:
        """Turn to a page."""
        self._tabs.setCurrentIndex(PAGES.index(name))

    def focus_first_field(self) -> None:
        """Go to the first field of the page that is turned to."""
        self._refresh()
        field = self.page.first_field()
        if field is not None:
            field.setFocus()

    def commit(self) -> None:
        """Put what was typed and not told yet into the plan: before it is saved or printed."""
        for page in self._pages.values():
            page.commit()

    @property
    def page(self) -> InspectorPage:
        """The page that is turned to."""
        name = PAGES[self._tabs.currentIndex()]
        if name not in self._pages:
            page = _make(name, self._session, self._selection)
            self._pages[name] = page
            slot = self._tabs.currentWidget().layout()
            assert slot is not None
            slot.addWidget(page)
            page.show()  # now, so that its first field can take the focus
        return self._pages[name]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _drop(self) -> None:
        """What was typed belonged to the plan that goes."""
        for page in self._pages.values():
            page.drop()

    def _on_selection_changed(self) -> None:
        if self._session.plan is self._plan:  # a person selected something else
            self.commit()
        self._plan = self._session.plan
        target = (self._selection.week, self._selection.day, self._selection.entry_id)
        if target != self._target:
            self._target = target
            self._turn()
        self._refresh()

    def _turn(self) -> None:
        """Turn to the entry that was selected; where there is none any more, to its day."""
        if self._selection.entry_id is not None:
            self.show_page("entry")
        elif PAGES[self._tabs.currentIndex()] == "entry":
            self.show_page("day")

    def _refresh(self) -> None:
        if self.isVisible():
            self.page.refresh()


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
