"""What is to be printed: plans and options; and the way from there to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from soleus_desktop.cards.options import MAX_LOGO_BYTES, CardOptions
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan

if TYPE_CHECKING:  # ReportLab is not loaded before cards are printed
    from soleus_desktop.cards.make import Cards


class Order(NamedTuple):
    """Plans for one PDF, how to print them, and the file of the logo, which is read anew."""

    plans: tuple[Plan, ...]
    options: CardOptions
    logo: Path | None = None


def counting(order: Order, told: Callable[[int, int], object]) -> Callable[[], object]:
    """Return what to call before each card, so that `told` is how many there were, and of how many.

    Session cards are about as many as days; of other layouts nobody knows it beforehand.
    """
    only, done = order.options.only, count()
    days = sum(
        bool(day.entries) and (only is None or (w, d) in only)
        for plan in order.plans
        for w, week in enumerate(plan.weeks)
        for d, day in enumerate(week.days)
    )
    of = days if order.options.layout == "session" else 0
    return lambda: told(next(done), of)


def carry_out(
    order: Order,
    guide: Guide,
    resources: Path,
    first_pages: int | None = None,
    each: Callable[[], object] | None = None,
) -> Cards:
    """Return the PDF, or the first pages of it; it may be done in any thread.

    A logo that cannot be read is left out with a warning. `each` is called before each card; what
    it raises ends the work. Raises what `make_cards` raises.
    """
    from soleus_desktop.cards.attach import Attachment
    from soleus_desktop.cards.make import make_cards
    from soleus_desktop.storage.disk import NotRead, read_file
    from soleus_desktop.storage.plan_file import plan_bytes

    options, warnings = order.options, []
    if order.logo is not None:
        try:
            options = replace(options, logo=read_file(order.logo, MAX_LOGO_BYTES))
        except NotRead as error:
            warnings.append(f"The logo {order.logo.name} was left out: {error}.")
    whole = options.attaches and first_pages is None
    attached = [Attachment(plan.title, plan_bytes(plan)) for plan in order.plans if whole]
    cards = make_cards(
        order.plans, guide, resources, options, first_pages, each=each, attachments=attached
    )
    return replace(cards, warnings=(*warnings, *cards.warnings))


def in_words(error: Exception) -> str:
    """Say what an error is about, without the quotes of a KeyError."""
    said = str(error.args[0]) if isinstance(error, KeyError) and error.args else str(error)
    return said[:500] or type(error).__name__
