"""The raw text of a plan file: what is no JSON, or JSON that would lose something."""

from __future__ import annotations

from pathlib import Path

import pytest

from soleus_desktop.guide.model import Guide
from soleus_desktop.storage.plan_file import read_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.syntax import MAX_BYTES, parse

CLEAN = (Path(__file__).resolve().parent.parent / "samples" / "clean.soleus").read_bytes()


def said(data: bytes) -> str:
    with pytest.raises(PlanFileError) as caught:
        parse(data)
    [problem] = caught.value.problems
    assert problem.place == ""
    return problem.message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"{", "the file breaks off in line 1"),
        (b'{\n  "title": "Spr', "the file breaks off in line 2"),
        (b'{"a": 1,}', "the file is not JSON: trailing comma, at line 1, column 9"),
        (b'{"a" 1}', "the file is not JSON: expected `:`, at line 1, column 6"),
        (b"{'a': 1}", "the file is not JSON: key must be a string, at line 1, column 2"),
        (b"[01]", "the file is not JSON: invalid number, at line 1, column 3"),
        (b"{} {}", "the file is not JSON: expected the end of the file, at line 1, column 4"),
        (b"[tru]", "the file is not JSON: expected true, false or null, at line 1, column 5"),
        (b"[" * 300, "the file is not JSON: nested too deep, at line 1, column 202"),
        (b"[" + b"1" * 5000 + b"]", "number out of range"),
        (b'["\\ud83d"]', "half of a surrogate pair"),
        (b'["\\udc00 "]', "half of a surrogate pair"),
        (b'["\x01"]', "control character"),
        (b"\0" * 4096, "expected a value"),
        (b"// a plan\n{}", "expected a value"),
        (b'{"a": 1, "a": 2}', 'the key "a" stands twice in one object, at line 1'),
        (
            '{"é": {"日本": 1,\n "日本": 2}}'.encode(),
            'the key "日本" stands twice in one object, at line 2',
        ),
        (b"PK\x03\x04 a zip file \xff", "the file is not UTF-8 text, at line 1, column 17"),
        ("Ü".encode("latin-1"), "the file is not UTF-8 text, at line 1, column 1"),
        (b'{\n"a": "\xed\xa0\x80"}', "the file is not UTF-8 text, at line 2, column 7"),
        ('{"a": "b"}'.encode("utf-16"), "the file is not UTF-8 text, at line 1, column 1"),
    ],
)
def test_a_text_that_is_refused(data: bytes, message: str) -> None:
    assert message in said(data)


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
@pytest.mark.parametrize("key", [b'"rest_s": 60', b'"title": "Two weeks"'])
def test_numbers_that_are_none(number: bytes, key: bytes) -> None:
    line = CLEAN[: CLEAN.index(key)].count(b"\n") + 1
    data = CLEAN.replace(key, key.split(b":")[0] + b": " + number, 1)
    assert f"at line {line}," in said(data)


def test_a_known_key_that_stands_twice_names_its_line() -> None:
    data = CLEAN.replace(b'"coach": ""', b'"coach": "",\n  "title": "Other"')
    assert said(data) == 'the key "title" stands twice in one object, at line 6'


def test_a_file_of_any_size_is_refused_at_once_above_the_cap() -> None:
    assert said(b" " * (MAX_BYTES + 1)) == "the file is larger than 20 MB, which no plan is"


@pytest.mark.parametrize("cut", range(1, len(CLEAN) - 1, 397))
def test_every_stump_of_a_plan_is_refused(cut: int, guide: Guide) -> None:
    with pytest.raises(PlanFileError, match=r"breaks off|not JSON"):
        read_plan(CLEAN[:cut], guide)
