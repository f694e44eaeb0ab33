"""A plan comes back out of the PDF of its cards: opened, chosen among several, dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.cards.attach import Attachment
from soleus_desktop.cards.make import make_cards
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.ui.dialogs.which_plan import WhichPlanDialog
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.build import GUIDE, plan_of
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.drag import drag_to
from tests.ui.test_workbench import let_go


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> MainWindow:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=let_go)
    window.show()
    return window


def a_plan(title: str) -> Plan:
    return plan_of(["w1 mon: uphill-walk"]).replace(title=title)


def pdf_of(file: Path, *plans: Plan) -> Path:
    along = [Attachment(plan.title, plan_bytes(plan)) for plan in plans]
    made = make_cards([a_plan("x")], GUIDE, RESOURCES, CardOptions(), attachments=along)
    file.write_bytes(made.data)
    return file


def same_but_id(one: Plan, other: Plan) -> bool:
    return one.replace(id=None) == other.replace(id=None)


def test_it_opens_as_a_plan_that_no_file_holds(window: MainWindow, tmp_path: Path) -> None:
    bench: Workbench = window.bench
    pdf = pdf_of(tmp_path / "cards.pdf", a_plan("Spring"))
    before = pdf.read_bytes()
    bench.documents.open_path(pdf)
    assert same_but_id(bench.session.plan, a_plan("Spring"))
    assert bench.session.path is None
    assert bench.session.dirty
    Answers().choose(tmp_path / "out.soleus")
    bench.documents.save()
    bench.work.finish()
    assert pdf.read_bytes() == before
    assert not (tmp_path / "cards.pdf.lock").exists()


@pytest.mark.parametrize(("key", "title"), [("down", "Two"), ("enter", "One"), ("escape", "")])
def test_of_several_a_person_chooses(
    key: str, title: str, window: MainWindow, tmp_path: Path
) -> None:
    pdf = pdf_of(tmp_path / "cards.pdf", a_plan("One"), a_plan("Two"), a_plan(""))
    shown: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WhichPlanDialog):
            QTimer.singleShot(20, answer)
            return
        shown.extend(dialog.list.item(row).text() for row in range(dialog.list.count()))
        if key == "down":
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        QTest.keyClick(dialog, Qt.Key.Key_Escape if key == "escape" else Qt.Key.Key_Return)

    QTimer.singleShot(20, answer)
    before = window.bench.session.plan
    window.bench.documents.open_path(pdf)
    assert shown == ["1  One", "2  Two", "3  Plan without a title"]
    now = window.bench.session.plan
    assert now is before if key == "escape" else now.title == title


def test_a_pdf_may_be_dropped(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pdf = pdf_of(tmp_path / "Cards.PDF", a_plan("Dropped"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pdf))])
    assert drag_to(window, data, QPoint(200, 200))
    qtbot.waitUntil(lambda: window.bench.session.plan.title == "Dropped")


def test_a_pdf_without_a_plan_says_so(window: MainWindow, tmp_path: Path) -> None:
    before = window.bench.session.plan
    answers = Answers().click("OK")
    window.bench.documents.open_path(pdf_of(tmp_path / "cards.pdf"))
    assert "has no plan attached" in answers.heard[0]
    assert window.bench.session.plan is before
