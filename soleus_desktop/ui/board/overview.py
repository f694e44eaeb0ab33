"""The plan at a glance, above the board: a bar a week, phases, findings, what the board shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygon,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from soleus_desktop.plan.changed import changed_weeks
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.phases import are_labelled, name_of, runs
from soleus_desktop.rules.finding import Severity
from soleus_desktop.ui.board.chart import AXIS, BARS, MARKS, Chart, Column, Slots, legend_width
from soleus_desktop.ui.board.marks import changed
from soleus_desktop.ui.board.sprites import Sprites
from soleus_desktop.ui.board.tooltip import week_tooltip
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

MARGIN = 4
PAGE = 4
"""How many weeks Page up and Page down go."""


class Overview(QWidget):
    """A chart of the plan's weeks. A click or a drag shows a week on the board, arrows select one.

    It follows the session, the selection and the board by itself and has no signals of its own.
    """

    def __init__(
        self, session: Session, selection: Selection, theme: Theme, board: BoardView
    ) -> None:
        super().__init__()
        self._session, self._selection, self._board = session, selection, board
        self._model = board.board
        self._sprites = Sprites(theme, self.font())
        self._chart: Chart | None = None
        self._columns: list[Column] = []
        self._names: list[str] = []
        self._marks: dict[int, Severity] = {}
        self._dirty: set[int] = set()
        self._renamed = False
        self._shown = QRect()
        self._week = selection.week
        self._describing = QTimer(self)
        self._describing.setSingleShot(True)
        self._describing.timeout.connect(self._describe)  # once what changed is painted
        self.setAutoFillBackground(True)  # else Qt paints what is below it too
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Overview of the plan")
        session.plan_changed.connect(self._on_plan_changed)
        selection.changed.connect(self._on_selection_changed)
        self._model.today_changed.connect(self.update)
        bar = board.verticalScrollBar()
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        self._take_all()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme, or after another font, from now on."""
        self._sprites = Sprites(theme, self.font())
        self._draw_anew()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(300, 2 * MARGIN + MARKS + BARS + AXIS + self._sprites.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    # --- keeping up ---------------------------------------------------------------------------

    def _column(self, row: int) -> Column:
        return Column(self._model.effort(row), self._model.marks.weeks.get(row))

    def _take_all(self) -> None:
        plan = self._session.plan
        self._take_names()
        self._columns = [self._column(row) for row in range(len(plan.weeks))]
        self._marks = self._model.marks.weeks
        self._most_s = self._model.most_s
        self._draw_anew()

    def _take_names(self) -> None:
        plan = self._session.plan
        self._labelled = are_labelled(plan)
        self._names = [name_of(week, labelled=self._labelled) for week in plan.weeks]

    def _draw_anew(self) -> None:
        self._chart = None
        self._describe()
        self.update()

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        if len(before.weeks) != len(after.weeks) or self._most_s != self._model.most_s:
            self._take_all()
            return
        rows = changed_weeks(before.weeks, after.weeks)
        if before.exercises is not after.exercises:
            self._take_all()
            return
        if not self._same_phases(before, after, rows):
            self._take_names()
            self._renamed = True
            self.update()
        marks, self._marks = self._marks, self._model.marks.weeks
        for row in {*rows, *changed(marks, self._marks)}:
            column = self._column(row)
            if column != self._columns[row]:
                self._columns[row] = column
                self._dirty.add(row)
                self.update(self._group_rect(row))
        self._describing.start()

    def _same_phases(self, before: Plan, after: Plan, rows: list[int]) -> bool:
        """Tell whether phases are as they were, by the weeks that were changed alone."""
        relabelled = any(before.weeks[row].label != after.weeks[row].label for row in rows)
        if relabelled and are_labelled(after) != self._labelled:
            return False
        now = [name_of(after.weeks[row], labelled=self._labelled) for row in rows]
        return now == [self._names[row] for row in rows]

    def _group_rect(self, row: int) -> QRect:
        """What is painted again for a week: all that share its mark."""
        if self._chart is None:
            return self.rect()
        slots = self._chart.slots
        first = row // slots.group * slots.group
        left, right = slots.x(first), slots.x(first + slots.group)
        return QRect(left - 2, 0, right - left + 4, self.height())

    def _week_rect(self, week: int) -> QRect:
        """Where a week is shown as the current one."""
        if self._chart is None:
            return self.rect()
        left, right = self._chart.slots.x(week), self._chart.slots.x(week + 1)
        return QRect(left - 3, 0, max(right - left, 3) + 6, self.height())

    def _on_selection_changed(self) -> None:
        before, self._week = self._week, self._selection.week
        if before == self._week:
            return
        self._describing.start()
        for week in (before, self._week):
            self.update(self._week_rect(week))

    def _on_scrolled(self) -> None:
        shown = self._span()
        if shown != self._shown:
            self.update()

    def _describe(self) -> None:
        """Say in words what the chart shows: how much there is, and the current week."""
        count, week = len(self._columns), self._selection.week
        said = f"{count} week{'' if count == 1 else 's'}"
        if 0 <= week < count:
            said += f". {self._model.spoken_week(week)}"
        self.setAccessibleDescription(said)

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._columns:
            painter.setPen(self._sprites.theme["quiet"])
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "No weeks yet")
            return
        chart = self._kept_chart()
        painter.drawPixmap(0, MARGIN, chart.pixmap)
        self._paint_now(painter, chart)
        self._shown = self._span()
        painter.setPen(self._sprites.theme["quiet"])
        painter.drawRect(self._shown)

    def _kept_chart(self) -> Chart:
        """The picture as it has to be now."""
        if self._chart is None:
            slots = Slots.across(len(self._columns), self.width(), legend_width(self._sprites))
            ratio = self.devicePixelRatioF()
            self._chart = Chart(self._sprites, slots, self._most_s, self.width(), ratio)
            self._chart.draw_all(self._columns, runs(self._names))
        elif self._dirty:
            self._chart.draw(self._columns, sorted(self._dirty))
        if self._renamed:
            self._chart.draw_phases(runs(self._names))
        self._dirty.clear()
        self._renamed = False
        return self._chart

    def _paint_now(self, painter: QPainter, chart: Chart) -> None:
        """Underline the current week, firmly where the keys go; an arrow points at today's."""
        theme, week, today = self._sprites.theme, self._selection.week, self._model.today
        top = MARGIN + MARKS + BARS
        if 0 <= week < len(self._columns):
            left, right = chart.slots.x(week), chart.slots.x(week + 1)
            width = max(right - left - 1, 3)
            painter.fillRect(left, top + 1, width, 3, theme["accent"])
            if self.hasFocus():
                painter.setPen(QPen(theme["accent"], 2))
                painter.drawRect(left - 2, MARGIN, width + 4, MARKS + BARS + 4)
        if today:
            middle = chart.bar(today[0]).center().x()
            painter.setBrush(theme["text"])
            painter.setPen(Qt.PenStyle.NoPen)
            foot = top + AXIS
            corners = [QPoint(middle - 4, foot), QPoint(middle + 4, foot), QPoint(middle, top)]
            painter.drawPolygon(QPolygon(corners))
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _span(self) -> QRect:
        """The frame around what the board shows."""
        if self._chart is None or not self._columns:
            return QRect()
        first, last = self._board.scrolling.visible()
        left, right = self._chart.slots.x(first), self._chart.slots.x(last)
        return QRect(left - 1, MARGIN, max(right - left, 3), MARKS + BARS)

    # --- mouse and keys -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._columns:
            week = int(self._week_at(event))
            if week != self._selection.week:
                self._selection.select(week, self._selection.day)
            self._board.scrolling.show(week)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._columns:
            self._board.scrolling.show(self._week_at(event))

    def _week_at(self, event: QMouseEvent) -> float:
        return self._kept_chart().slots.week_at(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        week, last = self._selection.week, len(self._columns) - 1
        goes = {
            Qt.Key.Key_Left: week - 1,
            Qt.Key.Key_Right: week + 1,
            Qt.Key.Key_PageUp: week - PAGE,
            Qt.Key.Key_PageDown: week + PAGE,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in goes and last >= 0 and not event.modifiers() & ~_KEYPAD:
            self._selection.select(min(max(goes[key], 0), last), self._selection.day)
            self._board.scrolling.show_whole(self._selection.week)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tooltip_at(event.pos().x()), self)
            return True
        return super().event(event)

    def _tooltip_at(self, x: int) -> str:
        slots = self._kept_chart().slots if self._columns else None
        if slots is None or not slots.left <= x < slots.end:
            return ""
        return week_tooltip(self._session, int(slots.week_at(x)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chart = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.set_theme(self._sprites.theme)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
