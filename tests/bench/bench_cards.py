"""1000 cards, four a page, against the plain way (`plain_cards`) and Platypus (`platypus_cards`).

Codes are cached on all sides. Run: ``python -m tests.bench cards``
"""

from __future__ import annotations

import gc
import statistics
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

from soleus_desktop.cards import make
from soleus_desktop.cards.block import Line
from soleus_desktop.cards.content import day_cards
from soleus_desktop.cards.day import DayLayout
from soleus_desktop.cards.draw import Press
from soleus_desktop.cards.make import Cards, make_cards, setting_for
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.wording import wording
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Athlete, Day, Entry, Hold, Load, Plan, Reps, Tempo, Week
from tests.bench.direct_cards import DirectPress, LayoutOnly
from tests.bench.plain_cards import PlainPress
from tests.bench.platypus_cards import Told, platypus_cards
from tests.bench.timing import in_turn, report
from tests.bench.year import RESOURCES, the_guide, year

ROUNDS = 7
PLAIN = "plain canvas, figures and codes as forms"
FOUR_A_PAGE = CardOptions("a4", 4)
timed = partial(in_turn, clock=time.process_time)


def long_plan(guide: Guide, weeks: int) -> Plan:
    """Four training days a week whose doses and loads move on as they do in a real plan."""
    return Plan(
        title="Back to the mountains",
        start="2026-01-05",
        athlete=Athlete(name="Anna Berg"),
        weeks=tuple(_week(guide, number) for number in range(weeks)),
    )


def _week(guide: Guide, week: int) -> Week:
    def entry(exercise: str, day: int, **changes: object) -> Entry:
        return guide.exercises[exercise].entry(f"{exercise}-{week}-{day}").replace(**changes)

    kg = 4.0 + week * 0.25
    monday = Day(
        kind="training",
        entries=(
            entry(
                "bent-knee-calf-raise",
                0,
                stage="weighted",
                load=Load(kg=kg, implement="dumbbells"),
                dose=Reps(sets=3 + week % 2, reps=12 + week % 9),
            ),
            entry("isometric-hold", 0, dose=Hold(sets=3, seconds=30 + 5 * (week % 7))),
        ),
    )
    wednesday = Day(
        kind="training",
        entries=(
            entry("seated-calf-raise", 2, load=Load(kg=2 * kg, implement="barbell")),
            entry("walking-lunge-heel-raise", 2),
            entry("isometric-hold", 2, note="Stop when it hurts more than a little."),
        ),
    )
    friday = Day(
        kind="training",
        entries=(
            entry("eccentric-heel-drop", 4, dose=Reps(sets=3, reps=8 + week % 5)),
            entry(
                "bent-knee-calf-raise",
                4,
                stage="single-leg",
                per_leg=True,
                tempo=Tempo(up_s=3, hold_s=week % 3, down_s=3),
            ),
        ),
    )
    sunday = Day(kind="recovery", entries=(entry("uphill-walk", 6),))
    rest = Day()
    return Week(
        label=("Base", "Build", "Peak")[week // 4 % 3],
        days=(monday, rest, wednesday, rest, friday, rest, sunday),
    )


def main() -> None:
    """Measure and print: the ratio to the plain way, sizes, and how time grows with the cards."""
    guide = the_guide()

    def cards(
        plan: Plan, press: type[Press | PlainPress] = Press, first_pages: int | None = None
    ) -> Cards:
        make.Press = press  # type: ignore[assignment,misc]
        return make_cards(plan, guide, RESOURCES, FOUR_A_PAGE, first_pages)

    thousand = long_plan(guide, 250)
    ours, plain = cards(thousand), cards(thousand, PlainPress)
    assert ours.cards == plain.cards
    times = timed(
        {
            PLAIN: lambda: cards(thousand, PlainPress),
            "soleus cards": lambda: cards(thousand),
            "finished operators, no tags, links, bookmarks": lambda: cards(thousand, DirectPress),
            "the layout alone": lambda: cards(thousand, LayoutOnly),
        },
        ROUNDS,
    )
    title = f"{ours.cards} cards, four a page"
    report(title, times, PLAIN, "0.45 or less")
    size = len(ours.data) / len(plain.data)
    print(
        f"  file {len(ours.data) / 1024:.0f} KB, plain {len(plain.data) / 1024:.0f}: {size:.2f}"
        "   (aim: 0.75 or less)"
    )

    days, words = told(thousand, guide), wording(RESOURCES, "en")

    def platypus(*, forms: bool) -> None:
        _, pages = platypus_cards(days, RESOURCES / "figures", words, forms=forms)
        assert pages == ours.pages

    for name, forms, rounds in (
        ("Platypus, figures as drawings", False, 1),  # half a minute a run
        ("Platypus, figures and codes as forms", True, 3),
    ):
        usual = timed(
            {
                name: lambda forms=forms: platypus(forms=forms),  # type: ignore[misc]
                "soleus cards": lambda: cards(thousand),
            },
            rounds,
        )
        report(title, usual, name, "0.1 or less")

    whole_year = year(guide)
    first = timed(
        {
            "a year's plan, all pages": lambda: cards(whole_year),
            "its first page": lambda: cards(whole_year, first_pages=1),
        },
        ROUNDS,
    )
    report("A preview", first, "a year's plan, all pages", "0.1 or less")

    plans = {weeks: long_plan(guide, weeks) for weeks in (25, 50, 100, 250, 500)}
    growth = timed({f"{w} weeks": lambda p=p: cards(p) for w, p in plans.items()}, ROUNDS // 2)  # type: ignore[misc]
    print("\nTime and memory as plans grow   (aim: what is beyond the file stays as it is)")
    before: tuple[int, int] | None = None
    for weeks, name in zip(plans, growth, strict=True):
        count = 4 * weeks
        a_card = statistics.median(growth[name]) / count * 1000
        peak, size = peak_of(lambda p=plans[weeks]: cards(p))  # type: ignore[misc]
        beyond = peak - size
        more = (
            f", {(beyond - before[1]) / (count - before[0]):5.0f} bytes a card more"
            if before
            else ""
        )
        print(
            f"  {count:5} cards {a_card:6.0f} µs each   peak {peak / 1024:6.0f} KB, the file "
            f"{size / 1024:5.0f}, beyond it {beyond / 1024:5.0f}{more}"
        )
        before = count, beyond


def told(plan: Plan, guide: Guide) -> list[Told]:
    """Return the days with what our layout found out of them: what fits, and what is left."""
    setting, _ = setting_for(FOUR_A_PAGE, RESOURCES)
    layout = DayLayout(setting)
    days = []
    for day in day_cards(plan, guide.exercises, setting.words):
        (card,) = layout.cards(day)
        drawn = {block for block, _, _ in card.parts}
        detail = next(
            detail
            for detail, parts in layout._parts.items()
            if parts.group(day.entries[0]).blocks[0] in drawn
        )
        foot, _, _ = card.parts[-1]
        lines = sum(isinstance(mark, Line) for row in foot.rows for mark in row.marks) - 1
        days.append(Told(day, detail, lines))
    return days


def peak_of(run: Callable[[], Cards]) -> tuple[int, int]:
    """The most memory in use at once while cards are made, and the size of what is returned."""
    gc.collect()
    tracemalloc.start()
    made = run()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak, len(made.data)


if __name__ == "__main__":
    main()
