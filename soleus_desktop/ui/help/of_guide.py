"""The pages that tell what the guide says: the soleus, and what each exercise is for."""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.glance import glance
from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.ui.help.page import Block, Bullets, Heading, Links, Page, Picture, Text

SECTION = "The guide"
SOLEUS, EXERCISES = "soleus", "exercises"
_OURS = (
    "Our own drawing, simplified. What it shows of the gastrocnemius and the tendon is common "
    "anatomy, not the guide\u2019s."
)
_WHAT = ("pump", "slow-twitch", "one-joint", "jobs", "gastrocnemius")


def pages_of_guide(guide: Guide) -> Iterator[Page]:
    """Yield the page about the soleus, and one about what each exercise is for."""
    yield Page(SOLEUS, SECTION, "About the soleus", tuple(_soleus(guide)))
    yield Page(EXERCISES, SECTION, "What each exercise is for", tuple(_exercises(guide)))


def _soleus(guide: Guide) -> Iterator[Block]:
    yield Picture("leg", _OURS)
    yield Heading("What it does")
    for name in _WHAT:
        yield _fact(guide, f"why.{name}")
    yield Heading("What training it brings")
    yield _fact(guide, "why.benefits")
    yield Heading("What training it takes")
    for name in guide.fact_texts["principle"]:
        yield _fact(guide, f"principle.{name}")
    yield Links(((EXERCISES, "What each exercise is for"),))
    yield Text("The words in brackets name the fact of the guide that is told.", quiet=True)


def _exercises(guide: Guide) -> Iterator[Block]:
    for exercise in guide.exercises.values():
        yield from _exercise(guide, exercise)


def _exercise(guide: Guide, exercise: Exercise) -> Iterator[Block]:
    yield Heading(exercise.name)
    yield Picture(exercise.figure, "")
    yield _fact(guide, exercise.why) if exercise.why else Text(exercise.purpose)
    yield Text(f"Dose: {glance(exercise)}", exercise.ranges[_first(exercise)].cite)
    yield Bullets((*exercise.how_to, *exercise.cues))


def _first(exercise: Exercise) -> str:
    return next(iter(exercise.ranges))


def _fact(guide: Guide, fact: str) -> Text:
    return Text(guide.facts[fact].says, fact)
