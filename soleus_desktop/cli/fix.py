"""``soleus fix``: every safe fix at once."""

from __future__ import annotations

import argparse
from typing import Any

from soleus_desktop.cli.plans import file_name, opened, saved, the_guide
from soleus_desktop.cli.terminal import one_line
from soleus_desktop.rules.engine import check, fix_all


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "fix",
        help="put numbers outside the guide to the nearest allowed ones",
        description="Apply all safe fixes: each sets a number that is out of its range to the "
        "nearest allowed one and changes nothing else.",
    )
    parser.add_argument("file", type=file_name, metavar="FILE", help="a plan, NAME.soleus")
    parser.add_argument(
        "-o", "--output", type=file_name, metavar="OUT", help="write here instead of into FILE"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Mend the plan, say what was changed and what is left."""
    plan = opened(options.file)
    before = check(plan, the_guide())
    fixed = fix_all(plan, the_guide())
    output = options.output or options.file
    if fixed != plan or options.output:
        saved(fixed, output)
    names = the_guide().exercises_of(plan)
    count = 0
    for finding in before.open:
        for fix in [fix for fix in finding.fixes if fix.safety == "safe"][:1]:
            exercise = f"{names[finding.exercise].name}: " if finding.exercise else ""
            print(one_line(f"{finding.place.label}: {exercise}{fix.title}"))
            count += 1
    left = len(check(fixed, the_guide()).open)
    done = f"{count} mended" if count else "Nothing to mend"
    rest = f", {left} left for you to decide (see `soleus check`)" if left else ""
    print(
        f"{done}{rest}." + (f" Written to {one_line(output)}." if count or options.output else "")
    )
    return 0
