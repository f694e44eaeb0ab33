"""Where a fix puts an exercise that is missing: the day of the plan that suits it best."""

from __future__ import annotations

from collections.abc import Iterable

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import MAX_ENTRIES
from soleus_desktop.plan.edits import add_entry, fresh_id
from soleus_desktop.plan.model import Entry, Plan, Week
from soleus_desktop.plan.place import DAY_NAMES, Slot
from soleus_desktop.rules.finding import Fix

MIDWEEK = 2


def adding(exercise: Exercise, plan: Plan, weeks: Iterable[int] | None = None) -> tuple[Fix, ...]:
    """Return a fix that adds the exercise to the best day of these weeks (all, if not given).

    The best day has the kind the exercise belongs to, else it is a free rest day, else the first
    with room. No fix where every day is full.
    """
    indices = list(range(len(plan.weeks)) if weeks is None else weeks)
    slots = [(w, d) for w in indices for d in _ranked_days(plan.weeks[w], exercise)]
    if not slots:
        return ()
    kinds = {(w, d): plan.weeks[w].days[d].kind for w, d in slots}
    week, day = next((at for at in slots if kinds[at] == exercise.day_kind), slots[0])
    return (
        Fix(
            f"Add {_article(exercise)} to week {week + 1}, {DAY_NAMES[day]}",
            "ask",
            lambda changed: put(changed, week, day, exercise),
        ),
    )


def put(plan: Plan, week: int, day: int, exercise: Exercise, like: Entry | None = None) -> Plan:
    """Return the plan with the exercise at the end of a day, with the dose of `like` if given."""
    entry_id = fresh_id(plan)
    entry = like.replace(id=entry_id) if like else exercise.entry(entry_id)
    end = len(plan.weeks[week].days[day].entries)
    return add_entry(plan, Slot(week, day, end), entry, exercise.day_kind)


def _ranked_days(week: Week, exercise: Exercise) -> list[int]:
    """Days with room: of the right kind first, then free rest days from midweek on, then others."""

    def rank(day: int) -> tuple[bool, bool, int]:
        here = week.days[day]
        free = here.kind == "rest" and not here.entries
        return (here.kind != exercise.day_kind, not free, (day - MIDWEEK) % 7 if free else day)

    with_room = [day for day in range(7) if len(week.days[day].entries) < MAX_ENTRIES]
    return sorted(with_room, key=rank)


def _article(exercise: Exercise) -> str:
    name = exercise.name[0].lower() + exercise.name[1:]
    return f"an {name}" if name[0] in "aeio" else f"a {name.replace(', bent knee', '')}"
