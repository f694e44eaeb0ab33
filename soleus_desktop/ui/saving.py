"""Saves the session's plan beside the window, and says what came of it.

A slow disk may take seconds for it. Meanwhile the plan is edited, saved again, or another one is
opened: what came of it goes to the plan that was saved, and to no other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.storage.plan_file import Saved


class Saving(QObject):
    """Writes the plan of a session to files. `elsewhere` asks for another one and saves to that.

    `versions` is the folder in which previous versions are kept, if any are.
    """

    said = Signal(str)
    """What was done, for the status line."""
    held = Signal(Path)
    """The file that holds the plan in the window from now on."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        work: Work,
        window: QWidget,
        versions: Path | None,
        elsewhere: Callable[[Callable[[], object]], object],
    ) -> None:
        super().__init__(window)
        self._session, self._preferences = session, preferences
        self._work, self._window = work, window
        self._versions, self._elsewhere = versions, elsewhere
        self._shown = object()
        """Another one with each plan that is opened or begun."""
        self._under_way: dict[Path, list[bytes | None]] = {}
        """By file, what the last save that was asked for leaves in it: filled in by its thread."""
        session.plan_replaced.connect(self._on_replaced)

    def write(self, path: Path, then: Callable[[], object]) -> None:
        """Save the plan as it stands in a thread, then go on: it is frozen, so it cannot change."""
        from soleus_desktop.storage.saving import save_and_keep

        session, shown, versions = self._session, self._shown, self._versions
        plan = session.plan
        if session.only_to_look_at:
            ask.tell(self._window, "This plan cannot be saved.", session.only_to_look_at)
            return
        if session.dirty:
            session.stack.resetClean()  # until it is done nobody knows which step the file holds
        known = session.digest if path == session.path else None
        before = self._under_way.get(path, [known])  # of which the window may not have heard yet
        after = self._under_way[path] = [known]

        def work() -> Saved:
            after[0] = before[0]
            saved = save_and_keep(plan, path, session.guide, before[0], versions)
            after[0] = saved.digest
            return saved

        def written(saved: Saved) -> None:
            self._ended(path, after)
            self._preferences.remember(path)
            if self._shown is shown:
                session.saved(plan, path, saved.digest)
                self.held.emit(path)
            self.said.emit(f"Saved {path.name}")
            self._tell_of_theirs(path, saved)
            if self._shown is shown:
                then()

        def not_written(error: Exception) -> None:
            self._ended(path, after)
            self._not_written(path, error, then, gone=self._shown is not shown)

        self._work.run(work, written, not_written)

    def _on_replaced(self) -> None:
        self._shown = object()

    def _ended(self, path: Path, left: list[bytes | None]) -> None:
        """Forget a save that was the last, now that the window hears of it."""
        if self._under_way.get(path) is left:
            del self._under_way[path]

    def _tell_of_theirs(self, path: Path, saved: Saved) -> None:
        if saved.kept:
            ask.tell(
                self._window,
                f"\u201c{path.name}\u201d was changed by another program meanwhile.",
                f"Your plan is saved. The other version is kept beside it as "
                f"\u201c{saved.kept.name}\u201d.",
            )

    def _not_written(
        self, path: Path, error: Exception, then: Callable[[], object], *, gone: bool
    ) -> None:
        """Say why, and that nothing is lost; another place may do, where the plan is still here."""
        if not isinstance(error, OSError):
            raise error
        text = f"\u201c{path.name}\u201d could not be saved."
        if gone:
            found = "What was not saved is found by File \u2192 Recover plans\u2026"
            ask.tell(self._window, text, f"{error}\n\nThe file is as it was before. {found}")
            return
        more = f"{error}\n\nThe plan stays open with all its changes."
        answer = ask.choose(self._window, text, more, failed=True, elsewhere="Save &as\u2026")
        if answer == "elsewhere":
            self._elsewhere(then)
