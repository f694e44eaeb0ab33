"""Python's search for garbage, done in the window's thread alone, when nobody waits for it.

Python does it in whatever thread makes one object more, also in one that draws cards: a dialog
that is garbage would be taken to pieces there, beside the window that Qt has in its own thread.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
NEW = 2000
"""So many objects made since the last look, less those that went by themselves, are worth one."""
ALL_EVERY = 60
"""Every so many looks all is looked at that is not old."""


class Collector(QObject):
    """Looks for garbage now and then, as long as it lives; nobody else does.

    What was there before is old: there is no garbage in it, and looking through it would keep the
    window waiting for 50 ms.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look through what is new, and through all of it now and then."""
        self._looks += 1
        if self._looks % ALL_EVERY == 0:
            gc.collect()
        elif gc.get_count()[0] > NEW:
            gc.collect(1)

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
