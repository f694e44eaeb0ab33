"""The Plan menu: entries, days, weeks and the plan itself."""

from __future__ import annotations

from soleus_desktop.ui.actions import ActionSpec, Menu

MENU: Menu = (
    "&Plan",
    (
        ActionSpec(
            "edit_entry",
            "Edit the &exercise",
            ("Ctrl+E",),
            "entry",
            tip="F2 on the board, too; F2 again goes from field to field, Enter back to the board",
            icon="pencil",
        ),
        ActionSpec(
            "fast_entry",
            "Fast entr&y",
            ("Ctrl+K",),
            "day",
            "Type an exercise with its dose: or just begin to type on the board",
            icon="zap",
        ),
        (
            "&Move the exercise",
            (
                ActionSpec("earlier", "&Up in its day", ("Alt+Up",), "entry", board=True),
                ActionSpec("later", "&Down in its day", ("Alt+Down",), "entry", board=True),
                ActionSpec("day_before", "To the day &before", ("Alt+Left",), "entry", "", True),
                ActionSpec("day_after", "To the day &after", ("Alt+Right",), "entry", "", True),
                ActionSpec("week_before", "To the week b&efore", ("Alt+PgUp",), "entry", "", True),
                ActionSpec("week_after", "To the week a&fter", ("Alt+PgDown",), "entry", "", True),
            ),
        ),
        ActionSpec("move_to", "Mo&ve to…", ("Ctrl+M",), "chosen", icon="move"),
        ActionSpec("copy_to", "&Copy to…", ("Ctrl+Shift+M",), "chosen", icon="copy"),
        None,
        (
            "&Day",
            (
                ActionSpec("kind_training", "&Training day", needs="day", group="kind"),
                ActionSpec("kind_recovery", "Re&covery day", needs="day", group="kind"),
                ActionSpec("kind_rest", "&Rest day", needs="day", group="kind"),
                ActionSpec("kind_race", "R&ace day", needs="day", group="kind"),
                None,
                ActionSpec(
                    "insert_rest_day",
                    "&Insert a rest day and shift",
                    ("Ctrl+Shift+R",),
                    "day",
                    "What follows moves one day on, through the ends of weeks",
                    icon="bed",
                ),
                ActionSpec(
                    "swap_days", "&Swap two days", needs="two_days", icon="arrow-left-right"
                ),
                ActionSpec("clear_day", "C&lear the day", needs="day", icon="eraser"),
                ActionSpec("edit_day", "&Edit the day", needs="day"),
            ),
        ),
        None,
        ActionSpec(
            "add_week",
            "&Add a week at the end",
            ("Ctrl+Shift+N",),
            brief="Add week",
            icon="calendar-plus",
        ),
        ActionSpec(
            "insert_week", "&Insert a week before", needs="week", icon="between-horizontal-start"
        ),
        ActionSpec(
            "duplicate_week",
            "Du&plicate the week",
            ("Ctrl+Shift+D",),
            "week",
            brief="Duplicate week",
            icon="calendars",
        ),
        (
            "&More of weeks",
            (
                ActionSpec("duplicate_times", "Duplicate it &often…", ("Ctrl+Alt+D",), "week"),
                ActionSpec("week_up", "Move the week &up", ("Alt+Shift+Up",), "week"),
                ActionSpec("week_down", "Move the week &down", ("Alt+Shift+Down",), "week"),
                ActionSpec(
                    "copy_layout",
                    "Copy its &layout without doses",
                    needs="week",
                    tip="The same days and exercises, each with the dose that it arrives with",
                ),
            ),
        ),
        ActionSpec(
            "progress",
            "Pro&gress over weeks…",
            ("Ctrl+G",),
            "entries",
            "Let exercises go on week by week, inside the guide's ranges",
            brief="Progress",
            icon="trending-up",
        ),
        (
            "C&ompare",
            (
                ActionSpec("compare_file", "With a &file…", icon="file-diff"),
                ActionSpec("compare_before", "With what was &saved or begun…"),
                ActionSpec("compare_weeks", "Two &weeks…", needs="week"),
            ),
        ),
        ActionSpec("delete_week", "De&lete the week", needs="week", icon="calendar-x"),
        ActionSpec("edit_week", "Edit the &week", needs="week", icon="pencil-line"),
        None,
        ActionSpec("edit_plan", "Plan and a&thlete", ("Ctrl+I",), icon="user-round"),
        ActionSpec("athlete", "At&hlete…", ("Ctrl+Shift+I",), icon="user-round-cog"),
        ActionSpec("new_exercise", "&New exercise of your own…"),
    ),
)
