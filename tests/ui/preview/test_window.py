"""The preview: the PDF's own pages, live with the options, the plan and the selection."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.weeks import duplicate_weeks
from soleus_desktop.storage.settings import Settings
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.preview.order import Order, carry_out, counting
from soleus_desktop.ui.preview.thumbnails import SIDE
from soleus_desktop.ui.preview.window import PreviewWindow
from soleus_desktop.ui.workbench import Workbench
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.preview.conftest import SAMPLE, SOON_MS

pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)


def wait_for_state(qtbot: QtBot, preview: PreviewWindow, said: str) -> None:
    qtbot.waitUntil(lambda: preview.state.text() == said, timeout=SOON_MS)


def kept(bench: Workbench, folder: Path) -> Settings:
    """The settings as the next start finds them."""
    assert bench._preferences.flush()
    return Preferences(folder / "settings").settings


def turn(at: QWidget, notches: int, keys: Qt.KeyboardModifier) -> None:
    middle = QPointF(at.rect().center())
    event = QWheelEvent(
        middle,
        at.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(at, event)


def shades(image: QImage) -> int:
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    )


def test_the_pages_are_those_of_the_pdf(preview: PreviewWindow, qtbot: QtBot) -> None:
    assert preview.state.text() == "16 cards on 8 pages"
    assert preview.thumbnails.pages.rowCount() == 8
    row = preview.thumbnails.visualRect(preview.thumbnails.pages.index(0))
    assert row.height() > SIDE // 2
    assert row.width() <= preview.thumbnails.viewport().width()
    qtbot.waitUntil(lambda: not preview.view._last.isNull(), timeout=SOON_MS)
    assert shades(preview.view._last.toImage()) > 3
    assert preview.where.text() == "Page 1 of 8"
    assert preview.view.accessibleName() == "Page 1 of 8"


def test_only_pages_in_sight_are_drawn(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot
) -> None:
    bench.session.apply("Longer", lambda plan: duplicate_weeks(plan, range(4), 8))
    wait_for_state(qtbot, preview, "144 cards on 72 pages")
    images = preview._images
    qtbot.waitUntil(
        lambda: bool(images._kept) and not (images._drawing or images._small), timeout=SOON_MS
    )
    assert len(images._kept) < 20
    last = preview.thumbnails.pages.rowCount() - 1
    preview.thumbnails.scrollToBottom()
    preview.thumbnails.viewport().grab()
    qtbot.waitUntil(lambda: any(page == last for page, *_ in images._kept), timeout=SOON_MS)


def test_a_page_that_is_looked_at_may_go(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot
) -> None:
    bench.session.apply("Longer", lambda plan: duplicate_weeks(plan, range(4), 8))
    wait_for_state(qtbot, preview, "144 cards on 72 pages")
    for row in (71, 40, 10):
        preview.thumbnails.setCurrentIndex(preview.thumbnails.pages.index(row))
        bench.session.stack.undo()
        wait_for_state(qtbot, preview, "16 cards on 8 pages")
        assert preview.thumbnails.currentIndex().row() == preview.view.page < 8
        bench.session.stack.redo()
        wait_for_state(qtbot, preview, "144 cards on 72 pages")


def test_a_second_press_brings_the_same_window(bench: Workbench, preview: PreviewWindow) -> None:
    bench.actions_by_id["cards"].trigger()
    assert bench.printing.preview is preview
    preview.close()
    assert bench.printing.preview is None


def test_a_choice_is_drawn_and_remembered(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    field = preview.choices._fields["per_page"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.choice == 4
    wait_for_state(qtbot, preview, "16 cards on 4 pages")
    assert kept(bench, tmp_path).per_page == 4
    QTest.keyClick(preview.choices._fields["layout"], Qt.Key.Key_End)
    wait_for_state(qtbot, preview, f"{preview.state.text()}")
    assert kept(bench, tmp_path).card_layout == "coach"
    assert not field.isEnabled()


def test_what_does_not_go_together_gives_way_and_is_said(preview: PreviewWindow) -> None:
    choices = preview.choices
    choices._choose("per_page", 4)
    choices._choose("paper", "a6")
    assert choices.options.per_page == 2
    assert "a6 takes 1, 2" in choices._asides["per_page"].text().lower()
    choices._choose("layout", "log")
    assert choices.options.paper == "a4"
    assert not choices._fields["paper"].model().item(3).isEnabled()
    choices._choose("layout", "session")
    choices._choose("large_print", True)
    assert choices.options.large_print
    assert choices.options.per_page == 1


def annotations(preview: PreviewWindow) -> set[str]:
    """What lies over the first page that is shown."""
    page = PdfReader(io.BytesIO(preview._images._data)).pages[0]
    return {str(note.get_object()["/Subtype"]) for note in page.get("/Annots", [])}


def test_what_is_filled_in_on_the_screen_is_an_option(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    choices = preview.choices
    assert "/Widget" not in annotations(preview)
    QTest.mouseClick(choices.fillable, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: "/Widget" in annotations(preview), timeout=SOON_MS)
    assert choices.options.fillable
    assert kept(bench, tmp_path).card_fillable
    choices._choose("layout", "overview")
    assert not choices.fillable.isEnabled()
    assert not choices.fillable.isChecked()
    choices._choose("layout", "log")
    assert choices.fillable.isChecked()


def test_it_follows_the_selection_and_the_plan(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot
) -> None:
    bench.selection.select(0, 2)
    assert preview.state.text() == "16 cards on 8 pages"
    preview.choices._on_what("day")
    wait_for_state(qtbot, preview, "1 card on 1 page")
    bench.selection.select_weeks([0, 1])
    preview.choices._on_what("weeks")
    wait_for_state(qtbot, preview, "8 cards on 4 pages")
    bench.selection.select_days([(0, 1)])
    preview.choices._on_what("days")
    wait_for_state(qtbot, preview, "Nothing to print")
    assert not preview.save_button.isEnabled()
    assert "exercises" in preview.view.accessibleName()
    preview.choices._on_what("plan")
    wait_for_state(qtbot, preview, "16 cards on 8 pages")
    bench.session.apply("Empty it", lambda plan: plan.replace(weeks=plan.weeks[:2]))
    wait_for_state(qtbot, preview, "8 cards on 4 pages")


def test_what_does_not_print_as_typed_is_listed(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot
) -> None:
    assert not preview.warnings.isVisible()
    name = bench.session.plan.weeks[0].days[0].entries[0].id
    bench.session.apply("Note", lambda plan: edits.set_entry(plan, name, note="heel 🦶"))
    qtbot.waitUntil(lambda: "U+1F9B6" in preview.warnings.text(), timeout=SOON_MS)
    assert preview.warnings.isVisible()


def test_pages_are_gone_through_by_keys_wheel_and_buttons(
    preview: PreviewWindow, qtbot: QtBot
) -> None:
    view = preview.view
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert preview.where.text() == "Page 2 of 8"
    turn(view.viewport(), -1, Qt.KeyboardModifier.NoModifier)
    assert view.page == 2
    QTest.mouseClick(preview.back, Qt.MouseButton.LeftButton)
    assert preview.thumbnails.currentIndex().row() == 1
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.page == 7
    assert not preview.on.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 7
    preview.thumbnails.setCurrentIndex(preview.thumbnails.pages.index(4))
    assert view.page == 4


def test_zoom_stays_within_its_bounds(preview: PreviewWindow) -> None:
    view = preview.view
    turn(view.viewport(), 1, Qt.KeyboardModifier.ControlModifier)
    assert view.fit == ""
    for _ in range(20):
        turn(view.viewport(), 1, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom_pct == 400
    assert preview.zoom.currentText() == "400 %"
    assert view.verticalScrollBar().maximum() > 1000
    for _ in range(20):
        view.zoom_by(-1)
    assert view.zoom_pct == 25
    view.fit_to("width")
    assert preview.zoom.currentText() == "Page width"
    assert view.horizontalScrollBar().maximum() == 0


def test_another_plan_goes_into_the_same_pdf(preview: PreviewWindow, qtbot: QtBot) -> None:
    preview._choose_plans = lambda: [(SAMPLE, preview._session.plan)]
    QTest.mouseClick(preview.add_button, Qt.MouseButton.LeftButton)
    wait_for_state(qtbot, preview, "32 cards on 16 pages")
    assert not preview.choices.what.isEnabled()
    preview.plans.setCurrentRow(1)
    QTest.mouseClick(preview.drop_plan, Qt.MouseButton.LeftButton)
    wait_for_state(qtbot, preview, "16 cards on 8 pages")


def test_it_is_saved_as_it_is_shown(
    bench: Workbench, preview: PreviewWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    bench.printing.said.connect(said.append)
    preview.choices._choose("layout", "overview")
    file = tmp_path / "wall"
    Answers().choose(file)
    QTest.mouseClick(preview.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=SOON_MS)
    assert said == ["Saved wall.pdf: 1 card on 1 page"]
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF-")


def test_how_far_it_is_goes_by_the_days_to_print(plan: Plan, guide: Guide) -> None:
    told: list[tuple[int, int]] = []
    order = Order((plan, plan), CardOptions(only=frozenset({(0, 0), (1, 2), (1, 3)})))
    carry_out(order, guide, RESOURCES, each=counting(order, lambda *now: told.append(now)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]


def test_settings_of_another_program_do_no_harm(tmp_path: Path) -> None:
    from soleus_desktop.cards.options import CardOptions
    from soleus_desktop.ui.preview.remembered import remembered, to_remember

    (tmp_path / "settings.json").write_text(
        json.dumps({"card_layout": "poster", "card_language": "xx", "paper": "3x5", "per_page": 8})
    )
    options, logo = remembered(Preferences(tmp_path).settings, ["de", "en"])
    assert (options.paper, options.per_page, options.layout) == ("3x5", 1, "session")
    assert (options.language, logo, options.refusal) == ("en", None, None)
    preferences = Preferences(tmp_path)
    preferences.change(**to_remember(CardOptions(practice=("Calf",)), tmp_path / "a"))
    preferences.flush()
    options, logo = remembered(Preferences(tmp_path).settings, ["de", "en"])
    assert (options.practice, logo) == (("Calf",), tmp_path / "a")
