"""What the rules found, in the language of the cards."""

from __future__ import annotations

from soleus_desktop.cards.job import Job
from soleus_desktop.plan.model import Entry
from soleus_desktop.plan.place import find_entry
from soleus_desktop.rules.finding import Finding
from soleus_desktop.rules.limits import LIMITS

_FIELDS = {limit.rule: limit.field for limit in LIMITS} | {"knee-outside-guide": "knee_bend_deg"}
"""The field that a rule's range is of."""


def message(finding: Finding, job: Job) -> str:
    """Return what is found: by the catalogue's form, or in the rule's own words without one."""
    form = job.setting.words.finding(finding.rule.id, finding.key)
    if form is None:
        return finding.message
    return form.format_map(_values(finding, job))


def place(finding: Finding, job: Job) -> str:
    """Say where it is found: ``Week 2, Friday``."""
    words, at = job.setting.words, finding.place
    if at.week is None:
        return words.say("whole_plan")
    week = words.week(at.week)
    return week if at.day is None else f"{week}, {words.days[at.day]}"


def _values(finding: Finding, job: Job) -> dict[str, str]:
    """Return what a form may hold in braces, of the entry, the athlete and the guide."""
    words, at, athlete = job.setting.words, finding.place, job.plan.athlete
    found = find_entry(job.plan, at.entry) if at.entry else None
    values = {
        "week": str(at.week + 1) if at.week is not None else "",
        "events": ", ".join(words.word("event", event) for event in athlete.events),
        "concerns": ", ".join(words.word("concern", concern) for concern in athlete.concerns),
        "range": _range(finding, job),
        "easy": words.number(job.guide.exercises["isometric-hold"].ranges["seconds"].most),
    }
    name = finding.exercise or (found[1].exercise if found else "")
    if name:
        told = words.exercise(job.exercises[name])
        values |= {"exercise": told.name, "purpose": told.purpose}
    if found:
        slot, entry = found
        kind = job.plan.weeks[slot.week].days[slot.day].kind
        values |= _of_entry(entry, job) | {"kind": words.word("kind", kind)}
    return values


def _of_entry(entry: Entry, job: Job) -> dict[str, str]:
    words = job.setting.words
    bend = entry.knee_bend_deg
    return {
        "dose": words.dose(entry.dose),
        "tempo": ", ".join(words.tempo(entry.tempo)) if entry.tempo else "",
        "load": words.load(entry.load, job.plan.athlete.unit) if entry.load else "",
        "stage": words.word("stage", entry.stage) if entry.stage else "",
        "knee": "" if bend is None else words.number(bend),
    }


def _range(finding: Finding, job: Job) -> str:
    """Return what is allowed: a range of numbers, the phases of a tempo, or implements."""
    if finding.exercise is None:
        return ""
    words, exercise = job.setting.words, job.exercises[finding.exercise]
    if finding.rule.id == "tempo-outside-guide":
        phases = [phase for phase in ("up_s", "down_s") if phase in exercise.ranges]
        said = [
            words.say(f"range_{phase}", range=words.range(exercise.ranges[phase]))
            for phase in phases
        ]
        return ", ".join(said)
    if finding.rule.id == "implement-not-in-guide":
        return ", ".join(words.word("implement", name) for name in exercise.implements)
    allowed = exercise.ranges.get(_FIELDS.get(finding.rule.id, ""))
    return words.range(allowed) if allowed else ""
