"""Random edits through the session: undo and redo hold, the file holds, the findings hold.

``pytest --hypothesis-profile=thorough tests/ui/test_undo_property.py`` looks at more plans and
elsewhere each time.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import soleus_desktop.planner.progress
import soleus_desktop.ui
import tests.edits
from soleus_desktop.plan import block, days, edits, many, own, weeks
from soleus_desktop.plan.model import Plan
from soleus_desktop.rules import engine
from soleus_desktop.rules.engine import check
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.ui.session import Session
from tests.edits import edits_of
from tests.strategies import plans

EDITS = (block, days, edits, many, own, weeks, soleus_desktop.planner.progress, engine)
SHARED = settings(suppress_health_check=list(HealthCheck))
WAYS = ("edit", "edit", "edit", "undo", "redo")


@SHARED
@given(plan=plans(max_weeks=2, max_entries=2), data=st.data())
def test_whatever_is_done_can_be_undone_saved_and_judged(
    session: Session, plan: Plan, data: st.DataObject
) -> None:
    walk(session, plan, data, steps=8)


@pytest.mark.slow
@settings(SHARED, max_examples=settings().max_examples // 5)
@given(plan=plans(max_weeks=3, max_entries=2), data=st.data())
def test_however_long_it_goes_on(session: Session, plan: Plan, data: st.DataObject) -> None:
    walk(session, plan, data, steps=40)


def test_every_edit_that_the_window_makes_is_among_them() -> None:
    """Whatever gives a plan for a plan and is used below `ui` is drawn in `tests.edits`."""
    shell = "\n".join(
        path.read_text() for path in Path(soleus_desktop.ui.__path__[0]).rglob("*.py")
    )
    drawn = Path(str(tests.edits.__file__)).read_text()
    made = {
        name
        for module in EDITS
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_") and inspect.signature(function).return_annotation == "Plan"
    }
    used = {name for name in made if re.search(rf"\b{name}\(", shell)}
    assert len(used) > 20
    assert {name for name in used if not re.search(rf"\b{name}\(", drawn)} == set()


def walk(session: Session, plan: Plan, data: st.DataObject, steps: int) -> None:
    """Edit at random, looking at file and findings at every step; then to the start and back."""
    session.begin(plan)
    history = [plan]  # what the plan was at each step that undo leads back to
    for number in range(steps):
        way = data.draw(st.sampled_from(WAYS))
        if way != "edit":
            getattr(session.stack, way)()
            assert session.plan is history[session.stack.index()]
        elif session.apply(f"Step {number}", data.draw(edits_of(session.plan))):
            del history[session.stack.index() :]
            history.append(session.plan)
        _holds(session)
    for index in (*reversed(range(len(history))), *range(len(history))):
        session.stack.setIndex(index)
        assert session.plan is history[index]
        assert session.report == check(session.plan, session.guide)
    assert not session.stack.canRedo()


def _holds(session: Session) -> None:
    """The file gives the plan back, byte for byte, and a check from nothing the same findings."""
    plan, written = session.plan, plan_bytes(session.plan)
    read = read_plan(written, session.guide)
    assert read == plan
    assert plan_bytes(read) == written
    assert session.report == check(plan, session.guide)
