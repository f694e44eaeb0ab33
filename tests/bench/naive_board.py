"""The yardstick of the board: a delegate that paints the same cells and keeps nothing."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from soleus_desktop.guide.effort import of_entry, total
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.plan.place import date_of
from soleus_desktop.plan.words import chip_line
from soleus_desktop.ui.board.cell import PAD
from soleus_desktop.ui.board.delegate import KIND_NAMES, DayDelegate
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.board.sprites import INSET, RADIUS, STRIPE
from soleus_desktop.ui.widgets.mark import MARK, draw_mark

GROUNDS = {"training": "base", "recovery": "recovery", "rest": "rest", "race": "race"}
RIGHT, CUT = Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideRight


class NaiveDelegate(DayDelegate):
    """Paints a day as one writes it first: every rectangle, every text, every figure anew."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell, day, theme = option.rect, self._model.day(index), self.sprites.theme
        painter.fillRect(cell, theme[GROUNDS[day.kind]])
        painter.setPen(theme["quiet"])
        painter.setFont(self.sprites.small)
        head = QRect(cell.left() + PAD, cell.top() + PAD, cell.width() - 2 * PAD, self.lines.header)
        kind = KIND_NAMES[day.kind] if day.kind != "training" or not day.entries else ""
        painter.drawText(head, 0, kind)
        date = date_of(self._model.plan, index.row(), index.column())
        if date:
            painter.drawText(head, RIGHT, f"{date.day} {date:%b}")
        marks = self._model.cell_marks(index)
        for position, entry in enumerate(day.entries):
            self._paint_chip(painter, self.lines.chip_rect(cell, position), entry, marks)
        if day.entries:
            self._paint_foot(painter, cell, day)

    def _paint_chip(
        self, painter: QPainter, chip: QRect, entry: Entry, marks: dict[str, object]
    ) -> None:
        theme, sprites = self.sprites.theme, self.sprites
        exercise = self._session.exercises[entry.exercise]
        ground, stripe = theme.chip(exercise.figure)
        box = QRectF(chip).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stripe)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(STRIPE, 0, 0, 0), RADIUS / 2, RADIUS / 2)
        room = chip.adjusted(INSET, 2, -2, 0)
        for font, color, text in (
            (sprites.strong, "text", exercise.brief),
            (sprites.small, "quiet", chip_line(entry)),
        ):
            painter.setPen(theme[color])
            painter.setFont(font)
            painter.drawText(room, 0, QFontMetrics(font).elidedText(text, CUT, room.width()))
            room.translate(0, sprites.line + 1)
        if entry.id in marks:
            kind = str(marks[entry.id])
            painter.translate(QPoint(chip.right() - MARK - 2, room.top() - sprites.line))
            draw_mark(painter, kind, theme[kind], theme["base"])
            painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_foot(self, painter: QPainter, cell: QRect, day: Day) -> None:
        exercises = self._session.exercises
        effort = total(of_entry(entry, exercises[entry.exercise]) for entry in day.entries)
        painter.setPen(self.sprites.theme["quiet"])
        painter.setFont(self.sprites.small)
        foot = QRect(cell.left(), self.lines.foot_top(cell), cell.width() - PAD, self.lines.foot)
        painter.drawText(foot, RIGHT, minutes(effort.session_s))
