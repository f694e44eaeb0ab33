"""Opens the comparisons; they stay beside the window while it is worked in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

if TYPE_CHECKING:
    from soleus_desktop.ui.dialogs.compare import ComparePlans


class Comparing:
    """Compares the plan with files, with what it was, and its weeks with each other.

    `choose_file` asks for a plan file: its path and the plan, or None.
    """

    def __init__(
        self,
        session: Session,
        selection: Selection,
        choose_file: Callable[[], tuple[Path, Plan] | None],
        window: QWidget,
    ) -> None:
        self._session, self._selection = session, selection
        self._choose_file, self._window = choose_file, window

    def with_file(self) -> None:
        """Ask for a plan file and say what this plan has otherwise."""
        dialog = self._plans()
        if dialog.ask_for_file():
            _show(dialog)
        elif dialog.isHidden():
            dialog.deleteLater()

    def with_before(self) -> None:
        """Say what changed since the plan was saved, or began where no file holds it."""
        dialog = self._plans()
        dialog.show_against("saved" if self._session.path else "began")
        _show(dialog)

    def weeks(self) -> None:
        """Say how two weeks differ."""
        from soleus_desktop.ui.dialogs.compare_weeks import CompareWeeks

        dialog = self._window.findChild(CompareWeeks)
        if dialog is None or dialog.isHidden():
            dialog = CompareWeeks(self._session, self._selection, self._window)
        dialog.begin()
        _show(dialog)

    def _plans(self) -> ComparePlans:
        """The comparison that is open, else a new one: each follows all edits, so one is enough."""
        from soleus_desktop.ui.dialogs.compare import ComparePlans

        there = self._window.findChild(ComparePlans)
        if there is not None and there.isVisible():
            return there
        return ComparePlans(self._session, self._selection, self._choose_file, self._window)


def _show(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
