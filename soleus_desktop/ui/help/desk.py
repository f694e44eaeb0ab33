"""Where the window asks for help; pages and their window are made when somebody first does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from soleus_desktop.guide.model import Guide
from soleus_desktop.rules.finding import Finding
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from soleus_desktop.ui.help.window import HelpWindow


class Help:
    """Opens the help at a page. `current` returns the finding that a person is at, or None."""

    def __init__(
        self,
        guide: Guide,
        figures: FigurePainter,
        theme: Theme,
        window: QWidget,
        current: Callable[[], Finding | None],
    ) -> None:
        self._guide, self._figures, self._theme = guide, figures, theme
        self._parent, self._current = window, current
        self._window: HelpWindow | None = None

    @property
    def window(self) -> HelpWindow:
        """The window of the help; made when first asked for."""
        if self._window is None:
            from soleus_desktop.ui.help.of_guide import pages_of_guide
            from soleus_desktop.ui.help.of_keys import page_of_keys
            from soleus_desktop.ui.help.of_rules import pages_of_rules
            from soleus_desktop.ui.help.window import HelpWindow

            pages = [*pages_of_guide(self._guide), *pages_of_rules(self._guide), page_of_keys()]
            self._window = HelpWindow(pages, self._figures, self._theme, self._parent)
        return self._window

    def set_theme(self, theme: Theme) -> None:
        """Show the help in another theme's colours."""
        self._theme = theme
        if self._window is not None:
            self._window.set_theme(theme)

    def on_current(self) -> None:
        """Explain the rule of the current finding; without one tell about the soleus."""
        finding = self._current()
        self.show(f"rule-{finding.rule.id}" if finding else "soleus")

    def show(self, page: str) -> None:
        """Show the page of this id: ``soleus``, ``exercises``, ``check``, ``keys``, a rule's."""
        self.window.show_page(page)
