"""Whatever is noted is there after a crash, and what is torn is never taken for a plan."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.edits import duplicate_week, insert_week, set_week
from soleus_desktop.plan.model import Plan, Week, new_plan
from soleus_desktop.storage.plan_file import open_plan, plan_bytes
from soleus_desktop.storage.recovery.journal import Journal
from soleus_desktop.storage.recovery.records import MAGIC, decoded, encoded, step
from soleus_desktop.storage.recovery.recovered import (
    discard,
    empty_bin,
    left_behind,
    read_journal,
)
from tests.build import GUIDE
from tests.strategies import plans

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
NOWHERE = None


def no_trouble(sentence: str) -> None:
    raise AssertionError(sentence)


def noted(folder: Path, *versions: Plan) -> Path:
    """Return the journal of a program that went through these versions and then was gone."""
    journal = Journal(folder, no_trouble)
    for number, (before, after) in enumerate(pairwise(versions), 1):
        journal.note(f"Edit {number}", before, after, NOWHERE)
    assert journal.flush()
    assert journal.path is not None
    path = journal.path
    journal.close()
    return path


def some_versions(plan: Plan) -> list[Plan]:
    one = set_week(plan, 0, label="A new name")
    two = duplicate_week(one, 0)
    three = insert_week(two, 1, Week(note="Put in"))
    return [plan, one, two, three, three.replace(weeks=tuple(reversed(three.weeks)))]


@pytest.fixture
def clean(guide: Guide) -> Plan:
    return open_plan(SAMPLES / "clean.soleus", guide)


def test_what_was_noted_is_recovered(guide: Guide, clean: Plan, tmp_path: Path) -> None:
    versions = some_versions(clean)
    noted(tmp_path, *versions)
    (found,) = left_behind(tmp_path, guide)
    assert (found.plan, found.edits, found.last) == (versions[-1], 4, "Edit 4")
    assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=1)


@given(plans(), st.data())
def test_weeks_are_written_once(plan: Plan, data: st.DataObject) -> None:
    picked = data.draw(
        st.lists(st.sampled_from(range(len(plan.weeks)))) if plan.weeks else st.just([])
    )
    after = plan.replace(weeks=tuple(plan.weeks[number] for number in picked))
    said, body = step(plan, after)
    assert b'"weeks": []' in body
    assert sum(run[1] for run in said) == len(picked)


def test_of_a_year_an_edit_writes_one_week(clean: Plan, guide: Guide, tmp_path: Path) -> None:
    plan = new_plan(1).replace(weeks=clean.weeks[:1])
    for _ in range(51):
        plan = duplicate_week(plan, 0)
    size = len(plan_bytes(plan))
    path = noted(tmp_path, plan, *(set_week(plan, 9, note=f"note {n}") for n in range(20)))
    assert path.stat().st_size < 2 * size
    recovered = read_journal(path, guide)
    assert recovered is not None
    assert recovered.plan.weeks[9].note == "note 19"


def test_every_torn_end_gives_what_is_before_it(guide: Guide, clean: Plan, tmp_path: Path) -> None:
    versions = some_versions(clean)
    data = noted(tmp_path, *versions).read_bytes()
    torn, chance = tmp_path / "torn.journal", random.Random(1)
    ends = sorted({0, 1, len(data) - 1, *chance.sample(range(len(data)), 60)})
    for end in ends:
        for tail in (b"", b"\0" * 64, chance.randbytes(9)):
            torn.write_bytes(data[:end] + tail)
            found = read_journal(torn, guide)
            whole = max(len(list(decoded(data[:end]))) - 1, 0)
            assert (found is None) == (whole == 0)
            assert found is None or found.plan == versions[whole]


def test_a_flipped_bit_is_never_a_plan(guide: Guide, clean: Plan, tmp_path: Path) -> None:
    versions = some_versions(clean)
    data = noted(tmp_path, *versions).read_bytes()
    file, chance = tmp_path / "flipped.journal", random.Random(2)
    for _ in range(100):
        broken = bytearray(data)
        broken[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(broken))
        found = read_journal(file, guide)
        assert found is None or found.plan in versions


def test_a_record_that_makes_no_plan_is_passed_over(
    guide: Guide, clean: Plan, tmp_path: Path
) -> None:
    path = noted(tmp_path, *some_versions(clean)[:2])
    for weeks in ([[0, 99]], [["x"]], [[5, -1]], None, [300]):
        said = {"text": "odd", "weeks": weeks}
        path.write_bytes(path.read_bytes() + encoded(said, plan_bytes(new_plan(0))))
        found = read_journal(path, guide)
        assert found is not None
        if weeks != [300]:
            assert found.plan == some_versions(clean)[1]


def test_an_empty_or_foreign_journal_is_put_into_the_bin(guide: Guide, tmp_path: Path) -> None:
    for name, data in (
        ("empty", b""),
        ("magic", MAGIC),
        ("zeros", MAGIC + b"\0" * 99),
        ("base", MAGIC + encoded({"file": ""}, plan_bytes(new_plan()))),
        ("foreign", b"PK\3\4" * 99),
    ):
        (tmp_path / f"{name}.journal").write_bytes(data)
    assert left_behind(tmp_path, guide) == []
    assert len(list((tmp_path / "bin").iterdir())) == 5


def test_the_bin_keeps_for_thirty_days(guide: Guide, clean: Plan, tmp_path: Path) -> None:
    discard(noted(tmp_path, *some_versions(clean)))
    assert left_behind(tmp_path, guide) == []
    now = datetime.now(UTC)
    empty_bin(tmp_path, now + timedelta(days=29))
    (kept,) = (tmp_path / "bin").iterdir()
    assert read_journal(kept, guide) is not None
    empty_bin(tmp_path, now + timedelta(days=31))
    assert list((tmp_path / "bin").iterdir()) == []


def test_a_saved_plan_leaves_no_journal(clean: Plan, tmp_path: Path) -> None:
    journal = Journal(tmp_path, no_trouble)
    before, after, *_ = some_versions(clean)
    journal.note("Edit", before, after, tmp_path / "plan.soleus")
    journal.drop()
    journal.flush()
    assert list(tmp_path.iterdir()) == []
    journal.note("Edit", before, after, None)
    journal.drop(into=discard)
    journal.flush()
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]
    journal.close()


def test_the_journal_of_a_living_program_is_left_alone(
    guide: Guide, clean: Plan, tmp_path: Path
) -> None:
    journal = Journal(tmp_path, no_trouble)
    before, after, *_ = some_versions(clean)
    journal.note("Edit", before, after, None)
    journal.flush()
    assert left_behind(tmp_path, guide) == []
    journal.close()
    assert len(left_behind(tmp_path, guide)) == 1


def test_trouble_is_said_once_and_it_goes_on_when_it_can(
    guide: Guide, clean: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    journal = Journal(tmp_path, said.append)
    versions, write = some_versions(clean), os.write

    def full(file: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    for before, after in pairwise(versions[:3]):
        journal.note("Edit", before, after, None)
    journal.flush()
    assert said == [
        "Changes are not being kept for the case of a crash (the disk is full). Save soon."
    ]
    monkeypatch.setattr(os, "write", write)
    journal.note("Edit", versions[2], versions[3], None)
    journal.flush()
    journal.close()
    assert [one.plan for one in left_behind(tmp_path, guide)] == [versions[3]]


WRITER = """
import sys
from pathlib import Path
from soleus_desktop.plan.edits import set_week
from soleus_desktop.plan.model import new_plan
from soleus_desktop.storage.recovery.journal import Journal
journal, plan = Journal(Path(sys.argv[1]), print), new_plan(4)
for number in range(100_000):
    after = set_week(plan, number % 4, note=str(number))
    journal.note(f"Edit {number}", plan, after, None)
    plan = after
    if number % 5 == 4:
        journal.flush()
        print(number, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("seed", range(3))
def test_a_killed_program_loses_nothing_that_was_flushed(
    guide: Guide, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    acknowledged = int(writer.stdout.readline())
    time.sleep(chance.random() * 0.3)
    writer.send_signal(signal.SIGKILL)
    rest = [int(line) for line in writer.stdout.read().splitlines() if line.endswith(("4", "9"))]
    writer.stdout.close()
    writer.wait()
    acknowledged = max([acknowledged, *rest])
    (found,) = left_behind(tmp_path, guide)
    assert found.edits >= acknowledged + 1
    notes = [int(week.note) for week in found.plan.weeks if week.note]
    assert max(notes) == found.edits - 1


def test_a_plan_of_the_guide_goes_through(tmp_path: Path) -> None:
    plan = new_plan(2)
    for exercise in GUIDE.exercises.values():
        day = plan.weeks[0].days[0]
        entry = exercise.entry(f"e{len(day.entries)}")
        days = (day.replace(entries=(*day.entries, entry)), *plan.weeks[0].days[1:])
        after = plan.replace(weeks=(plan.weeks[0].replace(days=days), plan.weeks[1]))
        path = noted(tmp_path, plan, after)
        found = read_journal(path, GUIDE)
        assert found is not None
        assert found.plan == after
        plan = after
