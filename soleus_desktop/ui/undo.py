"""The one undo command: a plan before, a plan after, and what to call the step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from soleus_desktop.plan.model import Plan


class PlanEdit(QUndoCommand):
    """One step of undo. Plans share all that did not change, so keeping both costs little.

    Steps with the same `merge` key become one when they follow each other, as the clicks on one
    spin box do; a step that comes back to where it began vanishes.
    """

    def __init__(
        self,
        show: Callable[[Plan, Plan], None],
        before: Plan,
        after: Plan,
        text: str,
        merge: str | None = None,
    ) -> None:
        super().__init__(text)
        self._show = show
        self.before, self.after, self.merge = before, after, merge

    def redo(self) -> None:
        self._show(self.before, self.after)

    def undo(self) -> None:
        self._show(self.after, self.before)

    def id(self) -> int:
        return 1 if self.merge else -1  # Qt merges only commands of one id other than -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, PlanEdit) or other.merge != self.merge:
            return False
        self.after = other.after
        self.setObsolete(self.before == self.after)
        return True
