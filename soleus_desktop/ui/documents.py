"""Plans and their files: new, open, save, recent, and what becomes of unsaved changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.plan.template import as_template, from_template
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.names import SUFFIX, file_name
from soleus_desktop.ui.opening import Opening
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.saving import Saving
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.start.templates import Templates
from soleus_desktop.ui.work import Work

FILTER = f"Soleus plans (*{SUFFIX});;All files (*)"
OPEN_FILTER = f"Soleus plans, and PDFs with one inside (*{SUFFIX} *.pdf);;All files (*)"
NEW_WEEKS = 4
ENDINGS = (SUFFIX, ".json")


class Documents(QObject):
    """Opens and saves the session's plan. Asks before anything unsaved would go.

    `versions` is the folder in which previous versions are kept, if any are.
    """

    said = Signal(str)
    """What was done, for the status line."""

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        templates: Templates,
        work: Work,
        window: QWidget,
        versions: Path | None = None,
    ) -> None:
        super().__init__(window)
        self.templates, self._versions = templates, versions
        self._session, self._preferences = session, preferences
        self._work, self._window = work, window
        self._proposed: Path | None = None
        self.opening = Opening(session, preferences, window)
        self._saving = Saving(session, preferences, work, window, versions, self.save_as)
        self._saving.said.connect(self.said)
        self._saving.held.connect(self.opening.hold)
        session.plan_replaced.connect(self._forget_proposed)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been opened or done here yet."""
        session = self._session
        return session.path is None and not session.dirty and session.stack.count() == 0

    def new(self, weeks: int = NEW_WEEKS) -> None:
        """Begin an empty plan."""
        self._when_safe(lambda: self._session.begin(new_plan(weeks).replace(id=_fresh_id())))

    def new_from(self, template: Path) -> None:
        """Begin a plan from the template in a file."""
        self._when_safe(lambda: self._begin_from(template))

    def open(self) -> None:
        """Ask for a plan file and open it."""
        self._when_safe(self._open_chosen)

    def open_path(self, path: Path) -> None:
        """Open this plan file, once what is unsaved is safe."""
        self._when_safe(lambda: self.load(path))

    def load(self, path: Path) -> bool:
        """Show the plan in a file; where it cannot be read say why and keep what is shown."""
        opened = self.opening.open(path)
        if opened is None:
            return False
        if opened.as_copy:
            self.begin_copy(opened.plan, path, f"{path.stem} (copy)")
            return True
        self._session.begin(opened.plan, path, opened.digest, opened.only_to_look_at)
        self._preferences.remember(path)
        self.said.emit(f"Opened {path.name}")
        return True

    def save(self, then: Callable[[], object] = lambda: None) -> None:
        """Save to the plan's file, asking for one where it has none; then go on."""
        if self._session.path is None:
            self.save_as(then)
        else:
            self.save_to(self._session.path, then)

    def save_to(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Save to this file, in a thread, and show the plan as that file's; then go on."""
        self._saving.write(path, then)

    def save_as(self, then: Callable[[], object] = lambda: None) -> None:
        """Ask for a file and save to it; then go on."""
        from soleus_desktop.ui.dialogs.save_path import save_path

        session = self._session
        usual = self._preferences.folder / (file_name(session.name) + SUFFIX)
        proposed = session.path or self._proposed or usual
        path = save_path(self._window, "Save the plan", proposed, FILTER, ENDINGS)
        if path:
            self.save_to(path, then)

    def save_beside(self) -> None:
        """Save the plan beside its file, under a name of its own, and go on with it there."""
        from soleus_desktop.storage.placing import free_name

        path = self._session.path
        if path is not None:
            self.save_to(free_name(path, "my version"))

    def keep_version(self) -> None:
        """Keep what is in the window among the previous versions of its plan."""
        from soleus_desktop.storage.saving import keep_unsaved

        plan, path, versions = self._session.plan, self._session.path, self._versions
        if versions is not None:
            self._work.run(lambda: keep_unsaved(plan, path, versions), _done, _done)

    def begin_unsaved(self, plan: Plan, proposed: Path | None) -> None:
        """Show a plan that no file holds; `proposed` is where to propose to save it."""
        self._session.begin_unsaved(plan)
        self._proposed = proposed

    def begin_copy(self, plan: Plan, of: Path, stem: str) -> None:
        """Show a copy of the plan in a file: unsaved, and another plan from now on."""
        proposed = of.with_name(file_name(stem) + SUFFIX)
        self.begin_unsaved(plan.replace(id=_fresh_id()), proposed)
        self.said.emit(f"This is a copy of {of.name}; not saved yet")

    def open_copy(self, plan: Plan, stem: str) -> None:
        """Show a plan as a copy of the one here, in a window of its own where that can be."""
        windows = self.opening.windows
        folder = self._session.path.parent if self._session.path else self._preferences.folder
        proposed = folder / (file_name(stem) + SUFFIX)
        copy = plan.replace(id=_fresh_id())
        if windows:
            windows.open_plan(copy, proposed)
        else:
            self._when_safe(lambda: self.begin_unsaved(copy, proposed))

    def save_as_template(self) -> None:
        """Ask for a name and save the plan as a template, without what is its athlete's alone."""
        from soleus_desktop.ui.dialogs.template import ask_title

        title = ask_title(self._window, self._session.plan.title)
        if title is None:
            return
        try:
            path = self.templates.path_for(title)
        except OSError as error:
            ask.tell(self._window, "The template could not be saved.", str(error))
            return
        if not path.exists() or ask.replace(self._window, path.name):
            self._write_template(as_template(self._session.plan, title), path)

    def delete_template(self, path: Path, title: str) -> bool:
        """Ask whether an own template shall go; tell whether it went."""
        text = f"Delete the template \u201c{title}\u201d?"
        more = "Plans that were begun from it stay as they are."
        if not ask.confirm(self._window, text, more, "&Delete"):
            return False
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            ask.tell(self._window, f"\u201c{title}\u201d could not be deleted.", str(error))
            return False
        self.said.emit(f"Deleted the template {title}")
        return True

    def _open_chosen(self) -> None:
        folder = str(self._preferences.folder)
        chosen, _ = QFileDialog.getOpenFileName(self._window, "Open a plan", folder, OPEN_FILTER)
        if chosen:
            self.load(Path(chosen))

    def choose_other(self) -> tuple[Path, Plan] | None:
        """Ask for a plan file and return its path and its plan, which is not opened."""
        folder = str(self._preferences.folder)
        title = "Compare with the plan in a file"
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, folder, FILTER)
        read = self.opening.read(Path(chosen)) if chosen else None
        return (Path(chosen), read[0]) if read else None

    def may_leave(self, once_saved: Callable[[], object]) -> bool:
        """Tell whether the plan may be let go, asking what becomes of unsaved changes.

        When a person wants them saved the answer is no, and `once_saved` is called when they are.
        """
        if not self._session.dirty:
            return True
        answer = ask.save_changes(self._window, self._session.name)
        if answer == "save":
            self.save(once_saved)
        return answer == "discard"

    def _forget_proposed(self) -> None:
        self._proposed = None

    def _when_safe(self, go_on: Callable[[], object]) -> None:
        if self.may_leave(go_on):
            go_on()

    def _begin_from(self, template: Path) -> None:
        from soleus_desktop.storage.plan_file import open_plan
        from soleus_desktop.storage.problems import PlanFileError

        try:
            plan = open_plan(template, self._session.guide)
        except (PlanFileError, OSError) as error:
            ask.tell(self._window, f"\u201c{template.name}\u201d could not be used.", str(error))
            return
        self._session.begin(from_template(plan, _fresh_id()))
        self.said.emit(f"Begun from {plan.title or template.stem}; not saved yet")

    def _write_template(self, plan: Plan, path: Path) -> None:
        from soleus_desktop.storage.plan_file import save_plan

        session = self._session
        self._work.run(
            lambda: save_plan(plan, path, session.guide),
            lambda _: self.said.emit(f"Saved the template {plan.title}"),
            lambda error: ask.tell(self._window, "The template could not be saved.", str(error)),
        )


def _fresh_id() -> str:
    """Return an id for a plan that begins; its previous versions go by it."""
    return os.urandom(16).hex()


def _done(_: object) -> None:
    """Nobody is told."""
