"""Sends a PDF to a printer: each page drawn at the printer's own resolution."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from soleus_desktop.ui.preview.pdf import page_image, page_sizes

MOST_DPI = 600
"""Finer is not seen, and takes memory and time by the square."""
_STRIP = 800
"""Rows of dots drawn at a time: a whole page of a fine printer is 140 MB."""


class NoPrinting(OSError):
    """The printer took nothing; says so."""


def printer_for(data: bytes, title: str, *, both_sides: bool) -> QPrinter:
    """Return a printer with the paper of the PDF, to be shown in the system's dialog."""
    size = page_sizes(data)[0]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    on_its_side = size.width() > size.height()
    upright = QSizeF(min(size.toTuple()), max(size.toTuple()))
    Orientation = QPageLayout.Orientation  # noqa: N806  a class
    held = Orientation.Landscape if on_its_side else Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, held, QMarginsF()))
    printer.setFullPage(True)  # the cards have margins of their own
    printer.setDocName(title)
    printer.setCreator("Soleus Desktop")
    if both_sides:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def print_pages(printer: QPrinter, data: bytes, told: Callable[[int, int], object]) -> int:
    """Print what the printer was told of the PDF, and return how many pages that were.

    `told` is given how many pages are printed, and of how many; what it raises ends the printing.
    It may be done in any thread. Raises NoPrinting.
    """
    pages = _chosen(printer, len(page_sizes(data)))
    dots = min(printer.resolution(), MOST_DPI)
    painter = QPainter()
    if not painter.begin(printer):
        raise NoPrinting("the printer takes nothing")
    try:
        for done, page in enumerate(pages):
            told(done, len(pages))
            if done and not printer.newPage():
                raise NoPrinting("the printer takes no further page")
            _draw(painter, printer, data, page, dots)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
    return len(pages)


def _chosen(printer: QPrinter, count: int) -> list[int]:
    """Return the pages in the order of printing, from 0, as often as they are wanted."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or count, count)
    pages = list(range(first - 1, last))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _draw(painter: QPainter, printer: QPrinter, data: bytes, page: int, dots: int) -> None:
    """Draw a page in strips, as large as it is made, smaller where the paper is."""
    points = page_sizes(data)[page]
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    wanted = (points * (printer.resolution() / 72)).toSize()
    place = QRect(paper.topLeft(), _within(wanted, paper.size()))
    place.moveCenter(paper.center())
    drawn = (QSizeF(place.size()) * (dots / printer.resolution())).toSize()
    scale = place.height() / drawn.height()
    for top in range(0, drawn.height(), _STRIP):
        part = QRect(0, top, drawn.width(), min(_STRIP, drawn.height() - top))
        image = page_image(data, page, drawn, part, printed=True)
        y, end = round(top * scale), round((top + part.height()) * scale)
        painter.drawImage(QRect(place.x(), place.y() + y, place.width(), end - y), image)


def _within(wanted: QSize, paper: QSize) -> QSize:
    """Return the size, made smaller where it is larger than the paper by more than a hair."""
    if wanted.width() <= paper.width() * 1.01 and wanted.height() <= paper.height() * 1.01:
        return wanted
    return wanted.scaled(paper, Qt.AspectRatioMode.KeepAspectRatio)
