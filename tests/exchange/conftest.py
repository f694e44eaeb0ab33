"""A plan as it comes from a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import open_plan

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


@pytest.fixture
def clean_plan(guide: Guide) -> Plan:
    return open_plan(SAMPLES / "clean.soleus", guide)
