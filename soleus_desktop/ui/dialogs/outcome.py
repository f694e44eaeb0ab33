"""Says in a dialog, beforehand, which findings an edit would bring and which it would take away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from soleus_desktop.rules.finding import Finding
from soleus_desktop.ui.effect import Effect
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.mark import mark_pixmap

_MOST = 3
"""So many kinds of finding are told; how many more there are is said."""


class Outcome(QWidget):
    """A mark and a sentence, below it the findings that would come, each kind once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._mark, self._said, self._new = plain_label(""), _wrapped(), _wrapped()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._mark, 0, 0)
        layout.addWidget(self._said, 0, 1)
        layout.addWidget(self._new, 1, 1)
        self._new.setForegroundRole(QPalette.ColorRole.PlaceholderText)

    @property
    def text(self) -> str:
        """All that is said."""
        return "\n".join(filter(None, (self._said.text(), self._new.text())))

    def clear(self) -> None:
        """Say nothing: there is nothing to be judged yet."""
        for label in (self._mark, self._said, self._new):
            label.clear()
        self._new.hide()

    def say(self, effect: Effect) -> None:
        """Tell the effect of an edit."""
        color = self._theme["error" if effect.refused else effect.sign]
        ratio = self.devicePixelRatioF()
        self._mark.setPixmap(mark_pixmap(effect.sign, color, self._theme["base"], ratio))
        self._said.setText(_sentence(effect))
        self._new.setText(breakable("\n".join(_told(effect.new))))
        self._new.setVisible(bool(effect.new))


def _sentence(effect: Effect) -> str:
    if effect.refused:
        return f"Not possible: {effect.refused}."
    gone = f"takes away {_count(len(effect.gone))}" if effect.gone else ""
    if effect.new:
        brings = f"Brings {_count(len(effect.new))}"
        return f"{brings} and {gone}." if gone else f"{brings}."
    return f"Brings no finding and {gone}." if gone else "Brings no finding and takes none away."


def _told(findings: Iterable[Finding]) -> list[str]:
    """Return one message a kind of finding, with how many more of it there are."""
    kinds: dict[str, list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(finding.message, []).append(finding)
    lines = [
        f"\u2013 {message}" + (f" ({len(same)} times)" if same[1:] else "")
        for message, same in kinds.items()
    ]
    more = len(lines) - _MOST
    return [*lines[:_MOST], f"\u2013 and {more} more of other kinds"] if more > 0 else lines


def _count(number: int) -> str:
    return f"{number} finding{'' if number == 1 else 's'}"


def _wrapped() -> QLabel:
    label = plain_label("")
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
