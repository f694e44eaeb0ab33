"""What the cards say in one language: the plan's numbers, days and exercises in its words.

The texts stand in `resources/i18n/cards`, one file a language; the window's language is another
matter. A language without texts of its own for the exercises, facts and findings (English) prints
the guide's and the rules' own.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from soleus_desktop.guide.model import Exercise, Fact, Range
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Dose, Hold, Load, Plan, Reps, Steps, Tempo
from soleus_desktop.plan.place import date_of
from soleus_desktop.plan.weight import shown_weight
from soleus_desktop.plan.words import number

FOLDER = Path("i18n", "cards")
"""Where the catalogues lie below the program's resources."""


class Told(NamedTuple):
    """An exercise in the language of the cards."""

    name: str
    short: str
    also: str
    purpose: str
    how_to: tuple[str, ...]
    cues: tuple[str, ...]


class Wording:
    """The words of one language."""

    def __init__(self, code: str, texts: dict[str, dict[str, Any]]) -> None:
        self.code = code
        self._texts = texts
        self._said: dict[str, str] = texts["text"]
        self._language = texts["language"]
        self._decimal: str = self._language["decimal"]
        self.name: str = self._language["name"]
        self.days: tuple[str, ...] = tuple(self._language["days"])
        self.days_short: tuple[str, ...] = tuple(self._language["days_short"])

    def say(self, key: str, **values: object) -> str:
        """Return a label, with these values in its braces. KeyError where there is none."""
        said = self._said[key]
        return said.format(**values) if values else said

    def word(self, table: str, key: str) -> str:
        """Return the word for a key of the plan: ``word("stage", "single-leg")``."""
        said: str = self._texts[table][key]
        return said

    def number(self, value: float) -> str:
        """Write 3.0 as ``3`` and 2.5 as ``2.5`` or ``2,5``."""
        return number(value).replace(".", self._decimal)

    def range(self, allowed: Range) -> str:
        """Write a range: ``3–4``, or ``3`` where both ends are the same."""
        ends = dict.fromkeys((self.number(allowed.least), self.number(allowed.most)))
        return "\u2013".join(ends)

    def week(self, week: int) -> str:
        """Say a week (from 0): ``Week 2``."""
        return self.say("week", week=week + 1)

    def date(self, day: date, *, short: bool = False) -> str:
        """Write a date in the order of the language, whatever the system's."""
        months, form = ("months_short", "date_short") if short else ("months", "date")
        month = self._language[months][day.month - 1]
        said: str = self._language[form].format(day=day.day, month=month, year=day.year)
        return said

    def dates_of(self, plan: Plan, first: int, last: int, *, short: bool = False) -> str:
        """Write the first and the last day of these weeks; empty where the plan has no start."""
        begins, ends = date_of(plan, first, 0), date_of(plan, last, 6)
        if not begins or not ends:
            return ""
        if short and begins.month == ends.month:
            month = self._language["months_short"][ends.month - 1]
            form: str = self._language["date_run"]
            return form.format(first=begins.day, last=ends.day, month=month)
        near = short or begins.year == ends.year
        return f"{self.date(begins, short=near)} \u2013 {self.date(ends, short=short)}"

    def dose(self, value: Dose) -> str:
        """Write a dose: ``3 × 12``, ``3 × 45 s``, ``2 × 20 steps``, ``20 min at 6 %``."""
        form = self.word("dose", value.type)
        match value:
            case Reps():
                return form.format(sets=value.sets, reps=value.reps)
            case Hold():
                return form.format(sets=value.sets, seconds=self.number(value.seconds))
            case Steps():
                return form.format(sets=value.sets, steps=value.steps)
            case _:
                incline = self.number(value.incline_pct)
                return form.format(minutes=self.number(value.minutes), incline=incline)

    def tempo(self, value: Tempo) -> list[str]:
        """Say the phases of a tempo: ``3 s up``, ``no hold``, ``3 s down``.

        One that takes no time is left out, but for the hold: that there is none is to be known.
        """
        phases = (("up", value.up_s), ("hold", value.hold_s), ("down", value.down_s))
        said = []
        for phase, seconds in phases:
            if seconds:
                number = self.number(seconds)
                said.append(self.word("tempo", phase).format(seconds=number))
            elif phase == "hold" and value.up_s and value.down_s:
                said.append(self.word("tempo", "no-hold"))
        return said

    def load(self, value: Load, units: Units = "kg") -> str:
        """Write a load in the unit that the athlete reads: ``10 kg dumbbells``."""
        implement = self.word("implement", value.implement)
        shown = self.number(shown_weight(value.kg, units))
        return self.word("load", units).format(number=shown, implement=implement)

    def exercise(self, exercise: Exercise) -> Told:
        """Return an exercise in this language; one that a person made as it was typed."""
        texts = None if exercise.custom else self._texts.get("exercise", {}).get(exercise.id)
        if texts is None:
            e = exercise
            return Told(e.name, e.brief, e.also, e.purpose, e.how_to, e.cues)
        short = texts["short"] or texts["name"]
        how_to, cues = tuple(texts["how_to"]), tuple(texts["cues"])
        return Told(texts["name"], short, texts["also"], texts["purpose"], how_to, cues)

    def fact(self, fact: Fact) -> str:
        """Return a fact of the guide in this language."""
        said: str = self._texts.get("fact", {}).get(fact.id, fact.says)
        return said

    def finding(self, rule: str, key: str) -> str | None:
        """Return the form of a finding's message; None where the rule's own is to be said."""
        said: str | None = self._texts.get("finding", {}).get(f"{rule}.{key}" if key else rule)
        return said


def languages(resources: Path) -> list[str]:
    """Return the codes of the languages that there are."""
    return sorted(file.stem for file in (resources / FOLDER).glob("*.toml"))


@cache
def wording(resources: Path, code: str) -> Wording:
    """Return the words of a language, read once.

    Raises ValueError for a language that there is not, or whose file cannot be understood.
    """
    known = languages(resources)
    if code not in known:
        raise ValueError(f"language: expected one of {', '.join(known)}, found {code!r}")
    file = resources / FOLDER / f"{code}.toml"
    try:
        return Wording(code, tomllib.loads(file.read_text(encoding="utf-8")))
    except (KeyError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{file.name}: {error}") from error
