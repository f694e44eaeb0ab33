"""The fields for the numbers of a dose, of a tempo and the rest, as the plan bounds them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, get_args

from soleus_desktop.plan import bounds
from soleus_desktop.plan.words import THIN
from soleus_desktop.ui.widgets.number_field import NumberField


class DoseField(NamedTuple):
    """A number of a dose: its field in the plan, what to call it, how to make a field for it."""

    name: str
    label: str
    make: Callable[[], NumberField]


def within(annotation: Any) -> bounds.Within:
    """Return the bounds of a number of the plan."""
    found: bounds.Within = get_args(annotation)[1]
    return found


def bounded(annotation: Any, **form: Any) -> NumberField:
    """Return a field for a number of the plan, which lets nothing in that the plan refuses."""
    return NumberField(*within(annotation), **form)


_COUNT = partial(bounded, bounds.Count, whole=True)

DOSE: tuple[DoseField, ...] = (
    DoseField("sets", "&Sets", _COUNT),
    DoseField("reps", "Repetitio&ns", _COUNT),
    DoseField("seconds", "Se&conds", partial(bounded, bounds.Seconds, unit=f"{THIN}s", step=5)),
    DoseField("steps", "S&teps", _COUNT),
    DoseField("minutes", "Minu&tes", partial(bounded, bounds.Minutes, unit=f"{THIN}min")),
    DoseField(
        "incline_pct", "In&cline", partial(bounded, bounds.Incline, unit=f"{THIN}%", step=0.5)
    ),
)
