"""A short form of the trials that need Qt, and that they bite."""

from __future__ import annotations

import os

import pytest
from PySide6.QtWidgets import QApplication

from soleus_desktop.ui.safekeeping import Safekeeping
from tests.torture.life import lives
from tests.torture.trial import Broken

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a journal that is written is not copied")


@pytest.mark.slow
def test_a_plans_life(qapp: QApplication) -> None:
    seen = lives(600, 3).seen
    assert isinstance(seen["recovered"], int)
    assert seen["recovered"] > 0


def test_keeping_no_edits_is_caught(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Safekeeping, "_note", lambda self: None)
    with pytest.raises(Broken, match="journals are offered"):
        lives(600, 3)
