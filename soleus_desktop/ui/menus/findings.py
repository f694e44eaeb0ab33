"""The Findings menu: going through what the check found."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = (
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
)
