"""Plans to other programs and back, from the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES

SAMPLE = RESOURCES / "samples" / "spring-trail.soleus"


def let_go(window: MainWindow) -> None:
    """Leave nothing unsaved behind, so that closing asks nothing."""
    window.bench.work.finish()
    window.bench.session.begin(new_plan())


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, guide: Guide) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=let_go)
    window.bench.session.begin(open_plan(SAMPLE, guide))
    window.show()
    return window.bench


@pytest.fixture
def said(bench: Workbench) -> list[str]:
    said: list[str] = []
    bench.exporting.said.connect(said.append)
    return said


@pytest.mark.parametrize(
    ("name", "begins"),
    [("ics", b"BEGIN:VCALENDAR"), ("csv", b"\xef\xbb\xbf"), ("txt", b"Spring"), ("md", b"# ")],
)
def test_each_format_is_written(
    bench: Workbench, said: list[str], qtbot: QtBot, tmp_path: Path, name: str, begins: bytes
) -> None:
    Answers().choose(tmp_path / "plan")
    bench.actions_by_id[f"export_{name}"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert said == [f"Exported plan.{name}"]
    assert (tmp_path / f"plan.{name}").read_bytes().startswith(begins)


def test_a_spreadsheet_comes_back_as_a_plan_that_no_file_holds(
    bench: Workbench, said: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    before = bench.session.plan
    bench.exporting.write(tmp_path / "spring.csv", "csv")
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    Answers().choose(tmp_path / "spring.csv")
    bench.actions_by_id["import_csv"].trigger()
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)
    plan = bench.session.plan
    assert said[1] == "Imported spring.csv; not saved yet"
    assert bench.session.dirty
    assert bench.session.path is None
    assert [[len(day.entries) for day in week.days] for week in plan.weeks] == [
        [len(day.entries) for day in week.days] for week in before.weeks
    ]


def test_what_was_not_understood_is_said_first(
    bench: Workbench, said: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [f"1,mon,Unknown thing {n},3,12" for n in range(20)]
    file = tmp_path / "odd.csv"
    file.write_text("\n".join(["week,day,exercise,wings,reps", *rows, "x,mon,a,1,1"]))
    answers = Answers().escape()
    bench.exporting.read(file)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert "wings" in answers.heard[0]


def test_no_spreadsheet_changes_nothing_and_says_why(
    bench: Workbench, qtbot: QtBot, tmp_path: Path
) -> None:
    before = bench.session.plan
    file = tmp_path / "no.csv"
    file.write_text("a,b\n1,2\n")
    answers = Answers().click("OK")
    bench.exporting.read(file)
    qtbot.waitUntil(lambda: bool(answers.heard), timeout=20_000)
    assert "no column" in answers.heard[0]
    assert bench.session.plan is before


def test_a_calendar_asks_for_the_start_that_it_needs(
    bench: Workbench, said: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    bench.session.begin(bench.session.plan.replace(start=None))
    Answers().escape()
    bench.actions_by_id["export_ics"].trigger()
    assert bench.session.plan.start is None
    from datetime import date

    from soleus_desktop.ui.exporting import next_monday

    monday = next_monday(date.today())
    Answers().click("Next Monday").choose(tmp_path / "plan.ics")
    bench.actions_by_id["export_ics"].trigger()
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert bench.session.plan.start == monday.isoformat()
    assert bench.session.stack.undoText() == "Set the start"
    assert f"DTSTART;VALUE=DATE:{monday:%Y%m%d}".encode() in (tmp_path / "plan.ics").read_bytes()


def test_the_plan_is_copied_as_text(bench: Workbench, said: list[str]) -> None:
    bench.actions_by_id["copy_text"].trigger()
    assert "Bent-knee calf raise" in QGuiApplication.clipboard().text()
    assert said == ["The plan is on the clipboard as text"]


def test_the_next_monday_is_never_today() -> None:
    from datetime import date

    from soleus_desktop.ui.exporting import next_monday

    assert next_monday(date(2026, 11, 23)) == date(2026, 11, 30)
    assert next_monday(date(2026, 11, 29)) == date(2026, 11, 30)
