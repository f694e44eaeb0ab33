"""The table of layouts: who makes each of `options.LAYOUTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from soleus_desktop.cards.block import Leaf
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.layouts.coach import coach
from soleus_desktop.cards.layouts.exercises import exercises
from soleus_desktop.cards.layouts.log import log
from soleus_desktop.cards.layouts.overview import overview
from soleus_desktop.cards.layouts.session import session

LAYOUTS: dict[str, Callable[[Job], Iterator[Leaf]]] = {
    "session": session,
    "log": log,
    "overview": overview,
    "exercises": exercises,
    "coach": coach,
}
