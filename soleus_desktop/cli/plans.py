"""What the commands need of files: the guide, and plans by name."""

from __future__ import annotations

from argparse import ArgumentTypeError
from functools import cache
from pathlib import Path

from soleus_desktop.cli.terminal import CannotUse
from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import Guide
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.plan_file import open_plan, save_plan
from soleus_desktop.storage.problems import PlanFileError


@cache
def the_guide() -> Guide:
    """Return the guide that ships with the program."""
    try:
        return load_guide(resources() / "guide")
    except (OSError, ValueError) as error:
        raise CannotUse(f"the guide of this installation cannot be read: {error}") from error


def file_name(text: str) -> str:
    """Take a file's name from the command line; an empty one comes of a variable that is not set.

    Raises ArgumentTypeError.
    """
    if not text:
        raise ArgumentTypeError("expected the name of a file, found nothing")
    return text


def opened(name: str) -> Plan:
    """Return the plan in this file, or raise CannotUse."""
    try:
        return open_plan(name, the_guide())
    except PlanFileError as error:
        raise CannotUse(f"{name}: {error}") from error


def saved(plan: Plan, name: str) -> None:
    """Write the plan to this file, or raise CannotUse."""
    try:
        save_plan(plan, name, the_guide())
    except NotWritten as error:
        raise CannotUse(str(error)) from error


def templates() -> dict[str, Path]:
    """Return the plans to begin from, by name."""
    files = (resources() / "templates").glob("*.soleus")
    return {path.stem: path for path in sorted(files)}


def same_file(one: str, other: str) -> bool:
    """Tell whether both names are of one file; one that is not there yet is no other."""
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False  # what cannot be a file's name is said when it is written
