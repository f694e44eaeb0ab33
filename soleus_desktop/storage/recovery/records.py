"""The records of a journal: length, checksum, and what was done, one after another.

A record that is cut short, or whose checksum is another's, ends the journal: what stands before it
counts. A length of 0 is no record, or a tail of zeros would be one (its checksum is 0 as well).
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple
from zlib import crc32

from soleus_desktop.plan.model import Plan, Week
from soleus_desktop.storage.writer import plan_bytes

MAGIC = b"SOLEUSJ1"
_HEAD = struct.Struct("<II")
MAX_RECORD = 1 << 26


class Record(NamedTuple):
    """What is known of a step, and a plan file that holds the weeks it changed."""

    known: dict[str, Any]
    plan: bytes


def encoded(known: dict[str, Any], plan: bytes) -> bytes:
    """Return a record as it is written."""
    payload = json.dumps(known).encode("ascii") + b"\n" + plan
    return _HEAD.pack(len(payload), crc32(payload)) + payload


def decoded(data: bytes) -> Iterator[Record]:
    """Yield the whole records of a journal, up to the first that is none."""
    at = len(MAGIC)
    if data[:at] != MAGIC:
        return
    while len(data) >= at + _HEAD.size:
        length, checksum = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        payload = data[at : at + length]
        if not 0 < length <= MAX_RECORD or len(payload) < length or crc32(payload) != checksum:
            return
        known, _, plan = payload.partition(b"\n")
        try:
            read = json.loads(known)
        except (ValueError, RecursionError):
            return
        if not isinstance(read, dict):
            return
        yield Record(read, plan)
        at += length


def step(before: Plan, after: Plan) -> tuple[list[Any], bytes]:
    """Return how the weeks of `after` are had from `before`, and the plan with the new ones alone.

    Of the weeks it is said, in their order, ``[first, count]`` for a run that was there already
    (weeks are compared by identity, which edits keep) and a number for so many of the new ones.
    """
    place = {id(week): number for number, week in enumerate(before.weeks)}
    said: list[Any] = []
    new: list[Week] = []
    for week in after.weeks:
        number = place.get(id(week))
        last = said[-1] if said else None
        if number is None:
            new.append(week)
            if isinstance(last, int):
                said[-1] = last + 1
            else:
                said.append(1)
        elif isinstance(last, list) and sum(last) == number:
            last[1] += 1
        else:
            said.append([number, 1])
    return said, plan_bytes(after.replace(weeks=tuple(new)))
