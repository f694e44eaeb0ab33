"""The plan file's format as JSON Schema 2020-12."""

from __future__ import annotations

import json
from typing import Any

from soleus_desktop.plan.value import ASIDE
from soleus_desktop.storage.adapter import plan_adapter
from soleus_desktop.storage.sense import RANGES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN_TEXT = r"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"
_NOT_BLANK = _PLAIN_TEXT.replace("^", r"^(?=[\s\S]*\S)", 1)


def plan_schema() -> dict[str, Any]:
    """Return the schema; unknown keys are allowed everywhere, since they are kept.

    What spans several places (ids that meet, exercises that are there, Mondays) is said in the
    descriptions: a schema cannot demand it.
    """
    plan = plan_adapter().json_schema()
    kinds: dict[str, Any] = plan.pop("$defs")
    for kind in (*kinds.values(), plan):
        _open(kind)
    _require(plan, "format", "version")
    for dose in ("Reps", "Hold", "Steps", "Walk"):
        _require(kinds[dose], "type")
    fields = plan["properties"]
    fields["start"]["description"] = "The Monday of week 1 as ISO date; null for an undated plan."
    _options(fields["start"])[0].update(format="date", pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    kinds["Waiver"]["properties"]["reason"]["pattern"] = _NOT_BLANK
    kinds["CustomExercise"]["properties"]["ranges"]["properties"] = _ranges(kinds)
    return {"$schema": DIALECT, "title": "Soleus training plan", **plan, "$defs": kinds}


def _open(kind: dict[str, Any]) -> None:
    """Show an object as the file has it: without keys of our own, open for others."""
    del kind["additionalProperties"]
    for aside in ASIDE.values():
        kind["properties"].pop(aside, None)
    kind.pop("title", None)
    for field in kind["properties"].values():
        field.pop("title", None)
        field.pop("discriminator", None)  # OpenAPI's; `const` tells the doses apart
        if "$ref" in json.dumps(field):
            field.pop("default", None)  # an object whose own fields say their defaults
        for option in _options(field):
            if option.get("type") == "string" and not {"enum", "const"} & option.keys():
                option["pattern"] = _PLAIN_TEXT


def _options(field: dict[str, Any]) -> list[dict[str, Any]]:
    options: list[dict[str, Any]] = field.get("anyOf", [field])
    return [option.get("items", option) for option in options]


def _require(kind: dict[str, Any], *names: str) -> None:
    kind["required"] = [*names, *kind["required"]]
    for name in names:
        del kind["properties"][name]["default"]


def _ranges(kinds: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of each known range: the least and the most of a dose's number."""
    doses = [kinds[name]["properties"] for name in ("Reps", "Hold", "Steps", "Walk")]
    numbers = {name: field for dose in doses for name, field in dose.items() if name in RANGES}
    return {
        name: {"type": "array", "items": number, "minItems": 2, "maxItems": 2}
        for name, number in numbers.items()
    }
