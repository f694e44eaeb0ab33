"""The file itself: what is packed is found again, however much there is of it."""

from __future__ import annotations

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from soleus_desktop.cards.block import Bookmark
from soleus_desktop.cards.file import A_PACK, A_STRETCH, PdfFile
from soleus_desktop.cards.kept import Kept
from soleus_desktop.cards.outline import Outline


def begun() -> tuple[Any, PdfFile]:
    document: Any = Canvas("", invariant=1)._doc
    document.Catalog.Outlines = None
    return document, PdfFile(document)


def finished(document: Any, file: PdfFile) -> PdfReader:
    page, whole = file.number(), file.number()
    file.add(page, f"<</Type/Page/Parent {whole} 0 R/MediaBox[0 0 9 9]>>")
    file.add(whole, f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    document.Catalog.Pages = f"{whole} 0 R"
    return PdfReader(io.BytesIO(file.finished()), strict=True)


def test_every_object_is_found_and_no_more_than_a_pack_is_held() -> None:
    document, file = begun()
    later = file.number()
    numbers = []
    for n in range(2 * A_STRETCH):
        numbers.append(file.put(f"[{n} (said {n})]"))
        assert len(file._contents) < A_PACK
        if n % 1000 == 0:
            file.stream(file.number(), "", b"x" * n)
    file.add(later, "(at last)")
    pdf: Any = finished(document, file)
    for n, number in enumerate(numbers):
        if n % 97 == 0 or n > len(numbers) - 9:
            assert pdf.get_object(number) == [n, f"said {n}"]
    assert pdf.get_object(later) == "at last"


@given(st.lists(st.integers(0, 2), max_size=12))
def test_bookmarks_are_a_tree_whose_ties_hold(levels: list[int]) -> None:
    document, file = begun()
    outline = Outline(file)
    depth, wanted = 0, []
    for n, level in enumerate(levels):
        depth = min(level, depth + 1) if n else 0
        wanted.append((depth, f"Day {n}"))
        outline.add(Bookmark(depth, f"Day {n}"), 1, 2, 3)
    number = outline.finish()
    document.Catalog.Outlines = f"{number} 0 R" if number else None
    pdf: Any = finished(document, file)
    found = []

    def walk(above: Any, level: int) -> int:
        item, last, count = above.get("/First"), None, 0
        while item is not None:
            item = item.get_object()
            found.append((level, item["/Title"]))
            assert item["/Parent"].indirect_reference == above.indirect_reference
            assert item.get("/Prev", {}).get("/Title") == (last or {}).get("/Title")
            count += 1 + walk(item, level + 1)
            last, item = item, item.get("/Next")
        assert above.get("/Count", 0) == count
        return count

    if wanted:
        walk(pdf.trailer["/Root"]["/Outlines"], 0)
    assert found == wanted


def test_what_is_asked_for_stays_and_the_rest_goes() -> None:
    kept: Kept[int, str] = Kept(3)
    for n in range(50):
        kept[n] = str(n)
        assert kept.get(n) == str(n)
        assert kept.get(0) == "0"
    assert [n for n in (49, 48, 0) if kept.get(n)] == [49, 48, 0]
    assert not any(kept.get(n) for n in range(1, 40))
