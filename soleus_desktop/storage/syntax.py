"""The raw text of a plan file: size, encoding, JSON; stricter than a parser usually is.

Names said twice, NaN and halves of surrogate pairs are refused: they would be lost, or could not
be written again.
"""

from __future__ import annotations

import re
from typing import Any

from soleus_desktop.storage.problems import PlanFileError, Problem, found

MAX_BYTES = 20 * 2**20
"""A year's plan has about 1 MB."""
MAX_VALUES = 2_000_000
"""A plan of 20 MB has fewer; as empty lists they would take 3 GB of memory."""

_BOM = b"\xef\xbb\xbf"
_SAID = re.compile(r"(?P<what>.*) at line (?P<line>\d+) column (?P<column>\d+)", re.DOTALL)
_TWICE = re.compile(r'Detected duplicate key "(.*)"', re.DOTALL)
_PLAIN = {
    "expected value": "expected a value (NaN and Infinity are none)",
    "expected ident": "expected true, false or null",
    "recursion limit exceeded": "nested too deep",
    "trailing characters": "expected the end of the file",
    "unexpected end of hex escape": "half of a surrogate pair",
    "lone leading surrogate in hex escape": "half of a surrogate pair",
}


def parse(data: bytes) -> tuple[Any, bytes]:
    """Return the tree of a JSON text, and the text without its byte order mark.

    Raises PlanFileError with line and column (from 1, in characters) where it is not JSON.
    """
    if len(data) > MAX_BYTES:
        raise _refusal(f"the file is larger than {MAX_BYTES >> 20} MB, which no plan is")
    text = data.removeprefix(_BOM)
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _line_and_column(text, error.start)
        raise _refusal(f"the file is not UTF-8 text, at line {line}, column {column}") from error
    if not text.strip():
        raise _refusal("the file is empty")
    if text.count(b",") > MAX_VALUES:  # each but the first of its object or list has one before it
        raise _refusal(f"the file holds more values than a plan has (over {MAX_VALUES:,})")
    import jiter

    try:
        tree = jiter.from_json(
            text, allow_inf_nan=False, catch_duplicate_keys=True, cache_mode="keys"
        )
    except ValueError as error:
        raise _refusal(_in_words(str(error), text)) from error
    return tree, text


def _refusal(message: str) -> PlanFileError:
    return PlanFileError(Problem("", message))


def _in_words(said: str, text: bytes) -> str:
    parts = _SAID.fullmatch(said)
    if parts is None:
        return f"the file is not JSON: {said}"
    what, line, column = parts["what"], int(parts["line"]), int(parts["column"])
    if twice := _TWICE.fullmatch(what):
        return f"the key {found(twice[1])} stands twice in one object, at line {line}"
    if what.startswith("EOF"):
        return f"the file breaks off in line {line}"
    before = text.split(b"\n")[line - 1][: max(column - 1, 0)].decode("utf-8", "replace")
    return (
        f"the file is not JSON: {_PLAIN.get(what, what)}, at line {line}, column {len(before) + 1}"
    )


def _line_and_column(text: bytes, offset: int) -> tuple[int, int]:
    before = text[:offset].decode("utf-8")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
