"""What each layout says; where it says it stands in `test_golden`."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from soleus_desktop.cards.content import NothingToPrint
from soleus_desktop.cards.findings import message
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.layouts.table import LAYOUTS as MAKERS
from soleus_desktop.cards.make import Cards, setting_for
from soleus_desktop.cards.options import LAYOUTS, CardOptions
from soleus_desktop.paths import resources
from soleus_desktop.plan.edits import set_athlete, set_day, set_entry, set_week
from soleus_desktop.plan.model import Load, Plan, Waiver
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.table import RULES
from tests.build import GUIDE, plan_of
from tests.cards.printing import (
    a_week,
    letters_of,
    plan_with_own,
    printed,
    reader,
    run,
    text_of,
)
from tests.rules.cases import examples

NEAR = 2.0


class Word(NamedTuple):
    text: str
    x: float
    y: float


def words_of(cards: Cards, folder: Path, page: int = 1) -> list[Word]:
    (folder / "page.pdf").write_bytes(cards.data)
    told = run("pdftotext", "-bbox", "-f", f"{page}", "-l", f"{page}", "page.pdf", "-", cwd=folder)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', told)
    return [Word(html.unescape(text), float(x), float(y)) for x, y, text in found]


def at(words: list[Word], text: str) -> tuple[float, float]:
    """Where a word stands, its first place on the page."""
    return next((word.x, word.y) for word in words if word.text == text)


def test_every_layout_has_a_maker_and_every_maker_a_layout() -> None:
    assert LAYOUTS.keys() == MAKERS.keys()
    assert all(kind.papers and kind.name for kind in LAYOUTS.values())


def job_of(plan: Plan, **options: object) -> Job:
    chosen = CardOptions(**{"layout": "coach", **options})  # type: ignore[arg-type]
    setting, _ = setting_for(chosen, resources())
    return Job(plan, GUIDE, GUIDE.exercises_of(plan), setting, chosen)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_to_print_is_said_by_every_layout(layout: str) -> None:
    for plan in (plan_of([]), Plan(weeks=())):
        with pytest.raises(NothingToPrint):
            printed(plan, CardOptions("a4", 1, layout))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_the_chosen_days_are_printed(layout: str) -> None:
    plan = plan_of(["w1 mon: uphill-walk", "w2 mon: isometric-hold", "w2 tue: seated-calf-raise"])
    tuesday = CardOptions("a4", 1, layout, only=frozenset({(1, 1)}))
    text = letters_of(printed(plan, tuesday))
    assert ("Seated" in text) == (layout != "coach")
    for other in ("Uphill", "Isometric", "Week1"):
        assert other not in text.replace("Soleushold", "Isometric")
    nothing = CardOptions("a4", 1, layout, only=frozenset({(0, 5)}))
    with pytest.raises(NothingToPrint):
        printed(plan, nothing)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_several_plans_are_one_pdf_each_begun_on_a_page_of_its_own(layout: str) -> None:
    plans = [set_athlete(a_week(), name=name) for name in ("Anna", "Bo")]
    one = printed(plans[0], CardOptions("a4", 4, layout))
    both = printed(plans, CardOptions("a4", 4, layout))
    assert (both.pages, both.cards) == (2 * one.pages, 2 * one.cards)
    pages = reader(both).pages
    assert "Bo" not in pages[one.pages - 1].extract_text()
    assert "Bo" in pages[one.pages].extract_text()
    titles = [item.title for item in reader(both).outline if not isinstance(item, list)]
    assert titles == ["Anna, Spring block", "Bo, Spring block"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_first_pages_are_those_of_the_whole(layout: str) -> None:
    lines = [
        f"w{week} {day}: bent-knee-calf-raise; uphill-walk; isometric-hold"
        for week in range(1, 9)
        for day in ("mon", "thu", "sat")
    ]
    plan = plan_of(lines)
    options = CardOptions("a5", 1, layout)
    first, whole = printed(plan, options, first_pages=1), printed(plan, options)
    assert first.pages == 1 <= whole.pages
    page = reader(first).pages[0].extract_text()
    assert page == reader(whole).pages[0].extract_text()


def test_a_log_has_a_row_of_cells_a_leg(tmp_path: Path) -> None:
    plan = set_entry(a_week(), "e1", per_leg=True, load=Load(kg=10, implement="pack"))
    words = words_of(printed(plan, CardOptions("a4", layout="log")), tmp_path)
    left, right = at(words, "L"), at(words, "R")
    assert left[0] == pytest.approx(right[0], abs=NEAR)
    assert right[1] - left[1] > 20
    sets = [word for word in words if word.text == "reps" and word.y < right[1]]
    assert len(sets) == 3
    assert len({round(word.y) for word in sets}) == 1


def test_a_log_in_pounds_asks_for_pounds() -> None:
    plan = set_athlete(a_week(), units="lb")
    plan = set_entry(plan, "e1", load=Load(kg=11.34, implement="dumbbells"))
    text = letters_of(printed(plan, CardOptions("a4", layout="log")))
    assert "25lbdumbbells" in text
    assert "kg" not in text.replace("25lbdumbbells", "")


def test_an_overview_is_one_page_as_large_as_fits(tmp_path: Path) -> None:
    def height(weeks: int) -> tuple[int, float]:
        lines = [f"w{week} mon: isometric-hold; uphill-walk" for week in range(1, weeks + 1)]
        cards = printed(plan_of(lines), CardOptions("a4", layout="overview"))
        words = words_of(cards, tmp_path)
        first, second = [word.y for word in words if word.text in ("Soleus", "Uphill")][:2]
        return cards.pages, second - first

    few, more, most = height(2), height(9), height(60)
    assert few[0] == more[0] == 1 < most[0]
    assert few[1] > more[1]


def test_an_overview_names_phases_once_and_draws_every_week_s_load(tmp_path: Path) -> None:
    plan = plan_of([f"w{week} mon: isometric-hold 4x30s" for week in range(1, 5)])
    for week, label in enumerate(("Base", "Base", "Build", "Build")):
        plan = set_week(plan, week, label=label)
    words = words_of(printed(plan, CardOptions("a4", layout="overview")), tmp_path)
    assert [word.text for word in words].count("Base") == 1
    assert [word.text for word in words].count("min") + sum(
        "min" in word.text and word.text != "minutes" for word in words
    ) >= 4
    assert at(words, "Base")[1] < at(words, "Build")[1]
    days = [at(words, day) for day in ("Mon", "Fri")]
    assert days[0][1] == pytest.approx(days[1][1], abs=NEAR)
    assert days[0][0] < at(words, "Soleus")[0] + NEAR < days[1][0]


def test_an_exercise_sheet_says_what_the_guide_and_the_plan_say() -> None:
    plan = plan_of(
        [f"w{week} mon: bent-knee-calf-raise 3x{12 + week // 3}" for week in range(1, 7)]
    )
    text = text_of(printed(plan, CardOptions("a4", layout="exercises"))).replace("\u202f", " ")
    exercise = GUIDE.exercises["bent-knee-calf-raise"]
    for said in (
        exercise.name,
        exercise.purpose,
        *exercise.how_to,
        *exercise.cues,
        "3–4 sets · 12–20 repetitions",
        "bodyweight → single leg → weighted",
        "Weeks 1–2",
        "Weeks 3–5",
        "Week 6",
        "3 × 14",
    ):
        assert said in text, said


def test_an_own_exercise_s_sheet_does_not_speak_for_the_guide() -> None:
    plan = plan_with_own(name="Box jump", ranges={"reps": [5, 8]})
    text = text_of(printed(plan, CardOptions("a4", layout="exercises")))
    assert "of this plan’s own" in text
    assert "The guide’s dose" not in text
    assert "5–8 repetitions" in text


BAD = examples("bad")


@pytest.mark.parametrize("example", BAD, ids=str)
def test_every_finding_is_said_in_german(example: object) -> None:
    plan: Plan = example.plan  # type: ignore[attr-defined]
    german, english = job_of(plan, language="de"), job_of(plan)
    for finding in check(plan, GUIDE).findings:
        said = message(finding, german)
        assert said != finding.message == message(finding, english)
        assert "{" not in said
        assert "  " not in said, said
        assert not re.search(r"\b(the|guide|with|sets?|per|knee)\b", said.replace("Own", "")), said


def test_a_coach_s_copy_says_findings_facts_and_waivers_with_their_reasons() -> None:
    plan = set_entry(a_week(), "e1", stage="weighted", load=None)
    plan = set_entry(plan, "e5", per_leg=False)
    plan = plan.replace(
        notes="Careful.", waivers=(Waiver(rule="not-per-leg", entry="e5", reason="He knows."),)
    )
    report = check(plan, GUIDE)
    assert {finding.waiver is None for finding in report.findings} == {True, False}
    text = letters_of(printed(plan, CardOptions("a4", layout="coach")))
    for finding in report.findings:
        assert "".join(finding.message.split()) in text
        for cite in finding.cites:
            assert "".join(GUIDE.facts[cite].says.split()) in text
    for said in ("Heknows.", "Careful.", "Waived:1", "Week1,Friday", "JoLind"):
        assert said in text


def test_a_clean_plan_s_coach_s_copy_says_so() -> None:
    plan = plan_of(["w1 mon: bent-knee-calf-raise; isometric-hold"])
    assert check(plan, GUIDE).findings == ()
    assert "follows the guide" in text_of(printed(plan, CardOptions("a4", layout="coach")))


def test_rules_that_cite_have_facts_to_print() -> None:
    for rule in RULES:
        assert all(cite in GUIDE.facts for cite in rule.rests_on)


def test_notes_of_a_day_stand_in_the_log() -> None:
    plan = set_day(a_week(), 0, 0, note="Before noon")
    assert "Before noon" in text_of(printed(plan, CardOptions("a4", layout="log")))


def test_a_plan_without_exercises_among_others_is_warned_of() -> None:
    empty = plan_of([]).replace(title="Nothing yet")
    for plans in ([empty, a_week()], [a_week(), empty]):
        made = printed(plans, CardOptions("a4", 4))
        assert made.warnings == ("Nothing yet: no day has exercises, nothing of it is printed.",)
        titles = [item.title for item in reader(made).outline if not isinstance(item, list)]
        assert titles == ["Anna Berg, Spring block"]
        assert made.pages == len(reader(made).pages) == 1
