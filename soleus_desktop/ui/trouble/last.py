"""What was done last, for the report of an error: ids of actions, never a word of a plan."""

from __future__ import annotations

from collections import deque

MOST = 20


class LastActions:
    """The ids of the actions done last."""

    def __init__(self) -> None:
        self._ids: deque[str] = deque(maxlen=MOST)

    def note(self, name: str) -> None:
        """Note that an action was done."""
        self._ids.append(name)

    def __str__(self) -> str:
        return ", ".join(self._ids) or "none"


LAST_ACTIONS = LastActions()
"""Of all windows: an error tells none apart."""
