"""The window's tests run offscreen, in Fusion, with the bundled font, and demand silence."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from soleus_desktop.guide.load import load_guide
from soleus_desktop.guide.model import Guide
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme, load_theme

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application, looking the same on every machine."""
    font = RESOURCES / "fonts" / "SourceSans3-Regular.ttf"
    assert QFontDatabase.addApplicationFont(str(font)) >= 0
    qapp.setStyle("Fusion")
    qapp.setFont(QFont("Source Sans 3", 10))
    yield qapp
    # Offscreen what lies on the clipboard outlives the interpreter that it would be freed by.
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(RESOURCES / "guide")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return load_theme(RESOURCES / "themes", "light")


@pytest.fixture
def figures(theme: Theme) -> FigurePainter:
    return FigurePainter(RESOURCES / "figures", theme)


@pytest.fixture
def session(qapp: QApplication, guide: Guide) -> Iterator[Session]:
    session = Session(guide)
    yield session
    session.deleteLater()


@pytest.fixture
def selection(session: Session) -> Selection:
    return Selection(session)
