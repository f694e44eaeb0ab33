"""The printer gets the pages of the PDF, on their paper; into a PDF where there is no printer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.preview.maker import Ended
from soleus_desktop.ui.preview.order import Order, carry_out
from soleus_desktop.ui.preview.pdf import page_image, page_sizes
from soleus_desktop.ui.preview.printer import NoPrinting, print_pages, printer_for
from tests.ui.conftest import RESOURCES


@pytest.fixture
def data(plan: Plan, guide: Guide, qapp: QApplication) -> bytes:
    return carry_out(Order((plan,), CardOptions(paper="a5", per_page=1)), guide, RESOURCES, 3).data


def to_file(data: bytes, file: Path) -> QPrinter:
    printer = printer_for(data, "Cards", both_sides=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setResolution(150)
    return printer


def test_pages_come_out_on_their_paper(data: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    printer = to_file(data, tmp_path / "out.pdf")
    assert printer.pageLayout().pageSize().name().startswith("A5")
    assert print_pages(printer, data, lambda *so_far: told.append(so_far)) == 3
    assert told == [(0, 3), (1, 3), (2, 3)]
    printed = PdfReader(BytesIO((tmp_path / "out.pdf").read_bytes()))
    assert len(printed.pages) == 3
    box = printed.pages[0].mediabox
    assert [round(float(side)) for side in (box.width, box.height)] == pytest.approx(
        [420, 595], abs=2
    )


def test_what_is_printed_is_what_is_seen(data: bytes, tmp_path: Path) -> None:
    print_pages(to_file(data, tmp_path / "out.pdf"), data, lambda *_: None)
    printed, size = (tmp_path / "out.pdf").read_bytes(), QSize(420, 595)
    pairs = [page_image(one, 1, size) for one in (data, printed)]
    grey = [
        [one.pixelColor(x, y).lightness() for x in range(0, 420, 2) for y in range(0, 595, 2)]
        for one in pairs
    ]
    apart = [abs(one - other) for one, other in zip(*grey, strict=True)]
    assert sum(apart) / len(apart) < 6
    assert min(grey[0]) < 60


def test_a_range_is_printed_and_smaller_paper_scales(data: bytes, tmp_path: Path) -> None:
    printer = to_file(data, tmp_path / "out.pdf")
    printer.setFromTo(2, 3)
    assert print_pages(printer, data, lambda *_: None) == 2


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false", extend=True)
def test_it_can_be_left_and_a_failure_is_said(data: bytes, tmp_path: Path) -> None:
    def leave(_done: int, _of: int) -> None:
        raise Ended

    with pytest.raises(Ended):
        print_pages(to_file(data, tmp_path / "out.pdf"), data, leave)
    with pytest.raises(NoPrinting):
        print_pages(to_file(data, tmp_path / "no" / "such" / "out.pdf"), data, lambda *_: None)


def test_strips_of_a_page_are_parts_of_it(data: bytes) -> None:
    size = QSize(300, 425)
    whole = page_image(data, 0, size)
    part = QRect(0, 100, 300, 60)
    drawn, cut = page_image(data, 0, size, part), whole.copy(part)
    assert drawn.size() == cut.size()
    apart = [
        abs(drawn.pixelColor(x, y).lightness() - cut.pixelColor(x, y).lightness())
        for x in range(300)
        for y in range(60)
    ]
    assert max(apart) < 40  # edges are smoothed a little otherwise
    assert sum(apart) / len(apart) < 1
    assert [round(side) for side in page_sizes(data)[0].toTuple()] == [420, 595]
