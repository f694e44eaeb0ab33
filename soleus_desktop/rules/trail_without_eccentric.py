"""A trail or ultra runner's plan without a heel drop.

Why: the guide gives heel drops for landing and downhill running, above all to these runners.
Reading: one anywhere in the plan is enough; the athlete's events decide whether it applies.
Fires: an athlete with event "trail" and no heel drop.
Silent: the same with a heel drop; a road runner without one.
Fixes: add one (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.additions import adding
from soleus_desktop.rules.finding import Basis, Digest, Found, Rule

EXERCISE = "eccentric-heel-drop"
EVENTS = {"trail", "ultra"}


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    events = [event for event in basis.athlete.events if event in EVENTS]
    if events and not any(EXERCISE in digest.used for digest in digests):
        values = {"events": " and ".join(events), "a": "an" if events[0] == "ultra" else "a"}
        yield Found(values, adding(basis.guide.exercises[EXERCISE], plan))


RULE = Rule(
    id="trail-without-eccentric",
    severity="hint",
    rests_on=("eccentric-heel-drop.why",),
    messages={
        "": "No heel drop in the plan of {a} {events} runner; the guide recommends it to them "
        "above all, for landing and running downhill."
    },
    help=__doc__,
    of_plan=_check,
    fires_for={"events": tuple(EVENTS)},
)
