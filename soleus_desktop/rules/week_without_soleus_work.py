"""A week in which nothing loads the soleus.

Why: the guide wants the load on the soleus to be consistent.
Reading: consistent means something in every week. Every exercise of the guide loads the soleus, and
    so does a custom one whose knee is bent. A plan of no entries at all has nothing to check.
Fires: week 2 of four is empty, or holds nothing but straight-knee work.
Silent: one uphill walk in the week.
Fixes: add a bent-knee calf raise to the week, at the stage that was reached before it (ask).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.edits import add_entry, fresh_id
from soleus_desktop.plan.model import Entry, Plan, Week
from soleus_desktop.plan.place import DAY_NAMES, Slot
from soleus_desktop.rules.additions import best_day, with_article
from soleus_desktop.rules.finding import Basis, Digest, Fix, Found, Rule
from soleus_desktop.rules.stages import good_load


def _check(index: int, week: Week, digest: Digest, basis: Basis) -> Iterator[Found]:
    if not digest.loads_soleus:
        bent = basis.guide.exercises["bent-knee-calf-raise"]
        yield Found({"number": index + 1}, _adding(index, week, bent))


def _adding(index: int, week: Week, bent: Exercise) -> tuple[Fix, ...]:
    at = best_day((week,), bent)
    if at is None:
        return ()
    title = f"Add {with_article(bent)} on {DAY_NAMES[at[1]]}"
    return (Fix(title, "ask", partial(_add, index=index, day=at[1], bent=bent)),)


def _add(plan: Plan, index: int, day: int, bent: Exercise) -> Plan:
    entry = bent.entry(fresh_id(plan))
    if latest := _latest(plan.weeks[:index]):
        load = good_load(latest.load, bent) if latest.stage == "weighted" else None
        entry = entry.replace(stage=latest.stage, load=load)
    end = Slot(index, day, len(plan.weeks[index].days[day].entries))
    return add_entry(plan, end, entry, bent.day_kind)


def _latest(weeks: tuple[Week, ...]) -> Entry | None:
    """Return the raise at the furthest stage of the last day with one, so that none is dropped."""
    for week in reversed(weeks):
        for day in reversed(week.days):
            raises = [e for e in day.entries if e.exercise == "bent-knee-calf-raise" and e.stage]
            if raises:
                return max(raises, key=_rank)
    return None


def _rank(entry: Entry) -> int:
    return STAGES.index(entry.stage) if entry.stage else -1


RULE = Rule(
    id="week-without-soleus-work",
    severity="warning",
    rests_on=("principle.consistent",),
    messages={
        "": "Week {number}: nothing loads the soleus; the guide wants its load to be consistent. "
        "We read that as something in every week."
    },
    help=__doc__,
    of_week=_check,
)
