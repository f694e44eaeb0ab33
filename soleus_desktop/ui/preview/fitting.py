"""Which options go together, and what gives way where they do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from soleus_desktop.cards.options import LAYOUTS, PAPERS, PER_PAGE_ON, CardOptions


def fitted(options: CardOptions, kept: str = "") -> CardOptions | None:
    """Return the nearest options that go together, with the layout and the `kept` one as they are.

    Large print gives way first, then the number to a page, then the paper. None where nothing
    does: then what is kept is impossible for this layout.
    """
    return next((found for found in _near(options, kept) if found.refusal is None), None)


def possible(options: CardOptions, name: str, value: Any) -> bool:
    """Tell whether an option may have this value in this layout, whatever gives way for it."""
    return fitted(replace(options, **{name: value}), name) is not None


def _near(options: CardOptions, kept: str) -> Iterator[CardOptions]:
    """Yield the options, then what is ever less like them."""
    papers = dict.fromkeys((options.paper, *LAYOUTS[options.layout].papers, *PAPERS))
    for paper in papers if kept != "paper" else (options.paper,):
        counts = sorted(PER_PAGE_ON[paper], key=lambda n: (n > options.per_page, -n))
        fewer = dict.fromkeys((options.per_page, *counts))
        large = dict.fromkeys((options.large_print, False))
        for per_page in fewer if kept != "per_page" else (options.per_page,):
            for large_print in large if kept != "large_print" else (options.large_print,):
                yield replace(options, paper=paper, per_page=per_page, large_print=large_print)
