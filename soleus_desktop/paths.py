"""Where the program's own resources and a person's folders are. Only the two shells ask here."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of the guide, figures, fonts ...: beside the package, or inside it.

    A checkout has it beside the package, an installed wheel inside.
    """
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def data_folder() -> Path:
    """Return where a person's own exercises are kept on this system; it may not exist yet."""
    from platformdirs import user_data_path  # not before the first frame

    return user_data_path("soleus-desktop", appauthor=False)


def templates_folder() -> Path:
    """Return where a person's own templates are kept on this system; it may not exist yet."""
    return data_folder() / "templates"


def settings_folder() -> Path:
    """Return where settings are kept on this system; it may not exist yet."""
    from platformdirs import user_config_path  # not before the first frame

    return user_config_path("soleus-desktop", appauthor=False)


def state_folder() -> Path:
    """Return where journals and previous versions are kept; it may not exist yet."""
    from platformdirs import user_state_path  # not before the first frame

    return user_state_path("soleus-desktop", appauthor=False)
