"""The Findings menu: going through what the check found."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = (
    "F&indings",
    (
        ActionSpec("next_finding", "&Next finding", ("F8",), "finding", icon="circle-arrow-right"),
        ActionSpec(
            "previous_finding",
            "&Previous finding",
            ("Shift+F8",),
            "finding",
            icon="circle-arrow-left",
        ),
        None,
        ActionSpec("fix", "&Fix it", ("Ctrl+.",), "open", icon="wrench"),
        ActionSpec("fix_all", "Fix &all safe", ("Ctrl+Shift+.",), "safe", icon="wand-sparkles"),
        ActionSpec("waive", "&Waive…", ("Ctrl+Shift+W",), "open", icon="flag-off"),
        ActionSpec("take_back", "&Take back the waiver", (), "waived", icon="flag"),
    ),
)
