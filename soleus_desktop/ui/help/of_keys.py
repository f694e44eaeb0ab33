"""The page of the keyboard: every action of the menus with its shortcuts."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence

from soleus_desktop.ui.actions import ActionSpec, Filled, Menu, keys_of, without_mnemonic
from soleus_desktop.ui.help.page import Block, Heading, Page, Rows, Text
from soleus_desktop.ui.menus import MENUS

SECTION = "The program"
KEYS = "keys"


def page_of_keys() -> Page:
    """Return every action in the order of the menus; one without keys says so by an empty place."""
    return Page(KEYS, SECTION, "Keyboard", tuple(_menus()))


def _menus() -> Iterator[Block]:
    yield Text(
        "Everything can be done without a mouse: Alt opens the menus, Tab goes through the window, "
        "and Escape goes to the board."
    )
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
