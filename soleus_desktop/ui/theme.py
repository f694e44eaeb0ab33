"""The theme: colours read from resources/themes as data, and the palette made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Light: "raised",  # the line below tabs; Qt's own is white
}
_FIELDS = (
    *("QCheckBox", "QRadioButton", "QComboBox"),
    *("QLineEdit", "QAbstractSpinBox", "QTextEdit"),
)
_MENUS = ("QMenu", "QMenuBar")
_OFF = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True)
class Theme:
    """Colours by role (`colors`), a chip's ground and stripe by exercise, a figure's by part."""

    dark: bool
    colors: dict[str, QColor]
    chips: dict[str, tuple[QColor, QColor]]
    figure: dict[str, QColor]

    def __getitem__(self, role: str) -> QColor:
        return self.colors[role]

    def chip(self, figure: str) -> tuple[QColor, QColor]:
        """The ground and the stripe of a chip, by the name of its exercise's figure."""
        return self.chips.get(figure) or self.chips["custom"]

    def palette(self) -> QPalette:
        """The palette that paints all ordinary widgets in this theme."""
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, self.colors[name])
        for role in _OFF:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colors["faint"])
        return palette

    def apply(self) -> None:
        """Paint the whole application in this theme."""
        palette = self.palette()
        QApplication.setPalette(palette)
        if self.dark:  # Fusion draws edges darker than the ground: those of fields would vanish
            palette.setColor(QPalette.ColorRole.Window, self["faint"])
        for kind in _FIELDS:
            QApplication.setPalette(palette, kind)  # type: ignore[arg-type]  # is told bytes
        palette = self.palette()  # an icon can be seen on this ground as its text can
        palette.setColor(QPalette.ColorRole.Highlight, self["selected"])
        palette.setColor(QPalette.ColorRole.HighlightedText, self["text"])
        for kind in _MENUS:
            QApplication.setPalette(palette, kind)  # type: ignore[arg-type]


def load_theme(folder: Path, name: str) -> Theme:
    """Read a theme (``light``, ``dark``, ``contrast``) from its folder."""
    data = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        dark=data["dark"],
        colors={role: QColor(value) for role, value in data["colors"].items()},
        chips={
            name: (QColor(ground), QColor(stripe))
            for name, (ground, stripe) in data["chips"].items()
        },
        figure={part: QColor(value) for part, value in data["figure"].items()},
    )


def wanted(setting: str) -> str:
    """Return the name of the theme for a setting: ``system`` is what the system asks for."""
    if setting != "system":
        return setting
    hints = QGuiApplication.styleHints()
    if contrast_is_wanted(hints):
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def contrast_is_wanted(hints: QStyleHints) -> bool:
    """Tell whether the system asks for high contrast; Qt before 6.10 does not know."""
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is None:
        return False
    preference = accessibility().contrastPreference()
    return bool(preference == Qt.ContrastPreference.HighContrast)


def when_system_changes(do: Callable[[], object]) -> None:
    """Call a function whenever the system goes to light, dark or high contrast."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(do)
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.connect(do)


def ensure_font(folder: Path) -> None:
    """Take the bundled font where the system has none at all."""
    if not QFontDatabase.families():
        for font in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(font))
        QGuiApplication.setFont("Source Sans 3")
