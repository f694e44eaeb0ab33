"""What an edit would bring, said before it is done: nothing bad, findings, or that it cannot be."""

from __future__ import annotations

from typing import Literal, NamedTuple

from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place
from soleus_desktop.rules.finding import SEVERITIES, Finding, Report
from soleus_desktop.ui.session import Session

State = Literal["fine", "finding", "refused"]
Key = tuple[str, str | Place | tuple[int, int | None]]


class Effect(NamedTuple):
    """`new` are the findings that an edit would bring, the worst first; `refused` says why not.

    `gone` are those that it would take away.
    """

    new: tuple[Finding, ...] = ()
    refused: str = ""
    gone: tuple[Finding, ...] = ()

    @property
    def state(self) -> State:
        """How it would be, in a word."""
        return "refused" if self.refused else "finding" if self.new else "fine"

    @property
    def sign(self) -> str:
        """The mark that stands for it: ``good``, ``refused``, or the worst severity."""
        return self.new[0].severity if self.new else "refused" if self.refused else "good"

    @property
    def words(self) -> str:
        """What to say after the name of the edit; nothing where it brings nothing."""
        if self.refused:
            return f": not possible, {self.refused}"
        if not self.new:
            return ""
        more = f" (and {len(self.new) - 1} more)" if len(self.new) > 1 else ""
        return f" \u2013 would bring: {self.new[0].message}{more}"


class Effects:
    """Tells the effect of one edit after another on a session's plan."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._report: Report | None = None
        self._before: frozenset[Key] = frozenset()

    def of(self, edit: Edit) -> Effect:
        """Return what an edit of the plan as it stands would bring."""
        session = self._session
        try:
            after = edit(session.plan)
        except (ValueError, KeyError, IndexError) as error:
            return Effect(refused=str(error.args[0]) if error.args else "it does not fit")
        report = None if after is session.plan else session.preview(lambda _: after)
        if report is None:
            return Effect()
        if self._report is not session.report:  # the same for all that is hovered over
            self._report = session.report
            self._before = _all_keys(session.report, session.plan)
        left = _all_keys(report, after)
        new = [one for one in report.open if self._before.isdisjoint(_keys(one, after))]
        gone = [one for one in session.report.open if left.isdisjoint(_keys(one, session.plan))]
        return Effect(
            tuple(sorted(new, key=lambda finding: SEVERITIES.index(finding.severity))),
            gone=tuple(gone),
        )


def _all_keys(report: Report, plan: Plan) -> frozenset[Key]:
    return frozenset(key for finding in report.open for key in _keys(finding, plan))


def _keys(finding: Finding, plan: Plan) -> tuple[Key, ...]:
    """By what a finding is the same before and after: it goes along with its entry or its week."""
    rule, place = finding.rule.id, finding.place
    if place.entry is not None:
        return ((rule, place.entry),)
    if place.week is None:
        return ((rule, place),)
    return (rule, place), (rule, (id(plan.weeks[place.week]), place.day))
