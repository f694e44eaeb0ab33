"""``soleus cards``: plans as printed cards."""

from __future__ import annotations

import argparse
from argparse import ArgumentTypeError
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from soleus_desktop.cards.options import (
    BACKS,
    LARGE_PAPERS,
    LAYOUTS,
    MAX_LOGO_BYTES,
    ORIENTATIONS,
    PAPERS,
    PER_PAGE,
    PER_PAGE_ON,
    THEMES,
    CardOptions,
)
from soleus_desktop.cards.wording import languages
from soleus_desktop.cli.plans import file_name, opened, same_file, the_guide
from soleus_desktop.cli.terminal import CannotUse, one_line, say
from soleus_desktop.paths import resources
from soleus_desktop.plan.bounds import DAYS, MAX_WEEKS
from soleus_desktop.plan.place import DAY_NAMES
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.disk import NotRead, read_file, reason
from soleus_desktop.storage.plan_file import plan_bytes

MOST_DIGITS = 6


class Printed(NamedTuple):
    """What came of one PDF: its name, how much it holds in words, what to warn of."""

    name: str
    holds: str
    warnings: tuple[str, ...]


def add(commands: Any) -> None:
    """Add the command to the parser."""
    usual = CardOptions()
    parser = commands.add_parser(
        "cards",
        help="print plans as cards, a log, an overview, exercise sheets or a coach's copy",
        description="Write plans to PDF: all into one file, or each into one of its own.",
    )
    parser.add_argument(
        "files",
        nargs="+",
        type=file_name,
        metavar="FILE",
        help="a plan, NAME.soleus, or a PDF of cards that has its plan inside",
    )
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("-o", "--output", type=file_name, metavar="OUT.pdf", help="one PDF of all")
    to.add_argument("--each", type=file_name, metavar="FOLDER", help="a PDF a plan, NAME.pdf")
    parser.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="with --each: so many at once"
    )
    for name, known, default, what in (
        ("layout", tuple(LAYOUTS), usual.layout, "what to print"),
        ("paper", tuple(PAPERS), usual.paper, "the sheet in the printer"),
        ("orientation", ORIENTATIONS, usual.orientation, "how a card is held"),
        ("language", languages(resources()), usual.language, "the language of the cards"),
        ("theme", THEMES, usual.theme, "colours"),
        ("backs", BACKS, usual.backs, "what session cards say behind, for printing on both sides"),
    ):
        help_text = f"{what} (default: {default})"
        parser.add_argument(f"--{name}", choices=known, default=default, help=help_text)
    parser.add_argument(
        "--per-page",
        type=int,
        choices=PER_PAGE,
        help=f"session cards on a page (default: {usual.per_page}, or as many as there is room)",
    )
    parser.add_argument(
        "--large-print",
        action="store_true",
        help=f"type of 18 points and more, one card a page ({', '.join(LARGE_PAPERS)})",
    )
    parser.add_argument(
        "--weeks", type=_weeks, metavar="LIST", help="these weeks alone, as 1-4,6 (default: all)"
    )
    parser.add_argument(
        "--days", type=_days, metavar="LIST", help="these days alone, as mon,thu (default: all)"
    )
    parser.add_argument(
        "--practice",
        action="append",
        default=[],
        metavar="TEXT",
        help="a line of your letterhead, the name first; may be given again",
    )
    with_plan = ", ".join(name for name, kind in LAYOUTS.items() if kind.attaches)
    parser.add_argument(
        "--plan",
        action=argparse.BooleanOptionalAction,
        help="attach the plan, so that the PDF can be opened and edited "
        f"(default: with {with_plan})",
    )
    to_fill = ", ".join(name for name, kind in LAYOUTS.items() if kind.fills)
    parser.add_argument(
        "--fillable",
        action="store_true",
        help=f"boxes that can be ticked and written in on the screen ({to_fill})",
    )
    parser.add_argument("--logo", type=file_name, metavar="FILE", help="a PNG or JPEG for it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Draw the cards and write them."""
    chosen = _chosen(options)
    for said in _in_vain(options):
        say(said)
    for file in options.files:
        if options.output and same_file(file, options.output):
            raise CannotUse(f"{options.output} is the plan itself; give the PDF another name")
    if options.output:
        _tell(_print(options.files, options.output, chosen))
        return 0
    outputs = [str(Path(options.each) / f"{Path(file).stem}.pdf") for file in options.files]
    for file, output in zip(options.files, outputs, strict=True):
        if same_file(file, output):  # a PDF with a plan in it, printed anew
            raise CannotUse(f"{output} is the plan itself; say another folder")
    twice = {name for name in outputs if outputs.count(name) > 1}
    if twice:
        raise CannotUse(f"two plans would be {min(twice)}; print them one after the other")
    try:
        Path(options.each).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotUse(f"{options.each} cannot be made: {reason(error)}") from error
    asked = [([file], output, chosen) for file, output in zip(options.files, outputs, strict=True)]
    if options.jobs == 1 or len(asked) == 1:
        return _tell_each(partial(_print, *one) for one in asked)
    with ProcessPoolExecutor(min(options.jobs, len(asked))) as pool:
        return _tell_each([pool.submit(_print, *one).result for one in asked])


def _print(files: list[str], output: str, options: CardOptions) -> Printed:
    """Make one PDF of these plans. Raises CannotUse."""
    plans = [opened(file) for file in files]
    named = ", ".join(files)
    from soleus_desktop.cards.attach import Attachment  # imports ReportLab
    from soleus_desktop.cards.make import make_cards

    try:
        along = [Attachment(plan.title, plan_bytes(plan)) for plan in plans if options.attaches]
        cards = make_cards(plans, the_guide(), resources(), options, attachments=along)
        write_file(output, cards.data)
    except NotWritten as error:
        raise CannotUse(str(error)) from error
    except (OSError, ValueError) as error:
        raise CannotUse(f"{named} was not printed: {error}") from error
    warnings = tuple(f"{named}: {warning}" for warning in cards.warnings)
    holds = _count(cards.pages, "page")
    if options.layout == "session":
        holds = f"{_count(cards.cards, 'card')} on {holds}"
    return Printed(output, holds, warnings)


def _tell(printed: Printed) -> None:
    for warning in printed.warnings:
        say(warning)
    print(f"{one_line(printed.name)}: {printed.holds}.")


def _tell_each(made: Iterable[Callable[[], Printed]]) -> int:
    """Tell what came of each PDF; one that could not be made keeps no other from it."""
    code = 0
    for printed in made:
        try:
            _tell(printed())
        except CannotUse as error:
            say(str(error))
            code = 2
    return code


def _in_vain(options: argparse.Namespace) -> Iterator[str]:
    """Say which options change nothing, together with the others."""
    kind = LAYOUTS[options.layout]
    if options.fillable and not kind.fills:
        yield f"--fillable changes nothing: {kind.name} has no boxes"
    if options.layout != "session" and options.backs != "none":
        yield f"--backs changes nothing: {kind.name} has no backs"
    if options.layout != "session" and (options.per_page or 1) > 1:
        yield f"--per-page changes nothing: {kind.name} fills whole pages"
    if options.output and options.jobs > 1:
        yield "--jobs changes nothing: it is for --each"


def _chosen(options: argparse.Namespace) -> CardOptions:
    """Return the options, or raise CannotUse where they do not go together."""
    most = max(PER_PAGE_ON[options.paper]) if not options.large_print else 1
    per_page = options.per_page or min(CardOptions().per_page, most)
    try:
        chosen = CardOptions(
            paper=options.paper,
            per_page=per_page,
            layout=options.layout,
            orientation=options.orientation,
            large_print=options.large_print,
            language=options.language,
            theme=options.theme,
            backs=options.backs,
            practice=tuple(options.practice),
            attach=options.plan,
            fillable=options.fillable,
        )
    except ValueError as error:
        raise CannotUse(str(error)) from error
    if options.weeks is not None or options.days is not None:
        weeks = range(MAX_WEEKS) if options.weeks is None else options.weeks
        days = range(7) if options.days is None else options.days
        chosen = replace(chosen, only=frozenset((week, day) for week in weeks for day in days))
    if options.logo:
        try:
            chosen = replace(chosen, logo=read_file(options.logo, MAX_LOGO_BYTES))
        except NotRead as error:
            raise CannotUse(f"the logo {options.logo}: {error}") from error
    if chosen.refusal:
        raise CannotUse(chosen.refusal)
    return chosen


def _weeks(text: str) -> frozenset[int]:
    """Read ``1-4,6`` as weeks from 0. Raises ArgumentTypeError."""
    weeks: set[int] = set()
    for part in text.split(","):
        first, dash, last = (piece.strip() for piece in part.partition("-"))
        if not (_is_number(first) and (not dash or _is_number(last))):
            raise ArgumentTypeError(f"expected weeks as 1-4,6, found {text!r}")
        ends = int(first), min(int(last or first), MAX_WEEKS)
        if dash and ends[0] > int(last):
            raise ArgumentTypeError(f"expected the first week before the last, found {part!r}")
        weeks |= set(range(ends[0] - 1, ends[1]))
    if not weeks or min(weeks) < 0:
        raise ArgumentTypeError(f"expected weeks from 1 on, found {text!r}")
    return frozenset(weeks)


def _days(text: str) -> frozenset[int]:
    """Read ``mon,thu``, or days by their whole names, as days from 0. Raises ArgumentTypeError."""
    whole = [name.casefold() for name in DAY_NAMES]
    names = [name.strip().casefold() for name in text.split(",")]
    if any(name not in (*DAYS, *whole) for name in names):
        raise ArgumentTypeError(f"expected days as {','.join(DAYS)}, found {text!r}")
    return frozenset(DAYS.index(name[:3]) for name in names)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < MOST_DIGITS


def _jobs(text: str) -> int:
    if not (_is_number(text) and 1 <= int(text) <= 64):
        raise ArgumentTypeError(f"expected a number from 1 to 64, found {text!r}")
    return int(text)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
