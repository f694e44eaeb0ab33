"""What is displaced is kept under a name that nobody else takes in the same moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from soleus_desktop.storage import placing
from soleus_desktop.storage.atomic import write_file
from soleus_desktop.storage.placing import digest_of

EXPECTED = digest_of(b"what was opened")


@pytest.mark.parametrize("swaps", [True, False])
def test_a_name_that_was_just_taken_is_left_to_who_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swaps: bool
) -> None:
    file, taken, free = (tmp_path / name for name in ("plan", "taken", "free"))
    file.write_bytes(b"theirs")
    taken.write_bytes(b"another's")
    names: Iterator[Path] = iter((taken, free))
    monkeypatch.setattr(placing, "_other_name", lambda target: next(names))
    if not swaps:
        monkeypatch.setattr(placing, "swap", lambda one, other: False)
    assert write_file(file, b"mine", EXPECTED) == free
    assert [path.read_bytes() for path in (file, taken, free)] == [b"mine", b"another's", b"theirs"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["free", "plan", "taken"]


@pytest.mark.parametrize("swaps", [True, False])
def test_a_disk_without_second_names_keeps_it_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swaps: bool
) -> None:
    file = tmp_path / "plan"
    file.write_bytes(b"theirs")
    monkeypatch.setattr(placing, "_link", lambda one, other: False)
    if not swaps:
        monkeypatch.setattr(placing, "swap", lambda one, other: False)
    kept = write_file(file, b"mine", EXPECTED)
    assert kept is not None
    assert (file.read_bytes(), kept.read_bytes()) == (b"mine", b"theirs")


def test_where_every_name_is_taken_it_stays_under_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, taken = tmp_path / "plan", tmp_path / "taken"
    file.write_bytes(b"theirs")
    taken.write_bytes(b"another's")
    monkeypatch.setattr(placing, "_other_name", lambda target: taken)
    kept = write_file(file, b"mine", EXPECTED)
    assert kept is not None
    assert kept.read_bytes() == b"theirs"
    assert taken.read_bytes() == b"another's"
