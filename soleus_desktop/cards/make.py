"""The front door: plans in, a PDF of their cards out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from soleus_desktop.cards.attach import Attachment
from soleus_desktop.cards.block import Leaf
from soleus_desktop.cards.content import NothingToPrint
from soleus_desktop.cards.doubts import doubts, links_as_text, sources
from soleus_desktop.cards.draw import Press
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.layouts.table import LAYOUTS
from soleus_desktop.cards.logo import Logo, NoLogo, read_logo
from soleus_desktop.cards.look import THEMES, grid_for, in_theme
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.sheet import sheet_for
from soleus_desktop.cards.typeface import typeface
from soleus_desktop.cards.wording import wording
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.unknown import unknown_told


@dataclass(frozen=True, slots=True)
class Cards:
    """The PDF, its pages and cards, and what did not print quite as typed, a sentence each.

    A card with a back is one.
    """

    data: bytes
    pages: int
    cards: int
    warnings: tuple[str, ...]


def make_cards(
    plans: Plan | Sequence[Plan],
    guide: Guide,
    resources: Path,
    options: CardOptions,
    first_pages: int | None = None,
    attachments: Sequence[Attachment] = (),
    each: Callable[[], object] | None = None,
) -> Cards:
    """Return the cards of one plan or of several, each begun on a page of its own.

    `resources` is the folder of figures, fonts and catalogues. With `first_pages`, no more than
    these are laid out and drawn. `each` is called before each card; what it raises ends the work.
    `attachments` are plan files that go along inside the PDF; `CardOptions.attaches` says whether
    they are wanted. The same arguments give the same bytes.

    Raises NothingToPrint (a ValueError) where there is nothing on any day, ValueError for options
    that do not go together, KeyError for an exercise that neither guide nor plan knows, OSError
    and ValueError where a figure, a font or a catalogue cannot be read.
    """
    if options.refusal:
        raise ValueError(options.refusal)
    several = (plans,) if isinstance(plans, Plan) else tuple(plans)
    setting, warnings = setting_for(options, resources.resolve())
    press = Press(
        sheet_for(options),
        setting.grid.margin,
        setting.figures,
        setting.theme,
        setting.logo,
        options.language,
        fillable=options.fillable,
    )
    subject = setting.words.say("subject")
    titles = {plan.title for plan in several}
    authors = dict.fromkeys(plan.coach for plan in several if plan.coach)
    press.about((titles.pop() if len(titles) == 1 else "") or subject, ", ".join(authors), subject)
    for plan in several:
        job = Job(plan, guide, guide.exercises_of(plan), setting, options)
        names = ", ".join(filter(None, (plan.athlete.name, plan.title))) or subject
        before = press.pages
        leaves = LAYOUTS[options.layout](job)
        press.print(
            _announced(leaves, each) if each else leaves,
            first_pages,
            names if len(several) > 1 else "",
        )
        if press.pages == before and (first_pages is None or before < first_pages):
            warnings.append(f"{names}: no day has exercises, nothing of it is printed.")
        typed = sources(plan, job.exercises, options.only)
        warnings += [told] if (told := unknown_told(plan)) else []
        warnings += [*doubts(typed, setting.face.known), *links_as_text(job.used(), setting)]
    press.attach(attachments)
    if not press.pages:
        days = "no day of the plan" if options.only is None else "none of the chosen days"
        raise NothingToPrint(f"{days} has exercises")
    return Cards(press.data(), press.pages, press.cards, tuple(dict.fromkeys(warnings)))


def _announced(leaves: Iterator[Leaf], each: Callable[[], object]) -> Iterator[Leaf]:
    for leaf in leaves:
        each()
        yield leaf


def setting_for(options: CardOptions, resources: Path) -> tuple[Setting, list[str]]:
    """Return what all plans are set with, and a warning where the logo cannot be."""
    sheet, theme = sheet_for(options), THEMES[options.theme]
    grid = in_theme(grid_for(sheet.card_w, sheet.card_h, large=options.large_print), theme)
    logo: Logo | None = None
    warnings = []
    if options.logo:
        try:
            logo = read_logo(options.logo)
        except NoLogo as error:
            warnings.append(f"The logo was left out: {error}.")
    setting = Setting(
        grid=grid,
        face=typeface(resources / "fonts"),
        width=sheet.card_w - 2 * grid.margin,
        height=sheet.card_h - 2 * grid.margin,
        figures=resources / "figures",
        detail=grid.details[0],
        words=wording(resources, options.language),
        theme=theme,
        practice=tuple(line for line in options.practice if line.strip()),
        logo=logo,
        fillable=options.fillable,
    )
    return setting, warnings
