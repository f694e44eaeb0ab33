"""``soleus export``: a plan as calendar, spreadsheet, text or Markdown."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from soleus_desktop.cli.plans import file_name, opened, same_file, the_guide
from soleus_desktop.cli.terminal import CannotUse, one_line
from soleus_desktop.exchange.formats import FORMATS
from soleus_desktop.storage.atomic import NotWritten, write_file


def add(commands: Any) -> None:
    """Add the command to the parser."""
    names = ", ".join(f"{name} ({made.name.lower()})" for name, made in FORMATS.items())
    parser = commands.add_parser(
        "export",
        help="give a plan away: calendar, spreadsheet, text, Markdown",
        description=f"Write a plan in another format: {names}. A calendar that was imported before "
        "is brought up to date when a newer one is imported.",
    )
    parser.add_argument("file", type=file_name, metavar="FILE", help="a plan, NAME.soleus")
    parser.add_argument(
        "-o", "--output", type=file_name, metavar="OUT", required=True, help="the file to write"
    )
    parser.add_argument(
        "--to", choices=tuple(FORMATS), help="the format (default: by the ending of OUT)"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the plan in the other format."""
    name = options.to or Path(options.output).suffix.casefold().removeprefix(".")
    if name not in FORMATS:
        known = ", ".join(made.ending for made in FORMATS.values())
        raise CannotUse(f"{options.output} has none of the endings {known}; say --to")
    if same_file(options.file, options.output):
        raise CannotUse(f"{options.output} is the plan itself; give the export another name")
    plan = opened(options.file)
    try:
        data = FORMATS[name].make(plan, the_guide().exercises_of(plan), datetime.now(UTC))
        write_file(options.output, data)
    except NotWritten as error:
        raise CannotUse(str(error)) from error
    except ValueError as error:
        raise CannotUse(f"{options.file} was not exported: {error}") from error
    print(f"{one_line(options.output)}: {FORMATS[name].name.lower()}.")
    return 0
