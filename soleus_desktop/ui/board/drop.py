"""Something that can be put down on a day of the board, by mouse, by keys or from a dialog."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.ui.effect import Effect, Effects
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session


class Drop(ABC):
    """What is carried; `movable` tells whether it can leave the place where it comes from."""

    movable = False
    by_week = False
    """Whether it goes between weeks rather than onto a day: only `slot.week` counts then, which
    may be the number of weeks for the end."""
    at_position = True
    """Whether it goes between the entries of a day; else it joins the day at its end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._effects = Effects(session)
        self._of = session.plan
        self._made: dict[tuple[Slot, bool], Plan] = {}

    @abstractmethod
    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        """Return the plan with it put down here; raises what `plan.edits` does."""

    @abstractmethod
    def name(self, *, copy: bool) -> str:
        """Name the edit: ``Move seated raise``."""

    @abstractmethod
    def land(self, selection: Selection, slot: Slot, before: Plan, *, copy: bool) -> None:
        """Select what was put down; `before` is the plan without it."""

    def target(self, slot: Slot) -> str:
        """Say where it would go, as people do."""
        return f"to {Place(*slot[:2]).label}"

    def effect(self, slot: Slot, *, copy: bool) -> Effect:
        """Return what putting it down here would bring."""
        return self._effects.of(lambda plan: self._edited(plan, slot, copy=copy))

    def say(self, slot: Slot, effect: Effect, *, copy: bool) -> str:
        """Say what putting it down here would do, and what that would bring."""
        return f"{self.name(copy=copy)} {self.target(slot)}{effect.words}"

    def drop(self, selection: Selection, slot: Slot, *, copy: bool) -> bool:
        """Put it down as one undo step and select it; tell whether the plan changed."""
        before = self._session.plan
        text = self.undo_text(slot, copy=copy)
        if not self._session.apply(text, lambda plan: self._edited(plan, slot, copy=copy)):
            return False
        self.land(selection, slot, before, copy=copy)
        return True

    def put(self, selection: Selection, slots: Sequence[Slot]) -> bool:
        """Put copies down at each of these places as one undo step; several stay selected."""
        if len(slots) == 1:
            return self.drop(selection, slots[0], copy=True)

        def edit(plan: Plan) -> Plan:
            for slot in slots:
                plan = self.edit(plan, slot, copy=True)
            return plan

        return self._session.apply(f"{_lower(self.name(copy=True))} to {len(slots)} days", edit)

    def _edited(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        """Do the edit, or take what its effect was told from: that plan is checked already."""
        if plan is not self._of:
            self._of, self._made = plan, {}
        made = self._made.get((slot, copy))
        if made is None:
            made = self._made[slot, copy] = self.edit(plan, slot, copy=copy)
        return made

    def undo_text(self, slot: Slot, *, copy: bool) -> str:
        """Name the undo step."""
        return f"{_lower(self.name(copy=copy))} {self.target(slot)}"


def _lower(name: str) -> str:
    """``Move Seated raise`` as a step of the history says it: ``Move seated raise``."""
    return name[:1] + name[1:].lower()
