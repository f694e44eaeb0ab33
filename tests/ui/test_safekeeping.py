"""What a crash would lose is in the journal; what was saved or not wanted is not offered again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.edits import set_week
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.recovery.recovered import Recovered, left_behind
from soleus_desktop.storage.versions import key_of, versions
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.safekeeping import JOURNALS, Safekeeping
from soleus_desktop.ui.session import Session
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES


def label(session: Session, text: str) -> None:
    session.apply(f"Label {text}", lambda plan: set_week(plan, 0, label=text))


class Crash:
    """What would be found if the program died now."""

    def __init__(self, session: Session, state: Path) -> None:
        self._session, self._state = session, state
        self._owner = QObject()
        self.keeping = Safekeeping(session, state, self._owner)

    def left(self) -> list[Recovered]:
        self.keeping.close(discarded=False)
        return left_behind(self._state / JOURNALS, self._session.guide)


@pytest.fixture
def crash(session: Session, tmp_path: Path) -> Crash:
    return Crash(session, tmp_path)


def test_every_edit_of_an_untitled_plan_is_there(session: Session, crash: Crash) -> None:
    for text in ("one", "two", "three"):
        label(session, text)
    (found,) = crash.left()
    assert (found.plan, found.edits, found.last) == (session.plan, 3, "Label three")
    assert found.file is None


def test_undo_is_an_edit_and_undo_of_all_leaves_nothing(session: Session, crash: Crash) -> None:
    label(session, "one")
    label(session, "two")
    session.stack.undo()
    crash.keeping.flush()
    session.stack.undo()
    assert crash.left() == []


def test_merged_steps_are_all_there(session: Session, crash: Crash) -> None:
    for text in ("a", "ab", "abc"):
        session.apply("Label", lambda plan, text=text: set_week(plan, 0, label=text), "label")
    (found,) = crash.left()
    assert found.plan.weeks[0].label == "abc"


def test_what_is_saved_is_not_offered(session: Session, crash: Crash, tmp_path: Path) -> None:
    label(session, "one")
    session.saved(session.plan, tmp_path / "a.soleus")
    assert crash.left() == []
    assert not (tmp_path / JOURNALS / "bin").exists()


def test_after_a_save_it_goes_on(session: Session, crash: Crash, tmp_path: Path) -> None:
    label(session, "one")
    session.saved(session.plan, tmp_path / "a.soleus")
    label(session, "two")
    (found,) = crash.left()
    assert (found.plan, found.edits, found.file) == (session.plan, 1, tmp_path / "a.soleus")


def test_what_was_let_go_is_in_the_bin(session: Session, crash: Crash, tmp_path: Path) -> None:
    label(session, "one")
    session.begin(new_plan(2))
    assert crash.left() == []
    assert len(list((tmp_path / JOURNALS / "bin").iterdir())) == 1


def test_the_window_keeps_journal_and_versions(qtbot: QtBot, tmp_path: Path) -> None:
    state, file = tmp_path / "state", tmp_path / "plan.soleus"
    window = MainWindow(RESOURCES, Preferences(None), state=state)
    qtbot.addWidget(window)
    window.show()
    bench = window.bench
    bench.documents.new()
    label(bench.session, "one")
    assert bench.safekeeping is not None
    assert bench.safekeeping.flush()
    assert len(list((state / JOURNALS).glob("*.journal"))) == 1
    bench.session.path = file
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    bench.safekeeping.flush()
    assert list((state / JOURNALS).glob("*.journal")) == []
    assert len(versions(state / "versions", key_of(bench.session.plan, file))) == 1
    label(bench.session, "two")
    Answers().click("Don\u2019t save")
    assert window.close()
    assert list((state / JOURNALS).glob("*.journal")) == []
    assert len(list((state / JOURNALS / "bin").iterdir())) == 1


def test_another_programs_version_is_kept_and_said(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "plan.soleus"
    window = MainWindow(RESOURCES, Preferences(None), state=tmp_path / "state")
    qtbot.addWidget(window)
    window.show()
    bench = window.bench
    bench.session.path = file
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    file.write_text("theirs")
    label(bench.session, "mine")
    answers = Answers().click("OK")
    with qtbot.waitSignal(bench.documents.said):
        bench.documents.save()
    qtbot.waitUntil(lambda: bool(answers.heard))
    (other,) = [path for path in tmp_path.glob("plan (other*") if path.is_file()]
    assert other.read_text() == "theirs"
    assert other.name in answers.heard[0]
    assert not bench.session.dirty
