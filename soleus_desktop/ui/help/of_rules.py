"""The pages of the check: how it judges, and one page for each rule."""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Guide
from soleus_desktop.rules.explained import explained
from soleus_desktop.rules.finding import SEVERITIES, Rule
from soleus_desktop.rules.table import RULES
from soleus_desktop.ui.help.page import Block, Heading, Links, Page, Severity, Text
from soleus_desktop.ui.widgets.lines import sentence

SECTION = "The check"
CHECK = "check"
MEANS = {
    "error": "Error: outside a number or an instruction that the guide gives.",
    "warning": "Warning: against one of the guide\u2019s principles or progressions.",
    "hint": "Hint: something that the guide recommends for this athlete, and the plan lacks.",
}


def pages_of_rules(guide: Guide) -> Iterator[Page]:
    """Yield how the check judges, then every rule in the order of the table."""
    yield Page(CHECK, SECTION, "How a plan is checked", tuple(_check()))
    for rule in RULES:
        yield Page(page_of(rule.id), SECTION, _title(rule), tuple(_rule(rule, guide)))


def page_of(rule_id: str) -> str:
    """Return the id of a rule's page."""
    return f"rule-{rule_id}"


def _title(rule: Rule) -> str:
    return explained(rule).title.removesuffix(".")


def _check() -> Iterator[Block]:
    yield Text("Each edit is checked at once. What is found has one of three severities:")
    for severity in SEVERITIES:
        yield Severity(severity, MEANS[severity])
    yield Heading("What can be done")
    yield Text(
        "Fix it: one step of undo. A fix is called safe where it does nothing but set a number to "
        "the nearest one allowed; all of those can be made at once. Every other fix is yours to "
        "choose."
    )
    yield Text(
        "Waive it: the finding is set aside with your reason, which is kept in the plan file. It "
        "stays in the list as waived, and the waiver can be taken back."
    )
    for severity in SEVERITIES:
        yield Heading(f"Rules that bring {'an' if severity == 'error' else 'a'} {severity}")
        yield Links(
            tuple((page_of(rule.id), _title(rule)) for rule in RULES if rule.severity == severity)
        )


def _rule(rule: Rule, guide: Guide) -> Iterator[Block]:
    parts = explained(rule)
    yield Severity(rule.severity, MEANS[rule.severity])
    yield Heading("Why")
    yield Text(sentence(parts.why))
    yield Heading("What the guide says")
    for cite in rule.rests_on:
        yield Text(guide.facts[cite].says, cite)
    yield Heading("Our reading of it")
    yield Text(sentence(parts.reading))
    yield Heading("What mends it")
    yield Text(sentence(parts.fixes))
    yield Heading("Examples")
    yield Text(f"Found: {parts.fires}")
    yield Text(f"Not found: {parts.silent}")
    yield Text(f"On the command line it is called {rule.id}.", quiet=True)
    yield Links(((CHECK, "How a plan is checked"),))
