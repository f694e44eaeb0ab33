"""The finished PDF, read by others: its text, its place on the page, its fonts, its bytes."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.sheet import sheet_for
from soleus_desktop.plan.edits import copy_entry, set_entry, set_week
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from tests.build import plan_of
from tests.cards.odd import MARKUP, ODD
from tests.cards.printing import (
    EVERY,
    OTHERS,
    SESSIONS,
    a_week,
    layout_name,
    letters_of,
    printable_plans,
    printed,
    reader,
    run,
    text_of,
    told,
)

by_layout = pytest.mark.parametrize("options", SESSIONS, ids=layout_name)


def squeezed(text: str) -> str:
    return "".join(text.split())


@by_layout
def test_a_card_says_all_that_the_day_holds(options: CardOptions) -> None:
    plan = set_entry(a_week(), "e3", note="Slow & <b>easy</b>")
    plan = set_week(plan, 0, label="Base", note="Little running")
    text = letters_of(printed(plan, options))
    for card in told(plan):
        assert squeezed(f"{card.week_name} · {card.day_name}") in text
        assert squeezed(card.date) in text
        assert card.kind.replace(" ", "") in text
        for entry in card.entries:
            for said in (entry.name, entry.dose, *entry.facts, entry.cues[0], entry.note):
                assert squeezed(said) in text
    for said in ("Anna Berg", "Spring block", "Base", "Little running", "Notes", "each leg"):
        assert squeezed(said) in text
    for phase in ("3 s up", "no hold", "3 s down"):  # where there is little room, a line each
        assert squeezed(phase) in text


def test_text_is_read_in_the_order_of_training() -> None:
    text = text_of(printed(a_week(), CardOptions("a4", 1)))
    said = ["Anna Berg", "Monday", "Bent-knee", "3 × 12", "Stand with", "Isometric", "Notes"]
    said += ["Wednesday", "Seated", "Walking lunge", "Friday", "Eccentric", "Sunday", "Uphill"]
    at = 0
    for words in said:
        at = text.index(words, at)


@by_layout
def test_every_card_keeps_to_its_place_on_the_sheet(options: CardOptions, tmp_path: Path) -> None:
    plan = a_week()
    cards = printed(plan, options)
    (tmp_path / "cards.pdf").write_bytes(cards.data)
    layout = run("pdftotext", "-bbox", "cards.pdf", "-", cwd=tmp_path)

    sheet = sheet_for(options)
    found: dict[int, str] = {}
    for number, page in enumerate(layout.split("<page ")[1:]):
        width, height = map(float, re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        assert (width, height) == pytest.approx((sheet.width, sheet.height), abs=0.01)
        for word in re.finditer(
            r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)', page
        ):
            left, top, right, bottom = map(float, word.groups()[:4])
            column, row = int(left // sheet.card_w), int(top // sheet.card_h)
            assert right < (column + 1) * sheet.card_w
            assert bottom < (row + 1) * sheet.card_h
            place = (number * sheet.rows + row) * sheet.columns + column
            found[place] = found.get(place, "") + word[5]
    assert sorted(found) == list(range(cards.cards))
    days = told(plan)
    texts = [text for _, text in sorted(found.items())]
    shown = [next(day for day in days if f"·{day.day_name}" in text) for text in texts]
    assert [day.day for day in shown] == sorted(day.day for day in shown)
    for day in days:
        mine = "".join(text for text, owner in zip(texts, shown, strict=True) if owner is day)
        for entry in day.entries:
            assert squeezed(entry.name) in mine


@by_layout
def test_pages_and_cards_are_counted(options: CardOptions) -> None:
    cards = printed(plan_of([f"w{week} mon: uphill-walk" for week in range(1, 6)]), options)
    assert cards.cards == 5
    assert cards.pages == -(-5 // options.per_page) == len(reader(cards).pages)


def test_the_same_plan_gives_the_same_bytes() -> None:
    plan = a_week()
    assert printed(plan).data == printed(plan).data
    assert printed(plan).data != printed(plan.replace(title="Another")).data


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.cards.odd import ODD; from tests.cards.printing import *;"
        "print(hashlib.sha256(printed(ODD['crowded'](), SMALLEST).data).hexdigest())"
    )
    root = Path(__file__).resolve().parents[2]
    digests = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert digests[0] == digests[1] != ""


CHECKED = [
    CardOptions("a4", 1),
    CardOptions("a4", 8, backs="how-to", fillable=True),
    CardOptions("a5", layout="log", language="de", fillable=True),
    CardOptions("a4", layout="overview"),
    CardOptions("3x5", 1, layout="exercises"),
    CardOptions("a4", layout="coach", practice=("A", "a@b.org")),
]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("options", CHECKED, ids=layout_name)
def test_other_programs_find_nothing_wrong(odd: str, options: CardOptions, tmp_path: Path) -> None:
    (tmp_path / "cards.pdf").write_bytes(printed(ODD[odd](), options).data)
    assert "No syntax or stream encoding errors" in run(
        "qpdf", "--check", "cards.pdf", cwd=tmp_path
    )
    fonts = run("pdffonts", "cards.pdf", cwd=tmp_path).splitlines()[2:]
    assert fonts
    for font in fonts:
        name, *_, embedded, subset, unicode, _, _ = font.split()
        assert re.fullmatch(r"[A-Z]{6}\+SourceSans3-\w+", name)
        assert (embedded, subset, unicode) == ("yes", "yes", "yes")


def test_no_other_font_is_even_named() -> None:
    pdf = reader(printed(a_week()))
    names = {str(value["/BaseFont"]) for value in objects(pdf) if "/BaseFont" in value}
    assert names
    assert all("SourceSans3" in name for name in names)


def objects(pdf: object) -> list[dict[str, object]]:
    numbers = range(1, int(pdf.trailer["/Size"]))  # type: ignore[attr-defined]
    found = [pdf.get_object(number) for number in numbers]  # type: ignore[attr-defined]
    return [value for value in found if isinstance(value, dict)]


def test_the_pdf_says_whose_it_is() -> None:
    pdf = reader(printed(a_week()))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Spring block", "Jo Lind")
    assert pdf.trailer["/Root"]["/Lang"] == "en"  # type: ignore[index]
    untitled = reader(printed(plan_of(["w1 mon: uphill-walk"]))).metadata
    assert untitled is not None
    assert (untitled.title, untitled.author) == ("Training cards", "")


def test_bookmarks_go_by_week_and_day() -> None:
    plan = plan_of(["w1 mon: uphill-walk", "w1 sun: uphill-walk", "w3 tue: uphill-walk"])
    plan = set_week(plan, 0, label="Base (1) \\ ü 漢")
    pdf = reader(printed(plan, CardOptions("a4", 2)))
    titles = [
        [day.title for day in item] if isinstance(item, list) else item.title
        for item in pdf.outline
    ]
    assert titles == [
        "Week 1: Base (1) \\ ü 漢",
        ["Monday", "Sunday"],
        "Week 3",
        ["Tuesday"],
    ]
    tuesday = pdf.outline[3][0]  # type: ignore[index]
    assert pdf.get_destination_page_number(tuesday) == 1


def test_what_repeats_is_stored_once() -> None:
    entry = "bent-knee-calf-raise; isometric-hold"
    sizes = [
        len(printed(plan_of([f"w{week} mon: {entry}" for week in range(1, weeks + 1)])).data)
        for weeks in (2, 12)
    ]
    assert sizes[1] - sizes[0] < 10 * 1500  # a card more costs its head and some references


def test_markup_is_printed_as_it_was_typed() -> None:
    text = letters_of(printed(ODD["strange"](), CardOptions("a4", 1)))
    for typed in MARKUP:
        assert squeezed(typed) in text


@settings(max_examples=10)
@given(plan=printable_plans(), options=st.sampled_from(EVERY + OTHERS))
def test_any_plan_prints(plan: Plan, options: CardOptions) -> None:
    cards = printed(plan, options)
    assert len(reader(cards).pages) == cards.pages
    if options.layout == "session":
        assert cards.cards >= sum(bool(day.entries) for week in plan.weeks for day in week.days)


def test_a_day_more_is_a_card_more() -> None:
    plan = plan_of(["w1 mon: uphill-walk"])
    assert printed(copy_entry(plan, "e1", Slot(0, 5, 0))).cards == printed(plan).cards + 1
