from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.cards.links import web_link
from soleus_desktop.cards.options import PAPERS, PER_PAGE_ON, CardOptions
from soleus_desktop.cards.qr import code_of
from tests.build import plan_of
from tests.cards.printing import (
    SESSIONS,
    SMALLEST,
    a_week,
    laid,
    layout_name,
    letters_of,
    plan_with_own,
    printed,
    run,
)

LARGE_CARDS = [CardOptions(paper, 1) for paper in ("a4", "letter", "a5")]
LONG = (
    "https://www.youtube.com/watch?v=abcdefghijk&list=PLabcdefghijklmnopqrstuvwxyz012345&index=12"
)


def codes_read(data: bytes, folder: Path) -> set[str]:
    """What a reader finds on the first four pages, printed at 200 dots an inch in grey."""
    (folder / "cards.pdf").write_bytes(data)
    run("pdftoppm", "-r", "200", "-l", "4", "-gray", "-png", "cards.pdf", "page", cwd=folder)
    pages = sorted(path.name for path in folder.glob("page*.png"))
    some_without = (0, 4)
    read = run("zbarimg", "--quiet", "--nodbus", "--raw", *pages, cwd=folder, fine=some_without)
    return set(read.split())


@pytest.mark.parametrize(
    "options",
    [
        *[CardOptions(paper, max(counts)) for paper, counts in PER_PAGE_ON.items()],
        CardOptions("3x5", 1, orientation="landscape"),
        CardOptions("a5", 1, large_print=True),
    ],
    ids=layout_name,
)
def test_codes_are_read_from_the_print(options: CardOptions, tmp_path: Path) -> None:
    assert codes_read(printed(a_week(), options).data, tmp_path) == {
        "https://youtube.com/shorts/uQAIX2jrvYY",
        "https://youtube.com/shorts/ysSo1ro7n30",
        "https://youtube.com/shorts/nLysrEHspKQ",
        "https://youtube.com/shorts/kr9rqSU8p54",
    }


@pytest.mark.parametrize("paper", PAPERS)
def test_codes_are_read_from_exercise_sheets(paper: str, tmp_path: Path) -> None:
    sheets = CardOptions(paper, layout="exercises")
    plan = plan_of(["w1 mon: bent-knee-calf-raise; isometric-hold"])
    assert codes_read(printed(plan, sheets).data, tmp_path) == {
        "https://youtube.com/shorts/uQAIX2jrvYY",
        "https://youtube.com/shorts/ysSo1ro7n30",
    }


def test_a_long_link_gets_a_larger_code(tmp_path: Path) -> None:
    cards = printed(plan_with_own(video=LONG), SMALLEST)
    assert (codes_read(cards.data, tmp_path), cards.warnings) == ({LONG}, ())


@pytest.mark.parametrize("options", SESSIONS, ids=layout_name)
def test_codes_are_large_enough(options: CardOptions) -> None:
    _, cards = laid(a_week(), options)
    marks = [
        m for card in cards for block, _, _ in card.parts for row in block.rows for m in row.marks
    ]
    shown = [mark for mark in marks if getattr(mark, "kind", "") == "code"]
    assert shown
    for mark in shown:
        code = code_of(mark.name)
        assert code
        side_mm = code.side * mark.scale / 72 * 25.4
        assert side_mm >= (20 if options in LARGE_CARDS else 12) - 1e-6
        assert mark.scale / 72 * 200 > 2.9  # dots a module


def test_a_link_that_no_code_can_hold_is_printed_as_text() -> None:
    link = "https://example.org/" + "q" * 4000
    cards = printed(plan_with_own(video=link, name="Mine"), CardOptions("a4", 1))
    assert letters_of(cards).count("q") >= 4000
    assert cards.warnings == (
        "The video link of “Mine” is too long for a code on this size of card: printed as text.",
    )


def test_what_is_no_web_address_gets_no_code() -> None:
    cards = printed(plan_with_own(video="javascript:alert(1)", name="Mine"))
    assert "javascript:alert(1)" in letters_of(cards)
    assert cards.warnings == ("The video link of “Mine” is no web address: printed as text.",)


def test_only_web_addresses_are_links() -> None:
    for link in ("http://a.b/c", "https://youtube.com/shorts/x", LONG, "https://exämple.org/ü"):
        assert web_link(link) == link
    for other in (
        None,
        "",
        "youtube.com/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://",
        "https:// x",
        "https://a b",
        "https://a\nb",
        "http://[::1",
        "ftp://a.b",
    ):
        assert web_link(other) is None


def test_runs_are_the_dark_modules_of_the_code() -> None:
    code = code_of("https://youtube.com/shorts/uQAIX2jrvYY")
    assert code
    assert (code.side, code.whole) == (29, 37)
    finder = [run for run in code.runs if run[1] == 0 and run[0] < 8]
    assert finder == [(0, 0, 7)]
    for column, row, length in code.runs:
        assert 0 <= column < column + length <= code.side
        assert 0 <= row < code.side
