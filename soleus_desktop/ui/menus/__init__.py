"""The menus, declared as data, one file a menu; toolbar and context menus name their actions.

An action is added in three lines: here, in `ui.handlers`, and where the work is done.
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.ui.actions import ActionSpec, Filled, Menu
from soleus_desktop.ui.menus import about, edit, file, findings, plan, view

MENUS: tuple[Menu, ...] = (
    file.MENU,
    edit.MENU,
    plan.MENU,
    findings.MENU,
    view.MENU,
    about.MENU,
)

TOOLBAR: tuple[str | None, ...] = (
    *("new", "open", "save", None),
    *("undo", "redo", None),
    *("add_week", "duplicate_week", "progress", None),
    "cards",
)
"""The actions that are at hand above the board; None is a gap."""

WEEK_MENU = ("edit_week", "insert_week", "duplicate_week", "copy_layout", "delete_week")
KINDS = ("kind_training", "kind_recovery", "kind_rest", "kind_race")
ENTRY_CONTEXT: tuple[str | None, ...] = (
    *("edit_entry", "replace", None, "cut", "copy", "paste", "duplicate", "delete"),
    *("move_to", "copy_to", "progress", None),
    *KINDS,
    None,
    *WEEK_MENU,
)
"""What can be done to the entry under the pointer."""
DAY_CONTEXT: tuple[str | None, ...] = (
    *("edit_day", None, "cut", "copy", "paste", "duplicate", "move_to", "copy_to", None),
    *("insert_rest_day", "swap_days", "clear_day", None),
    *KINDS,
    None,
    *WEEK_MENU,
)
"""What can be done to the day under the pointer."""
WEEK_CONTEXT: tuple[str | None, ...] = (
    *("cut", "copy", "paste", None),
    *WEEK_MENU,
    *("duplicate_times", "progress", None, "week_up", "week_down", "move_to", None, "add_week"),
)
"""What can be done to the week whose head is under the pointer."""


def specs(menus: tuple[Menu, ...] = MENUS) -> Iterator[ActionSpec]:
    """Yield every action of the menus."""
    for _, items in menus:
        for item in items:
            if isinstance(item, ActionSpec):
                yield item
            elif item is not None and not isinstance(item, Filled):
                yield from specs((item,))
