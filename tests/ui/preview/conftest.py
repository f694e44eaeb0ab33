"""A window with a plan of eight pages, and its preview."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.preview.window import PreviewWindow
from soleus_desktop.ui.workbench import Workbench
from tests.ui.conftest import RESOURCES

SAMPLE = RESOURCES / "samples" / "spring-trail.soleus"
SOON_MS = 20_000


@pytest.fixture
def plan(guide: Guide) -> Plan:
    return open_plan(SAMPLE, guide)


def let_go(window: MainWindow) -> None:
    """Leave nothing unsaved behind, so that closing asks nothing."""
    window.bench.work.finish()
    window.bench.session.begin(new_plan())


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, plan: Plan) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=let_go)
    window.bench.session.begin(plan)
    window.show()
    return window.bench


@pytest.fixture
def preview(bench: Workbench, qtbot: QtBot) -> PreviewWindow:
    """The preview, once all pages are there."""
    bench.actions_by_id["cards"].trigger()
    shown = bench.printing.preview
    assert shown is not None
    qtbot.waitUntil(lambda: "cards on" in shown.state.text(), timeout=SOON_MS)
    return shown
