"""The card options in the settings: a name each, and what there is no more takes its default."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.storage.settings import Settings
from soleus_desktop.ui.preview.fitting import fitted

_SETTINGS = {
    "paper": "paper",
    "per_page": "per_page",
    "layout": "card_layout",
    "orientation": "card_orientation",
    "large_print": "card_large_print",
    "language": "card_language",
    "theme": "card_theme",
    "backs": "card_backs",
    "practice": "card_practice",
    "attach": "card_attach",
    "fillable": "card_fillable",
}
"""The setting of each option that outlives the window. Which days are printed does not."""


def remembered(settings: Settings, languages: list[str]) -> tuple[CardOptions, Path | None]:
    """Return the options of the last cards, and the file of the logo."""
    options = CardOptions()
    for name, setting in _SETTINGS.items():
        try:
            options = replace(options, **{name: getattr(settings, setting)})
        except ValueError:
            continue  # a newer or an older program's
    if options.language not in languages:
        options = replace(options, language=CardOptions().language)
    logo = Path(settings.card_logo) if settings.card_logo else None
    return fitted(options) or CardOptions(), logo


def to_remember(options: CardOptions, logo: Path | None) -> dict[str, Any]:
    """Return the settings to change."""
    kept = {setting: getattr(options, name) for name, setting in _SETTINGS.items()}
    return {**kept, "card_logo": str(logo) if logo else ""}
