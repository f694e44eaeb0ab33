"""Ask where to save a file, under a name that ends as such files do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from soleus_desktop.ui.dialogs import ask


def save_path(
    parent: QWidget, title: str, proposed: Path, filters: str, endings: tuple[str, ...]
) -> Path | None:
    """Return the path that a person chose, or None.

    A name with none of these endings gets the first one: ``Robin 1.5`` is no file of kind ``.5``.
    The file dialog asked about the name as typed, so what would be replaced then is asked again.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), filters)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in endings:
        return path
    path = path.with_name(path.name + endings[0])
    return path if not path.exists() or ask.replace(parent, path.name) else None
