"""What there is for an action to work on; `ActionSpec.needs` names what it cannot do without."""

from __future__ import annotations

from soleus_desktop.ui.actions import Needs
from soleus_desktop.ui.panels.findings import has_safe_fix
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.status import has_entries

AT_START = frozenset(
    (
        *("new", "open", "recover", "import_csv", "quit", "start_page", "go_board"),
        *("theme_system", "theme_light", "theme_dark", "theme_contrast"),
        *("help", "help_soleus", "help_exercises", "help_check", "help_keys", "about"),
    )
)
"""The actions of the start page: the others would change a plan that is not seen."""

TO_LOOK = AT_START | frozenset(
    (
        *("select_all", "find", "next_finding", "previous_finding"),
        *("compare_file", "compare_weeks"),
        *(f"show_{panel}" for panel in ("library", "inspector", "findings", "overview", "history")),
        *("zoom_in", "zoom_out", "zoom_usual", "zoom_fit", "compact"),
    )
)
"""The actions of a plan that is only to be looked at: the others change, save or print it."""


def what_is_there(session: Session, selection: Selection) -> dict[Needs, bool]:
    """Tell for each need whether it is met now."""
    report, stack = session.report, session.stack
    return {
        "": True,
        "entry": bool(selection.entry_ids),
        "chosen": bool(selection.entry_ids) or selection.week >= 0,
        "day": selection.week >= 0,
        "two_days": len(selection.days) == 2 and not selection.entry_ids,
        "week": selection.week >= 0,
        "undo": stack.canUndo(),
        "redo": stack.canRedo(),
        "entries": has_entries(session.plan),
        "finding": bool(report.findings),
        "open": bool(report.open),
        "safe": has_safe_fix(report),
        "waived": report.counts["waived"] > 0,
    }
