"""`soleus export` and `soleus import`."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.cli import main
from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.plan_file import open_plan

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CLEAN = str(SAMPLES / "clean.soleus")
Out = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("ics", b"BEGIN:VCALENDAR"), ("csv", b"\xef\xbb\xbfweek,"), ("txt", b"Two"), ("md", b"# Two")],
)
def test_export_by_ending(tmp_path: Path, ending: str, begins: bytes, capsys: Out) -> None:
    out = tmp_path / f"plan.{ending.upper()}"
    assert main(["export", CLEAN, "-o", str(out)]) == 0
    assert out.read_bytes().startswith(begins)
    assert capsys.readouterr().err == ""


def test_export_and_import_again(tmp_path: Path, guide: Guide, capsys: Out) -> None:
    sheet, plan = tmp_path / "Two weeks.csv", tmp_path / "again.soleus"
    assert main(["export", CLEAN, "-o", str(sheet)]) == 0
    assert main(["import", str(sheet), "-o", str(plan)]) == 0
    assert capsys.readouterr().err == ""
    again, before = open_plan(plan, guide), open_plan(CLEAN, guide)
    assert (again.title, again.start) == (before.title, before.start)
    assert len(again.weeks) == len(before.weeks)
    assert main(["import", str(sheet), "-o", str(plan)]) == 2
    assert "--force" in capsys.readouterr().err


def test_what_cannot_be_is_said(tmp_path: Path, capsys: Out) -> None:
    assert main(["export", CLEAN, "-o", str(tmp_path / "plan.doc")]) == 2
    assert "endings .ics" in capsys.readouterr().err
    undated = tmp_path / "undated.soleus"
    assert main(["new", "-o", str(undated)]) == 0
    assert main(["export", str(undated), "-o", str(tmp_path / "plan.ics")]) == 2
    assert "no start date" in capsys.readouterr().err
    assert main(["export", str(undated), "-o", str(undated), "--to", "md"]) == 2
    assert "the plan itself" in capsys.readouterr().err
    assert main(["import", str(undated), "-o", str(tmp_path / "x.soleus")]) == 2
    assert "no column week" in capsys.readouterr().err
    assert not (tmp_path / "x.soleus").exists()


def test_the_report_of_an_import_is_on_standard_error(tmp_path: Path, capsys: Out) -> None:
    sheet = tmp_path / "people.csv"
    sheet.write_text("week,day,exercise\n1,mon,Ballerina\n1,someday,seated calf raise\n")
    assert main(["import", str(sheet), "-o", str(tmp_path / "p.soleus")]) == 0
    err = capsys.readouterr().err
    assert "'Ballerina' is not in the guide" in err
    assert "day is none from mon to sun" in err
