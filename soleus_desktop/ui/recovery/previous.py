"""Previous versions of a plan, and other versions beside it: look at one, or go back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.versions import key_of, versions
from soleus_desktop.ui.documents import Documents
from soleus_desktop.ui.recovery.dialog import PICTURE, KeptDialog
from soleus_desktop.ui.recovery.kept import Kept, read_kept, size_text, when
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.start.glimpse import Look
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.work import Work

ABOUT = "Previous versions of this plan"
MORE = (
    "One is kept at each save: all of two days, then one a day, a week, a month. Going back is a "
    "step that can be undone."
)
NONE = "No version of this plan is kept yet. One is at each save."


class Previous:
    """Shows versions of the session's plan. `folder` is where they are kept, if they are."""

    def __init__(
        self,
        session: Session,
        documents: Documents,
        theme: Callable[[], Theme],
        folder: Path | None,
        window: QWidget,
    ) -> None:
        self._session, self._documents = session, documents
        self._theme, self._folder, self._window = theme, folder, window

    def show(self) -> None:
        """Show what is kept of the plan."""
        plan, path = self._session.plan, self._session.path
        found = []
        if self._folder and (plan.id or path):
            found = versions(self._folder, key_of(plan, path or Path()))
        self.show_plans(
            ABOUT, [Kept(one.path, (when(one.at), size_text(one.size))) for one in found]
        )

    def show_plans(self, about: str, plans: Sequence[Kept]) -> None:
        """Show these versions of the plan, each read and compared beside the window."""
        former = about == ABOUT
        more = MORE if former else "Taking one over is a step that can be undone."
        dialog = KeptDialog("Versions", about, more if plans else NONE, plans, self._window)
        dialog.add_leave("&Close").setDefault(not plans)
        if plans:
            dialog.add("&Open as a copy", partial(self._open, dialog)).setDefault(True)
            take = "&Go back to it" if former else "&Take it over"
            dialog.add(take, partial(self._take, dialog, "Go back to" if former else "Take over"))
            self._read(dialog, plans, former=former)
        dialog.open()

    def _read(self, dialog: KeptDialog, plans: Sequence[Kept], *, former: bool) -> None:
        work, session = Work(dialog), self._session
        look = Look(self._theme(), PICTURE, dialog.devicePixelRatioF())
        dialog.finished.connect(work.drop)
        for kept in plans:
            work.run(
                partial(read_kept, kept, session.guide, look, session.plan, former=former),
                dialog.rows.fill_in,
            )

    def _open(self, dialog: KeptDialog, kept: Kept) -> None:
        dialog.accept()
        if kept.plan is not None:
            path = self._session.path
            stem = path.stem if path else self._session.name
            self._documents.open_copy(kept.plan, f"{stem} ({_said(kept)})")

    def _take(self, dialog: KeptDialog, how: str, kept: Kept) -> None:
        dialog.accept()
        plan = kept.plan
        if plan is not None:
            self._session.apply(f"{how} {kept.lines[0]}", partial(_instead, plan))


def _instead(plan: Plan, _: Plan) -> Plan:
    return plan


def _said(kept: Kept) -> str:
    """The line of a version as it can stand in a file's name."""
    return kept.lines[0].replace(":", "-")[:60]
