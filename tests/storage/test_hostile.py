"""Every hostile file has its answer, soon and in few words; what opens comes back as it was.

Rows 7, 26, 27, 31, 32 and 34 to 37 need more than a file: they are below.
"""

from __future__ import annotations

import os
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.versions import key_of

GOOD = '{"format": "soleus-plan", "version": 1, "weeks": [], %s}'
FILES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("hostile.toml").read_text("utf-8")
)["file"]
SLOWEST_S = 3.0  # on a machine with much else to do; most take a thousandth


def data_of(file: dict[str, Any]) -> bytes:
    times = file.get("times", 1)
    if "hex" in file:
        return bytes.fromhex(file["hex"]) * times
    if "wrap" in file:
        before, again, after = file["wrap"]
        closing = after * times if after == "]" else after
        text = GOOD % f"{before}{again * times}{closing}"
    elif "inside" in file:
        text = GOOD % file["inside"]
    else:
        text = file["text"] * times
    encoded: bytes = text.encode(file.get("encoding", "utf-8"))
    return encoded


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file['row']} {file['name']}")
def test_a_hostile_file(file: dict[str, Any], guide: Guide) -> None:
    data = data_of(file)
    begin = time.perf_counter()
    if "says" in file:
        with pytest.raises(PlanFileError) as caught:
            read_plan(data, guide)
        assert file["says"] in str(caught.value)
        assert len(str(caught.value)) < 400
        assert len(caught.value.problems) <= 20
    else:
        plan = read_plan(data, guide)
        again = read_plan(plan_bytes(plan), guide)
        assert again == plan
        assert again.extra == plan.extra
    assert time.perf_counter() - begin < SLOWEST_S


def test_many_keys_are_borne(guide: Guide) -> None:  # row 31; as many as the size allows
    keys = ", ".join(f'"k{number}": 1' for number in range(200_000))
    plan = read_plan((GOOD % keys).encode(), guide)
    assert len(plan.extra) == 200_000
    assert read_plan(plan_bytes(plan), guide) == plan


def test_many_items_are_refused_by_their_number(guide: Guide) -> None:  # row 27
    weeks = ",".join(['{"days": []}'] * 100_000)
    with pytest.raises(PlanFileError, match="expected a list of at most 260"):
        read_plan(f'{{"format": "soleus-plan", "version": 1, "weeks": [{weeks}]}}'.encode(), guide)


def test_an_unknown_kind_is_refused_by_its_place(guide: Guide) -> None:  # rows 7 and 26
    # No model refers to itself, and a dose of an unknown kind could be neither counted nor judged.
    day = '{"entries": [{"id": "e", "exercise": "x", "dose": {"type": "jump"}}]}'
    weeks = f'[{{"days": [{", ".join([day] + ["{}"] * 6)}]}}]'
    text = f'{{"format": "soleus-plan", "version": 1, "weeks": {weeks}}}'
    with pytest.raises(PlanFileError, match=r"days\[0\].entries\[0\].dose.type: expected one of"):
        read_plan(text.encode(), guide)


@pytest.mark.skipif(os.name == "nt", reason="there are no such devices")
@pytest.mark.parametrize("kind", ["pipe", "zero", "folder", "link to zero"])
def test_what_is_no_file_is_never_waited_for(guide: Guide, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "plan.soleus"  # row 32
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "link to zero":
        path.symlink_to("/dev/zero")
    with pytest.raises(PlanFileError, match="it is a "):
        open_plan(Path("/dev/zero") if kind == "zero" else path, guide)


def test_a_refusal_shows_no_long_texts(guide: Guide) -> None:  # row 34
    with pytest.raises(PlanFileError) as caught:
        read_plan((GOOD % f'"title": ["{"secret " * 1000}"]').encode(), guide)
    assert "secret" not in str(caught.value)


def test_no_change_goes_around_the_bounds() -> None:  # rows 35 and 36
    plan = new_plan(1)
    for change in ({"title": 3}, {"weeks": ("x",)}, {"title": "\a"}, {"title": "\ud800"}):
        with pytest.raises((ValueError, TypeError)):
            plan.replace(**change)
    with pytest.raises(ValueError, match="weeks: expected a list of at most 260"):
        plan.replace(weeks=plan.weeks * 999)


def test_an_id_is_never_a_path(tmp_path: Path) -> None:  # row 39
    for hostile in ("../../etc/passwd", "/etc/passwd", "a/b", "CON", "x" * 200):
        key = key_of(new_plan(1).replace(id=hostile), "")
        assert key.isalnum()
        assert len(key) == 32


def test_references_that_meet_nothing_are_refused(guide: Guide) -> None:  # row 40
    day = '{"entries": [{"id": "e", "exercise": "gone", "dose": {"type": "reps", "sets": 1, '
    day += '"reps": 1}}]}'
    weeks = f'[{{"days": [{", ".join([day] + ["{}"] * 6)}]}}]'
    with pytest.raises(PlanFileError, match="expected an exercise of the guide or of this plan"):
        read_plan(f'{{"format": "soleus-plan", "version": 1, "weeks": {weeks}}}'.encode(), guide)
