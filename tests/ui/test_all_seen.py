"""Every panel, page and dialog, at any size: names for all, no words cut, no text is markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.menus import MENUS, specs
from soleus_desktop.ui.panels.findings_filter import FindingsFilter
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.build import plan_of
from tests.ui.conftest import RESOURCES
from tests.ui.seen import cut, marked_up, nameless

LAPTOP = QSize(1366, 768)
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support", extend=True)


@pytest.fixture(params=[100, 150, 200, 300], ids=lambda scale: f"{scale} %")
def bench(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Workbench]:
    usual = QApplication.font()
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * request.param / 100)
    QApplication.setFont(larger)
    window = MainWindow(RESOURCES, Preferences(tmp_path))
    qtbot.addWidget(window, before_close_func=lambda _: window.bench.session.begin(new_plan()))
    window.resize(LAPTOP)
    window.show()
    window.bench.session.begin(
        plan_of(
            [
                "w1 mon: bent-knee-calf-raise 9x12; isometric-hold",
                "w1 wed recovery: uphill-walk; walking-lunge-heel-raise; my-drop 3x10",
                "w2 fri: seated-calf-raise",
            ],
            exercises=[{"id": "my-drop", "name": "Drop & <b>hop</b>", "ranges": {"reps": [8, 9]}}],
        )
    )
    qtbot.waitExposed(window)
    yield window.bench
    QApplication.setFont(usual)


def faults(where: str, window: QWidget) -> list[str]:
    for _ in range(12):  # a part that grows is heard of by the one around it, and so on
        QApplication.processEvents()
    return [f"{where}: {fault}" for fault in (*nameless(window), *cut(window), *marked_up(window))]


def test_the_window_with_each_page_of_the_inspector(bench: Workbench) -> None:
    found = []
    for week, row in enumerate(bench.session.plan.weeks):
        for day, shown in enumerate(row.days):
            for entry in shown.entries:
                bench.selection.select(week, day, entry.id)
                bench.inspector.show_page("entry")
                found += faults(entry.exercise, bench.window)
    bench.actions_by_id["show_history"].trigger()
    for page in ("day", "week", "plan"):
        bench.inspector.show_page(page)
        found += faults(page, bench.window)
    bench.actions_by_id["start_page"].trigger()
    found += faults("start page", bench.window)
    assert not found, "\n".join(sorted(set(found)))


def test_each_finding_and_what_the_filter_says(bench: Workbench) -> None:
    found = []
    for finding in bench.session.report.findings:
        bench.findings.next_finding()
        found += faults(finding.rule.id, bench.findings)
    bench.findings.table.set_filter(FindingsFilter(rule="none of it finds"))
    found += faults("nothing", bench.findings)
    assert not found, "\n".join(sorted(set(found)))


def test_every_window_that_an_action_opens(bench: Workbench) -> None:
    found: list[str] = []
    seen: set[str] = set()
    timer = QTimer()

    def look() -> None:
        timer.stop()
        for window in QApplication.topLevelWidgets():
            if window is bench.window or not window.isVisible():
                continue
            if not isinstance(window, QFileDialog):  # Qt's own
                seen.add(window.windowTitle())
                found.extend(faults(window.windowTitle(), window))
            window.close()

    timer.timeout.connect(look)  # those that wait for an answer are closed from here
    plan = bench.session.plan
    asking = [spec for spec in specs() if spec.text.endswith("…")]
    for spec in (*asking, *(spec for spec in specs(MENUS[-1:]) if spec not in asking)):
        bench.session.begin(plan)
        bench.selection.select(0, 0, "e1")
        bench.findings.next_finding()
        action = bench.actions_by_id[spec.id]
        if not action.isEnabled():
            continue
        timer.start(30)
        action.trigger()
        QApplication.processEvents()
        look()
    assert seen >= {
        *("Athlete", "Compare plans", "Compare weeks", "Copy to", "Duplicate weeks", "Help"),
        *("Move to", "New exercise", "Print cards", "Progress over weeks", "Versions"),
        *("Replace an exercise", "Save as a template", "Soleus Desktop", "Waive a finding"),
    }
    assert not found, "\n".join(sorted(set(found)))
