"""A plan without an isometric hold for an athlete with Achilles or calf trouble.

Why: the guide gives holds to these runners above all, for strength and tendon health.
Reading: the concerns "achilles", "insertional-achilles" and "calf"; one hold anywhere is enough.
Fires: an athlete with the concern "achilles" and no isometric hold.
Silent: the same with a hold; an athlete with knee trouble alone.
Fixes: add one (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.additions import adding
from soleus_desktop.rules.finding import Basis, Digest, Found, Rule

EXERCISE = "isometric-hold"
TROUBLE = {"achilles": "Achilles", "insertional-achilles": "insertional Achilles", "calf": "calf"}


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    concerns = [TROUBLE[concern] for concern in basis.athlete.concerns if concern in TROUBLE]
    if concerns and not any(EXERCISE in digest.used for digest in digests):
        values = {"concerns": " and ".join(concerns)}
        yield Found(values, adding(basis.guide.exercises[EXERCISE], plan))


RULE = Rule(
    id="tendon-without-isometric",
    severity="hint",
    rests_on=("isometric-hold.why",),
    messages={
        "": "No isometric hold in the plan of an athlete with {concerns} trouble; the guide "
        "recommends it to them above all, for strength and tendon health."
    },
    help=__doc__,
    of_plan=_check,
    fires_for={"concerns": tuple(TROUBLE)},
)
