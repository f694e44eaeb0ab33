"""Which checks look at what is said of the athlete, and whether they find more or less for it."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.rules.finding import Rule
from soleus_desktop.rules.table import RULES


class Heeding(NamedTuple):
    """The rules that find more, and those that find less, where something is so."""

    fires: tuple[Rule, ...]
    silent: tuple[Rule, ...]

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All that judge otherwise."""
        return (*self.fires, *self.silent)


def heeding(field: str, value: object) -> Heeding:
    """Return what changes where this field of the athlete is, or holds, this."""
    return Heeding(
        tuple(rule for rule in RULES if value in rule.fires_for.get(field, ())),
        tuple(rule for rule in RULES if value in rule.silent_for.get(field, ())),
    )
