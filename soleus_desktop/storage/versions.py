"""Previous versions of each plan, in the program's state folder: thinned out the older they are.

All of the last two days, then one a day for 12 days, one a week for 10 weeks, one a month for 9
months, and at most 50 MB a plan. The newest is never removed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from os import PathLike, fsencode
from os.path import realpath
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.placing import digest_of
from soleus_desktop.storage.syntax import MAX_BYTES

RECENT = timedelta(days=2)
MOST_BYTES = 50_000_000
_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"\d{8}T\d{12}\.soleus")
_RARER: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
    (12, lambda at: at.date()),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
"""So many of each span, one after the other, back in time."""


class Version(NamedTuple):
    """A plan as it was saved: when (UTC), how many bytes, and where it lies."""

    at: datetime
    size: int
    path: Path


def key_of(plan: Plan, path: str | PathLike[str]) -> str:
    """Return the name under which a plan's versions lie: by its id, else by its file's place."""
    said = plan.id.encode() if plan.id else fsencode(realpath(path))
    return sha256(said).hexdigest()[:32]


def keep_version(folder: Path, key: str, data: bytes, now: datetime) -> None:
    """Keep these bytes as a version, unless the newest one is the same; thin the older ones out.

    Raises OSError.
    """
    there = versions(folder, key)
    if there:
        try:
            if digest_of(read_file(there[0].path, MAX_BYTES)) == digest_of(data):
                return
        except NotRead:
            pass  # it cannot be read, so this one is worth keeping
    (folder / key).mkdir(parents=True, exist_ok=True, mode=0o700)
    after = max([now, *(version.at + timedelta(microseconds=1) for version in there[:1])])
    write_file(folder / key / f"{after.astimezone(UTC):{_STAMP}}.soleus", data)
    for version in to_remove(versions(folder, key), now):
        version.path.unlink(missing_ok=True)


def versions(folder: Path, key: str) -> list[Version]:
    """Return what is kept of a plan, the newest first."""
    found = []
    try:
        for path in (folder / key).iterdir():
            if _NAME.fullmatch(path.name):
                at = datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)
                found.append(Version(at, path.stat().st_size, path))
    except OSError:
        pass  # nothing is kept, or it went while we looked
    return sorted(found, reverse=True)


def to_remove(there: Iterable[Version], now: datetime) -> list[Version]:
    """Return which versions are to go."""
    newest_first = sorted(there, reverse=True)
    kept = [version for version in newest_first if version.at >= now - RECENT]
    older = newest_first[len(kept) :]
    for most, span in _RARER:
        spans: dict[Hashable, Version] = {}
        while older and (span(older[0].at) in spans or len(spans) < most):
            spans.setdefault(span(older[0].at), older[0])
            older = older[1:]
        kept += spans.values()
    kept = kept or newest_first[:1]
    total = 0
    small: list[Version] = []
    for version in kept:
        total += version.size
        if total <= MOST_BYTES or not small:
            small.append(version)
    return [version for version in newest_first if version not in small]
