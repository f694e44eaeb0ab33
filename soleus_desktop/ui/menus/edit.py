"""The Edit menu: undo, clipboard, and what can be done to any selection."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu, Std

MENU: Menu = (
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
)
