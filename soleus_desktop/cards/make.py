"""The front door: a plan in, a PDF of its cards out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from soleus_desktop.cards.content import day_cards
from soleus_desktop.cards.day import DayLayout
from soleus_desktop.cards.doubts import doubts, links_as_text, sources
from soleus_desktop.cards.draw import Press
from soleus_desktop.cards.look import grid_for
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.sheet import sheet_for
from soleus_desktop.cards.typeface import typeface
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Plan

SUBJECT = "Training cards"


@dataclass(frozen=True, slots=True)
class Cards:
    """The PDF, its pages and cards, and what did not print quite as typed, a sentence each."""

    data: bytes
    pages: int
    cards: int
    warnings: tuple[str, ...]


def make_cards(
    plan: Plan, exercises: dict[str, Exercise], figures: Path, fonts: Path, options: CardOptions
) -> Cards:
    """Return the plan's cards: one a day with entries, more where one is too small.

    `exercises` holds the guide's and the plan's own by id (`Guide.exercises_of`); `figures` and
    `fonts` are the folders of drawings and typeface. The same arguments give the same bytes.

    Raises NothingToPrint (a ValueError) where no day has entries, KeyError for an exercise that
    is not in `exercises`, OSError and ValueError where a figure or font cannot be read.
    """
    days = day_cards(plan, exercises)
    sheet = sheet_for(options)
    grid = grid_for(sheet.card_w)
    face = typeface(fonts.resolve())
    inside_w, inside_h = sheet.card_w - 2 * grid.margin, sheet.card_h - 2 * grid.margin
    setting = Setting(grid, face, inside_w, inside_h, figures.resolve(), grid.details[0])
    layout = DayLayout(setting)
    laid = [card for day in days for card in layout.cards(day)]
    press = Press(sheet, grid.margin, setting.figures)
    press.about(plan.title or SUBJECT, plan.coach, SUBJECT)
    pages = press.print(laid)
    warnings = [*doubts(sources(days), face.known), *links_as_text(days, setting)]
    return Cards(press.data(), pages, len(laid), tuple(warnings))
