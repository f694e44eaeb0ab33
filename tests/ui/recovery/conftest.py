"""The program's windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from soleus_desktop.ui.windows import Windows
from tests.ui.several import some_windows


@pytest.fixture
def windows(qapp: QApplication, tmp_path: Path) -> Iterator[Windows]:
    yield from some_windows(tmp_path)
