"""`soleus check`: findings for people and for programs, and what the exit code says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.cli import main

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
CLEAN, THREE, MANY = (
    str(SAMPLES / f"{name}.soleus") for name in ("clean", "three-findings", "with-findings")
)

Out = pytest.CaptureFixture[str]


@pytest.fixture
def broken(tmp_path: Path) -> str:
    path = tmp_path / "broken.soleus"
    text = Path(CLEAN).read_text(encoding="utf-8")
    path.write_text(text.replace('"sets": 3', '"sets": 0', 1), encoding="utf-8")
    return str(path)


def test_a_clean_plan(capsys: Out) -> None:
    assert main(["check", CLEAN]) == 0
    assert capsys.readouterr() == (f"{CLEAN}\n  Follows the guide.\n", "")


def test_findings_for_people(capsys: Out) -> None:
    assert main(["check", THREE]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == THREE
    assert lines[1].startswith("  error   Week 1, Monday: Bent-knee calf raise: 5 sets; ")
    assert lines[2] == "          sets-outside-guide, entry r1; cites bent-knee-calf-raise.dose"
    assert lines[3] == "          fix: Set to 4 sets (safe)"
    assert [line.split(":")[0] for line in lines if line.startswith("  hint")] == [
        "  hint    Week 2, Sunday"
    ]
    assert "          fix: Make it a recovery day" in lines
    assert lines[-1] == "  2 errors, 1 hint."


def test_findings_for_programs(capsys: Out) -> None:
    assert main(["check", THREE, "--format", "json"]) == 1
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["findings", "counts"]
    assert result["counts"] == {"error": 2, "warning": 0, "hint": 1, "waived": 0}
    first, *_, last = result["findings"]
    assert " ".join(first) == (
        "rule severity week day entry exercise message cites fixes waived reason"
    )
    assert first | {"message": ""} == {
        "rule": "sets-outside-guide",
        "severity": "error",
        "week": 1,
        "day": "mon",
        "entry": "r1",
        "exercise": "bent-knee-calf-raise",
        "message": "",
        "cites": ["bent-knee-calf-raise.dose"],
        "fixes": [{"title": "Set to 4 sets", "safety": "safe"}],
        "waived": False,
        "reason": None,
    }
    assert "5 sets" in first["message"]
    assert (last["rule"], last["week"], last["day"]) == ("uphill-on-training-day", 2, "sun")


def test_a_finding_of_the_whole_plan_and_a_waived_one(capsys: Out) -> None:
    assert main(["check", MANY, "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    [whole] = [finding for finding in findings if finding["week"] is None]
    assert whole["rule"] == "trail-without-eccentric"
    assert (whole["day"], whole["entry"]) == (None, None)
    [waived] = [finding for finding in findings if finding["waived"]]
    assert waived["reason"] == "the treadmill is the warm-up"
    [skipped] = [finding for finding in findings if finding["rule"] == "stage-skipped"]
    assert (skipped["week"], skipped["day"], skipped["entry"]) == (2, "mon", "e7")

    assert main(["check", MANY]) == 1
    text = capsys.readouterr().out
    assert "  hint    Whole plan: " in text
    assert "  waived  Week 1, Sunday: " in text
    assert "          waived: the treadmill is the warm-up\n" in text
    assert text.endswith("  4 errors, 2 warnings, 1 hint, 1 waived.\n")


@pytest.mark.parametrize(
    ("rules", "level", "code"),
    [
        ((), "hint", 0),
        (("hint",), "error", 0),
        (("hint",), "warning", 0),
        (("hint",), "hint", 1),
        (("warning",), "error", 0),
        (("warning",), "warning", 1),
        (("warning",), "hint", 1),
        (("error",), "error", 1),
        (("error",), "warning", 1),
        (("error",), "hint", 1),
        (("waived",), "hint", 0),
    ],
)
def test_what_fails(
    rules: tuple[str, ...], level: str, code: int, tmp_path: Path, capsys: Out
) -> None:
    tree: Any = json.loads(Path(CLEAN).read_text(encoding="utf-8"))
    days = tree["weeks"][1]["days"]
    if "hint" in rules or "waived" in rules:
        days[6]["kind"] = "training"  # with an uphill walk
    if "waived" in rules:
        entry = days[6]["entries"][0]["id"]
        tree["waivers"] = [{"rule": "uphill-on-training-day", "entry": entry, "reason": "so be it"}]
    if "warning" in rules:
        tree["weeks"][0]["days"][2]["entries"][0]["load"] = None  # of the seated raise
    if "error" in rules:
        tree["weeks"][0]["days"][0]["entries"][0]["dose"]["sets"] = 5
    path = tmp_path / "plan.soleus"
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["check", str(path), "--fail-on", level]) == code
    if rules == ("waived",):
        assert capsys.readouterr().out.endswith("  Follows the guide (1 waived).\n")


def test_the_usual_level_is_error(tmp_path: Path) -> None:
    assert main(["check", THREE]) == 1
    text = Path(THREE).read_text(encoding="utf-8").replace('"sets": 5', '"sets": 4')
    path = tmp_path / "plan.soleus"
    path.write_text(text.replace('"per_leg": false', '"per_leg": true'), encoding="utf-8")
    assert main(["check", str(path), "--fail-on", "hint"]) == 1
    assert main(["check", str(path)]) == 0


def test_a_file_that_cannot_be_used(broken: str, capsys: Out) -> None:
    assert main(["check", broken]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        f"soleus: {broken}: weeks[0].days[0].entries[0].dose.sets: "
        "expected a whole number from 1 to 1000, found 0\n"
    )


def test_the_others_are_still_reported(broken: str, capsys: Out) -> None:
    assert main(["check", CLEAN, broken, "no-such-file.soleus", THREE]) == 2
    out, err = capsys.readouterr()
    assert f"{CLEAN}\n  Follows the guide.\n" in out
    assert "2 errors, 1 hint." in out
    assert broken in err
    assert "soleus: no-such-file.soleus: there is no such file or folder\n" in err


def test_several_files_for_programs(broken: str, capsys: Out) -> None:
    assert main(["check", CLEAN, broken, THREE, "--format", "json"]) == 2
    out, err = capsys.readouterr()
    clean, bad, three = json.loads(out)
    assert clean == {
        "file": CLEAN,
        "findings": [],
        "counts": {"error": 0, "warning": 0, "hint": 0, "waived": 0},
    }
    assert (three["file"], three["counts"]["error"]) == (THREE, 2)
    assert bad == {
        "file": broken,
        "error": "weeks[0].days[0].entries[0].dose.sets: "
        "expected a whole number from 1 to 1000, found 0",
        "problems": [
            {
                "place": "weeks[0].days[0].entries[0].dose.sets",
                "message": "expected a whole number from 1 to 1000, found 0",
            }
        ],
    }
    assert broken in err


def test_one_bad_file_for_programs(broken: str, capsys: Out) -> None:
    assert main(["check", broken, "--format", "json"]) == 2
    assert list(json.loads(capsys.readouterr().out)) == ["error", "problems"]


def test_an_empty_plan(tmp_path: Path, capsys: Out) -> None:
    path = str(tmp_path / "plan.soleus")
    main(["new", "-o", path])
    assert main(["check", path, "--fail-on", "hint"]) == 0
    assert capsys.readouterr().out.endswith("  No entries yet, so there is nothing to check.\n")


def test_text_of_a_plan_cannot_draw_in_the_terminal(tmp_path: Path, capsys: Out) -> None:
    tree = json.loads(Path(CLEAN).read_text(encoding="utf-8"))
    own = {"id": "own", "name": "Wall\nsit \u202e\u2066", "dose": "hold", "knee": "straight"}
    tree["exercises"] = [own | {"ranges": {}}]
    dose = {"type": "hold", "sets": 3, "seconds": 30}
    entry = {"id": "x\n  error   Week 9", "exercise": "own", "dose": dose}
    tree["weeks"][0]["days"][1]["entries"] = [entry]
    path = tmp_path / "plan.soleus"
    path.write_text(json.dumps(tree), encoding="utf-8")
    assert main(["check", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Wall sit \\u202e\\u2066" in out
    assert not any(line.startswith("  error") for line in out.splitlines())
