"""Bars of load: in proportion, each part told by its pattern as well as its colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from soleus_desktop.guide.effort import NONE, Effort
from soleus_desktop.ui.board.load import SHORTEST, draw_load, figures, minutes, parts
from soleus_desktop.ui.theme import Theme, load_theme
from tests.ui.conftest import RESOURCES
from tests.ui.test_theme import VISIBLE, contrast

BOX = QRect(0, 0, 10, 100)


def drawn(effort: Effort, most_s: float, theme: Theme, *, upright: bool = True) -> QImage:
    box = BOX if upright else BOX.transposed()
    image = QImage(box.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_load(painter, box, effort, most_s, theme, upright=upright)
    painter.end()
    return image


def blank(image: QImage, at: int) -> bool:
    return all(image.pixelColor(x, at) == QColor(Qt.GlobalColor.white) for x in range(10))


def test_a_bar_stands_on_its_foot_and_is_as_tall_as_its_share(theme: Theme) -> None:
    image = drawn(Effort(slow_s=300), 600, theme)
    assert [blank(image, y) for y in (0, 49, 50, 99)] == [True, True, False, False]
    assert image.pixelColor(5, 99) == theme["accent"]


def test_a_lying_bar_begins_at_the_left(theme: Theme) -> None:
    image = drawn(Effort(slow_s=300), 600, theme, upright=False)
    assert image.pixelColor(0, 5) == image.pixelColor(49, 5) == theme["accent"]
    assert image.pixelColor(50, 5) == QColor(Qt.GlobalColor.white)


def test_parts_stand_upon_each_other_in_order(theme: Theme) -> None:
    image = drawn(Effort(slow_s=200, uphill_s=200, straight_s=200), 600, theme)
    slow, uphill, straight = (part.color for part in parts(NONE, theme))
    at_edge = [image.pixelColor(0, y) for y in (90, 50, 10)]
    assert at_edge == [slow, uphill, straight]
    assert not blank(image, 0)


def test_what_is_there_at_all_can_be_seen(theme: Theme) -> None:
    image = drawn(Effort(slow_s=1), 100_000, theme)
    assert [blank(image, y) for y in (100 - SHORTEST - 1, 100 - SHORTEST)] == [True, False]
    assert blank(drawn(NONE, 600, theme), 99)
    assert blank(drawn(NONE, 0, theme), 99)


def test_a_bar_never_grows_out_of_its_box(theme: Theme) -> None:
    image = drawn(Effort(slow_s=600, uphill_s=1, straight_s=1), 600, theme)
    assert image.pixelColor(5, 0) == theme["accent"]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_parts_differ_in_pattern_and_stand_out(name: str) -> None:
    theme = load_theme(RESOURCES / "themes", name)
    bar = parts(NONE, theme)
    assert len({part.pattern for part in bar}) == len(bar)
    assert all(contrast(part.color, theme["window"]) >= VISIBLE for part in bar)


def test_figures_count_begun_minutes_and_whole_repetitions() -> None:
    texts = figures(Effort(sets=7, repetitions=37.5, slow_s=601, straight_s=60, session_s=9))
    assert [text.replace("\u202f", " ") for text in texts] == ["12 min", "7 sets", "38 reps"]
    assert minutes(600).replace("\u202f", " ") == "10 min"
