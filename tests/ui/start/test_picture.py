"""The small picture of a board."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.ui.start.picture import board_picture
from soleus_desktop.ui.theme import Theme
from tests.build import plan_of

SIZE = QSize(84, 56)


def colors(image: QImage, left: int, top: int, right: int, bottom: int) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(left, right) for y in range(top, bottom)}


def stripe(theme: Theme, exercise: str) -> str:
    return theme.chip(exercise)[1].name()


def test_each_exercise_stands_on_its_day_in_its_colour(theme: Theme) -> None:
    plan = plan_of(
        [
            "w1 mon: bent-knee-calf-raise 3x12; isometric-hold 3x45s",
            "w1 sun recovery: uphill-walk 20min@6%",
            "w2 wed: seated-calf-raise 3x20",
        ],
        weeks=2,
    )
    image = board_picture(plan, theme, SIZE, 1.0)
    monday = colors(image, 0, 0, 12, 14)
    assert {stripe(theme, "bent-knee-calf-raise"), stripe(theme, "isometric-hold")} <= monday
    assert stripe(theme, "uphill-walk") in colors(image, 72, 0, 84, 14)
    assert stripe(theme, "uphill-walk") not in monday
    assert stripe(theme, "seated-calf-raise") in colors(image, 24, 14, 36, 28)
    assert colors(image, 0, 28, 84, 56) == {theme["window"].name()}  # no more weeks


def test_an_own_exercise_has_the_colour_of_own_ones(theme: Theme) -> None:
    plan = plan_of(
        ["w1 mon: mine 3x12"], exercises=[{"id": "mine", "name": "Mine", "dose": "reps"}]
    )
    assert stripe(theme, "custom") in colors(board_picture(plan, theme, SIZE, 1.0), 0, 0, 12, 14)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("weeks", [0, 1, 2, 52, 56, 57, 260])
def test_any_number_of_weeks_fills_the_same_room(weeks: int, ratio: float, theme: Theme) -> None:
    one = plan_of(["w1 sat: eccentric-heel-drop 3x10"]).weeks
    image = board_picture(new_plan(0).replace(weeks=one * weeks), theme, SIZE, ratio)
    assert image.size() == QSize(round(84 * ratio), round(56 * ratio))
    assert image.devicePixelRatio() == ratio
    color = QColor(stripe(theme, "eccentric-heel-drop"))
    middle = round(image.width() * 5.5 / 7)
    rows = [y for y in range(image.height()) if image.pixelColor(middle, y) == color]
    assert bool(rows) == bool(weeks)
    if weeks >= 52:
        assert rows[-1] > image.height() * 0.9  # to the last week


def test_a_day_fuller_than_its_pixels_shows_its_first_exercises(theme: Theme) -> None:
    entries = "; ".join(["seated-calf-raise 3x20"] * 40)
    plan = plan_of([f"w1 mon: {entries}"])
    long: Plan = plan.replace(weeks=plan.weeks * 200)
    image = board_picture(long, theme, SIZE, 1.0)
    assert stripe(theme, "seated-calf-raise") in colors(image, 0, 0, 12, 1)
