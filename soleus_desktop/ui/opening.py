"""Opens plan files for a window: reads them beside it, and meets others who have them open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.others.lock import Holder, PlanLock
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.waiting import Cancelled, wait_for

if TYPE_CHECKING:
    from soleus_desktop.storage.plan_file import Loaded
    from soleus_desktop.ui.windows import Windows


class Opened(NamedTuple):
    """A plan, the digest of its file, and whether it is to be a copy of what is in the file.

    `only_to_look_at` says why it is not to be changed, if so; it is no copy then, and not locked.
    """

    plan: Plan
    digest: bytes
    as_copy: bool = False
    only_to_look_at: str = ""


class Opening(QObject):
    """Reads plan files; holds the lock on the one that is open here."""

    def __init__(self, session: Session, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._preferences, self._window = session, preferences, window
        self._lock: PlanLock | None = None
        self.windows: Windows | None = None
        """The windows of the program, where there may be others."""
        session.file_changed.connect(self._follow)

    def open(self, path: Path) -> Opened | None:
        """Return the plan in a file that is to be worked on; None where it is not to be opened.

        Asks where others have it open, says why where it cannot be read.
        """
        other = self.windows.with_file(path, self._window) if self.windows else None
        if other:
            text = f"\u201c{path.name}\u201d is open in another window."
            answer = ask.choose(self._window, text, "", switch="&Switch to it", copy="Open a &copy")
            if answer == "switch":
                other.come_to_front()
            if answer != "copy":
                return None
            read = self.read(path)
            return _opened(read, as_copy=True) if read else None
        if self._lock is not None and self._lock.path == path:
            read = self.read(path)
            return _opened(read) if read else None
        return self._open_locked(path)

    def read(self, path: Path) -> Loaded | None:
        """Return the plan in a file and its digest; where it cannot be read say why."""
        read = self._read(path, None)
        return read[0] if read else None

    def hold(self, path: Path) -> None:
        """Hold the lock on a file that was just saved under this name; ask nobody."""
        if self._lock is None or self._lock.path != path:
            self.let_go()
            self._lock = PlanLock(path)
            self._lock.take()

    def let_go(self) -> None:
        """Let go of the lock."""
        if self._lock is not None:
            self._lock.let_go()
            self._lock = None

    def _open_locked(self, path: Path) -> Opened | None:
        lock = PlanLock(path)
        found = self._read(path, lock)
        if found is None:
            lock.let_go()
            return None
        read, holder = found
        if read.out_of_pdf or read.only_to_look_at:  # nothing is saved to this file
            lock.let_go()
            return _opened(read, as_copy=read.out_of_pdf)
        if holder:
            answer = ask.choose(
                self._window,
                f"\u201c{path.name}\u201d is open elsewhere.",
                f"By {holder}. Who saves last does not erase the other\u2019s work: both versions "
                "are kept. A copy keeps them apart from the beginning.",
                copy="Open a &copy",
                anyway="Open &anyway",
            )
            if answer == "copy":
                return _opened(read, as_copy=True)
            if answer != "anyway":
                return None
            lock.take(anyway=True)
        self.let_go()
        self._lock = lock
        return _opened(read)

    def _read(
        self, path: Path, lock: PlanLock | None, number: int | None = None
    ) -> tuple[Loaded, Holder | None] | None:
        """Read a file; `number` says which plan of a PDF that holds several."""
        from soleus_desktop.storage.plan_file import SeveralPlans, load_plan, look_at_newer
        from soleus_desktop.storage.problems import NewerFormat, PlanFileError

        guide = self._session.guide

        def work() -> tuple[Loaded, Holder | None]:
            try:
                read = load_plan(path, guide, number)
            except NewerFormat:
                read = look_at_newer(path, guide, number)
            return read, lock.take() if lock else None

        try:
            return wait_for(self._window, f"Opening \u201c{path.name}\u201d\u2026", work)
        except Cancelled:
            return None
        except SeveralPlans as several:
            from soleus_desktop.ui.dialogs.which_plan import which_plan

            chosen = which_plan(path.name, several.titles, self._window)
            return None if chosen is None else self._read(path, lock, chosen)
        except (PlanFileError, OSError) as error:
            self._preferences.forget(path)
            ask.tell(self._window, f"\u201c{path.name}\u201d could not be opened.", str(error))
            return None

    def _follow(self) -> None:
        """Let go of a file that is not open here any more."""
        if self._lock is not None and self._lock.path != self._session.path:
            self.let_go()


def _opened(read: Loaded, *, as_copy: bool = False) -> Opened:
    why = read.only_to_look_at
    return Opened(read.plan, read.digest, as_copy and not why, why)
