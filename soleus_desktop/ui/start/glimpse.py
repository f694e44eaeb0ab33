"""What the start page shows of a plan file: read, checked and pictured in one go, in a thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from soleus_desktop.guide.model import Guide
from soleus_desktop.rules.engine import check
from soleus_desktop.ui.start.picture import board_picture
from soleus_desktop.ui.start.words import extent_of
from soleus_desktop.ui.status import State, state_of
from soleus_desktop.ui.theme import Theme

NOT_YET = State("nothing", "")
MISSING = State("missing", "Not found")
UNREADABLE = State("unreadable", "Cannot be read")


class Look(NamedTuple):
    """How a picture is to be painted; `size` in logical pixels."""

    theme: Theme
    size: QSize
    ratio: float


@dataclass(frozen=True)
class Glimpse:
    """A plan file at a glance. Before it has been read there is a title alone.

    `about` is a sentence on the plan, `extent` its weeks and days; `own` marks a template that a
    person made. `reason` says why it cannot be read. `stamp` tells whether the file is still the
    one that was read.
    """

    path: Path
    title: str
    about: str = ""
    own: bool = False
    state: State = NOT_YET
    athlete: str = ""
    extent: str = ""
    changed: datetime | None = None
    picture: QImage | None = None
    reason: str = ""
    stamp: tuple[int, int] | None = None


def take_glimpse(first: Glimpse, guide: Guide, look: Look, known: Glimpse | None) -> Glimpse:
    """Return what is to be shown of a file, with `first` known of it; what it is raises nothing.

    `known`, read before, is returned as it is where the file has not changed since. May take long:
    a file may lie on another machine.
    """
    from soleus_desktop.storage.plan_file import open_plan
    from soleus_desktop.storage.problems import PlanFileError

    try:
        stat = first.path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return replace(first, state=MISSING)
    except (OSError, ValueError) as error:
        return replace(first, state=UNREADABLE, reason=str(error))
    stamp = (stat.st_mtime_ns, stat.st_size)
    if known and known.stamp == stamp:
        return known
    dated = replace(first, changed=datetime.fromtimestamp(stat.st_mtime), stamp=stamp)
    try:
        plan = open_plan(first.path, guide)
    except (PlanFileError, OSError) as error:
        return replace(dated, state=UNREADABLE, reason=str(error))
    return replace(
        dated,
        title=" ".join(plan.title.split()) or first.path.stem,
        about=plan.notes.strip().partition("\n")[0],
        state=state_of(plan, check(plan, guide)),
        athlete=" ".join(plan.athlete.name.split()),
        extent=extent_of(plan),
        picture=board_picture(plan, *look),
    )
