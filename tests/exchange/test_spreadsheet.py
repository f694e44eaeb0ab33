"""A plan goes through a spreadsheet and comes back; what people make of one is reported."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.exchange.spreadsheet import COLUMNS, spreadsheet
from soleus_desktop.exchange.spreadsheet_reader import NotASpreadsheet, read_spreadsheet
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Day, Entry, Plan, Reps, Week
from tests.build import GUIDE
from tests.strategies import plans


def bare(plan: Plan) -> tuple[Week, ...]:
    """What a spreadsheet holds of a plan's weeks: all but ids and unknown keys."""

    def entry(old: Entry) -> Entry:
        dose = replace(old.dose, extra=())
        tempo = old.tempo and replace(old.tempo, extra=())
        load = old.load and replace(old.load, extra=())
        return replace(old, id="", extra=(), dose=dose, tempo=tempo, load=load)

    return tuple(
        replace(
            week,
            extra=(),
            days=tuple(
                replace(day, extra=(), entries=tuple(map(entry, day.entries))) for day in week.days
            ),
        )
        for week in plan.weeks
    )


@given(plans())
def test_the_weeks_come_back_as_they_were(plan: Plan) -> None:
    few = tuple(  # a row a set: a thousand sets say no more than nine
        replace(
            week,
            days=tuple(
                replace(
                    day,
                    entries=tuple(
                        replace(e, dose=replace(e.dose, sets=min(e.dose.sets, 9)))
                        if hasattr(e.dose, "sets")
                        else e
                        for e in day.entries
                        if e.exercise in GUIDE.exercises
                    ),
                )
                for day in week.days
            ),
        )
        for week in plan.weeks
    )
    plan = replace(plan, weeks=few, exercises=())
    found = read_spreadsheet(spreadsheet(plan, GUIDE.exercises), GUIDE)
    assert bare(found.plan) == (bare(plan) or (Week(),))
    assert found.problems == ()


BEGINS = (*"=+-@\uff1d\uff0b\uff0d\uff20", "\t", "\n")


@given(st.text("'=+-@\uff1d;\t\n,\"a"))
def test_no_cell_is_a_formula_wherever_it_is_broken(typed: str) -> None:
    """Also where a semicolon or a tab is between cells, and a quotation mark holds nothing."""
    plan = Plan(weeks=(Week(label="x", note=typed),))
    data = spreadsheet(plan, GUIDE.exercises)
    text = data.decode("utf-8-sig")
    for mark in ";\t":
        for line in text.splitlines():
            assert not any(cell.startswith(tuple(BEGINS[:-2])) for cell in line.split(mark))
    assert read_spreadsheet(data, GUIDE).plan.weeks[0].note == typed


def test_no_cell_is_a_formula(guide: Guide) -> None:
    texts = ("=1+1", "@SUM(A1)", "-2", "+4", "\tx", "'=1", "''", "'", "fine")
    days = tuple(Day(kind="training", note=text) for text in texts[:7])
    plan = Plan(weeks=(Week(label="=cmd", days=days), Week(label=texts[7]), Week(label=texts[8])))
    data = spreadsheet(plan, guide.exercises)
    for row in csv.reader(StringIO(data.decode("utf-8-sig"), newline="")):
        assert not any(cell.startswith(BEGINS) for cell in row)
    back = read_spreadsheet(data, guide).plan
    assert [day.note for day in back.weeks[0].days] == list(texts[:7])
    assert [week.label for week in back.weeks] == ["=cmd", "'", "fine"]


def test_a_spreadsheet_as_people_make_them(guide: Guide) -> None:
    data = (
        b"Week;Day;Exercise;set;reps;load_kg;colour\r\n"
        b"1;Monday;Soleus raise;1;15;;red\r\n"
        b"1;Monday;Soleus raise;2;15;;\r\n"
        b"1;Monday;Soleus raise;3;12;;\r\n"
        b"2;3;seated calf raise;1;20;12,5;\r\n"
        b"2;3;Ballerina;;many;;\r\n"
        b"0;mon;Soleus raise;1;15;;\r\n"
    )
    plan, problems = read_spreadsheet(data, guide, "From a sheet")
    first = plan.weeks[0].days[0]
    assert [entry.dose for entry in first.entries] == [Reps(sets=2, reps=15), Reps(sets=1, reps=12)]
    assert first.kind == "training"
    seated, own = plan.weeks[1].days[2].entries
    assert seated.load is not None
    assert (seated.load.kg, seated.load.implement) == (12.5, "barbell")
    assert (plan.exercises[0].name, own.exercise) == ("Ballerina", "Ballerina")
    assert problems == (
        "columns that mean nothing here: colour",
        "row 7: week is none from 1 to 260",
        "row 2: its sets differ, so they became several exercises of the day",
        "row 5: no implement for the load, so barbell is taken",
        "row 6: 'Ballerina' is not in the guide; it became an exercise of the plan's own",
        "row 6: reps is no number: 'many'",
        "row 6: no reps, so 12 is taken",
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no column week, day, exercise"),
        (b"week,day\n1,mon\n", "no column exercise"),
        (b"week,day,exercise\n\xff\xfa", "UTF-8"),
        (b'week,day,exercise\n1,mon,"x', "line 2"),
        (b"week,day,exercise\n" + b"a" * 140_000, "line 2"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_in_words(guide: Guide, data: bytes, why: str) -> None:
    with pytest.raises(NotASpreadsheet, match=why):
        read_spreadsheet(data, guide)


def test_a_number_out_of_bounds_is_said_and_left(guide: Guide) -> None:
    data = b"week,day,exercise,reps,rest_s\n1,mon,bent-knee-calf-raise,5000,-3\n"
    plan, problems = read_spreadsheet(data, guide)
    entry = plan.weeks[0].days[0].entries[0]
    assert (entry.dose, entry.rest_s) == (Reps(sets=1, reps=12), 60)
    assert len(problems) == 2
    assert all("expected" in problem for problem in problems)


def test_a_file_of_only_a_heading_is_an_empty_plan(guide: Guide) -> None:
    assert read_spreadsheet(",".join(COLUMNS).encode(), guide).plan.weeks == (Week(),)
