"""A plan in a mail: every entry is there, and what people typed is no markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from soleus_desktop.exchange.text import markdown, plain_text
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.words import dose
from tests.build import GUIDE, plan_of


def test_both_hold_every_entry(guide: Guide, clean_plan: Plan) -> None:
    for text in (plain_text(clean_plan, guide.exercises), markdown(clean_plan, guide.exercises)):
        for week in clean_plan.weeks:
            for day in week.days:
                for entry in day.entries:
                    assert guide.exercises[entry.exercise].name.split()[0] in text
                    assert dose(entry.dose) in text


def test_plain_text_reads_like_this(guide: Guide, clean_plan: Plan) -> None:
    lines = plain_text(clean_plan.replace(start="2026-03-02"), guide.exercises).splitlines()
    week = lines.index(next(line for line in lines if line.startswith("WEEK 1")))
    assert any(line.startswith("Monday 2026-03-02") for line in lines[week:])


@pytest.mark.parametrize(
    "typed",
    [
        "<b>bold</b>",
        "*stars* _lines_",
        "# no heading",
        "[a](http://x)",
        "1. no list",
        "> quote",
        "a | b",
        "&amp; ~~x~~ `y` \\",
    ],
)
def test_markdown_shows_what_was_typed(guide: Guide, clean_plan: Plan, typed: str) -> None:
    plan = clean_plan.replace(title=typed, notes=typed)
    tokens = MarkdownIt().parse(markdown(plan, guide.exercises))
    texts = [t for t in tokens if t.type == "inline"]
    for token in texts[:2]:
        assert "".join(child.content for child in token.children or []) == typed
        assert {child.type for child in token.children or []} <= {"text", "text_special"}


@given(st.text("ab \t\n#*-+=>`~1.)_[]()|\\&;<!:", max_size=30).filter(str.strip))
def test_no_note_is_markup(note: str) -> None:
    plan = plan_of(["w1 mon: uphill-walk"]).replace(title="T", notes=note)
    tokens = MarkdownIt().parse(markdown(plan, GUIDE.exercises))
    ends = next(n for n, token in enumerate(tokens) if token.tag == "h2")
    shown = tokens[3:ends]  # behind the title
    assert {token.type for token in shown} == {"paragraph_open", "inline", "paragraph_close"}
    said = [child for token in shown for child in token.children or []]
    assert {child.type for child in said} <= {"text", "text_special", "hardbreak", "softbreak"}
    assert "".join("".join(child.content for child in said).split()) == "".join(note.split())
