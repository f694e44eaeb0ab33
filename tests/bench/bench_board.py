"""The board and the chart above it: a drop from mouse up to painted, repaints, scrolling.

Run: ``python -m tests.bench board``
"""

from __future__ import annotations

import os
from collections.abc import Callable
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from soleus_desktop.plan.many import move_entries
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.overview import Overview
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.mime import entries_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import load_theme
from tests.bench.naive_board import NaiveDelegate
from tests.bench.timing import in_turn, report
from tests.bench.year import RESOURCES, the_guide, year
from tests.ui.drag import ALL, LEFT, NO_KEYS, hover

ROUNDS = 400
WEEKS = (52, 260)
WEEK, HOME, FROM, TO = 1, 0, 1, 3
"""An entry goes to and fro between two days that are not its own: the row keeps its height."""
NEAR, FAR, FULL = (0, 2), (1, 4), 5
"""Another one goes between two weeks, each of which has a fuller day: their rows keep theirs."""
CELLS, DROP, WIPED = "its two cells", "a drop", "a drop, and all previews wiped"
LOADS = "a drop into another week: both loads, the chart"
TALLER = "a drop that changes its row's height"
NAIVE = "the whole board, nothing kept"


class Scene:
    """A board of so many weeks with its chart above it, and one that keeps nothing beside it."""

    def __init__(self, app: QApplication, weeks: int) -> None:
        guide = the_guide()
        plan = year(guide, weeks)
        plan = move_entries(plan, {plan.weeks[0].days[6].entries[0].id}, Slot(0, FULL, 0))
        self._app = app
        self.session, self.selection, self.board, self.overview = self._show(Session(guide), plan)
        _, _, self._naive, _ = self._show(Session(guide), plan)
        self._naive.setItemDelegate(
            NaiveDelegate(
                self._naive.delegate._session,
                self._naive.delegate._selection,
                self._naive.board,
                self._naive.delegate.sprites,
                self._naive,
            )
        )
        self._moved = plan.weeks[WEEK].days[HOME].entries[3]
        self._loading = plan.weeks[0].days[HOME].entries[0]
        self._lifted = plan.weeks[0].days[TO].entries[3]
        self._days, self._hovered = cycle((TO, FROM)), cycle((4, 5, 6))
        self._weeks, self._homes = cycle((FAR, NEAR)), cycle((FULL, TO))
        self._steps = cycle((40, 80, 120, 80, 40, 0))
        app.processEvents()

    def _show(self, session: Session, plan: Plan) -> tuple[Session, Selection, BoardView, Overview]:
        theme = load_theme(RESOURCES / "themes", "light")
        selection = Selection(session)
        board = BoardView(session, selection, theme)
        overview = Overview(session, selection, theme, board)
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.addWidget(overview)
        layout.addWidget(board, 1)
        window.resize(1280, 940)  # two weeks whole: a drop has nothing to bring into sight
        session.begin(plan)
        window.show()
        self._windows = [*getattr(self, "_windows", []), window]
        return session, selection, board, overview

    def variants(self) -> dict[str, Callable[[], object]]:
        """What is measured, by name."""
        return {
            CELLS: self.two_cells,
            DROP: self.drop,
            LOADS: self.drop,
            WIPED: self.wiped,
            TALLER: self.taller,
            "the preview of a drag": self.preview,
            "a scroll by 40 pixels": self.scroll,
            "the whole board": self.whole,
            NAIVE: self.naive,
            "the chart, painted": self.chart,
            "the chart, drawn anew": self.chart_anew,
        }

    def before(self) -> dict[str, Callable[[], object]]:
        """What is done ahead of the variants, and not timed."""
        hovering = {
            CELLS: self.stay,
            DROP: self.drag,
            LOADS: self.drag_far,
            WIPED: self.drag,
            TALLER: self.drag_home,
        }
        return dict.fromkeys(self.variants(), self.settle) | hovering

    def stay(self) -> None:
        """Hover as before a drop, which leaves the processor's caches as full of other things."""
        self._hover(self._moved, WEEK, 5)

    def settle(self) -> None:
        """Carry nothing any more, and do all that is left to do."""
        QApplication.sendEvent(self.board.viewport(), QDragLeaveEvent())
        for _ in range(3):
            self._app.processEvents()

    def drag(self) -> None:
        """Hover where the drop will be; Qt gives a drop to nobody else."""
        self._hover(self._moved, WEEK, next(self._days))

    def drag_home(self) -> None:
        """Hover over the fullest day of a week, or over the day that the entry comes from."""
        self._hover(self._lifted, 0, next(self._homes))

    def drag_far(self) -> None:
        """Hover over a day of another week."""
        self._hover(self._loading, *next(self._weeks))

    def _hover(self, entry: Entry, week: int, day: int) -> None:
        """Press an entry, which selects it, and drag it to this day."""
        self.selection.select_entries([entry.id])
        point = self._point(week, day)
        session = self.session
        carried = entries_data(session.token, session.plan, (entry,), session.exercises)
        self._carried, self._at = carried, point
        assert hover(self.board.viewport(), carried, point)
        for _ in range(20):  # until all days in sight have their previews
            self._app.processEvents()
        QApplication.sendPostedEvents()

    def drop(self) -> None:
        """Let go of an entry over another day: edit, check, follow, until both days are painted.

        What the previews left on other days is wiped in the frame after, see `wiped`.
        """
        before = self.session.plan
        event = QDropEvent(QPointF(self._at), ALL, self._carried, LEFT, NO_KEYS)
        QApplication.sendEvent(self.board.viewport(), event)
        QApplication.sendPostedEvents()
        assert self.session.plan is not before

    def wiped(self) -> None:
        """A drop, and what follows it until nothing is left to do."""
        self.drop()
        self._app.processEvents()
        self._app.processEvents()

    def taller(self) -> None:
        """A drop that makes its row taller, or lower again: all below is painted."""
        self.wiped()

    def preview(self) -> None:
        """Hover over another day, for which the preview is worked out and painted."""
        point = self._point(WEEK, next(self._hovered))
        assert hover(self.board.viewport(), self._carried, point)
        self._app.processEvents()

    def two_cells(self) -> None:
        """Paint just the cells that a drop changes."""
        for day in (FROM, TO):
            self.board.update(self.board.board.index(WEEK, day))
        QApplication.sendPostedEvents()

    def scroll(self) -> None:
        """Go a little further, or back."""
        self.board.verticalScrollBar().setValue(next(self._steps))
        self._app.processEvents()

    def whole(self) -> None:
        """Paint all that the board shows."""
        self.board.viewport().update()
        self._app.processEvents()

    def naive(self) -> None:
        """The same by a delegate that keeps nothing between two paintings."""
        self._naive.viewport().update()
        self._app.processEvents()

    def chart(self) -> None:
        """Paint the chart from its picture."""
        self.overview.update()
        self._app.processEvents()

    def chart_anew(self) -> None:
        """Draw the chart's picture of all weeks."""
        self.overview.set_theme(self.board.delegate.sprites.theme)
        self._app.processEvents()

    def _point(self, week: int, day: int) -> QPoint:
        cell = self.board.visualRect(self.board.board.index(week, day))
        return self.board.delegate.lines.chip_rect(cell, 2).center()


def main() -> None:
    """Measure and print, for a year's plan and for the longest that there can be."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "SourceSans3-Regular.ttf"))
    app.setStyle("Fusion")
    app.setFont(QFont("Source Sans 3", 10))
    for weeks in WEEKS:
        scene = Scene(app, weeks)
        times = in_turn(scene.variants(), ROUNDS, scene.before())
        title = f"Board, {weeks} weeks"
        report(title, times, CELLS, "a drop 1 ms at p95, within 3 x its two cells")
        whole = {name: times[name] for name in (NAIVE, "the whole board")}
        report(f"{title}, painted whole", whole, NAIVE, "0.15 of keeping nothing")


if __name__ == "__main__":
    main()
