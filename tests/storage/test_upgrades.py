"""Files of older formats come to this one step by step, and opening writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.reader import VERSION
from soleus_desktop.storage.upgrades import STEPS, Tree, upgraded

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two formats before the first: a title was called a name, and before that, a headline."""

    def renamed(before: str, after: str, tree: Tree) -> Tree:
        return {after if key == before else key: value for key, value in tree.items()}

    monkeypatch.setitem(STEPS, -1, lambda tree: renamed("headline", "name", tree))
    monkeypatch.setitem(STEPS, 0, lambda tree: renamed("name", "title", tree))
    yield


@pytest.mark.usefixtures("steps")
def test_an_old_file_opens_and_is_left_alone(guide: Guide, tmp_path: Path) -> None:
    file = tmp_path / "old.soleus"
    file.write_text(
        '{"format": "soleus-plan", "version": -1, "headline": "x", "y": 1, "weeks": []}'
    )
    before = file.read_bytes()
    plan = open_plan(file, guide)
    assert (plan.title, plan.version, plan.extra) == ("x", VERSION, (("y", 1),))
    assert file.read_bytes() == before
    assert read_plan(plan_bytes(plan), guide) == plan


@pytest.mark.usefixtures("steps")
def test_a_step_is_pure_and_taken_once() -> None:
    tree: Tree = {"version": -1, "headline": "x"}
    assert upgraded(tree) == {"version": 1, "title": "x"}
    assert tree == {"version": -1, "headline": "x"}
    assert upgraded(upgraded(tree)) == upgraded(tree)


@pytest.mark.usefixtures("steps")
@pytest.mark.parametrize("version", ["0.5", "true", "0.0", "null", "-2"])
def test_a_version_that_is_none_takes_no_step(guide: Guide, version: str) -> None:
    text = f'{{"format": "soleus-plan", "version": {version}, "name": "x", "weeks": []}}'
    with pytest.raises(PlanFileError, match="version: expected 1"):
        read_plan(text.encode(), guide)


def test_there_is_a_file_of_every_format() -> None:
    assert set(STEPS) == set(range(1, VERSION))
    said = {path.read_bytes().partition(b'"version": ')[2][:1] for path in SAMPLES.glob("*.soleus")}
    assert {str(version).encode() for version in range(1, VERSION + 1)} <= said
