"""Every layout on every paper, held to what it promises by programs that are not ours.

Few of the odd plans are tried each time; `pytest --hypothesis-profile=thorough` tries many.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from soleus_desktop.cards.attach import Attachment
from soleus_desktop.cards.make import Cards, make_cards
from soleus_desktop.cards.options import (
    BACKS,
    LAYOUTS,
    ORIENTATIONS,
    PAPERS,
    PER_PAGE,
    THEMES,
    CardOptions,
)
from soleus_desktop.cards.reading import units_of
from soleus_desktop.cards.typeface import typeface
from soleus_desktop.paths import resources
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage import in_pdf
from soleus_desktop.storage.plan_file import plan_bytes
from tests.build import GUIDE
from tests.cards.odd import ODD, odd_plans
from tests.cards.printing import a_week, laid, layout_name, printed, reader, run

EXAMPLES = max(10, settings().max_examples // 4)
PLAIN = [
    options
    for layout, paper in product(LAYOUTS, PAPERS)
    for options in [CardOptions(paper, 1, layout, fillable=True)]
    if options.refusal is None
]
"""Each layout on each of its papers."""

ANY = [
    options
    for layout, paper, per_page, orientation, large in product(
        LAYOUTS, PAPERS, PER_PAGE, ORIENTATIONS, (False, True)
    )
    for options in [CardOptions(paper, per_page, layout, orientation, large)]
    if options.refusal is None and (layout == "session" or per_page == 1)
]
"""Each size of all that can be printed."""

OPTIONS = st.builds(
    replace,
    st.sampled_from(ANY),
    language=st.sampled_from(["en", "de"]),
    theme=st.sampled_from(THEMES),
    backs=st.sampled_from(BACKS),
    fillable=st.booleans(),
)


def with_plan(plan: Plan, options: CardOptions) -> Cards:
    along = [Attachment(plan.title, plan_bytes(plan))]
    return make_cards(plan, GUIDE, resources(), options, attachments=along)


def squeezed(text: str) -> str:
    return "".join(text.split())


def proved(cards: Cards, plan: Plan, options: CardOptions, folder: Path) -> None:
    """The file is sound, with all of its type inside; the plan comes back; a form is there."""
    (folder / "cards.pdf").write_bytes(cards.data)
    checked = run("qpdf", "--check", "cards.pdf", cwd=folder)
    assert "No syntax or stream encoding errors" in checked
    fonts = run("pdffonts", "cards.pdf", cwd=folder).splitlines()[2:]
    assert fonts
    for font in fonts:
        name, *_, embedded, subset, _, _, _ = font.split()
        assert re.fullmatch(r"[A-Z]{6}\+SourceSans3-\w+", name)
        assert (embedded, subset) == ("yes", "yes")
    assert in_pdf.plans_in(cards.data) == [plan_bytes(plan)]
    root = cast(dict[str, object], reader(cards).trailer["/Root"])
    assert ("/AcroForm" in root) == (options.fillable and LAYOUTS[options.layout].fills)


def read_in_order(cards: Cards, plan: Plan, options: CardOptions, folder: Path) -> None:
    """Poppler reads the structure as the cards are laid out, word for word."""
    (folder / "cards.pdf").write_bytes(cards.data)
    read = run("pdfinfo", "-struct-text", "cards.pdf", cwd=folder)
    said = "".join(re.findall(r'^ *"(.*)"$', read, flags=re.MULTILINE))
    _, sheets = laid(plan, options)
    meant = [
        words.text
        for card in sheets
        for block, _, _ in card.parts
        for unit in units_of(block)
        if unit.tag
        for _, _, words in unit.words
    ]
    assert squeezed(said) == squeezed("".join(meant))


@pytest.mark.parametrize("options", PLAIN, ids=layout_name)
def test_others_find_nothing_wrong_and_read_it_in_order(
    options: CardOptions, tmp_path: Path
) -> None:
    for plan in (a_week(notes="n"), ODD["strange"]()):
        cards = with_plan(plan, options)
        proved(cards, plan, options, tmp_path)
        read_in_order(cards, plan, options, tmp_path)


@settings(max_examples=EXAMPLES)
@given(plan=odd_plans(), options=OPTIONS)
def test_any_odd_plan_is_sound_in_any_size(plan: Plan, options: CardOptions) -> None:
    with TemporaryDirectory() as folder:
        cards = with_plan(plan, options)
        proved(cards, plan, options, Path(folder))
        if options.layout != "session" or options.backs == "none":  # backs come a page later
            read_in_order(cards, plan, options, Path(folder))
        assert cards.data == with_plan(plan, options).data


def texts_of(plan: Plan, layout: str) -> list[str]:
    """What a person typed that this layout has to show in full."""
    days = [day for week in plan.weeks for day in week.days if day.entries]
    notes = [entry.note for day in days for entry in day.entries]
    owned = [
        own
        for own in plan.exercises
        for day in days
        for entry in day.entries
        if entry.exercise == own.id
    ]
    names = [own.name for own in owned]
    always = [plan.title, plan.athlete.name]
    labels = [week.label for week in plan.weeks if any(day.entries for day in week.days)]
    weeks = [week.note for week in plan.weeks if any(day.entries for day in week.days)]
    return {
        "session": [*always, *labels, *weeks, *notes, *names, *[day.note for day in days]],
        "log": [*always, *labels, *weeks, *notes, *names, *[day.note for day in days]],
        "overview": [*always],
        "exercises": [*names, *[text for own in owned for text in (*own.how_to, own.cue)]],
        "coach": [*always, plan.coach, plan.notes],
    }[layout]


@settings(max_examples=EXAMPLES)
@given(plan=odd_plans(), options=st.sampled_from(PLAIN))
def test_what_was_typed_is_printed_or_named(plan: Plan, options: CardOptions) -> None:
    cards = printed(plan, options)
    with TemporaryDirectory() as folder:
        (Path(folder) / "cards.pdf").write_bytes(cards.data)
        read = run("pdftotext", "-raw", "cards.pdf", "-", cwd=Path(folder))
    letters = squeezed(unicodedata.normalize("NFC", read))
    shown = typeface(resources() / "fonts").printable
    for text in texts_of(plan, options.layout):
        for word in shown(text).split():
            if len(set(word)) == 1:  # it may go on on another page
                assert letters.count(word[0]) >= len(word), text
            else:
                assert word in letters, text
        if squeezed(shown(text)) != squeezed(unicodedata.normalize("NFC", text)):
            assert any("is not in the cards' typeface" in said for said in cards.warnings)
