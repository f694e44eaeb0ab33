"""A plan without a bent-knee calf raise.

Why: the guide calls it the cornerstone of soleus strength.
Reading: one anywhere in the plan is enough; a plan of no entries has nothing to check.
Fires: four weeks of seated raises alone.
Silent: the same with a bent-knee calf raise in week 1.
Fixes: add one (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.additions import adding
from soleus_desktop.rules.finding import Basis, Digest, Found, Rule

EXERCISE = "bent-knee-calf-raise"


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    if not any(EXERCISE in digest.used for digest in digests):
        yield Found(fixes=adding(basis.guide.exercises[EXERCISE], plan))


RULE = Rule(
    id="cornerstone-missing",
    severity="hint",
    rests_on=("bent-knee-calf-raise.cornerstone",),
    messages={
        "": "No bent-knee calf raise in the plan; the guide calls it the cornerstone of soleus "
        "strength."
    },
    help=__doc__,
    of_plan=_check,
)
