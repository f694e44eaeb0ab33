"""The way from a fresh checkout: one lock for every installer, clear words when it cannot go on."""

from __future__ import annotations

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"

Lock = dict[tuple[str, str], set[str]]  # (name, version) -> the hashes of all its files


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """bootstrap.py as a module, with its neighbours `environment` and `system`."""
    monkeypatch.syspath_prepend(str(BOOTSTRAP.parent))
    for name in ("bootstrap", "environment", "system"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("bootstrap")


def read_uv_lock() -> dict[str, Any]:
    return tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def locked() -> Lock:
    return {
        (package["name"], package["version"]): {
            file["hash"] for file in (*package["wheels"], package.get("sdist")) if file
        }
        for package in read_uv_lock()["package"]
        if package["name"] != "soleus-desktop"
    }


def required(file: str) -> Lock:
    text = (BOOTSTRAP.parent / file).read_text(encoding="utf-8")
    requirements = text.replace("\\\n", " ").splitlines()
    return {
        (found[1], found[2]): set(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
        for line in requirements
        if (found := re.match(r"([a-z0-9-]+)==(\S+)", line))
    }


def test_pip_installs_what_uv_locked() -> None:
    assert required("requirements-test.txt") == locked()


def test_run_installs_a_part_of_what_test_installs() -> None:
    run, test = required("requirements.txt"), required("requirements-test.txt")
    assert run.items() < test.items()
    names = {name for name, _ in run}
    assert names.isdisjoint({"pytest", "mypy", "ruff"})
    assert {"pyside6-essentials", "reportlab", "pydantic", "hatchling"} <= names


def test_the_lock_answers_to_pyproject() -> None:
    def comparable(requirement: Requirement) -> tuple[str, frozenset[str], str, str]:
        name = requirement.name.lower()
        marker = str(requirement.marker or "").replace("python_full_version", "python_version")
        return name, frozenset(requirement.extras), str(requirement.specifier), marker

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ours = [package for package in read_uv_lock()["package"] if package["name"] == "soleus-desktop"]
    recorded = [
        Requirement(
            f"{entry['name']}[{','.join(entry.get('extras', []))}]{entry['specifier']}"
            + (f"; {entry['marker']}" if "marker" in entry else "")
        )
        for entry in ours[0]["metadata"]["requires-dist"]
    ]
    declared = [Requirement(line) for line in project["project"]["dependencies"]]
    assert sorted(map(comparable, recorded), key=str) == sorted(map(comparable, declared), key=str)


def test_the_lock_names_the_public_registry_alone() -> None:
    hosts = re.findall(r'https?://([^/"]+)', (ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(hosts) == {"pypi.org", "files.pythonhosted.org"}


def test_python_3_11_never_gets_the_qt_that_dies_there() -> None:
    (line,) = re.findall(
        r"^pyside6-essentials==.*< '3.12'",
        (BOOTSTRAP.parent / "requirements.txt").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    assert not Requirement(line).specifier.contains("6.12.0")


def test_help_names_both_commands() -> None:
    answer = subprocess.run(
        [sys.executable, str(BOOTSTRAP), "--help"], capture_output=True, text=True
    )
    assert answer.returncode == 0
    assert "bootstrap.py run" in answer.stdout
    assert "bootstrap.py test" in answer.stdout


def test_an_older_python_gets_one_sentence() -> None:
    source = BOOTSTRAP.read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))  # it has to be read to be refused
    assert "__future__" not in source  # 3.6 would stumble over the one that all others have
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2)"
    start = f"runpy.run_path({str(BOOTSTRAP)!r}, run_name='__main__')"
    answer = subprocess.run(
        [sys.executable, "-c", f"{pretend}; {start}"], capture_output=True, text=True
    )
    assert answer.returncode == 1
    assert answer.stderr == "Soleus Desktop needs Python 3.11 or newer; this is 3.9.2.\n"


def test_without_a_display_run_checks_and_prints(
    scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The environment is the one of this test; all after it is as a person would get it."""
    monkeypatch.setattr(scripts.environment, "prepare", lambda purpose: None)
    monkeypatch.setattr(scripts, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(scripts, "SAMPLE", tmp_path / "build" / "sample.soleus")
    monkeypatch.setattr(scripts, "CARDS", tmp_path / "build" / "cards.pdf")
    monkeypatch.setattr(scripts.system, "has_display", lambda: False)

    assert scripts.run() == 0

    output, errors = capfd.readouterr()
    assert str(scripts.CARDS) in output.splitlines()[-1]
    assert scripts.CARDS.read_bytes().startswith(b"%PDF-")
    assert errors == ""


def test_a_finished_environment_is_left_alone(
    scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = scripts.environment
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp")
    environment.STAMP.write_text(f"{environment._lock_digest()} test\n", encoding="utf-8")

    environment.prepare("run")
    environment.prepare("test")

    assert capfd.readouterr() == ("", "")


def test_another_lock_means_another_environment(scripts: Any, tmp_path: Path) -> None:
    environment = scripts.environment
    before = environment._lock_digest()
    longer = tmp_path / "requirements.txt"
    longer.write_bytes(environment.REQUIREMENTS["run"].read_bytes() + b"another==1.0\n")
    environment.REQUIREMENTS["run"] = longer
    assert environment._lock_digest() != before


@pytest.mark.slow
def test_without_a_way_to_the_registry_it_says_so(tmp_path: Path) -> None:
    shutil.copytree(BOOTSTRAP.parent, tmp_path / "packaging")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PIP_")}
    answer = subprocess.run(
        [sys.executable, str(tmp_path / "packaging" / "bootstrap.py"), "run"],
        env={**environment, "PATH": "", "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 1
    assert answer.stderr.splitlines()[-1].startswith(
        "bootstrap: The dependencies could not be installed"
    )
    assert "Traceback" not in answer.stderr


def test_a_library_that_is_not_there_is_missed(scripts: Any) -> None:
    libraries = {"libc.so.6": "libc6", "libnot-there.so.9": "libnot-there9"}
    expected = {"libnot-there.so.9": "libnot-there9"} if sys.platform == "linux" else {}
    assert scripts.system._missing_libraries(libraries) == expected


def test_only_root_installs_others_get_the_line(
    scripts: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts.system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    line = "sudo apt-get install --yes --no-install-recommends libegl1 libgl1"
    with pytest.raises(scripts.system.Missing, match=line):
        scripts.system.provide({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}, "the window")


def test_where_there_is_no_apt_the_library_is_named(
    scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(scripts.system.Missing, match=r"the window needs libGL\.so\.1: install"):
        scripts.system.provide({"libGL.so.1": "libgl1"}, "the window")
