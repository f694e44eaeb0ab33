"""Edits of 200 entries at once in a plan of 260 weeks, against one entry; and a comparison.

Run: ``python -m tests.bench.bench_edits``
"""

from __future__ import annotations

from collections.abc import Callable

from soleus_desktop.guide.model import Guide
from soleus_desktop.guide.replace import replaced
from soleus_desktop.plan import edits
from soleus_desktop.plan.block import block_of_days, block_of_entries, paste_days, shift_entries
from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.days import insert_rest_day, swap_days
from soleus_desktop.plan.many import (
    all_entries,
    copy_entries,
    delete_entries,
    move_entries,
    set_entries,
)
from soleus_desktop.plan.model import Plan, Week
from soleus_desktop.plan.place import Slot
from soleus_desktop.plan.weeks import delete_weeks, duplicate_weeks, move_weeks
from tests.bench.timing import in_turn, report
from tests.bench.year import the_guide, year

ROUNDS = 20


def main() -> None:
    """Measure and print, for 200 entries that stand together and 200 strewn over the plan."""
    guide = the_guide()
    plan = year(guide, MAX_WEEKS - 10)
    plan = plan.replace(weeks=(*plan.weeks, *(Week(),) * 5))
    ids = [entry.id for entry in all_entries(plan)]
    step = len(ids) // 200
    for where, chosen in (("together", ids[-200:]), ("strewn", ids[: 200 * step : step])):
        report(
            f"200 entries, {where}, of a plan of 255 weeks",
            in_turn(many(plan, guide, chosen), ROUNDS),
            "set one",
            "each 16 ms",
        )
    report("Days and weeks of the same plan", in_turn(larger(plan), ROUNDS), "set one")


def many(plan: Plan, guide: Guide, ids: list[str]) -> dict[str, Callable[[], object]]:
    """Return edits of these entries; a day holds 50, so moving to one takes 40 of them."""
    block, seated = block_of_entries(plan, ids), guide.exercises["seated-calf-raise"]
    empty = Slot(len(plan.weeks) - 1, 0, 0)
    earlier = ids[0] == "e0-0-0"
    return {
        "set one": lambda: edits.set_entry(plan, ids[-1], note="x"),
        "set": lambda: set_entries(plan, ids, lambda entry: entry.replace(note="x")),
        "replace the exercise": lambda: set_entries(plan, ids, lambda e: replaced(e, seated)),
        "delete": lambda: delete_entries(plan, ids),
        "move 40 to one day": lambda: move_entries(plan, ids[:40], empty),
        "copy 40 to one day": lambda: copy_entries(plan, ids[:40], empty),
        "shift by a day": lambda: shift_entries(plan, ids, 1 if earlier else -1),
        "take as a block": lambda: block_of_entries(plan, ids),
        "paste the block": lambda: paste_days(plan, 5, 0, block[: 7 * 34]),
    }


def larger(plan: Plan) -> dict[str, Callable[[], object]]:
    """Return edits of many days and weeks; 34 days are 204 entries."""
    some = block_of_days(plan, [divmod(day, 7) for day in range(34)])
    return {
        "set one": lambda: edits.set_entry(plan, "e0-0-0", note="x"),
        "paste 34 days": lambda: paste_days(plan, 100, 0, some),
        "insert a rest day in week 1": lambda: insert_rest_day(plan, 0, 1),
        "swap two days": lambda: swap_days(plan, (0, 0), (200, 3)),
        "move 5 weeks": lambda: move_weeks(plan, range(5), 100),
        "duplicate 5 weeks": lambda: duplicate_weeks(plan, range(5)),
        "delete 5 weeks": lambda: delete_weeks(plan, range(5)),
    }


if __name__ == "__main__":
    main()
