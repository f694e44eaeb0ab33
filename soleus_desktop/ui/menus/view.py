"""The View menu: panels, and how things look."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = (
    "&View",
    (
        ActionSpec("show_library", "&Library", ("F3",), checkable=True),
        ActionSpec("show_inspector", "&Inspector", ("F4",), checkable=True),
        ActionSpec("show_findings", "&Findings", ("F6",), checkable=True),
        ActionSpec("show_overview", "&Overview of the plan", ("Shift+F3",), checkable=True),
        ActionSpec("start_page", "&Start page", ("Alt+Home",), icon="house"),
        ActionSpec("show_history", "&History", ("F7",), checkable=True),
        ActionSpec(
            "go_board",
            "Go to the &board",
            ("Ctrl+B",),
            tip="Escape goes there, too",
            icon="grid-3x3",
        ),
        None,
        ActionSpec("zoom_in", "&Zoom in", ("Ctrl++", "Ctrl+="), icon="zoom-in"),
        ActionSpec("zoom_out", "Zoom o&ut", ("Ctrl+-",), icon="zoom-out"),
        ActionSpec("zoom_usual", "Usual si&ze", ("Ctrl+0",)),
        ActionSpec(
            "zoom_fit",
            "Fit to the &window",
            ("Ctrl+Shift+0",),
            tip="Seven days side by side, and as many weeks as stay easy to read",
            icon="maximize",
        ),
        ActionSpec("compact", "&Compact rows", tip="One line for each exercise", checkable=True),
        None,
        (
            "&Theme",
            (
                ActionSpec("theme_system", "As the &system", group="theme"),
                ActionSpec("theme_light", "&Light", group="theme"),
                ActionSpec("theme_dark", "&Dark", group="theme"),
                ActionSpec("theme_contrast", "High &contrast", group="theme"),
            ),
        ),
    ),
)
