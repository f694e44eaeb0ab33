"""Every action of the window, declared once: menus, shortcuts and their state are built from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

Needs = Literal[
    "", "entry", "day", "week", "undo", "redo", "entries", "finding", "open", "safe", "waived"
]
Keys = tuple[QKeySequence.StandardKey | str, ...]
Std = QKeySequence.StandardKey


class ActionSpec(NamedTuple):
    """One action: id, text with mnemonic, shortcuts, what it needs to be enabled.

    `board` confines its shortcut to the board, so that the same keys edit text in a field.
    `group` makes it one choice of several that exclude each other; `brief` is its text in the
    toolbar.
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


Menu = tuple[str, tuple["ActionSpec | Menu | None", ...]]

MENUS: tuple[Menu, ...] = (
    (
        "&File",
        (
            ActionSpec("new", "&New plan", (Std.New,), brief="New"),
            ActionSpec("open", "&Open…", (Std.Open,), brief="Open"),
            ("Open &recent", ()),
            None,
            ActionSpec("save", "&Save", (Std.Save,)),
            ActionSpec("save_as", "Save &as…", (Std.SaveAs, "Ctrl+Shift+S")),
            None,
            ActionSpec(
                "cards",
                "Print &cards to PDF…",
                (Std.Print,),
                tip="One card for each training day, to train from",
                needs="entries",
                brief="Print cards",
            ),
            None,
            ActionSpec("quit", "&Quit", (Std.Quit, "Ctrl+Q")),
        ),
    ),
    (
        "&Edit",
        (
            ActionSpec("undo", "&Undo", (Std.Undo,), "undo", brief="Undo"),
            ActionSpec("redo", "&Redo", (Std.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), "redo", brief="Redo"),
            None,
            ActionSpec("cut", "Cu&t", (Std.Cut,), "entry", board=True),
            ActionSpec("copy", "&Copy", (Std.Copy,), "entry", board=True),
            ActionSpec("paste", "&Paste", (Std.Paste,), "day", board=True),
            ActionSpec("duplicate", "D&uplicate", ("Ctrl+D",), "entry", board=True),
            ActionSpec("delete", "&Delete", ("Del", "Backspace"), "entry", board=True),
            None,
            ActionSpec("find", "&Find an exercise", (Std.Find,)),
        ),
    ),
    (
        "&Plan",
        (
            ActionSpec("edit_entry", "Edit the &exercise", ("Ctrl+E",), "entry"),
            (
                "&Move the exercise",
                (
                    ActionSpec("earlier", "&Up in its day", ("Alt+Up",), "entry", board=True),
                    ActionSpec("later", "&Down in its day", ("Alt+Down",), "entry", board=True),
                    ActionSpec(
                        "day_before", "To the day &before", ("Alt+Left",), "entry", "", True
                    ),
                    ActionSpec("day_after", "To the day &after", ("Alt+Right",), "entry", "", True),
                    ActionSpec(
                        "week_before", "To the week b&efore", ("Alt+PgUp",), "entry", "", True
                    ),
                    ActionSpec(
                        "week_after", "To the week a&fter", ("Alt+PgDown",), "entry", "", True
                    ),
                ),
            ),
            None,
            (
                "&Day",
                (
                    ActionSpec("kind_training", "&Training day", needs="day", group="kind"),
                    ActionSpec("kind_recovery", "Re&covery day", needs="day", group="kind"),
                    ActionSpec("kind_rest", "&Rest day", needs="day", group="kind"),
                    ActionSpec("kind_race", "R&ace day", needs="day", group="kind"),
                    None,
                    ActionSpec("clear_day", "C&lear the day", needs="day"),
                    ActionSpec("edit_day", "&Edit the day", needs="day"),
                ),
            ),
            None,
            ActionSpec("add_week", "&Add a week at the end", ("Ctrl+Shift+N",), brief="Add week"),
            ActionSpec("insert_week", "&Insert a week before", needs="week"),
            ActionSpec(
                "duplicate_week",
                "Du&plicate the week",
                ("Ctrl+Shift+D",),
                "week",
                brief="Duplicate week",
            ),
            ActionSpec("delete_week", "De&lete the week", needs="week"),
            ActionSpec("edit_week", "Edit the &week", needs="week"),
            None,
            ActionSpec("edit_plan", "Plan and a&thlete", ("Ctrl+I",)),
        ),
    ),
    (
        "F&indings",
        (
            ActionSpec("next_finding", "&Next finding", ("F8",), "finding"),
            ActionSpec("previous_finding", "&Previous finding", ("Shift+F8",), "finding"),
            None,
            ActionSpec("fix", "&Fix it", ("Ctrl+.",), "open"),
            ActionSpec("fix_all", "Fix &all safe", ("Ctrl+Shift+.",), "safe"),
            ActionSpec("waive", "&Waive…", ("Ctrl+Shift+W",), "open"),
            ActionSpec("take_back", "&Take back the waiver", (), "waived"),
        ),
    ),
    (
        "&View",
        (
            ActionSpec("show_library", "&Library", ("F3",), checkable=True),
            ActionSpec("show_inspector", "&Inspector", ("F4",), checkable=True),
            ActionSpec("show_findings", "&Findings", ("F6",), checkable=True),
            ActionSpec("go_board", "Go to the &board", ("Ctrl+B",), tip="Escape goes there, too"),
            None,
            (
                "&Theme",
                (
                    ActionSpec("theme_system", "As the &system", group="theme"),
                    ActionSpec("theme_light", "&Light", group="theme"),
                    ActionSpec("theme_dark", "&Dark", group="theme"),
                ),
            ),
        ),
    ),
    ("&Help", (ActionSpec("about", "&About Soleus Desktop"),)),
)


TOOLBAR: tuple[str | None, ...] = (
    *("new", "open", "save", None),
    *("undo", "redo", None),
    *("add_week", "duplicate_week", None),
    "cards",
)
"""The actions that are at hand above the board; None is a gap."""


def specs(menus: tuple[Menu, ...] = MENUS) -> Iterator[ActionSpec]:
    """Yield every action of the menus."""
    for _, items in menus:
        for item in items:
            if isinstance(item, ActionSpec):
                yield item
            elif item is not None:
                yield from specs((item,))


def make_actions(parent: QObject, handlers: dict[str, Callable[[], object]]) -> dict[str, QAction]:
    """Make all actions. Raises KeyError where one has no handler: nothing in a menu is idle."""
    actions: dict[str, QAction] = {}
    groups: dict[str, QActionGroup] = {}
    for spec in specs():
        action = QAction(spec.text, parent)
        action.setObjectName(spec.id)
        # A standard key may mean nothing on a system, or the same as the one spelled out.
        keys = {QKeySequence(keys).toString(): QKeySequence(keys) for keys in spec.keys}
        action.setShortcuts([key for text, key in keys.items() if text])
        if spec.brief:
            action.setIconText(spec.brief)
        if spec.tip:
            action.setStatusTip(spec.tip)
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
