"""The cards on their way out: the preview, a PDF file, the printer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.names import SUFFIX, file_name
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.progress import Told, run_with_progress
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:  # neither ReportLab nor PDFium is loaded before cards are printed
    from PySide6.QtPrintSupport import QPrinter

    from soleus_desktop.cards.make import Cards
    from soleus_desktop.ui.preview.images import PageImages
    from soleus_desktop.ui.preview.maker import CardMaker
    from soleus_desktop.ui.preview.order import Order
    from soleus_desktop.ui.preview.window import PreviewWindow


class Printing(QObject):
    """Prints the session's plan as cards. `window` is what the preview belongs to."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        selection: Selection,
        preferences: Preferences,
        work: Work,
        resources: Path,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._selection = session, selection
        self._preferences, self._work = preferences, work
        self._resources, self._window = resources, window
        self.preview: PreviewWindow | None = None
        """The preview, while it is open."""

    def print_cards(self) -> None:
        """Show the preview, where everything else is chosen."""
        if self.preview is None:
            self.preview = self._make_preview()
        self.preview.show()
        self.preview.raise_()
        self.preview.activateWindow()

    def save(self, order: Order) -> None:
        """Ask for a file and write the PDF to it."""
        from soleus_desktop.ui.dialogs.save_path import save_path

        proposed = self._preferences.folder / f"{self._stem} {_NOUNS[order.options.layout]}.pdf"
        path = save_path(self._over, "Save the cards", proposed, "PDF (*.pdf)", (".pdf",))
        if path:
            self.make(path, order)

    def make(self, path: Path, order: Order) -> None:
        """Make the PDF in a thread and write it; a cancelled run writes nothing."""
        from soleus_desktop.storage.atomic import write_file

        def work(told: Told) -> Cards:
            cards = self._carry_out(order, told)
            told(0, 0)
            write_file(path, cards.data)
            return cards

        run_with_progress(
            self._over,
            "Drawing the cards…",
            self._work,
            work,
            lambda cards: self._tell(path, cards),
            lambda error: self._say_failed("The cards could not be made.", error),
            lambda: self.said.emit("No cards were written"),
        )

    def send(self, order: Order) -> None:
        """Make the PDF, ask by the system's dialog how to print it, and print it."""
        run_with_progress(
            self._over,
            "Drawing the cards…",
            self._work,
            lambda told: self._carry_out(order, told),
            lambda cards: self._ask_printer(cards, order),
            lambda error: self._say_failed("The cards could not be made.", error),
            lambda: self.said.emit("Nothing was printed"),
        )

    def print_on(self, printer: QPrinter, data: bytes) -> None:
        """Print a PDF in a thread."""
        from soleus_desktop.ui.preview.printer import print_pages

        run_with_progress(
            self._over,
            "Printing…",
            self._work,
            lambda told: print_pages(printer, data, told),
            lambda pages: self.said.emit(f"Sent {_count(pages, 'page')} to the printer"),
            lambda error: self._say_failed("The cards could not be printed.", error),
            lambda: self.said.emit("The printing was left"),
        )

    # --- inside ---------------------------------------------------------------------------------

    def _make_preview(self) -> PreviewWindow:
        from soleus_desktop.cards.wording import languages, wording
        from soleus_desktop.ui.preview.choices import Choices
        from soleus_desktop.ui.preview.remembered import remembered
        from soleus_desktop.ui.preview.window import PreviewWindow

        codes = languages(self._resources)
        named = [(code, wording(self._resources, code).name) for code in codes]
        options, logo = remembered(self._preferences.settings, codes)
        maker, images = self._workers
        preview = PreviewWindow(
            self._session,
            self._selection,
            Choices(options, logo, self._selection, named),
            maker,
            images,
            self._choose_plans,
            self._window,
        )
        preview.save_wanted.connect(self.save)
        preview.print_wanted.connect(self.send)
        preview.chosen.connect(self._remember)
        preview.finished.connect(self._forget)
        return preview

    @cached_property
    def _workers(self) -> tuple[CardMaker, PageImages]:
        """What makes PDFs and what draws their pages, each in a thread of its own.

        They outlive each preview, so that there is somebody to take what comes late.
        """
        from soleus_desktop.ui.preview.images import PageImages
        from soleus_desktop.ui.preview.maker import CardMaker

        maker = CardMaker(self._session.guide, self._resources, Work(self), self)
        return maker, PageImages(Work(self), self)

    def _remember(self) -> None:
        from soleus_desktop.ui.preview.remembered import to_remember

        if self.preview:
            choices = self.preview.choices
            self._preferences.change(**to_remember(choices.options, choices.logo))

    def _forget(self) -> None:
        self.preview = None

    @property
    def _over(self) -> QWidget:
        """What dialogs stand over."""
        return self.preview or self._window

    @property
    def _stem(self) -> str:
        session = self._session
        return session.path.stem if session.path else file_name(session.name)

    def _carry_out(self, order: Order, told: Told) -> Cards:
        from soleus_desktop.ui.preview.apart import carry_out_apart

        return carry_out_apart(order, self._resources, told)

    def _ask_printer(self, cards: Cards, order: Order) -> None:
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        from soleus_desktop.ui.preview.printer import printer_for

        both_sides = order.options.layout == "session" and order.options.backs != "none"
        printer = printer_for(cards.data, self._session.name, both_sides=both_sides)
        dialog = QPrintDialog(printer, self._over)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, cards.pages)
        dialog.setFromTo(1, cards.pages)
        if dialog.exec():
            self.print_on(printer, cards.data)
        dialog.deleteLater()

    def _choose_plans(self) -> Sequence[tuple[Path, Plan]]:
        """Ask for plan files and read them; those that cannot be read are told of."""
        from soleus_desktop.storage.plan_file import open_plan
        from soleus_desktop.storage.problems import PlanFileError
        from soleus_desktop.ui.waiting import Cancelled, wait_for

        folder, filters = str(self._preferences.folder), f"Soleus plans (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileNames(self._over, "Add plans", folder, filters)
        found, faults = [], []

        def read() -> None:
            for path in map(Path, chosen):
                try:
                    found.append((path, open_plan(path, self._session.guide)))
                except (PlanFileError, OSError) as error:
                    faults.append(f"{path.name}: {error}")

        try:
            if chosen:
                wait_for(self._over, "Opening the plans…", read)
        except Cancelled:
            return []
        if faults:
            ask.tell(self._over, "Not all plans could be opened.", "\n".join(faults))
        return found

    def _tell(self, path: Path, cards: Cards) -> None:
        made, pages = _count(cards.cards, "card"), _count(cards.pages, "page")
        self.said.emit(f"Saved {path.name}: {made} on {pages}")
        if cards.warnings and self.preview is None:  # which lists them
            ask.tell(
                self._window,
                "The cards are printed, but not everything came out as typed.",
                "\n".join(cards.warnings),
            )

    def _say_failed(self, what: str, error: Exception) -> None:
        from soleus_desktop.ui.preview.order import in_words

        ask.tell(self._over, what, in_words(error))


_NOUNS = {
    "session": "cards",
    "log": "log",
    "overview": "overview",
    "exercises": "exercise sheets",
    "coach": "coach's copy",
}
"""What a file is called behind the plan's name, by layout."""


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' if number != 1 else ''}"
