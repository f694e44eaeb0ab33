"""What is read out: the structure of the PDF, walked by pypdf and by poppler."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.cards.options import LAYOUTS, CardOptions
from tests.cards.odd import ODD
from tests.cards.printing import a_week, printed, reader, run, told

ROLES = {"Document", "Sect", "H1", "H2", "P", "L", "LI", "LBody", "Figure", "Link"}
TABLE = {"Table", "TR", "TH", "TD"}
WITHIN = {"LI": {"L"}, "LBody": {"LI"}, "TR": {"Table"}, "TH": {"TR"}, "TD": {"TR"}}


def elements(pdf: Any) -> list[tuple[str, str, Any]]:
    """Every element in order: its tag, its parent's, and itself. Fails where a tie is one-sided."""
    found = []

    def walk(element: Any, parent: Any) -> None:
        tag = str(element["/S"])[1:]
        assert element.raw_get("/P").idnum == parent.indirect_reference.idnum
        found.append((tag, str(parent.get("/S", "/"))[1:], element))
        kids = element["/K"]
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, dict) and "/S" in kid:
                walk(kid, element)

    root = pdf.trailer["/Root"]["/StructTreeRoot"]
    walk(root["/K"], root)
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("odd", ODD)
def test_everything_on_a_page_belongs_to_one_element_or_is_ornament(layout: str, odd: str) -> None:
    pdf: Any = reader(printed(ODD[odd](), CardOptions(layout=layout, per_page=1)))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    found = elements(pdf)
    owners: dict[int, Any] = {}
    for branch in root["/StructTreeRoot"]["/ParentTree"]["/Kids"]:
        numbers = branch["/Nums"]
        assert branch["/Limits"] == [numbers[0], numbers[-2]]
        owners |= zip(numbers[::2], numbers[1::2], strict=True)
    assert list(owners) == list(range(root["/StructTreeRoot"]["/ParentTreeNextKey"]))
    by_page: dict[int, list[int]] = {}
    for tag, parent, element in found:
        assert tag in ROLES | TABLE
        assert parent in WITHIN.get(tag, {parent})
        assert tag != "Figure" or element["/Alt"]
        kids = element["/K"]
        for kid in kids if isinstance(kids, list) else [kids]:
            if isinstance(kid, int):
                by_page.setdefault(element.raw_get("/Pg").idnum, []).append(kid)
    for page in pdf.pages:
        assert page["/Tabs"] == "/S"
        code = page.get_contents().get_data().decode("latin-1")
        marked = [int(number) for number in re.findall(r"<</MCID (\d+)>> BDC", code)]
        assert sorted(marked) == sorted(by_page.get(page.indirect_reference.idnum, []))
        assert sorted(marked) == list(range(len(owners[page["/StructParents"]].get_object())))
        said = re.sub(r"\((?:\\.|[^\\()])*\)", "()", code, flags=re.DOTALL)
        depth = 0
        for word in re.findall(r"\b(?:BMC|BDC|EMC|Do|Tj|S|f|B)\b", said):
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(word, 0)
            assert 0 <= depth <= 1
            assert depth == 1 or word == "EMC"
        assert depth == 0
        for note in page.get("/Annots", []):
            owner = owners[note.get_object()["/StructParent"]].get_object()
            assert owner["/S"] == "/Link"
            assert owner["/K"].raw_get("/Obj").idnum == note.idnum


@pytest.mark.parametrize("per_page", [1, 4])
def test_it_is_read_in_the_order_of_training(per_page: int, tmp_path: Path) -> None:
    plan = a_week(notes="n")
    (tmp_path / "cards.pdf").write_bytes(printed(plan, CardOptions("a4", per_page)).data)
    read = run("pdfinfo", "-struct-text", "cards.pdf", cwd=tmp_path)
    said = " ".join(re.findall(r'^ *"(.*)"$', read, flags=re.MULTILINE))
    at = 0
    for card in told(plan):
        for words in (f"{card.week_name} · {card.day_name}", card.date):
            at = said.index(words, at)
        for entry in card.entries:
            for words in (entry.name, entry.dose):
                at = said.index(words, at)
    assert 'H1 (block)\n      "Week 1 · Monday"' in read
    assert '          "1 Stand with' in read
    assert read.count("  Sect\n") == len(told(plan))


def test_the_plan_on_the_wall_is_a_table() -> None:
    pdf: Any = reader(printed(a_week(), CardOptions(layout="overview")))
    rows = [element for tag, _, element in elements(pdf) if tag == "TR"]
    assert len(rows) >= 2
    assert {len(row["/K"]) for row in rows} == {9}
    assert [str(cell["/S"]) for cell in rows[0]["/K"]] == ["/TH"] * 9
    assert [str(cell["/S"]) for cell in rows[1]["/K"]] == ["/TH"] + ["/TD"] * 8


def test_codes_and_figures_say_what_they_are() -> None:
    pdf: Any = reader(printed(a_week()))
    alts = {str(element["/Alt"]) for tag, _, element in elements(pdf) if tag == "Figure"}
    assert any("Bent-knee calf raise" in alt for alt in alts)
    assert any("http" in alt for alt in alts)
