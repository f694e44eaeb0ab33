"""What stands in the middle of the window: the plan with its panels, or the start page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from soleus_desktop.ui.start.page import StartPage
    from soleus_desktop.ui.theme import Theme


class Stage(QStackedWidget):
    """Turns between the plan and the start page, which is made when it is first wanted.

    `begun` tells whether there is a plan to go back to: not when the program began with the start
    page and none was opened or begun since.
    """

    turned = Signal()
    """The other of both is shown now."""

    def __init__(self, plan: QWidget, make_page: Callable[[], StartPage]) -> None:
        super().__init__()
        self._plan, self._make_page = plan, make_page
        self.page: StartPage | None = None
        self.begun = True
        self.addWidget(plan)

    @property
    def at_start(self) -> bool:
        """Whether the start page is shown."""
        return self.currentWidget() is not self._plan

    def begin_at_start(self) -> None:
        """Show the start page without a plan behind it."""
        self.begun = False
        self.show_start()

    def show_start(self) -> None:
        """Show the start page."""
        if self.page is None:
            self.page = self._make_page()
            self.addWidget(self.page)
        self.page.show_back(there=self.begun)
        self.page.refresh()
        self.setCurrentWidget(self.page)
        self.page.take_focus()
        self.turned.emit()

    def show_plan(self) -> None:
        """Show the plan."""
        self.begun = True
        if self.at_start:
            self.setCurrentWidget(self._plan)
            self.turned.emit()

    def set_theme(self, theme: Theme) -> None:
        """Show the start page in another theme from now on."""
        if self.page is not None:
            self.page.set_theme(theme)

    def stop(self) -> None:
        """Let nothing go on in the background."""
        if self.page is not None:
            self.page.reader.stop()
