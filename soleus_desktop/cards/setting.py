"""What the parts of a card are set with: grid, detail, typeface, width, figures, words."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from soleus_desktop.cards.logo import Logo
from soleus_desktop.cards.look import Detail, Grid, Scale, Theme
from soleus_desktop.cards.typeface import Typeface
from soleus_desktop.cards.wording import Wording


class Setting(NamedTuple):
    """A card's inside: `width` and `height` in points are those within its margins.

    `practice` and `logo` are whose cards these are, where that is to be said. `fillable` tells
    whether boxes are named, so that they can be filled in on the screen.
    """

    grid: Grid
    face: Typeface
    width: float
    height: float
    figures: Path
    detail: Detail
    words: Wording
    theme: Theme
    practice: tuple[str, ...] = ()
    logo: Logo | None = None
    fillable: bool = False

    @property
    def scale(self) -> Scale:
        """The type scale of this size of card."""
        return self.grid.scale
