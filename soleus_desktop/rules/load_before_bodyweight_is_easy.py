"""An isometric hold with a load before body weight has become easy.

Why: the guide adds load to the hold once body weight is easy.
Reading: "easy" is a hold without load at the top of the range, 60 s or more, on an earlier day.
    Said once, at the first loaded hold.
Fires: holds of 45 s in week 1, a hold with 10 kg in week 2.
Silent: a hold of 60 s without load in week 1, a hold with 10 kg in week 2.
Fixes: take the load away (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Hold, Plan
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.words import THIN, load, number
from soleus_desktop.rules.finding import Basis, Digest, Fix, Found, Rule


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    easy_s = basis.guide.exercises["isometric-hold"].ranges["seconds"].most
    easy_on: tuple[int, int] | None = None
    for week, digest in enumerate(digests):
        for day, entry in digest.holds:
            if entry.load is None:
                reached = isinstance(entry.dose, Hold) and entry.dose.seconds >= easy_s
                easy_on = easy_on or ((week, day) if reached else None)
            elif easy_on is None or easy_on == (week, day):
                fix = Fix(
                    "Take the load away",
                    "ask",
                    lambda plan, held=entry.id: set_entry(plan, held, load=None),  # type: ignore[misc]
                )
                values = {"load": load(entry.load), "easy": f"{number(easy_s)}{THIN}s"}
                place = Place(week, day, entry.id)
                yield Found(values, (fix,), place=place, exercise=entry.exercise)
                return
            else:
                return


RULE = Rule(
    id="load-before-bodyweight-is-easy",
    severity="warning",
    rests_on=("isometric-hold.options",),
    messages={
        "": "Isometric hold with {load} before body weight is easy; the guide adds load once it "
        "is. We read easy as a hold of {easy} without load on an earlier day."
    },
    help=__doc__,
    of_plan=_check,
)
