"""What the start page says of plan files."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from soleus_desktop.plan.model import Plan

if TYPE_CHECKING:
    from soleus_desktop.ui.start.glimpse import Glimpse


def extent_of(plan: Plan) -> str:
    """Say how long a plan is: ``8 weeks · 3 training days a week``, empty weeks left out."""
    weeks = f"{len(plan.weeks)} week{'s' if len(plan.weeks) != 1 else ''}"
    counts = [
        sum(day.kind == "training" and bool(day.entries) for day in week.days)
        for week in plan.weeks
        if any(day.entries for day in week.days)
    ]
    if not any(counts):
        return weeks
    least, most = min(counts), max(counts)
    days = f"{most}" if least == most else f"{least}–{most}"
    return f"{weeks} · {days} training day{'s' if most != 1 else ''} a week"


def changed_text(changed: datetime, now: datetime) -> str:
    """Say when a file was changed, the nearer the closer: ``today 14:05``, ``3 Mar 2026``."""
    days = (now.date() - changed.date()) // timedelta(days=1)
    if days == 0:
        return f"today {changed:%H:%M}"
    if days == 1:
        return f"yesterday {changed:%H:%M}"
    if 1 < days < 7:
        return f"{changed:%A}"
    year = f" {changed.year}" if changed.year != now.year else ""
    return f"{changed.day} {changed:%b}{year}"


def state_text(glimpse: Glimpse) -> str:
    """Say how a plan stands and how many weeks it has."""
    if glimpse.state.kind == "missing":
        return f"{glimpse.state.text} \u2013 Delete takes it off this list"
    weeks = glimpse.extent.partition(" · ")[0]
    return " · ".join(filter(None, (glimpse.state.text, weeks)))


def place_text(glimpse: Glimpse, home: Path) -> str:
    """Say where a plan lies, a person's own folder as ``~``."""
    path = glimpse.path
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def spoken_template(glimpse: Glimpse) -> str:
    """Say a template for those who do not see it."""
    told = (glimpse.state.text, glimpse.reason) if glimpse.reason else (glimpse.about,)
    yours = "yours" if glimpse.own else ""
    return "; ".join(filter(None, (glimpse.title, yours, glimpse.extent, *told)))


def spoken_recent(glimpse: Glimpse) -> str:
    """Say a recent plan for those who do not see it."""
    changed = changed_text(glimpse.changed, datetime.now()) if glimpse.changed else ""
    told = (
        glimpse.title,
        glimpse.athlete and f"for {glimpse.athlete}",
        state_text(glimpse),
        changed and f"changed {changed}",
        str(glimpse.path),
    )
    return "; ".join(filter(None, told))
