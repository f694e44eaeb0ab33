"""The table of layouts in the user's guide, with a picture of each.

``python -m tests.card_pictures`` writes ``docs/cards.md`` and ``docs/pictures/cards`` anew, from
the plan that is shipped as a sample.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from soleus_desktop.cards.make import make_cards
from soleus_desktop.cards.options import LAYOUTS, CardOptions
from soleus_desktop.guide.load import load_guide
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.ui.preview.pdf import page_image, page_sizes

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
SIDE = 560
"""Pixels of the longer side."""
SHOWN: tuple[tuple[str, str, CardOptions], ...] = (
    ("session-1", "One card to a page, A5", CardOptions(paper="a5", per_page=1)),
    ("session-2", "Two to a page, A4", CardOptions()),
    ("session-4", "Four to a page, A4", CardOptions(per_page=4)),
    ("session-8", "Eight to a page, A4: a card for the pocket", CardOptions(per_page=8)),
    ("session-3x5", "On an index card, 3 × 5 in", CardOptions(paper="3x5", per_page=1)),
    (
        "session-lying",
        "On its side, with a column to write in",
        CardOptions(paper="4x6", per_page=1, orientation="landscape"),
    ),
    ("session-large", "Large print", CardOptions(per_page=1, large_print=True)),
    ("log", "A row a set and leg, to write in", CardOptions(layout="log")),
    ("overview", "For the wall, with phases and load", CardOptions(layout="overview")),
    ("exercises", "One exercise, large", CardOptions(layout="exercises")),
    ("coach", "Findings, waivers and facts", CardOptions(layout="coach")),
)


def main() -> int:
    """Write the table and its pictures."""
    guide = load_guide(RESOURCES / "guide")
    plan = open_plan(RESOURCES / "samples" / "spring-trail.soleus", guide)
    pictures = ROOT / "docs" / "pictures" / "cards"
    pictures.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, says, options in SHOWN:
        data = make_cards(plan, guide, RESOURCES, options, 1).data
        points = page_sizes(data)[0]
        size = points.scaled(SIDE, SIDE, Qt.AspectRatioMode.KeepAspectRatio).toSize()
        picture = page_image(data, 0, size).convertToFormat(QImage.Format.Format_RGB888)
        assert picture.save(str(pictures / f"{name}.png"))
        layout = LAYOUTS[options.layout].name
        rows.append(f"| {layout} | {says} | ![{layout}: {says}](pictures/cards/{name}.png) |")
    table = "\n".join(["| Layout | | |", "| --- | --- | --- |", *rows])
    (ROOT / "docs" / "cards.md").write_text(
        "# The cards\n\nFirst pages of the plan that comes as a sample, as `File > Print cards…` "
        f"and `soleus cards` make them. Written by `python -m tests.card_pictures`.\n\n{table}\n",
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
