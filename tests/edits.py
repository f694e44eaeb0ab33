"""Edits for hypothesis: whatever a person can do to this plan, drawn at random."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from soleus_desktop.guide.replace import replaced
from soleus_desktop.plan import bounds, edits
from soleus_desktop.plan.block import (
    block_of_days,
    block_of_entries,
    move_days,
    paste_days,
    shift_entries,
)
from soleus_desktop.plan.days import clear_days, insert_rest_day, swap_days
from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.many import (
    all_entries,
    copy_entries,
    delete_entries,
    find_entries,
    move_entries,
    set_entries,
)
from soleus_desktop.plan.model import Entry, Plan, Waiver, Week
from soleus_desktop.plan.own import change_exercise, days_with, delete_exercise, with_exercise
from soleus_desktop.plan.place import Slot, find_entry
from soleus_desktop.plan.weeks import (
    copy_layout,
    delete_weeks,
    duplicate_weeks,
    insert_weeks,
    move_weeks,
    replace_weeks,
)
from soleus_desktop.planner.progress import Progress, applied, progress
from soleus_desktop.rules.engine import check, fix_all
from soleus_desktop.rules.table import BY_ID
from tests.build import GUIDE
from tests.strategies import ATHLETES, DOSES, LOADS, TEMPOS, custom_exercises, numbers, texts

STAGE = st.none() | st.sampled_from(bounds.STAGES)
LOAD = st.none() | LOADS
RESTS = st.none() | numbers(0, 3600)


@st.composite
def edits_of(draw: st.DrawFn, plan: Plan) -> Edit:
    """Draw an edit of this plan; one that changes something in most cases."""
    of_entries = (_set, _move, _copy, _delete, _mend) if edits.entry_ids(plan) else ()
    of_weeks = (_add, _day, _delete_week, _duplicate, _move_week) if plan.weeks else ()
    of_entries += (_many,) * 4 if edits.entry_ids(plan) else ()
    of_weeks += (_days, _days, _weeks, _weeks) if plan.weeks else ()
    of_entries += (_dose, _progress, _fix_all) if edits.entry_ids(plan) else ()
    of_weeks += (_told,) if plan.weeks else ()
    of_own = (_own,) if plan.exercises else (_made,)
    of_plan = (_insert, _athlete, _waive, _headed)
    kind = draw(st.sampled_from((*of_entries, *of_weeks, *of_own, *of_plan)))
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


def _dose(draw: st.DrawFn, plan: Plan) -> Edit:
    """Change numbers and note of one entry, as the inspector does."""
    entry = draw(st.sampled_from(list(all_entries(plan))))
    dose, rest_s, note = draw(DOSES[entry.dose.type]), draw(RESTS), draw(texts())
    return lambda plan: edits.set_entry(plan, entry.id, dose=dose, rest_s=rest_s, note=note)


def _progress(draw: st.DrawFn, plan: Plan) -> Edit:
    """Let an exercise go on over weeks, some of them repeated, stepped back in or set by hand."""
    known = GUIDE.exercises_of(plan)
    entry = draw(st.sampled_from(list(all_entries(plan))))
    made = progress(plan, known[entry.exercise], range(len(plan.weeks)), add=draw(st.booleans()))
    assert made
    row = draw(st.integers(0, len(made.rows) - 1))
    how: tuple[Progress, ...] = (made, made.repeated(row), made.regressed(row))
    chosen = draw(st.sampled_from((*how, made.edited(row, made.start))))
    return lambda plan: applied(plan, [chosen])


def _fix_all(draw: st.DrawFn, plan: Plan) -> Edit:
    return lambda plan: fix_all(plan, GUIDE)


def _told(draw: st.DrawFn, plan: Plan) -> Edit:
    """Write a label or a note: of a week, of a day."""
    (week, day, _), text = slots(draw, plan), draw(texts())
    choices: list[Edit] = [
        lambda plan: edits.set_week(plan, week, label=text),
        lambda plan: edits.set_week(plan, week, note=text),
        lambda plan: edits.set_day(plan, week, day, note=text),
        lambda plan: edits.change_days(
            plan, lambda _week, at, old: old.replace(note=text) if at == day else old
        ),
    ]
    return draw(st.sampled_from(choices))


def _headed(draw: st.DrawFn, plan: Plan) -> Edit:
    """Change what stands above all weeks."""
    title, start = draw(texts()), draw(st.none() | st.just("2026-03-02"))
    return draw(
        st.sampled_from(
            [
                lambda plan: plan.replace(title=title, notes=title, coach=title),
                lambda plan: plan.replace(start=start),
                lambda plan: edits.set_athlete(plan, name=title),
            ]
        )
    )


def _made(draw: st.DrawFn, plan: Plan) -> Edit:
    made = draw(custom_exercises())
    return lambda plan: with_exercise(plan, made)


def _own(draw: st.DrawFn, plan: Plan) -> Edit:
    """Change how a custom exercise is judged, or delete one that is not used."""
    own = draw(st.sampled_from(plan.exercises))
    if not days_with(plan, own.id) and draw(st.booleans()):
        return lambda plan: delete_exercise(plan, own.id)
    changes = draw(
        st.sampled_from(({"knee": "straight"}, {"knee": "bent"}, {"ranges": {"sets": [2, 3]}}))
    )
    return lambda plan: change_exercise(plan, own.replace(name="Changed", **changes))


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


def entry_ids(draw: st.DrawFn, plan: Plan) -> frozenset[str]:
    """Draw some of the plan's entries, one at least."""
    names = st.sampled_from(sorted(edits.entry_ids(plan)))
    return frozenset(draw(st.sets(names, min_size=1, max_size=6)))


def days(draw: st.DrawFn, plan: Plan) -> frozenset[tuple[int, int]]:
    """Draw some of the plan's days, one at least."""
    numbers = st.integers(0, 7 * len(plan.weeks) - 1)
    return frozenset(divmod(at, 7) for at in draw(st.sets(numbers, min_size=1, max_size=4)))


def week_numbers(draw: st.DrawFn, plan: Plan) -> frozenset[int]:
    """Draw some of the plan's weeks, one at least."""
    return frozenset(draw(st.sets(st.integers(0, len(plan.weeks) - 1), min_size=1, max_size=3)))


def _many(draw: st.DrawFn, plan: Plan) -> Edit:
    """Do something to many entries."""
    ids, slot = entry_ids(draw, plan), slots(draw, plan)
    other = draw(st.sampled_from(list(GUIDE.exercises_of(plan).values())))
    room = 7 * len(plan.weeks) - 1 - block_of_entries(plan, ids)[-1].offset
    first = min(7 * at.week + at.day for at in _slots_of(plan, ids))
    by = draw(st.integers(0, room)) - first
    choices: list[Edit] = [
        lambda plan: delete_entries(plan, ids),
        lambda plan: move_entries(plan, ids, slot),
        lambda plan: copy_entries(plan, ids, slot, "recovery"),
        lambda plan: set_entries(plan, ids, lambda entry: replaced(entry, other)),
        lambda plan: paste_days(plan, *slot[:2], block_of_entries(plan, ids), slot.position),
        lambda plan: shift_entries(plan, ids, by),
    ]
    return draw(st.sampled_from(choices))


def _slots_of(plan: Plan, ids: frozenset[str]) -> list[Slot]:
    return [find_entry(plan, entry.id)[0] for entry in find_entries(plan, ids)]  # type: ignore[index]


def _days(draw: st.DrawFn, plan: Plan) -> Edit:
    """Do something to days."""
    chosen, (week, day, _), other = days(draw, plan), slots(draw, plan), slots(draw, plan)
    choices: list[Edit] = [
        lambda plan: insert_rest_day(plan, week, day),
        lambda plan: swap_days(plan, (week, day), other[:2]),
        lambda plan: clear_days(plan, chosen),
        lambda plan: move_days(plan, chosen, week, day),
        lambda plan: paste_days(plan, week, day, block_of_days(plan, chosen)),
    ]
    return draw(st.sampled_from(choices))


def _weeks(draw: st.DrawFn, plan: Plan) -> Edit:
    """Do something to weeks."""
    chosen = week_numbers(draw, plan)
    week, to = slots(draw, plan).week, draw(st.integers(0, len(plan.weeks)))
    times, over = draw(st.integers(1, 2)), draw(st.booleans())
    known = GUIDE.exercises_of(plan)
    default = draw(st.sampled_from((None, lambda entry: known[entry.exercise].entry(entry.id))))
    own = [plan.weeks[number] for number in sorted(chosen)]
    target = draw(st.none() | st.integers(0, len(plan.weeks) - 1))
    choices: list[Edit] = [
        lambda plan: move_weeks(plan, chosen, to),
        lambda plan: duplicate_weeks(plan, chosen, times, over_empty=over),
        lambda plan: delete_weeks(plan, chosen),
        lambda plan: insert_weeks(plan, to, own),
        lambda plan: replace_weeks(plan, to, own),
        lambda plan: copy_layout(plan, week, default, target),
    ]
    return draw(st.sampled_from(choices))
