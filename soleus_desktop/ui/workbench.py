"""What fills a window: puts the panels together and wires actions. No logic of plans."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QSplitter, QWidget

from soleus_desktop import __version__
from soleus_desktop.guide.model import Guide
from soleus_desktop.ui.actions import MENUS, TOOLBAR, ActionSpec, Menu, make_actions, specs
from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.commands import Commands
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.documents import Documents
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.panels.findings import FindingsPanel, has_safe_fix
from soleus_desktop.ui.panels.inspector import InspectorPanel, PageName
from soleus_desktop.ui.panels.library import LibraryPanel
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.printing import Printing
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.status import StatusLine, has_entries
from soleus_desktop.ui.theme import ensure_font, load_theme, wanted
from soleus_desktop.ui.work import Work

LIBRARY, BOARD, INSPECTOR = 215, 840, 290
ABOVE, BELOW = 560, 190
WEEK_MENU = ("edit_week", "insert_week", "duplicate_week", "delete_week")


class Workbench(QObject):
    """Fills a window with the board and its panels, for one plan."""

    def __init__(
        self, window: QMainWindow, guide: Guide, resources: Path, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self.window = window
        self._resources, self._preferences = resources, preferences
        self.session = Session(guide, self)
        self.selection = Selection(self.session)
        self.work = Work(self)
        self.documents = Documents(self.session, preferences, self.work, window)
        self.printing = Printing(self.session, preferences, self.work, resources, window)
        ensure_font(resources / "fonts")
        self._theme = load_theme(resources / "themes", wanted(preferences.settings.theme))
        self._theme.apply()
        self._figures = FigurePainter(resources / "figures", self._theme)
        self.board = BoardView(self.session, self.selection, self._theme)
        self.library = LibraryPanel(self.session, self._figures, self._theme)
        self.inspector = InspectorPanel(self.session, self.selection, self._theme)
        self.findings = FindingsPanel(self.session, self.selection, self._theme)
        self._commands = Commands(self.session, self.selection)
        self._status = StatusLine(self.session, self._theme, window)
        self.actions_by_id = make_actions(window, self._handlers())
        self._build()
        self._connect()
        self._refresh()
        if preferences.notice:
            self._status.say(preferences.notice)

    # --- putting together ---------------------------------------------------------------------

    def _build(self) -> None:
        window = self.window
        window.setWindowIcon(QIcon(str(self._resources / "icons" / "soleus-256.png")))
        window.setStatusBar(self._status)
        middle, across = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        for panel in (self.board, self.findings):
            middle.addWidget(panel)
        middle.setStretchFactor(0, 1)
        middle.setSizes([ABOVE, BELOW])
        for part in (self.library, middle, self.inspector):
            across.addWidget(part)
        across.setStretchFactor(1, 1)
        across.setSizes([LIBRARY, BOARD, INSPECTOR])
        for splitter in (middle, across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        self._splitters = (across, middle)
        for splitter, state in zip(
            self._splitters, self._preferences.settings.splitters, strict=False
        ):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))
        self._recent = QMenu(window)
        for menu in MENUS:
            self._add_menu(window.menuBar().addMenu(menu[0]), menu)
        self._add_toolbar()
        for spec in specs():
            if spec.board:
                self.board.addAction(self.actions_by_id[spec.id])
        window.setCentralWidget(across)

    def _add_toolbar(self) -> None:
        bar = self.window.addToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self.actions_by_id[name])

    def _add_menu(self, menu: QMenu, declared: Menu) -> None:
        for item in declared[1]:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, ActionSpec):
                menu.addAction(self.actions_by_id[item.id])
            else:
                inner = menu.addMenu(item[0])
                if item[1]:
                    self._add_menu(inner, item)
                else:
                    self._recent = inner

    def _connect(self) -> None:
        session, say = self.session, self._status.say
        session.stack.indexChanged.connect(self._refresh)  # after the plan and what can be undone
        session.file_changed.connect(self._refresh)
        session.refused.connect(say)
        self.selection.changed.connect(self._enable)
        session.stack.undoTextChanged.connect(self._name_undo)
        session.stack.redoTextChanged.connect(self._name_undo)
        self.documents.said.connect(say)
        self.printing.said.connect(say)
        self.library.chosen.connect(self._commands.add)
        self.board.hovered.connect(self._status.hover)
        self.board.activated_entry.connect(self._edit_selected)
        self.board.activated_week.connect(partial(self._edit_page, "week"))
        self.board.menu_wanted.connect(self._show_context_menu)
        self.board.week_menu_wanted.connect(self._show_week_menu)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._preferences.trouble.connect(say)
        QApplication.styleHints().colorSchemeChanged.connect(self._apply_theme)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        do, files, panel = self._commands, self.documents, self.findings
        stack, inspector = self.session.stack, self.inspector
        handlers: dict[str, Callable[[], object]] = {
            "new": files.new,
            "open": files.open,
            "save": files.save,
            "save_as": files.save_as,
            "cards": self.printing.print_cards,
            "quit": self.window.close,
            "undo": stack.undo,
            "redo": stack.redo,
            "cut": do.cut,
            "copy": do.copy,
            "paste": do.paste,
            "duplicate": do.duplicate,
            "delete": do.delete,
            "find": partial(self._in, self.library, self.library.focus_search),
            "edit_entry": self._edit_selected,
            "earlier": partial(do.reorder, -1),
            "later": partial(do.reorder, 1),
            "day_before": partial(do.move, days=-1),
            "day_after": partial(do.move, days=1),
            "week_before": partial(do.move, weeks=-1),
            "week_after": partial(do.move, weeks=1),
            "clear_day": do.clear_day,
            "edit_day": partial(self._edit_page, "day"),
            "edit_week": partial(self._edit_page, "week"),
            "edit_plan": partial(self._edit_page, "plan"),
            "add_week": do.add_week,
            "insert_week": do.insert_week,
            "duplicate_week": do.duplicate_week,
            "delete_week": do.delete_week,
            "next_finding": partial(self._in, panel, panel.next_finding),
            "previous_finding": partial(self._in, panel, panel.previous_finding),
            "fix": partial(self._in, panel, panel.fix_current),
            "fix_all": panel.fix_all,
            "waive": partial(self._in, panel, panel.waive_current),
            "take_back": partial(self._in, panel, panel.take_back_current),
            "show_library": partial(self._toggle, self.library),
            "show_inspector": partial(self._toggle, inspector),
            "show_findings": partial(self._toggle, panel),
            "go_board": self.go_to_board,
            "about": self._about,
        }
        for kind in ("training", "recovery", "rest", "race"):
            handlers[f"kind_{kind}"] = partial(do.set_kind, kind)
        for theme in ("system", "light", "dark"):
            handlers[f"theme_{theme}"] = partial(self._choose_theme, theme)
        return {name: partial(self._act, handler) for name, handler in handlers.items()}

    def _act(self, handler: Callable[[], object]) -> None:
        """Do what an action does, with what was just typed in the plan: it may be saved."""
        self.inspector.commit()
        handler()

    # --- keeping up ---------------------------------------------------------------------------

    def _refresh(self) -> None:
        session = self.session
        self.window.setWindowTitle(f"{session.name}[*]")  # Qt adds the program's name
        self.window.setWindowModified(session.dirty)
        self._enable()

    def _enable(self) -> None:
        session, selection = self.session, self.selection
        there = {
            "": True,
            "entry": selection.entry_id is not None,
            "day": selection.week >= 0,
            "week": selection.week >= 0,
            "undo": session.stack.canUndo(),
            "redo": session.stack.canRedo(),
            "entries": has_entries(session.plan),
            "finding": bool(session.report.findings),
            "open": bool(session.report.open),
            "safe": has_safe_fix(session.report),
            "waived": session.report.counts["waived"] > 0,
        }
        for spec in specs():
            self.actions_by_id[spec.id].setEnabled(there[spec.needs])
        day = selection.current_day
        if day:
            self.actions_by_id[f"kind_{day.kind}"].setChecked(True)
        self.actions_by_id[f"theme_{self._preferences.settings.theme}"].setChecked(True)
        for name, panel in self._panels().items():
            self.actions_by_id[f"show_{name}"].setChecked(not panel.isHidden())

    def _name_undo(self) -> None:
        stack = self.session.stack
        for action, text, name in (
            ("undo", "&Undo", stack.undoText()),
            ("redo", "&Redo", stack.redoText()),
        ):
            shown = name.replace("&", "&&")
            self.actions_by_id[action].setText(f"{text} {shown}".strip())
            self.actions_by_id[action].setIconText(text.replace("&", ""))

    def _panels(self) -> dict[str, LibraryPanel | InspectorPanel | FindingsPanel]:
        return {
            "library": self.library,
            "inspector": self.inspector,
            "findings": self.findings,
        }

    def _toggle(self, panel: QWidget) -> None:
        panel.setVisible(panel.isHidden())
        self._enable()

    def _in(self, panel: QWidget, do: Callable[[], object]) -> None:
        """Do something in a panel, which has to be seen for it."""
        panel.show()
        do()
        self._enable()

    def go_to_board(self) -> None:
        """Leave a panel for the board."""
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_selected(self) -> None:
        self._edit_page("entry" if self.selection.entry_id else "day")

    def _edit_page(self, page: PageName) -> None:
        self.inspector.show()
        self.inspector.show_page(page)
        self.inspector.focus_first_field()
        self._enable()

    def _show_context_menu(self, at: QPoint) -> None:
        entry = ("edit_entry", None, "cut", "copy", "paste", "duplicate", "delete")
        day = ("paste", "clear_day", "edit_day")
        kinds = ("kind_training", "kind_recovery", "kind_rest", "kind_race")
        first = entry if self.selection.entry_id else day
        self._show_menu(at, (*first, None, *kinds, None, *WEEK_MENU))

    def _show_week_menu(self, at: QPoint) -> None:
        self._show_menu(at, (*WEEK_MENU, None, "add_week"))

    def _show_menu(self, at: QPoint, ids: tuple[str | None, ...]) -> None:
        menu = QMenu(self.window)
        for name in ids:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.actions_by_id[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._preferences.recent:
            action = QAction(f"{path.name}  ({path.parent})".replace("&", "&&"), self._recent)
            action.triggered.connect(
                lambda _checked=False, path=path: self.documents.open_path(path)
            )
            self._recent.addAction(action)
        if self._recent.isEmpty():
            self._recent.addAction("No plans yet").setEnabled(False)

    # --- theme, about, the window's own life ----------------------------------------------------

    def _choose_theme(self, name: str) -> None:
        self._preferences.change(theme=name)
        self._apply_theme()

    def _apply_theme(self) -> None:
        name = wanted(self._preferences.settings.theme)
        self._theme = load_theme(self._resources / "themes", name)
        self._theme.apply()
        self._figures.set_theme(self._theme)
        for part in (*self._panels().values(), self.board, self._status):
            part.set_theme(self._theme)
        self._enable()

    def _about(self) -> None:
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
        self.work.finish()
        self._preferences.change(
            geometry=_as_text(self.window.saveGeometry()),
            splitters=tuple(_as_text(splitter.saveState()) for splitter in self._splitters),
        )
        return True


def _as_text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")
