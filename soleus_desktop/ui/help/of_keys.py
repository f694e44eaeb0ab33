"""The page of keyboard and mouse: the board's own, and every action of the menus with its keys."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from soleus_desktop.ui.actions import ActionSpec, Filled, Menu, keys_of, without_mnemonic
from soleus_desktop.ui.help.page import Block, Heading, Page, Rows, Text
from soleus_desktop.ui.menus import MENUS

SECTION = "The program"
KEYS = "keys"
ON_THE_BOARD = (
    ("Go from exercise to exercise, from day to day", "Arrows, Home, End, PgUp, PgDown"),
    ("Select all on the way", "Shift with these keys"),
    ("Fast entry: add what you type", "Any letter"),
    ("Edit the exercise or the day; then from field to field", "F2 or Enter; then F2 or Tab"),
    ("Pick up what is selected, carry it, put it down", "Space, arrows, Space"),
    ("Put down a copy; let go", "Ctrl+Space; Esc"),
)
WITH_THE_MOUSE = (
    ("Move; with Ctrl held, copy", "Drag exercises, days by their top line, weeks by their heads"),
    ("Select several", "Ctrl or Shift and click, or draw a band from free ground"),
    ("Select a week, or a weekday in every week", "Click its head; Ctrl and Shift add others"),
    ("Edit an exercise, a day, a week", "Double click; a week at its head"),
    ("Add an exercise", "Drag it from the library, or double click it there"),
    ("Larger, smaller", "Ctrl and the wheel"),
    ("What was found, and what the figures rest on", "Let the pointer rest"),
    ("Go to a week", "Click the chart above the board"),
)


def page_of_keys() -> Page:
    """Return the page; an action without keys says so by an empty place."""
    return Page(KEYS, SECTION, "Keyboard and mouse", tuple(_menus()))


def _menus() -> Iterator[Block]:
    yield Text(
        "Everything can be done without a mouse: Alt opens the menus, Tab goes through the window, "
        "and Escape goes to the board."
    )
    yield Heading("On the board")
    yield Rows(ON_THE_BOARD)
    yield Heading("With the mouse")
    yield Rows(WITH_THE_MOUSE)
    for menu in MENUS:
        yield Heading(without_mnemonic(menu[0]))
        yield Rows(tuple(_rows(menu)))


def _rows(menu: Menu, above: str = "") -> Iterator[tuple[str, str]]:
    for item in menu[1]:
        if isinstance(item, ActionSpec):
            keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys_of(item)]
            where = " (on the board)" if item.board and keys else ""
            yield above + without_mnemonic(item.text), ", ".join(keys) + where
        elif item is not None and not isinstance(item, Filled):
            yield from _rows(item, f"{above}{without_mnemonic(item[0])}: ")
