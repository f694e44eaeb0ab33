"""The plan file: bytes in, a plan out, and back, by the contract of format version 1.

Everything that a reader can know to be wrong is found here, so that whoever has a plan may rely
on it: its fields are in bounds, its ids meet, its exercises are there.
"""

from __future__ import annotations

from os import PathLike, fspath

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.problems import PlanFileError, Problem
from soleus_desktop.storage.reader import read_plan
from soleus_desktop.storage.syntax import MAX_BYTES
from soleus_desktop.storage.writer import plan_bytes, proved_bytes

__all__ = ["PlanFileError", "open_plan", "plan_bytes", "read_plan", "save_plan"]


def open_plan(path: str | PathLike[str], guide: Guide) -> Plan:
    """Return the plan in a file. Raises PlanFileError, also where the file cannot be read."""
    try:
        data = read_file(path, MAX_BYTES)
    except NotRead as error:
        raise PlanFileError(Problem("", str(error))) from error
    return read_plan(data, guide)


def save_plan(plan: Plan, path: str | PathLike[str], guide: Guide) -> None:
    """Write the plan to a file, in one piece, after proving that it will open again.

    Raises NotWritten; the file then is as it was before.
    """
    try:
        data = proved_bytes(plan, guide)
    except ValueError as error:
        raise NotWritten(f"{fspath(path)} was not written: {error}") from error
    write_file(path, data)
