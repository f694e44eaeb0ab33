"""The languages of the cards are complete: every text, with the same places for values."""

from __future__ import annotations

import ast
import shutil
import string
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop import cards
from soleus_desktop.cards.make import make_cards
from soleus_desktop.cards.options import LAYOUTS, CardOptions
from soleus_desktop.cards.wording import FOLDER, languages, wording
from soleus_desktop.guide.figures import CUSTOM
from soleus_desktop.guide.model import DOSE_FIELDS
from soleus_desktop.paths import resources
from soleus_desktop.plan import bounds
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Load, Tempo
from soleus_desktop.plan.words import load as load_in_english
from soleus_desktop.rules.table import RULES
from tests.build import GUIDE
from tests.cards.printing import ENGLISH, GERMAN, a_week, letters_of, plan_with_own, printed

CODES = languages(resources())
ALSO_FROM_THE_PLAN = {"exercise", "fact", "finding"}
"""Tables that a language has unless it is that of the guide and the rules."""


def catalogue(code: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((resources() / FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_two_languages_at_least() -> None:
    assert {"de", "en"} <= set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_every_text_with_its_places(code: str) -> None:
    english, other = catalogue("en"), catalogue(code)
    assert other.keys() - ALSO_FROM_THE_PLAN == english.keys()
    for table, texts in english.items():
        assert other[table].keys() == texts.keys(), table
        for key, text in texts.items():
            said = other[table][key]
            assert type(said) is type(text)
            if isinstance(text, list):
                assert len(said) == len(text)
                assert all(said)
            else:
                assert said.strip()
                assert places(said) == places(text), (table, key)


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_a_language_has_the_guide_and_the_rules(code: str) -> None:
    other = catalogue(code)
    assert other["exercise"].keys() == GUIDE.exercises.keys()
    for name, exercise in GUIDE.exercises.items():
        told = other["exercise"][name]
        assert told.keys() == {"name", "short", "also", "purpose", "how_to", "cues"}
        assert len(told["how_to"]) == len(exercise.how_to)
        assert len(told["cues"]) == len(exercise.cues)
        assert bool(told["also"]) == bool(exercise.also)
        assert all((told["name"], told["short"], told["purpose"], *told["how_to"], *told["cues"]))
    assert other["fact"].keys() == GUIDE.facts.keys()
    keys = {f"{rule.id}.{key}" if key else rule.id for rule in RULES for key in rule.messages}
    assert other["finding"].keys() == keys


@pytest.mark.parametrize("code", CODES)
def test_words_of_the_plan_s_keys_are_complete(code: str) -> None:
    said = catalogue(code)
    for table, keys in {
        "kind": bounds.DAY_KINDS,
        "stage": bounds.STAGES,
        "event": bounds.EVENTS,
        "concern": bounds.CONCERNS,
        "load": bounds.UNITS,
        "implement": bounds.IMPLEMENTS,
    }.items():
        assert said[table].keys() == set(keys), table
    assert len(said["language"]["days"]) == len(said["language"]["days_short"]) == 7
    assert len(said["language"]["months"]) == len(said["language"]["months_short"]) == 12


def test_every_text_that_the_code_asks_for_is_there_and_none_is_left_over() -> None:
    """Keys are written out where they are said, in a table, or made of a range's field."""
    known = catalogue("en")["text"].keys()
    asked: set[str] = set()
    literals: set[str] = set()
    for file in Path(cards.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="say") | ast.Attribute(attr="say"),
                    args=[ast.Constant(value=str(key)), *_],
                ):
                    asked.add(key)
                case ast.Constant(value=str(text)):
                    literals.add(text)
    assert asked <= known
    ranges = {f"range_{field}" for fields in DOSE_FIELDS.values() for field in fields}
    ranges |= {"range_holds", "range_up_s", "range_down_s", "range_knee_bend_deg"}
    assert ranges <= known
    assert known - asked - literals - ranges == set()


def test_numbers_and_dates_go_by_the_language() -> None:
    day = date(2026, 3, 2)
    assert (ENGLISH.number(2.5), GERMAN.number(2.5), GERMAN.number(3.0)) == ("2.5", "2,5", "3")
    assert (ENGLISH.date(day), GERMAN.date(day)) == ("2 March 2026", "2. März 2026")
    assert (ENGLISH.date(day, short=True), GERMAN.date(day, short=True)) == ("2 Mar", "2. März")


def test_english_loads_read_as_in_the_window() -> None:
    for units in bounds.UNITS:
        load = Load(kg=11.34, implement="dumbbells")
        assert ENGLISH.load(load, units) == load_in_english(load, units)


def test_a_german_card_is_german_throughout() -> None:
    plan = set_entry(
        a_week(), "e1", load=Load(kg=12.5, implement="pack"), tempo=Tempo(up_s=3, down_s=2.5)
    )
    text = letters_of(printed(plan, CardOptions("a4", 1, language="de")))
    for said in (
        "Woche1·Montag",
        "2.März2026",
        "WadenhebenmitgebeugtemKnie",
        "12,5kgRucksack",
        "Knie25°gebeugt",
        "3shoch",
        "2,5sab",
        "Schmerz,0keinerbis10stärkster",
        "jeBein",
        "Erholungstag",
    ):
        assert said in text, said
    for foreign in ("Week", "Monday", "each", "Notes", "Pain", "rest", "Training day", "Stand"):
        assert foreign.replace(" ", "") not in text, foreign


def test_an_own_exercise_is_said_as_it_was_typed() -> None:
    plan = plan_with_own(name="Box jump", how_to=("Jump.",), cue="Land softly.")
    exercise = GUIDE.exercises_of(plan)["own"]
    assert exercise.figure == CUSTOM
    assert GERMAN.exercise(exercise) == ENGLISH.exercise(exercise)


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"language: expected one of .*en.*, found 'xx'"):
        wording(resources(), "xx")


def test_a_third_language_is_one_file_more(tmp_path: Path) -> None:
    for folder in ("fonts", "figures", FOLDER):
        shutil.copytree(resources() / folder, tmp_path / folder)
    said = (tmp_path / FOLDER / "de.toml").read_text(encoding="utf-8")
    for german, made_up in (("Deutsch", "Made up"), ("Woche {", "Huit {"), ("Wadenheben", "Oppa")):
        assert german in said
        said = said.replace(german, made_up)
    (tmp_path / FOLDER / "eo.toml").write_text(said, encoding="utf-8")
    assert languages(tmp_path) == [*CODES, "eo"]
    assert wording(tmp_path, "eo").name == "Made up"
    for layout in LAYOUTS:
        options = CardOptions("a4", 1, layout, language="eo")
        text = letters_of(make_cards(a_week(), GUIDE, tmp_path, options))
        assert "Woche" not in text
        assert "Huit1" in text or layout == "coach"
        assert "OppamitgebeugtemKnie" in text or layout in ("overview", "coach")
