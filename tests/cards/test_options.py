from __future__ import annotations

import subprocess
import sys

import pytest

from soleus_desktop.cards.options import PAPERS, CardOptions
from soleus_desktop.cards.sheet import sheet_for


@pytest.mark.parametrize("wrong", [{"paper": "a3"}, {"per_page": 3}, {"per_page": True}])
def test_what_cannot_be_printed_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(wrong))}: expected one of"):
        CardOptions(**wrong)  # type: ignore[arg-type]


def test_options_are_read_without_reportlab() -> None:
    code = "import sys, soleus_desktop.cards.options; print('reportlab' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")


@pytest.mark.parametrize("paper", PAPERS)
def test_cards_share_out_the_whole_sheet_and_stand_upright(paper: str) -> None:
    width, height = PAPERS[paper]
    for per_page in (1, 2, 4):
        sheet = sheet_for(CardOptions(paper, per_page))
        assert sorted((sheet.width, sheet.height)) == [width, height]
        assert sheet.columns * sheet.rows == per_page
        assert sheet.card_w * sheet.card_h * per_page == pytest.approx(width * height)
        assert sheet.card_h > sheet.card_w
        corners = {sheet.corner(place) for place in range(per_page)}
        assert len(corners) == per_page
        assert sheet.corner(0) == (0, sheet.height)


def test_cut_marks_stay_in_the_free_margins() -> None:
    for per_page in (1, 2, 4):
        sheet = sheet_for(CardOptions("a4", per_page))
        marks = sheet.cut_marks(20)
        assert len(marks) == {1: 0, 2: 2, 4: 6}[per_page]
        for x0, y0, x1, y1 in marks:
            for x, y in ((x0, y0), (x1, y1)):
                across, down = x % sheet.card_w, y % sheet.card_h
                assert (
                    min(across, sheet.card_w - across) < 1e-6
                    or min(down, sheet.card_h - down) < 1e-6
                )
                assert min(across, sheet.card_w - across) <= 20
                assert min(down, sheet.card_h - down) <= 20
