"""The formats that a plan can be given away in, as a table: window and command line read it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from soleus_desktop.exchange.spreadsheet import spreadsheet
from soleus_desktop.exchange.text import markdown, plain_text
from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Plan

Exercises = dict[str, Exercise]


class Format(NamedTuple):
    """A format: its file ending, what people call it, and how it is made (`made` is now)."""

    ending: str
    name: str
    make: Callable[[Plan, Exercises, datetime], bytes]


def _calendar(plan: Plan, exercises: Exercises, made: datetime) -> bytes:
    from soleus_desktop.exchange.calendar import calendar  # its library takes long to load

    return calendar(plan, exercises, made)


FORMATS: dict[str, Format] = {
    "ics": Format(".ics", "Calendar", _calendar),
    "csv": Format(".csv", "Spreadsheet", lambda plan, known, _: spreadsheet(plan, known)),
    "txt": Format(".txt", "Text", lambda plan, known, _: plain_text(plan, known).encode()),
    "md": Format(".md", "Markdown", lambda plan, known, _: markdown(plan, known).encode()),
}
"""Every format by its short name. Making one may raise ValueError with the reason in words."""
