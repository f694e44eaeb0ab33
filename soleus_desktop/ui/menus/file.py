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
            "Print &cards…",
            (Std.Print,),
            tip="Look at them first, then print them or save them as PDF",
            needs="entries",
            brief="Print cards",
            icon="printer",
        ),
        (
            "&Export",
            (
                ActionSpec(
                    "export_ics", "&Calendar (.ics)…", needs="entries", icon="calendar-days"
                ),
                ActionSpec("export_csv", "&Spreadsheet (.csv)…", needs="entries", icon="sheet"),
                ActionSpec("export_txt", "&Text (.txt)…", needs="entries", icon="file-text"),
                ActionSpec("export_md", "&Markdown (.md)…", needs="entries"),
                None,
                ActionSpec(
                    "copy_text",
                    "C&opy as text",
                    needs="entries",
                    tip="The whole plan on the clipboard, to be pasted into a mail",
                ),
            ),
        ),
        (
            "&Import",
            (
                ActionSpec(
                    "import_csv",
                    "&Spreadsheet (.csv)…",
                    tip="A row a set, as it is exported; what is not understood is said",
                ),
            ),
        ),
        None,
        ActionSpec("quit", "&Quit", (Std.Quit, "Ctrl+Q")),
    ),
)
