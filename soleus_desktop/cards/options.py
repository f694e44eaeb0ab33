"""What a person chooses before printing. Free of ReportLab, so that shells may read it early."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

PAPERS: dict[str, tuple[float, float]] = {
    "a4": (595.276, 841.89),
    "letter": (612.0, 792.0),
    "a5": (419.528, 595.276),
    "a6": (297.638, 419.528),
    "4x6": (288.0, 432.0),
    "3x5": (216.0, 360.0),
}
"""Width and height of a sheet held upright, in points (1/72 inch). The last are index cards."""

PER_PAGE = (1, 2, 4, 8)
"""How many cards a sheet holds; a sheet of two lies on its side, so every card stands upright."""

PER_PAGE_ON: dict[str, tuple[int, ...]] = {
    "a4": (1, 2, 4, 8),
    "letter": (1, 2, 4, 8),
    "a5": (1, 2, 4),
    "a6": (1, 2),
    "4x6": (1, 2),
    "3x5": (1,),
}
"""How many session cards each paper holds: none smaller than A7, the pocket card."""

ORIENTATIONS = ("auto", "portrait", "landscape")
"""How a card or page is held; ``auto`` is the way its layout is made for."""

BACKS = ("none", "how-to", "log")
"""What the back of a session card says: nothing, how it is done, or cells to write in."""

THEMES = ("classic", "blue", "green", "grey")
"""The colours of `look.THEMES`, all of them safe on a grey printer."""

LARGE_PAPERS = ("a4", "letter", "a5")
MAX_LOGO_BYTES = 4 * 2**20
MAX_PRACTICE_LINES = 6
MAX_PRACTICE_LENGTH = 200


class LayoutKind(NamedTuple):
    """What a layout is called, the papers it is made for, and how `auto` turns the paper.

    `attaches` tells whether the plan goes along inside the PDF unless a person says otherwise,
    `fills` whether there is anything to fill in.
    """

    name: str
    papers: tuple[str, ...]
    auto: str = "portrait"
    attaches: bool = False
    fills: bool = False


_SHEETS = ("a4", "letter", "a5")
LAYOUTS: dict[str, LayoutKind] = {
    "session": LayoutKind("Session cards", tuple(PAPERS), attaches=True, fills=True),
    "log": LayoutKind("Training log", _SHEETS, fills=True),
    "overview": LayoutKind("Plan overview", _SHEETS, "landscape"),
    "exercises": LayoutKind("Exercise sheets", tuple(PAPERS)),
    "coach": LayoutKind("Coach's copy", _SHEETS, attaches=True),
}
"""The layouts by id; who makes them stands in `layouts.table`."""


@dataclass(frozen=True, slots=True)
class CardOptions:
    """How to print. Raises ValueError for a value that does not exist.

    Not every paper holds every number of cards: `refusal` says what does not go together.

    `only` are the days to print, as week and day from 0; None is the whole plan. `practice` is
    the name of a practice and further lines; `logo` the bytes of a PNG or JPEG file. `language`
    names a file of `resources/i18n/cards`. `attach` puts the plan file into the PDF; None does what
    is usual for the layout. With `fillable`, what a layout has to tick and to write in can be
    filled in on the screen.
    """

    paper: str = "a4"
    per_page: int = 2
    layout: str = "session"
    orientation: str = "auto"
    large_print: bool = False
    language: str = "en"
    theme: str = "classic"
    backs: str = "none"
    only: frozenset[tuple[int, int]] | None = None
    practice: tuple[str, ...] = ()
    logo: bytes = b""
    attach: bool | None = None
    fillable: bool = False

    def __post_init__(self) -> None:
        for field, known in (
            ("paper", PAPERS),
            ("layout", LAYOUTS),
            ("orientation", ORIENTATIONS),
            ("theme", THEMES),
            ("backs", BACKS),
        ):
            value = getattr(self, field)
            if value not in known:
                raise ValueError(f"{field}: expected one of {', '.join(known)}, found {value!r}")
        if type(self.per_page) is not int or self.per_page not in PER_PAGE:
            counts = ", ".join(map(str, PER_PAGE))
            raise ValueError(f"per_page: expected one of {counts}, found {self.per_page!r}")
        if len(self.practice) > MAX_PRACTICE_LINES:
            raise ValueError(f"practice: at most {MAX_PRACTICE_LINES} lines")
        if any(len(line) > MAX_PRACTICE_LENGTH for line in self.practice):
            raise ValueError(f"practice: a line has at most {MAX_PRACTICE_LENGTH} characters")

    @property
    def refusal(self) -> str | None:
        """Say what of this does not go together, or None where it can be printed."""
        kind = LAYOUTS[self.layout]
        if self.paper not in kind.papers:
            return f"{kind.name}: made for {', '.join(kind.papers)}, not for {self.paper}"
        if self.large_print and (self.paper not in LARGE_PAPERS or self._cards > 1):
            return f"large print needs {', '.join(LARGE_PAPERS)}, one card to a page"
        if self._cards not in PER_PAGE_ON[self.paper]:
            counts = ", ".join(map(str, PER_PAGE_ON[self.paper]))
            return f"{self.paper} takes {counts} to a page, not {self.per_page}"
        return None

    @property
    def attaches(self) -> bool:
        """Tell whether the plan file goes along inside the PDF."""
        return LAYOUTS[self.layout].attaches if self.attach is None else self.attach

    @property
    def landscape(self) -> bool:
        """Tell whether cards and pages lie on their side."""
        return "landscape" in (self.orientation, self._auto)

    @property
    def _auto(self) -> str:
        return LAYOUTS[self.layout].auto if self.orientation == "auto" else ""

    @property
    def _cards(self) -> int:
        return self.per_page if self.layout == "session" else 1
