"""Plans to other programs and back: calendar, spreadsheet, text, Markdown, the clipboard."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.documents import Documents
from soleus_desktop.ui.names import SUFFIX, file_name
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.progress import Told, run_with_progress
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.exchange.spreadsheet_reader import Imported

SPREADSHEETS = "Spreadsheets (*.csv *.tsv *.txt);;All files (*)"


class Exporting(QObject):
    """Gives the session's plan away in other formats, and takes spreadsheets in.

    `set_start` lets a person choose when the plan starts.
    """

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        documents: Documents,
        preferences: Preferences,
        work: Work,
        set_start: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._documents = session, documents
        self._preferences, self._work = preferences, work
        self._set_start, self._window = set_start, window

    def export(self, name: str) -> None:
        """Ask for a file and write the plan to it: ``ics``, ``csv``, ``txt`` or ``md``."""
        from soleus_desktop.exchange.formats import FORMATS
        from soleus_desktop.ui.dialogs.save_path import save_path

        if name == "ics" and not self._has_start():
            return
        made, session = FORMATS[name], self._session
        stem = session.path.stem if session.path else file_name(session.name)
        proposed = self._preferences.folder / (stem + made.ending)
        filters = f"{made.name} (*{made.ending})"
        title = f"Export as {made.name}"
        path = save_path(self._window, title, proposed, filters, (made.ending,))
        if path:
            self.write(path, name)

    def write(self, path: Path, name: str) -> None:
        """Write the plan to a file in this format, in a thread."""
        from soleus_desktop.exchange.formats import FORMATS
        from soleus_desktop.storage.atomic import write_file

        plan, exercises = self._session.plan, dict(self._session.exercises)

        def work(told: Told) -> None:
            data = FORMATS[name].make(plan, exercises, datetime.now(UTC))
            told(0, 0)
            write_file(path, data)

        run_with_progress(
            self._window,
            f"Writing “{path.name}”…",
            self._work,
            work,
            lambda _: self.said.emit(f"Exported {path.name}"),
            lambda error: ask.tell(self._window, "The plan was not exported.", str(error)),
            lambda: self.said.emit("Nothing was exported"),
        )

    def copy_text(self) -> None:
        """Put the whole plan on the clipboard as text."""
        from soleus_desktop.exchange.text import plain_text

        session = self._session
        QGuiApplication.clipboard().setText(plain_text(session.plan, session.exercises))
        self.said.emit("The plan is on the clipboard as text")

    def import_spreadsheet(self) -> None:
        """Ask for a spreadsheet and open the plan in it, once what is unsaved is safe."""
        if self._documents.may_leave(self.import_spreadsheet):
            folder = str(self._preferences.folder)
            title = "Import a spreadsheet"
            chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, SPREADSHEETS)
            if chosen:
                self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Open the plan in a spreadsheet, which is read in a thread."""
        from soleus_desktop.exchange.spreadsheet_reader import MAX_BYTES, read_spreadsheet
        from soleus_desktop.storage.disk import read_file

        guide = self._session.guide
        run_with_progress(
            self._window,
            f"Reading “{path.name}”…",
            self._work,
            lambda told: read_spreadsheet(read_file(path, MAX_BYTES), guide, path.stem),
            lambda found: self._take(path, found),
            lambda error: ask.tell(self._window, f"“{path.name}” is no plan.", str(error)),
            lambda: self.said.emit("Nothing was imported"),
        )

    # --- inside ---------------------------------------------------------------------------------

    def _take(self, path: Path, found: Imported) -> None:
        """Say what was not understood before the plan is shown."""
        plan, problems = found.plan.replace(id=os.urandom(16).hex()), found.problems
        if problems:
            count = f"{len(problems)} things are" if problems[1:] else "One thing is"
            text = f"{count} otherwise than in “{path.name}”."
            ask.tell(self._window, text, "\n".join(problems))
        self._documents.begin_unsaved(plan, path.with_name(file_name(path.stem) + SUFFIX))
        self.said.emit(f"Imported {path.name}; not saved yet")

    def _has_start(self) -> bool:
        """Tell whether the plan has dates; where it has none offer to give it some."""
        if self._session.plan.start:
            return True
        monday = next_monday(date.today())
        answer = ask.choose(
            self._window,
            "The plan has no start date.",
            "A calendar needs to know on which day each session is. "
            f"Next Monday is {monday.day} {monday:%B %Y}.",
            monday="Next &Monday",
            other="&Another date…",
        )
        if answer == "other":
            self._set_start()
        if answer != "monday":
            return False

        def edit(plan: Plan) -> Plan:
            return plan.replace(start=monday.isoformat())

        return self._session.apply("Set the start", edit)


def next_monday(day: date) -> date:
    """Return the Monday that comes next; a plan starts on one."""
    return day + timedelta(days=7 - day.weekday())
