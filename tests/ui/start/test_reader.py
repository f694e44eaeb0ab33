"""Plan files are read in a thread; whatever they are, something is told of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Athlete
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui.start.glimpse import Glimpse, Look, take_glimpse
from soleus_desktop.ui.start.picture import board_picture
from soleus_desktop.ui.start.reader import Reader
from soleus_desktop.ui.status import State
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

SIZE = QSize(84, 56)
ROBINS = plan_of(["w1 mon: bent-knee-calf-raise 2x12"]).replace(
    title="Spring\tblock", notes="Slowly.\nAnd more.", athlete=Athlete(name="Robin")
)


@pytest.fixture
def look(theme: Theme) -> Look:
    return Look(theme, SIZE, 1.0)


@pytest.fixture
def reader(guide: Guide, qtbot: QtBot) -> Iterator[Reader]:
    reader = Reader(guide)
    yield reader
    reader.stop()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "robin.soleus"
    file.write_bytes(plan_bytes(ROBINS))
    return file


def unread(path: Path) -> Glimpse:
    return Glimpse(path, path.stem)


def test_a_plan_at_a_glance(file: Path, guide: Guide, look: Look) -> None:
    glimpse = take_glimpse(unread(file), guide, look, None)
    assert (glimpse.title, glimpse.about, glimpse.athlete) == ("Spring block", "Slowly.", "Robin")
    assert glimpse.state == State("error", "1 error")
    assert glimpse.extent == "1 week · 1 training day a week"
    assert glimpse.changed == datetime.fromtimestamp(file.stat().st_mtime)
    assert glimpse.picture == board_picture(ROBINS, look.theme, SIZE, 1.0)


def test_a_file_is_read_again_only_when_it_has_changed(
    file: Path, guide: Guide, look: Look
) -> None:
    known = take_glimpse(unread(file), guide, look, None)
    assert take_glimpse(unread(file), guide, look, known) is known
    file.write_bytes(plan_bytes(ROBINS.replace(title="Summer")))
    os.utime(file, (1, 1))
    again = take_glimpse(unread(file), guide, look, known)
    assert (again.title, again.changed) == ("Summer", datetime.fromtimestamp(1))


def test_what_is_no_plan_or_not_there(tmp_path: Path, guide: Guide, look: Look) -> None:
    broken = tmp_path / "broken.soleus"
    broken.write_text('{"format": 1}', encoding="utf-8")
    glimpse = take_glimpse(unread(broken), guide, look, None)
    assert (glimpse.title, glimpse.state.kind) == ("broken", "unreadable")
    assert "format" in glimpse.reason
    assert glimpse.changed
    for path, kind in (
        (tmp_path / "gone.soleus", "missing"),
        (tmp_path, "unreadable"),
        (Path("a\0b.soleus"), "unreadable"),
        (broken / "below a file.soleus", "missing"),
    ):
        assert take_glimpse(unread(path), guide, look, None).state.kind == kind


def test_files_come_one_after_another_as_they_were_asked_for(
    tmp_path: Path, reader: Reader, look: Look, file: Path, qtbot: QtBot
) -> None:
    came: list[Glimpse] = []
    reader.came.connect(came.append)
    gone = tmp_path / "gone.soleus"
    reader.read([unread(file), unread(gone)], look)
    qtbot.waitUntil(lambda: len(came) == 2)
    assert [(one.path, one.state.kind) for one in came] == [(file, "error"), (gone, "missing")]
    reader.read([unread(file)], look)
    qtbot.waitUntil(lambda: len(came) == 3)
    assert came[2] is came[0]  # it is the same
    reader.read([unread(file)], look._replace(ratio=2.0))
    qtbot.waitUntil(lambda: len(came) == 4)
    assert came[3].picture
    assert came[3].picture.devicePixelRatio() == 2.0


def test_what_was_dropped_is_not_read(
    reader: Reader, look: Look, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    came: list[Glimpse] = []
    reader.came.connect(came.append)
    reader.read([unread(tmp_path / f"{number}.soleus") for number in range(200)], look)
    reader.drop()
    reader.read([unread(file)], look)
    qtbot.waitUntil(lambda: bool(came) and came[-1].path == file)
    assert len(came) < 200
