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
from functools import partial

from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Entry, Load, Plan
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.words import THIN, load, number
from soleus_desktop.rules.finding import Basis, Digest, Fix, Found, Rule


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    for week, digest in enumerate(digests):
        easy_day = digest.easy_hold_day
        if digest.loaded_hold:
            day, entry, carried = digest.loaded_hold
            if easy_day is None or easy_day >= day:
                yield _loaded(Place(week, day, entry.id), entry, carried, basis)
            return
        if easy_day is not None:
            return


def _loaded(place: Place, entry: Entry, carried: Load, basis: Basis) -> Found:
    easy_s = basis.guide.exercises[entry.exercise].ranges["seconds"].most
    values = {"load": load(carried, basis.athlete.unit), "easy": f"{number(easy_s)}{THIN}s"}
    fix = Fix("Take the load away", "ask", partial(set_entry, entry_id=entry.id, load=None))
    return Found(values, (fix,), place=place, exercise=entry.exercise)


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
