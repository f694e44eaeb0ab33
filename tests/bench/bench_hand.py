"""Clicks and keys for the eight-week foundation plan, by a real mouse in a real window (Xvfb)."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.ui.x_server import x_server

BY_HAND = Path(__file__).resolve().parents[1] / "ui" / "by_hand.py"
MOST = 40


def main() -> None:
    """Build it and print the count."""
    with x_server() as environment, tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(BY_HAND), f"{folder}/window.png"],
            env=environment | {"PYTHONPATH": str(BY_HAND.parents[2])},
            stdout=subprocess.PIPE,
            check=True,
        )
    seen = json.loads(done.stdout)
    print(
        f"eight weeks of three days and a walk, from the start page: {seen['clicks']} clicks and "
        f"{seen['keys']} keys, together {seen['clicks'] + seen['keys']} (aim {MOST}); "
        f"{len(seen['findings'])} findings"
    )
