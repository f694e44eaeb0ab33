"""The Edit menu: undo, clipboard, and what can be done to any selection."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu, Std

MENU: Menu = (
    "&Edit",
    (
        ActionSpec("undo", "&Undo", (Std.Undo,), "undo", icon="undo-2"),
        ActionSpec("redo", "&Redo", (Std.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), "redo", icon="redo-2"),
        None,
        ActionSpec("cut", "Cu&t", (Std.Cut,), "chosen", board=True, icon="scissors"),
        ActionSpec("copy", "&Copy", (Std.Copy,), "chosen", board=True, icon="copy"),
        ActionSpec("paste", "&Paste", (Std.Paste,), "day", board=True, icon="clipboard-paste"),
        ActionSpec("duplicate", "D&uplicate", ("Ctrl+D",), "chosen", board=True, icon="copy-plus"),
        ActionSpec("delete", "&Delete", ("Del", "Backspace"), "chosen", board=True, icon="trash-2"),
        ActionSpec("select_all", "Select &all", (Std.SelectAll,), "week", board=True),
        ActionSpec("select_week", "Select the &week", ("Shift+Space",), "week", board=True),
        ActionSpec(
            "select_weekday", "Select the weekda&y", ("Ctrl+Shift+Space",), "week", board=True
        ),
        None,
        ActionSpec("find", "&Find an exercise", (Std.Find,), icon="search"),
        ActionSpec("replace", "Rep&lace an exercise…", ("Ctrl+H",), "entries", icon="replace"),
    ),
)
