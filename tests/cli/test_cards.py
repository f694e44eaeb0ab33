"""`soleus cards` with all it can be asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from soleus_desktop.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
CLEAN = str(SAMPLES / "clean.soleus")
OTHER = str(SAMPLES / "with-findings.soleus")
Out = pytest.CaptureFixture[str]


def pdf_of(path: Path) -> PdfReader:
    return PdfReader(io.BytesIO(path.read_bytes()))


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pdf_of(path).pages)


@pytest.mark.parametrize("layout", ["session", "log", "overview", "exercises", "coach"])
def test_every_layout_in_german(layout: str, tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "a.pdf"
    asked = ["cards", CLEAN, "-o", str(pdf), "--layout", layout, "--language", "de"]
    assert main(asked) == 0
    assert pdf_of(pdf).trailer["/Root"]["/Lang"] == "de"  # type: ignore[index]
    assert capsys.readouterr().err == ""


def test_several_plans_into_one_pdf(tmp_path: Path, capsys: Out) -> None:
    one, both = tmp_path / "one.pdf", tmp_path / "both.pdf"
    assert main(["cards", CLEAN, "-o", str(one)]) == 0
    assert main(["cards", CLEAN, OTHER, "-o", str(both)]) == 0
    assert len(pdf_of(both).pages) > len(pdf_of(one).pages)
    assert capsys.readouterr().out.count("\n") == 2


def test_each_plan_into_its_own_is_the_same_with_any_number_of_jobs(
    tmp_path: Path, capsys: Out
) -> None:
    for jobs in ("1", "2"):
        folder = str(tmp_path / jobs)
        assert main(["cards", CLEAN, OTHER, "--each", folder, "--jobs", jobs]) == 0
    names = ("clean.pdf", "with-findings.pdf")
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()
    said = capsys.readouterr().out.splitlines()
    assert [Path(line.partition(":")[0]).name for line in said] == [*names, *names]


def test_weeks_and_days_are_chosen(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    assert main(["cards", CLEAN, "-o", str(pdf), "--weeks", "1", "--days", "mon,fri"]) == 0
    titles = [item.title for item in pdf_of(pdf).outline[1]]  # type: ignore[union-attr, index]
    assert len(pdf_of(pdf).outline) == 2
    assert titles
    assert all(title.startswith(("Monday", "Friday")) for title in titles)


def test_a_letterhead(tmp_path: Path, capsys: Out) -> None:
    logo = Path(__file__).resolve().parents[2] / "resources" / "icons" / "soleus-64.png"
    pdf = tmp_path / "a.pdf"
    lines = ["--practice", "River practice", "--practice", "office@example.org"]
    assert main(["cards", CLEAN, "-o", str(pdf), *lines, "--logo", str(logo)]) == 0
    assert "River practice" in text_of(pdf)
    broken = tmp_path / "logo.png"
    broken.write_bytes(b"\x89PNG not at all")
    assert main(["cards", CLEAN, "-o", str(pdf), "--logo", str(broken)]) == 0
    assert "The logo was left out" in capsys.readouterr().err


def test_boxes_can_be_filled_in(tmp_path: Path) -> None:
    pdf = tmp_path / "a.pdf"
    for more, named in ((["--fillable"], True), ([], False)):
        assert main(["cards", CLEAN, "-o", str(pdf), "--layout", "log", *more]) == 0
        fields = pdf_of(pdf).get_fields() or {}
        assert ("w1.mon.e1.set1.weight" in fields) == named


def test_a_small_card_takes_as_many_as_there_is_room_for(tmp_path: Path) -> None:
    for paper, more in (("3x5", []), ("a4", ["--large-print"])):
        pdf = tmp_path / f"{paper}.pdf"
        assert main(["cards", CLEAN, "-o", str(pdf), "--paper", paper, *more]) == 0


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--paper", "3x5", "--per-page", "4"], "3x5 takes 1 to a page, not 4"),
        (["--layout", "log", "--paper", "a6"], "Training log: made for a4, letter, a5"),
        (["--language", "xx"], "invalid choice: 'xx'"),
        (["--weeks", "0"], "expected weeks from 1 on"),
        (["--weeks", "2-x"], "expected weeks as 1-4,6"),
        (["--weeks", "3-1"], "expected the first week before the last, found '3-1'"),
        (["--weeks", "9" * 5000], "expected weeks as 1-4,6"),
        (["--days", "someday"], "expected days as mon,tue"),
        (["--jobs", "0"], "expected a number from 1 to 64"),
        (["--practice", "x" * 300], "a line has at most 200 characters"),
        (["--logo", "nowhere.png"], "the logo nowhere.png: there is no such file"),
        (["--weeks", "9"], "none of the chosen days has exercises"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    more: list[str], says: str, tmp_path: Path, capsys: Out
) -> None:
    pdf = tmp_path / "a.pdf"
    asked = ["cards", CLEAN, "-o", str(pdf), *more]
    try:
        assert main(asked) == 2
    except SystemExit as end:
        assert end.code == 2
    err = capsys.readouterr().err
    assert says in err
    assert err.count("\n") == 1
    assert not pdf.exists()


def test_two_plans_of_one_name_are_not_written_over_each_other(tmp_path: Path, capsys: Out) -> None:
    twin = tmp_path / "clean.soleus"
    twin.write_bytes(Path(CLEAN).read_bytes())
    assert main(["cards", CLEAN, str(twin), "--each", str(tmp_path / "out")]) == 2
    assert "two plans would be" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_plan_that_cannot_be_printed_keeps_no_other_from_it(
    jobs: str, tmp_path: Path, capsys: Out
) -> None:
    out = tmp_path / "out"
    asked = ["cards", "nowhere.soleus", CLEAN, OTHER, "--each", str(out), "--jobs", jobs]
    assert main(asked) == 2
    said = capsys.readouterr()
    assert said.err == "soleus: nowhere.soleus: there is no such file or folder\n"
    assert sorted(path.name for path in out.iterdir()) == ["clean.pdf", "with-findings.pdf"]
    assert said.out.count("\n") == 2


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--layout", "overview", "--fillable"], "--fillable changes nothing"),
        (["--layout", "log", "--backs", "log"], "--backs changes nothing"),
        (["--layout", "log", "--per-page", "8"], "--per-page changes nothing"),
        (["--jobs", "3"], "--jobs changes nothing: it is for --each"),
    ],
)
def test_an_option_that_changes_nothing_is_said(
    more: list[str], says: str, tmp_path: Path, capsys: Out
) -> None:
    assert main(["cards", CLEAN, "-o", str(tmp_path / "a.pdf"), *more]) == 0
    said = capsys.readouterr()
    assert says in said.err
    assert said.err.count("\n") == 1


def test_days_have_whole_names_too_and_pages_are_counted_where_there_are_no_cards(
    tmp_path: Path, capsys: Out
) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for pdf, days in ((one, "Monday, fri"), (other, "mon,fri")):
        assert main(["cards", CLEAN, "-o", str(pdf), "--days", days, "--layout", "log"]) == 0
    assert one.read_bytes() == other.read_bytes()
    assert capsys.readouterr().out.endswith("other.pdf: 1 page.\n")
