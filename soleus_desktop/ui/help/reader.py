"""Shows one page of help: text that can be selected, enlarged and read aloud, with drawings."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QTextBrowser

from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.help.leg import HEIGHT, WIDTH, draw_leg
from soleus_desktop.ui.help.markup import MARK, PICTURE, markup
from soleus_desktop.ui.help.page import Page
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.mark import mark_pixmap

LEG_LINES, FIGURE_LINES = 17, 6
"""Heights of the drawings in lines of text, so that they grow with it."""
MARGIN = 18
LEAST = 160
"""The least width that a drawing takes, in logical pixels."""


class Reader(QTextBrowser):
    """Reads pages alone: it loads no file and opens no address."""

    page_wanted = Signal(str)

    def __init__(self, figures: FigurePainter, theme: Theme) -> None:
        super().__init__()
        self._figures, self._theme = figures, theme
        self._page: Page | None = None
        self._width = 0
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.document().setDocumentMargin(MARGIN)
        self.anchorClicked.connect(lambda url: self.page_wanted.emit(url.toString()))

    def show_page(self, page: Page) -> None:
        """Show a page from its beginning."""
        self._page = page
        self.setAccessibleName(page.title)
        self._render()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme's colours."""
        self._theme = theme
        if self.isVisible():
            self._render()
        else:
            self._width = 0  # when it is seen again

    def enlarge(self, steps: int) -> None:
        """Make the text larger, or smaller (below 0), and the drawings with it."""
        self.zoomIn(steps)
        self._render()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        address = name.toString() if isinstance(name, QUrl) else name
        for scheme, draw in ((PICTURE, self._picture), (MARK, self._mark)):
            if address.startswith(scheme):
                return draw(address.removeprefix(scheme))
        return None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._width:
            self._render()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Its own width: the viewport's also changes while a page is being laid out.
        if self.width() != self._width:
            at = self.verticalScrollBar().value()
            self._render()  # a drawing takes no more than the width
            self.verticalScrollBar().setValue(at)

    def _render(self) -> None:
        self._width = self.width()
        if self._page:
            self.document().clear()  # with the drawings that it keeps
            self.setHtml(markup(self._page, self._theme))

    def _picture(self, name: str) -> QPixmap:
        line, ratio = self.fontMetrics().height(), self.devicePixelRatioF()
        if name == "leg":
            room = self._width - self.verticalScrollBar().sizeHint().width() - 3 * MARGIN
            height = min(LEG_LINES * line, max(room, LEAST) * HEIGHT // WIDTH)
            return draw_leg(self._theme, self.font(), height, ratio)
        return self._figures.pixmap(name, FIGURE_LINES * line, ratio)

    def _mark(self, kind: str) -> QPixmap:
        return mark_pixmap(kind, self._theme[kind], self._theme["base"], self.devicePixelRatioF())
