"""The coach's copy: what the rules found, what was waived and why, and the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.cards.block import Block, Bookmark, Group, Leaf, Line, Words, gap
from soleus_desktop.cards.findings import message, place
from soleus_desktop.cards.header import DOT, titled_notes
from soleus_desktop.cards.job import Job
from soleus_desktop.cards.look import BAR, HAIR, INK, QUIET
from soleus_desktop.cards.pages import Book, text
from soleus_desktop.rules.engine import check
from soleus_desktop.rules.finding import SEVERITIES, Finding

WEIGHTS = {"error": 3 * BAR, "warning": 1.5 * BAR, "hint": HAIR}
"""How wide the bar beside a finding is: it is told by a word, and by its weight."""


def coach(job: Job) -> Iterator[Leaf]:
    """Yield the pages of the coach's copy of a plan that has exercises."""
    if not job.used():
        return
    words, plan = job.setting.words, job.plan
    report = check(plan, job.guide)
    shown = [finding for finding in report.findings if _chosen(finding, job)]
    sources = _Sources(job)
    title = words.say("coach_copy")
    book = Book(job, title, plan.coach, (DOT.join(_about(job)),), (), (Bookmark(0, title),))

    def groups() -> Iterator[Group]:
        yield from titled_notes({words.say("plan_notes"): plan.notes}, job.setting)
        open_ones = [finding for finding in shown if finding.waiver is None]
        waived = [finding for finding in shown if finding.waiver is not None]
        says = [_finding(finding, job, sources) for finding in open_ones]
        yield from _section(words.say("findings"), _counts(shown, job), says, job)
        says = [_finding(finding, job, sources) for finding in waived]
        if says:
            yield from _section(words.say("waived"), "", says, job)
        facts = sources.groups()
        if facts:
            yield from _section(words.say("facts"), words.say("fact_source"), facts, job)

    yield from book.leaves(groups())


def _chosen(finding: Finding, job: Job) -> bool:
    """Tell whether a finding is of the days to print; those of the whole plan always are."""
    at = finding.place
    if job.only is None or at.week is None:
        return True
    if at.day is None:
        return at.week in job.weeks()
    return (at.week, at.day) in job.only


def _about(job: Job) -> list[str]:
    """Say what decides which of the guide's recommendations apply."""
    words, athlete = job.setting.words, job.plan.athlete
    stage = words.word("stage", athlete.starting_stage)
    said = [words.say("starting_stage", stage=stage)]
    if athlete.events:
        events = ", ".join(words.word("event", event) for event in athlete.events)
        said.append(words.say("goals", events=events))
    if athlete.concerns:
        concerns = ", ".join(words.word("concern", concern) for concern in athlete.concerns)
        said.append(words.say("concerns", concerns=concerns))
    if athlete.returning_from_injury:
        said.append(words.say("returning"))
    return said


def _counts(findings: list[Finding], job: Job) -> str:
    if not findings:
        return job.setting.words.say("no_findings")
    count = {
        severity: sum(f.severity == severity and f.waiver is None for f in findings)
        for severity in SEVERITIES
    }
    waived = sum(finding.waiver is not None for finding in findings)
    return job.setting.words.say(
        "finding_counts",
        errors=count["error"],
        warnings=count["warning"],
        hints=count["hint"],
        waived=waived,
    )


def _section(title: str, below: str, groups: list[Group], job: Job) -> Iterator[Group]:
    """Yield groups under a title, which stays with the first of them."""
    setting = job.setting
    rows = text(title, setting.scale.name, setting)
    rows += text(below, setting.scale.fact, setting) if below else []
    apart = gap(setting.grid.gap)
    head = Block((apart, *rows, apart), (Bookmark(1, title),))
    first = groups[0] if groups else Group(title, ())
    yield Group(first.title, (head, *first.blocks))
    yield from groups[1:]


def _finding(finding: Finding, job: Job, sources: _Sources) -> Group:
    """Return severity and place, the message, a waiver's reason, and what it rests on."""
    setting, scale = job.setting, job.setting.scale
    words, indent = setting.words, setting.grid.gap
    where = place(finding, job)
    head = DOT.join((words.word("severity", finding.severity), where))
    rows = text(head, scale.side._replace(size=scale.fact.size + 0.5), setting, indent)
    rows += text(message(finding, job), scale.fact, setting, indent)
    if finding.waiver:
        reason = words.say("waived_because", reason=finding.waiver.reason)
        rows += text(reason, scale.note, setting, indent)
    numbers = ", ".join(map(str, sources.numbers(finding)))
    if numbers:
        rows += text(words.say("rests_on", numbers=numbers), scale.small, setting, indent)
    weight, colour = WEIGHTS[finding.severity], QUIET if finding.waiver else INK
    barred = [
        row._replace(
            marks=(Line(((weight / 2, 0), (weight / 2, row.height)), weight, colour), *row.marks)
        )
        for row in rows
    ]
    return Group(where, (Block((*barred, gap(setting.grid.gap))),))


class _Sources:
    """The facts that the findings rest on, numbered in the order in which they are met."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._numbers: dict[str, int] = {}

    def numbers(self, finding: Finding) -> list[int]:
        """Return the numbers of what a finding cites."""
        return [self._numbers.setdefault(cite, len(self._numbers) + 1) for cite in finding.cites]

    def groups(self) -> list[Group]:
        """Return all that was cited, a group each."""
        job, setting, scale = self._job, self._job.setting, self._job.setting.scale
        words = setting.words
        widest = setting.face.width(str(len(self._numbers)), scale.step_number)
        indent = widest + setting.grid.gap
        groups = []
        for cite, number in self._numbers.items():
            fact = job.guide.facts.get(cite)
            if fact:
                said = words.fact(fact)
            else:  # a range of the plan's own exercise is cited by the exercise's id
                exercise = job.exercises.get(cite)
                name = words.exercise(exercise).name if exercise else cite
                said = f"{name}: {words.say('of_the_plan')}"
            rows = text(said, scale.fact, setting, indent)
            mark = Words(0, scale.fact.baseline, str(number), scale.step_number)
            rows[0] = rows[0]._replace(marks=(mark, *rows[0].marks))
            if fact:  # the name that findings, window and command line call it by
                rows += text(cite, scale.small, setting, indent)
            block = Block((*rows, gap(setting.grid.gap / 2)))
            groups.append(Group(words.say("facts"), (block,)))
        return groups
