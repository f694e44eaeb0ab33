"""Makes entries of the rows of a spreadsheet: a row a set, equal sets together one entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, groupby
from typing import Any

from soleus_desktop.exchange.cells import Cells
from soleus_desktop.guide.model import DOSE_FIELDS, Exercise, Guide, exercise_of
from soleus_desktop.plan.bounds import IMPLEMENTS, STAGES, DoseType
from soleus_desktop.plan.model import CustomExercise, Entry, Load, Tempo
from soleus_desktop.plan.value import Value

_KIND_BY_COLUMN: dict[str, DoseType] = {"seconds": "hold", "steps": "steps", "minutes": "walk"}
TEMPO = ("up_s", "hold_s", "down_s")
WITHIN = (*("reps", "seconds", "steps", "minutes", "incline_pct"), *TEMPO)
"""What has to be equal for two sets to be of one entry, besides the rest of the row."""


class Entries:
    """Makes entries and gives them ids; `own` are the exercises that the guide does not know."""

    def __init__(self, guide: Guide) -> None:
        self._ids = map("e{}".format, count(1))
        self._named: dict[str, Exercise] = {}
        for exercise in guide.exercises.values():
            for name in (exercise.id, exercise.name, exercise.short, exercise.also):
                self._named.setdefault(name.casefold(), exercise)
        del self._named[""]
        self.own: list[CustomExercise] = []

    def of(self, sets: list[Cells]) -> Iterator[Entry]:
        """Yield the entries of rows that belong to one exercise of a day.

        The plan has one dose for all sets of an entry; where sets differ, each run of equal ones
        becomes an entry.
        """
        runs = [list(run) for _, run in groupby(sets, key=_alike)]
        if len(runs) > 1:
            sets[0].say("its sets differ, so they became several exercises of the day")
        for run in runs:
            yield self._entry(run[0], len(run))

    def _entry(self, row: Cells, sets: int) -> Entry:
        exercise = self._exercise(row)
        entry = exercise.entry(next(self._ids))
        changes: dict[str, Any] = {"dose": self._dose(row, exercise, sets)}
        if row.has("stage"):
            changes["stage"] = row.one_of("stage", STAGES)
        if row.has("per_leg"):
            changes["per_leg"] = row.yes("per_leg")
        if row.has("up_s") or row.has("down_s"):
            changes["tempo"] = self._tempo(row)
        if row.has("load_kg"):
            changes["load"] = self._load(row, exercise)
        for name in ("knee_bend_deg", "rest_s"):
            if row.has(name):
                changes[name] = row.number(name)
        changes["note"] = row.text("note")
        for name, value in changes.items():
            entry = _with(row, entry, name, value)
        return entry

    def _exercise(self, row: Cells) -> Exercise:
        for name in (row.word("exercise"), row.word("name")):
            if name in self._named:
                return self._named[name]
        said = (row.text("name").strip() or row.text("exercise").strip())[:200]
        kinds = [kind for column, kind in _KIND_BY_COLUMN.items() if row.word(column)]
        made = CustomExercise(
            id=row.text("exercise").strip()[:200], name=said, dose=kinds[0] if kinds else "reps"
        )
        row.say(f"{said!r} is not in the guide; it became an exercise of the plan's own")
        self.own.append(made)
        self._named[made.id.casefold()] = exercise_of(made)
        return self._named[made.id.casefold()]

    def _dose(self, row: Cells, exercise: Exercise, sets: int) -> Value:
        dose: Any = exercise.default_dose
        for name in DOSE_FIELDS[exercise.dose]:
            value = sets if name == "sets" else row.number(name)
            if value is None:
                row.say(f"no {name}, so {getattr(dose, name)} is taken")
            else:
                dose = _with(row, dose, name, value)
        return dose  # type: ignore[no-any-return]

    @staticmethod
    def _tempo(row: Cells) -> Tempo | None:
        up, hold, down = map(row.number, TEMPO)
        if up is None and down is None:
            return None
        return Tempo(up_s=up or 0, hold_s=hold or 0, down_s=down or 0)

    @staticmethod
    def _load(row: Cells, exercise: Exercise) -> Load | None:
        kg, implement = row.number("load_kg"), row.one_of("implement", IMPLEMENTS)
        if kg is None:
            return None
        usual = exercise.implements[0] if exercise.implements else "dumbbells"
        if implement is None:
            row.say(f"no implement for the load, so {usual} is taken")
        load = Load(kg=0, implement=usual)
        return replace(load, kg=kg, implement=implement or usual)  # type: ignore[arg-type]


def _alike(row: Cells) -> tuple[str, ...]:
    return (*(row.word(name) for name in WITHIN), row.word("load_kg"), row.word("stage"))


def _with(row: Cells, value: Any, name: str, new: Any) -> Any:
    """Return the value with a field changed; where it is out of bounds say so and leave it."""
    try:
        return value.replace(**{name: new})
    except ValueError as error:
        row.say(str(error))
        return value
