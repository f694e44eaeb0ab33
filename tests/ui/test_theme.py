"""The themes: whatever is painted can be read or seen on whatever it is painted on (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from soleus_desktop.guide.effort import NONE
from soleus_desktop.storage.settings import THEMES as CHOICES
from soleus_desktop.ui.board.delegate import SELECTED_ALPHA
from soleus_desktop.ui.board.load import parts
from soleus_desktop.ui.theme import Theme, contrast_is_wanted, load_theme, wanted
from tests.ui.conftest import RESOURCES

LEGIBLE, VISIBLE, HIGH = 4.5, 3.0, 7.0
"""Least contrast of text, and of what is no text but has to be seen (WCAG 2.2, 1.4.3, 1.4.11);
and that of text where a person asked for much (1.4.6)."""
THEMES = sorted(file.stem for file in (RESOURCES / "themes").glob("*.toml"))
PANELS = ("window", "base", "raised")
DAYS = ("base", "rest", "recovery", "race")
SEVERITIES = ("error", "warning", "hint", "good")
TEXTS = [
    *((text, ground) for text in ("text", "quiet") for ground in (*PANELS, *DAYS, "selected")),
    *((text, ground) for text in SEVERITIES for ground in PANELS),
    *(("accent", ground) for ground in PANELS),  # links, the weekday that is today
    ("on_accent", "accent"),  # what is chosen in lists, pressed in the filter; a pill, a badge
]
EDGES = [
    *(("accent", ground) for ground in (*PANELS, *DAYS)),  # the focus
    *(("drop", ground) for ground in DAYS),
    *((mark, ground) for mark in (*SEVERITIES, "quiet") for ground in (*DAYS, "window")),
    *(("base", mark) for mark in (*SEVERITIES, "quiet")),  # the sign in a mark
    *((mark, "selected") for mark in ("error", "warning", "hint", "quiet")),
    ("accent", "selected"),
]
WIDGETS = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    (QPalette.ColorRole.BrightText, QPalette.ColorRole.Window),
]


@pytest.fixture(params=THEMES)
def either(request: pytest.FixtureRequest) -> Theme:
    return load_theme(RESOURCES / "themes", request.param)


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    weights = (0.2126, 0.7152, 0.0722)
    return sum(weight * part for weight, part in zip(weights, channels, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def tinted(ground: QColor, tint: QColor, alpha: int) -> QColor:
    """A ground below a tint that lets it through."""
    share = alpha / 255
    mixed = (
        round(under + (over - under) * share)
        for under, over in zip(ground.getRgb()[:3], tint.getRgb()[:3], strict=True)
    )
    return QColor(*mixed)


def below(least: float, pairs: Iterable[tuple[str, QColor, QColor]]) -> dict[str, float]:
    """The pairs that have too little contrast, by their name."""
    return {
        name: round(ratio, 2)
        for name, one, other in pairs
        if (ratio := contrast(one, other)) < least
    }


def of_roles(theme: Theme, pairs: list[tuple[str, str]]) -> list[tuple[str, QColor, QColor]]:
    return [(f"{one} on {other}", theme[one], theme[other]) for one, other in pairs]


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert tinted(QColor("#000000"), QColor("#ffffff"), 51).name() == "#333333"


def test_every_theme_can_be_chosen() -> None:
    assert set(CHOICES) == {"system", *THEMES}
    assert {name: load_theme(RESOURCES / "themes", name).dark for name in THEMES} == {
        "contrast": True,
        "dark": True,
        "light": False,
    }


def test_text_can_be_read_on_every_ground(either: Theme) -> None:
    assert below(LEGIBLE, of_roles(either, TEXTS)) == {}


def test_high_contrast_is_high() -> None:
    theme = load_theme(RESOURCES / "themes", "contrast")
    assert below(HIGH, of_roles(theme, TEXTS)) == {}
    chips = [
        (f"{text} on {name}", theme[text], ground)
        for name, (ground, _) in theme.chips.items()
        for text in ("text", "quiet")
    ]
    assert below(HIGH, chips) == {}


def test_chips_can_be_read(either: Theme) -> None:
    pairs = [
        (f"{text} on {name}", either[text], ground)
        for name, (ground, _) in either.chips.items()
        for text in ("text", "quiet")
    ]
    assert below(LEGIBLE, pairs) == {}


def test_a_day_among_several_that_are_selected_can_be_read(either: Theme) -> None:
    pairs = [
        (f"{text} on {day}", either[text], tinted(either[day], either["accent"], SELECTED_ALPHA))
        for day in DAYS
        for text in ("text", "quiet")
    ]
    assert below(LEGIBLE, pairs) == {}


def test_marks_are_seen_on_a_day_among_several_that_are_selected(either: Theme) -> None:
    pairs = [
        (f"{mark} on {day}", either[mark], tinted(either[day], either["accent"], SELECTED_ALPHA))
        for day in DAYS
        for mark in SEVERITIES
    ]
    assert below(VISIBLE, pairs) == {}


def test_focus_marks_and_what_a_drop_does_are_seen(either: Theme) -> None:
    on_chips = [
        (f"{edge} on {name}", either[edge], ground)
        for name, (ground, _) in either.chips.items()
        for edge in ("accent", "error", "warning", "hint")
    ]
    stripes = [(name, stripe, ground) for name, (ground, stripe) in either.chips.items()]
    assert below(VISIBLE, [*of_roles(either, EDGES), *on_chips, *stripes]) == {}


def test_exercises_in_the_small_picture_of_a_board_are_seen(either: Theme) -> None:
    pairs = [
        (f"{name} on {day}", stripe, either[day])
        for name, (_, stripe) in either.chips.items()
        for day in DAYS
    ]
    assert below(VISIBLE, pairs) == {}


def test_the_bars_of_a_week_are_seen_and_told_apart_by_more_than_colour(either: Theme) -> None:
    bars = parts(NONE, either)
    assert below(VISIBLE, [(part.name, part.color, either["window"]) for part in bars]) == {}
    assert len({part.pattern for part in bars}) == len(bars)


def test_ordinary_widgets_can_be_read(qapp: QApplication, either: Theme) -> None:
    before = QApplication.palette()
    either.apply()
    pairs = [
        (f"{kind} {one.name} on {two.name}", shown.color(one), shown.color(two))
        for kind in ("QWidget", "QMenu", "QMenuBar", "QLineEdit", "QComboBox")
        for shown in (QApplication.palette(kind),)  # type: ignore[call-overload]  # is told bytes
        for one, two in WIDGETS
        # The window's role in fields is the edge that Fusion draws, and no ground of text.
        if two != QPalette.ColorRole.Window or not kind.endswith(("Edit", "Box"))
    ]
    QApplication.setPalette(before)
    assert below(LEGIBLE, pairs) == {}


def test_all_themes_colour_the_same_things() -> None:
    first, *others = (load_theme(RESOURCES / "themes", name) for name in THEMES)
    for other in others:
        assert first.colors.keys() == other.colors.keys()
        assert first.chips.keys() == other.chips.keys()
        assert first.figure.keys() == other.figure.keys()


class _Hints:
    """What a system asks for; the offscreen platform asks for nothing."""

    def __init__(self, preference: object) -> None:
        self.preference = preference

    def accessibility(self) -> _Hints:
        return self

    def contrastPreference(self) -> object:
        return self.preference


def test_the_system_may_ask_for_high_contrast(qapp: QApplication) -> None:
    preferences = list(getattr(Qt, "ContrastPreference", ()))  # Qt knows it from 6.10 on
    asked = [each.name for each in preferences if contrast_is_wanted(_Hints(each))]
    assert asked == ["HighContrast"][: len(preferences)]
    assert not contrast_is_wanted(object())  # as Qt was before
    assert wanted("system") == "light"
    assert wanted("contrast") == "contrast"
