"""The help of a rule, taken apart: what the window and a book of rules set in their own way."""

from __future__ import annotations

import re
from typing import NamedTuple

from soleus_desktop.rules.finding import Rule

_PART = re.compile(r"^(Why|Reading|Fires|Silent|Fixes): ", re.MULTILINE)


class Explained(NamedTuple):
    """What a rule finds, why, how we read the guide, an example of each kind, what mends it."""

    title: str
    why: str
    reading: str
    fires: str
    silent: str
    fixes: str


def explained(rule: Rule) -> Explained:
    """Return a rule's help in parts, each on one line."""
    _, *parts = _PART.split(rule.help)
    said = {
        name.lower(): " ".join(text.split())
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }
    return Explained(rule.title, **said)
