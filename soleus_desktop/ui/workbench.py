"""What fills a window: puts the panels together and wires actions. No logic of plans."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMainWindow

from soleus_desktop import __version__
from soleus_desktop.guide.model import Guide
from soleus_desktop.ui.actions import Needs, name_action
from soleus_desktop.ui.board.hint import BoardHint
from soleus_desktop.ui.board.overview import Overview
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.commands import Commands
from soleus_desktop.ui.comparing import Comparing
from soleus_desktop.ui.day_commands import DayCommands
from soleus_desktop.ui.dialog_edits import DialogEdits
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.documents import Documents
from soleus_desktop.ui.edit_commands import EditCommands
from soleus_desktop.ui.enabling import AT_START, TO_LOOK, what_is_there
from soleus_desktop.ui.exercise_edits import ExerciseEdits
from soleus_desktop.ui.exporting import Exporting
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.handlers import handlers
from soleus_desktop.ui.help.desk import Help
from soleus_desktop.ui.layout import Layout
from soleus_desktop.ui.menu_bar import Item, MenuBar
from soleus_desktop.ui.menus import DAY_CONTEXT, ENTRY_CONTEXT, WEEK_CONTEXT, specs
from soleus_desktop.ui.others.desk import Others
from soleus_desktop.ui.others.only_look import OnlyLook
from soleus_desktop.ui.own_exercises import OwnExercises
from soleus_desktop.ui.panels.findings import FindingsPanel
from soleus_desktop.ui.panels.history import HistoryPanel
from soleus_desktop.ui.panels.inspector import InspectorPanel, PageName
from soleus_desktop.ui.panels.library import LibraryPanel
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.printing import Printing
from soleus_desktop.ui.recovery.previous import Previous
from soleus_desktop.ui.safekeeping import Safekeeping
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.start.stage import Stage
from soleus_desktop.ui.start.templates import Templates
from soleus_desktop.ui.status import StatusLine
from soleus_desktop.ui.theme import Theme, ensure_font, load_theme, wanted, when_system_changes
from soleus_desktop.ui.trouble.last import LAST_ACTIONS
from soleus_desktop.ui.waiting import Cancelled, wait_for
from soleus_desktop.ui.week_commands import WeekCommands
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.ui.board.quick_entry import QuickEntry
    from soleus_desktop.ui.start.page import StartPage

FINISHING = "Finishing what is being saved or printed\u2026"


class Workbench(QObject):
    """Fills a window with the board and its panels, for one plan."""

    def __init__(
        self,
        window: QMainWindow,
        guide: Guide,
        resources: Path,
        preferences: Preferences,
        own_templates: Path | None = None,
        state: Path | None = None,
        data: Path | None = None,
    ) -> None:
        super().__init__(window)
        self.window = window
        self._resources, self._preferences = resources, preferences
        self.session = Session(guide, self)
        self.selection = Selection(self.session)
        self.work = Work(self)
        templates = Templates(resources / "templates", own_templates)
        versions = state / "versions" if state else None
        self.documents = Documents(
            self.session, preferences, templates, self.work, window, versions
        )
        self.safekeeping = Safekeeping(self.session, state, self) if state else None
        self.previous = Previous(
            self.session, self.documents, lambda: self._theme, versions, window
        )
        self.others = Others(
            *(self.session, self.documents, self.safekeeping, self.work),
            *(self.previous.show_plans, window),
        )
        self.exporting = Exporting(
            *(self.session, self.documents, preferences, self.work),
            partial(self.edit_page, "plan"),
            window,
        )
        self.printing = Printing(
            self.session, self.selection, preferences, self.work, resources, window
        )
        self.dialogs = DialogEdits(self.session, self.selection, lambda: self._theme, window)
        self.own = OwnExercises(self.session, data, self.work)
        self.exercise_edits = ExerciseEdits(self.session, self.own, window)
        ensure_font(resources / "fonts")
        self._theme = load_theme(resources / "themes", wanted(preferences.settings.theme))
        self._theme.apply()
        self._figures = FigurePainter(resources / "figures", self._theme)
        self.board = BoardView(self.session, self.selection, self._theme)
        self.board.zoom.set(preferences.settings.zoom_pct, compact=preferences.settings.compact)
        self.board_hint = BoardHint(self.session, self.board)
        self.overview = Overview(self.session, self.selection, self._theme, self.board)
        self.library = LibraryPanel(self.session, self._figures, self._theme)
        self.inspector = InspectorPanel(self.session, self.selection, self._theme)
        self.findings = FindingsPanel(self.session, self.selection, self._theme)
        self.history = HistoryPanel(self.session, self._theme)
        self.comparing = Comparing(
            self.session, self.selection, self.documents.choose_other, window
        )
        self.help = Help(guide, self._figures, self._theme, window, lambda: self.findings.current)
        self.commands = Commands(self.session, self.selection)
        self.day_commands = DayCommands(self.session, self.selection)
        self.week_commands = WeekCommands(self.session, self.selection)
        self.edit_commands = EditCommands(self.session, self.selection, self.week_commands)
        self.status = StatusLine(self.session, self._theme, window)
        self.only_look = OnlyLook(self.session, self._theme)
        self._themed = (
            *(self.only_look, self.library, self.inspector, self.findings),
            *(self.board, self.overview, self.status, self.help, self.history),
        )
        self.layout = Layout(
            self.board,
            {
                "library": self.library,
                "inspector": self.inspector,
                "findings": self.findings,
                "overview": self.overview,
                "history": self.history,
            },
            preferences.settings.splitters,
            self,
            self.only_look,
        )
        self.stage = Stage(self.layout.widget, self._make_start_page)
        self.menus = MenuBar(
            window,
            {name: partial(self._act, name, do) for name, do in handlers(self).items()},
            {"recent": self._recent, "templates": self._templates},
            resources / "icons" / "lucide",
            self._theme,
        )
        self.actions_by_id = self.menus.actions
        self._enabled_by: tuple[dict[Needs, bool], bool, bool] | None = None
        self.board.addActions(self.menus.of_board)
        window.setWindowIcon(QIcon(str(resources / "icons" / "soleus-256.png")))
        window.setStatusBar(self.status)
        window.setCentralWidget(self.stage)
        self._connect()
        self._refresh()
        if preferences.notice:
            self.status.say(preferences.notice)
        self.own.load()

    @property
    def theme(self) -> Theme:
        """The theme that all is shown in."""
        return self._theme

    def _connect(self) -> None:
        session, say = self.session, self.status.say
        session.stack.indexChanged.connect(self._refresh)  # after the plan and what can be undone
        session.file_changed.connect(self._refresh)
        session.refused.connect(say)
        self.selection.changed.connect(self._enable)
        session.stack.undoTextChanged.connect(partial(self._name_step, "undo", "&Undo"))
        session.stack.redoTextChanged.connect(partial(self._name_step, "redo", "&Redo"))
        self.findings.help_wanted.connect(self.help.on_current)
        self.documents.said.connect(say)
        self.printing.said.connect(say)
        self.exporting.said.connect(say)
        self.library.chosen.connect(self.commands.add)
        self.library.new_wanted.connect(self.exercise_edits.new)
        self.library.edit_wanted.connect(self.exercise_edits.edit)
        self.library.duplicate_wanted.connect(self.exercise_edits.duplicate)
        self.library.delete_wanted.connect(self.exercise_edits.delete)
        self.own.changed.connect(self.library.show_offered)
        self.own.trouble.connect(say)
        self.library.picked_up.connect(self.board.carry)
        self.board.hovered.connect(self.status.hover)
        self.board.activated_entry.connect(self.edit_selected)
        self.board.typed.connect(self.fast_entry)
        self.board.activated_week.connect(partial(self.edit_page, "week"))
        self.board.menu_wanted.connect(self._show_context_menu)
        self.board.week_menu_wanted.connect(partial(self.menus.popup, WEEK_CONTEXT))
        self.layout.changed.connect(self._enable)
        session.plan_replaced.connect(self.stage.show_plan)
        self.stage.turned.connect(self._on_turned)
        self.inspector.done.connect(self.go_to_board)
        self.board.zoom.changed.connect(self._enable)
        self._preferences.trouble.connect(say)
        if self.safekeeping:
            self.safekeeping.trouble.connect(say)
        when_system_changes(self._apply_theme)

    # --- keeping up ---------------------------------------------------------------------------

    def _refresh(self) -> None:
        session = self.session
        name = session.name if self.stage.begun else "Start page"
        self.window.setWindowTitle(f"{name}[*]")  # Qt adds the program's name
        self.window.setWindowModified(session.dirty)
        self._enable()

    def _act(self, name: str, do: Callable[[], object]) -> None:
        """Do what an action does, with what was just typed in the plan: it may be saved."""
        LAST_ACTIONS.note(name)
        self.inspector.commit()
        do()

    def _enable(self) -> None:
        actions, there = self.actions_by_id, what_is_there(self.session, self.selection)
        at_start, to_look = self.stage.at_start, bool(self.session.only_to_look_at)
        by = there, at_start, to_look
        if by != self._enabled_by:  # after most edits there is what was there before
            self._enabled_by = by
            some = AT_START if at_start else TO_LOOK if to_look else None
            for spec in specs():
                here = some is None or spec.id in some
                actions[spec.id].setEnabled(here and there[spec.needs])
            for name in ("library", "inspector"):
                self.layout.panels[name].setEnabled(not to_look)
        day = self.selection.current_day
        if day:
            actions[f"kind_{day.kind}"].setChecked(True)
        actions["compact"].setChecked(self.board.zoom.compact)
        actions[f"theme_{self._preferences.settings.theme}"].setChecked(True)
        for name, panel in self.layout.panels.items():
            actions[f"show_{name}"].setChecked(not panel.isHidden())

    def _name_step(self, action: str, verb: str, step: str) -> None:
        shown = step.replace("&", "&&")
        name_action(self.actions_by_id[action], f"{verb} {shown}".strip())

    @cached_property
    def quick_entry(self) -> QuickEntry:
        """The line of fast entry, made when it is first wanted."""
        from soleus_desktop.ui.board.quick_entry import QuickEntry

        return QuickEntry(self.session, self.selection, self.board)

    def fast_entry(self, typed: str = "") -> None:
        """Let an exercise be typed, beginning with what was typed on the board."""
        if self.session.only_to_look_at:
            self.status.say(self.session.only_to_look_at)
        else:
            self.quick_entry.open(typed)

    def recover(self) -> None:
        """Show what was not saved when the program ended, and what was discarded since."""
        windows = self.documents.opening.windows
        if windows is None or windows.recovery is None:
            self.status.say("Nothing is kept for recovery here")
        else:
            windows.recovery.look(asked=True)

    def go_to_board(self) -> None:
        """Leave a panel for the board, or the start page where there is a plan to go back to."""
        if self.stage.begun:
            self.stage.show_plan()
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_selected(self) -> None:
        """Show the current entry in the inspector, or the day where there is none."""
        self.edit_page("entry" if self.selection.entry_id else "day")

    def edit_page(self, page: PageName) -> None:
        """Show a page of the inspector and go to its first field."""
        self.inspector.show()
        self.inspector.show_page(page)
        self.inspector.focus_first_field()
        self._enable()

    def _show_context_menu(self, at: QPoint) -> None:
        self.menus.popup(ENTRY_CONTEXT if self.selection.entry_id else DAY_CONTEXT, at)

    def _recent(self) -> Iterable[Item]:
        for path in self._preferences.recent:
            yield f"{path.name}  ({path.parent})", partial(self.documents.open_path, path)

    def _templates(self) -> Iterable[Item]:
        for one in self.documents.templates.all():
            yield one.title, partial(self.documents.new_from, one.path)

    # --- the start page -----------------------------------------------------------------------

    def _make_start_page(self) -> StartPage:
        from soleus_desktop.ui.start.page import StartPage

        icon = self._resources / "icons" / "soleus-128.png"
        page = StartPage(self.session, self.documents, self._preferences, self._theme, icon)
        page.back_wanted.connect(self.go_to_board)
        return page

    def _on_turned(self) -> None:
        at_start = self.stage.at_start
        self.menus.toolbar.setVisible(not at_start)
        self.status.show_state(shown=not at_start)
        if not at_start:
            self.go_to_board()
        self._refresh()

    # --- theme, about, the window's own life ----------------------------------------------------

    def choose_theme(self, name: str) -> None:
        """Look ``light``, ``dark``, or as the ``system`` does, from now on."""
        self._preferences.change(theme=name)
        self._apply_theme()

    def _apply_theme(self) -> None:
        name = wanted(self._preferences.settings.theme)
        self._theme = load_theme(self._resources / "themes", name)
        self._theme.apply()
        self._figures.set_theme(self._theme)
        for part in (*self._themed, self.menus, self.stage):
            part.set_theme(self._theme)
        self._enable()

    def about(self) -> None:
        """Say what this program is."""
        ask.tell(
            self.window,
            f"Soleus Desktop {__version__}",
            "Builds soleus training plans, checks them against a running coach's guide, and "
            "prints the cards.\n\nMIT licence. Fonts: Source Sans 3, SIL Open Font Licence.",
            failed=False,
        )

    def may_close(self) -> bool:
        """Tell whether the window may go, asking for unsaved changes; keep what is remembered."""
        self.inspector.commit()
        if not self.documents.may_leave(once_saved=self.window.close):
            return False
        try:
            wait_for(self.window, FINISHING, self.work.finish)
        except Cancelled:
            return False
        self.documents.opening.let_go()
        self.stage.stop()
        if self.safekeeping:
            self.safekeeping.close(discarded=self.session.dirty)
        self._preferences.change(
            geometry=bytes(self.window.saveGeometry().toBase64().data()).decode("ascii"),
            splitters=self.layout.states,
            zoom_pct=self.board.zoom.percent,
            compact=self.board.zoom.compact,
        )
        return True
