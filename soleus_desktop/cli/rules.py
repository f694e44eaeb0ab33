"""``soleus rules``: the rules, and the help of one with the facts it rests on."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from typing import Any

from soleus_desktop.cli.plans import the_guide
from soleus_desktop.cli.terminal import CannotUse
from soleus_desktop.rules.finding import Rule
from soleus_desktop.rules.table import BY_ID, RULES


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "rules",
        help="list the rules, or explain one",
        description="List all rules with severity and title, or explain one.",
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="a rule, as `soleus check` names it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the list, or the help of one rule."""
    if options.id is None:
        longest = max(map(len, BY_ID))
        for rule in RULES:
            print(f"{rule.id:<{longest}}  {rule.severity:<7}  {rule.title}")
    elif options.id in BY_ID:
        print("\n".join(_help(BY_ID[options.id])))
    else:
        near = get_close_matches(options.id, BY_ID, 1)
        hint = f"did you mean {near[0]}?" if near else "`soleus rules` lists them"
        raise CannotUse(f"there is no rule {options.id!r}; {hint}")
    return 0


def _help(rule: Rule) -> list[str]:
    facts = the_guide().facts
    return [
        f"{rule.id} ({rule.severity})",
        "",
        rule.help.strip(),
        "",
        "It rests on these facts of the guide:",
        *(f"  {cite}: {facts[cite].says}" for cite in rule.rests_on),
    ]
