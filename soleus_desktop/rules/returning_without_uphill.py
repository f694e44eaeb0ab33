"""A plan without an uphill walk for an athlete returning from injury.

Why: walking uphill is low in impact and long under tension; the guide names this athlete for it.
Reading: one walk anywhere in the plan is enough.
Fires: an athlete returning from injury and no uphill walk.
Silent: the same with a walk; any other athlete without one.
Fixes: add one (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.additions import adding
from soleus_desktop.rules.finding import Basis, Digest, Found, Rule

EXERCISE = "uphill-walk"


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    returning = basis.athlete.returning_from_injury
    if returning and not any(EXERCISE in digest.used for digest in digests):
        yield Found(fixes=adding(basis.guide.exercises[EXERCISE], plan))


RULE = Rule(
    id="returning-without-uphill",
    severity="hint",
    rests_on=("uphill-walk.when",),
    messages={
        "": "No uphill walk in the plan of an athlete returning from injury; the guide names it "
        "for the way back: low in impact, high in muscular demand."
    },
    help=__doc__,
    of_plan=_check,
    fires_for={"returning_from_injury": (True,)},
)
