"""Share groups out on as many columns as they need; nothing is cut."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from soleus_desktop.cards.block import Block, Group, Row

Column = list[Block]
"""What stands on one card between head and foot, or in one column of a card that has several."""


def flow(
    groups: Iterable[Group],
    first_room: float,
    room: float,
    foot: float,
    continued: Callable[[str], Row],
    across: int = 1,
) -> list[Column]:
    """Return the columns of one day's cards, as `columns` fills them.

    A column that is the last of its card and of the day keeps `foot` points free.
    """
    full = list(columns(groups, first_room, room, continued, across))
    free = first_room if len(full) <= across else room
    free -= sum([group.height for group in full[-1]])
    if free < foot and len(full) % across == 0:
        _make_room(full, room - foot)
    return [_blocks(column) for column in full]


def pages(
    groups: Iterable[Group],
    first_room: float,
    room: float,
    continued: Callable[[str], Row],
    across: int = 1,
) -> Iterator[Column]:
    """Yield what stands in column after column, each as soon as it is full."""
    return map(_blocks, columns(groups, first_room, room, continued, across))


def columns(
    groups: Iterable[Group],
    first_room: float,
    room: float,
    continued: Callable[[str], Row],
    across: int = 1,
) -> Iterator[list[Group]]:
    """Yield columns of groups, `across` of them to a card.

    `first_room` and `room` are the heights in points free in the columns of the first card and of
    those that follow. A group stays whole where a card can hold it; else it is broken between
    rows, and `continued` makes the row that says so. A row higher than `room` raises ValueError.
    """
    column: list[Group] = []
    begun, free = 1, first_room
    for group in groups:
        needs = group.height - _trailing(group)
        while needs > free and needs <= room:
            yield column
            column, begun = [], begun + 1
            free = first_room if begun <= across else room
        if needs <= free:
            if group.height > free:
                group = _piece(group, _inked(group), False)
            column.append(group)
            free -= group.height
            continue
        rows: list[Row] = []
        used, broken = 0.0, False
        for row in _inked(group):
            while used + row.height > free:
                if rows:
                    column.append(_piece(group, rows, broken))
                    broken = True
                yield column
                column, begun = [], begun + 1
                free = first_room if begun <= across else room
                rows = [continued(group.title)] if broken else []
                used = sum(row.height for row in rows)
                if used + row.height > max(free, room):
                    left = max(free, room) - used
                    raise ValueError(f"a row of {row.height:.0f} points, room for {left:.0f}")
            rows.append(row)
            used += row.height
        column.append(_piece(group, rows, broken))
        free -= used
    yield column


def _make_room(columns: list[list[Group]], room: float) -> None:
    """Begin a last column for the foot, with the last group for company where there is room."""
    last = columns[-1][-1:]
    along = len(columns[-1]) > 1 and last[0].height <= room
    if along:
        columns[-1].pop()
    columns.append(last if along else [])


def _blocks(groups: list[Group]) -> Column:
    return [block for group in groups for block in group.blocks]


def _trailing(group: Group) -> float:
    """Return how high the empty rows at the end of a group are: nothing goes on for their sake."""
    height = 0.0
    for block in reversed(group.blocks):
        for row in reversed(block.rows):
            if row.marks:
                return height
            height += row.height
    return 0.0


def _inked(group: Group) -> list[Row]:
    """Return the rows of a group but for the empty ones at its end."""
    rows = [row for block in group.blocks for row in block.rows]
    while rows and not rows[-1].marks:
        rows.pop()
    return rows


def _piece(group: Group, rows: list[Row], broken: bool) -> Group:
    if broken or not group.blocks:
        return Group(group.title, (Block(tuple(rows)),))
    first = group.blocks[0]
    return Group(group.title, (Block(tuple(rows), first.bookmarks, first.occasion),))
