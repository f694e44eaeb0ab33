"""Plans that lie inside a PDF as attached files: where cards come from, their plan comes along.

This is no PDF reader. A PDF's streams stand openly in its file, whatever program wrote or rewrote
it, so attached plans are found by the name of their kind. The file is looked through once, from
its beginning to its end, and what is unpacked is bounded: a hostile file costs no more than a
long one.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from soleus_desktop.storage.problems import PlanFileError, Problem
from soleus_desktop.storage.syntax import MAX_BYTES

MEDIA_TYPE = "application/vnd.soleus.plan+json"
"""What the attached file is said to be; `cards.attach` writes it."""

MAX_PDF_BYTES = 128 * 2**20
MAX_PLANS = 200
MOST_LOOKED_AT = 2 * MAX_PLANS
MAX_UNPACKED_BYTES = 2 * MAX_BYTES
"""Of all plans in one PDF together."""

MAGIC_WITHIN = 1024
_MOST_HEAD = 4096
"""Bytes of a stream's dictionary: that of an attached file is far shorter."""

_KIND = re.compile(rb"/Subtype\s*/(?:application(?:#2[Ff]|/)vnd\.soleus\.plan(?:\+|#2[Bb])json)\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?=\s*[/>])")
_FILTER = re.compile(rb"/Filter\s*(?:/(\w+)|\[\s*((?:/\w+\s*)*)\])")
_LAST_WORD = re.compile(rb"\r?[\r\n]endstream")
_START = re.compile(rb"stream\r?\n")


def is_pdf(data: bytes) -> bool:
    """Tell whether a file begins as a PDF does, whatever its name; a plan begins with a brace."""
    head = data[:MAGIC_WITHIN]
    return b"%PDF-" in head and not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def plans_in(data: bytes) -> list[bytes]:
    """Return the plan files attached to a PDF, in the order in which they stand, each once.

    Raises PlanFileError where there are none, or more than a PDF of cards has.
    """
    if len(data) > MAX_PDF_BYTES:
        raise _refusal(f"the PDF is larger than {MAX_PDF_BYTES >> 20} MB")
    plans: dict[bytes, None] = {}
    room = MAX_UNPACKED_BYTES
    for packed, deflated in _streams(data):
        plan = _unpacked(packed, room) if deflated else packed
        room -= len(plan)
        plans[plan] = None
        if room < 0 or len(plans) > MAX_PLANS:
            raise _refusal("the PDF holds more attached plans than can be read")
    if not plans:
        raise _refusal("the PDF has no plan attached, so there is nothing to open in it")
    return list(plans)


def _streams(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield the streams whose kind is that of a plan, and whether each is deflated."""
    at = 0
    for _ in range(MOST_LOOKED_AT):
        found = _KIND.search(data, at)
        if not found:
            return
        begun = data.rfind(b" obj", max(at, found.start() - _MOST_HEAD), found.start())
        start = _START.search(data, found.end(), found.end() + _MOST_HEAD)
        if begun < 0 or start is None:
            at = found.end()
            continue
        head = data[begun : start.start()]
        end = _end(data, head, start.end())
        if end < 0:  # nor does any other stream end
            return
        filters = _FILTER.search(head)
        names = b" ".join(filter(None, filters.groups())) if filters else b""
        if (
            names.replace(b"/", b"").split() in ([], [b"FlateDecode"])
            and b"/DecodeParms" not in head
        ):
            yield data[start.end() : end], bool(names)
        at = end


def _end(data: bytes, head: bytes, start: int) -> int:
    """Return where a stream ends: where it says so if that is true, else at its last word.

    That stands on a line of its own, which a plan file that is not deflated cannot have.
    """
    said = _LENGTH.search(head)
    if said:
        end = start + int(said[1])
        if data[end : end + 12].lstrip(b"\r\n").startswith(b"endstream"):
            return end
    last = _LAST_WORD.search(data, start)
    return last.start() if last else -1


def _unpacked(packed: bytes, room: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, room + 1)
    except zlib.error as error:
        raise _refusal("the plan in the PDF is damaged") from error


def _refusal(message: str) -> PlanFileError:
    return PlanFileError(Problem("", message))
