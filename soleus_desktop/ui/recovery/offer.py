"""After a crash: shows what was not saved, and restores it or puts it into the bin.

A journal goes only when what it holds stands in another one, on the disk: a crash during the
recovery, or two, lose nothing.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.recovery.recovered import (
    Recovered,
    discard,
    empty_bin,
    in_bin,
    left_behind,
    read_journal,
)
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.recovery.dialog import PICTURE, KeptDialog
from soleus_desktop.ui.recovery.kept import Kept, called, told_of, when
from soleus_desktop.ui.safekeeping import JOURNALS
from soleus_desktop.ui.start.glimpse import Look
from soleus_desktop.ui.start.picture import board_picture
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.ui.windows import Windows

FOUND = "Changes were not saved when the program ended."
MORE = (
    "What is restored opens as a plan that is not saved yet; its file stays as it is. What is "
    "discarded is kept in a bin for 30 days. Escape keeps all of it for later."
)
NONE = "There is nothing to recover."


class Recovery(QObject):
    """Looks for what was not saved, beside the windows of the program."""

    def __init__(self, state: Path, windows: Windows, parent: QObject) -> None:
        super().__init__(parent)
        self._folder, self._windows = state / JOURNALS, windows
        self._work = Work(self)
        self.dialog: KeptDialog | None = None

    def look(self, *, asked: bool = False) -> None:
        """Look for what dead programs left; show it where there is any.

        `asked` tells that a person wants to know: then the bin is looked into as well, and it is
        said where there is nothing.
        """
        window = self._windows.front
        if window is None or self.dialog is not None:
            return
        look = Look(window.bench.theme, PICTURE, window.devicePixelRatioF())
        self._work.run(
            partial(_found, self._folder, window.bench.session.guide, look, bins=asked),
            partial(self._show, asked=asked),
        )

    def _show(self, found: list[Kept], *, asked: bool) -> None:
        window = self._windows.front
        if window is None or self.dialog is not None:
            return
        if not found:
            if asked:
                ask.tell(window, NONE, failed=False)
            return
        self.dialog = dialog = KeptDialog("Recover plans", FOUND, MORE, found, window)
        dialog.add("&Restore", self._restore).setDefault(True)
        dialog.add("&Discard", self._discard)
        dialog.add_leave("&Keep for later").setAutoDefault(False)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _restore(self, kept: Kept) -> None:
        """Open what a journal holds; the journal goes once the new one is on the disk."""
        window = self._windows.front
        assert window is not None
        found = read_journal(kept.path, window.bench.session.guide)
        if found is None:
            self._done_with(kept)
            ask.tell(self._asker, "This plan was recovered or discarded elsewhere meanwhile.")
            return
        opened = self._windows.open_plan(found.plan, _proposed(found))
        keeping = opened.bench.safekeeping
        if keeping and keeping.note_all("Recover", found.file):
            self._put_away(kept.path)
        self._done_with(kept)

    def _discard(self, kept: Kept) -> None:
        if self._put_away(kept.path):
            self._done_with(kept)

    def _put_away(self, path: Path) -> bool:
        try:
            discard(path)
        except FileNotFoundError:  # another window was quicker
            return True
        except OSError as error:
            ask.tell(self._asker, "It could not be put into the bin.", f"{path}: {error.strerror}")
            return False
        return True

    def _done_with(self, kept: Kept) -> None:
        if self.dialog is None:
            return
        self.dialog.rows.take_off(kept)
        if not self.dialog.rows.shown:
            self.dialog.accept()

    @property
    def _asker(self) -> QWidget:
        asker = self.dialog or self._windows.front
        assert asker is not None
        return asker


def _found(folder: Path, guide: Guide, look: Look, *, bins: bool) -> list[Kept]:
    """Read what there is, in a thread; empty the bin of what is old."""
    empty_bin(folder, datetime.now(UTC))
    found = [_kept(one, guide, look) for one in left_behind(folder, guide)]
    if bins:
        found += [_kept(one, guide, look, "In the bin") for one in in_bin(folder, guide)]
    return found


def _kept(one: Recovered, guide: Guide, look: Look, where: str = "") -> Kept:
    edits = f"{one.edits} edit{'s' if one.edits != 1 else ''}, the last: {one.last}"
    place = str(one.file) if one.file else "Never saved to a file"
    lines = (called(one.plan, one.file), f"{when(one.at)} \u2013 {edits}", where or place)
    return Kept(
        one.path, lines, _against_file(one, guide), one.plan, board_picture(one.plan, *look)
    )


def _against_file(one: Recovered, guide: Guide) -> str:
    """Say what a plan has otherwise than its file, if that is there."""
    from soleus_desktop.storage.plan_file import open_plan
    from soleus_desktop.storage.problems import PlanFileError

    if one.file is None:
        return "This plan was never saved to a file."
    if not one.file.exists():
        return f"\u201c{one.file.name}\u201d is not there any more; what is shown is all there is."
    try:
        before = open_plan(one.file, guide)
    except (PlanFileError, OSError) as error:
        return f"\u201c{one.file.name}\u201d cannot be read: {error}"
    heading = f"What \u201c{one.file.name}\u201d does not have:"
    return told_of(before, one.plan, guide, heading, f"The same as in \u201c{one.file.name}\u201d.")


def _proposed(found: Recovered) -> Path | None:
    """Return where to propose to save it: beside its file, under a name of its own."""
    if found.file is None:
        return None
    return found.file.with_name(f"{found.file.stem[:150]} (recovered){found.file.suffix}")
