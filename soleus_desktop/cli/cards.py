"""``soleus cards``: a plan as printed cards."""

from __future__ import annotations

import argparse
from typing import Any

from soleus_desktop.cards.options import PAPERS, PER_PAGE, CardOptions
from soleus_desktop.cli.plans import file_name, opened, same_file, the_guide
from soleus_desktop.cli.terminal import CannotUse, one_line, say
from soleus_desktop.paths import resources
from soleus_desktop.storage.atomic import NotWritten, write_file


def add(commands: Any) -> None:
    """Add the command to the parser."""
    usual = CardOptions()
    parser = commands.add_parser(
        "cards",
        help="print a plan as cards, one a training day, to a PDF",
        description="Write the cards of a plan, one a training day, to a PDF.",
    )
    parser.add_argument("file", type=file_name, metavar="FILE", help="a plan, NAME.soleus")
    parser.add_argument(
        "-o", "--output", type=file_name, metavar="OUT.pdf", required=True, help="the PDF to write"
    )
    parser.add_argument(
        "--paper", choices=tuple(PAPERS), default=usual.paper, help=f"(default: {usual.paper})"
    )
    parser.add_argument(
        "--per-page",
        type=int,
        choices=PER_PAGE,
        default=usual.per_page,
        help=f"cards on a page (default: {usual.per_page})",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draw the cards and write them."""
    plan = opened(options.file)
    if same_file(options.file, options.output):
        raise CannotUse(f"{options.output} is the plan itself; give the PDF another name")
    from soleus_desktop.cards.make import make_cards  # imports ReportLab

    try:
        cards = make_cards(
            plan,
            the_guide().exercises_of(plan),
            resources() / "figures",
            resources() / "fonts",
            CardOptions(paper=options.paper, per_page=options.per_page),
        )
        write_file(options.output, cards.data)
    except NotWritten as error:
        raise CannotUse(str(error)) from error
    except (OSError, ValueError) as error:
        raise CannotUse(f"{options.file} was not printed: {error}") from error
    for warning in cards.warnings:
        say(f"{options.file}: {warning}")
    print(
        f"{one_line(options.output)}: {_count(cards.cards, 'card')} "
        f"on {_count(cards.pages, 'page')}."
    )
    return 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
