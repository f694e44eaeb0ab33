"""The tables of hostile inputs are whole: every row of the table of trials has a case."""

from __future__ import annotations

from tests.hostile.table import TABLES, table

ROWS = range(1, 113)


def test_every_row_has_a_case() -> None:
    sections = [section for name in TABLES for section in table(name).values()]
    assert {case["row"] for section in sections for case in section} == set(ROWS)


def test_every_case_has_a_name_of_its_own() -> None:
    for section in (section for name in TABLES for section in table(name).values()):
        names = [(case["row"], case["name"]) for case in section]
        assert len(set(names)) == len(names)
        assert all(name for _, name in names)
