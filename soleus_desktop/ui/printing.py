"""Make the cards: ask how, work beside the window, say what came of it."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressDialog, QWidget

from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.names import file_name
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:  # ReportLab is not loaded before cards are printed
    from soleus_desktop.cards.make import Cards
    from soleus_desktop.cards.options import CardOptions

QUICK_MS = 400
"""Work shorter than this shows no progress."""


class Printing(QObject):
    """Prints the session's plan as cards."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        work: Work,
        resources: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._preferences, self._work = session, preferences, work
        self._resources, self._window = resources, window
        self.open_when_done = True

    def print_cards(self) -> None:
        """Ask for paper and file, then make the cards."""
        from soleus_desktop.ui.dialogs.cards import CardsDialog
        from soleus_desktop.ui.dialogs.save_path import save_path

        days = sum(bool(day.entries) for week in self._session.plan.weeks for day in week.days)
        dialog = CardsDialog(self._preferences.card_options(), days, self._window)
        if not dialog.exec():
            return
        self._preferences.change(paper=dialog.options.paper, per_page=dialog.options.per_page)
        session = self._session
        stem = session.path.stem if session.path else file_name(session.name)
        proposed = self._preferences.folder / f"{stem} cards.pdf"
        path = save_path(self._window, "Save the cards", proposed, "PDF (*.pdf)", (".pdf",))
        if path:
            self.make(path, dialog.options)

    def make(self, path: Path, options: CardOptions) -> None:
        """Make the cards in a thread and write them; a cancelled run writes nothing."""
        plan, guide, resources = self._session.plan, self._session.guide, self._resources
        cancelled = Event()

        def work() -> Cards | None:
            from soleus_desktop.cards.attach import Attachment
            from soleus_desktop.cards.make import make_cards
            from soleus_desktop.storage.atomic import write_file
            from soleus_desktop.storage.plan_file import plan_bytes

            along = [Attachment(plan.title, plan_bytes(plan))] if options.attaches else []
            cards = make_cards(plan, guide, resources, options, attachments=along)
            if cancelled.is_set():
                return None
            write_file(path, cards.data)
            return cards

        progress = QProgressDialog("Drawing the cards…", "Cancel", 0, 0, self._window)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(QUICK_MS)
        progress.canceled.connect(cancelled.set)
        progress.setValue(0)

        def finished(cards: Cards | None) -> None:
            _end(progress)
            if cards:
                self._tell(path, cards)
            else:
                self.said.emit("No cards were written")

        def failed(error: Exception) -> None:
            _end(progress)
            ask.tell(self._window, "The cards could not be made.", str(error)[:500])

        self._work.run(work, finished, failed)

    def _tell(self, path: Path, cards: Cards) -> None:
        made, pages = _count(cards.cards, "card"), _count(cards.pages, "page")
        self.said.emit(f"Saved {path.name}: {made} on {pages}")
        if cards.warnings:
            ask.tell(
                self._window,
                "The cards are printed, but not everything came out as typed.",
                "\n".join(cards.warnings),
            )
        if self.open_when_done:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"


def _end(progress: QProgressDialog) -> None:
    progress.reset()  # hides it, also when it was only about to show
    progress.deleteLater()
