"""Settings come back as they were kept; nothing in their file keeps the program from starting."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.storage import settings as module
from soleus_desktop.storage.settings import (
    FILE,
    MAX_RECENT,
    THEMES,
    Settings,
    load_settings,
    save_settings,
)

SOME = Settings(
    recent=("/plans/ä.soleus", "/plans/\udcff.soleus"),
    last_folder="/plans",
    theme="dark",
    geometry="AdnQywADAAA=",
    splitters=("AAAA/w==", "AAAB"),
    zoom_pct=130,
    compact=True,
    paper="letter",
    per_page=4,
)


def test_settings_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there" / "yet"
    assert load_settings(folder) == (Settings(), None)
    save_settings(folder, SOME)
    assert load_settings(folder) == (SOME, None)
    assert [path.name for path in folder.iterdir()] == [FILE]
    save_settings(folder, SOME.replace(theme="light"))
    assert load_settings(folder)[0].theme == "light"


def test_every_setting_has_its_check() -> None:
    assert module._GOOD.keys() == {field.name for field in fields(Settings)}
    for settings in (Settings(), SOME):
        for name, value in asdict(settings).items():
            assert module._good(name, value) == value


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b"\xff\xfe{", b"\0" * 100, b"[" * 100_000, b"1" * 5000]
)
def test_a_file_that_is_no_settings_is_put_aside_and_said_once(data: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(data)
    settings, notice = load_settings(tmp_path)
    assert settings == Settings()
    assert notice is not None
    assert f"{FILE}.corrupt" in notice
    assert (tmp_path / f"{FILE}.corrupt").read_bytes() == data
    assert load_settings(tmp_path) == (Settings(), None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("recent", "a"),
        ("recent", ["a", 3]),
        ("recent", ["a"] * (MAX_RECENT + 1)),
        ("last_folder", None),
        ("theme", "pink"),
        ("theme", ["dark"]),
        ("geometry", "\ud800"),
        ("geometry", 7),
        ("splitters", {"a": 1}),
        ("paper", 4),
        ("per_page", True),
        ("per_page", "2"),
        ("unheard_of", 1),
    ],
)
def test_one_bad_setting_spoils_no_other(name: str, value: Any, tmp_path: Path) -> None:
    kept = asdict(SOME) | {name: value}
    (tmp_path / FILE).write_text(json.dumps(kept), encoding="utf-8")
    expected = (
        asdict(SOME) | {name: asdict(Settings())[name]} if name in asdict(SOME) else asdict(SOME)
    )
    settings, notice = load_settings(tmp_path)
    assert (asdict(settings), notice) == (expected, None)


@given(
    st.binary()
    | st.dictionaries(
        st.sampled_from([*asdict(SOME), "x"]), st.text() | st.lists(st.integers())
    ).map(lambda kept: json.dumps(kept).encode())
)
def test_no_file_keeps_the_program_from_starting(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE).write_bytes(data)
    settings, _ = load_settings(folder)
    assert settings.theme in THEMES
    save_settings(folder, settings)


def test_a_folder_in_the_files_place(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    settings, notice = load_settings(tmp_path)
    assert settings == Settings()
    assert notice is not None
    assert "it is a folder" in notice
    with pytest.raises(OSError, match="it is a folder"):
        save_settings(tmp_path, SOME)


def test_reading_settings_imports_no_heavy_library() -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from soleus_desktop.storage.settings import load_settings;"
        "import soleus_desktop.storage.plan_file;"
        "load_settings(Path('/nowhere/at/all'));"
        "print({'pydantic', 'jiter', 'reportlab', 'PySide6'} & sys.modules.keys())"
    )
    root = Path(__file__).resolve().parent.parent.parent
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "set()\n"
