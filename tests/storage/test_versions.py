"""Which versions stay, over a year of saving; the newest one always does."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.versions import (
    MOST_BYTES,
    RECENT,
    Version,
    keep_version,
    key_of,
    to_remove,
    versions,
)

BEGIN = datetime(2026, 1, 5, 9, tzinfo=UTC)


def year(a_day: int, size: int = 1000) -> tuple[list[Version], datetime]:
    """What is left after saving so often on each of 366 days, thinned out at every save."""
    there: list[Version] = []
    now = BEGIN
    for day in range(366):
        for save in range(a_day):
            now = BEGIN + timedelta(days=day, hours=save)
            there.append(Version(now, size, Path(f"{now:%Y%m%dT%H%M}")))
            gone = to_remove(there, now)
            there = [version for version in there if version not in gone]
    return there, now


@pytest.mark.parametrize("a_day", [1, 3])
def test_a_year_of_saving(a_day: int) -> None:
    there, now = year(a_day)
    ages = [now - version.at for version in there]
    assert sum(age <= RECENT for age in ages) == 2 * a_day + 1
    assert len(there) <= 2 * a_day + 1 + 12 + 10 + 9
    days = {version.at.date() for version in there}
    assert all((now - timedelta(days=back)).date() in days for back in range(14))
    for weeks in range(3, 11):
        assert any(
            timedelta(weeks=weeks - 1.1) <= age <= timedelta(weeks=weeks + 1.1) for age in ages
        )
    assert max(ages) > timedelta(days=250)
    assert min(ages) == timedelta(0)


def test_at_most_so_many_bytes_but_always_the_newest() -> None:
    there, now = year(1, MOST_BYTES // 5)
    assert sum(version.size for version in there) <= MOST_BYTES
    assert there[-1].at == now
    huge = Version(BEGIN, 2 * MOST_BYTES, Path("huge"))
    assert to_remove([huge], BEGIN + timedelta(days=4000)) == []


@given(
    st.lists(
        st.tuples(st.datetimes(datetime(2020, 1, 1), datetime(2027, 1, 1)), st.integers(0, 10**8)),
        unique_by=lambda pair: pair[0],
        min_size=1,
    )
)
def test_the_newest_always_stays_and_nothing_is_removed_twice(
    pairs: list[tuple[datetime, int]],
) -> None:
    there = [Version(at.replace(tzinfo=UTC), size, Path(str(at))) for at, size in pairs]
    now = datetime(2027, 1, 1, tzinfo=UTC)
    gone = to_remove(there, now)
    assert max(there) not in gone
    left = [version for version in there if version not in gone]
    assert len(left) <= sum(version.at >= now - RECENT for version in there) + 12 + 10 + 9 + 1
    assert to_remove(left, now) == []


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    now = BEGIN
    for data in (b"one", b"one", b"two", b"one"):
        keep_version(tmp_path, "key", data, now)  # within one moment
    there = versions(tmp_path, "key")
    assert [version.path.read_bytes() for version in there] == [b"one", b"two", b"one"]
    assert there == sorted(there, reverse=True)
    assert versions(tmp_path, "another") == []
    (tmp_path / "key" / "notes.txt").write_text("not ours")
    assert len(versions(tmp_path, "key")) == 3


def test_a_plan_with_an_id_is_found_again_where_it_was_moved_to(tmp_path: Path) -> None:
    named, unnamed = new_plan().replace(id="p1"), new_plan()
    assert key_of(named, tmp_path / "a") == key_of(named, tmp_path / "b")
    assert key_of(unnamed, tmp_path / "a") != key_of(unnamed, tmp_path / "b")
    (tmp_path / "link").symlink_to(tmp_path / "a")
    assert key_of(unnamed, tmp_path / "link") == key_of(unnamed, tmp_path / "a")
