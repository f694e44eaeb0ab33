"""What the commands need of files: the guide, and plans by name."""

from __future__ import annotations

import os
import re
from argparse import ArgumentTypeError, Namespace
from functools import cache
from pathlib import Path

from soleus_desktop.cli.terminal import CannotUse
from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import Guide
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.in_pdf import MAGIC_WITHIN, is_pdf
from soleus_desktop.storage.plan_file import SeveralPlans, open_plan, save_plan
from soleus_desktop.storage.problems import PlanFileError, Problem

_IN_PDF = re.compile(r"(.+\.pdf)#([1-9][0-9]{0,3})", re.IGNORECASE | re.DOTALL)


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


def read(name: str) -> Plan:
    """Return the plan in a file, or as ``cards.pdf#2`` in a PDF. Raises PlanFileError."""
    path, number = pdf_and_number(name)
    try:
        return open_plan(path, the_guide(), number)
    except SeveralPlans as error:
        raise PlanFileError(Problem("", f"{error}, as {path}#1")) from error


def pdf_and_number(name: str) -> tuple[str, int | None]:
    """Split ``cards.pdf#2`` into the file and the plan in it, from 0; other names stay whole."""
    found = _IN_PDF.fullmatch(name)
    if not found or os.path.lexists(name):
        return name, None
    return found[1], int(found[2]) - 1


def opened(name: str) -> Plan:
    """Return the plan in this file, or raise CannotUse."""
    try:
        return read(name)
    except PlanFileError as error:
        raise CannotUse(f"{name}: {error}") from error


def saved(plan: Plan, name: str) -> None:
    """Write the plan to this file, or raise CannotUse. No plan is written over a PDF."""
    path, _ = pdf_and_number(name)
    try:
        over_pdf = is_pdf(read_file(path, MAGIC_WITHIN))
    except NotRead:
        over_pdf = False
    if over_pdf:
        raise CannotUse(f"{path} is a PDF and stays as it is; give the plan a file of its own (-o)")
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
        return Path(pdf_and_number(one)[0]).samefile(other)
    except (OSError, ValueError):
        return False  # what cannot be a file's name is said when it is written


def refuse_to_replace(options: Namespace) -> None:
    """Raise CannotUse where `options.output` is there already and `--force` was not said."""
    if os.path.lexists(options.output) and not options.force:
        raise CannotUse(
            f"{options.output} is there already and was left as it is; --force replaces it"
        )
