"""A window that begins with the start page, with folders of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.start.page import StartPage
from tests.ui.conftest import RESOURCES


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings")


@pytest.fixture
def own_folder(tmp_path: Path) -> Path:
    return tmp_path / "own" / "templates"


@pytest.fixture
def window(
    qapp: QApplication, preferences: Preferences, own_folder: Path, qtbot: QtBot
) -> MainWindow:
    """Filled and active; a test puts plans into the preferences before it asks for it."""
    window = MainWindow(RESOURCES, preferences, templates=own_folder, at_start=True)
    qtbot.addWidget(window, before_close_func=_let_go)
    window.furnish()
    with qtbot.waitActive(window):
        window.show()
    return window


def _let_go(window: MainWindow) -> None:
    """Leave nothing unsaved behind, so that closing asks nothing."""
    window.bench.work.finish()
    window.bench.session.begin(new_plan())


@pytest.fixture
def page(window: MainWindow) -> StartPage:
    page = window.bench.stage.page
    assert page is not None
    return page
