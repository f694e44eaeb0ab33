"""Edits for hypothesis: whatever a person can do to this plan, drawn at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from soleus_desktop.plan import bounds, edits
from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.model import Entry, Plan, Waiver, Week
from soleus_desktop.plan.place import Slot
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.table import BY_ID
from tests.build import GUIDE
from tests.strategies import ATHLETES, LOADS, TEMPOS

STAGE = st.none() | st.sampled_from(bounds.STAGES)
LOAD = st.none() | LOADS


@st.composite
def edits_of(draw: st.DrawFn, plan: Plan) -> Edit:
    """Draw an edit of this plan; one that changes something in most cases."""
    of_entries = (_set, _move, _copy, _delete, _mend) if edits.entry_ids(plan) else ()
    of_weeks = (_add, _day, _delete_week, _duplicate, _move_week) if plan.weeks else ()
    of_own = (_own,) if plan.exercises else ()
    kind = draw(st.sampled_from((*of_entries, *of_weeks, *of_own, _insert, _athlete, _waive)))
    return kind(draw, plan)


def slots(draw: st.DrawFn, plan: Plan) -> Slot:
    """Draw a place to put something: between entries, before or behind all."""
    week = draw(st.integers(0, len(plan.weeks) - 1))
    day = draw(st.integers(0, 6))
    return Slot(week, day, draw(st.integers(0, len(plan.weeks[week].days[day].entries))))


def entry_id(draw: st.DrawFn, plan: Plan) -> str:
    return draw(st.sampled_from(sorted(edits.entry_ids(plan))))


def _set(draw: st.DrawFn, plan: Plan) -> Edit:
    changes: dict[str, Any] = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "stage": STAGE,
                "load": LOAD,
                "tempo": st.none() | TEMPOS,
                "knee_bend_deg": st.none() | st.integers(0, 120),
                "per_leg": st.booleans(),
            },
        )
    )
    name = entry_id(draw, plan)
    return lambda plan: edits.set_entry(plan, name, **changes)


def _move(draw: st.DrawFn, plan: Plan) -> Edit:
    name, slot = entry_id(draw, plan), slots(draw, plan)
    return lambda plan: edits.move_entry(plan, name, slot)


def _copy(draw: st.DrawFn, plan: Plan) -> Edit:
    name, slot = entry_id(draw, plan), slots(draw, plan)
    return lambda plan: edits.copy_entry(plan, name, slot)


def _delete(draw: st.DrawFn, plan: Plan) -> Edit:
    name = entry_id(draw, plan)
    return lambda plan: edits.delete_entry(plan, name)


def _mend(draw: st.DrawFn, plan: Plan) -> Edit:
    fixes = [fix for finding in check(plan, GUIDE).findings for fix in finding.fixes]
    return draw(st.sampled_from(fixes)).edit if fixes else _delete(draw, plan)


def _add(draw: st.DrawFn, plan: Plan) -> Edit:
    exercise = draw(st.sampled_from(list(GUIDE.exercises_of(plan).values())))
    entry: Entry = exercise.entry(edits.fresh_id(plan))
    slot = slots(draw, plan)
    return lambda plan: edits.add_entry(plan, slot, entry, exercise.day_kind)


def _day(draw: st.DrawFn, plan: Plan) -> Edit:
    slot, kind = slots(draw, plan), draw(st.sampled_from(bounds.DAY_KINDS))
    return lambda plan: edits.set_day(plan, slot.week, slot.day, kind=kind)


def _insert(draw: st.DrawFn, plan: Plan) -> Edit:
    at = draw(st.integers(0, len(plan.weeks)))
    return lambda plan: edits.insert_week(plan, at, Week())


def _duplicate(draw: st.DrawFn, plan: Plan) -> Edit:
    week = slots(draw, plan).week
    return lambda plan: edits.duplicate_week(plan, week)


def _delete_week(draw: st.DrawFn, plan: Plan) -> Edit:
    week = slots(draw, plan).week
    return lambda plan: edits.delete_week(plan, week)


def _move_week(draw: st.DrawFn, plan: Plan) -> Edit:
    week, to = slots(draw, plan).week, draw(st.integers(0, len(plan.weeks) - 1))
    return lambda plan: edits.insert_week(edits.delete_week(plan, week), to, plan.weeks[week])


def _athlete(draw: st.DrawFn, plan: Plan) -> Edit:
    athlete = draw(ATHLETES)
    return lambda plan: plan.replace(athlete=athlete)


def _own(draw: st.DrawFn, plan: Plan) -> Edit:
    """Change how a custom exercise is judged."""
    at = draw(st.integers(0, len(plan.exercises) - 1))
    changes = draw(
        st.sampled_from(({"knee": "straight"}, {"knee": "bent"}, {"ranges": {"sets": [2, 3]}}))
    )
    changed = plan.exercises[at].replace(name="Changed", **changes)
    exercises = (*plan.exercises[:at], changed, *plan.exercises[at + 1 :])
    return lambda plan: plan.replace(exercises=exercises)


def _waive(draw: st.DrawFn, plan: Plan) -> Edit:
    """Waive a finding where it stands, or wherever; or take a waiver back."""
    if plan.waivers and draw(st.booleans()):
        gone = draw(st.sampled_from(plan.waivers))
        return lambda plan: edits.unwaive(plan, gone)
    places: list[dict[str, Any]] = [{}, {"week": draw(st.integers(1, bounds.MAX_WEEKS))}]
    if edits.entry_ids(plan):
        places.append({"entry": entry_id(draw, plan)})
    rule = draw(st.sampled_from(sorted(BY_ID)))
    waiver = Waiver(rule=rule, reason="meant so", **draw(st.sampled_from(places)))
    return lambda plan: edits.waive(plan, waiver)
