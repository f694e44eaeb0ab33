"""Builds what `ui.menus` declares: the menu bar, the toolbar, and menus under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import SIGNAL, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from soleus_desktop.ui.actions import ActionSpec, Filled, Menu, make_actions
from soleus_desktop.ui.icons import Icons
from soleus_desktop.ui.menus import MENUS, TOOLBAR, specs
from soleus_desktop.ui.theme import Theme

SMALLEST_ICON = 18
"""The side of an icon of the toolbar in logical pixels."""
Item = tuple[str, Callable[[], object]]
Filler = Callable[[], Iterable[Item]]


class MenuBar:
    """The window's actions and menus. `fillers` say what a `Filled` menu holds, by its id.

    `icons` is the folder of the drawings that the actions name.
    """

    def __init__(
        self,
        window: QMainWindow,
        handlers: dict[str, Callable[[], object]],
        fillers: dict[str, Filler],
        icons: Path,
        theme: Theme,
    ) -> None:
        self._window, self._fillers = window, fillers
        self.actions = make_actions(window, specs(), handlers)
        self._icons = Icons(icons, theme, self._show_icons)
        for menu in MENUS:
            self._add_menu(window.menuBar().addMenu(menu[0]), menu)
        self._add_toolbar()
        self._show_icons()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in another theme's colours."""
        self._icons.set_theme(theme)
        self._show_icons()

    def _show_icons(self) -> None:
        for spec in specs():
            if spec.icon:
                self.actions[spec.id].setIcon(self._icons.icon(spec.icon))

    @property
    def of_board(self) -> list[QAction]:
        """The actions whose shortcuts are the board's own."""
        return [self.actions[spec.id] for spec in specs() if spec.board]

    def popup(self, ids: Iterable[str | None], at: QPoint) -> None:
        """Show a context menu of these actions at a global position."""
        menu = QMenu(self._window)
        for name in ids:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.actions[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _add_menu(self, menu: QMenu, declared: Menu) -> None:
        for item in declared[1]:
            if item is None:
                menu.addSeparator()
            elif isinstance(item, ActionSpec):
                menu.addAction(self.actions[item.id])
            elif isinstance(item, Filled):
                inner = menu.addMenu(item.text)
                inner.aboutToShow.connect(partial(self._fill, inner, item))
            else:
                self._add_menu(menu.addMenu(item[0]), item)

    def _fill(self, menu: QMenu, declared: Filled) -> None:
        menu.clear()
        for text, do in self._fillers[declared.id]():
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False, do=do: do())
            menu.addAction(action)
        if menu.isEmpty():
            menu.addAction(declared.empty).setEnabled(False)

    def _add_toolbar(self) -> None:
        self._untie_soon = QTimer(self._window, singleShot=True, interval=0)
        self._untie_soon.timeout.connect(self._untie)
        self.toolbar = bar = self._window.addToolBar("Tools")
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = max(SMALLEST_ICON, bar.fontMetrics().height())  # grows with the text beside it
        bar.setIconSize(QSize(side, side))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self.actions[name])
                self.actions[name].changed.connect(self._untie_soon.start)

    def _untie(self) -> None:
        """Qt ties a button to its action once more at each change of it, and never lets go.

        After a thousand edits, each of which renames what can be undone, a change would be told a
        thousand times.
        """
        for action in self.toolbar.actions():
            button = self.toolbar.widgetForAction(action)
            if button is not None:
                QObject.disconnect(action, SIGNAL("changed()"), button, None)  # type: ignore[call-overload]
