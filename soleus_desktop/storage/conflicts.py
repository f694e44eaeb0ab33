"""Copies of a plan that programs which sync folders make when two people changed it at once."""

from __future__ import annotations

import os
import re
from itertools import islice
from os import PathLike
from pathlib import Path

from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.storage.problems import PlanFileError

MOST = 20
_MOST_LOOKED_AT = 20_000
"""Files of a folder; beyond them nobody finds a copy either."""
_SURE = re.compile(
    r"\.sync-conflict-\d{8}-\d{6}(-\w+)?"  # Syncthing
    r"|[ _]\([^()]*conflict(ed)?[^()]*\)"  # Dropbox, ownCloud, Nextcloud
    r"|[ _]\(other version [^()]*\)",  # our own, of what another program wrote meanwhile
    re.IGNORECASE,
)
_PERHAPS = re.compile(
    r"-[A-Za-z0-9][A-Za-z0-9-]{1,14}(-\d+)?"  # OneDrive: the name of a machine, which is short
    r"| \([^()]+\)"  # Dropbox in another language
)
"""What many file names end in; such a file is a copy if it is this plan by its id."""


def copies_beside(path: str | PathLike[str], plan_id: str | None, guide: Guide) -> list[Path]:
    """Return the other versions of a plan in its folder, by name; raises nothing.

    May take long, for a folder may lie on another machine.
    """
    path = Path(path)
    found: list[Path] = []
    try:
        with os.scandir(path.parent) as there:
            names = [file.name for file in islice(there, _MOST_LOOKED_AT)]
    except OSError:
        return []
    for name in sorted(names):
        if not name.startswith(path.stem) or not name.endswith(path.suffix) or name == path.name:
            continue
        added = name[len(path.stem) : len(name) - len(path.suffix)]
        if _SURE.fullmatch(added) or (
            _PERHAPS.fullmatch(added) and _is(path.with_name(name), plan_id, guide)
        ):
            found.append(path.with_name(name))
    return found[:MOST]


def _is(path: Path, plan_id: str | None, guide: Guide) -> bool:
    """Tell whether a file holds the plan of this id."""
    if plan_id is None:
        return False
    try:
        return open_plan(path, guide).id == plan_id
    except (PlanFileError, OSError):
        return False
