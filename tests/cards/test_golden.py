"""Pages by text and place, as they were looked at: a change of the look has to be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cards.golden import CASES, kept, read_case

NEAR = 2.0
"""Points that a place may be off: what a reader rounds and a release of ReportLab may move."""

GOLDEN = kept()


def test_every_case_is_kept() -> None:
    assert GOLDEN.keys() == CASES.keys()


@pytest.mark.parametrize("name", CASES)
def test_golden_pages(name: str, tmp_path: Path) -> None:
    pages = read_case(name, tmp_path)
    assert [[line.text for line in page] for page in pages] == [
        [line.text for line in page] for page in GOLDEN[name]
    ]
    for page, golden in zip(pages, GOLDEN[name], strict=True):
        for line, place in zip(page, golden, strict=True):
            assert line[:2] == pytest.approx(place[:2], abs=NEAR), line.text
