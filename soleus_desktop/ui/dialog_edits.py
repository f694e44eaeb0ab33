"""Opens the dialogs that change the plan, and does what was answered as one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme


class DialogEdits(QObject):
    """The dialogs over one plan. Each is read and made when it is asked for."""

    def __init__(
        self,
        session: Session,
        selection: Selection,
        theme: Callable[[], Theme],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._selection = session, selection
        self._theme, self._window = theme, window

    def replace(self) -> None:
        """Ask which exercise to replace by which, and where."""
        from soleus_desktop.ui.dialogs.replace import ReplaceDialog

        dialog = ReplaceDialog(self._session, self._selection, self._theme(), self._window)
        dialog.accepted.connect(lambda: self._session.apply(dialog.text, dialog.edit))
        dialog.open()
