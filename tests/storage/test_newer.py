"""A plan of a newer format is shown as far as it is understood; nothing is written over it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.plan_file import (
    NewerFormat,
    PlanFileError,
    load_plan,
    look_at_newer,
    open_plan,
    plan_bytes,
    save_plan,
)
from soleus_desktop.storage.saving import save_and_keep

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "clean.soleus"


def newer(path: Path, **changes: Any) -> Path:
    path.write_text(json.dumps(json.loads(SAMPLE.read_text("utf-8")) | {"version": 2} | changes))
    return path


def test_it_is_shown_with_what_is_unknown(guide: Guide, tmp_path: Path) -> None:
    file = newer(tmp_path / "plan.soleus", sky={"colour": "blue"})
    with pytest.raises(NewerFormat, match="written by a newer version"):
        load_plan(file, guide)
    found = look_at_newer(file, guide)
    assert "format 2" in found.only_to_look_at
    assert "Its numbers may mean something else." in found.only_to_look_at
    assert found.plan.weeks == open_plan(SAMPLE, guide).weeks
    assert found.plan.extra == (("sky", {"colour": "blue"}),)


@pytest.mark.parametrize(
    "change",
    [
        {"dose": {"type": "jump", "height_cm": 30}},
        {"dose": None},
        {"exercise": "pogo"},
        {"exercise": ["bent-knee-calf-raise"]},
        {"rest_s": "1 min"},
        {"load": {"kg": -1, "implement": "dumbbells"}},
    ],
)
def test_entries_that_cannot_be_read_are_set_aside_and_counted(
    guide: Guide, tmp_path: Path, change: dict[str, Any]
) -> None:
    tree = json.loads(SAMPLE.read_text("utf-8"))
    day = next(day for day in tree["weeks"][0]["days"] if day["entries"])
    many = sum(len(day["entries"]) for week in tree["weeks"] for day in week["days"])
    day["entries"][0] |= change
    found = look_at_newer(newer(tmp_path / "plan.soleus", weeks=tree["weeks"]), guide)
    assert "One entry is of a kind that this version does not know" in found.only_to_look_at
    aside = [entry for week in found.plan.weeks for day in week.days for entry in day.unknown]
    assert aside == [(0, day["entries"][0])]
    left = [e for week in found.plan.weeks for day in week.days for e in day.entries]
    assert len(left) == many - 1


@pytest.mark.parametrize("weeks", [None, 3, [[]], [{"days": 7}], [{"days": [None] * 7}]])
def test_what_is_no_plan_any_more_is_refused(guide: Guide, tmp_path: Path, weeks: Any) -> None:
    with pytest.raises(PlanFileError, match="weeks"):
        look_at_newer(newer(tmp_path / "plan.soleus", weeks=weeks), guide)


def test_no_save_replaces_it(guide: Guide, tmp_path: Path) -> None:
    file = newer(tmp_path / "plan.soleus")
    before, plan = file.read_bytes(), open_plan(SAMPLE, guide)
    for save in (
        lambda: save_plan(plan, file, guide),
        lambda: save_plan(plan, file, guide, expected=b"what was there once"),
        lambda: save_and_keep(plan, file, guide, None, tmp_path / "versions"),
    ):
        with pytest.raises(NotWritten, match="a newer version of the program has written"):
            save()
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["plan.soleus"]


def test_what_is_of_this_format_is_replaced_as_ever(guide: Guide, tmp_path: Path) -> None:
    file, plan = tmp_path / "plan.soleus", open_plan(SAMPLE, guide)
    for there in (b"", b"no plan", plan_bytes(plan)):
        file.write_bytes(there)
        save_plan(plan.replace(title="New"), file, guide)
        assert open_plan(file, guide).title == "New"
