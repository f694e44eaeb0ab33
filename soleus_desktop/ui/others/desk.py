"""What is done when others are at the plan's file: reload, ask, say; nobody's version is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.documents import Documents
from soleus_desktop.ui.others.disk import Disk, Seen
from soleus_desktop.ui.recovery.kept import Kept, told_of
from soleus_desktop.ui.safekeeping import Safekeeping
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

AGAIN_MS = 500
"""While a dialog is open, or something is dragged, nothing is asked."""
ShowKept = Callable[[str, list[Kept]], object]
"""Shows other versions of the plan, below a sentence about them."""


class Others(QObject):
    """Keeps a session and its file together, whoever writes the file."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        keeping: Safekeeping | None,
        work: Work,
        show_kept: ShowKept,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._documents, self._keeping = session, documents, keeping
        self._work, self._show_kept, self._window = work, show_kept, window
        self.disk = Disk(work, session.guide, lambda: session.digest, window)
        self._path: Path | None = None
        self._held: Plan | None = None
        self._told: Seen | None = None
        self._conflicts: set[Path] = set()
        self.disk.seen.connect(self._on_seen)
        self.disk.folder_changed.connect(self._look_beside)
        session.file_changed.connect(self._follow)

    def _follow(self) -> None:
        session = self._session
        if not session.dirty:
            self._held = session.plan
        if session.path != self._path:
            self._path, self._told = session.path, None
            self.disk.follow(session.path)
            if session.path is not None:
                # Not within the opening: what is opened is to be seen first.
                QTimer.singleShot(AGAIN_MS, self._look_beside)

    # --- the file itself ----------------------------------------------------------------------

    def _on_seen(self, path: Path, seen: Seen) -> None:
        session = self._session
        if path != session.path:
            return
        if seen.digest == session.digest:
            self._on_same()
        elif seen == self._told:
            return
        elif not self._may_ask():
            QTimer.singleShot(AGAIN_MS, self.disk.look)
        else:
            self._told = seen
            self._on_other(path, seen)

    def _on_same(self) -> None:
        """The file holds what we know; it may have been gone for a while."""
        gone, self._told = self._told is not None and self._told.digest is None, None
        if gone and self._session.plan is self._held:
            self._session.stack.setClean()

    def _on_other(self, path: Path, seen: Seen) -> None:
        session = self._session
        if session.only_to_look_at or (seen.newer and not session.dirty):
            if seen.digest is not None:
                self._documents.load(path)
        elif seen.digest is None:
            self._on_gone(path)
        elif self._session.dirty:
            self._ask(path, seen)
        elif seen.plan is None:
            ask.note(
                self._window,
                f"Another program changed \u201c{path.name}\u201d, and it cannot be read now.",
                f"{seen.trouble}. The plan is still here as it was; Save writes it again.",
            )
            self._mark_unsaved(f"{path.name} cannot be read")
        else:
            self._reload(path, seen.plan, seen.digest)

    def _on_gone(self, path: Path) -> None:
        self._mark_unsaved(f"{path.name} is gone")
        ask.note(
            self._window,
            f"\u201c{path.name}\u201d was deleted or moved.",
            "The plan is still here. Save puts it back where it was.",
        )

    def _mark_unsaved(self, why: str) -> None:
        """Take the plan for unsaved, since its file does not hold it any more."""
        if not self._session.dirty:
            self._session.stack.resetClean()
            if self._keeping:
                self._keeping.note_all(why)

    def _reload(self, path: Path, plan: Plan, digest: bytes) -> None:
        """Show what the file holds now, as a step that can be undone."""
        session = self._session
        session.apply(f"Reload {path.name}", lambda _: plan)
        session.saved(session.plan, path, digest)
        self._documents.said.emit(
            f"{path.name} was changed by another program and is shown as it is now"
        )

    def _ask(self, path: Path, seen: Seen) -> None:
        from soleus_desktop.ui.others.changed import ChangedDialog

        session, plan, digest = self._session, seen.plan, seen.digest
        assert digest is not None
        told = f"The file cannot be read now: {seen.trouble}"
        if plan is not None:
            told = told_of(
                session.plan, plan, session.guide, "The file has otherwise:", "No difference."
            )
        dialog = ChangedDialog(path.name, told, self._window)
        dialog.offer(
            "&Keep both",
            "Saves your version beside the file, and goes on with it",
            self._documents.save_beside,
        )
        dialog.offer(
            "&Reload",
            "Shows the file's version; yours is an undo away",
            lambda: self._take_theirs(path, plan or session.plan, digest),
            there=plan is not None,
        )
        dialog.offer(
            "&Overwrite",
            "Saves your version over the file's, which stays among the previous versions",
            lambda: self._take_ours(digest),
            there=not seen.newer,
        )
        dialog.offer_later()
        dialog.open()

    def _take_theirs(self, path: Path, plan: Plan, digest: bytes) -> None:
        self._documents.keep_version()
        self._reload(path, plan, digest)

    def _take_ours(self, digest: bytes) -> None:
        self._session.digest = digest
        self._documents.save()

    @staticmethod
    def _may_ask() -> bool:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        return not pressed and QApplication.activeModalWidget() is None

    # --- beside it ----------------------------------------------------------------------------

    def _look_beside(self) -> None:
        from soleus_desktop.storage.conflicts import copies_beside

        session, path = self._session, self._session.path
        if path is not None:
            self._work.run(
                partial(copies_beside, path, session.plan.id, session.guide),
                partial(self._offer_copies, path),
            )

    def _offer_copies(self, path: Path, found: list[Path]) -> None:
        new = set(found) - self._conflicts
        if not new or path != self._session.path:
            return
        if not self._may_ask():
            QTimer.singleShot(AGAIN_MS, self._look_beside)
            return
        self._conflicts |= new
        many = len(found) > 1
        names = ", ".join(f"\u201c{one.name}\u201d" for one in found[:3])
        ask.offer(
            self._window,
            f"{'Other versions' if many else 'Another version'} of this plan "
            f"lie{'' if many else 's'} beside it.",
            f"{names}{' and more' if len(found) > 3 else ''}: somebody changed the plan on "
            "another machine, or another program did.",
            "&Compare\u2026",
            lambda: self._show_kept(
                "Other versions that lie beside this plan",
                [Kept(one, (one.name,)) for one in found],
            ),
        )
