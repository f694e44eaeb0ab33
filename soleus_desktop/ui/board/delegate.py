"""Paint a day: its ground, date and kind, its chips, its note, and where a drop would go."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.plan.place import Slot, date_after
from soleus_desktop.plan.unknown import unknown_kinds
from soleus_desktop.plan.words import THIN, chip_line, dose_short
from soleus_desktop.rules.finding import Severity
from soleus_desktop.ui.board.cell import GAP, PAD, Lines
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.board.sprites import Chip, Sprites
from soleus_desktop.ui.board.tooltip import tooltip
from soleus_desktop.ui.effect import Effect
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

KIND_NAMES = {"training": "Training", "recovery": "Recovery", "rest": "Rest", "race": "Race"}
Look = tuple[int, str, Severity | None, int]
"""What tells one chip's picture from another: which entry it is, its state, mark and width."""
Basis = tuple[dict[str, Exercise], Units, float]
"""What all of them are made of: exercises, units, pixel ratio."""
MOST_KEPT = 3000
SELECTED_ALPHA = 30
_NO_MARKS: dict[str, Severity] = {}
_GROUNDS = {"training": "base", "recovery": "recovery", "rest": "rest", "race": "race"}


class DayDelegate(QStyledItemDelegate):
    """Paints the cells of the board, and says what they hold when the pointer rests on them.

    `drop` is where a drag hovers, `dragged` what it takes; `selected` are the entries and `days`
    the days that are selected where several are; `preview` is what a drop on a day would bring.
    """

    def __init__(
        self,
        session: Session,
        selection: Selection,
        model: BoardModel,
        sprites: Sprites,
        view: QWidget,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._session, self._selection, self._model = session, selection, model
        self.drop: Slot | None = None
        self.dragged: frozenset[str] = frozenset()
        self.selected: frozenset[str] = frozenset()
        self.days: frozenset[tuple[int, int]] = frozenset()
        self.preview: dict[tuple[int, int], Effect] = {}
        self.set_sprites(sprites)

    def set_sprites(self, sprites: Sprites, *, compact: bool = False) -> None:
        """Paint with another theme, font or density from now on."""
        self.sprites, self._compact = sprites, compact
        self._kept: dict[Look, tuple[Entry, QPixmap]] = {}
        self._basis: Basis | None = None
        self.lines = Lines.of(sprites.line, compact=compact)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, column = index.row(), index.column()
        cell: QRect = option.rect
        self._ratio = self._view.devicePixelRatioF()
        day = self._model.plan.weeks[row].days[column]
        theme = self.sprites.theme
        painter.fillRect(cell, theme[_GROUNDS[day.kind]])
        if (row, column) in self.days:
            self._paint_selected(painter, cell)
        here = (row, column) == (self._selection.week, self._selection.day)
        if here:  # firm where the keys go, faint where they go elsewhere
            focused = self._view.hasFocus()
            _frame(painter, cell, 2 if focused else 1, theme["accent" if focused else "faint"])
        painter.setPen(theme["quiet"])  # of all that is written on the ground
        painter.setFont(self.sprites.small)
        self._paint_header(painter, cell, day, row, column)
        marks = self._model.marks.cells.get((row, column), _NO_MARKS)
        current = self._selection.entry_id if here else None
        self._heed_what_counts()
        left, top = cell.left() + PAD, self.lines.first_chip(cell)
        width, step = cell.width() - 2 * PAD, self.lines.chip + GAP
        for entry in day.entries:
            state = "current" if entry.id == current else "plain"
            if entry.id in self.selected:
                state = "current selected" if state == "current" else "selected"
            if entry.id in self.dragged:
                state = "dragged"
            look = (id(entry), state, marks.get(entry.id), width)  # what is kept keeps its id
            painter.drawPixmap(left, top, (self._kept.get(look) or self._chip(entry, look))[1])
            top += step
        if day.unknown:
            self._paint_unknown(painter, cell, top, day)
            top += self.lines.foot
        if day.note:
            self._paint_note(painter, cell, top, day)
        if day.entries:
            self._paint_minutes(painter, cell, day)
        if self.drop and self.drop[:2] == (row, column):
            self._paint_drop(painter, cell)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        text = ""
        if index.isValid():
            found = self.lines.chip_at(option.rect, self._model.day(index), event.pos())
            slot = Slot(index.row(), index.column(), -1 if found is None else found)
            text = tooltip(self._session, slot)
        QToolTip.showText(event.globalPos(), text, view.viewport())
        return True

    def _paint_header(
        self, painter: QPainter, cell: QRect, day: Day, row: int, column: int
    ) -> None:
        sprites = self.sprites
        left, top, width = cell.left() + PAD + 1, cell.top() + PAD, cell.width() - 2 * PAD
        kind = KIND_NAMES[day.kind] if day.kind != "training" or not day.entries else ""
        preview = self.preview.get((row, column))
        mark = preview.sign if preview else self._model.marks.days.get((row, column))
        if mark:
            painter.drawPixmap(left, top, sprites.mark(mark, self._ratio))
            left += sprites.mark_side + 2
            width -= sprites.mark_side + 2
        right = cell.right() - PAD
        if (row, column) == self._model.today:
            pill = sprites.pill("Today", self._ratio)
            right -= round(pill.width() / self._ratio)
            width -= round(pill.width() / self._ratio) + PAD
            painter.drawPixmap(right, top, pill)
        elif self._model.plan.start:
            text = _date_text(self._model.plan.start, row, column)
            long = sprites.width(kind, sprites.small) + sprites.width(text, sprites.small) + PAD
            if long > width:
                text = text.partition(" ")[0]  # the day alone: the week's header has the month
            right -= sprites.width(text, sprites.small)
            painter.drawStaticText(right, top, sprites.text(text, width, sprites.small))
        if kind:
            painter.drawStaticText(left, top, sprites.text(kind, width, sprites.small))

    def _paint_selected(self, painter: QPainter, cell: QRect) -> None:
        """A frame and a tint: a day among several that are selected."""
        color = QColor(self.sprites.theme["accent"])
        _frame(painter, cell.adjusted(2, 2, -2, -2), 1, color)
        color.setAlpha(SELECTED_ALPHA)
        painter.fillRect(cell.adjusted(2, 2, -2, -2), color)

    def _chip(self, entry: Entry, look: Look) -> tuple[Entry, QPixmap]:
        """Return a chip's picture, and keep it for this very entry."""
        _, state, mark, width = look
        exercise, units = self._session.exercises[entry.exercise], self._model.plan.athlete.unit
        chip = Chip(
            exercise.figure,
            exercise.brief,
            dose_short(entry.dose) if self._compact else chip_line(entry, units),
            state,
            mark,
            width,
            self.lines.chip,
            self._ratio,
            self._compact,
        )
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        kept = self._kept[look] = (entry, self.sprites.chip(chip))
        return kept

    def _heed_what_counts(self) -> None:
        """Forget all pictures once what they were made of is another."""
        basis = (self._session.exercises, self._model.plan.athlete.unit, self._ratio)
        if basis != self._basis:
            self._basis = basis
            self._kept.clear()

    def _paint_unknown(self, painter: QPainter, cell: QRect, top: int, day: Day) -> None:
        """Say on a grey chip what is there that is not known."""
        box = QRect(cell.left() + PAD, top, cell.width() - 2 * PAD, self.lines.foot - GAP)
        painter.fillRect(box, self.sprites.theme["rest"])
        painter.fillRect(box.left(), top, PAD, box.height(), self.sprites.theme["faint"])
        said = f"{unknown_kinds(day.unknown)} (unknown)".strip()
        text = self.sprites.text(said, box.width() - 3 * PAD, self.sprites.small)
        painter.drawStaticText(box.left() + 2 * PAD, top, text)

    def _paint_note(self, painter: QPainter, cell: QRect, top: int, day: Day) -> None:
        first_line = day.note.strip().partition("\n")[0]
        text = self.sprites.text(first_line, cell.width() - 2 * PAD, self.sprites.small)
        painter.drawStaticText(cell.left() + PAD + 1, top, text)

    def _paint_minutes(self, painter: QPainter, cell: QRect, day: Day) -> None:
        """Say at the foot of a day how long it takes."""
        sprites = self.sprites
        effort = self._session.efforts.of_day(day, self._session.exercises)
        text = f"\u2248{THIN}{minutes(effort.session_s)}"
        left = cell.right() - PAD - sprites.width(text, sprites.small)
        laid = sprites.text(text, cell.width(), sprites.small)
        painter.drawStaticText(left, self.lines.foot_top(cell), laid)

    def _paint_drop(self, painter: QPainter, cell: QRect) -> None:
        assert self.drop is not None
        color = self.sprites.theme["drop"]
        _frame(painter, cell, 2, color)
        box = self.lines.chip_rect(cell, self.drop.position)
        painter.fillRect(box.left(), box.top() - 3, box.width(), 3, color)


def _frame(painter: QPainter, cell: QRect, thick: int, color: QColor) -> None:
    """Draw along the inside of a cell; a pen of some width takes Qt ten times as long."""
    left, top, width, height = cell.x(), cell.y(), cell.width(), cell.height()
    painter.fillRect(left, top, width, thick, color)
    painter.fillRect(left, top + height - thick, width, thick, color)
    painter.fillRect(left, top + thick, thick, height - 2 * thick, color)
    painter.fillRect(left + width - thick, top + thick, thick, height - 2 * thick, color)


@lru_cache(maxsize=2048)
def _date_text(start: str, week: int, day: int) -> str:
    date = date_after(start, week, day)
    return f"{date.day} {date:%b}"
