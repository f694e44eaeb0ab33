"""The table of rules against what was agreed: ids, severities, scopes, cites, help, examples."""

from __future__ import annotations

import re
import string

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.rules.finding import Rule
from soleus_desktop.rules.table import BY_ID, RULES
from tests.rules.cases import FOLDER, examples

RAISE, SEATED, HOLD = "bent-knee-calf-raise", "seated-calf-raise", "isometric-hold"
DROP, LUNGE, WALK = "eccentric-heel-drop", "walking-lunge-heel-raise", "uphill-walk"

# id, severity, scope, what it rests on: pack `guide`, complete
AGREED = [
    (
        "sets-outside-guide",
        "error",
        "entry",
        [f"{name}.dose" for name in (RAISE, SEATED, HOLD, DROP, LUNGE)],
    ),
    ("reps-outside-guide", "error", "entry", [f"{name}.dose" for name in (RAISE, SEATED, DROP)]),
    ("hold-outside-guide", "error", "entry", [f"{HOLD}.dose"]),
    ("steps-outside-guide", "error", "entry", [f"{LUNGE}.dose"]),
    ("minutes-outside-guide", "error", "entry", [f"{WALK}.dose"]),
    ("incline-outside-guide", "error", "entry", [f"{WALK}.incline"]),
    ("tempo-outside-guide", "error", "entry", [f"{RAISE}.tempo", f"{DROP}.tempo"]),
    (
        "knee-outside-guide",
        "error",
        "entry",
        [f"{RAISE}.setup", f"{HOLD}.movement", f"{DROP}.setup"],
    ),
    ("not-per-leg", "error", "entry", [f"{DROP}.dose"]),
    ("implement-not-in-guide", "error", "entry", [f"{RAISE}.progression", f"{SEATED}.setup"]),
    ("stage-and-load-disagree", "error", "entry", [f"{RAISE}.progression"]),
    ("seated-without-weight", "warning", "entry", [f"{SEATED}.setup"]),
    ("straight-knee-work", "warning", "entry", ["principle.knee-bent"]),
    ("stage-skipped", "warning", "plan", [f"{RAISE}.progression"]),
    ("stage-dropped-back", "hint", "plan", [f"{RAISE}.progression"]),
    ("load-before-bodyweight-is-easy", "warning", "plan", [f"{HOLD}.options"]),
    ("week-without-soleus-work", "warning", "week", ["principle.consistent"]),
    ("uphill-on-training-day", "hint", "entry", [f"{WALK}.when"]),
    ("cornerstone-missing", "hint", "plan", [f"{RAISE}.cornerstone"]),
    ("trail-without-eccentric", "hint", "plan", [f"{DROP}.why"]),
    ("tendon-without-isometric", "hint", "plan", [f"{HOLD}.why"]),
    ("returning-without-uphill", "hint", "plan", [f"{WALK}.when"]),
]


def scopes(rule: Rule) -> list[str]:
    checks = {"entry": rule.of_entry, "week": rule.of_week, "plan": rule.of_plan}
    return [scope for scope, check in checks.items() if check]


def test_the_table_holds_what_was_agreed_and_nothing_else() -> None:
    assert [
        (rule.id, rule.severity, *scopes(rule), list(rule.rests_on)) for rule in RULES
    ] == AGREED
    assert {rule.pack for rule in RULES} == {"guide"}


def test_an_id_names_one_rule() -> None:
    assert list(BY_ID.values()) == list(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_rests_on_facts_of_the_guide(rule: Rule, guide: Guide) -> None:
    assert [cite for cite in rule.rests_on if cite not in guide.facts] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_help_has_its_parts_in_order(rule: Rule) -> None:
    title, blank, *lines = rule.help.splitlines()
    assert title == rule.title
    assert title.endswith(".")
    assert blank == ""
    parts = [line.partition(":")[0] for line in lines if re.match(r"[A-Z]\w+: ", line)]
    assert parts == ["Why", "Reading", "Fires", "Silent", "Fixes"]
    assert all(len(line) <= 100 and line == line.rstrip() for line in lines)
    assert "{" not in rule.help


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_has_good_and_bad_examples(rule: Rule) -> None:
    assert [example for example in examples("good") if example.rule == rule.id]
    assert [example for example in examples("bad") if example.rule == rule.id and example.says]


def test_every_file_of_examples_belongs_to_a_rule() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(BY_ID)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_message_is_shown_by_an_example(rule: Rule) -> None:
    said = [example.says for example in examples("bad") if example.rule == rule.id and example.says]
    for template in rule.messages.values():
        pattern = "".join(
            re.escape(text) + (".+" if field is not None else "")
            for text, field, _, _ in string.Formatter().parse(template)
        )
        assert [text for text in said if re.fullmatch(pattern, text)], template
