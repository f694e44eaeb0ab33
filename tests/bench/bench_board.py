"""A drop from mouse up to painted: edit, check, repaint; against repainting one cell.

Run: ``python -m tests.bench.bench_board``
"""

from __future__ import annotations

import os
from itertools import cycle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from soleus_desktop.plan import edits
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import load_theme
from tests.bench.timing import in_turn, report
from tests.bench.year import RESOURCES, the_guide, year

ROUNDS = 300


def main() -> None:
    """Measure and print, for a year's plan and for 200 weeks."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / "SourceSans3-Regular.ttf"))
    app.setStyle("Fusion")
    app.setFont(QFont("Source Sans 3", 10))
    guide = the_guide()
    theme = load_theme(RESOURCES / "themes", "light")
    for weeks in (52, 200):
        session = Session(guide)
        selection = Selection(session)
        board = BoardView(session, selection, theme)
        board.resize(1280, 800)
        session.begin(year(guide, weeks))
        board.show()
        app.processEvents()
        days = cycle((1, 3))

        def drop(session: Session = session, days: cycle[int] = days) -> None:
            slot = Slot(1, next(days), 2)
            session.apply("Move", lambda plan: edits.move_entry(plan, "e1-0-3", slot))
            app.processEvents()

        def one_cell(board: BoardView = board) -> None:
            board.update(board.board.index(1, 5))
            app.processEvents()

        def whole(board: BoardView = board) -> None:
            board.viewport().update()
            app.processEvents()

        times = in_turn({"one cell": one_cell, "a drop": drop, "the whole board": whole}, ROUNDS)
        report(f"Board, {weeks} weeks", times, "one cell", "a drop 1 ms at p95")


if __name__ == "__main__":
    main()
