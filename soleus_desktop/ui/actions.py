"""What an action is, and how Qt's actions are made of the ones declared in `ui.menus`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

Needs = Literal[
    "",
    "entry",
    "chosen",
    "day",
    "two_days",
    "week",
    "undo",
    "redo",
    "entries",
    "finding",
    "open",
    "safe",
    "waived",
]
Keys = tuple[QKeySequence.StandardKey | str, ...]
Std = QKeySequence.StandardKey


class ActionSpec(NamedTuple):
    """One action: id, text with mnemonic, shortcuts, what it needs to be enabled.

    `board` confines its shortcut to the board, so that the same keys edit text in a field.
    `group` makes it one choice of several that exclude each other; `icon` names its drawing in
    resources/icons/lucide; `brief` is its text in the toolbar, where it is else an icon alone.
    """

    id: str
    text: str
    keys: Keys = ()
    needs: Needs = ""
    tip: str = ""
    board: bool = False
    group: str = ""
    checkable: bool = False
    brief: str = ""
    icon: str = ""


class Filled(NamedTuple):
    """A menu whose items are found out when it opens; `empty` is said where there is none."""

    id: str
    text: str
    empty: str


Menu = tuple[str, tuple["ActionSpec | Filled | Menu | None", ...]]


def make_actions(
    parent: QObject, specs: Iterable[ActionSpec], handlers: dict[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make the actions. Raises KeyError where one has no handler: nothing in a menu is idle."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in specs:
        action = QAction(parent)
        action.setObjectName(spec.id)
        action.setShortcuts(keys_of(spec))
        action.setStatusTip(spec.tip)
        name_action(action, spec.text)
        if spec.brief:
            action.setIconText(spec.brief)
        else:
            action.setPriority(QAction.Priority.LowPriority)
        if spec.board:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(parent))
            group.addAction(action)
        action.setCheckable(bool(spec.group) or spec.checkable)
        handler = handlers[spec.id]
        action.triggered.connect(lambda _checked=False, handler=handler: handler())
        actions[spec.id] = action
    return actions


def keys_of(spec: ActionSpec) -> list[QKeySequence]:
    """Return an action's shortcuts, the one that menus show first.

    A standard key may mean nothing on a system, or the same as the one spelled out.
    """
    keys = {QKeySequence(keys).toString(): QKeySequence(keys) for keys in spec.keys}
    return [key for text, key in keys.items() if text]


def without_mnemonic(text: str) -> str:
    """Return the text of an action or a menu as it is read."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def name_action(action: QAction, text: str) -> None:
    """Give an action its text, and a tooltip that says it with its shortcut and what it is for."""
    action.setText(text)
    plain = without_mnemonic(text)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    lines = [f"{plain} ({keys})" if keys else plain, action.statusTip()]
    action.setToolTip("<qt>" + "<br>".join(_escaped(line) for line in lines if line))


def _escaped(text: str) -> str:
    """Return the text as markup that shows it as it is: it may name a person's own exercise."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
