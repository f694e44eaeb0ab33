"""The schema says what the reader does, as far as a schema can."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import plan_bytes
from soleus_desktop.storage.schema import plan_schema
from tests.strategies import plans

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
SCHEMA = plan_schema()
KINDS: dict[str, Any] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) in (int, float),
}
SPOKEN = {
    "$schema", "$defs", "title", "description", "default", "format",
    "$ref", "anyOf", "oneOf", "type", "const", "enum", "required", "properties", "items",
    "additionalProperties", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems",
    "pattern",
}  # fmt: skip


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Validate by JSON Schema 2020-12, as far as this schema uses it."""
    assert schema.keys() <= SPOKEN
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"][schema["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in schema:
        return any(fits(value, option) for option in schema["anyOf"])
    if "oneOf" in schema:
        return sum(fits(value, option) for option in schema["oneOf"]) == 1
    if not KINDS[schema["type"]](value):
        return False
    size = len(value) if isinstance(value, str | list) else 0
    number = value if isinstance(value, int | float) else 0
    return (
        ("const" not in schema or value == schema["const"])
        and ("enum" not in schema or value in schema["enum"])
        and number >= schema.get("minimum", number)
        and number <= schema.get("maximum", number)
        and size >= schema.get("minLength", schema.get("minItems", 0))
        and size <= schema.get("maxLength", schema.get("maxItems", size))
        and (not isinstance(value, str) or bool(re.search(schema.get("pattern", ""), value)))
        and (
            not isinstance(value, dict)
            or (
                all(name in value for name in schema.get("required", ()))
                and all(
                    fits(value[name], inner)
                    for name, inner in schema.get("properties", {}).items()
                    if name in value
                )
            )
        )
        and (not isinstance(value, list) or all(fits(item, schema["items"]) for item in value))
    )


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.soleus")), ids=lambda path: path.stem)
def test_samples_fit(path: Path) -> None:
    assert fits(json.loads(path.read_text(encoding="utf-8")), SCHEMA)


@given(plans(max_weeks=1))
def test_every_plan_fits(plan: Plan) -> None:
    assert fits(json.loads(plan_bytes(plan)), SCHEMA)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"sets": 3', '"sets": 0'),
        ('"sets": 3', '"sets": 3.5'),
        ('"type": "reps"', '"type": "jump"'),
        ('"stage": "bodyweight"', '"stage": "double"'),
        ('"kg": 16.0', '"kg": 1001'),
        ('"up_s": 3', '"down_s": 3'),
        ('"per_leg": false', '"per_leg": "no"'),
        ('"title": "Two weeks"', '"title": "\\u0007"'),
        ('"version": 1', '"version": 2'),
        ('"format": "soleus-plan",', ""),
        ('"kind": "rest"', '"kind": "holiday"'),
        ('"waivers": []', '"waivers": [{"rule": "x", "reason": " "}]'),
        ('"waivers": []', '"waivers": [{"rule": "x", "reason": "\\u0007"}]'),
        ('"start": "2026-03-02"', '"start": "2 March"'),
        ('"exercises": []', '"exercises": [{"id": "x", "name": "", "ranges": {}}]'),
    ],
)
def test_what_does_not_fit(old: str, new: str) -> None:
    text = (SAMPLES / "clean.soleus").read_text(encoding="utf-8")
    assert old in text
    assert not fits(json.loads(text.replace(old, new, 1)), SCHEMA)


def test_nothing_of_the_programs_own_is_in_it() -> None:
    text = json.dumps(SCHEMA)
    assert "extra" not in text
    assert '"additionalProperties": false' not in text
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert SCHEMA["required"] == ["format", "version", "weeks"]
    for name, field in (("Reps", "reps"), ("Hold", "seconds"), ("Steps", "steps")):
        assert SCHEMA["$defs"][name]["required"] == ["type", "sets", field]


def test_ranges_are_described() -> None:
    own = {"id": "x", "name": "X", "dose": "reps", "ranges": {"sets": [3, 4], "own": "kept"}}
    assert fits(own, SCHEMA["$defs"]["CustomExercise"])
    for bad in ([3], [3, 4, 5], [0, 4], 3, ["3", "4"]):
        assert not fits({**own, "ranges": {"sets": bad}}, SCHEMA["$defs"]["CustomExercise"])
