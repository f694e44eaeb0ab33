"""Plans to print, and what others read in the PDF: pypdf, poppler's and zbar's programs, qpdf."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdf
from hypothesis import strategies as st

from soleus_desktop.cards.content import day_cards
from soleus_desktop.cards.day import DayLayout, LaidCard
from soleus_desktop.cards.look import grid_for
from soleus_desktop.cards.make import Cards, make_cards
from soleus_desktop.cards.options import PAPERS, PER_PAGE, CardOptions
from soleus_desktop.cards.setting import Setting
from soleus_desktop.cards.sheet import sheet_for
from soleus_desktop.cards.typeface import typeface
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import CustomExercise, Entry, Plan, Reps
from tests.build import GUIDE, plan_of
from tests.strategies import plans

LAYOUTS = [CardOptions(paper, per_page) for paper in PAPERS for per_page in PER_PAGE]
SMALLEST = CardOptions("a5", 4)
PACKAGES = {
    "qpdf": "qpdf",
    "pdffonts": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "zbarimg": "zbar-tools",
}


def layout_name(options: CardOptions) -> str:
    return f"{options.paper}-{options.per_page}"


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


def printed(plan: Plan, options: CardOptions = CardOptions()) -> Cards:  # noqa: B008  frozen
    return make_cards(
        plan, GUIDE.exercises_of(plan), resources() / "figures", resources() / "fonts", options
    )


def laid(plan: Plan, options: CardOptions) -> tuple[Setting, list[LaidCard]]:
    """The cards after layout, before drawing."""
    sheet = sheet_for(options)
    grid = grid_for(sheet.card_w)
    setting = Setting(
        grid,
        typeface((resources() / "fonts").resolve()),
        sheet.card_w - 2 * grid.margin,
        sheet.card_h - 2 * grid.margin,
        resources() / "figures",
        grid.details[0],
    )
    layout = DayLayout(setting)
    days = day_cards(plan, GUIDE.exercises_of(plan))
    return setting, [card for day in days for card in layout.cards(day)]


def reader(cards: Cards) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(cards.data))


def text_of(cards: Cards) -> str:
    return "\n".join(page.extract_text() for page in reader(cards).pages)


def letters_of(cards: Cards) -> str:
    """The text without any white space: where lines break does not matter."""
    return "".join(text_of(cards).split())


def run(program: str, *arguments: str | Path, cwd: Path) -> str:
    """Run a program that judges PDFs; return what it printed. Fails where it is not installed."""
    found = shutil.which(program)
    assert found, f"{program} is not installed: apt-get install {PACKAGES[program]}"
    answer = subprocess.run([found, *map(str, arguments)], cwd=cwd, capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout
