"""What is shown of a plan that is kept somewhere: some lines, a picture, what differs in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QImage

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.compare import compare
from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.start.glimpse import Look
from soleus_desktop.ui.start.picture import board_picture
from soleus_desktop.ui.start.words import changed_text

MOST = 60
"""So many differences are told; whoever wants to know more opens the plan."""


class Kept(NamedTuple):
    """One plan: where it lies, its lines (the first is what it is called), and what is told of it.

    `plan` is None as long as it has not been read, and where it cannot be: `told` says why.
    """

    path: Path
    lines: tuple[str, ...]
    told: str = ""
    plan: Plan | None = None
    picture: QImage | None = None


def read_kept(first: Kept, guide: Guide, look: Look, now: Plan, *, former: bool) -> Kept:
    """Return what is to be shown of a plan file, compared with the plan `now`; raises nothing.

    Of a `former` version it is told what has changed since, of another what it has otherwise.
    """
    from soleus_desktop.storage.plan_file import open_plan
    from soleus_desktop.storage.problems import PlanFileError

    try:
        plan = open_plan(first.path, guide)
    except (PlanFileError, OSError) as error:
        return first._replace(told=f"It cannot be read: {error}")
    before, after = (plan, now) if former else (now, plan)
    heading = "What has changed since then:" if former else "It has otherwise:"
    return first._replace(
        plan=plan,
        told=told_of(before, after, guide, heading, "It is the plan as it stands now."),
        picture=board_picture(plan, *look),
    )


def told_of(before: Plan, after: Plan, guide: Guide, heading: str, same: str) -> str:
    """Say what changed from one plan to another, below a heading; or that they are the same."""
    exercises = guide.exercises_of(before) | guide.exercises_of(after)
    names = {name: exercise.name for name, exercise in exercises.items()}
    found = compare(before, after, names)
    if not found:
        return same
    more = [f"and {len(found) - MOST} more"] if len(found) > MOST else []
    return "\n".join([heading, "", *(f"\u2022 {one}" for one in [*found[:MOST], *more])])


def called(plan: Plan, file: Path | None) -> str:
    """Return what to call a plan, on one line."""
    return " ".join(plan.title.split()) or (file.name if file else "Untitled plan")


def when(at: datetime) -> str:
    """Say a time in words, as it was on this machine's clock, to the second where it is near."""
    local = at.astimezone()
    said = changed_text(local.replace(tzinfo=None), datetime.now())
    return f"{said}:{local:%S}" if ":" in said else f"{said} {local:%H:%M}"


def size_text(size: int) -> str:
    """Say how large a file is."""
    return f"{size / 1000:.0f} kB" if size >= 1000 else f"{size} bytes"


def spoken(lines: Sequence[str]) -> str:
    """Say a row for those who do not see it."""
    return "; ".join(filter(None, lines))
