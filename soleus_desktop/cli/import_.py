"""``soleus import``: a spreadsheet back into a plan, with a report of what was not understood."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from soleus_desktop.cli.plans import file_name, refuse_to_replace, saved, the_guide
from soleus_desktop.cli.terminal import CannotUse, one_line, say
from soleus_desktop.exchange.spreadsheet_reader import (
    MAX_BYTES,
    NotASpreadsheet,
    read_spreadsheet,
)
from soleus_desktop.storage.disk import NotRead, read_file


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "import",
        help="make a plan of a spreadsheet",
        description="Make a plan of a spreadsheet (CSV) with a row a set, as `soleus export` "
        "writes it. What is not understood is reported.",
    )
    parser.add_argument("file", type=file_name, metavar="FILE.csv", help="the spreadsheet")
    parser.add_argument(
        "-o", "--output", type=file_name, metavar="FILE", required=True, help="the plan to write"
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the plan and report."""
    refuse_to_replace(options)
    try:
        data = read_file(options.file, MAX_BYTES)
        plan, problems = read_spreadsheet(data, the_guide(), Path(options.file).stem)
    except (NotRead, NotASpreadsheet) as error:
        raise CannotUse(f"{options.file}: {error}") from error
    saved(plan, options.output)
    for problem in problems:
        say(f"{options.file}: {problem}")
    entries = sum(len(day.entries) for week in plan.weeks for day in week.days)
    print(f"{one_line(options.output)}: {len(plan.weeks)} weeks, {entries} exercises.")
    return 0
