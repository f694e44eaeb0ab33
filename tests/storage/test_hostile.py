"""Every hostile file has its answer, soon and in few words; what opens comes back as it was."""

from __future__ import annotations

import os
import random
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.versions import key_of
from tests.build import plan_of
from tests.hostile.table import rows_of
from tests.torture.fuzz import mutated

GOOD = '{"format": "soleus-plan", "version": 1, %s"weeks": [%s]}'
GOOD_PLAN = plan_of(["w1 mon: isometric-hold; bent-knee-calf-raise"])
SLOWEST_S = 5.0  # on a machine with much else to do; most take a thousandth


def data_of(file: dict[str, Any]) -> bytes:
    """The bytes that a row describes."""
    times = file.get("times", 1)
    if "hex" in file:
        return bytes.fromhex(file["hex"]) * times
    if "entry" in file:
        days = [f'{{"entries": [{", ".join([file["entry"]] * times)}]}}'] + ["{}"] * 6
        text = GOOD % ("", f'{{"days": [{", ".join(days)}]}}')
    elif "wrap" in file:
        before, again, after = file["wrap"]
        many = again * times
        if "%d" in again:
            many = "".join(again % number for number in range(times))
        closing = after * times if set(after) <= set("]}") and "[" in again else after
        inside = f"{before}{many}{closing}{file.get('closes', '')}"
        text = GOOD % (f"{inside}, ", "")
        if file.get("bare"):
            text = f'{{"format": "soleus-plan", "version": 1, {inside}}}'
    elif "inside" in file:
        text = GOOD % (f"{file['inside']}, ", "")
    else:
        text = file["text"] * times
    encoded: bytes = text.encode(file.get("encoding", "utf-8"))
    return encoded


def put(file: dict[str, Any], path: Path) -> Path:
    """Lay down what stands in a file's place; return where."""
    match file["place"].split():
        case ["pipe"]:
            os.mkfifo(path)
        case ["folder"]:
            path.mkdir()
        case [size, "bytes"]:
            with path.open("wb") as there:
                there.truncate(int(size))  # it takes no room on the disk
        case [device]:
            path.symlink_to(device)
    return path


@pytest.mark.parametrize("file", rows_of("files", "file"), ids=lambda f: f"{f['row']} {f['name']}")
def test_a_hostile_file(file: dict[str, Any], guide: Guide, tmp_path: Path) -> None:
    if "place" in file and os.name == "nt":
        pytest.skip("there are no such devices")
    begin = time.perf_counter()
    if "mutated" in file:
        chance, good = random.Random(file["row"]), plan_bytes(GOOD_PLAN)
        for _ in range(file["mutated"]):
            with suppress(PlanFileError):
                read_plan(mutated(good, chance), guide)
    elif "says" in file:
        with pytest.raises(PlanFileError) as caught:
            if "place" in file:
                open_plan(put(file, tmp_path / "plan.soleus"), guide)
            else:
                read_plan(data_of(file), guide)
        assert file["says"] in str(caught.value)
        assert file.get("never", "\0") not in str(caught.value)
        assert len(str(caught.value)) < 400
        assert len(caught.value.problems) <= 20
    else:
        plan = read_plan(data_of(file), guide)
        again = read_plan(plan_bytes(plan), guide)
        assert again == plan
        assert again.extra == plan.extra
    assert time.perf_counter() - begin < SLOWEST_S


@pytest.mark.parametrize("change", rows_of("files", "change"), ids=lambda c: c["name"])
def test_no_change_goes_around_the_bounds(change: dict[str, Any]) -> None:
    plan, value = new_plan(1), change["value"]
    value = plan if value == "itself" else tuple(value) if isinstance(value, list) else value
    with pytest.raises((ValueError, TypeError)):
        plan.replace(**{change["field"]: value})
    with pytest.raises(ValueError, match="weeks: expected a list of at most 260"):
        plan.replace(weeks=plan.weeks * 999)


def test_an_id_is_never_a_path() -> None:  # row 39
    for hostile in ("../../etc/passwd", "/etc/passwd", "a/b", "CON", "x" * 200):
        key = key_of(new_plan(1).replace(id=hostile), "")
        assert key.isalnum()
        assert len(key) == 32
