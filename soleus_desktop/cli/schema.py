"""``soleus schema``: the plan file's format as JSON Schema."""

from __future__ import annotations

import argparse
import json
from typing import Any

from soleus_desktop.storage.schema import plan_schema


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "schema",
        help="print the JSON Schema of plan files",
        description="Print the JSON Schema (2020-12) of plan files.",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    print(json.dumps(plan_schema(), ensure_ascii=False, indent=2))
    return 0
