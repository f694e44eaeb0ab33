"""Saves a plan and keeps what it was before: the way the window saves."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from os import PathLike
from os import path as paths
from pathlib import Path

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import sweep, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.placing import digest_of
from soleus_desktop.storage.plan_file import Saved, bytes_to_save, leave_newer_alone
from soleus_desktop.storage.syntax import MAX_BYTES
from soleus_desktop.storage.versions import keep_version, key_of
from soleus_desktop.storage.writer import plan_bytes


def keep_unsaved(plan: Plan, path: str | PathLike[str] | None, versions: Path) -> None:
    """Keep a plan as it stands as a version, without a file. Raises OSError, ValueError."""
    if plan.id or path:
        key = key_of(plan, path or "")
        keep_version(versions, key, plan_bytes(plan), datetime.now(UTC))


def save_and_keep(
    plan: Plan,
    path: str | PathLike[str],
    guide: Guide,
    expected: bytes | None,
    versions: Path | None,
) -> Saved:
    """Save as `save_plan` does; keep the file as it was and as it is now in `versions`.

    What keeps versions from being kept does not keep the plan from being saved. Raises NotWritten.
    """
    data = bytes_to_save(plan, path, guide)
    before = None
    with suppress(NotRead):
        before = read_file(path, MAX_BYTES)
        leave_newer_alone(path, before, expected)
    saved = Saved(digest_of(data), write_file(path, data, expected))
    if versions is not None:
        with suppress(OSError):
            for version in (before, data):
                if version:
                    keep_version(versions, key_of(plan, path), version, datetime.now(UTC))
    sweep(paths.dirname(paths.realpath(path)))
    return saved
