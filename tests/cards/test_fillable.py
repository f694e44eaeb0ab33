"""Cards that are filled in on the screen: what others find in the form, and what they write."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import raw

from soleus_desktop.cards.options import LAYOUTS, CardOptions
from soleus_desktop.plan.model import Entry, Plan, Walk
from tests.build import plan_of
from tests.cards.odd import ODD
from tests.cards.printing import (
    FILLABLE,
    a_week,
    laid,
    layout_name,
    printable_plans,
    printed,
    reader,
    run,
)
from tests.cards.test_tags import elements

A_DAY = ["w2 tue: bent-knee-calf-raise 2x12; eccentric-heel-drop 1x10; uphill-walk 25min@7%"]
SESSION, LOG = CardOptions("a4", 2, fillable=True), CardOptions(layout="log", fillable=True)


def widgets(pdf: Any) -> Iterator[tuple[int, Any]]:
    """Every field on a page, with the number of the page."""
    for number, page in enumerate(pdf.pages):
        for note in page.get("/Annots", []):
            if note.get_object()["/Subtype"] == "/Widget":
                yield number, note.get_object()


def whole_name(field: Any) -> str:
    parts = []
    while field:
        parts += [str(field["/T"])] if "/T" in field else []
        field = field.get("/Parent")
    return ".".join(reversed(parts))


def name_of(field: Any) -> str:
    """The name of a field, with the choice where there are several."""
    if "/T" in field:
        return whole_name(field)
    (choice,) = set(field["/AP"]["/N"]) - {"/Off"}
    return f"{whole_name(field)}={choice[1:]}"


def said_of(plan: Plan, options: CardOptions) -> dict[str, str]:
    """The tooltip of each field."""
    fields = reader(printed(plan, options)).get_fields() or {}
    return {name: str(field["/TU"]) for name, field in fields.items() if "/TU" in field}


def test_boxes_of_a_day_are_fields_that_say_what_they_are() -> None:
    day = "Week 2, Tuesday: "
    drop = "Eccentric heel drop, bent knee, set 1"
    assert said_of(plan_of(A_DAY), SESSION) == {
        "w2.tue.e1.set1": f"{day}Bent-knee calf raise, set 1",
        "w2.tue.e1.set2": f"{day}Bent-knee calf raise, set 2",
        "w2.tue.e2.set1.L": f"{day}{drop}, left leg",
        "w2.tue.e2.set1.R": f"{day}{drop}, right leg",
        "w2.tue.e3.set1": f"{day}Uphill walk, set 1",
        "w2.tue.pain": f"{day}Pain, 0 none to 10 worst",
        "w2.tue.notes": f"{day}Notes",
    }


def test_cells_of_a_log_are_fields_in_the_cards_language() -> None:
    said = said_of(plan_of(["w1 mon: bent-knee-calf-raise 1x12; uphill-walk"]), FILLABLE[-1])
    day = "Woche 1, Montag: "
    name = said["w1.mon.e1.set1.weight"].removeprefix(day).partition(",")[0]
    assert said == {
        "w1.mon.e1.set1.weight": f"{day}{name}, Satz 1, Gewicht in kg",
        "w1.mon.e1.set1.repetitions": f"{day}{name}, Satz 1, Wiederholungen",
        "w1.mon.e2.set1.minutes": said["w1.mon.e2.set1.minutes"],
        "w1.mon.e2.set1.incline": said["w1.mon.e2.set1.incline"],
        "w1.mon.pain_during": f"{day}Schmerz dabei, 0–10",
        "w1.mon.pain_morning": said["w1.mon.pain_morning"],
        "w1.mon.notes": f"{day}Notizen",
    }


@pytest.mark.parametrize("options", [o for o in FILLABLE if o.backs == "log"], ids=layout_name)
def test_front_and_back_of_a_day_share_no_field(options: CardOptions) -> None:
    said = said_of(plan_of(A_DAY), options)
    assert {"w2.tue.e2.set1.L", "w2.tue.log.e2.set1.L.weight"} <= set(said)


def test_the_same_plan_twice_shares_no_field() -> None:
    pdf = reader(printed([plan_of(A_DAY), plan_of(A_DAY)], SESSION))
    names = {whole_name(field) for _, field in widgets(pdf)}
    assert {"p1.w2.tue.e1.set1", "p2.w2.tue.e1.set1"} <= names
    assert len(names) == 2 * len(said_of(plan_of(A_DAY), SESSION))


def with_few_sets(plan: Plan) -> Plan:
    """Leave of a thousand sets a few: whoever reads the fields takes long."""

    def few(entry: Entry) -> Entry:
        sets = min(getattr(entry.dose, "sets", 1), 7)
        return (
            entry
            if isinstance(entry.dose, Walk)
            else entry.replace(dose=entry.dose.replace(sets=sets))
        )

    return plan.replace(
        weeks=tuple(
            week.replace(
                days=tuple(day.replace(entries=tuple(map(few, day.entries))) for day in week.days)
            )
            for week in plan.weeks
        )
    )


def agree(plan: Plan, options: CardOptions) -> None:
    """Each box has a field where it lies, and no two boxes have the same but choices of one."""
    plan = with_few_sets(plan)
    _, cards = laid(plan, options)
    blanks = [
        mark.blank
        for card in cards
        for block, _, _ in card.parts
        for row in block.rows
        for mark in row.marks
        if getattr(mark, "blank", None)
    ]
    pdf = reader(printed(plan, options))
    found = list(widgets(pdf))
    assert len({name_of(field) for _, field in found}) == len(found) == len(blanks) > 0
    assert set(pdf.get_fields() or {}) >= {whole_name(field) for _, field in found}
    for number, field in found:
        left, low, right, top = map(float, field["/Rect"])
        width, height = pdf.pages[number].mediabox[2:]
        assert 0 <= left < right <= width
        assert 0 <= low < top <= height
        assert field.raw_get("/P").idnum == pdf.pages[number].indirect_reference.idnum
        assert field["/AP"]["/N"]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("options", FILLABLE, ids=layout_name)
def test_each_box_has_a_field_of_its_own(odd: str, options: CardOptions) -> None:
    agree(ODD[odd](), options)


@settings(max_examples=10)
@given(plan=printable_plans(), options=st.sampled_from(FILLABLE))
def test_each_box_of_any_plan_has_a_field_of_its_own(plan: Plan, options: CardOptions) -> None:
    agree(plan, options)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_form_is_there_only_where_it_was_asked_for_and_has_something_to_fill(layout: str) -> None:
    for wanted in (True, False):
        options = CardOptions(layout=layout, fillable=wanted)
        pdf: Any = reader(printed(a_week(), options))
        assert ("/AcroForm" in pdf.trailer["/Root"]) == (wanted and LAYOUTS[layout].fills)


@pytest.mark.parametrize("options", FILLABLE, ids=layout_name)
def test_the_same_plan_gives_the_same_fields(options: CardOptions) -> None:
    assert printed(a_week(), options).data == printed(a_week(), options).data


def test_a_form_adds_little_for_each_box() -> None:
    weeks = [f"w{week} mon: bent-knee-calf-raise 5x10" for week in range(1, 41)]
    plain, filled = (
        [len(printed(plan_of(lines), options).data) for lines in (weeks, weeks[:1])]
        for options in (CardOptions(), SESSION)
    )
    boxes = 39 * (5 + 11 + 1)
    assert (filled[0] - plain[0]) - (filled[1] - plain[1]) < 80 * boxes


def test_fields_are_read_out_with_their_card() -> None:
    pdf: Any = reader(printed(plan_of(A_DAY), SESSION))
    forms = [element for tag, _, element in elements(pdf) if tag == "Form"]
    assert len(forms) == len(list(widgets(pdf)))
    owners: dict[int, Any] = {}
    for branch in pdf.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Kids"]:
        owners |= zip(branch["/Nums"][::2], branch["/Nums"][1::2], strict=True)
    for element in forms:
        field = element["/K"]["/Obj"]
        assert owners[field["/StructParent"]].get_object() == element
        assert str(element.get("/Alt", field.get("/TU"))).startswith("Week 2, Tuesday: ")
    order = [str(element["/S"]) for _, _, element in elements(pdf)]
    assert order.index("/H2") < order.index("/Form") < order.index("/L")  # before the steps


def pressed(pdf: Any, page: Any, x: float, y: float, text: str = "") -> None:
    """Click and type as a person does in a viewer."""
    raw.FORM_OnMouseMove(pdf.formenv, page, 0, x, y)
    raw.FORM_OnLButtonDown(pdf.formenv, page, 0, x, y)
    raw.FORM_OnLButtonUp(pdf.formenv, page, 0, x, y)
    for character in text:
        raw.FORM_OnChar(pdf.formenv, page, ord(character), 0)


def filled(data: bytes, texts: dict[str, str]) -> bytes:
    """The PDF with fields on its first page filled in, a choice or a tick by a click alone."""
    places = {}
    for number, field in widgets(pypdf.PdfReader(io.BytesIO(data))):
        left, low, right, top = map(float, field["/Rect"])
        if number == 0:
            places[name_of(field)] = ((left + right) / 2, (low + top) / 2)
    pdf: Any = pypdfium2.PdfDocument(data)
    pdf.init_forms()
    page = pdf[0]
    raw.FORM_OnAfterLoadPage(page, pdf.formenv)
    for name, text in texts.items():
        pressed(pdf, page, *places[name], text)
    raw.FORM_ForceToKillFocus(pdf.formenv)
    out = io.BytesIO()
    pdf.save(out)
    page.close()
    pdf.close()
    return out.getvalue()


def test_what_is_filled_in_is_seen_by_other_programs(tmp_path: Path) -> None:
    made = printed(plan_of(A_DAY), CardOptions("a4", 1, fillable=True)).data
    texts = {"w2.tue.e1.set2": "", "w2.tue.pain=7": "", "w2.tue.notes": "Schön, 102.5 kg (×2) ½"}
    data = filled(made, texts)
    fields = pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}
    values = {name: field.get("/V") for name, field in fields.items() if "/V" in field}
    assert values["w2.tue.notes"] == texts["w2.tue.notes"]
    assert values["w2.tue.pain"] == "/7"
    ticked = {name for name, value in values.items() if value == "/Yes"}
    assert ticked == {"w2.tue.e1.set2"}
    (tmp_path / "cards.pdf").write_bytes(data)
    assert texts["w2.tue.notes"] in run("pdftotext", "-layout", "cards.pdf", "-", cwd=tmp_path)
    for font in run("pdffonts", "cards.pdf", cwd=tmp_path).splitlines()[2:]:
        name, *_, embedded, subset, _, _, _ = font.split()
        assert ("SourceSans3" in name, embedded, subset) == (True, "yes", "yes")
    run("qpdf", "--check", "cards.pdf", cwd=tmp_path)


def test_a_tick_and_a_ring_are_drawn_in_their_boxes(tmp_path: Path) -> None:
    made = printed(plan_of(A_DAY), CardOptions("a4", 1, fillable=True)).data
    ink = {}
    for name, data in (("empty", made), ("full", filled(made, dict.fromkeys(CHOSEN, "")))):
        (tmp_path / f"{name}.pdf").write_bytes(data)
        run("pdftoppm", "-r", "72", "-gray", f"{name}.pdf", name, cwd=tmp_path)
        ink[name] = dark_by_field(tmp_path / f"{name}-1.pgm", made)
    for field in ink["empty"]:
        assert (ink["full"][field] > ink["empty"][field] + 10) == (field in CHOSEN), field


CHOSEN = ("w2.tue.e1.set1", "w2.tue.e2.set1.R", "w2.tue.pain=10")


def dark_by_field(picture: Path, data: bytes) -> dict[str, int]:
    """Count the dark dots in each field of a page drawn at 72 dots an inch."""
    _, size, _, dots = picture.read_bytes().split(b"\n", 3)
    width, height = map(int, size.split())
    counts = {}
    for _, field in widgets(pypdf.PdfReader(io.BytesIO(data))):
        left, low, right, top = map(round, map(float, field["/Rect"]))
        rows = [dots[width * y :][left:right] for y in range(height - top, height - low)]
        counts[name_of(field)] = sum(dot < 110 for row in rows for dot in row)
    return counts
