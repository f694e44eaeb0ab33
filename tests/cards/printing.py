"""Plans to print, and what others read in the PDF: pypdf, poppler's and zbar's programs, qpdf."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdf
from hypothesis import strategies as st

from soleus_desktop.cards.block import Card
from soleus_desktop.cards.content import DayCard, day_cards
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.layouts.table import LAYOUTS
from soleus_desktop.cards.make import Cards, make_cards, setting_for
from soleus_desktop.cards.options import PAPERS, PER_PAGE_ON, CardOptions
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.wording import wording
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import CustomExercise, Entry, Plan, Reps
from tests.build import GUIDE, plan_of
from tests.strategies import plans

SESSIONS = [CardOptions(paper, per_page) for paper in PAPERS for per_page in PER_PAGE_ON[paper]]
"""Session cards of every size, held upright."""

LYING = [
    CardOptions("a4", 1, orientation="landscape"),
    CardOptions("a5", 1, orientation="landscape"),
    CardOptions("a4", 8, orientation="landscape"),
    CardOptions("3x5", 1, orientation="landscape"),
]
LARGE = [
    CardOptions("a4", 1, large_print=True),
    CardOptions("a5", 1, large_print=True, language="de"),
]
BACKED = [
    CardOptions("a4", 8, backs="how-to"),
    CardOptions("a5", 2, backs="log", language="de"),
]
FILLABLE = [
    CardOptions("a4", 2, fillable=True),
    CardOptions("a4", 8, backs="log", fillable=True),
    CardOptions("a5", orientation="landscape", per_page=1, backs="log", fillable=True),
    CardOptions("a5", layout="log", language="de", fillable=True),
]
EVERY = [*SESSIONS, *LYING, *LARGE]
"""Session cards of every size."""

OTHERS = [
    *BACKED,
    *FILLABLE,
    CardOptions("a4", layout="log"),
    CardOptions("a5", layout="log", language="de"),
    CardOptions("a4", layout="log", orientation="landscape"),
    CardOptions("letter", layout="log", large_print=True),
    CardOptions("a4", layout="overview"),
    CardOptions("a5", layout="overview", language="de"),
    CardOptions("letter", layout="overview", orientation="portrait"),
    CardOptions("a4", layout="overview", large_print=True),
    CardOptions("a4", layout="exercises", language="de"),
    CardOptions("3x5", layout="exercises"),
    CardOptions("3x5", layout="exercises", orientation="landscape"),
    CardOptions("a5", layout="exercises", large_print=True),
    CardOptions("a4", layout="coach"),
    CardOptions("a5", layout="coach", large_print=True, language="de"),
]
"""Cards with backs, and the other layouts, each on its largest and its smallest paper."""

SMALLEST = CardOptions("a4", 8)
ENGLISH = wording(resources(), "en")
GERMAN = wording(resources(), "de")
PACKAGES = {
    "qpdf": "qpdf",
    "pdffonts": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "zbarimg": "zbar-tools",
}


def layout_name(options: CardOptions) -> str:
    usual = CardOptions()
    names = ("layout", "paper", "per_page", "orientation", "large_print", "language", "backs")
    names += ("fillable",)
    chosen = {name: getattr(options, name) for name in names}
    marked = [
        name.partition("_")[0] if value is True else str(value)
        for name, value in chosen.items()
        if name in ("layout", "paper", "per_page") or value != getattr(usual, name)
    ]
    return "-".join(marked)


def a_week(**changes: Any) -> Plan:
    """Three days with all six exercises, dated, somebody's."""
    plan = plan_of(
        [
            "w1 mon: bent-knee-calf-raise; isometric-hold",
            "w1 wed: seated-calf-raise 3x20 load=16kg-kettlebell; walking-lunge-heel-raise",
            "w1 fri: eccentric-heel-drop 3x10",
            "w1 sun recovery: uphill-walk 25min@7%",
        ],
        athlete={"name": "Anna Berg"},
    )
    return plan.replace(title="Spring block", coach="Jo Lind", start="2026-03-02", **changes)


def own_exercise(**fields: Any) -> CustomExercise:
    return CustomExercise(**{"id": "own", "name": "Own", "dose": "reps", "ranges": {}, **fields})


def plan_with_own(**fields: Any) -> Plan:
    """One day with one exercise of the plan's own."""
    plan = plan_of(["w1 mon: uphill-walk"])
    entry = Entry(id="e1", exercise="own", dose=Reps(sets=3, reps=10))
    day = plan.weeks[0].days[0].replace(entries=(entry,))
    week = plan.weeks[0].replace(days=(day, *plan.weeks[0].days[1:]))
    return plan.replace(weeks=(week,), exercises=(own_exercise(**fields),))


def printable_plans() -> st.SearchStrategy[Plan]:
    """Whatever a plan file allows, with something on one day at least."""
    return plans(max_weeks=1).filter(
        lambda plan: any(day.entries for week in plan.weeks for day in week.days)
    )


def printed(
    plans: Plan | list[Plan],
    options: CardOptions = CardOptions(),  # noqa: B008  frozen
    first_pages: int | None = None,
) -> Cards:
    return make_cards(plans, GUIDE, resources(), options, first_pages)


def laid(plan: Plan, options: CardOptions) -> tuple[Setting, list[Card]]:
    """The cards after layout, fronts and backs, before drawing."""
    setting, _ = setting_for(options, resources())
    job = Job(plan, GUIDE, GUIDE.exercises_of(plan), setting, options)
    leaves = LAYOUTS[options.layout](job)
    return setting, [card for leaf in leaves for card in leaf if card and card.parts]


def told(plan: Plan) -> list[DayCard]:
    """What the cards of all days say, in English."""
    return list(day_cards(plan, GUIDE.exercises_of(plan), ENGLISH))


def reader(cards: Cards) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(cards.data))


def text_of(cards: Cards) -> str:
    return "\n".join(page.extract_text() for page in reader(cards).pages)


def letters_of(cards: Cards) -> str:
    """The text without any white space: where lines break does not matter."""
    return "".join(text_of(cards).split())


def run(program: str, *arguments: str | Path, cwd: Path, fine: tuple[int, ...] = (0,)) -> str:
    """Run a program that judges PDFs; return what it printed. Fails where it is not installed."""
    found = shutil.which(program)
    assert found, f"{program} is not installed: apt-get install {PACKAGES[program]}"
    answer = subprocess.run([found, *map(str, arguments)], cwd=cwd, capture_output=True, text=True)
    assert answer.returncode in fine, answer.stdout + answer.stderr
    return answer.stdout
