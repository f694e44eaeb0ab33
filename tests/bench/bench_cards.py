"""1000 cards, four a page, against the plain way (`plain_cards`) and Platypus (`platypus_cards`).

Codes are cached on all sides. Run: ``python -m tests.bench cards``
"""

from __future__ import annotations

import gc
import statistics
import tracemalloc
from collections.abc import Callable

from soleus_desktop.cards import make
from soleus_desktop.cards.content import day_cards
from soleus_desktop.cards.draw import Press
from soleus_desktop.cards.make import Cards, make_cards
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.wording import wording
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Athlete, Day, Entry, Hold, Load, Plan, Reps, Tempo, Week
from tests.bench.plain_cards import PlainPress
from tests.bench.platypus_cards import platypus_cards
from tests.bench.timing import in_turn, report
from tests.bench.year import RESOURCES, the_guide, year

ROUNDS = 7
FOUR_A_PAGE = CardOptions("a4", 4)


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
    times = in_turn(
        {
            "plain canvas, figures and codes as forms": lambda: cards(thousand, PlainPress),
            "soleus cards": lambda: cards(thousand),
        },
        ROUNDS,
    )
    title = f"{ours.cards} cards, four a page"
    report(title, times, "plain canvas, figures and codes as forms", "0.45 or less")
    size = len(ours.data) / len(plain.data)
    print(
        f"  file {len(ours.data) / 1024:.0f} KB, plain {len(plain.data) / 1024:.0f}: {size:.2f}"
        "   (aim: 0.75 or less)"
    )

    days = list(day_cards(thousand, guide.exercises, wording(RESOURCES, "en")))
    usual = in_turn(
        {
            "Platypus, figures and codes as forms": lambda: platypus_cards(
                days, RESOURCES / "figures"
            ),
            "soleus cards": lambda: cards(thousand),
        },
        2,
    )
    report(title, usual, "Platypus, figures and codes as forms", "0.1 or less")

    whole_year = year(guide)
    first = in_turn(
        {
            "a year's plan, all pages": lambda: cards(whole_year),
            "its first page": lambda: cards(whole_year, first_pages=1),
        },
        ROUNDS,
    )
    report("A preview", first, "a year's plan, all pages", "0.1 or less")

    plans = {weeks: long_plan(guide, weeks) for weeks in (25, 50, 100, 250)}
    growth = in_turn({f"{w} weeks": lambda p=p: cards(p) for w, p in plans.items()}, ROUNDS)  # type: ignore[misc]
    print("\nTime and memory as plans grow")
    for weeks, name in zip(plans, growth, strict=True):
        a_card = statistics.median(growth[name]) / (4 * weeks) * 1000
        peak, size = peak_of(lambda p=plans[weeks]: cards(p))  # type: ignore[misc]
        print(
            f"  {4 * weeks:5} cards {a_card:8.0f} µs each   peak {peak / 1024:6.0f} KB, "
            f"of which the file {size / 1024:5.0f} KB"
        )


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
