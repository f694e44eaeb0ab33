"""What is hostile on its way onto cards (rows 41 to 95): printed as typed, or refused in words."""

from __future__ import annotations

import json
import os
import random
import struct
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from soleus_desktop.cards.content import NothingToPrint
from soleus_desktop.cards.make import Cards
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.plan_file import plan_bytes, read_plan
from soleus_desktop.storage.problems import PlanFileError
from tests.build import plan_of
from tests.cards.odd import longest
from tests.cards.printing import letters_of, plan_with_own, printed, reader
from tests.hostile.table import rows_of

SLOWEST_S = 5.0  # on a machine with much else to do
CARDS = CardOptions(per_page=1)
PLACES = 3
"""An entry's note, a day's and a week's print on session cards whole, whatever their length."""
SAFE = ("http://", "https://", "mailto:")


def named(row: dict[str, Any]) -> str:
    return f"{row['row']} {row['name']}"


def tree_of(**entry: Any) -> dict[str, Any]:
    """A plan of one day and one exercise, as its file has it."""
    tree: dict[str, Any] = json.loads(plan_bytes(plan_of(["w1 mon: isometric-hold"])))
    tree["weeks"][0]["days"][0]["entries"][0] |= entry
    return tree


def read(tree: dict[str, Any], guide: Guide) -> Plan:
    return read_plan(json.dumps(tree).encode(), guide)


def with_text(text: str, guide: Guide) -> Plan:
    """A plan in which somebody typed this text wherever there is room for it."""
    tree = tree_of(note=text)
    tree |= {"notes": text, "title": text[:200], "coach": text[:200]}
    tree["weeks"][0] |= {"note": text, "label": text[:200]}
    tree["weeks"][0]["days"][0]["note"] = text
    return read(tree, guide)


def opened_by(pdf: Cards) -> list[str]:
    """The addresses that the PDF leads to; it does nothing else than lead there."""
    pages: Any = reader(pdf)
    root = pages.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    notes = [note.get_object() for page in pages.pages for note in page.get("/Annots", [])]
    assert all(note["/A"]["/S"] == "/URI" for note in notes)
    return [str(note["/A"]["/URI"]) for note in notes]


def strange_files(folder: Path) -> dict[str, str]:
    """Where what a text speaks of lies: a pipe that nobody writes to, a picture."""
    (folder / "x.png").write_bytes(png(2, 2))
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    return {
        "{pipe}": str(folder / "pipe"),
        "{picture}": str(folder / "x.png"),
        "{zeros}": "/dev/zero",
    }


def png(width: int, height: int) -> bytes:
    """A picture that says so many pixels and has only some of them."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress(bytes(1 + width) * min(height, 50))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


@pytest.mark.parametrize("row", rows_of("cards", "text"), ids=named)
def test_a_text(row: dict[str, Any], guide: Guide, tmp_path: Path) -> None:
    again, times = row.get("again", ("", 0))
    text = row["text"] + again * times
    for name, path in strange_files(tmp_path).items():
        text = text.replace(name, path)
    begin = time.perf_counter()
    if "refused" in row:
        with pytest.raises(PlanFileError, match=row["refused"]):
            with_text(text, guide)
        return
    made = printed(with_text(text, guide), CARDS)
    if "lacks" in row:
        assert any(row["lacks"] in warning for warning in made.warnings), made.warnings
    elif again.strip():  # cards that go on have a heading between: it may divide a piece of it
        assert letters_of(made).count(again.strip()) >= PLACES * times - 2 * made.pages
    else:
        assert letters_of(made).count("".join(text.split())) >= PLACES
    assert all(address.startswith(SAFE) for address in opened_by(made))
    assert not any("/XObject" in str(page.images) for page in reader(made).pages)
    assert time.perf_counter() - begin < SLOWEST_S


@pytest.mark.parametrize("row", rows_of("cards", "video"), ids=named)
def test_an_address(row: dict[str, Any]) -> None:
    made = printed(plan_with_own(video=row["address"]), CARDS)
    assert bool(opened_by(made)) == row["links"]
    assert all(address.startswith(SAFE) for address in opened_by(made))


@pytest.mark.parametrize("row", rows_of("cards", "logo"), ids=named)
def test_a_picture(row: dict[str, Any]) -> None:
    begin = time.perf_counter()
    made = printed(plan_with_own(), CardOptions(logo=png(*row["pixels"])))
    assert any(row["warns"] in warning for warning in made.warnings)
    assert made.pages == 1
    assert time.perf_counter() - begin < SLOWEST_S


@pytest.mark.parametrize("row", rows_of("cards", "file"), ids=named)
def test_a_file(row: dict[str, Any], guide: Guide) -> None:
    tree = tree_of(**row.get("entry", {})) | {"title": "t" * row.get("title", 1)}
    if "days" in row:
        del tree["weeks"][0]["days"][row["days"] :]
    text = json.dumps(tree)  # which knows NaN
    with pytest.raises(PlanFileError) as caught:
        read_plan(text.encode(), guide)
    assert row["refused"] in str(caught.value)


@pytest.mark.parametrize("row", rows_of("cards", "random"), ids=named)
def test_letters_at_random(row: dict[str, Any], guide: Guide) -> None:
    chance = random.Random(row["row"])
    letters = "<>&;/\"'= \n\u00fc\u05d0\u4e2d\U0001f9b5\u0301#%()\\[]{}abc123"
    for _ in range(row["times"] // 30):
        words = ["".join(chance.choices(letters, k=chance.randrange(60))) for _ in range(30)]
        assert printed(with_text("\n".join(words)[:10_000], guide), CARDS).pages


@pytest.mark.parametrize("row", rows_of("cards", "options"), ids=named)
def test_options(row: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=row["refused"]):
        printed(plan_with_own(), CardOptions(**row["options"]))


def words() -> Plan:
    """Five thousand words for one day: three notes of the greatest length."""
    plan = plan_of(["w1 mon: isometric-hold; isometric-hold; isometric-hold"])
    day = plan.weeks[0].days[0]
    entries = tuple(one.replace(note="words " * 1650) for one in day.entries)
    days = (day.replace(entries=entries), *plan.weeks[0].days[1:])
    return plan.replace(weeks=(plan.weeks[0].replace(days=days),))


def many() -> Plan:
    """Twenty weeks with six exercises each day."""
    names = "bent-knee-calf-raise; isometric-hold; seated-calf-raise; "
    names += "walking-lunge-heel-raise; eccentric-heel-drop; uphill-walk"
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    return plan_of([f"w{week} {day}: {names}" for week in range(1, 21) for day in days])


PLANS: dict[str, Callable[[], Plan]] = {
    "longest": longest,
    "words": words,
    "nothing": lambda: plan_of([]),
    "many": many,
}


@pytest.mark.parametrize("row", rows_of("cards", "plan"), ids=named)
def test_a_plan(row: dict[str, Any]) -> None:
    plan, begin = PLANS[row["plan"]](), time.perf_counter()
    if "refused" in row:
        with pytest.raises(NothingToPrint):
            printed(plan, CARDS)
        return
    made = printed(plan, CARDS)
    assert made.pages >= sum(bool(day.entries) for week in plan.weeks for day in week.days)
    if row["plan"] == "words":  # all of them, however many cards it takes
        assert letters_of(made).count("words") == 3 * 1650
    assert time.perf_counter() - begin < SLOWEST_S


@pytest.mark.skipif(os.name == "nt", reason="there are no such devices")
@pytest.mark.parametrize("row", rows_of("cards", "target"), ids=named)
def test_a_target(row: dict[str, Any], tmp_path: Path) -> None:
    path = row["path"].replace("{folder}", str(tmp_path))
    with pytest.raises(NotWritten, match=row["refused"]):
        write_file(path, b"%PDF")
