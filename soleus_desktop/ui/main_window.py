"""The window itself: its place on the screen, its first frame, its end.

The first frame shows the bare window, so that it stands at once; the workbench fills it in the
same breath. Nothing here may import what takes long; Qt's own namespace is such a thing, since
PySide makes all its enums at once.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer, Signal
from PySide6.QtWidgets import QMainWindow

from soleus_desktop.ui.names import SUFFIX
from soleus_desktop.ui.preferences import Preferences

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
    )

    from soleus_desktop.ui.windows import Windows
    from soleus_desktop.ui.workbench import Workbench

SIZE = QSize(1366, 800)
FRAME = QSize(16, 48)
"""About what a window manager puts around a window; a small screen has to hold both."""


class MainWindow(QMainWindow):
    """One window for one plan. `file` is opened as soon as there is a board to show it on.

    `templates` is the folder of a person's own ones, `data` that of their exercises, `state` that
    of journals and previous versions; `at_start` begins with the start page.
    """

    furnished = Signal()
    """The window has been filled."""
    closed = Signal()

    def __init__(
        self,
        resources: Path,
        preferences: Preferences,
        file: Path | None = None,
        *,
        templates: Path | None = None,
        data: Path | None = None,
        state: Path | None = None,
        at_start: bool = False,
    ) -> None:
        super().__init__()
        self._resources, self._preferences, self._file = resources, preferences, file
        self._templates, self._data = templates, data
        self._state, self._at_start = state, at_start
        self._bench: Workbench | None = None
        self.windows: Windows | None = None
        """The windows of the program, where there may be others."""
        self.setAcceptDrops(True)
        self.resize(SIZE.boundedTo(self.screen().availableSize() - FRAME))
        if preferences.settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(preferences.settings.geometry.encode()))

    @property
    def bench(self) -> Workbench:
        """What fills the window; made now if it was not yet."""
        if self._bench is None:
            from soleus_desktop.guide.load import load_guide
            from soleus_desktop.ui.workbench import Workbench

            guide = load_guide(self._resources / "guide")
            self._bench = Workbench(
                self,
                guide,
                self._resources,
                self._preferences,
                self._templates,
                self._state,
                self._data,
            )
            QTimer.singleShot(0, self.furnished.emit)
            self._bench.documents.opening.windows = self.windows
            if self._at_start:
                self._bench.stage.begin_at_start()
            if self._file:
                self._bench.documents.load(self._file)
            if not self._bench.stage.at_start:
                self._bench.board.setFocus()
        return self._bench

    def furnish(self) -> None:
        """Fill the window, if it is not filled yet."""
        self.bench  # noqa: B018

    def flush(self) -> bool:
        """See that what was edited is on the disk, whatever becomes of the window."""
        keeping = self._bench.safekeeping if self._bench else None
        return keeping is None or keeping.flush()

    def leave_all(self) -> None:
        """End without a question: what was not saved is offered at the next start."""
        if self._bench:
            if self._bench.safekeeping:
                self._bench.safekeeping.close(discarded=False)
            self._bench.documents.opening.let_go()

    def come_to_front(self) -> None:
        """Show the window above all others."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._bench is None:
            QTimer.singleShot(0, self.furnish)  # when this frame is on the screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape:  # no field had a use for it
            self.bench.go_to_board()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        path = _take_copy(event)
        if path:
            # Not within the drop: a question would keep the program it comes from waiting.
            QTimer.singleShot(0, partial(self.bench.documents.open_path, path))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._bench and not self._bench.may_close():
            event.ignore()
        else:
            event.accept()
            self.closed.emit()


def _take_copy(event: QDropEvent) -> Path | None:
    """Accept a plan file, never to be moved: the program it comes from would delete it."""
    from PySide6.QtCore import Qt

    path = _plan_file(event)
    if path is None or not event.possibleActions() & Qt.DropAction.CopyAction:
        event.ignore()
        return None
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
    return path


def _plan_file(event: QDropEvent) -> Path | None:
    """The plan file that is dragged in from a file manager, if it is one and on this machine."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile() or urls[0].host():
        return None
    name = urls[0].toLocalFile()
    if name.startswith("//"):  # a stranger's machine, as Windows names it: not to be asked
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX or path.suffix.lower() == ".pdf" else None
