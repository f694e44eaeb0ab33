"""The tests of the pure packages have no Qt, whatever tests of the window ran before."""

from __future__ import annotations

import importlib

import pytest


@pytest.mark.parametrize("name", ["PySide6", "PySide6.QtCore", "PySide6.QtWidgets", "shiboken6"])
def test_qt_is_not_to_be_had(name: str) -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(name)
