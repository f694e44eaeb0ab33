"""Each rule on its examples: silent, or exactly these findings; mended by each of its fixes."""

from __future__ import annotations

import pytest

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.words import THIN
from soleus_desktop.rules.engine import check, fix_all
from soleus_desktop.rules.finding import Finding
from tests.build import GUIDE
from tests.rules.cases import Example, Mending, examples, place_in_words

GOOD = examples("good")
BAD = examples("bad")
FIXES = [
    pytest.param(example, number, fix, id=f"{example}: {fix.title}")
    for example in BAD
    for number, fix in enumerate(example.fixes)
]


def found(plan: Plan, rule: str) -> list[Finding]:
    return [finding for finding in check(plan, GUIDE).findings if finding.rule.id == rule]


def errors(plan: Plan) -> set[tuple[str, str | None]]:
    return {
        (finding.rule.id, finding.place.entry)
        for finding in check(plan, GUIDE).findings
        if finding.severity == "error"
    }


@pytest.mark.parametrize("example", GOOD, ids=str)
def test_good_is_silent(example: Example) -> None:
    assert [finding.message for finding in found(example.plan, example.rule)] == []


@pytest.mark.parametrize("example", BAD, ids=str)
def test_bad_is_found_just_there(example: Example) -> None:
    plan = example.plan
    findings = found(plan, example.rule)
    assert [place_in_words(finding.place) for finding in findings] == example.finds
    assert {finding.cites for finding in findings} == {tuple(example.cites)}
    assert plan == example.plan  # looking changes nothing
    if example.says:
        assert findings[0].message.replace(THIN, " ") == example.says


@pytest.mark.parametrize("example", [example for example in BAD if example.fix], ids=str)
def test_its_fixes_are_these(example: Example) -> None:
    fixes = found(example.plan, example.rule)[0].fixes
    expected = example.fixes
    assert [(fix.title.replace(THIN, " "), fix.safety == "safe") for fix in fixes] == [
        (fix.title, fix.safe) for fix in expected
    ]


@pytest.mark.parametrize(("example", "number", "expected"), FIXES)
def test_a_fix_mends_and_breaks_nothing(example: Example, number: int, expected: Mending) -> None:
    plan = example.plan
    finding = found(plan, example.rule)[0]
    mended = finding.fixes[number].edit(plan)
    assert mended == example.after(expected)
    assert plan == example.plan  # the plan given is never harmed
    assert finding.place not in [left.place for left in found(mended, example.rule)]
    assert errors(mended) <= errors(plan)


@pytest.mark.parametrize("example", BAD, ids=str)
def test_fixing_all_leaves_no_safe_fix_and_does_nothing_twice(example: Example) -> None:
    once = fix_all(example.plan, GUIDE)
    left = [fix for finding in check(once, GUIDE).open for fix in finding.fixes]
    assert not [fix.title for fix in left if fix.safety == "safe"]
    assert fix_all(once, GUIDE) is once
