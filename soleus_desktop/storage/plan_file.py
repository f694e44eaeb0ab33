"""The plan file: bytes in, a plan out, and back, by the contract of format version 1.

Everything that a reader can know to be wrong is found here, so that whoever has a plan may rely
on it: its fields are in bounds, its ids meet, its exercises are there.
"""

from __future__ import annotations

from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.unknown import unknown_told
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.in_pdf import MAX_PDF_BYTES, is_pdf, plans_in
from soleus_desktop.storage.newer import is_newer, read_newer
from soleus_desktop.storage.placing import digest_of
from soleus_desktop.storage.problems import NewerFormat, PlanFileError, Problem, found
from soleus_desktop.storage.reader import read_plan
from soleus_desktop.storage.syntax import MAX_BYTES
from soleus_desktop.storage.writer import plan_bytes, proved_bytes

__all__ = [
    "NewerFormat",
    "PlanFileError",
    "SeveralPlans",
    "load_plan",
    "look_at_newer",
    "open_plan",
    "plan_bytes",
    "read_plan",
    "save_plan",
]


class Loaded(NamedTuple):
    """A plan out of a file, and the digest of the file's bytes.

    One that came `out_of_pdf` has no file of its own: it is never saved over the PDF. One that is
    `only_to_look_at` says why, in a sentence: it is of a newer format.
    """

    plan: Plan
    digest: bytes
    out_of_pdf: bool = False
    only_to_look_at: str = ""


class SeveralPlans(PlanFileError):
    """A PDF with more than one plan in it, of which none was named; `titles` are theirs."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        listed = ", ".join(f"{n} {found(title)}" for n, title in enumerate(titles[:9], 1))
        more = ", \u2026" if titles[9:] else ""
        super().__init__(Problem("", f"it holds {len(titles)} plans ({listed}{more}): name one"))
        self.titles = titles


class Saved(NamedTuple):
    """The digest of what was written; `kept` holds what another program wrote meanwhile, if any."""

    digest: bytes
    kept: Path | None


def open_plan(path: str | PathLike[str], guide: Guide, number: int | None = None) -> Plan:
    """Return the plan in a file. Raises PlanFileError, also where the file cannot be read."""
    return load_plan(path, guide, number).plan


def load_plan(path: str | PathLike[str], guide: Guide, number: int | None = None) -> Loaded:
    """Return the plan in a file, for who will save it again.

    A PDF of cards gives the plan that is attached to it: `number` says which, from 0, where there
    are several. Raises PlanFileError; SeveralPlans where that was not said, NewerFormat.
    """
    data = _read(path)
    if is_pdf(data):
        return Loaded(_out_of_pdf(data, guide, number), digest_of(data), out_of_pdf=True)
    return Loaded(read_plan(data, guide), digest_of(data))


def look_at_newer(path: str | PathLike[str], guide: Guide, number: int | None = None) -> Loaded:
    """Return what can be shown of a plan of a newer format. Raises PlanFileError."""
    data = _read(path)
    plan, version = read_newer(plans_in(data)[number or 0] if is_pdf(data) else data, guide)
    told = (
        f"This plan was written by a newer version of the program (format {version}): it can be "
        "looked at, not changed, saved or printed. Its numbers may mean something else."
    )
    told = " ".join([told, unknown_told(plan)]).strip()
    return Loaded(plan, digest_of(data), only_to_look_at=told)


def _read(path: str | PathLike[str]) -> bytes:
    try:
        data = read_file(path, MAX_BYTES)
        return read_file(path, MAX_PDF_BYTES) if is_pdf(data) else data
    except NotRead as error:
        raise PlanFileError(Problem("", str(error))) from error


def _out_of_pdf(data: bytes, guide: Guide, number: int | None) -> Plan:
    plans = plans_in(data)
    if number is None and len(plans) > 1:
        raise SeveralPlans(tuple(read_plan(plan, guide).title for plan in plans))
    if number is not None and number >= len(plans):
        raise PlanFileError(
            Problem("", f"the PDF holds {len(plans)} plans, no number {number + 1}")
        )
    return read_plan(plans[number or 0], guide)


def save_plan(
    plan: Plan, path: str | PathLike[str], guide: Guide, expected: bytes | None = None
) -> Saved:
    """Write the plan to a file, in one piece, after proving that it will open again.

    `expected` is the digest of what the file held when it was opened or last saved. Raises
    NotWritten; the file then is as it was before.
    """
    data = bytes_to_save(plan, path, guide)
    with suppress(NotRead):
        leave_newer_alone(path, read_file(path, MAX_BYTES), expected)
    return Saved(digest_of(data), write_file(path, data, expected))


def leave_newer_alone(path: str | PathLike[str], before: bytes, expected: bytes | None) -> None:
    """Refuse to replace a plan of a newer format, which is what the file holds before a save.

    Raises NotWritten. What is `expected` there was read, so it is no such plan.
    """
    if digest_of(before) != expected and is_newer(before):
        raise NotWritten(
            f"{fspath(path)} was not written: a newer version of the program has written the plan "
            "that is there, and it is left alone; save under another name"
        )


def bytes_to_save(plan: Plan, path: str | PathLike[str], guide: Guide) -> bytes:
    """Return the plan as bytes that will open again. Raises NotWritten where they would not."""
    try:
        return proved_bytes(plan, guide)
    except ValueError as error:
        raise NotWritten(f"{fspath(path)} was not written: {error}") from error
