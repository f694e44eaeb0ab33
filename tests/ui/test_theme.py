"""The themes: every text can be read on every ground that it stands on (WCAG 2, 4.5 to 1)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from soleus_desktop.ui.theme import Theme, load_theme
from tests.ui.conftest import RESOURCES

LEGIBLE, VISIBLE = 4.5, 3.0
"""Least contrast of text, and of what is no text but has to be seen (WCAG 2.2, 1.4.3, 1.4.11)."""
THEMES = sorted(file.stem for file in (RESOURCES / "themes").glob("*.toml"))
PANELS = ("window", "base", "raised")
DAYS = ("base", "rest", "recovery", "race")
TEXTS = [
    *((text, ground) for text in ("text", "quiet") for ground in (*PANELS, *DAYS, "selected")),
    *((text, ground) for text in ("error", "warning", "hint", "good") for ground in PANELS),
    ("on_accent", "accent"),
]
EDGES = [
    *(("accent", ground) for ground in (*PANELS, *DAYS)),
    *(("drop", ground) for ground in DAYS),
    *(("base", mark) for mark in ("error", "warning", "hint", "good", "quiet")),
    *((mark, "selected") for mark in ("error", "warning", "hint", "quiet")),
]


@pytest.fixture(params=THEMES)
def either(request: pytest.FixtureRequest) -> Theme:
    return load_theme(RESOURCES / "themes", request.param)


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_there_is_a_light_and_a_dark_one() -> None:
    assert {name: load_theme(RESOURCES / "themes", name).dark for name in THEMES} == {
        "dark": True,
        "light": False,
    }


def test_text_can_be_read_on_every_ground(either: Theme) -> None:
    faint = {
        f"{text} on {ground}": round(ratio, 2)
        for text, ground in TEXTS
        if (ratio := contrast(either[text], either[ground])) < LEGIBLE
    }
    assert faint == {}


def test_chips_can_be_read(either: Theme) -> None:
    faint = {
        f"{text} on {name}": round(ratio, 2)
        for name, (ground, _) in either.chips.items()
        for text in ("text", "quiet")
        if (ratio := contrast(either[text], ground)) < LEGIBLE
    }
    assert faint == {}


def test_focus_marks_and_what_a_drop_does_are_seen(either: Theme) -> None:
    faint = {
        f"{edge} on {ground}": round(ratio, 2)
        for edge, ground in EDGES
        if (ratio := contrast(either[edge], either[ground])) < VISIBLE
    }
    on_chips = {
        f"{edge} on {name}": round(ratio, 2)
        for name, (ground, _) in either.chips.items()
        for edge in ("accent", "error", "warning", "hint")
        if (ratio := contrast(either[edge], ground)) < VISIBLE
    }
    stripes = {
        f"stripe of {name}": round(ratio, 2)
        for name, (ground, stripe) in either.chips.items()
        if (ratio := contrast(stripe, ground)) < VISIBLE
    }
    assert (faint, on_chips, stripes) == ({}, {}, {})


def test_both_themes_colour_the_same_things() -> None:
    light, dark = (load_theme(RESOURCES / "themes", name) for name in ("light", "dark"))
    assert light.colors.keys() == dark.colors.keys()
    assert light.chips.keys() == dark.chips.keys()
    assert light.figure.keys() == dark.figure.keys()
