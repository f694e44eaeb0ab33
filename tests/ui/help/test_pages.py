"""The pages of the help: they say all that guide, rules and menus hold, and nothing as markup."""

from __future__ import annotations

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.rules.table import RULES
from soleus_desktop.ui.help.markup import markup
from soleus_desktop.ui.help.of_guide import pages_of_guide
from soleus_desktop.ui.help.of_keys import ON_THE_BOARD, WITH_THE_MOUSE, page_of_keys
from soleus_desktop.ui.help.of_rules import page_of, pages_of_rules
from soleus_desktop.ui.help.page import Bullets, Heading, Links, Page, Picture, Rows, Text
from soleus_desktop.ui.menus import specs
from soleus_desktop.ui.theme import Theme
from tests.ui.conftest import RESOURCES

pytestmark = pytest.mark.usefixtures("qapp")  # keys are named by the platform


def all_pages(guide: Guide) -> dict[str, Page]:
    pages = [*pages_of_guide(guide), *pages_of_rules(guide), page_of_keys()]
    return {page.id: page for page in pages}


def cited(page: Page) -> set[str]:
    return {block.source for block in page.blocks if isinstance(block, Text) and block.source}


def test_the_page_about_the_soleus_tells_every_why_fact_and_principle(guide: Guide) -> None:
    told = cited(all_pages(guide)["soleus"])
    assert told == {fact for fact in guide.facts if fact.startswith(("why.", "principle."))}


def test_every_exercise_is_told_with_its_purpose_and_drawing(guide: Guide) -> None:
    page = all_pages(guide)["exercises"]
    names = [block.text for block in page.blocks if isinstance(block, Heading)]
    assert names == [exercise.name for exercise in guide.exercises.values()]
    assert {exercise.why for exercise in guide.exercises.values()} <= cited(page)
    drawn = {block.name for block in page.blocks if isinstance(block, Picture)}
    assert drawn == {file.stem for file in (RESOURCES / "figures").glob("*.json")} - {"custom"}


def test_every_rule_has_a_page_with_the_facts_it_rests_on(guide: Guide) -> None:
    pages = all_pages(guide)
    for rule in RULES:
        page = pages[page_of(rule.id)]
        assert cited(page) == set(rule.rests_on)
        assert rule.id in page.words
        assert rule.severity in page.words
        help_words = " ".join(rule.help.split()).casefold()
        assert help_words.partition(" why: ")[0].removesuffix(".") in page.words


def test_links_go_to_pages_that_are_there(guide: Guide) -> None:
    pages = all_pages(guide)
    ways = [
        to
        for page in pages.values()
        for block in page.blocks
        if isinstance(block, Links)
        for to, _ in block.to
    ]
    assert {page_of(rule.id) for rule in RULES} <= set(ways) <= set(pages)


def test_the_keyboard_page_lists_every_action_and_all_its_keys() -> None:
    rows = [row for block in page_of_keys().blocks if isinstance(block, Rows) for row in block.rows]
    assert len(rows) == len(list(specs())) + len(ON_THE_BOARD) + len(WITH_THE_MOUSE)
    listed = dict(rows)
    assert listed["Undo"] == "Ctrl+Z"
    assert listed["Delete"] == "Del, Backspace (on the board)"
    assert listed["Theme: Dark"] == ""
    assert listed["Next finding"] == "F8"


def test_no_text_becomes_markup(theme: Theme) -> None:
    evil = '<img src="x"> & "quoted"'
    page = Page(
        "p",
        evil,
        evil,
        (
            Heading(evil),
            Text(evil, evil),
            Bullets((evil,)),
            Rows(((evil, evil),)),
            Links((("p", evil),)),
        ),
    )
    made = markup(page, theme)
    assert "<img" not in made
    assert made.count("&lt;img src=&quot;x&quot;&gt; &amp; &quot;quoted&quot;") == 9
