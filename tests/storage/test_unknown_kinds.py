"""Entries whose kind of dose this version does not know: kept as they are, where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.block import block_of_days, move_days, paste_days
from soleus_desktop.plan.compare import compare
from soleus_desktop.plan.days import clear_days, swap_days
from soleus_desktop.plan.edits import fresh_ids
from soleus_desktop.plan.many import delete_entries
from soleus_desktop.plan.model import Day, Plan
from soleus_desktop.plan.unknown import unknown_line, unknown_told
from soleus_desktop.plan.weeks import duplicate_weeks
from soleus_desktop.rules.engine import check
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan, save_plan
from soleus_desktop.storage.problems import PlanFileError
from tests.build import GUIDE
from tests.strategies import plans

SAMPLE = Path(__file__).parents[1] / "samples" / "clean.soleus"
EMOM = {
    "id": "e99",
    "exercise": "isometric-hold",
    "dose": {"type": "emom", "minutes": 8, "inner": {"type": "reps", "more": [1, {"x": None}]}},
    "future": True,
}


def tree_with(*entries: Any, at: int = 1) -> dict[str, Any]:
    """The sample with these put into its first day that has entries, behind the first of them."""
    tree: dict[str, Any] = json.loads(SAMPLE.read_text("utf-8"))
    day = next(day for day in tree["weeks"][0]["days"] if day["entries"])
    day["entries"][at:at] = entries
    return tree


def read(tree: dict[str, Any]) -> Plan:
    return read_plan(json.dumps(tree).encode(), GUIDE)


def day_of(plan: Plan) -> Day:
    return next(day for day in plan.weeks[0].days if day.entries)


def test_it_opens_and_is_written_back_where_it_was() -> None:
    tree = tree_with(EMOM)
    plan = read(tree)
    assert day_of(plan).unknown == ((1, EMOM),)
    assert json.loads(plan_bytes(plan)) == tree
    assert unknown_line(day_of(plan).unknown) == "1 unknown: emom"
    assert unknown_told(plan).startswith("One entry is of a kind that this version does not know")


def test_it_is_saved_and_opens_again(guide: Guide, tmp_path: Path) -> None:
    file, tree = tmp_path / "plan.soleus", tree_with(EMOM, EMOM | {"id": "e98"}, at=0)
    save_plan(read(tree), file, guide)
    assert open_plan(file, guide) == read(tree)
    assert json.loads(file.read_text("utf-8")) == tree


def test_nothing_else_of_the_plan_is_judged_otherwise() -> None:
    assert check(read(tree_with(EMOM)), GUIDE) == check(read(tree_with()), GUIDE)


@pytest.mark.parametrize("dose", [None, {}, {"type": None}, {"type": ["emom"]}, [], "emom"])
def test_what_has_no_kind_is_refused(dose: Any) -> None:
    with pytest.raises(PlanFileError, match=r"days\[0\]\.entries\[1\]\.dose"):
        read(tree_with(EMOM | {"dose": dose}))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"rest_s": -1}, r"days\[0\]\.entries\[2\]\.rest_s: expected a number from 0"),
        ({"exercise": "pogo"}, r"days\[0\]\.entries\[2\]\.exercise: expected an exercise of the"),
        ({"id": "first"}, r"days\[0\]\.entries\[2\]\.id: expected an id .* in .*entries\[0\]"),
    ],
)
def test_what_is_wrong_behind_it_has_its_true_place(change: dict[str, Any], said: str) -> None:
    tree = tree_with(EMOM)
    entries = tree["weeks"][0]["days"][0]["entries"]
    entries[0]["id"] = "first"
    entries[2] |= change
    with pytest.raises(PlanFileError, match=said):
        read(tree)


def test_an_infinite_number_in_it_is_refused_with_its_place() -> None:
    text = json.dumps(tree_with(EMOM)).replace('"minutes": 8', '"minutes": 1e999')
    with pytest.raises(PlanFileError, match=r"days\[0\]\.entries\[1\]: expected finite numbers"):
        read_plan(text.encode(), GUIDE)


def test_a_key_that_looks_like_our_own_is_a_key_like_any_other() -> None:
    tree = tree_with(EMOM)
    for day in tree["weeks"][0]["days"]:
        day |= {"\0unknown": [[0, {}]], "\0extra": 1, "unknown": 2, "extra": 3}
    plan = read(tree)
    assert json.loads(plan_bytes(plan)) == tree
    assert day_of(plan).unknown == ((1, EMOM),)


def test_copies_have_ids_of_their_own_and_leave_the_first_as_it_was() -> None:
    plan = read(tree_with(EMOM | {"id": "e7"}))
    assert "e7" not in {name for name, _ in zip(fresh_ids(plan), range(20), strict=False)}
    doubled = duplicate_weeks(plan, (0,))
    kept, copy = day_of(doubled), next(day for day in doubled.weeks[1].days if day.entries)
    assert kept.unknown == ((1, EMOM | {"id": "e7"}),)
    (_, other), *rest = copy.unknown
    assert not rest
    assert other | {"id": "e7"} == EMOM | {"id": "e7"}
    entries = json.loads(plan_bytes(doubled))["weeks"]
    ids = [e["id"] for week in entries for day in week["days"] for e in day["entries"]]
    assert len(set(ids)) == len(ids)


def test_it_goes_with_its_day_and_is_cleared_with_it() -> None:
    plan = read(tree_with(EMOM))
    assert day_of(plan) is plan.weeks[0].days[0]
    assert swap_days(plan, (0, 0), (0, 1)).weeks[0].days[1].unknown == ((1, EMOM),)
    moved = move_days(plan, {(0, 0)}, 1, 3)
    assert moved.weeks[0].days[0] == Day()
    assert [entry for _, entry in moved.weeks[1].days[3].unknown] == [EMOM]
    pasted = paste_days(plan, 1, 3, block_of_days(plan, {(0, 0)}))
    assert pasted.weeks[0] == plan.weeks[0]
    assert len(pasted.weeks[1].days[3].unknown) == 1
    cleared = clear_days(plan, {(0, 0)})
    assert cleared.weeks[0].days[0].unknown == ()
    assert not unknown_told(cleared)
    names = {name: exercise.name for name, exercise in GUIDE.exercises.items()}
    assert "removed: 1 unknown: emom" in [each.text for each in compare(plan, cleared, names)]
    left = delete_entries(plan, [entry.id for entry in day_of(plan).entries])
    assert left.weeks[0].days[0].unknown == ((1, EMOM),)
    assert json.loads(plan_bytes(left))["weeks"][0]["days"][0]["entries"] == [EMOM]


def test_a_day_has_so_many_at_most() -> None:
    full = [EMOM | {"id": f"u{number}"} for number in range(50)]
    plan = read(tree_with(*full))
    assert read_plan(plan_bytes(plan), GUIDE) == plan
    with pytest.raises(PlanFileError, match=r"days\[0\]\.entries: expected a list of at most 50"):
        read(tree_with(*full, EMOM))
    with pytest.raises(ValueError, match="at most 50 entries of unknown kinds"):
        paste_days(plan, 0, 0, block_of_days(plan, {(0, 0)}))


@given(plans(max_weeks=2).filter(lambda plan: plan.weeks), st.data())
def test_any_plan_with_some_comes_back(plan: Plan, data: st.DataObject) -> None:
    tree = json.loads(plan_bytes(plan))
    days = [day for week in tree["weeks"] for day in week["days"]]
    for number, day in enumerate(data.draw(st.lists(st.sampled_from(days), max_size=3))):
        at = data.draw(st.integers(0, len(day["entries"])))
        day["entries"].insert(at, EMOM | {"id": f"u{number}"})
    again = read(tree)
    assert json.loads(plan_bytes(again)) == tree
    assert read_plan(plan_bytes(again), GUIDE) == again
