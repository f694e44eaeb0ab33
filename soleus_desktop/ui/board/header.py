"""The week at the left of its row: number, label, dates, load, and a mark for what is found in it.

Its text stays in view as long as any of its row does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from soleus_desktop.plan.place import date_after
from soleus_desktop.ui.board.load import draw_load, figures
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.board.sprites import Sprites

WIDTH_IN_LETTERS = 14
PAD = 8
LABEL_LINES = 2
BAR = 6
NOW = 3
"""How wide the edge of this week is."""


class WeekHeader(QHeaderView):
    """Paints the weeks; rows keep the height that the board gives them."""

    def __init__(self, model: BoardModel, sprites: Sprites, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._weeks, self._sprites = model, sprites
        model.heads_changed.connect(self._paint_again)
        self._top = -1
        self._selected: frozenset[int] = frozenset()
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_sprites(self, sprites: Sprites) -> None:
        """Paint with another theme or font from now on."""
        self._sprites = sprites
        self.viewport().update()

    def show_selected(self, weeks: frozenset[int]) -> None:
        """Frame these weeks: those that are selected by their heads."""
        if weeks != self._selected:
            self._selected = weeks
            self.viewport().update()

    def keep_text_in_view(self) -> None:
        """Paint the topmost week again after scrolling: its text does not move with its row."""
        before, self._top = self._top, self.logicalIndexAt(0)
        self._paint_again(row for row in {before, self._top} if 0 <= row < self.count())

    def _paint_again(self, rows: Iterable[int]) -> None:
        for row in rows:
            top, height = self.sectionViewportPosition(row), self.sectionSize(row)
            self.viewport().update(0, top, self.width(), height)

    def sizeHint(self) -> QSize:
        """As wide as the font asks for; Qt's own would measure 200 heads at every edit."""
        letter = self._sprites.width("n", self._sprites.plain)
        return QSize(letter * WIDTH_IN_LETTERS, 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        sprites, model = self._sprites, self._weeks
        if logicalIndex >= len(model.plan.weeks):
            return
        painter.fillRect(rect, sprites.theme["window"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, sprites.theme["line"])
        if logicalIndex in self._selected:
            painter.setPen(sprites.theme["accent"])
            painter.drawRect(rect.adjusted(2, 2, -3, -4))
        now = model.today is not None and model.today[0] == logicalIndex
        if now:
            edge = QRect(rect.left(), rect.top(), NOW, rect.height() - 1)
            painter.fillRect(edge, sprites.theme["accent"])
        top = max(rect.top(), 0) + PAD
        room = QRect(rect.left() + PAD, top, rect.width() - 2 * PAD, rect.bottom() - top)
        self._paint_title(painter, room, logicalIndex, now=now)
        self._paint_lines(painter, room, logicalIndex)

    def _paint_title(self, painter: QPainter, room: QRect, row: int, *, now: bool) -> None:
        sprites, ratio = self._sprites, self.devicePixelRatioF()
        if room.height() < sprites.line:
            return
        right = room.right() + 3
        severity = self._weeks.marks.weeks.get(row)
        if severity:
            right -= sprites.mark_side
            painter.drawPixmap(right, room.top() + 1, sprites.mark(severity, ratio))
        if now:
            pill = sprites.pill("Now", ratio)
            right -= round(pill.width() / ratio) + 2
            painter.drawPixmap(right, room.top(), pill)
        painter.setPen(sprites.theme["text"])
        painter.setFont(sprites.strong)
        title, width = f"Week {row + 1}", right - room.left() - 2
        if sprites.width(title, sprites.strong) > width:
            title = str(row + 1)
        painter.drawStaticText(room.topLeft(), sprites.text(title, width, sprites.strong))

    def _paint_lines(self, painter: QPainter, room: QRect, row: int) -> None:
        """Write below the number what there is room for, the load before a note."""
        sprites, week = self._sprites, self._weeks.plan.weeks[row]
        width, effort = room.width(), self._weeks.effort(row)
        note = sprites.wrapped(_first(week.note), width, LABEL_LINES)
        painter.setFont(sprites.small)
        painter.setPen(sprites.theme["quiet"])
        lines = (*self._label(week.label, width), self._dates(row))
        top = self._write(painter, room, room.top(), lines)
        if not effort.tension_s:
            self._write(painter, room, top, note)
            return
        bar = QRect(room.left(), top + sprites.line + 4, width, BAR)
        lines = (*self._figures(figures(effort), width), *note)
        self._write(painter, room, top + BAR + 4, lines)
        if bar.bottom() <= room.bottom():
            painter.fillRect(bar, sprites.theme["line"])
            draw_load(painter, bar, effort, self._weeks.most_s, sprites.theme, upright=False)

    def _write(self, painter: QPainter, room: QRect, top: int, lines: Iterable[str]) -> int:
        """Write lines below each other, those that there is room for; return the last one's top."""
        sprites, left, width = self._sprites, room.left(), room.width()
        last = room.bottom() + 1 - sprites.line
        for line in filter(None, lines):
            top += sprites.line + 1
            if top <= last:
                painter.drawStaticText(left, top, sprites.text(line, width, sprites.small))
        return top

    def _label(self, label: str, width: int) -> list[str]:
        return self._sprites.wrapped(label, width, LABEL_LINES)

    def _figures(self, said: tuple[str, ...], width: int) -> list[str]:
        """Put figures on as few lines as hold them whole."""
        lines: list[str] = []
        for one in said:
            longer = f"{lines[-1]} \u00b7 {one}" if lines else one
            if lines and self._sprites.width(longer, self._sprites.small) <= width:
                lines[-1] = longer
            else:
                lines.append(one)
        return lines

    def _dates(self, week: int) -> str:
        start = self._weeks.plan.start
        return _dates_text(start, week) if start else ""


@lru_cache(maxsize=512)
def _dates_text(start: str, week: int) -> str:
    first, last = date_after(start, week, 0), date_after(start, week, 6)
    month = "" if first.month == last.month else f" {first:%b}"
    return f"{first.day}{month}\u2013{last.day} {last:%b}"


def _first(note: str) -> str:
    return note.strip().partition("\n")[0]
