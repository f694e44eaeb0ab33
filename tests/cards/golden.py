"""Golden pages: what stands where on each layout's largest and smallest paper.

``python -m tests.cards.golden`` writes `golden.txt` anew; look at what it changed, and at pages.
A line of it is a line of a page: x and y of its upper left corner in points from that of the
page, and its words as poppler reads them.
"""

from __future__ import annotations

import html
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.plan.model import Plan
from tests.build import plan_of
from tests.cards.odd import wordy
from tests.cards.printing import a_week, layout_name, printed, run

FILE = Path(__file__).with_name("golden.txt")
PAGES = 2
"""So many pages are kept of each, the first."""

SAME_LINE = 1.0
"""Words whose tops are so near are one line, in points."""


def _short() -> Plan:
    return plan_of(["w1 mon: uphill-walk"])


CONTENTS: dict[str, Callable[[], Plan]] = {"short": _short, "week": a_week, "long": wordy}
OPTIONS = (
    CardOptions("a4", 1),
    CardOptions("a4", 8),
    CardOptions("3x5", 1, orientation="landscape"),
    CardOptions("a4", layout="log"),
    CardOptions("a5", layout="log"),
    CardOptions("a4", layout="overview"),
    CardOptions("a5", layout="overview"),
    CardOptions("a4", layout="exercises"),
    CardOptions("3x5", layout="exercises"),
    CardOptions("a4", layout="coach"),
    CardOptions("a5", layout="coach"),
)
CASES = {
    f"{layout_name(options)} {name}": (options, name) for options in OPTIONS for name in CONTENTS
}


class Line(NamedTuple):
    """Words beside each other; x and y of the first one's upper left corner."""

    x: float
    y: float
    text: str


def read_case(name: str, folder: Path) -> list[list[Line]]:
    """Print a case; return the lines of its first pages."""
    options, content = CASES[name]
    (folder / "pages.pdf").write_bytes(printed(CONTENTS[content](), options, PAGES).data)
    told = run("pdftotext", "-bbox", "pages.pdf", "-", cwd=folder)
    return [_lines(page) for page in told.split("<page ")[1:]]


def _lines(page: str) -> list[Line]:
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', page)
    words = sorted(Line(float(x), float(y), html.unescape(text)) for x, y, text in found)
    rows: list[list[Line]] = []
    for word in sorted(words, key=lambda word: word.y):
        if rows and word.y - rows[-1][0].y < SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = []
    for row in rows:
        row.sort()
        lines.append(Line(row[0].x, row[0].y, " ".join(word.text for word in row)))
    return lines


def kept() -> dict[str, list[list[Line]]]:
    """Read the golden pages."""
    cases: dict[str, list[list[Line]]] = {}
    for said in FILE.read_text(encoding="utf-8").splitlines():
        if said.startswith("== "):
            pages = cases.setdefault(said[3:].rpartition(" ")[0], [])
            pages.append([])
        elif said:
            x, y, text = said.split(" ", 2)
            pages[-1].append(Line(float(x), float(y), text))
    return cases


def main() -> int:
    """Write the golden pages."""
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for name in CASES:
            for number, page in enumerate(read_case(name, Path(folder)), 1):
                said.append(f"== {name} {number}")
                said += [f"{line.x:.0f} {line.y:.0f} {line.text}" for line in page]
    FILE.write_text("\n".join(said) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
