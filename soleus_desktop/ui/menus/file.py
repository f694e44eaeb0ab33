"""The File menu: plans, their files, and the cards."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Filled, Menu, Std

MENU: Menu = (
    "&File",
    (
        ActionSpec("new", "&New plan", (Std.New,), icon="file-plus"),
        Filled("templates", "New from &template", "No templates"),
        ActionSpec("open", "&Open…", (Std.Open,), icon="folder-open"),
        Filled("recent", "Open &recent", "No plans yet"),
        None,
        ActionSpec("save", "&Save", (Std.Save,), icon="save"),
        ActionSpec("save_as", "Save &as…", (Std.SaveAs, "Ctrl+Shift+S"), icon="save-pen"),
        ActionSpec(
            "save_template",
            "Save as te&mplate…",
            tip="To begin other plans from, without the athlete\u2019s name and the dates",
        ),
        ActionSpec(
            "versions",
            "Pre&vious versions…",
            tip="Look at the plan as it was saved before, and go back to it",
            icon="history",
        ),
        ActionSpec(
            "recover",
            "R&ecover plans…",
            tip="What was not saved when the program ended, and what was discarded in 30 days",
            icon="archive-restore",
        ),
        None,
        ActionSpec(
            "cards",
            "Print &cards to PDF…",
            (Std.Print,),
            tip="One card for each training day, to train from",
            needs="entries",
            brief="Print cards",
            icon="printer",
        ),
        None,
        ActionSpec("quit", "&Quit", (Std.Quit, "Ctrl+Q")),
    ),
)
