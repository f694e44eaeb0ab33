"""The library's list: the exercises that match what was typed, to be dragged to the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from soleus_desktop.guide.glance import glance
from soleus_desktop.guide.model import Exercise
from soleus_desktop.ui.mime import EXERCISE, exercise_data
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex

EXERCISE_ROLE = Qt.ItemDataRole.UserRole
"""The `Exercise` of a row."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 1
"""The heading above a row: the name of the group that begins with it; else an empty text."""

Group = Literal["The guide", "In this plan", "Mine"]
Groups = Mapping[Group, Iterable[Exercise]]


class LibraryModel(NoDrops, QAbstractListModel):
    """The exercises that match all typed words, group by group.

    Rows can be dragged; nothing can be dropped. A group has no row of its own: its name stands
    above its first exercise.
    """

    def __init__(self, groups: Groups) -> None:
        super().__init__()
        self._words: list[str] = []
        self._all: list[tuple[Exercise, Group, str]] = []
        self.shown: list[Exercise] = []
        self._groups: list[Group] = []
        self.set_groups(groups)

    def set_groups(self, groups: Groups) -> None:
        """Show other exercises, those that match."""
        self._all = [
            (exercise, group, _searched(exercise))
            for group, exercises in groups.items()
            for exercise in exercises
        ]
        self._filter()

    def search(self, text: str) -> None:
        """Show those that hold every word of the text somewhere."""
        self._words = text.casefold().split()
        self._filter()

    def row_of(self, exercise_id: str) -> int | None:
        """Return the row of an exercise, or None where it is not shown."""
        return next((r for r, own in enumerate(self.shown) if own.id == exercise_id), None)

    def _filter(self) -> None:
        found = [
            (own, group)
            for own, group, text in self._all
            if all(word in text for word in self._words)
        ]
        shown, groups = [own for own, _ in found], [group for _, group in found]
        if (shown, groups) != (self.shown, self._groups):
            self.beginResetModel()
            self.shown, self._groups = shown, groups
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        exercise = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return exercise.name
        if role == EXERCISE_ROLE:
            return exercise
        if role == GROUP_ROLE:
            row, groups = index.row(), self._groups
            begins = row == 0 or groups[row] != groups[row - 1]
            return groups[row] if begins else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(exercise)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            said = f"{glance(exercise)}. {exercise.purpose}".strip()
            return f"{self._groups[index.row()]}. {said}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [EXERCISE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return exercise_data(self.shown[indexes[0].row()].id) if indexes else QMimeData()


def tooltip(exercise: Exercise) -> str:
    """Return purpose, how-to and cues as rich text; what people typed is escaped."""
    steps = "".join(f"<li>{escape(line[:500])}</li>" for line in exercise.how_to)
    cues = "".join(f"<p>{escape(cue[:500])}</p>" for cue in exercise.cues)
    purpose = f"<p>{escape(exercise.purpose)}</p>" if exercise.purpose else ""
    how_to = f"<ol>{steps}</ol>" if steps else ""
    return f"<p><b>{escape(exercise.name)}</b></p>{purpose}{how_to}{cues}"


def _searched(exercise: Exercise) -> str:
    own = ("yours", "mine") if exercise.custom else ()
    parts = (exercise.name, exercise.also, exercise.purpose, *exercise.cues, *own)
    return "\n".join(parts).casefold()
