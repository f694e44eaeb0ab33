"""The engine against a second, plain writing of the rules, on plans near the guide's numbers."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.plan.bounds import CONCERNS, DAY_KINDS, EVENTS, IMPLEMENTS, STAGES
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.finding import Report
from soleus_desktop.rules.table import BY_ID
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from tests.build import GUIDE
from tests.rules import reference

OWN = (
    {"id": "own-bent", "name": "Own", "dose": "reps", "ranges": {"sets": [3, 4], "reps": [8, 12]}},
    {"id": "own-straight", "name": "Own", "dose": "hold", "knee": "straight", "ranges": {}},
    {"id": "own-walk", "name": "Own", "dose": "walk", "ranges": {"minutes": [10, 30]}},
)
KINDS = {
    "bent-knee-calf-raise": "reps",
    "seated-calf-raise": "reps",
    "isometric-hold": "hold",
    "eccentric-heel-drop": "reps",
    "walking-lunge-heel-raise": "steps",
    "uphill-walk": "walk",
    "own-bent": "reps",
    "own-straight": "hold",
    "own-walk": "walk",
}
# Of each number its borders, one step beyond them, and what a close look might take for one.
DOSES = {
    "reps": {"sets": (1, 2, 3, 4, 5, 6), "reps": (7, 8, 11, 12, 13, 14, 15, 20, 21, 25, 26)},
    "hold": {"sets": (2, 3, 5, 6), "seconds": (29.5, 30, 45, 59.9, 60, 60.0, 60.1, 61)},
    "steps": {"sets": (1, 2, 3, 4), "steps": (19, 20, 30, 31)},
    "walk": {"minutes": (9.9, 10, 30, 30.5), "incline_pct": (0, 4.9, 5, 10, 10.1)},
}
SECONDS = st.sampled_from((3, 3, 3, 4, 5, 3.0, 2.9, 5.1))
TEMPOS = st.none() | st.fixed_dictionaries(
    {"up_s": SECONDS, "hold_s": st.sampled_from((0, 1)), "down_s": SECONDS}
)
LOADS = st.none() | st.fixed_dictionaries(
    {"kg": st.sampled_from((0, 5, 10.0)), "implement": st.sampled_from(IMPLEMENTS)}
)
REASON = {"reason": "so be it"}


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    # The rules on stages and on holds look at many days: these two stand twice.
    names = [*KINDS, "bent-knee-calf-raise", "bent-knee-calf-raise", "isometric-hold"]
    name = draw(st.sampled_from(names))
    kind = KINDS[name]
    numbers = {field: draw(st.sampled_from(near)) for field, near in DOSES[kind].items()}
    return {
        "exercise": name,
        "stage": draw(st.sampled_from((*STAGES, None))),
        "dose": {"type": kind, **numbers},
        "tempo": draw(TEMPOS),
        "per_leg": draw(st.booleans()),
        "knee_bend_deg": draw(st.sampled_from((None, 0, 0.0, 0.1, 19.9, 20, 30, 30.1))),
        "load": draw(LOADS),
    }


@st.composite
def waivers(draw: st.DrawFn) -> dict[str, Any]:
    place = draw(
        st.sampled_from(({}, {"week": 1}, {"week": 2}, {"entry": "e1"}, {"entry": "e2"}))
        | st.just({"entry": "e3", "week": 1})
    )
    return {"rule": draw(st.sampled_from(sorted(BY_ID))), **place, **REASON}


@st.composite
def near_plans(draw: st.DrawFn) -> dict[str, Any]:
    """The JSON of a plan of at most four weeks, its entries within few days of each other."""
    weeks = draw(st.integers(0, 4))
    days = [[{"kind": kind, "entries": []} for kind in (*DAY_KINDS, *DAY_KINDS[:3])]] * weeks
    plan = json.loads(json.dumps({"weeks": [{"days": week} for week in days]}))
    placed = draw(st.lists(st.tuples(st.integers(0, 27), entries()), max_size=12 if weeks else 0))
    for number, (at, entry) in enumerate(placed, 1):
        day = plan["weeks"][at // 7 % weeks]["days"][at % 7]
        day["entries"].append({"id": f"e{number}", **entry})
    athlete = {
        "events": draw(st.lists(st.sampled_from(EVENTS), max_size=2)),
        "returning_from_injury": draw(st.booleans()),
        "concerns": draw(st.lists(st.sampled_from(CONCERNS), max_size=2)),
        "starting_stage": draw(st.sampled_from(STAGES)),
    }
    head = {"format": "soleus-plan", "version": 1, "athlete": athlete}
    return head | plan | {"exercises": OWN, "waivers": draw(st.lists(waivers(), max_size=3))}


def test_the_engine_finds_what_the_table_says() -> None:
    seen: set[str] = set()

    @settings(max_examples=300)
    @given(tree=near_plans())
    def compare(tree: dict[str, Any]) -> None:
        plan = read_plan(json.dumps(tree).encode(), GUIDE)
        expected = reference.findings(json.loads(plan_bytes(plan)))
        assert told(check(plan, GUIDE)) == expected
        seen.update(rule for rule, *_ in expected)

    compare()
    assert seen == set(BY_ID)  # no rule went by untried


def told(report: Report) -> list[reference.Told]:
    """Return the findings of a report as the reference tells them."""
    return reference.in_order(
        (
            finding.rule.id,
            None if finding.place.week is None else finding.place.week + 1,
            finding.place.day_key,
            finding.place.entry,
            finding.waiver is not None,
        )
        for finding in report.findings
    )
