"""A practice's logo: a PNG or JPEG file that somebody chose, read with suspicion."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass
from typing import Any

from soleus_desktop.cards.options import MAX_LOGO_BYTES

MAX_SIDE = 8000
"""Pixels a side at most; a picture that says more is not unpacked."""

KEPT_SIDE = 900
"""Pixels a side that are printed: 300 an inch on the widest letterhead."""


@dataclass(frozen=True, eq=False)
class Logo:
    """A picture ready to print, on white; sizes in pixels."""

    image: Any
    width: int
    height: int


class NoLogo(ValueError):
    """The file is no picture that can be printed; says why."""


def read_logo(data: bytes) -> Logo:
    """Return the picture in these bytes. Raises NoLogo."""
    from PIL import Image  # ReportLab requires it; loaded only where there is a logo

    if len(data) > MAX_LOGO_BYTES:
        raise NoLogo(f"it is larger than {MAX_LOGO_BYTES // 2**20} MB")
    try:
        with warnings.catch_warnings():  # of sizes, which are looked at here
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if max(image.size) > MAX_SIDE:
                raise NoLogo(f"it has more than {MAX_SIDE} pixels a side")
            image.thumbnail((KEPT_SIDE, KEPT_SIDE))
            shown = image.convert("RGBA")
    except NoLogo:
        raise
    except Exception as error:  # whatever a broken file does to the decoder
        raise NoLogo("it is no PNG or JPEG picture that can be read") from error
    on_white = Image.new("RGBA", shown.size, "white")
    on_white.alpha_composite(shown)
    return Logo(on_white.convert("RGB"), *shown.size)
