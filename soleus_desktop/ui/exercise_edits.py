"""Makes, edits, duplicates and deletes exercises of one's own: in the plan, and those kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from soleus_desktop.plan.model import CustomExercise
from soleus_desktop.plan.own import (
    change_exercise,
    days_with,
    delete_exercise,
    places_in_words,
    with_exercise,
)
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.own_exercises import OwnExercises, fresh_exercise_id
from soleus_desktop.ui.session import Session

if TYPE_CHECKING:  # read when the dialog is first opened
    from soleus_desktop.ui.dialogs.exercise import ExerciseDialog

OF_THE_GUIDE = "The guide’s exercises stay as they are; duplicate it to have one of your own"


class ExerciseEdits(QObject):
    """What is done to an exercise in the plan is one step of undo; what is kept is not undone."""

    def __init__(self, session: Session, own: OwnExercises, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._own, self._window = session, own, window

    def new(self) -> None:
        """Ask for an exercise, put it into the plan and, if wanted, keep it."""
        self._ask_new(CustomExercise(id="new", name="", dose="reps"), "New exercise")

    def duplicate(self, exercise_id: str) -> None:
        """The same, beginning with what another exercise is."""
        from soleus_desktop.ui.dialogs.exercise import like

        exercise = self._session.known(exercise_id)
        if exercise:
            made = like(exercise, "new", f"{exercise.name[:190]} (own)")
            self._ask_new(made, "Duplicate an exercise")

    def edit(self, exercise_id: str) -> None:
        """Edit an exercise where it is: in the plan, else among those kept."""
        made = self._of_plan(exercise_id)
        if made:
            places = days_with(self._session.plan, exercise_id)
            kept = exercise_id in self._session.offered if self._own.kept else None
            dialog = self._dialog(
                made, title="Exercise of this plan", used=places_in_words(places), keep=kept
            )
            dialog.accepted.connect(lambda: self._change(dialog))
        elif exercise_id in self._session.offered:
            dialog = self._dialog(self._session.offered[exercise_id], title="My exercise")
            dialog.accepted.connect(lambda: self._own.keep(dialog.exercise))
        else:
            self._session.refused.emit(OF_THE_GUIDE)
            return
        dialog.open()

    def delete(self, exercise_id: str) -> None:
        """Delete an exercise where it is: from the plan, else from those kept."""
        made = self._of_plan(exercise_id)
        if made:
            places = days_with(self._session.plan, exercise_id)
            if places:
                ask.tell(
                    self._window,
                    f"“{made.name}” is not deleted.",
                    f"It is in the plan: {places_in_words(places)}.",
                )
            else:
                self._session.apply(
                    f"Delete {made.name.lower()}", lambda plan: delete_exercise(plan, exercise_id)
                )
        elif exercise_id in self._session.offered:
            name = self._session.offered[exercise_id].name
            more = "Plans that hold it hold it on. This cannot be undone."
            if ask.confirm(self._window, f"Keep \u201c{name}\u201d no longer?", more, "&Delete"):
                self._own.forget(exercise_id)
        else:
            self._session.refused.emit(OF_THE_GUIDE)

    def _ask_new(self, made: CustomExercise, title: str) -> None:
        dialog = self._dialog(made, title=title, keep=True if self._own.kept else None)
        dialog.accepted.connect(lambda: self._make(dialog))
        dialog.open()

    def _make(self, dialog: ExerciseDialog) -> None:
        made = dialog.exercise
        made = made.replace(id=fresh_exercise_id(made.name))
        self._session.apply(f"Make {made.name.lower()}", lambda plan: with_exercise(plan, made))
        if dialog.keep.isChecked():
            self._own.keep(made)

    def _change(self, dialog: ExerciseDialog) -> None:
        made = dialog.exercise
        self._session.apply(f"Change {made.name.lower()}", lambda plan: change_exercise(plan, made))
        if dialog.keep.isChecked():
            self._own.keep(made)

    def _dialog(
        self, made: CustomExercise, *, title: str, used: str = "", keep: bool | None = None
    ) -> ExerciseDialog:
        from soleus_desktop.ui.dialogs.exercise import ExerciseDialog

        return ExerciseDialog(made, self._window, title=title, used=used, keep=keep)

    def _of_plan(self, exercise_id: str) -> CustomExercise | None:
        own = self._session.plan.exercises
        return next((made for made in own if made.id == exercise_id), None)
