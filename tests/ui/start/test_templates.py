"""The templates: those that ship are sound, own ones are found, broken ones harm nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import new_plan
from soleus_desktop.plan.phases import runs
from soleus_desktop.rules.engine import check
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from soleus_desktop.ui.start.templates import Template, Templates
from tests.ui.conftest import RESOURCES

SHIPPED = RESOURCES / "templates"
FILES = sorted(SHIPPED.glob("*.soleus"))


def test_those_that_ship_stand_first_and_the_foundation_before_all(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    for name, title in (("z", "alpine"), ("a", "Winter")):
        (own / f"{name}.soleus").write_bytes(plan_bytes(new_plan(1, title)))
    (own / "notes.txt").write_text("no template", encoding="utf-8")
    (own / "folder.soleus").mkdir()
    found = Templates(SHIPPED, own).all()
    assert [one.path.stem for one in found[:4]] == [
        "foundation",
        "trail",
        "return-from-injury",
        "busy",
    ]
    assert [(one.title, one.own) for one in found[4:]] == [("alpine", True), ("Winter", True)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_template_that_ships_has_nothing_found_and_says_what_it_is(
    path: Path, guide: Guide
) -> None:
    plan = open_plan(path, guide)
    assert check(plan, guide).findings == ()
    assert plan_bytes(plan) == path.read_bytes()
    assert (plan.start, plan.athlete.name, plan.coach) == (None, "", "")
    peeked = next(one for one in Templates(SHIPPED, None).all() if one.path == path)
    assert peeked == Template(path, False, plan.title, plan.notes.partition("\n")[0])
    assert 20 < len(peeked.about) < 130  # a sentence that a card has room for


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_weeks_are_named_after_phases(path: Path, guide: Guide) -> None:
    plan = open_plan(path, guide)
    phases = runs([week.label for week in plan.weeks])
    assert (phases[0].first, phases[-1].last) == (0, len(plan.weeks) - 1)
    assert any(phase.last > phase.first for phase in phases)
    assert sum(phase.last - phase.first + 1 for phase in phases) == len(plan.weeks)


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[1]", b"\xff\xfe", b'{"title": 3, "notes": []}', b"[" * 100_000]
)
def test_what_cannot_be_peeked_at_goes_by_its_files_name(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.soleus").write_bytes(data)
    found = Templates(tmp_path / "none", tmp_path).all()
    assert [(one.title, one.about, one.own) for one in found] == [("mine", "", True)]


def test_folders_that_are_not_there_hold_none(tmp_path: Path) -> None:
    assert Templates(tmp_path / "a", tmp_path / "b").all() == []
    assert Templates(tmp_path / "a", None).all() == []


def test_a_file_for_a_title(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "templates"
    assert Templates(SHIPPED, folder).path_for("5 / 10 km") == folder / "5 10 km.soleus"
    assert folder.is_dir()
    with pytest.raises(OSError, match="no folder for templates"):
        Templates(SHIPPED, None).path_for("x")
