"""What a page of help is made of. Pages are data; only `ui.help.markup` makes markup of them."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A line above what follows."""

    text: str


class Text(NamedTuple):
    """A paragraph; `source` is the id of the fact that says so, shown quietly after it."""

    text: str
    source: str = ""
    quiet: bool = False


class Bullets(NamedTuple):
    """Short lines, one below the other."""

    lines: tuple[str, ...]


class Rows(NamedTuple):
    """A table of two columns: what, and what it is."""

    rows: tuple[tuple[str, str], ...]


class Severity(NamedTuple):
    """The mark of a severity with what it means."""

    kind: str
    text: str


class Picture(NamedTuple):
    """A drawing by its name: an exercise's figure, or ``leg``; `text` says what it shows."""

    name: str
    text: str


class Links(NamedTuple):
    """Ways to other pages: their ids, and what to call them."""

    to: tuple[tuple[str, str], ...]


Block = Heading | Text | Bullets | Rows | Severity | Picture | Links


class Page(NamedTuple):
    """One page: its id, the part of the help it stands in, its title, what it says."""

    id: str
    section: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """All that it says, to search in, in lower case."""
        return " ".join((self.section, self.title, *_strings(self.blocks))).casefold()


def _strings(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    return [text for inner in part for text in _strings(inner)] if isinstance(part, tuple) else []
