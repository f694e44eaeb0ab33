"""Weights in the unit that a person reads them in. A plan holds kilograms, whatever is shown."""

from __future__ import annotations

from soleus_desktop.plan.bounds import Units

KG_PER_LB = 0.45359237
"""The international pound, by definition."""


def shown_weight(kg: float, units: Units) -> float:
    """Return a weight in these units; pounds to a tenth, so that 11.34 kg is 25 lb again."""
    return kg if units == "kg" else round(kg / KG_PER_LB, 1)


def kilograms(weight: float, units: Units) -> float:
    """Return a weight given in these units in kilograms; what was pounds, to a hundredth."""
    return weight if units == "kg" else round(weight * KG_PER_LB, 2)
