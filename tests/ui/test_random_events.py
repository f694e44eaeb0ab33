"""Whatever a stranger does: no exception, no word of Qt's, and the plan is as sound as before.

``pytest tests/ui/test_random_events.py --events 20000`` tries it for long.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QDrag
from pytestqt.qtbot import QtBot

from soleus_desktop.rules.engine import Checker
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from tests.ui.conftest import RESOURCES
from tests.ui.random_events import Stranger

SEED = 20261122
AT_ONCE = 500


@pytest.mark.slow
def test_random_events(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    # Offscreen there is nowhere to drag to, and no browser is to open.
    monkeypatch.setattr(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    monkeypatch.chdir(tmp_path)
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window)
    window.show()
    session = window.bench.session
    stranger = Stranger(window, SEED)
    left = request.config.getoption("events")
    while left > 0:
        stranger.do(min(AT_ONCE, left))
        left -= AT_ONCE
        assert session.report == Checker(session.guide).check(session.plan)
        assert read_plan(plan_bytes(session.plan), session.guide) == session.plan
    assert any("drop" in deed for deed in stranger.done)
    session.stack.setClean()  # nobody is asked what is to become of the plan
