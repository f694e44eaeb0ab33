"""What the program remembers for a person: recent files, folder, theme, window, card options.

They are written in a thread, the latest alone: a disk that takes its time keeps no window waiting.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from soleus_desktop.paths import home_folder
from soleus_desktop.storage.settings import MAX_RECENT, Settings, load_settings, save_settings
from soleus_desktop.ui.work import AT_END_MS, Work


class Preferences(QObject):
    """Holds the settings and writes them when they change; a folder of None writes nothing."""

    recent_changed = Signal()
    trouble = Signal(str)
    """Settings that could not be written, in a sentence; said once."""

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = None if folder is None else _Writer(folder)
        self._said = False
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.flush)  # before the thread's own end, which drops the rest
        self._work = Work(self)
        self.notice: str | None = None
        """What to tell at the start: settings that could not be read and were put aside."""
        self.settings = Settings()
        if folder is not None:
            self.settings, self.notice = load_settings(folder)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The plans last opened or saved, the latest first."""
        return tuple(map(Path, self.settings.recent))

    @property
    def folder(self) -> Path:
        """The folder to begin in when a file is asked for."""
        last = Path(self.settings.last_folder) if self.settings.last_folder else home_folder()
        return last if last.is_dir() else home_folder()

    def change(self, **changes: Any) -> None:
        """Change settings and keep them."""
        self.settings = self.settings.replace(**changes)
        if self._writer is not None and self._writer.has_to_write(self.settings):
            self._work.run(self._writer.write, _written, self._not_written)

    def flush(self) -> bool:
        """See that all changes are on the disk; False where that takes too long."""
        return self._work.finish(AT_END_MS)

    def _not_written(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        if not self._said:
            self._said = True
            self.trouble.emit(f"Settings are not kept: {error}")

    def remember(self, path: Path) -> None:
        """Put a plan at the head of the recent ones."""
        path = path.absolute()
        recent = [str(path), *(str(other) for other in self.recent if other != path)]
        self.change(recent=tuple(recent[:MAX_RECENT]), last_folder=str(path.parent))
        self.recent_changed.emit()

    def forget(self, path: Path) -> None:
        """Take a plan that is gone off the recent ones."""
        if not path.exists() and path.absolute() in self.recent:
            self.take_off(path.absolute())

    def take_off(self, path: Path) -> None:
        """Take a plan off the recent ones, whether it is there or not."""
        self.change(recent=tuple(str(other) for other in self.recent if other != path))
        self.recent_changed.emit()


class _Writer:
    """Writes settings to a folder: what was changed since it was asked to is written along."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._latest: Settings | None = None

    def has_to_write(self, settings: Settings) -> bool:
        """Take these as the latest; tell whether `write` has to be called for them."""
        before, self._latest = self._latest, settings
        return before is None

    def write(self) -> None:
        """Write the latest. Raises OSError."""
        settings, self._latest = self._latest, None
        if settings is not None:
            save_settings(self._folder, settings)


def _written(_: None) -> None:
    """Nobody is told."""
