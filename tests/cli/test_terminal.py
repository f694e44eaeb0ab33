"""How the command line behaves as a program: streams, signals, locales, without Qt."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop import __version__, cli
from soleus_desktop.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "tests" / "samples"
CLEAN = str(SAMPLES / "clean.soleus")
SOLEUS = [sys.executable, "-m", "soleus_desktop.cli"]
needs_posix = pytest.mark.skipif(os.name == "nt", reason="shells and devices of POSIX")

Out = pytest.CaptureFixture[str]


def soleus(*arguments: str, **named: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONWARNINGS": "error", **named.pop("env", {})}
    return subprocess.run(
        [*SOLEUS, *arguments], cwd=ROOT, env=environment, capture_output=True, **named
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "the following arguments are required: COMMAND (see `soleus --help`)"),
        (["check"], "the following arguments are required: FILE (see `soleus check --help`)"),
        (["check", CLEAN, "--fail-on", "nothing"], "invalid choice: 'nothing'"),
        (["mend", CLEAN], "invalid choice: 'mend'"),
        (["cards", CLEAN], "one of the arguments -o/--output --each is required"),
        (["cards", CLEAN, "-o", "x.pdf", "--per-page", "3"], "invalid choice: 3"),
        (["cards", CLEAN, "-o", "x.pdf", "--paper", "a3"], "invalid choice: 'a3'"),
    ],
)
def test_what_is_not_understood_is_one_sentence(
    arguments: list[str], said: str, capsys: Out
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith("soleus: ")
    assert said in err


@pytest.mark.parametrize("arguments", [["--help"], *([c, "--help"] for c in ("check", "new"))])
def test_help(arguments: list[str], capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("usage: soleus")
    if arguments == ["--help"]:
        for name in ("check", "fix", "cards", "new", "rules", "schema"):
            assert f"\n    {name} " in out


def test_the_version(capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"soleus {__version__}\n"


def test_a_fault_of_the_program_is_a_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def fail(options: object) -> int:
        raise KeyError("what\never")

    monkeypatch.setattr(cli.rules, "run", fail)
    assert main(["rules"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("soleus: this is a fault in the program, please report it: KeyError")
    assert err.count("\n") == 1


def test_an_interrupt(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def interrupted(options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.rules, "run", interrupted)
    assert main(["rules"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_real_run(tmp_path: Path) -> None:
    plan = shutil.copy(SAMPLES / "three-findings.soleus", tmp_path / "ä plan.soleus")
    answer = soleus("check", str(plan), "--format", "json")
    assert (answer.returncode, answer.stderr) == (1, b"")
    assert json.loads(answer.stdout)["counts"]["error"] == 2


def test_utf8_whatever_the_locale() -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    answer = soleus("rules", "knee-outside-guide", env=plain)
    assert answer.returncode == 0
    assert "20–30°" in answer.stdout.decode("utf-8")
    answer = soleus("check", "käse.soleus", env=plain | {"PYTHONIOENCODING": "cp1252"})
    assert answer.returncode == 2
    assert "käse.soleus: there is no such file" in answer.stderr.decode("utf-8")


@needs_posix
def test_nobody_listens() -> None:
    command = f'"{sys.executable}" -m soleus_desktop.cli schema | true; echo "${{PIPESTATUS[0]}}"'
    answer = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert (answer.stdout, answer.stderr) == ("141\n", "")


@needs_posix
@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        (">&-", 0, ""),
        ("2>&-", 0, ""),
        (">&- 2>&-", 0, ""),
        ("> /dev/full", 2, "soleus: the output could not be written: the disk is full\n"),
    ],
)
def test_streams_that_are_closed_or_full(redirection: str, code: int, said: str) -> None:
    command = f'"{sys.executable}" -m soleus_desktop.cli check "{CLEAN}" {redirection}'
    answer = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (code, said)


def test_qt_and_reportlab_are_not_loaded_for_a_check() -> None:
    code = (
        "import sys; from soleus_desktop.cli import main; main(['check', sys.argv[1]]);"
        "print([name for name in ('PySide6', 'shiboken6', 'reportlab') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code, CLEAN], cwd=ROOT, capture_output=True, text=True
    )
    assert answer.stdout.splitlines()[-1] == "[]"
