"""How the finished PDF is written: small objects packed together, as PDF has it since 1.5.

ReportLab writes each object by itself, with a line of twenty bytes that says where it lies. The
tags of a thousand cards are tens of thousands of small objects: packed, each takes a few bytes.
"""

from __future__ import annotations

import zlib
from array import array
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFFile
from reportlab.pdfbase.pdfdoc import format as as_written

A_PACK = 200
"""Objects that are packed together; who reads one unpacks them all."""

ROW = 6
"""Bytes of a row of the table of objects: what it is, where it lies, its place in a pack."""


class Packs:
    """Collects small objects and packs them, so that no more than a pack of them is kept open."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self.full: list[tuple[array[int], bytes]] = []
        """Packs: the numbers of their objects, and the stream with its head."""

    def add(self, number: int, content: str) -> None:
        """Take an object, by its number; a character of it is a byte."""
        self._open.append((number, content))
        if len(self._open) == A_PACK:
            self.close()

    def close(self) -> None:
        """Pack what has been taken."""
        if not self._open:
            return
        places, at = [], 0
        for number, content in self._open:
            places.append(f"{number} {at}")
            at += len(content) + 1
        lead = " ".join(places) + "\n"
        packed = lead + "\n".join([content for _, content in self._open])
        held = zlib.compress(packed.encode("latin-1"))
        head = f"/Type/ObjStm/N {len(self._open)}/First {len(lead)}"
        numbers = array("L", [number for number, _ in self._open])
        self.full.append((numbers, _stream(head, held)))
        self._open.clear()


def written(document: Any, packs: Packs) -> bytes:
    """Return the file of a ReportLab document, with the objects that are in `packs` already."""
    document.encrypt.prepare(document)
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    document.__accum__ = file = PDFFile(document._pdfVersion)  # noqa: SLF001  as its own way does
    places = bytearray()
    number = 0
    while number < document.objectcounter:  # writing an object may bring new ones
        number += 1
        name = document.numberToId.get(number)
        if name is None:  # one of the packs'
            continue
        content = as_written(document.idToObject[name], document, toplevel=1)
        if content.endswith(b"endstream\n"):
            _put(places, number, 1, file.add(_object(number, content)))
        else:
            packs.add(number, content.rstrip().decode("latin-1"))
    packs.close()
    for numbers, pack in packs.full:
        number += 1
        _put(places, number, 1, file.add(_object(number, pack)))
        for at, held in enumerate(numbers):
            _put(places, held, 2, number, at)
    number += 1
    begins = file.add(b"")
    _put(places, number, 1, begins)
    head = (
        f"/Type/XRef/Size {number + 1}/W[1 4 1]/Root {_said(root, document)}"
        f"/Info {_said(info, document)}/DecodeParms<</Predictor 12/Columns {ROW}>>/ID"
    ).encode() + document.ID().partition(b"%")[0].strip()
    file.add(_object(number, _stream(head, zlib.compress(_differences(bytes(places))))))
    file.add(f"startxref\n{begins}\n%%EOF\n".encode())
    whole: bytes = file.format(document)
    return whole


def _differences(table: bytes) -> bytes:
    """Return the rows as differences from the one above, which pack to nearly nothing."""
    differences = bytearray(b"\2" * (len(table) // ROW * (ROW + 1)))
    for column in range(ROW):
        values = table[column::ROW]
        steps = [
            (now - above) & 255 for now, above in zip(values, b"\0" + values[:-1], strict=True)
        ]
        differences[column + 1 :: ROW + 1] = bytes(steps)
    return bytes(differences)


def _put(table: bytearray, number: int, kind: int, where: int, at: int = 0) -> None:
    """Note in the table where an object lies: 1 in the file, 2 at a place in a pack."""
    start = ROW * number
    if len(table) < start + ROW:
        table.extend(bytes(start + ROW - len(table)))
    table[start : start + ROW] = b"%c%b%c" % (kind, where.to_bytes(4), at)


def _stream(head: str | bytes, held: bytes) -> bytes:
    head = head.encode() if isinstance(head, str) else head
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream\n" % (head, len(held), held)


def _object(number: int, content: bytes) -> bytes:
    return b"%d 0 obj\n%bendobj\n" % (number, content)


def _said(reference: Any, document: Any) -> str:
    said: str = reference.format(document).decode()
    return said
