"""``soleus new``: begin a plan, empty or from a template."""

from __future__ import annotations

import argparse
from typing import Any

from soleus_desktop.cli.plans import file_name, opened, refuse_to_replace, saved, templates
from soleus_desktop.cli.terminal import CannotUse, one_line
from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.edits import delete_week, duplicate_week
from soleus_desktop.plan.model import Plan, new_plan

WEEKS = 4


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "new",
        help="begin a plan, empty or from a template",
        description="Write a new plan to a file that is not there yet.",
    )
    parser.add_argument(
        "-o", "--output", type=file_name, metavar="FILE", required=True, help="the plan to write"
    )
    parser.add_argument("--template", metavar="NAME", help=f"one of: {', '.join(templates())}")
    parser.add_argument(
        "--weeks",
        type=_weeks,
        metavar="N",
        help=f"how many weeks (default: {WEEKS}, or as many as the template has; where that has "
        "fewer, its last week is repeated)",
    )
    parser.add_argument("--force", action="store_true", help="replace a file that is there")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the plan."""
    if options.template is None:
        plan = new_plan(options.weeks or WEEKS)
    else:
        plan = from_template(options.template)
        plan = of_length(plan, options.weeks or len(plan.weeks))
    refuse_to_replace(options)
    saved(plan, options.output)
    weeks = len(plan.weeks)
    print(f"{one_line(options.output)}: {weeks} week{'' if weeks == 1 else 's'}.")
    return 0


def from_template(name: str) -> Plan:
    """Return the plan of a template."""
    known = templates()
    if name not in known:
        raise CannotUse(f"there is no template {name!r}; there are {', '.join(known)}")
    return opened(str(known[name]))


def of_length(plan: Plan, weeks: int) -> Plan:
    """Return the plan with so many weeks: cut off, or its last week repeated with fresh ids."""
    while len(plan.weeks) > weeks:
        plan = delete_week(plan, len(plan.weeks) - 1)
    while len(plan.weeks) < weeks:
        plan = duplicate_week(plan, len(plan.weeks) - 1)
    return plan


def _weeks(text: str) -> int:
    if text.isascii() and text.isdecimal() and 1 <= int(text[:9]) <= MAX_WEEKS:
        return int(text)
    raise argparse.ArgumentTypeError(f"expected a number of weeks from 1 to {MAX_WEEKS}")
