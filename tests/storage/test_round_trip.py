"""What is read is written as it was: the same plan, the same bytes, unknown keys and all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Athlete, Plan, Reps, Week, new_plan
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.writer import proved_bytes
from tests.build import GUIDE
from tests.strategies import plans

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
TEMPLATES = SAMPLES.parent.parent / "resources" / "templates"
FILES = sorted([*SAMPLES.glob("*.soleus"), *TEMPLATES.glob("*.soleus")])
EVERYTHING = json.loads((SAMPLES / "everything.soleus").read_text(encoding="utf-8"))


def paths_of_objects(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where the format's own objects stand in a tree; not those inside unknown keys."""
    unknown = {"extra", "made_by", "colour", "tempo by"}
    if isinstance(tree, list):
        return [
            found for i, item in enumerate(tree) for found in paths_of_objects(item, (*path, i))
        ]
    if not isinstance(tree, dict) or path[-2:-1] == ("ranges",):
        return []
    inner = [
        found
        for key, value in tree.items()
        if key not in unknown
        for found in paths_of_objects(value, (*path, key))
    ]
    return [path, *inner]


OBJECTS = paths_of_objects(EVERYTHING)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def at(tree: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        tree = tree[step]
    return tree


@given(plans())
def test_every_plan_comes_back(plan: Plan) -> None:
    data = plan_bytes(plan)
    again = read_plan(data, GUIDE)
    assert again == plan
    assert plan_bytes(again) == data


@given(plans(max_weeks=1))
def test_whole_numbers_stay_whole_and_fractions_fractions(plan: Plan) -> None:
    def kinds(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: kinds(item) for key, item in value.items()}
        return list(map(kinds, value)) if isinstance(value, list) else type(value)

    data = plan_bytes(plan)
    assert kinds(json.loads(plan_bytes(read_plan(data, GUIDE)))) == kinds(json.loads(data))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_written_as_it_was_read(path: Path, guide: Guide) -> None:
    data = path.read_bytes()
    assert plan_bytes(read_plan(data, guide)) == data


@given(plans())
def test_what_is_proved_week_by_week_is_the_whole(plan: Plan) -> None:
    assert proved_bytes(plan, GUIDE) == plan_bytes(plan)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_proved_as_it_is(path: Path, guide: Guide) -> None:
    data = path.read_bytes()
    assert proved_bytes(read_plan(data, guide), guide) == data


def test_the_layout_is_the_contracts() -> None:
    data = plan_bytes(new_plan(1, "Übung"))
    tree = json.loads(data)
    assert data == (json.dumps(tree, indent=2, ensure_ascii=False) + "\n").encode()
    assert " ".join(tree) == (
        "format version title coach notes start athlete packs weeks exercises waivers"
    )
    assert b'"entries": []' in data
    assert list(json.loads(plan_bytes(new_plan(1).replace(id="x"))))[:3] == [
        "format",
        "version",
        "id",
    ]


def test_there_are_objects_of_every_kind() -> None:
    kinds = {tuple("*" if isinstance(step, int) else step for step in path) for path in OBJECTS}
    entry = ("weeks", "*", "days", "*", "entries", "*")
    assert kinds == {
        (),
        ("athlete",),
        ("weeks", "*"),
        ("weeks", "*", "days", "*"),
        entry,
        (*entry, "dose"),
        (*entry, "tempo"),
        (*entry, "load"),
        ("exercises", "*"),
        ("exercises", "*", "ranges"),
        ("waivers", "*"),
    }
    doses = {at(EVERYTHING, path)["type"] for path in OBJECTS if path[-1:] == ("dose",)}
    assert doses == {"reps", "hold", "steps", "walk"}


@settings(max_examples=150)
@given(path=st.sampled_from(OBJECTS), data=st.data())
def test_unknown_keys_live_on_in_every_object(path: tuple[Any, ...], data: st.DataObject) -> None:
    tree = json.loads(json.dumps(EVERYTHING))
    here = at(tree, path)
    keys = (st.sampled_from(["extra", "\0extra", "__class__", "replace"]) | st.text()).filter(
        lambda key: key not in here
    )
    new = data.draw(st.dictionaries(keys, json_values, min_size=1, max_size=3))
    known = list(here)
    here |= new

    written = plan_bytes(read_plan(json.dumps(tree).encode(), GUIDE))

    again = json.loads(written)
    assert again == tree
    assert list(at(again, path)) == [*known, *new]
    assert plan_bytes(read_plan(written, GUIDE)) == written


def test_known_keys_come_first_in_their_order(guide: Guide) -> None:
    tree = json.loads(plan_bytes(new_plan(1)))
    shuffled = {"zeta": 1, **dict(reversed(tree.items())), "alpha": 2}
    again = json.loads(plan_bytes(read_plan(json.dumps(shuffled).encode(), guide)))
    assert list(again) == [*tree, "zeta", "alpha"]


def test_unknown_keys_survive_an_edit_of_their_neighbours(guide: Guide) -> None:
    plan = read_plan(json.dumps(EVERYTHING).encode(), guide)
    entry = at(EVERYTHING, ("weeks", 0, "days", 0, "entries", 2))
    changed = set_entry(plan, "own1", dose=plan.weeks[0].days[0].entries[2].dose.replace(reps=13))
    again = json.loads(plan_bytes(changed))
    assert at(again, ("weeks", 0, "days", 0, "entries", 2)) == {
        **entry,
        "dose": {**entry["dose"], "reps": 13},
    }


def test_a_plan_with_unknown_keys_has_a_hash(guide: Guide) -> None:
    data = (SAMPLES / "everything.soleus").read_bytes()
    plan, again = read_plan(data, guide), read_plan(data, guide)
    assert hash(plan) == hash(again)
    assert plan.extra
    assert plan != again.replace(extra=())


def test_what_is_left_out_takes_its_usual_value(guide: Guide) -> None:
    days = [{}] * 6 + [
        {
            "kind": "training",
            "entries": [
                {
                    "id": "a",
                    "exercise": "bent-knee-calf-raise",
                    "dose": {"type": "reps", "sets": 3, "reps": 12},
                }
            ],
        }
    ]
    tree = {"format": "soleus-plan", "version": 1, "weeks": [{"days": days}, {}]}
    plan = read_plan(json.dumps(tree).encode(), guide)
    entry = plan.weeks[0].days[6].entries[0]
    assert (entry.dose, entry.stage, entry.load) == (Reps(sets=3, reps=12), None, None)
    assert plan.weeks[1] == new_plan(1).weeks[0]
    assert (plan.packs, plan.athlete.starting_stage) == (("guide",), "bodyweight")


def test_a_byte_order_mark_is_passed_over(guide: Guide) -> None:
    data = (SAMPLES / "clean.soleus").read_bytes()
    assert plan_bytes(read_plan(b"\xef\xbb\xbf" + data, guide)) == data
    with pytest.raises(PlanFileError):
        read_plan(b"\xef\xbb\xbf" * 2 + data, guide)


def test_windows_line_ends_and_ascii_escapes_are_read(guide: Guide) -> None:
    data = (SAMPLES / "everything.soleus").read_bytes()
    for other in (data.replace(b"\n", b"\r\n"), json.dumps(json.loads(data)).encode("ascii")):
        assert plan_bytes(read_plan(other, guide)) == data


@pytest.mark.parametrize("units", ["kg", "lb", None])
def test_units_are_written_where_the_file_said_them(units: str | None) -> None:
    plan = Plan(weeks=(Week(),), athlete=Athlete().replace(units=units))
    data = plan_bytes(plan)
    assert (b'"units"' in data) == (units is not None)
    odd = plan.replace(athlete=plan.athlete.replace(extra=(("shoe", 44),)))
    for each in (plan, odd):  # an unknown key takes another way through the writer
        again = read_plan(plan_bytes(each), GUIDE)
        assert again == each
        assert again.athlete.units == units
