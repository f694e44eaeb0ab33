"""Keeps what a crash would lose: every edit goes into a journal until a file holds it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from soleus_desktop.storage.recovery.journal import Journal
from soleus_desktop.storage.recovery.recovered import discard
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

JOURNALS = "journals"


class Safekeeping(QObject):
    """The journal of a session's plan, in the program's state folder."""

    trouble = Signal(str)
    """Edits that cannot be written down, in a sentence; said once."""

    def __init__(self, session: Session, state: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._noted = session, session.plan
        self._origin: Path | None = None
        work = Work(self)  # the journal writes in a thread
        self._journal = Journal(state / JOURNALS, lambda text: work.tell(self.trouble.emit, text))
        session.plan_replaced.connect(self._let_go)
        session.file_changed.connect(self._look_at_file)
        session.stack.indexChanged.connect(self._note)

    def note_all(self, text: str, origin: Path | None = None) -> bool:
        """Write down the whole plan as it stands, as something that was done; see that it is kept.

        `origin` is the file that a plan without one comes from.
        """
        plan = self._session.plan
        self._origin = origin
        self._journal.note(text, plan.replace(weeks=()), plan, self._file)
        self._noted = plan
        return self.flush()

    def flush(self) -> bool:
        """See that all is on the disk; False where it is not, or takes too long."""
        return self._journal.flush()

    def close(self, *, discarded: bool) -> None:
        """End the journal; what a person did not want to save stays in the bin for a while."""
        if discarded:
            self._journal.drop(into=discard)
        self._journal.close()

    def _note(self) -> None:
        session = self._session
        if session.plan is not self._noted and session.dirty:
            text = session.stack.undoText() or "Undo"
            self._journal.note(text, self._noted, session.plan, self._file)
            self._noted = session.plan

    @property
    def _file(self) -> Path | None:
        return self._session.path or self._origin

    def _let_go(self) -> None:
        self._origin = None
        self._journal.drop(into=discard)

    def _look_at_file(self) -> None:
        self._noted = self._session.plan
        if not self._session.dirty:
            self._journal.drop()
