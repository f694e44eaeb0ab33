"""Copies that programs which sync make are found; other plans of a like name are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.conflicts import MOST, copies_beside
from soleus_desktop.storage.plan_file import plan_bytes

COPIES = [
    "plan.sync-conflict-20260302-101500-ABCDEFG.soleus",
    "plan (Robin's conflicted copy 2026-03-02).soleus",
    "plan (conflicted copy 2026-03-02 101500).soleus",
    "plan (Case Conflict).soleus",
    "plan_(conflict 2026).soleus",
    "plan (other version 2026-03-02 10-15-00).soleus",
]
BY_ID = [
    "plan-LAPTOP2.soleus",
    "plan-DESKTOP-4F7A2B1.soleus",
    "plan-LAPTOP2-2.soleus",
    "plan (In Konflikt stehende Kopie von Robin 2026-03-02).soleus",
]
OTHERS = [
    "plan.soleus.bak",
    "plan B.soleus",
    "planned.soleus",
    "my plan-LAPTOP2.soleus",
    "plan-.soleus",
    "plan.sync-conflict-2026.soleus",
    ".~plan.soleus.lock",
    "other (Robin's conflicted copy 2026-03-02).soleus",
    "plan (conflicted copy 2026-03-02).txt",
]


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(tmp_path: Path, guide: Guide, name: str) -> None:
    (tmp_path / name).write_bytes(b"not even a plan")
    assert copies_beside(tmp_path / "plan.soleus", None, guide) == [tmp_path / name]


@pytest.mark.parametrize("name", BY_ID)
def test_a_copy_is_known_by_its_plan(tmp_path: Path, guide: Guide, name: str) -> None:
    (tmp_path / name).write_bytes(plan_bytes(new_plan(2).replace(id="the plan")))
    assert copies_beside(tmp_path / "plan.soleus", "the plan", guide) == [tmp_path / name]
    assert copies_beside(tmp_path / "plan.soleus", "another", guide) == []
    assert copies_beside(tmp_path / "plan.soleus", None, guide) == []


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_no_copy(tmp_path: Path, guide: Guide, name: str) -> None:
    (tmp_path / name).write_bytes(plan_bytes(new_plan(2).replace(id="the plan")))
    assert copies_beside(tmp_path / "plan.soleus", "the plan", guide) == []


def test_of_many_some_are_told_and_of_no_folder_none(tmp_path: Path, guide: Guide) -> None:
    for number in range(MOST + 5):
        (tmp_path / f"plan (conflict {number}).soleus").touch()
    assert len(copies_beside(tmp_path / "plan.soleus", None, guide)) == MOST
    assert copies_beside(tmp_path / "gone" / "plan.soleus", None, guide) == []
