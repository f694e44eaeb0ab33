"""Nothing over the edge, nothing over anything else, nothing left out: before it is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.cards.block import (
    Block,
    Card,
    Cell,
    Line,
    Link,
    Mark,
    Patch,
    Picture,
    Ring,
    Space,
    Square,
    Words,
)
from soleus_desktop.cards.figures import pair_of
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.qr import QUIET, code_of
from soleus_desktop.cards.setting import Setting
from soleus_desktop.plan.model import Plan
from tests.build import plan_of
from tests.cards.odd import MARKUP, ODD
from tests.cards.printing import (
    EVERY,
    OTHERS,
    a_week,
    laid,
    layout_name,
    plan_with_own,
    printable_plans,
    told,
)

by_layout = pytest.mark.parametrize("options", EVERY, ids=layout_name)


class Box(NamedTuple):
    """Where a mark is on its card, from the top left corner of the card's inside."""

    left: float
    top: float
    right: float
    bottom: float
    mark: Mark

    def at(self, x: float) -> Box:
        return self._replace(left=self.left + x, right=self.right + x)

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.01 and down > 0.01


def boxes(card: Card, setting: Setting) -> Iterator[Box]:
    for block, x, y in card.parts:
        for row in block.rows:
            for mark in row.marks:
                yield box(mark, y, setting).at(x)
            y += row.height


def box(mark: Mark, y: float, setting: Setting) -> Box:
    match mark:
        case Words():  # from the tops of small letters, as accents may touch the line above
            width, size = setting.face.width(mark.text, mark.style), mark.style.size
            top, bottom = y + mark.y - 0.5 * size, y + mark.y
            return Box(mark.x, top, mark.x + width, bottom, mark)
        case Line():
            across = [x for x, _ in mark.points]
            down = [y + at for _, at in mark.points]
            return Box(min(across), min(down), max(across), max(down), mark)
        case Square():
            return Box(mark.x, y + mark.y, mark.x + mark.side, y + mark.y + mark.side, mark)
        case Cell() | Space() | Patch() | Link():
            return Box(mark.x, y + mark.y, mark.x + mark.width, y + mark.y + mark.height, mark)
        case Ring():
            left, top = mark.x - mark.radius, y + mark.y - mark.radius
            return Box(left, top, left + 2 * mark.radius, top + 2 * mark.radius, mark)
        case Picture(kind="figure"):
            pair = pair_of(setting.figures, mark.name)
            left, right = mark.x + pair.left * mark.scale, mark.x + pair.right * mark.scale
            return Box(left, y + mark.y, right, y + mark.y + pair.height * mark.scale, mark)
        case Picture(kind="logo"):
            assert setting.logo
            right = mark.x + setting.logo.width * mark.scale
            return Box(
                mark.x, y + mark.y, right, y + mark.y + setting.logo.height * mark.scale, mark
            )
        case Picture():
            code = code_of(mark.name)
            assert code
            inset, side = QUIET * mark.scale, code.side * mark.scale
            left, top = mark.x + inset, y + mark.y + inset
            return Box(left, top, left + side, top + side, mark)


def check(plan: Plan, options: CardOptions) -> list[Card]:
    """Assert that each card holds what is on it; return the cards."""
    setting, cards = laid(plan, options)
    for card in cards:
        ends: dict[float, float] = {}
        for block, x, y in card.parts:
            assert y >= ends.get(x, 0) - 0.01, "a block over another"
            ends[x] = y + block.height
            check_rows(block, setting)
        assert max(ends.values()) <= setting.height + 0.01, "a block over the card's edge"
        light = Ring | Line | Link | Patch
        solid = [b for b in boxes(card, setting) if not isinstance(b.mark, light)]
        for b in boxes(card, setting):
            assert b.left >= -0.1
            assert b.right <= setting.width + 0.1
            assert b.top >= -0.1
            assert b.bottom <= setting.height + 0.1
        solid.sort(key=lambda b: b.top)
        for n, one in enumerate(solid):
            for other in solid[n + 1 :]:
                if other.top >= one.bottom:
                    break
                assert not one.meets(other), (one, other)
    return cards


def check_rows(block: Block, setting: Setting) -> None:
    for row in block.rows:
        for mark in row.marks:
            assert box(mark, 0, setting).bottom <= row.height + 0.1, mark


by_all = pytest.mark.parametrize("options", EVERY + OTHERS, ids=layout_name)


@by_all
def test_a_week_fits_its_cards(options: CardOptions) -> None:
    check(a_week(), options)


@by_all
@pytest.mark.parametrize("odd", ODD)
def test_odd_plans_fit_their_cards(odd: str, options: CardOptions) -> None:
    check(ODD[odd](), options)


@given(plan=printable_plans(), options=st.sampled_from(EVERY + OTHERS))
def test_whatever_a_plan_holds_fits_its_cards(plan: Plan, options: CardOptions) -> None:
    check(plan, options)


@by_all
def test_a_dose_with_all_its_facts_fits_its_card(options: CardOptions) -> None:
    """A load, a tempo, two rows of boxes: as one row too high for a small card with a head."""
    laden = "walking-lunge-heel-raise 5x10steps per-leg tempo=1-0-4 load=0kg-dumbbells"
    check(plan_of([f"w1 mon: bent-knee-calf-raise 1x1; {laden}"]), options)


def squeezed(text: str) -> str:
    return "".join(text.split())


def said_by(cards: list[Card]) -> str:
    runs = [
        mark.text
        for card in cards
        for block, _, _ in card.parts
        for row in block.rows
        for mark in row.marks
        if isinstance(mark, Words)
    ]
    return "".join("".join(runs).split())


@by_layout
def test_nothing_of_the_longest_texts_is_left_out(options: CardOptions) -> None:
    plan = ODD["longest"]()
    said = said_by(check(plan, options))
    entry, second = plan.weeks[0].days[0].entries
    own = plan.exercises[0]
    for letter, count in (("n", len(entry.note)), ("q", 9_000)):
        assert said.count(letter) >= count
    for word, note in (
        ("word", second.note),
        ("remark", plan.weeks[0].days[0].note),
        ("verse", plan.weeks[0].note),
    ):
        assert said.count(word) == note.count(word)
    for text in (plan.title, plan.athlete.name, plan.weeks[0].label, own.name):
        assert text[0] * 20 in said


@pytest.mark.parametrize("options", [o for o in OTHERS if o.layout == "log"], ids=layout_name)
def test_the_log_says_every_note_and_has_cells_for_every_set_and_leg(options: CardOptions) -> None:
    plan = ODD["longest"]()
    said = said_by(check(plan, options))
    assert said.count("verse") == plan.weeks[0].note.count("verse")
    assert said.count("remark") == plan.weeks[0].days[0].note.count("remark")
    assert said.count("n") >= 10_000

    plan = ODD["crowded"]()
    cards = check(plan, options)
    marks = [m for c in cards for block, _, _ in c.parts for row in block.rows for m in row.marks]
    cells = sum(isinstance(mark, Cell) for mark in marks)
    days = told(plan)
    sets = sum(e.sets * (2 if e.per_leg else 1) for day in days for e in day.entries)
    assert cells == 2 * sets + 3 * len(days)  # weight and number; pain twice, notes


@pytest.mark.parametrize("options", [o for o in OTHERS if o.layout == "exercises"], ids=layout_name)
def test_an_exercise_sheet_says_all_of_the_exercise(options: CardOptions) -> None:
    plan = ODD["longest"]()
    said = said_by(check(plan, options))
    (own,) = plan.exercises
    assert said.count("step") >= sum(line.count("step") for line in own.how_to)
    assert said.count("y") >= 10_000
    assert said.count("c") >= 5000
    assert said.count("q") >= 9000


@by_layout
def test_every_entry_and_every_set_is_on_a_card(options: CardOptions) -> None:
    plan = ODD["crowded"]()
    cards = check(plan, options)
    entries = [entry for card in told(plan) for entry in card.entries]
    marks = [m for c in cards for block, _, _ in c.parts for row in block.rows for m in row.marks]
    figures = [mark.name for mark in marks if isinstance(mark, Picture) and mark.kind == "figure"]
    assert figures == [entry.figure for entry in entries]
    ticks = sum(isinstance(mark, Square) for mark in marks)
    assert ticks == sum(entry.sets * (2 if entry.per_leg else 1) for entry in entries)
    legs = [mark.text for mark in marks if isinstance(mark, Words) and mark.text in ("L", "R")]
    assert legs == ["L", "R"] * sum(entry.per_leg for entry in entries)


@by_layout
def test_cards_of_one_day_are_counted(options: CardOptions) -> None:
    plan = ODD["crowded"]()
    setting, _ = laid(plan, options)
    say = setting.words.say
    cards = [said_by([card]) for card in check(plan, options)]
    first = "".join(f"{setting.words.week(0)} · {setting.words.days[0]}".split())
    monday = [said for said in cards if first in said]
    for number, said in enumerate(monday, 1):
        assert squeezed(say("count", number=number, count=len(monday))) in said
    for number, said in enumerate(monday[:-1], 2):
        assert squeezed(say("goes_on", number=number, count=len(monday))) in said
    assert say("notes") in monday[-1]
    assert squeezed(say("count", number=1, count=1)) not in cards[-1]


@by_layout
def test_markup_is_said_as_it_was_typed(options: CardOptions) -> None:
    said = said_by(check(ODD["strange"](), options))
    for text in MARKUP:
        assert "".join(text.split()) in said


def test_a_short_day_shows_more_than_a_full_one() -> None:
    options = CardOptions("a4", 2)
    short = check(plan_of(["w1 mon: bent-knee-calf-raise"]), options)
    full = check(
        plan_of(["w1 mon: bent-knee-calf-raise; seated-calf-raise; isometric-hold"]), options
    )
    assert len(short) == len(full) == 1

    def figure_scale(cards: list[Card]) -> float:
        return next(
            mark.scale
            for block, _, _ in cards[0].parts
            for row in block.rows
            for mark in row.marks
            if isinstance(mark, Picture)
        )

    assert figure_scale(short) > figure_scale(full)


def test_an_own_exercise_alone_shows_every_line() -> None:
    plan = plan_with_own(how_to=tuple(f"step {n}" for n in range(20)), cue="cue")
    said = said_by(check(plan, CardOptions("a4", 1)))
    assert all(f"step{n}" in said for n in range(20))
    assert "Morelines" not in said


def test_lines_of_an_own_exercise_that_do_not_show_are_counted() -> None:
    plan = plan_with_own(how_to=tuple(f"step {n}" for n in range(60)), cue="cue")
    said = said_by(check(plan, CardOptions("a4", 1)))
    assert "step3" in said
    assert "step4" not in said
    assert "Morelinesintheplan:56" in said


def test_steps_of_the_guide_that_do_not_show_are_marked() -> None:
    one = plan_of(["w1 mon: bent-knee-calf-raise"])
    two = plan_of(["w1 mon: bent-knee-calf-raise; seated-calf-raise; isometric-hold"])
    for plan, marked in ((one, False), (two, True)):
        said = said_by(check(plan, CardOptions("a4", 8)))
        assert ("\u2026" in said) == marked
    assert "\u2026" not in said_by(check(two, CardOptions("a4", 8, backs="how-to")))
