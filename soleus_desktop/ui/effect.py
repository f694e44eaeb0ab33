"""What an edit would bring, said before it is done: nothing bad, findings, or that it cannot be."""

from __future__ import annotations

from typing import Literal, NamedTuple

from soleus_desktop.plan.edits import Edit
from soleus_desktop.plan.place import Place
from soleus_desktop.rules.finding import SEVERITIES, Finding, Report
from soleus_desktop.ui.session import Session

State = Literal["fine", "finding", "refused"]
Key = tuple[str, str | Place]


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
            self._before = frozenset(_key(finding) for finding in session.report.open)
        new = [finding for finding in report.open if _key(finding) not in self._before]
        left = {_key(finding) for finding in report.open}
        return Effect(
            tuple(sorted(new, key=lambda finding: SEVERITIES.index(finding.severity))),
            gone=tuple(old for old in session.report.open if _key(old) not in left),
        )


def _key(finding: Finding) -> Key:
    """The same finding before and after: it goes along with its entry."""
    return finding.rule.id, finding.place.entry or finding.place
