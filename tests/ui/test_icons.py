"""Icons: every one that is named is there and used, crisp at any ratio, in the theme's colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.actions import ActionSpec, make_actions, name_action
from soleus_desktop.ui.icons import Icons
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.menus import specs
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.theme import Theme, load_theme
from tests.ui.conftest import RESOURCES

FOLDER = RESOURCES / "icons" / "lucide"
FILES = sorted(FOLDER.glob("*.svg"))


@pytest.fixture
def icons(theme: Theme) -> Icons:
    icons = Icons(FOLDER, theme, lambda: None)
    icons._wake()
    return icons


def inks(pixmap: QPixmap) -> list[QColor]:
    """The colours of what is fully painted."""
    image, side = pixmap.toImage(), range(pixmap.width())
    colors = (image.pixelColor(x, y) for x in side for y in side)
    return [color for color in colors if color.alpha() == 255]


def is_drawn_in(pixmap: QPixmap, wanted: QColor) -> bool:
    """Tell whether there is something, all in one colour but for what painting rounds."""
    parts = [(c.red(), c.green(), c.blue()) for c in inks(pixmap)]
    aim = (wanted.red(), wanted.green(), wanted.blue())
    near = [max(abs(a - b) for a, b in zip(part, aim, strict=True)) <= 2 for part in parts]
    return bool(near) and all(near)


def test_the_drawings_are_those_that_actions_name_with_their_licence() -> None:
    assert {file.stem for file in FILES} == {spec.icon for spec in specs() if spec.icon}
    assert "ISC License" in (FOLDER / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_drawing_has_no_colour_of_its_own_and_is_drawn(file: Path, icons: Icons) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r'(?:stroke|fill)="([^"]+)"', text)) <= {"none", "currentColor"}
    assert is_drawn_in(icons.pixmap(file.stem, 96), icons._theme["text"])


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_is_drawn_for_the_ratio_that_it_is_shown_at(icons: Icons, ratio: float) -> None:
    drawn = icons.icon("save").pixmap(QSize(20, 20), ratio)
    assert drawn.size() == QSize(20, 20) * ratio
    assert drawn.deviceIndependentSize().toSize() == QSize(20, 20)


def test_what_is_off_is_faint_and_another_theme_has_another_colour(
    icons: Icons, theme: Theme
) -> None:
    icon, size = icons.icon("save"), QSize(48, 48)
    assert is_drawn_in(icon.pixmap(size, 1.0), theme["text"])
    assert is_drawn_in(icon.pixmap(size, 1.0, QIcon.Mode.Disabled), theme["faint"])
    dark = load_theme(RESOURCES / "themes", "dark")
    icons.set_theme(dark)
    assert is_drawn_in(icon.pixmap(size, 1.0), dark["text"])
    assert icons.pixmap("save", 48, "accent").toImage().pixelColor(0, 0) == QColor(0, 0, 0, 0)


def test_the_first_frame_leaves_their_room_empty_and_does_not_wait_for_them(
    theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    shown: list[bool] = []
    icons = Icons(FOLDER, theme, lambda: shown.append(True))
    early = icons.icon("save").pixmap(QSize(20, 20), 2.0)
    assert early.size() == QSize(40, 40)
    assert inks(early) == []
    qtbot.waitUntil(lambda: shown == [True])
    assert is_drawn_in(icons.icon("save").pixmap(QSize(20, 20), 2.0), theme["text"])


def test_a_toolbar_button_says_what_it_does_and_by_which_key(qtbot: QtBot) -> None:
    window = MainWindow(RESOURCES, Preferences(None))
    qtbot.addWidget(window)
    bar = window.bench.window.findChild(QToolBar)
    assert bar is not None
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if not isinstance(button, QToolButton):
            continue  # a gap
        keys = action.shortcut().toString()
        assert not button.icon().isNull()
        assert button.text()
        assert button.toolTip().startswith("<qt>")
        assert not keys or f"({keys})" in button.toolTip()


def test_a_tooltip_shows_a_name_as_it_is(qapp: QApplication) -> None:
    action = make_actions(qapp, [ActionSpec("undo", "&Undo", ("Ctrl+Z",))], {"undo": int})["undo"]
    name_action(action, "&Undo Rename to <b>Hop && hold")
    assert action.toolTip() == "<qt>Undo Rename to &lt;b>Hop &amp; hold (Ctrl+Z)"
    action.deleteLater()
