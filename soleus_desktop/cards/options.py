"""What a person chooses before printing. Free of ReportLab, so that shells may read it early."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.276, 841.89),
    "letter": (612.0, 792.0),
    "a5": (419.528, 595.276),
}
"""Width and height of a sheet held upright, in points (1/72 inch)."""

PER_PAGE = (1, 2, 4)
"""How many cards a sheet holds; a sheet of two lies on its side, so every card stands upright."""


@dataclass(frozen=True, slots=True)
class CardOptions:
    """Paper and cards a page. Raises ValueError for what is not in `PAPERS` or `PER_PAGE`."""

    paper: str = "a4"
    per_page: int = 2

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise ValueError(f"paper: expected one of {', '.join(PAPERS)}, found {self.paper!r}")
        if type(self.per_page) is not int or self.per_page not in PER_PAGE:
            known = ", ".join(map(str, PER_PAGE))
            raise ValueError(f"per_page: expected one of {known}, found {self.per_page!r}")
