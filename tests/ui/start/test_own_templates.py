"""Own templates: saved from a plan, listed as one's own, deleted after asking."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Athlete, Plan, new_plan
from soleus_desktop.plan.template import as_template
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from soleus_desktop.ui.dialogs.template import TemplateDialog
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.start.page import StartPage
from tests.build import plan_of
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES

ROBINS = plan_of(["w1 mon: seated-calf-raise 3x20"]).replace(
    title="Robin's block", start="2026-03-02", athlete=Athlete(name="Robin", events=("trail",))
)


def begin(window: MainWindow, plan: Plan) -> None:
    window.bench.session.begin(plan)


def save(window: MainWindow, name: str, answers: Answers | None = None) -> Answers:
    """Save what is open as a template of this name, and wait until it lies there."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog.title.selectAll()
        QTest.keyClicks(dialog.title, name)
        QTest.keyClick(dialog.title, Qt.Key.Key_Return)

    answers = answers or Answers()
    answers._next(answer)
    return answers


def test_a_plan_becomes_a_template_and_a_template_a_plan(
    window: MainWindow, page: StartPage, own_folder: Path, qtbot: QtBot
) -> None:
    bench = window.bench
    begin(window, ROBINS)
    save(window, "Winter block")
    bench.actions_by_id["save_template"].trigger()
    bench.work.finish()
    file = own_folder / "Winter block.soleus"
    assert open_plan(file, bench.session.guide) == as_template(ROBINS, "Winter block")
    assert bench.session.plan is ROBINS  # stays what it was
    assert bench.session.path is None
    bench.stage.show_start()
    card = page.templates.files.shown[-1]
    assert (card.title, card.own) == ("Winter block", True)
    page.templates.setCurrentIndex(page.templates.files.index(4))
    page.templates.setFocus()
    qtbot.keyClick(page.templates, Qt.Key.Key_Return)
    assert bench.session.plan.replace(id=None) == as_template(ROBINS, "Winter block")


def test_another_of_the_same_name_is_asked_about(window: MainWindow, own_folder: Path) -> None:
    bench = window.bench
    own_folder.mkdir(parents=True)
    file = own_folder / "Winter.soleus"
    file.write_bytes(plan_bytes(new_plan(1, "Winter")))
    before = file.read_bytes()
    begin(window, ROBINS)
    answers = save(window, "Winter").escape()
    bench.actions_by_id["save_template"].trigger()
    bench.work.finish()
    assert answers.heard == ["“Winter.soleus” is there already. Replacing it loses what it holds."]
    assert file.read_bytes() == before
    save(window, "Winter").click("Replace")
    bench.actions_by_id["save_template"].trigger()
    bench.work.finish()
    assert open_plan(file, bench.session.guide).weeks == ROBINS.weeks


def test_a_template_needs_a_name_and_may_be_thought_better_of(
    window: MainWindow, own_folder: Path, qtbot: QtBot
) -> None:
    dialog = TemplateDialog(window, "Spring")
    qtbot.addWidget(dialog)
    assert dialog.save.isEnabled()
    qtbot.keyClicks(dialog.title, "   ")  # over what is selected
    assert not dialog.save.isEnabled()
    begin(window, ROBINS)
    Answers().escape()
    window.bench.actions_by_id["save_template"].trigger()
    window.bench.work.finish()
    assert not own_folder.exists()


def test_where_no_templates_are_kept_it_is_said(
    qtbot: QtBot, qapp: object, preferences: Preferences
) -> None:
    window = MainWindow(RESOURCES, preferences)
    qtbot.addWidget(window)
    answers = save(window, "Winter").click("OK")
    window.bench.documents.save_as_template()
    assert answers.heard == ["The template could not be saved. There is no folder for templates"]


def test_own_templates_can_be_deleted_and_those_that_ship_cannot(
    window: MainWindow, page: StartPage, own_folder: Path, qtbot: QtBot
) -> None:
    own_folder.mkdir(parents=True)
    file = own_folder / "mine.soleus"
    file.write_bytes(plan_bytes(new_plan(1, "Mine")))
    page.refresh()
    page.templates.setFocus()
    page.templates.setCurrentIndex(page.templates.files.index(0))
    qtbot.keyClick(page.templates, Qt.Key.Key_Delete)
    assert len(page.templates.files.shown) == 5
    page.templates.setCurrentIndex(page.templates.files.index(4))
    answers = Answers().escape()
    qtbot.keyClick(page.templates, Qt.Key.Key_Delete)
    assert answers.heard == [
        "Delete the template “Mine”? Plans that were begun from it stay as they are."
    ]
    assert file.exists()
    Answers().click("Delete")
    qtbot.keyClick(page.templates, Qt.Key.Key_Delete)
    assert not file.exists()
    assert len(page.templates.files.shown) == 4
    assert page.templates.current == page.templates.files.shown[3]


def test_a_broken_template_is_shown_as_such(
    window: MainWindow, page: StartPage, own_folder: Path, qtbot: QtBot
) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "mine.soleus").write_text('{"title": "<b>Mine</b>"', encoding="utf-8")
    page.refresh()
    qtbot.waitUntil(lambda: page.templates.files.shown[4].state.kind == "unreadable")
    assert page.templates.files.shown[4].title == "mine"
    tip = page.templates.files.index(4).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    page.templates.setFocus()
    page.templates.setCurrentIndex(page.templates.files.index(4))
    answers = Answers().click("OK")
    qtbot.keyClick(page.templates, Qt.Key.Key_Return)
    assert "“mine.soleus” could not be used." in answers.heard[0]
    assert window.bench.stage.at_start


def test_the_menu_lists_all_templates(window: MainWindow, own_folder: Path, qtbot: QtBot) -> None:
    own_folder.mkdir(parents=True)
    (own_folder / "mine.soleus").write_bytes(plan_bytes(new_plan(1, "Mine & yours")))
    bar = window.menuBar().findChildren(QMenu)
    menu = next(one for one in bar if one.title() == "New from &template")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [
        "Soleus foundation",
        "Trail and ultra",
        "Return from injury",
        "Busy runner, two days a week",
        "Mine && yours",
    ]
    menu.actions()[1].trigger()
    assert window.bench.session.plan.title == "Trail and ultra"
    assert not window.bench.stage.at_start
