"""Share the groups of a day out on as many cards as they need; nothing is cut."""

from __future__ import annotations

from collections.abc import Callable

from soleus_desktop.cards.block import Block, Group, Row

Column = list[Block]
"""What stands on one card between head and foot."""


def flow(
    groups: list[Group],
    first_room: float,
    room: float,
    foot: float,
    continued: Callable[[str], Row],
) -> list[Column]:
    """Return the columns of one day's cards.

    `first_room` and `room` are the heights in points free on the first card and on those that
    follow; the last card keeps `foot` points free. A group stays whole where a card can hold it;
    else it is broken between rows, and `continued` makes the row that says so. A row higher
    than `room` raises ValueError.
    """
    cards: list[list[Group]] = [[]]
    free = first_room
    for group in groups:
        if group.height > free and group.height <= room:
            cards.append([])
            free = room
        if group.height <= free:
            cards[-1].append(group)
            free -= group.height
            continue
        for piece in _broken(group, free, room, continued):
            if piece is not None:
                cards[-1].append(piece)
                free -= piece.height
            else:
                cards.append([])
                free = room
    if free < foot:
        _make_room(cards, room - foot)
    return [[block for group in card for block in group.blocks] for card in cards]


def _make_room(cards: list[list[Group]], room: float) -> None:
    """Begin a last card for the foot, with the last group for company where there is room."""
    last = cards[-1][-1:]
    along = len(cards[-1]) > 1 and last[0].height <= room
    if along:
        cards[-1].pop()
    cards.append(last if along else [])


def _broken(
    group: Group, free: float, room: float, continued: Callable[[str], Row]
) -> list[Group | None]:
    """Break a group between rows; None stands for the next card."""
    pieces: list[Group | None] = []
    rows: list[Row] = []
    used = 0.0
    for row in [row for block in group.blocks for row in block.rows]:
        if used + row.height > free:
            if rows:
                pieces.append(_piece(group, rows))
            pieces.append(None)
            rows = [continued(group.title)] if pieces[:-1] else []
            free, used = room, sum(row.height for row in rows)
            if used + row.height > free:
                raise ValueError(f"a row of {row.height:.0f} points, room for {free - used:.0f}")
        rows.append(row)
        used += row.height
    return [*pieces, _piece(group, rows)]


def _piece(group: Group, rows: list[Row]) -> Group:
    return Group(group.title, (Block(tuple(rows)),))
