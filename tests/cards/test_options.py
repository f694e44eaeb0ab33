from __future__ import annotations

import subprocess
import sys

import pytest

from soleus_desktop.cards.options import PAPERS, PER_PAGE_ON, CardOptions
from soleus_desktop.cards.sheet import sheet_for
from tests.cards.printing import a_week, printed


@pytest.mark.parametrize(
    "wrong",
    [
        {"paper": "a3"},
        {"per_page": 3},
        {"per_page": True},
        {"layout": "poster"},
        {"orientation": "askew"},
        {"theme": "neon"},
        {"backs": "both"},
    ],
)
def test_what_cannot_be_printed_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"{next(iter(wrong))}: expected one of"):
        CardOptions(**wrong)  # type: ignore[arg-type]


def test_options_are_read_without_reportlab() -> None:
    code = "import sys, soleus_desktop.cards.options; print('reportlab' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
def test_cards_share_out_the_whole_sheet(paper: str, orientation: str) -> None:
    width, height = PAPERS[paper]
    for per_page in PER_PAGE_ON[paper]:
        sheet = sheet_for(CardOptions(paper, per_page, orientation=orientation))
        assert sorted((sheet.width, sheet.height)) == [width, height]
        assert sheet.columns * sheet.rows == per_page
        assert sheet.card_w * sheet.card_h * per_page == pytest.approx(width * height)
        assert (sheet.card_h > sheet.card_w) == (orientation == "portrait")
        corners = {sheet.corner(place) for place in range(per_page)}
        assert len(corners) == per_page
        assert sheet.corner(0) == (0, sheet.height)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize("per_page", [1, 2, 4, 8])
def test_a_back_lies_behind_its_front(per_page: int, orientation: str) -> None:
    sheet = sheet_for(CardOptions("a4", per_page, orientation=orientation))
    for place in range(per_page):
        x, y = sheet.corner(place)
        behind_x, behind_y = sheet.corner(sheet.behind(place))
        if sheet.width > sheet.height:  # the printer turns it about its upper edge
            assert (behind_x, behind_y) == pytest.approx((x, sheet.height - y + sheet.card_h))
        else:
            assert (behind_x, behind_y) == pytest.approx((sheet.width - x - sheet.card_w, y))


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (CardOptions("3x5", 2), "3x5 takes 1 to a page, not 2"),
        (CardOptions("a5", 8), "a5 takes 1, 2, 4 to a page, not 8"),
        (CardOptions("a4", 2, large_print=True), "large print needs"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(options: CardOptions, says: str) -> None:
    assert options.refusal
    assert says in options.refusal
    with pytest.raises(ValueError, match=says):
        printed(a_week(), options)


def test_cut_marks_stay_in_the_free_margins() -> None:
    for per_page in (1, 2, 4, 8):
        sheet = sheet_for(CardOptions("a4", per_page))
        marks = sheet.cut_marks(20)
        assert len(marks) == {1: 0, 2: 2, 4: 6, 8: 14}[per_page]
        for x0, y0, x1, y1 in marks:
            for x, y in ((x0, y0), (x1, y1)):
                across, down = x % sheet.card_w, y % sheet.card_h
                assert (
                    min(across, sheet.card_w - across) < 1e-6
                    or min(down, sheet.card_h - down) < 1e-6
                )
                assert min(across, sheet.card_w - across) <= 20
                assert min(down, sheet.card_h - down) <= 20
