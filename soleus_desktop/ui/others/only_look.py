"""The bar above a plan that may only be looked at, or that holds what is not known: says so."""

from __future__ import annotations

from PySide6.QtGui import QPalette

from soleus_desktop.plan.unknown import unknown_told
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import PlainLabel

MARGIN = 8


class OnlyLook(PlainLabel):
    """Is seen where the session's plan is only to be looked at, or came with unknown entries."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self.setWordWrap(True)
        self.setMargin(MARGIN)
        self.setAutoFillBackground(True)
        session.file_changed.connect(self._refresh)
        self.set_theme(theme)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Stand on another theme's ground."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme["race"])
        palette.setColor(QPalette.ColorRole.WindowText, theme["text"])
        self.setPalette(palette)

    def _refresh(self) -> None:
        self.setText(self._session.only_to_look_at or unknown_told(self._session.plan))
        self.setVisible(bool(self.text()))
