"""The plan file: bytes in, a plan out, and back, by the contract of format version 1.

Everything that a reader can know to be wrong is found here, so that whoever has a plan may rely
on it: its fields are in bounds, its ids meet, its exercises are there.
"""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.placing import digest_of
from soleus_desktop.storage.problems import PlanFileError, Problem
from soleus_desktop.storage.reader import read_plan
from soleus_desktop.storage.syntax import MAX_BYTES
from soleus_desktop.storage.writer import plan_bytes, proved_bytes

__all__ = ["PlanFileError", "load_plan", "open_plan", "plan_bytes", "read_plan", "save_plan"]


class Loaded(NamedTuple):
    """A plan out of a file, and the digest of the file's bytes."""

    plan: Plan
    digest: bytes


class Saved(NamedTuple):
    """The digest of what was written; `kept` holds what another program wrote meanwhile, if any."""

    digest: bytes
    kept: Path | None


def open_plan(path: str | PathLike[str], guide: Guide) -> Plan:
    """Return the plan in a file. Raises PlanFileError, also where the file cannot be read."""
    return load_plan(path, guide).plan


def load_plan(path: str | PathLike[str], guide: Guide) -> Loaded:
    """Return the plan in a file, for who will save it again. Raises PlanFileError."""
    try:
        data = read_file(path, MAX_BYTES)
    except NotRead as error:
        raise PlanFileError(Problem("", str(error))) from error
    return Loaded(read_plan(data, guide), digest_of(data))


def save_plan(
    plan: Plan, path: str | PathLike[str], guide: Guide, expected: bytes | None = None
) -> Saved:
    """Write the plan to a file, in one piece, after proving that it will open again.

    `expected` is the digest of what the file held when it was opened or last saved. Raises
    NotWritten; the file then is as it was before.
    """
    try:
        data = proved_bytes(plan, guide)
    except ValueError as error:
        raise NotWritten(f"{fspath(path)} was not written: {error}") from error
    return Saved(digest_of(data), write_file(path, data, expected))
