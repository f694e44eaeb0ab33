"""Where the program's own resources and a person's folders are. Only the two shells ask here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of the guide, figures, fonts ...: beside the package, or inside it.

    A checkout has it beside the package, an installed wheel inside.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def data_folder() -> Path | None:
    """Return where a person's own exercises are kept on this system; it may not exist yet.

    None where this person has no home and no folder is named by the environment; so below.
    """
    from platformdirs import user_data_path  # not before the first frame

    return _own(user_data_path)


def templates_folder() -> Path | None:
    """Return where a person's own templates are kept on this system; it may not exist yet."""
    data = data_folder()
    return data / "templates" if data else None


def settings_folder() -> Path | None:
    """Return where settings are kept on this system; it may not exist yet."""
    from platformdirs import user_config_path  # not before the first frame

    return _own(user_config_path)


def state_folder() -> Path | None:
    """Return where journals and previous versions are kept; it may not exist yet."""
    from platformdirs import user_state_path  # not before the first frame

    return _own(user_state_path)


def home_folder() -> Path:
    """Return a person's own folder; the root of the disk where there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(Path.cwd().anchor)


def _own(find: Callable[..., Path]) -> Path | None:
    """Return the program's folder among a person's own ones, by what knows this system's."""
    try:
        path = find("soleus-desktop", appauthor=False)
    except RuntimeError:  # neither a home nor anybody of this number
        return None
    return path if path.is_absolute() else None  # "~" as it stands would lie wherever we run
