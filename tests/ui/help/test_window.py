"""The help's window: F1 on a finding, search, links, back, larger text, another theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.help.window import HelpWindow
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.build import plan_of
from tests.ui.conftest import RESOURCES
from tests.ui.panels.showing import named

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Workbench]:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window)
    window.furnish()
    with qtbot.waitActive(window):
        window.show()
    yield window.bench
    window.bench.session.begin(new_plan())


@pytest.fixture
def help_window(bench: Workbench) -> HelpWindow:
    bench.actions_by_id["help_soleus"].trigger()
    return bench.help.window


def test_f1_tells_about_the_soleus_and_on_a_finding_explains_its_rule(
    bench: Workbench, qtbot: QtBot
) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise 9x12"]))
    assert bench.help._window is None
    bench.board.setFocus()
    qtbot.keyClick(bench.board, Key.Key_F1)
    assert bench.help.window.reader.accessibleName() == "About the soleus"
    assert not bench.help.window.isModal()
    bench.findings.next_finding()
    bench.actions_by_id["help"].trigger()
    said = bench.help.window.reader.toPlainText()
    assert said.startswith("The check\nSets, or holds of an isometric hold, outside the range")
    assert "3–4 sets of 12–20 repetitions. [bent-knee-calf-raise.dose]" in said
    assert "Not found: 3 sets of them; 5 isometric holds (3–5)." in said


def test_a_button_beside_the_finding_explains_it(bench: Workbench, qtbot: QtBot) -> None:
    bench.session.begin(plan_of(["w1 mon: bent-knee-calf-raise tempo=1-0-1"]))
    bench.findings.next_finding()
    qtbot.mouseClick(named(bench.findings, QPushButton, "Explain"), LEFT)
    assert bench.help.window.reader.accessibleName().startswith("A tempo other than the guide")


def test_search_leaves_the_pages_that_say_all_words(help_window: HelpWindow, qtbot: QtBot) -> None:
    everything = len(help_window.contents.rows)
    qtbot.keyClicks(help_window.search, "STEPS 40")
    titles = [row if isinstance(row, str) else row.title for row in help_window.contents.rows]
    assert titles == ["The check", "Steps a set outside the range of the exercise"]
    assert help_window.reader.accessibleName() == "About the soleus"  # until it is chosen
    qtbot.keyClick(help_window.search, Key.Key_Return)
    assert help_window.reader.accessibleName() == "Steps a set outside the range of the exercise"
    qtbot.keyClicks(help_window.search, " zebra")
    assert help_window.nothing.isVisible()
    help_window.search.clear()
    assert len(help_window.contents.rows) == everything
    row = help_window.contents.rows[help_window.list.currentIndex().row()]
    assert getattr(row, "id", "") == "rule-steps-outside-guide"


def test_links_lead_on_and_back_leads_back(help_window: HelpWindow, qtbot: QtBot) -> None:
    assert not help_window.back_button.isEnabled()
    help_window.reader.anchorClicked.emit(QUrl("exercises"))
    assert help_window.reader.accessibleName() == "What each exercise is for"
    qtbot.keyClick(help_window.list, Key.Key_Down)  # past the name of the next part
    qtbot.keyClick(help_window.list, Key.Key_Down)
    assert help_window.reader.accessibleName() == "How a plan is checked"
    for title in ("What each exercise is for", "About the soleus"):
        qtbot.mouseClick(help_window.back_button, LEFT)
        assert help_window.reader.accessibleName() == title
    assert not help_window.back_button.isEnabled()


def test_its_text_grows_and_its_drawings_with_it(help_window: HelpWindow) -> None:
    help_window.show_page("exercises")
    name = QUrl("picture:uphill-walk")
    kind = QTextDocument.ResourceType.ImageResource.value
    small = help_window.reader.document().resource(kind, name)
    named(help_window, QPushButton, "Larger text").click()
    large = help_window.reader.document().resource(kind, name)
    assert large.height() > small.height() > 50


def test_it_is_shown_in_another_theme(bench: Workbench, help_window: HelpWindow) -> None:
    light = help_window.reader.toHtml()
    bench.choose_theme("dark")
    assert help_window.reader.toHtml() != light
    assert help_window.reader.accessibleName() == "About the soleus"


def test_it_reads_no_file_and_closes_by_escape(help_window: HelpWindow, qtbot: QtBot) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    icon = QUrl.fromLocalFile(str(RESOURCES / "icons" / "soleus-16.png"))
    assert help_window.reader.loadResource(kind, icon) is None
    qtbot.waitUntil(help_window.isActiveWindow)
    qtbot.keyClick(help_window.reader, Key.Key_Escape)
    assert not help_window.isVisible()


def test_the_list_of_pages_is_a_sound_model(help_window: HelpWindow) -> None:
    contents = help_window.contents
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(contents, mode)
    contents.search("hold")
    contents.search("")
    assert tester.model() is contents
    assert contents.mimeTypes() == []
