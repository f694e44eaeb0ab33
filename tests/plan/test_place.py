"""Places are named, found and dated."""

from __future__ import annotations

from datetime import date

import pytest

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.model import new_plan
from soleus_desktop.plan.place import Place, Slot, date_of, find_entry
from tests.build import plan_of


def test_a_place_in_words_and_as_the_file_writes_it() -> None:
    assert (Place().label, Place().day_key) == ("Whole plan", None)
    assert (Place(1).label, Place(1).day_key) == ("Week 2", None)
    assert (Place(1, 4, "e3").label, Place(1, 4, "e3").day_key) == ("Week 2, Friday", "fri")


def test_an_entry_is_found_where_it_stands() -> None:
    plan = plan_of(["w1 tue: isometric-hold", "w3 sun race: uphill-walk; seated-calf-raise"])
    found = find_entry(plan, "e3")
    assert found is not None
    assert found == (Slot(2, 6, 1), plan.weeks[2].days[6].entries[1])
    assert find_entry(plan, "e4") is None


def test_days_have_dates_where_the_plan_has_a_start() -> None:
    dated = new_plan().replace(start="2026-12-28")
    assert date_of(dated, 0, 0) == date(2026, 12, 28)
    assert date_of(dated, 1, 6) == date(2027, 1, 10)
    assert date_of(new_plan(), 0, 0) is None


def test_no_day_of_a_plan_lies_past_the_calendar() -> None:
    last = new_plan(MAX_WEEKS).replace(start="9995-01-02")
    assert date_of(last, MAX_WEEKS - 1, 6) == date(9999, 12, 26)
    with pytest.raises(ValueError, match="start: expected"):
        last.replace(start="9999-12-27")
