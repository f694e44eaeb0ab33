"""Fast entry: a line at the selected day, read as it is typed; Enter adds what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from soleus_desktop.guide.model import Exercise
from soleus_desktop.guide.quick import Parsed, parse, typed_name
from soleus_desktop.plan.edits import add_entry, fresh_id
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.ui.announce import announce
from soleus_desktop.ui.board.quick_line import QuickLine
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.commands import NO_WEEK, places_for_new
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.mark import MARK, mark_pixmap

EXAMPLES = "For example: bent 3x15 @10kg, hold 4x45s, walk 20min 6%"
KEYS = "Enter adds · Tab completes · \u2191 \u2193 another day · Esc closes"
WIDE_IN_LETTERS = 62
NAMES = 6
"""So many names are offered at most."""
_GAP = 4


class QuickEntry(QFrame):
    """Stands over the board beside the selected day while it is open.

    What it adds goes behind the selected entry, else to the end of each selected day.
    """

    def __init__(self, session: Session, selection: Selection, board: BoardView) -> None:
        super().__init__(board.window())
        self._session, self._selection, self._board = session, selection, board
        self._effects = Effects(session)
        self._parsed = parse("", session.exercises, "")
        self._offered: tuple[str, tuple[Exercise, ...], int] = ("", (), -1)
        self.hide()
        self._look()
        self.line.key.connect(self._on_key)
        self.line.left.connect(self.close_up)
        self.line.textChanged.connect(self._read)
        session.plan_changed.connect(self._read)
        selection.changed.connect(self._follow)
        board.installEventFilter(self)
        for bar in (board.verticalScrollBar(), board.horizontalScrollBar()):
            bar.valueChanged.connect(self._place)

    def _look(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.line = QuickLine(self)
        self.line.setPlaceholderText("Exercise and dose")
        self._where, self._mark = plain_label(""), QLabel()
        self._said, self._names, keys = plain_label(""), quiet_label(""), quiet_label(KEYS)
        self._said.setWordWrap(True)
        self._where.setAccessibleName("Where it goes")
        self._mark.setFixedWidth(MARK)
        self._mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(5)
        layout.addWidget(self._where, 0, 0, 1, 2)
        layout.addWidget(self.line, 1, 0, 1, 2)
        layout.addWidget(self._names, 2, 0, 1, 2)
        layout.addWidget(self._mark, 3, 0)
        layout.addWidget(self._said, 3, 1)
        layout.addWidget(keys, 4, 0, 1, 2)
        layout.setColumnStretch(1, 1)

    # --- opening and closing --------------------------------------------------------------------

    def open(self, typed: str = "") -> None:
        """Open at the selected day, with what was typed on the board; else with what it held."""
        if self._selection.week < 0:
            self._session.refused.emit(NO_WEEK)
            return
        if typed:
            self.line.setText(typed)
        else:
            self.line.selectAll()
        self._read()
        self.show()
        self._place()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_up(self) -> None:
        """Close; what was typed is there again at the next opening."""
        if self.isVisible():
            back = self.line.hasFocus()
            self.hide()
            if back:
                self._board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_key(self, meaning: str) -> None:
        match meaning:
            case "escape":
                self.line.clear()
                self.close_up()
            case "enter":
                self._add()
            case "complete":
                self._complete(1)
            case "complete back":
                self._complete(-1)
            case "day before":
                self._go(-1)
            case "day after":
                self._go(1)

    # --- reading and adding -----------------------------------------------------------------------

    def _read(self) -> None:
        """Read the line anew and say what it would do."""
        units = self._session.plan.athlete.unit
        self._parsed = parse(self.line.text(), self._session.exercises, "new", units)
        if self.line.text() != self._offered[0]:
            self._offered = ("", (), -1)
        sign, said = self._outcome(self._parsed)
        theme = self._board.delegate.sprites.theme
        if sign:
            color = theme["error" if sign == "refused" else sign]
            mark = mark_pixmap(sign, color, theme["base"], self.devicePixelRatioF())
            self._mark.setPixmap(mark)
        self._mark.setVisible(bool(sign))
        self._said.setText(breakable(said))
        self._names.setText(self._offer())
        self._names.setVisible(bool(self._names.text()))
        self.line.setAccessibleDescription(f"{said}. {self._names.text()} {KEYS}")
        self._follow()

    def _outcome(self, parsed: Parsed) -> tuple[str, str]:
        """Return the sign and the words for what the line would do."""
        if parsed.problems:
            first = parsed.problems[0].says
            sign = "refused" if parsed.exercise else "hint"  # a name is seldom typed to its end
            return sign, f"{parsed.words} \u2013 {first}" if parsed.words else first
        if parsed.entry is None or parsed.exercise is None:
            return "", EXAMPLES
        effect = self._effects.of(self._edit)
        fine = " \u2013 brings no finding" if parsed.exercise.custom else " \u2013 fits the guide"
        return effect.sign, parsed.words + (effect.words or fine)

    def _edit(self, plan: Plan) -> Plan:
        entry, exercise = self._parsed.entry, self._parsed.exercise
        assert entry is not None
        assert exercise is not None
        for slot in self._slots:
            new = entry.replace(id=fresh_id(plan))
            plan = add_entry(plan, slot, new, exercise.day_kind)
        return plan

    @property
    def _slots(self) -> tuple[Slot, ...]:
        return places_for_new(self._session, self._selection)

    def _add(self) -> None:
        exercise, new, slots = self._parsed.exercise, fresh_id(self._session.plan), self._slots
        if self._parsed.entry is None or exercise is None or not slots:
            return
        where = self._said_where()
        if self._session.apply(f"Add {exercise.name.lower()}", self._edit):
            announce(self.line, f"Added to {where}: {self._parsed.words}")
            self.line.clear()
            if len(slots) == 1:  # several days stay selected, for the next line
                self._selection.select(slots[0].week, slots[0].day, new)

    def _said_where(self) -> str:
        """Say where it goes: the day, or of several the current one and how many more."""
        more = len(self._slots) - 1
        place = Place(self._selection.week, self._selection.day).label
        return f"{place} and {more} more day{'s' if more > 1 else ''}" if more > 0 else place

    # --- names ------------------------------------------------------------------------------------

    def _offer(self) -> str:
        """Name the exercises that the words may become, the one that Tab takes first."""
        _, offered, at = self._offered
        if at < 0:
            offered, at = self._candidates(), 0
            if self._parsed.exercise or len(self._parsed.candidates) < 2:
                return ""
        names = [exercise.brief for exercise in (*offered[at:], *offered[:at])]
        more = ", \u2026" if len(names) > NAMES else ""
        return f"Tab: {', '.join(names[:NAMES])}{more}" if names else ""

    def _candidates(self) -> tuple[Exercise, ...]:
        """What the words may mean, what they mean most likely first; none for foreign words."""
        parsed, (start, end) = self._parsed, self._parsed.name
        if start == end and self.line.text().strip():
            return ()
        likely = parsed.exercise
        others = (exercise for exercise in parsed.candidates if exercise is not likely)
        return (likely, *others) if likely else tuple(others)

    def _complete(self, by: int) -> None:
        """Write the name of the next exercise that the words may mean, round and round."""
        _, offered, at = self._offered
        offered = offered or self._candidates()
        if not offered:
            return
        at = (at + by) % len(offered) if at >= 0 else 0 if by > 0 else len(offered) - 1
        name = typed_name(offered[at], self._session.exercises)
        text, (start, end) = self.line.text(), self._parsed.name
        rest = text[end:]
        written = text[:start] + name + (rest or " ")
        self._offered = (written, offered, at)
        self.line.setText(written)
        self.line.setCursorPosition(start + len(name) + 1)

    # --- where it stands --------------------------------------------------------------------------

    def _go(self, by: int) -> None:
        week, day = divmod(7 * self._selection.week + self._selection.day + by, 7)
        if 0 <= week < len(self._session.plan.weeks):
            self._selection.select(week, day)

    def _follow(self) -> None:
        """Say where it would go, and stand there."""
        if self._selection.week < 0:
            self.close_up()
            return
        entry = self._selection.current_entry
        where = self._said_where()
        if entry:
            where += f", after {self._session.exercises[entry.exercise].brief}"
        self._where.setText(breakable(where))
        self.line.setAccessibleName(f"Fast entry for {where}")
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        """Stand below the selected day, or above it where there is more room, inside the board."""
        board, viewport = self._board, self._board.viewport()
        cell = board.visualRect(board.board.index(self._selection.week, self._selection.day))
        around = QRect(viewport.mapTo(board.window(), QPoint(0, 0)), viewport.size())
        cell.translate(around.topLeft())
        wide = WIDE_IN_LETTERS * self.fontMetrics().averageCharWidth()
        width = min(wide, around.width() - 2 * _GAP)
        height = self._grid.totalHeightForWidth(width)
        left = max(min(cell.left(), around.right() - width - _GAP), around.left() + _GAP)
        below, above = cell.bottom() + _GAP, cell.top() - height - _GAP
        fits_below = below + height <= board.window().height()
        top = below if fits_below or above < around.top() else above
        top = max(min(top, board.window().height() - height - _GAP), around.top() + _GAP)
        self.setGeometry(left, top, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide)
        if moved and isinstance(watched, QWidget) and self.isVisible():
            if watched.isVisible():
                self._place()
            else:
                self.close_up()
        return super().eventFilter(watched, event)
