from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.cards.look import MIDDLE
from soleus_desktop.cards.typeface import MISSING, Typeface, typeface
from soleus_desktop.paths import resources

FACE = typeface((resources() / "fonts").resolve())
STYLE = MIDDLE.scale.fact


@given(text=st.text(max_size=200), width=st.floats(12, 400))
def test_broken_lines_hold_all_letters_and_fit(text: str, width: float) -> None:
    lines = FACE.lines(text, STYLE, width)
    assert "".join("".join(lines).split()) == "".join(FACE.printable(text).split())
    for line in lines:
        assert FACE.width(line, STYLE) <= width + 1e-6 or len(line) == 1


def test_lines_break_at_spaces_and_where_the_writer_broke_them() -> None:
    assert FACE.lines("one two three", STYLE, FACE.width("one two", STYLE)) == ("one two", "three")
    assert FACE.lines("one\n\n  two\n\n", STYLE, 500) == ("one", "", "  two")
    assert FACE.lines(" \n ", STYLE, 500) == ()


def test_a_word_longer_than_the_line_is_broken() -> None:
    word = "n" * 10_000
    lines = FACE.lines(word, STYLE, 100)
    assert "".join(lines) == word
    assert {len(line) for line in lines[:-1]} == {len(lines[0])}
    assert FACE.width(lines[0] + "n", STYLE) > 100


def test_what_the_face_lacks_becomes_a_box() -> None:
    assert MISSING in FACE.known
    assert FACE.printable("a\U0001f600b") == f"a{MISSING}b"
    assert FACE.printable("\x00\ud800") == MISSING * 2
    assert FACE.printable("a\tb\nc") == "a    b\nc"
    assert FACE.printable("e\u0301") == "é"


def test_letters_that_our_own_texts_use_are_there() -> None:
    assert set("0123456789×–·°’“”…\u202f% éüßñŁőжλ≤≥→") <= FACE.known


def test_a_shortened_line_shows_that_it_is() -> None:
    assert FACE.fitted("short", STYLE, 200) == "short"
    cut = FACE.fitted("word " * 100, STYLE, 100)
    assert cut.endswith("word…") or cut[-1] == "…"
    assert FACE.width(cut, STYLE) <= 100
    assert FACE.fitted("two\nlines", STYLE, 200) == "two lines"


def test_a_missing_font_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"SourceSans3-Regular\.ttf"):
        Typeface(resources() / "figures")
