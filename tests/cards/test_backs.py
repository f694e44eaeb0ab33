"""Cards with backs: in their order, behind their fronts, read right after them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.sheet import sheet_for
from tests.build import plan_of
from tests.cards.printing import a_week, letters_of, printed, reader, run


def test_every_second_page_is_a_back() -> None:
    made = printed(a_week(), CardOptions("a4", 2, backs="how-to"))
    assert (made.pages, made.cards) == (4, 4)
    pdf = reader(made)
    assert pdf.trailer["/Root"]["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"  # type: ignore[index]
    texts = [page.extract_text() for page in pdf.pages]
    assert ["How it is done" in text for text in texts] == [False, True, False, True]
    assert ["Stand with your feet" in text for text in texts] == [False, True, False, False]


def test_without_backs_nothing_asks_for_both_sides() -> None:
    assert "/Duplex" not in reader(printed(a_week())).trailer["/Root"]["/ViewerPreferences"]  # type: ignore[index]


@pytest.mark.parametrize("per_page", [1, 4])
def test_a_back_stands_behind_its_front(per_page: int, tmp_path: Path) -> None:
    """On upright sheets, where a back is not turned."""
    options = CardOptions("a4", per_page, backs="log")
    sheet = sheet_for(options)
    (tmp_path / "cards.pdf").write_bytes(printed(a_week(), options).data)
    told = run("pdftotext", "-bbox", "cards.pdf", "-", cwd=tmp_path).split("<page ")[1:]
    days = ("Monday", "Wednesday", "Friday", "Sunday")

    def cards_of(page: str) -> dict[str, tuple[int, int]]:
        words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', page)
        return {
            text: (int(float(x) // sheet.card_w), int(float(y) // sheet.card_h))
            for x, y, text in words
            if text in days
        }

    for front, back in zip(told[::2], told[1::2], strict=True):
        fronts, backs = cards_of(front), cards_of(back)
        assert fronts.keys() == backs.keys() != set()
        for day, (column, row) in fronts.items():
            assert backs[day] == (sheet.columns - 1 - column, row)


def test_a_back_says_every_line_and_each_exercise_once() -> None:
    plan = plan_of(["w1 mon: isometric-hold 3x30s; isometric-hold 4x40s"])
    text = letters_of(printed(plan, CardOptions("a4", 8, backs="how-to")))
    assert text.count("Stayatthetop") == 1
    assert text.count("Isometricsoleushold") == 3


def test_a_card_that_goes_on_keeps_front_and_back_in_step() -> None:
    names = "; ".join(["seated-calf-raise 5x25"] * 12)
    plan = plan_of([f"w1 mon: {names}", "w1 tue: uphill-walk"])
    made = printed(plan, CardOptions("a4", 1, backs="how-to"))
    texts = [page.extract_text() for page in reader(made).pages]
    assert len(texts) % 2 == 0
    tuesday = next(n for n, text in enumerate(texts) if "Tuesday" in text)
    assert tuesday % 2 == 0
    assert "Tuesday" in texts[tuesday + 1]
    assert texts[tuesday - 1] == ""  # Monday's fronts are more than its backs
