"""Kill -9 at random moments: of saves, journals, recoveries, upgrades, rotations and exports."""

from __future__ import annotations

import json
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from unittest.mock import patch

from soleus_desktop.plan.edits import set_week
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import LEFT_OVER, STALE_S, sweep, write_file
from soleus_desktop.storage.plan_file import load_plan, open_plan, plan_bytes, save_plan
from soleus_desktop.storage.recovery.journal import Journal
from soleus_desktop.storage.recovery.recovered import left_behind
from soleus_desktop.storage.saving import save_and_keep
from soleus_desktop.storage.upgrades import STEPS, Tree
from soleus_desktop.storage.versions import keep_version, versions
from tests.build import GUIDE
from tests.torture.trial import SAMPLES, Broken, Outcome, killed

Acknowledge = Callable[[int], None]
ENOUGH = 50


def plan_number(number: int) -> Plan:
    """A plan that says which it is, twice."""
    plan = open_plan(SAMPLES / "clean.soleus", GUIDE)
    return set_week(plan.replace(title=f"Plan {number}"), 1, note=f"{number}")


def _some(done: int, tried: int) -> int:
    """Return how much was done before all the kills; none at all has tried nothing."""
    if not done and tried >= ENOUGH:
        raise Broken(f"nothing was done before any of {tried} kills")
    return done


def number_of(plan: Plan) -> int:
    number = int(plan.title.removeprefix("Plan "))
    if plan != plan_number(number):
        raise Broken(f"plan {number} is not what was saved")
    return number


def _swept(folder: Path) -> int:
    """Count what killed saves left, and see that the next start sweeps it once it is old."""
    left = [path for path in folder.iterdir() if LEFT_OVER.fullmatch(path.name)]
    for path in left:
        stamp = datetime.now().timestamp() - STALE_S - 1
        os.utime(path, (stamp, stamp))
    if sweep(folder) != len(left):
        raise Broken("what a killed save left was not swept")
    return len(left)


def saves(times: int, seed: int) -> Outcome:
    """Save again and again until killed: the file is whole, and not older than acknowledged."""
    chance, left, done = random.Random(seed), 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file, last = folder / "plan.soleus", 0
        save_plan(plan_number(0), file, GUIDE)
        for _ in range(times):

            def work(acknowledge: Acknowledge, begin: int = last) -> None:
                for number in count(begin + 1):
                    save_plan(plan_number(number), file, GUIDE)
                    acknowledge(number)

            acknowledged = killed(work, chance)
            found = number_of(open_plan(file, GUIDE))
            if found < max(acknowledged, last):
                raise Broken(f"plan {acknowledged} was acknowledged, plan {found} is there")
            done += found - last
            last = found
            left += _swept(folder)
            if sorted(path.name for path in folder.iterdir()) != [file.name]:
                raise Broken(f"strange files: {list(folder.iterdir())}")
    return Outcome(times, {"saves done": _some(done, times), "lost": 0, "leftovers swept": left})


def journals(times: int, seed: int) -> Outcome:
    """Note edits until killed: those that were flushed are recovered."""
    chance, recovered = random.Random(seed), 0
    plan_number(0)  # else each child has to build the reader first, and gets to nothing
    for _ in range(times):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)

            def work(acknowledge: Acknowledge, folder: Path = folder) -> None:
                journal = Journal(folder, lambda sentence: None)
                for number in count(1):
                    journal.note(f"{number}", plan_number(number - 1), plan_number(number), None)
                    if number % 3 == 0:
                        journal.flush()
                        acknowledge(number)

            acknowledged = killed(work, chance)
            found = left_behind(folder, GUIDE)
            number = number_of(found[0].plan) if found else 0
            if number < acknowledged or len(found) > 1:
                raise Broken(f"edit {acknowledged} was flushed, edit {number} is recovered")
            recovered += number
    return Outcome(times, {"edits recovered": _some(recovered, times), "lost": 0})


def recoveries(times: int, seed: int) -> Outcome:
    """Recover what a crash left, save it, drop the journal, until killed: the plan is there."""
    chance, from_journal = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as name:
        crashed = Path(name) / "crashed"
        journal = Journal(crashed, lambda sentence: None)
        journal.note("7", plan_number(6), plan_number(7), None)
        journal.close()
        for trial in range(times):
            folder = Path(name) / f"{trial}"
            shutil.copytree(crashed, folder)
            file = folder / "recovered.soleus"

            def work(acknowledge: Acknowledge, folder: Path = folder, file: Path = file) -> None:
                (found,) = left_behind(folder, GUIDE)
                going_on = Journal(folder, lambda sentence: None)
                going_on.note("Recover", plan_number(0), found.plan, None)
                going_on.flush()
                found.path.unlink()
                save_plan(found.plan, file, GUIDE)
                going_on.drop()
                going_on.flush()
                acknowledge(1)
                while True:
                    time.sleep(1)

            saved = killed(work, chance) == 1
            there = [number_of(one.plan) for one in left_behind(folder, GUIDE)]
            there += [number_of(open_plan(file, GUIDE))] if file.exists() else []
            if not there or set(there) != {7}:
                raise Broken(f"the recovered plan is gone: {there}")
            from_journal += not saved
            shutil.rmtree(folder)
    return Outcome(times, {"killed before it was saved": from_journal, "lost": 0})


def rotations(times: int, seed: int) -> Outcome:
    """Keep versions, an hour apart, until killed: the newest is there, and each is whole."""
    chance, most = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as name:
        folder, begin, last = Path(name), datetime(2026, 1, 1, tzinfo=UTC), 0
        plan_number(0)  # as above
        for _ in range(times):

            def work(acknowledge: Acknowledge, first: int = last) -> None:
                for number in count(first + 1):
                    at = begin + timedelta(hours=number)
                    keep_version(folder, "key", plan_bytes(plan_number(number)), at)
                    acknowledge(number)

            acknowledged = killed(work, chance)
            numbers = [number_of(open_plan(one.path, GUIDE)) for one in versions(folder, "key")]
            if numbers != sorted(numbers, reverse=True) or max(numbers, default=0) < acknowledged:
                raise Broken(f"version {acknowledged} was kept, there are {numbers[:5]}")
            last, most = max(numbers, default=0), max(most, len(numbers))
    made = _some(last, times)
    return Outcome(times, {"versions made": made, "kept at most": most, "lost": 0})


def an_older_format(number: int) -> bytes:
    """A plan file of a format before the first, as `upgrading` knows it: a title was a name."""
    tree = json.loads(plan_bytes(plan_number(number)))
    return json.dumps(tree | {"version": 0, "name": tree.pop("title")}).encode()


def upgrading() -> AbstractContextManager[object]:
    """Let plans of that format be read."""

    def step(tree: Tree) -> Tree:
        return {"title" if key == "name" else key: value for key, value in tree.items()}

    return patch.dict(STEPS, {0: step})


def upgrades(times: int, seed: int) -> Outcome:
    """Open a file of an older format and save it, until killed: it holds the old plan or the new.

    Opening writes nothing, and once the new one is there the old file is among the versions.
    """
    chance, upgraded = random.Random(seed), 0
    old = an_older_format(7)
    with tempfile.TemporaryDirectory() as name, upgrading():
        for trial in range(times):
            folder = Path(name) / f"{trial}"
            folder.mkdir()
            file, kept = folder / "plan.soleus", folder / "versions"
            file.write_bytes(old)

            def work(acknowledge: Acknowledge, file: Path = file, kept: Path = kept) -> None:
                found = load_plan(file, GUIDE)
                if file.read_bytes() != old:
                    raise Broken("opening has written")
                save_and_keep(found.plan, file, GUIDE, found.digest, kept)
                acknowledge(1)
                while True:
                    time.sleep(1)

            saved = killed(work, chance) == 1
            there = file.read_bytes()
            if there not in (old, plan_bytes(plan_number(7))):
                raise Broken("the file is neither the old one nor the new one")
            before = [path.read_bytes() for path in kept.glob("*/*.soleus")]
            if saved and (there == old or old not in before):
                raise Broken(
                    "the new file was acknowledged and is not there, or the old one is gone"
                )
            upgraded += there != old
            _swept(folder)
            shutil.rmtree(folder)
    return Outcome(times, {"upgraded": _some(upgraded, times), "lost": 0})


def exports(times: int, seed: int) -> Outcome:
    """Print cards until killed: the PDF is an old one or a new one, whole."""
    from soleus_desktop.cards.make import make_cards
    from soleus_desktop.cards.options import CardOptions

    resources = SAMPLES.parents[1] / "resources"
    chance, done = random.Random(seed), 0
    printed = [
        make_cards(plan_number(number), GUIDE, resources, CardOptions()).data for number in range(2)
    ]
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "cards.pdf"
        write_file(file, printed[0])
        for _ in range(times):

            def work(acknowledge: Acknowledge) -> None:
                for number in count(1):
                    write_file(file, printed[number % 2])
                    acknowledge(number)

            done += max(killed(work, chance), 0)
            if file.read_bytes() not in printed:
                raise Broken("the PDF is torn")
            _swept(file.parent)
    return Outcome(times, {"PDFs written": _some(done, times), "torn": 0})
