"""Pages of a PDF as pictures, by PDFium.

Each call opens the PDF anew, which costs a few milliseconds: so nothing of PDFium's is ever left
to be cleared away by whatever thread happens to be there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage

_ONE_AT_A_TIME = Lock()
"""PDFium may be asked by any thread, but never by two at once."""
_WHITE = 0xFFFFFFFF
_AS_SEEN = raw.FPDF_ANNOT
_AS_PRINTED = raw.FPDF_ANNOT | raw.FPDF_PRINTING


def page_sizes(data: bytes) -> list[QSizeF]:
    """Return the sizes of a PDF's pages in points (1/72 inch)."""
    with _opened(data) as pdf:
        return [QSizeF(*pdf.get_page_size(number)) for number in range(len(pdf))]


def page_image(
    data: bytes, page: int, size: QSize, part: QRect | None = None, *, printed: bool = False
) -> QImage:
    """Return a page (from 0) drawn `size` pixels large, or that part of it, on white.

    What can be filled in is drawn, too. `printed` draws as for a printer. Raises `NotDrawn`.
    """
    part = part or QRect(0, 0, size.width(), size.height())
    with _opened(data) as pdf:
        opened = pdf[page]
        bitmap = pypdfium2.PdfBitmap.new_native(part.width(), part.height(), raw.FPDFBitmap_BGRx)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, part.width(), part.height(), _WHITE)
            flags = _AS_PRINTED if printed else _AS_SEEN
            place = (-part.x(), -part.y(), size.width(), size.height(), 0, flags)
            raw.FPDF_RenderPageBitmap(bitmap, opened, *place)
            if pdf.formenv:
                raw.FPDF_FFLDraw(pdf.formenv, bitmap, opened, *place)
            return QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
        finally:
            bitmap.close()
            opened.close()


NotDrawn = (pypdfium2.PdfiumError, MemoryError)
"""What is raised where a page cannot be drawn."""


@contextmanager
def _opened(data: bytes) -> Iterator[Any]:
    with _ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(data)
        try:
            pdf.init_forms()
            yield pdf
        finally:
            pdf.close()
