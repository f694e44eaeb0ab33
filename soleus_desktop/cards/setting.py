"""What the parts of a card are set with: grid, detail, typeface, width, figures."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from soleus_desktop.cards.look import Detail, Grid, Scale
from soleus_desktop.cards.typeface import Typeface


class Setting(NamedTuple):
    """A card's inside: `width` and `height` in points are those within its margins."""

    grid: Grid
    face: Typeface
    width: float
    height: float
    figures: Path
    detail: Detail

    @property
    def scale(self) -> Scale:
        """The type scale of this size of card."""
        return self.grid.scale
