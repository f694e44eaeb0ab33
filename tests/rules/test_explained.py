"""A rule's help in parts: nothing of it is lost, and each part is a sentence."""

from __future__ import annotations

import pytest

from soleus_desktop.rules.explained import explained
from soleus_desktop.rules.finding import Rule
from soleus_desktop.rules.table import BY_ID, RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_parts_are_the_whole_help(rule: Rule) -> None:
    parts = explained(rule)
    again = parts.title + "".join(
        f" {name.capitalize()}: {text}" for name, text in parts._asdict().items() if name != "title"
    )
    assert again == " ".join(rule.help.split())
    assert all(text.endswith((".", ")")) for text in parts), parts


def test_a_part_may_go_over_several_lines() -> None:
    parts = explained(BY_ID["tempo-outside-guide"])
    assert parts.title == "A tempo other than the guide's, or none where the guide gives one."
    assert parts.reading.startswith("the bent-knee calf raise takes 3 s up and 3 s down; the heel")
    assert parts.fixes.endswith("take the one that the exercise arrives with (ask).")
