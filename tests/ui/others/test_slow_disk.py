"""What a slow disk brings: the plan is edited, saved again, or gone from the window meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.storage import saving
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.plan_file import open_plan, save_plan
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.windows import Windows
from soleus_desktop.ui.workbench import Workbench
from tests.build import GUIDE


class SlowDisk:
    """Lets nothing be saved until it is released."""

    def __init__(self) -> None:
        self.released, self.fails = Event(), False
        self._save: Callable[..., object] = saving.save_and_keep

    def save(self, *given: object) -> object:
        assert self.released.wait(20)
        if self.fails:
            raise NotWritten("The disk is full.")
        return self._save(*given)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    slow = SlowDisk()
    monkeypatch.setattr(saving, "save_and_keep", slow.save)
    yield slow
    slow.released.set()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(ask, "tell", lambda _, text, *more, **how: heard.append(text))
    return heard


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    folder = tmp_path / "plans"
    folder.mkdir()
    one, other = (folder / f"{name}.soleus" for name in ("one", "other"))
    for file in (one, other):
        save_plan(new_plan(2, title=file.stem), file, GUIDE)
    return one, other


@pytest.fixture
def bench(windows: Windows, files: tuple[Path, Path], qtbot: QtBot) -> Workbench:
    bench = windows.open(files[0]).bench
    qtbot.waitUntil(lambda: bench.session.path == files[0])
    return bench


def call_it(bench: Workbench, title: str) -> Plan:
    bench.session.apply("Title", lambda plan: plan.replace(title=title))
    return bench.session.plan


def heard(qtbot: QtBot, bench: Workbench) -> None:
    """Wait until the window has heard of all that was done."""
    assert bench.work.finish()
    qtbot.wait(50)


def test_one_that_was_opened_meanwhile_keeps_its_file(
    qtbot: QtBot, bench: Workbench, files: tuple[Path, Path], disk: SlowDisk, told: list[str]
) -> None:
    one, other = files
    mine = call_it(bench, "mine")
    went_on: list[int] = []
    bench.documents.save(lambda: went_on.append(1))
    bench.documents.load(other)
    disk.released.set()
    qtbot.waitUntil(lambda: open_plan(one, GUIDE) == mine)
    heard(qtbot, bench)
    assert bench.session.path == other
    assert not bench.session.dirty
    assert not went_on
    call_it(bench, "theirs")
    bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    assert open_plan(one, GUIDE) == mine
    assert open_plan(other, GUIDE).title == "theirs"
    assert not told


def test_what_fails_for_one_that_is_gone_is_told_and_asks_nothing(
    qtbot: QtBot, bench: Workbench, files: tuple[Path, Path], disk: SlowDisk, told: list[str]
) -> None:
    call_it(bench, "mine")
    bench.documents.save()
    bench.documents.load(files[1])
    disk.fails = True
    disk.released.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["“one.soleus” could not be saved."]
    assert open_plan(files[0], GUIDE).title == "one"
    assert bench.session.path == files[1]


@pytest.mark.parametrize("undone", [True, False])
def test_changed_meanwhile_it_is_unsaved(
    qtbot: QtBot,
    bench: Workbench,
    files: tuple[Path, Path],
    disk: SlowDisk,
    told: list[str],
    undone: bool,
) -> None:
    """The file holds what was saved, so what was there before is not what it holds either."""
    before = bench.session.plan
    mine = call_it(bench, "mine")
    bench.documents.save()
    if undone:
        bench.session.stack.undo()
    later = before if undone else call_it(bench, "later")
    assert bench.session.dirty
    disk.released.set()
    qtbot.waitUntil(lambda: open_plan(files[0], GUIDE) == mine)
    heard(qtbot, bench)
    assert bench.session.plan == later
    assert bench.session.dirty
    bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    assert open_plan(files[0], GUIDE) == later
    assert not told


def test_saves_that_follow_at_once_are_no_other_programs(
    qtbot: QtBot, bench: Workbench, files: tuple[Path, Path], told: list[str]
) -> None:
    """A person saves again before the window has heard of the save before."""
    file, other = files
    for number in range(3):
        call_it(bench, f"{number}")
        bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    assert open_plan(file, GUIDE).title == "2"
    assert not told
    assert {each for each in file.parent.iterdir() if each.name[0] != "."} == {file, other}
    save_plan(new_plan(2, title="theirs"), file, GUIDE)
    call_it(bench, "3")
    bench.documents.save()
    qtbot.waitUntil(lambda: not bench.session.dirty)
    assert told
