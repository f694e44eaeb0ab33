"""Reads what a crash left: the plan as it stood at the last edit that is whole on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan, Week
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.reader import read_fields, read_plan
from soleus_desktop.storage.recovery.hold import hold
from soleus_desktop.storage.recovery.journal import SUFFIX
from soleus_desktop.storage.recovery.records import Record, decoded
from soleus_desktop.storage.writer import plan_bytes

BIN = "bin"
KEPT_FOR = timedelta(days=30)
_MAX_BYTES = 1 << 28


class Recovered(NamedTuple):
    """What a journal holds: the plan, where it was kept, how many edits, the last of them, when."""

    path: Path
    plan: Plan
    file: Path | None
    edits: int
    last: str
    at: datetime


def left_behind(folder: Path, guide: Guide) -> list[Recovered]:
    """Return what programs that no longer live have left in a folder, the newest first.

    A journal without a whole edit holds nothing that its plan's file does not: it is removed.
    """
    found = []
    for path in _journals(folder):
        if _is_held(path):
            continue
        recovered = read_journal(path, guide)
        if recovered:
            found.append(recovered)
        else:
            discard(path)
    return sorted(found, key=lambda one: one.at, reverse=True)


def in_bin(folder: Path, guide: Guide) -> list[Recovered]:
    """Return what was discarded and can still be had, the newest first."""
    read = (read_journal(path, guide) for path in _journals(folder / BIN))
    return sorted(filter(None, read), key=lambda one: one.at, reverse=True)


def read_journal(path: Path, guide: Guide) -> Recovered | None:
    """Return what a journal holds; None where it is empty, torn at its beginning, or no journal."""
    try:
        records = list(decoded(read_file(path, _MAX_BYTES)))
    except NotRead:
        return None
    plans = list(_plans(records))
    for edits in range(len(plans) - 1, 0, -1):
        try:
            plan = read_plan(plan_bytes(plans[edits]), guide)
        except (PlanFileError, ValueError):  # no plan any more: the edit before it counts
            continue
        file, known = records[0].known.get("file"), records[edits].known
        return Recovered(
            path=path,
            plan=plan,
            file=Path(file) if isinstance(file, str) and file else None,
            edits=edits,
            last=str(known.get("text", "")),
            at=_time(known.get("at")),
        )
    return None


def discard(path: Path) -> None:
    """Put a journal into the bin beside it, where it is kept for 30 days. Raises OSError.

    One that is in the bin already stays there for 30 days more.
    """
    folder = path.parent if path.parent.name == BIN else path.parent / BIN
    folder.mkdir(exist_ok=True, mode=0o700)
    os.replace(path, folder / path.name)
    os.utime(folder / path.name)


def empty_bin(folder: Path, now: datetime) -> None:
    """Remove from the bin what has been in it for 30 days."""
    for path in _journals(folder / BIN):
        try:
            put_in = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if put_in < now - KEPT_FOR:
                path.unlink()
        except OSError:
            continue


def _journals(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except OSError:
        return []


def _is_held(path: Path) -> bool:
    """Tell whether the program that writes it still lives."""
    try:
        file = os.open(path, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return True  # not to be touched, then
    try:
        return not hold(file)
    finally:
        os.close(file)


def _plans(records: list[Record]) -> Iterator[Plan]:
    """Yield the plan after each record, as long as they can be read."""
    plan: Plan | None = None
    for record in records:
        try:
            part = read_fields(record.plan)
            weeks = part.weeks if plan is None else _weeks(record.known["weeks"], plan, part)
            plan = part.replace(weeks=weeks)
        except (PlanFileError, KeyError, TypeError, ValueError):
            return
        yield plan


def _weeks(said: Any, before: Plan, part: Plan) -> tuple[Week, ...]:
    """Put the weeks together: those that were there and the new ones."""
    weeks: list[Week] = []
    used = 0
    for run in said:
        if isinstance(run, int):
            weeks += part.weeks[used : used + run]
            used += run
        else:
            first, count = run
            if not 0 <= first <= first + count <= len(before.weeks):
                raise ValueError("a run of weeks that are not there")
            weeks += before.weeks[first : first + count]
    return tuple(weeks)


def _time(said: Any) -> datetime:
    try:
        found = datetime.fromisoformat(said)
    except (TypeError, ValueError):
        return datetime.fromtimestamp(0, UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)
