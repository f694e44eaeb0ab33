"""`soleus fix`, `cards`, `new`, `rules` and `schema`."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from soleus_desktop.cli import main
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.table import BY_ID
from soleus_desktop.storage.plan_file import open_plan

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "tests" / "samples"
TEMPLATES = sorted(path.stem for path in (ROOT / "resources" / "templates").glob("*.soleus"))

Out = pytest.CaptureFixture[str]


@pytest.fixture
def three(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "three-findings.soleus", tmp_path / "three.soleus"))


@pytest.mark.parametrize(
    "words", ["check PLAN |", "fix |", "fix PLAN -o |", "cards PLAN -o |", "new -o |"]
)
def test_an_empty_name_is_no_file(words: str, three: Path, capsys: Out) -> None:
    """As it comes of a variable that is not set; `fix` must not take it for "in place"."""
    before = three.read_bytes()
    told = {"PLAN": str(three), "|": ""}
    with pytest.raises(SystemExit) as ended:
        main([told.get(word, word) for word in words.split()])
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert "expected the name of a file" in err
    assert err.count("\n") == 1
    assert three.read_bytes() == before


# --- fix ----------------------------------------------------------------------------------------


def test_fix_in_place(three: Path, guide: Guide, capsys: Out) -> None:
    assert main(["fix", str(three)]) == 0
    assert capsys.readouterr() == (
        "Week 1, Monday: Bent-knee calf raise: Set to 4 sets\n"
        f"1 mended, 2 left for you to decide (see `soleus check`). Written to {three}.\n",
        "",
    )
    fixed = open_plan(three, guide)
    assert fixed.weeks[0].days[0].entries[0].dose.sets == 4
    assert [finding.rule.id for finding in check(fixed, guide).open] == [
        "not-per-leg",
        "uphill-on-training-day",
    ]


def test_fix_into_another_file(three: Path, guide: Guide, tmp_path: Path) -> None:
    before, other = three.read_bytes(), tmp_path / "other.soleus"
    assert main(["fix", str(three), "-o", str(other)]) == 0
    assert three.read_bytes() == before
    assert open_plan(other, guide).weeks[0].days[0].entries[0].dose.sets == 4


def test_fix_with_nothing_to_mend(tmp_path: Path, capsys: Out) -> None:
    path = Path(shutil.copy(SAMPLES / "clean.soleus", tmp_path))
    modified = path.stat().st_mtime_ns, path.stat().st_ino
    assert main(["fix", str(path)]) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == modified
    assert main(["fix", str(path), "-o", str(tmp_path / "copy")]) == 0
    assert (tmp_path / "copy").read_bytes() == path.read_bytes()


def test_fix_keeps_unknown_keys_and_everything_else(tmp_path: Path, guide: Guide) -> None:
    tree = json.loads((SAMPLES / "everything.soleus").read_text(encoding="utf-8"))
    tree["weeks"][0]["days"][0]["entries"][2]["dose"]["sets"] = 9
    path = tmp_path / "plan.soleus"
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["fix", str(path)]) == 0
    tree["weeks"][0]["days"][0]["entries"][2]["dose"]["sets"] = 3
    assert json.loads(path.read_text(encoding="utf-8")) == tree


def test_fix_of_a_file_that_cannot_be_used(tmp_path: Path, capsys: Out) -> None:
    path = tmp_path / "newer.soleus"
    path.write_text('{"format": "soleus-plan", "version": 2}', encoding="utf-8")
    assert main(["fix", str(path)]) == 2
    assert "newer version" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == '{"format": "soleus-plan", "version": 2}'


def test_fix_of_a_protected_file(three: Path, capsys: Out) -> None:
    before = three.read_bytes()
    three.chmod(0o444)
    assert main(["fix", str(three)]) == 2
    assert capsys.readouterr().err == (
        f"soleus: {three} was not written: it is protected against writing\n"
    )
    assert three.read_bytes() == before


# --- cards --------------------------------------------------------------------------------------


@pytest.mark.parametrize("per_page", ["1", "2", "4"])
def test_cards(per_page: str, tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "cards.pdf"
    plan = str(SAMPLES / "clean.soleus")
    assert main(["cards", plan, "-o", str(pdf), "--paper", "letter", "--per-page", per_page]) == 0
    pages = len(PdfReader(io.BytesIO(pdf.read_bytes())).pages)
    out, err = capsys.readouterr()
    assert out.startswith(f"{pdf}: ")
    assert out.endswith(f" on {pages} page{'s' if pages > 1 else ''}.\n")
    assert err == ""


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        main(["cards", str(SAMPLES / "everything.soleus"), "-o", str(tmp_path / name)])
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_what_does_not_print_as_typed_is_said(tmp_path: Path, capsys: Out) -> None:
    plan, pdf = str(SAMPLES / "everything.soleus"), str(tmp_path / "a.pdf")
    assert main(["cards", plan, "-o", pdf]) == 0
    assert "U+65E5" in capsys.readouterr().err


def test_cards_never_replace_the_plan(three: Path, capsys: Out) -> None:
    before = three.read_bytes()
    link = three.with_name("link.pdf")
    link.symlink_to(three)
    for output in (three, link):
        assert main(["cards", str(three), "-o", str(output)]) == 2
        assert f"soleus: {output} is the plan itself" in capsys.readouterr().err
    assert three.read_bytes() == before


def test_cards_of_an_empty_plan(tmp_path: Path, capsys: Out) -> None:
    plan, pdf = tmp_path / "plan.soleus", tmp_path / "cards.pdf"
    main(["new", "-o", str(plan)])
    assert main(["cards", str(plan), "-o", str(pdf)]) == 2
    assert f"soleus: {plan} was not printed: " in capsys.readouterr().err
    assert not pdf.exists()


def test_cards_into_a_folder_that_is_not_there(tmp_path: Path, capsys: Out) -> None:
    pdf = tmp_path / "nowhere" / "cards.pdf"
    assert main(["cards", str(SAMPLES / "clean.soleus"), "-o", str(pdf)]) == 2
    assert capsys.readouterr().err.startswith(f"soleus: {pdf} was not written: there is no such")


# --- new ----------------------------------------------------------------------------------------


def test_new_is_empty_and_four_weeks_long(tmp_path: Path, guide: Guide, capsys: Out) -> None:
    path = tmp_path / "plan.soleus"
    assert main(["new", "-o", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: 4 weeks.\n"
    plan = open_plan(path, guide)
    assert len(plan.weeks) == 4
    assert not any(day.entries for week in plan.weeks for day in week.days)


def test_new_leaves_what_is_there(tmp_path: Path, guide: Guide, capsys: Out) -> None:
    path = tmp_path / "plan.soleus"
    path.write_text("precious", encoding="utf-8")
    assert main(["new", "-o", str(path)]) == 2
    assert "is there already and was left as it is" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "precious"
    assert main(["new", "-o", str(path), "--weeks", "1", "--force"]) == 0
    assert len(open_plan(path, guide).weeks) == 1


def test_the_templates_that_there_are() -> None:
    assert {"foundation", "trail", "return-from-injury", "busy"} <= set(TEMPLATES)


@pytest.mark.parametrize("name", TEMPLATES)
@pytest.mark.parametrize("weeks", [None, 1, 2, 3, 4, 5, 7, 9, 11, 30])
def test_a_template_is_clean_at_any_length(
    name: str, weeks: int | None, tmp_path: Path, guide: Guide
) -> None:
    path = tmp_path / "plan.soleus"
    length = [] if weeks is None else ["--weeks", str(weeks)]
    assert main(["new", "--template", name, "-o", str(path), *length]) == 0
    plan = open_plan(path, guide)
    assert weeks in (None, len(plan.weeks))
    assert check(plan, guide).findings == ()
    assert plan.title
    assert plan.start is None


def test_a_template_as_it_is_is_the_same_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.soleus"
    main(["new", "--template", "foundation", "-o", str(path)])
    template = ROOT / "resources" / "templates" / "foundation.soleus"
    assert path.read_bytes() == template.read_bytes()


def test_an_unknown_template(tmp_path: Path, capsys: Out) -> None:
    assert main(["new", "--template", "sprint", "-o", str(tmp_path / "x")]) == 2
    assert capsys.readouterr().err == (
        f"soleus: there is no template 'sprint'; there are {', '.join(TEMPLATES)}\n"
    )
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("weeks", ["0", "-1", "261", "2.5", "four", "٤", "9" * 5000])
def test_weeks_that_cannot_be(weeks: str, tmp_path: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["new", "-o", str(tmp_path / "x"), f"--weeks={weeks}"])
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert f"expected a number of weeks from 1 to {MAX_WEEKS}" in err
    assert err.count("\n") == 1


# --- rules and schema ---------------------------------------------------------------------------


def test_the_list_of_rules(capsys: Out) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines] == [
        [rule.id, rule.severity] for rule in BY_ID.values()
    ]
    assert all(line.endswith(BY_ID[line.split()[0]].title) for line in lines)


@pytest.mark.parametrize("rule", BY_ID)
def test_the_help_of_a_rule(rule: str, guide: Guide, capsys: Out) -> None:
    assert main(["rules", rule]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule} ({BY_ID[rule].severity})\n")
    assert BY_ID[rule].help.strip() in out
    for cite in BY_ID[rule].rests_on:
        assert f"  {cite}: {guide.facts[cite].says}\n" in out


def test_an_unknown_rule(capsys: Out) -> None:
    assert main(["rules", "stage-skiped"]) == 2
    assert capsys.readouterr().err == (
        "soleus: there is no rule 'stage-skiped'; did you mean stage-skipped?\n"
    )
    assert main(["rules", "x"]) == 2
    assert "`soleus rules` lists them" in capsys.readouterr().err


def test_the_schema(capsys: Out) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"].endswith("2020-12/schema")
    assert "weeks" in schema["properties"]
