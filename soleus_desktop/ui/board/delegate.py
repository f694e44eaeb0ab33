"""Paint a day: its ground, date and kind, its chips, its note, and where a drop would go."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.plan.place import Slot, date_after
from soleus_desktop.plan.words import THIN, chip_line, dose_short
from soleus_desktop.rules.finding import Severity
from soleus_desktop.ui.board.cell import GAP, PAD, Lines
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.board.sprites import Chip, Sprites
from soleus_desktop.ui.effect import Effect
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

KIND_NAMES = {"training": "Training", "recovery": "Recovery", "rest": "Rest", "race": "Race"}
Look = tuple[str, Severity | None, int, float]
"""What changes a chip's picture besides its entry: state, mark, width, pixel ratio."""
MOST_KEPT = 3000
SELECTED_ALPHA = 30
_GROUNDS = {"training": "base", "recovery": "recovery", "rest": "rest", "race": "race"}


class DayDelegate(QStyledItemDelegate):
    """Paints the cells of the board.

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
        self._kept: dict[int, tuple[Entry, Exercise, Look, Units, QPixmap]] = {}
        self.lines = Lines.of(sprites.line, compact=compact)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row, column = index.row(), index.column()
        cell: QRect = option.rect
        day = self._model.plan.weeks[row].days[column]
        theme = self.sprites.theme
        painter.fillRect(cell, theme[_GROUNDS[day.kind]])
        if (row, column) in self.days:
            self._paint_selected(painter, cell)
        here = (row, column) == (self._selection.week, self._selection.day)
        if here:  # firm where the keys go, faint where they go elsewhere
            focused = self._view.hasFocus()
            painter.setPen(QPen(theme["accent" if focused else "faint"], 2 if focused else 1))
            painter.drawRect(cell.adjusted(0, 0, -1, -1))
        self._paint_header(painter, cell, day, row, column)
        marks = self._model.marks.cells.get((row, column), {})
        current = self._selection.entry_id if here else None
        first, ratio = self.lines.chip_rect(cell, 0), self._view.devicePixelRatioF()
        left, top, width = first.left(), first.top(), first.width()
        for entry in day.entries:
            state = "current" if entry.id == current else "plain"
            if entry.id in self.selected:
                state = "current selected" if state == "current" else "selected"
            if entry.id in self.dragged:
                state = "dragged"
            look = (state, marks.get(entry.id), width, ratio)
            painter.drawPixmap(left, top, self._chip(entry, look))
            top += self.lines.chip + GAP
        if day.note:
            self._paint_note(painter, cell, day)
        if day.entries:
            self._paint_minutes(painter, cell, day)
        if self.drop and self.drop[:2] == (row, column):
            self._paint_drop(painter, cell)

    def _paint_header(
        self, painter: QPainter, cell: QRect, day: Day, row: int, column: int
    ) -> None:
        sprites = self.sprites
        painter.setPen(sprites.theme["quiet"])
        painter.setFont(sprites.small)
        width = cell.width() - 2 * PAD
        at = QPoint(cell.left() + PAD + 1, cell.top() + PAD)
        kind = KIND_NAMES[day.kind] if day.kind != "training" or not day.entries else ""
        ratio = self._view.devicePixelRatioF()
        preview = self.preview.get((row, column))
        mark = preview.sign if preview else self._model.marks.days.get((row, column))
        if mark:
            painter.drawPixmap(at, sprites.mark(mark, ratio))
            at += QPoint(sprites.mark_side + 2, 0)
            width -= sprites.mark_side + 2
        right = cell.right() - PAD
        if (row, column) == self._model.today:
            pill = sprites.pill("Today", ratio)
            right -= round(pill.width() / ratio)
            width -= round(pill.width() / ratio) + PAD
            painter.drawPixmap(right, at.y(), pill)
        elif self._model.plan.start:
            text = _date_text(self._model.plan.start, row, column)
            long = sprites.width(kind, sprites.small) + sprites.width(text, sprites.small) + PAD
            if long > width:
                text = text.partition(" ")[0]  # the day alone: the week's header has the month
            right -= sprites.width(text, sprites.small)
            painter.drawStaticText(QPoint(right, at.y()), sprites.text(text, width, sprites.small))
        if kind:
            painter.drawStaticText(at, sprites.text(kind, width, sprites.small))

    def _paint_selected(self, painter: QPainter, cell: QRect) -> None:
        """A frame and a tint: a day among several that are selected."""
        color = QColor(self.sprites.theme["accent"])
        painter.setPen(QPen(color, 1))
        painter.drawRect(cell.adjusted(2, 2, -3, -3))
        color.setAlpha(SELECTED_ALPHA)
        painter.fillRect(cell.adjusted(2, 2, -2, -2), color)

    def _chip(self, entry: Entry, look: Look) -> QPixmap:
        """Return a chip's picture; what was found for this very entry last time is kept."""
        exercise = self._session.exercises[entry.exercise]
        kept = self._kept.get(id(entry))
        units = self._model.plan.athlete.unit
        if kept and kept[:4] == (entry, exercise, look, units):
            return kept[4]
        state, mark, width, ratio = look
        chip = Chip(
            exercise.figure,
            exercise.brief,
            dose_short(entry.dose) if self._compact else chip_line(entry, units),
            state,
            mark,
            width,
            self.lines.chip,
            ratio,
            self._compact,
        )
        pixmap = self.sprites.chip(chip)
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[id(entry)] = (entry, exercise, look, units, pixmap)
        return pixmap

    def _paint_note(self, painter: QPainter, cell: QRect, day: Day) -> None:
        sprites = self.sprites
        painter.setPen(sprites.theme["quiet"])
        painter.setFont(sprites.small)
        top = self.lines.chip_rect(cell, len(day.entries)).top()
        first_line = day.note.strip().partition("\n")[0]
        painter.drawStaticText(
            QPoint(cell.left() + PAD + 1, top),
            sprites.text(first_line, cell.width() - 2 * PAD, sprites.small),
        )

    def _paint_minutes(self, painter: QPainter, cell: QRect, day: Day) -> None:
        """Say at the foot of a day how long it takes."""
        sprites = self.sprites
        effort = self._session.efforts.of_day(day, self._session.exercises)
        text = f"\u2248{THIN}{minutes(effort.session_s)}"
        painter.setPen(sprites.theme["quiet"])
        painter.setFont(sprites.small)
        left = cell.right() - PAD - sprites.width(text, sprites.small)
        at = QPoint(left, self.lines.foot_top(cell))
        painter.drawStaticText(at, sprites.text(text, cell.width(), sprites.small))

    def _paint_drop(self, painter: QPainter, cell: QRect) -> None:
        assert self.drop is not None
        color = self.sprites.theme["drop"]
        painter.setPen(QPen(color, 2))
        painter.drawRect(cell.adjusted(1, 1, -2, -2))
        box = self.lines.chip_rect(cell, self.drop.position)
        painter.fillRect(box.left(), box.top() - 3, box.width(), 3, color)


@lru_cache(maxsize=2048)
def _date_text(start: str, week: int, day: int) -> str:
    date = date_after(start, week, day)
    return f"{date.day} {date:%b}"
