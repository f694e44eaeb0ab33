"""What each action of `ui.menus` does: its id, and the function of the part that does it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soleus_desktop.ui.workbench import Workbench

EXPORTED = ("ics", "csv", "txt", "md")
"""The formats of `exchange.formats`, which is not read before one is wanted."""
Handlers = dict[str, Callable[[], object]]


def handlers(bench: Workbench) -> Handlers:
    """Return the handler of every action, by its id."""
    return {
        **_of_files(bench),
        **_of_editing(bench),
        **_of_findings(bench),
        **_of_view(bench),
    }


def _of_files(bench: Workbench) -> Handlers:
    files = bench.documents
    return {
        "new": files.new,
        "open": files.open,
        "save": files.save,
        "save_as": files.save_as,
        "save_template": files.save_as_template,
        "versions": bench.previous.show,
        "recover": bench.recover,
        "cards": bench.printing.print_cards,
        **{f"export_{name}": partial(bench.exporting.export, name) for name in EXPORTED},
        "copy_text": bench.exporting.copy_text,
        "import_csv": bench.exporting.import_spreadsheet,
        "quit": bench.window.close,
    }


def _of_editing(bench: Workbench) -> Handlers:
    do, stack, show = bench.commands, bench.session.stack, bench.layout
    chosen, day, week = bench.edit_commands, bench.day_commands, bench.week_commands
    found: Handlers = {
        "undo": stack.undo,
        "redo": stack.redo,
        "cut": chosen.cut,
        "copy": chosen.copy,
        "paste": chosen.paste,
        "duplicate": chosen.duplicate,
        "delete": chosen.delete,
        "select_all": chosen.select_all,
        "select_week": chosen.select_week,
        "select_weekday": chosen.select_weekday,
        "find": partial(show.within, bench.library, bench.library.focus_search),
        "replace": bench.dialogs.replace,
        "progress": bench.dialogs.progress,
        "move_to": bench.dialogs.move_to,
        "copy_to": partial(bench.dialogs.move_to, copy=True),
        "duplicate_times": partial(bench.dialogs.duplicate_weeks, week),
        "edit_entry": bench.edit_selected,
        "fast_entry": bench.fast_entry,
        "earlier": partial(do.reorder, -1),
        "later": partial(do.reorder, 1),
        "day_before": partial(do.move, days=-1),
        "day_after": partial(do.move, days=1),
        "week_before": partial(do.move, weeks=-1),
        "week_after": partial(do.move, weeks=1),
        "insert_rest_day": day.insert_rest_day,
        "swap_days": day.swap,
        "clear_day": day.clear,
        "edit_day": partial(bench.edit_page, "day"),
        "edit_week": partial(bench.edit_page, "week"),
        "edit_plan": partial(bench.edit_page, "plan"),
        "athlete": bench.dialogs.athlete,
        "new_exercise": bench.exercise_edits.new,
        "add_week": week.add,
        "insert_week": week.insert,
        "duplicate_week": week.duplicate,
        "week_up": partial(week.move, -1),
        "week_down": partial(week.move, 1),
        "copy_layout": week.copy_layout,
        "delete_week": week.delete,
    }
    for kind in ("training", "recovery", "rest", "race"):
        found[f"kind_{kind}"] = partial(day.set_kind, kind)
    return found


def _of_findings(bench: Workbench) -> Handlers:
    panel, show = bench.findings, bench.layout
    return {
        "next_finding": partial(show.within, panel, panel.next_finding),
        "previous_finding": partial(show.within, panel, panel.previous_finding),
        "fix": partial(show.within, panel, panel.fix_current),
        "fix_all": panel.fix_all,
        "waive": partial(show.within, panel, panel.waive_current),
        "take_back": partial(show.within, panel, panel.take_back_current),
    }


def _of_view(bench: Workbench) -> Handlers:
    zoom = bench.board.zoom
    found: Handlers = {
        "start_page": bench.stage.show_start,
        "go_board": bench.go_to_board,
        "zoom_in": partial(zoom.by, 1),
        "zoom_out": partial(zoom.by, -1),
        "zoom_usual": zoom.reset,
        "zoom_fit": bench.board.fit,
        "compact": zoom.toggle_compact,
        "compare_file": bench.comparing.with_file,
        "compare_before": bench.comparing.with_before,
        "compare_weeks": bench.comparing.weeks,
        "help": bench.help.on_current,
        "about": bench.about,
    }
    for page in ("soleus", "exercises", "check", "keys"):
        found[f"help_{page}"] = partial(bench.help.show, page)
    for name in bench.layout.panels:
        found[f"show_{name}"] = partial(bench.layout.toggle, name)
    for theme in ("system", "light", "dark", "contrast"):
        found[f"theme_{theme}"] = partial(bench.choose_theme, theme)
    return found
