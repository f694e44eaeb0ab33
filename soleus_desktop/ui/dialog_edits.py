"""Opens the dialogs that change the plan, and does what was answered as one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from soleus_desktop.ui.board.drops import to_drop
from soleus_desktop.ui.carried import take_selected
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.week_commands import WeekCommands


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

    def athlete(self) -> None:
        """Ask whom the plan is for."""
        from soleus_desktop.ui.dialogs.athlete import TEXT, AthleteDialog

        dialog = AthleteDialog(self._session, self._theme(), self._window)
        dialog.accepted.connect(lambda: self._session.apply(TEXT, dialog.edit))
        dialog.open()

    def move_to(self, *, copy: bool = False) -> None:
        """Ask where to move or copy what is selected to."""
        from soleus_desktop.ui.dialogs.move_to import MoveToDialog

        carried = take_selected(self._session, self._selection)
        if carried is None:
            self._session.refused.emit("Nothing is selected that could go elsewhere")
            return
        drop, selection = to_drop(carried, self._session), self._selection
        dialog = MoveToDialog(
            drop, self._session, selection, self._theme(), self._window, copy=copy
        )
        dialog.accepted.connect(lambda: drop.drop(selection, dialog.slot, copy=copy))
        dialog.open()

    def duplicate_weeks(self, weeks: WeekCommands) -> None:
        """Ask how often to duplicate the weeks."""
        from soleus_desktop.ui.dialogs.how_often import HowOftenDialog

        if weeks.chosen:
            dialog = HowOftenDialog(self._session, weeks.chosen, self._theme(), self._window)
            dialog.accepted.connect(lambda: weeks.duplicate(dialog.times))
            dialog.open()

    def progress(self) -> None:
        """Ask how exercises go on over some weeks."""
        from soleus_desktop.ui.dialogs.progress import ProgressDialog

        dialog = ProgressDialog(self._session, self._selection, self._theme(), self._window)
        dialog.accepted.connect(lambda: self._session.apply(dialog.text, dialog.edit))
        dialog.open()
