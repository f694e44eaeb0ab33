"""Settings are written beside the window, the latest alone, and are there when it is over."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.ui import preferences as module
from soleus_desktop.ui.preferences import Preferences


def test_a_slow_disk_keeps_nobody_waiting_and_gets_the_latest_alone(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun, written = Event(), Event(), list[int]()
    save = module.save_settings

    def slow(folder: Path, settings: module.Settings) -> None:
        begun.set()
        assert go_on.wait(10)
        written.append(settings.zoom_pct)
        save(folder, settings)

    monkeypatch.setattr(module, "save_settings", slow)
    preferences = Preferences(tmp_path)
    preferences.change(zoom_pct=101)
    assert begun.wait(10)
    for percent in range(110, 150):
        preferences.change(zoom_pct=percent)  # waits for nothing: the first is not written yet
    assert written == []
    go_on.set()
    assert preferences.flush()
    assert written == [101, 149]
    assert Preferences(tmp_path).settings.zoom_pct == 149


def test_all_is_written_when_the_program_ends(qapp: QApplication, tmp_path: Path) -> None:
    preferences = Preferences(tmp_path)
    preferences.change(theme="dark")
    qapp.aboutToQuit.emit()
    assert Preferences(tmp_path).settings.theme == "dark"


def test_what_cannot_be_written_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way of the folder")
    preferences = Preferences(tmp_path / "file")
    said: list[str] = []
    preferences.trouble.connect(said.append)
    for theme in ("dark", "light", "dark"):
        preferences.change(theme=theme)
        preferences.flush()
    qtbot.waitUntil(lambda: bool(said))
    QApplication.processEvents()
    assert len(said) == 1
    assert said[0].startswith("Settings are not kept: ")
