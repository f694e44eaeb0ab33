from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.cards.block import Block, Group, Row, Square, gap
from soleus_desktop.cards.flow import Column, flow

ROOM = 100.0
MARK = 5.0
INK = (Square(0, 0, 1),)
HEIGHTS = st.lists(st.integers(1, 60), min_size=1, max_size=8)


def groups_of(heights: list[list[int]]) -> list[Group]:
    return [
        Group(str(n), (Block(tuple(Row(float(height), INK) for height in rows)),))
        for n, rows in enumerate(heights)
    ]


def continued(title: str) -> Row:
    return Row(MARK)


def height(column: Column) -> float:
    return sum(block.height for block in column)


@given(heights=st.lists(HEIGHTS, max_size=8), first=st.integers(0, 100), foot=st.integers(0, 40))
def test_all_rows_come_in_order_and_every_card_holds_its_own(
    heights: list[list[int]], first: int, foot: int
) -> None:
    groups = groups_of(heights)
    cards = flow(groups, first, ROOM, foot, continued)

    assert height(cards[0]) <= first
    assert all(height(column) <= ROOM for column in cards[1:])
    assert height(cards[-1]) <= (ROOM if len(cards) > 1 else first) - foot
    rows = [id(row) for column in cards for block in column for row in block.rows]
    wanted = [id(row) for group in groups for block in group.blocks for row in block.rows]
    assert [row for row in rows if row in set(wanted)] == wanted
    whole = [block for column in cards for block in column]
    for group in groups:
        if group.height <= ROOM:
            assert group.blocks[0] in whole, "a group that fits a card was broken"


def test_a_broken_group_says_so_where_it_goes_on() -> None:
    cards = flow(groups_of([[60, 60, 60]]), 100, 100, 10, continued)
    assert [[row.height for block in column for row in block.rows] for column in cards] == [
        [60],
        [MARK, 60],
        [MARK, 60],
    ]


def test_the_last_group_keeps_the_foot_company() -> None:
    cards = flow(groups_of([[40], [55]]), 100, 100, 30, continued)
    assert [height(column) for column in cards] == [40, 55]


def test_a_row_that_no_card_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="a row of 101 points"):
        flow(groups_of([[101]]), 100, 100, 0, continued)


def test_a_gap_at_the_end_of_a_group_begins_no_card() -> None:
    rows = (Row(60.0, INK), Row(30.0, INK), gap(20.0))
    whole, wide = Group("whole", (Block(rows),)), Group("wide", (Block((rows[0], *rows)),))
    for groups in ([whole], [wide, whole]):
        cards = flow(groups, ROOM, ROOM, 0, continued)
        assert all(height(column) <= ROOM for column in cards)
        assert len(cards) == 2 * len(groups) - 1
