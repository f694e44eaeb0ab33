"""A plan's life as hypothesis makes it up: edit, undo, redo, save, reopen, crash, recover.

Whatever the order: the window shows what was last done, the file holds what was last saved, and
after a crash every edit is there that was on the disk; a crash while recovering included.
"""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QObject

from soleus_desktop.plan.edits import delete_week, duplicate_week, set_week
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import load_plan, open_plan, save_plan
from soleus_desktop.storage.recovery.recovered import discard, left_behind
from soleus_desktop.ui.safekeeping import JOURNALS, Safekeeping
from soleus_desktop.ui.session import Session
from tests.build import GUIDE
from tests.torture.trial import Broken, Outcome

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "clean.soleus"
STEPS = 50
MOST_WEEKS = 6


class Life(RuleBasedStateMachine):
    """The program and beside it what it ought to know: versions, where it stands, what is saved."""

    steps = 0
    crashes = 0
    recovered = 0
    broken = ""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.file, self.lives, self.number = self.folder / "plan.soleus", 0, 0
        self.saved = open_plan(SAMPLE, GUIDE)
        save_plan(self.saved, self.file, GUIDE)
        self._start()
        self._open()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.keeping.close(discarded=False)
            shutil.rmtree(self.folder)

    # --- what a person does -------------------------------------------------------------------

    @rule(at=st.integers(0, 5), what=st.sampled_from(("label", "note", "duplicate", "delete")))
    def edit(self, at: int, what: str) -> None:
        self._edit(at, what)

    def _edit(self, at: int, what: str) -> None:
        before, many = self.session.plan, len(self.session.plan.weeks)
        week = at % many
        self.number += 1

        def change(plan: Plan) -> Plan:
            if what == "duplicate" and many < MOST_WEEKS:
                return duplicate_week(plan, week)
            if what == "delete" and many > 1:
                return delete_week(plan, week)
            return set_week(plan, week, **{"note" if what == "note" else "label": f"{self.number}"})

        assert self.session.apply(what, change)
        assert self.session.plan != before
        if self.clean > self.at:  # what was saved cannot be reached any more
            self.clean = -1
        self.versions = [*self.versions[: self.at + 1], self.session.plan]
        self.at += 1
        self.possible.append(self.session.plan)

    @precondition(lambda self: self.at > 0)
    @rule()
    def undo(self) -> None:
        self.session.stack.undo()
        self.at -= 1
        self.possible.append(self.versions[self.at])

    @precondition(lambda self: self.at + 1 < len(self.versions))
    @rule()
    def redo(self) -> None:
        self.session.stack.redo()
        self.at += 1
        self.possible.append(self.versions[self.at])

    @rule()
    def save(self) -> None:
        plan = self.session.plan
        digest, kept = save_plan(plan, self.file, GUIDE, self.session.digest)
        assert kept is None or self.session.digest is None
        self.session.saved(plan, self.file, digest)
        self.saved, self.clean = plan, self.at
        self.possible.append(plan)

    @rule()
    def reopen(self) -> None:
        before = self.possible  # it may be some time until the journal is in the bin
        self._open()
        self.possible = [*before, *self.possible]

    @rule()
    def wait(self) -> None:
        """Let more time go by than the journal takes."""
        assert self.keeping.flush()
        self.possible = [self.session.plan]

    # --- what nobody wants --------------------------------------------------------------------

    @rule(typing=st.booleans(), waited=st.booleans(), again=st.booleans())
    def crash(self, typing: bool, waited: bool, again: bool) -> None:
        """Go on with what was on the disk; `again` crashes during the recovery as well."""
        if typing:
            self._edit(0, "label")
        type(self).crashes += 1
        if waited:
            self.wait()
        unsaved = self.at != self.clean
        plan = self._after_crash(waited=waited, unsaved=unsaved)
        if plan is None:
            self._open()
            return
        type(self).recovered += 1
        self._restore(plan, done=not again)
        if again:
            self._crashed()
            if self._left() != [plan, plan]:
                self._break("a crash during the recovery lost what was recovered")
            self._restore(plan, done=True)

    def _after_crash(self, *, waited: bool, unsaved: bool) -> Plan | None:
        self._crashed()
        left = self._left()
        if waited and bool(left) != unsaved:
            self._break(f"{len(left)} journals are offered, unsaved was {unsaved}")
        for plan in left:
            if plan not in self.possible:
                self._break("what is recovered never was")
            if waited and plan != self.possible[-1]:
                self._break("what is recovered is not the last that was on the disk")
        return left[0] if left else None

    def _restore(self, plan: Plan, *, done: bool) -> None:
        old = [one.path for one in left_behind(self.state / JOURNALS, GUIDE)]
        self.session.begin_unsaved(plan)
        assert self.keeping.note_all("Recover", self.file)
        self.versions, self.at, self.clean, self.possible = [plan], 0, -1, [plan]
        for path in old if done else ():
            discard(path)

    def _crashed(self) -> None:
        """Start anew over a copy of the state folder as it is at this moment."""
        old, keeping = self.state, self.keeping
        self.lives += 1
        copied = self.folder / f"state {self.lives}" / JOURNALS
        copied.mkdir(parents=True)
        for path in (old / JOURNALS).glob("*.journal"):
            with suppress(FileNotFoundError):  # it was just dropped: a file holds its plan
                (copied / path.name).write_bytes(path.read_bytes())
        keeping.close(discarded=False)
        shutil.rmtree(old)
        self._start()

    def _left(self) -> list[Plan]:
        return [one.plan for one in left_behind(self.state / JOURNALS, GUIDE)]

    def _start(self) -> None:
        self.state = self.folder / f"state {self.lives}"
        (self.state / JOURNALS).mkdir(parents=True, exist_ok=True)
        self.owner = QObject()
        self.session = Session(GUIDE, self.owner)
        self.keeping = Safekeeping(self.session, self.state, self.owner)
        self.keeping.trouble.connect(self._on_trouble)

    def _open(self) -> None:
        plan, digest, *_ = load_plan(self.file, GUIDE)
        self.session.begin(plan, self.file, digest)
        self.versions, self.at, self.clean, self.possible = [plan], 0, 0, [plan]

    def _on_trouble(self, sentence: str) -> None:
        self._break(sentence)

    def _break(self, sentence: str) -> None:
        """Keep the first thing that broke: hypothesis tries it again, and time is in the game."""
        type(self).broken = self.broken or sentence
        raise Broken(sentence)

    @invariant()
    def all_is_as_it_ought_to_be(self) -> None:
        if not hasattr(self, "folder"):
            return
        type(self).steps += 1
        assert self.session.plan == self.versions[self.at]
        assert self.session.dirty == (self.at != self.clean)
        assert open_plan(self.file, GUIDE) == self.saved


def lives(steps: int, seed: int) -> Outcome:
    """Let plans live for so many steps."""
    Life.steps = Life.crashes = Life.recovered = 0
    Life.broken = ""
    made: Any = Life
    while Life.steps < steps:
        at_once = max(min((steps - Life.steps) // STEPS, 100), 1)
        quiet = settings(
            max_examples=at_once,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=(Phase.generate,),
            derandomize=False,
            suppress_health_check=list(HealthCheck),
        )
        try:
            run_state_machine_as_test(hypothesis.seed(seed + Life.steps)(made), settings=quiet)
        except Exception as error:  # a flaky one comes as a group
            raise Broken(Life.broken or repr(error)) from error
    return Outcome(Life.steps, {"crashes": Life.crashes, "recovered": Life.recovered, "lost": 0})
