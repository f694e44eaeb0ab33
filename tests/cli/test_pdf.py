"""Plans in PDFs on the command line: printed into one, checked, mended and printed out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.cli import main
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from tests.build import GUIDE

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
THREE = str(SAMPLES / "three-findings.soleus")
FOUNDATION = str(SAMPLES.parent.parent / "resources" / "templates" / "foundation.soleus")

Out = pytest.CaptureFixture[str]


def test_a_plan_is_checked_and_mended_out_of_its_cards(tmp_path: Path, capsys: Out) -> None:
    pdf, mended = str(tmp_path / "cards.PDF"), tmp_path / "mended.soleus"
    assert main(["cards", THREE, "-o", pdf]) == 0
    assert main(["check", THREE]) == main(["check", pdf]) == 1
    before = Path(pdf).read_bytes()
    capsys.readouterr()
    assert main(["fix", pdf]) == 2
    assert "is a PDF and stays as it is" in capsys.readouterr().err
    assert main(["fix", THREE, "-o", pdf]) == 2
    assert Path(pdf).read_bytes() == before
    assert main(["fix", pdf, "-o", str(mended)]) == 0
    assert open_plan(mended, GUIDE).title == open_plan(THREE, GUIDE).title
    assert main(["cards", pdf, "-o", pdf]) == 2


def test_of_several_one_is_named(tmp_path: Path, capsys: Out) -> None:
    pdf = str(tmp_path / "two.pdf")
    assert main(["cards", FOUNDATION, THREE, "-o", pdf, "--layout", "coach"]) == 0
    capsys.readouterr()
    assert main(["check", pdf]) == 2
    said = capsys.readouterr().err
    assert "it holds 2 plans (1 " in said
    assert f"name one, as {pdf}#1" in said
    for number, file in enumerate((FOUNDATION, THREE), 1):
        assert plan_bytes(open_plan(pdf, GUIDE, number - 1)) == plan_bytes(open_plan(file, GUIDE))
        assert main(["check", f"{pdf}#{number}"]) == main(["check", file])
    assert main(["cards", f"{pdf}#2", "-o", pdf]) == 2
    assert main(["check", f"{pdf}#3"]) == 2
    assert "no number 3" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["--no-plan"], ["--layout", "log"]])
def test_it_may_be_left_out(options: list[str], tmp_path: Path, capsys: Out) -> None:
    pdf = str(tmp_path / "cards.pdf")
    assert main(["cards", THREE, "-o", pdf, *options]) == 0
    assert main(["check", pdf]) == 2
    assert "has no plan attached" in capsys.readouterr().err
    assert main(["cards", THREE, "-o", pdf, *options, "--plan"]) == 0
    assert main(["check", pdf]) == 1
