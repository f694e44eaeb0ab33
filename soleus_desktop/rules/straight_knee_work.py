"""A custom exercise that is done with a straight knee.

Why: with a straight knee, calf work loads the gastrocnemius.
Reading: what the custom exercise itself states about its knee. A straight one does not count as
    soleus work.
Fires: a custom standing calf raise with its knee marked straight.
Silent: a custom exercise with its knee marked bent.
Fixes: put a bent-knee calf raise in its place (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import change_entry
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    bent = basis.guide.exercises["bent-knee-calf-raise"]
    fix = Fix(
        f"Replace it by a {bent.name.lower()}",
        "ask",
        lambda plan: change_entry(
            plan, entry.id, lambda old: bent.entry(old.id).replace(note=old.note, extra=old.extra)
        ),
    )
    yield Found({"exercise": exercise.name}, (fix,))


RULE = Rule(
    id="straight-knee-work",
    severity="warning",
    rests_on=("principle.knee-bent",),
    messages={
        "": "{exercise}: done with a straight knee; the guide bends it. Straight, it loads the "
        "gastrocnemius, so we do not count it as soleus work."
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: exercise.custom and exercise.knee == "straight",
)
