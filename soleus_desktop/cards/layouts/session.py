"""Session cards: one a training day, with figures, dose, boxes to tick and room to write."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from soleus_desktop.cards.back import BackLayout
from soleus_desktop.cards.block import EMPTY, Leaf
from soleus_desktop.cards.content import day_cards
from soleus_desktop.cards.day import DayLayout
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.setting import Setting


def session(job: Job) -> Iterator[Leaf]:
    """Yield the cards of the plan's days, with their backs where these are wanted."""
    setting, backs = job.setting, job.options.backs
    fronts = DayLayout(_without_lines(setting) if backs == "how-to" else setting)
    behind = BackLayout(setting, backs) if backs != "none" else None
    for day in day_cards(job.plan, job.exercises, setting.words, job.only):
        cards = fronts.cards(day)
        if behind is None:
            yield from map(Leaf, cards)
        else:
            for front, back in zip_longest(cards, behind.cards(day), fillvalue=EMPTY):
                yield Leaf(front, back)


def _without_lines(setting: Setting) -> Setting:
    """Leave out of the front what the back says."""
    grid = setting.grid
    short = [detail._replace(steps=0, cues=0, elsewhere=True) for detail in grid.details]
    return setting._replace(grid=grid._replace(details=tuple(dict.fromkeys(short))))
