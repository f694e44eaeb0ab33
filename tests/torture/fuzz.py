"""Plan files mutated at random: the loader refuses in words or opens; nothing else, and quickly."""

from __future__ import annotations

import json
import random
import resource
import time
from copy import deepcopy
from typing import Any

from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from tests.build import GUIDE
from tests.torture.trial import SAMPLES, Broken, Outcome

SLOWEST_S = 1.0
MOST_MB = 500
PIECES = (
    *(b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\n", b"\0", b"null", b"true", b"-"),
    *(b"NaN", b"Infinity", b"1e999", b"-0.0", b"1e3", b"3.5", b"99999999999999999999", b"07"),
    *(b'"\\ud800"', b'"\\u0000"', b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae"),
    *(b'"extra": {"a": [1]}, ', b'"weeks": [], ', b'"id": "e1", ', b'"dose": null, ', b"[" * 99),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 3, 3.0, 2.5, 1e300, 10**30, "", "x", "e1", "reps", "\x7f"),
    *([], {}, [[]], {"type": "reps"}, {"a": {"b": [None]}}, "mon", "2026-03-02", "x" * 20_000),
)


def plan_files(times: int, seed: int) -> Outcome:
    """Mutate sample plans by bytes and by their tree, and open what comes of it."""
    chance = random.Random(seed)
    seeds = [path.read_bytes() for path in sorted(SAMPLES.glob("*.soleus"))]
    opened, slowest = 0, 0.0
    for number in range(times):
        source = chance.choice(seeds)
        data = _by_tree(source, chance) if number % 2 else _by_bytes(source, chance)
        begin = time.perf_counter()
        opened += _opens(data)
        slowest = max(slowest, time.perf_counter() - begin)
        if slowest > SLOWEST_S:
            raise Broken(f"{slowest:.2f} s for {data[:200]!r}")
    most_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if most_mb > MOST_MB:
        raise Broken(f"{most_mb:.0f} MB were used")
    seen = {"opened": opened, "slowest s": round(slowest, 3), "most MB": round(most_mb)}
    return Outcome(times, {**seen, "other exceptions": 0})


def mutated(source: bytes, chance: random.Random) -> bytes:
    """Return a plan file that was changed by chance, by bytes or by its tree."""
    return chance.choice((_by_bytes, _by_tree))(source, chance)


def _opens(data: bytes) -> bool:
    try:
        plan = read_plan(data, GUIDE)
    except PlanFileError as error:
        if not str(error).strip() or len(str(error)) > 2000:
            raise Broken(f"it does not say what is wrong: {str(error)[:200]!r}") from error
        return False
    except Exception as error:
        raise Broken(f"{type(error).__name__}: {error} at {data[:400]!r}") from error
    if read_plan(plan_bytes(plan), GUIDE) != plan:
        raise Broken(f"it does not come back as it was: {data[:400]!r}")
    return True


def _by_bytes(source: bytes, chance: random.Random) -> bytes:
    data = bytearray(source)
    for _ in range(chance.choice((1, 1, 2, 8))):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(5):
            case 0:
                data[at : at + chance.randrange(40)] = b""
            case 1:
                data[at:at] = chance.choice(PIECES)
            case 2:
                data[at : at + 1] = chance.randbytes(1)
            case 3:
                data[at:at] = data[chance.randrange(len(data) + 1) :][: chance.randrange(200)]
            case _:
                del data[at:]
        if not data:
            break
    return bytes(data)


def _by_tree(source: bytes, chance: random.Random) -> bytes:
    tree = json.loads(source)
    for _ in range(chance.choice((1, 1, 2, 5))):
        place = _somewhere(tree, chance)
        keys = list(range(len(place))) if isinstance(place, list) else list(place)
        if not keys:
            continue
        key = chance.choice(keys)
        match chance.randrange(4):
            case 0:
                del place[key]
            case 1:
                place[key] = deepcopy(chance.choice(VALUES))  # it may be changed in its turn
            case 2 if isinstance(place, dict):
                place[chance.choice(("extra", "", "weeks", "id", "x" * 300))] = place[key]
            case _:
                place[key] = [place[key]]
    return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _somewhere(tree: Any, chance: random.Random) -> Any:
    """Go down the tree at random; return an object or a list in it."""
    while True:
        values = list(tree.values()) if isinstance(tree, dict) else tree
        inner = [value for value in values if isinstance(value, dict | list) and value]
        if not inner or chance.random() < 0.2:
            return tree
        tree = chance.choice(inner)
