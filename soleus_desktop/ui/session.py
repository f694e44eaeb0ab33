"""The session: one open plan, its file, its undo history and its findings.

`apply` is the only way to change the plan. Panels show the session and ask it; never each other.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from soleus_desktop.guide.effort import Efforts
from soleus_desktop.guide.model import Exercise, Guide, exercise_of
from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.model import CustomExercise, Plan, new_plan
from soleus_desktop.plan.own import with_exercise
from soleus_desktop.rules.engine import Checker
from soleus_desktop.rules.finding import Report
from soleus_desktop.ui.undo import PlanEdit


class Session(QObject):
    """One open plan. `token` names it in drags and on the clipboard."""

    plan_changed = Signal(object, object)
    """The plan before and after; the findings are those of the plan after already."""
    plan_replaced = Signal()
    """Another plan was opened or begun; sent before `plan_changed`."""
    file_changed = Signal()
    """The path or whether there are unsaved changes."""
    refused = Signal(str)
    """An edit that could not be done, in a sentence."""

    def __init__(self, guide: Guide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.guide = guide
        self.token = os.urandom(16).hex()
        self.path: Path | None = None
        self.digest: bytes | None = None
        """Of what the file held when it was opened or last saved."""
        self.only_to_look_at = ""
        """Why the plan is not to be changed, in a sentence; empty where it may be."""
        self.stack = QUndoStack(self)
        self.stack.cleanChanged.connect(self.file_changed)
        self._checker = Checker(guide)
        self._plan = new_plan()
        self._passing = 0
        self._passed: Plan | None = None
        self.report: Report = self._checker.check(self._plan)
        self.exercises: dict[str, Exercise] = guide.exercises
        self.offered: dict[str, CustomExercise] = {}
        """A person's own exercises by id, which come into the plan when they are used in it."""
        self.efforts = Efforts()

    @property
    def plan(self) -> Plan:
        """The plan as it stands."""
        return self._plan

    @property
    def dirty(self) -> bool:
        """Whether there are changes that no file holds."""
        return not self.stack.isClean()

    @property
    def name(self) -> str:
        """What to call the plan: its title, else its file, else that it has none."""
        return self._plan.title or (self.path.stem if self.path else "Untitled plan")

    def known(self, exercise_id: str) -> Exercise | None:
        """Return an exercise of guide or plan, else one that is offered, else None."""
        made = self.offered.get(exercise_id)
        return self.exercises.get(exercise_id) or (exercise_of(made) if made else None)

    def with_exercise(self, plan: Plan, exercise_id: str) -> Plan:
        """Return the plan with this exercise brought in, where it is offered and not there yet."""
        made = self.offered.get(exercise_id)
        return with_exercise(plan, made) if made else plan

    def apply(self, text: str, edit: Edit, merge: str | None = None) -> bool:
        """Change the plan by an edit, as one undo step called `text`.

        An edit that changes nothing leaves no step; one that cannot be done changes nothing and
        is said in `refused`. Returns whether the plan changed.
        """
        if self.only_to_look_at:
            self.refused.emit(self.only_to_look_at)
            return False
        before = self._plan
        try:
            after = edit(before)
        except (ValueError, KeyError, IndexError) as error:
            self.refused.emit(str(error.args[0]) if error.args else text)
            return False
        if after is before or after == before:
            return False
        self.stack.push(PlanEdit(self._show, before, after, text, merge))
        return True

    def preview(self, edit: Edit) -> Report | None:
        """Return what would be found after an edit, or None where it cannot be done."""
        try:
            return self._checker.consider(edit(self._plan))
        except (ValueError, KeyError, IndexError):
            return None

    def plan_at(self, step: int) -> Plan:
        """Return the plan at a step of the history; 0 is before the first."""
        if self.stack.count() == 0:
            return self._plan
        command = self.stack.command(max(step - 1, 0))
        assert isinstance(command, PlanEdit)
        return command.after if step else command.before

    def go_to_step(self, step: int) -> None:
        """Undo or redo up to a step of the history (0 is before the first), told of as one."""
        self._passing = max(abs(step - self.stack.index()) - 1, 0)
        self._passed = self._plan if self._passing else None
        self.stack.setIndex(step)

    def begin(
        self,
        plan: Plan,
        path: Path | None = None,
        digest: bytes | None = None,
        only_to_look_at: str = "",
    ) -> None:
        """Show another plan, without history; `path` holds it as it is, where one is given.

        `only_to_look_at` says why it is not to be changed, if so.
        """
        self.plan_replaced.emit()
        self.stack.clear()
        self.stack.setClean()  # clear() leaves an empty one as it is
        before, self.path, self.digest = self._plan, path, digest
        self.only_to_look_at = only_to_look_at
        self._show(before, plan)
        self.file_changed.emit()

    def begin_unsaved(self, plan: Plan) -> None:
        """Show a plan that no file holds, so that it is asked for before it is let go."""
        self.begin(plan)
        self.stack.resetClean()
        self.file_changed.emit()

    def saved(self, plan: Plan, path: Path, digest: bytes | None = None) -> None:
        """Note that `plan` lies in this file; what was changed since then stays unsaved."""
        self.path, self.digest = path, digest
        if plan is self._plan:
            self.stack.setClean()
        self.file_changed.emit()

    def _show(self, before: Plan, after: Plan) -> None:
        self._plan = after
        if self._passing:  # on the way to a step further on
            self._passing -= 1
            return
        before, self._passed = self._passed or before, None
        if after.exercises != before.exercises:
            self.exercises = self.guide.exercises_of(after)
        self.report = self._checker.check(after)
        self.plan_changed.emit(before, after)
