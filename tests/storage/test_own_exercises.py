"""A person's own exercises: kept as a plan of no weeks, never lost to a bad or newer file."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import CustomExercise, Plan, Week
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.own_exercises import FILE, change_own, load_own
from soleus_desktop.storage.plan_file import open_plan, plan_bytes

DROP = CustomExercise(id="own-drop", name="Drop", dose="reps", ranges={"reps": [8, 12]})
HOLD = CustomExercise(id="own-hold", name="Hold", dose="hold", knee="straight")


def test_none_are_kept_yet(tmp_path: Path, guide: Guide) -> None:
    assert load_own(tmp_path / "not there", guide) == ((), None)


def test_what_is_kept_comes_back_and_is_a_plan_file(tmp_path: Path, guide: Guide) -> None:
    folder = tmp_path / "a" / "b"
    assert change_own(folder, guide, lambda own: (*own, DROP)).exercises == (DROP,)
    change_own(folder, guide, lambda own: (*own, HOLD))  # of what another window kept meanwhile
    assert load_own(folder, guide) == ((DROP, HOLD), None)
    assert open_plan(folder / FILE, guide).exercises == (DROP, HOLD)


def test_what_else_the_file_holds_is_kept(tmp_path: Path, guide: Guide) -> None:
    plan = Plan(weeks=(Week(label="mine"),), extra=(("colour", "red"),), exercises=(DROP,))
    (tmp_path / FILE).write_bytes(plan_bytes(plan))
    change_own(tmp_path, guide, lambda own: ())
    assert open_plan(tmp_path / FILE, guide) == plan.replace(exercises=())


@pytest.mark.parametrize("data", [b"", b"{", b"\xff", b'{"format": "soleus-plan", "version": 1}'])
def test_a_file_that_is_none_is_put_aside(tmp_path: Path, guide: Guide, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    own = load_own(tmp_path, guide)
    assert own.exercises == ()
    assert own.notice is not None
    assert f"{FILE}.corrupt" in own.notice
    assert (tmp_path / f"{FILE}.corrupt").read_bytes() == data
    assert load_own(tmp_path, guide) == ((), None)  # said once
    assert change_own(tmp_path, guide, lambda own: (DROP,)).exercises == (DROP,)


def test_a_newer_file_is_left_alone(tmp_path: Path, guide: Guide) -> None:
    data = b'{"format": "soleus-plan", "version": 2, "weeks": []}'
    (tmp_path / FILE).write_bytes(data)
    own = load_own(tmp_path, guide)
    assert own.notice is not None
    assert "newer version" in own.notice
    with pytest.raises(NotWritten, match="newer version"):
        change_own(tmp_path, guide, lambda own: (DROP,))
    assert (tmp_path / FILE).read_bytes() == data


def test_what_would_not_open_again_is_not_written(tmp_path: Path, guide: Guide) -> None:
    change_own(tmp_path, guide, lambda own: (DROP,))
    with pytest.raises(NotWritten, match="would not open again"):
        change_own(tmp_path, guide, lambda own: (*own, HOLD.replace(id="own-drop")))
    assert load_own(tmp_path, guide).exercises == (DROP,)
    with pytest.raises(NotWritten):
        change_own(tmp_path, guide, lambda own: (HOLD.replace(id="isometric-hold"),))


def test_a_folder_that_cannot_be_read_says_so(tmp_path: Path, guide: Guide) -> None:
    (tmp_path / FILE).mkdir()
    own = load_own(tmp_path, guide)
    assert own.notice is not None
    assert own.notice.startswith("Your own exercises could not be read")
    with pytest.raises(NotWritten):
        change_own(tmp_path, guide, lambda own: (DROP,))
