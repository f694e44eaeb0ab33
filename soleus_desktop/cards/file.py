"""The PDF as a file: objects go out as they are done, and only where they lie is kept.

Small objects are packed together, as PDF has it since 1.5: the tags of a thousand cards are tens
of thousands of them. ReportLab, which holds every object until the end and writes each by itself,
adds the few that are its own (fonts, pictures, what the PDF is about) when all else is written.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from array import array
from struct import Struct
from typing import Any

from reportlab.pdfbase.pdfdoc import format as as_written

A_PACK = 200
"""Objects that are packed together; who reads one unpacks them all."""

A_STRETCH = 4096
"""Rows of the table of objects that are made ready to be packed at once."""

IN_FILE, IN_PACK = 1, 2
AN_OBJECT = Struct(">BIB")
"""A row of that table: what it is, where it lies, its place in a pack."""


class PdfFile:
    """One PDF on its way out. Each object gets its number first, from ReportLab's own count."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._out = io.BytesIO()
        self._out.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._numbers: list[int] = []
        self._contents: list[str] = []
        # Of each object by its number: what it is, where it lies, its place in a pack.
        self._kinds, self._places = bytearray(), bytearray()
        self._wheres = array("I")

    def number(self) -> int:
        """Return a number for an object to come."""
        self._document.objectcounter += 1
        number: int = self._document.objectcounter
        return number

    def add(self, number: int, content: str) -> None:
        """Take a small object; a character of it is a byte."""
        self._numbers.append(number)
        self._contents.append(content)
        if len(self._numbers) == A_PACK:
            self._pack()

    def put(self, content: str) -> int:
        """Take a small object of which nobody has spoken yet; return its number."""
        number = self.number()
        self.add(number, content)
        return number

    def stream(self, number: int, head: str, content: bytes) -> None:
        """Write a stream, packed; `head` are entries of its dictionary."""
        held = zlib.compress(content)
        head = f"<<{head}/Filter/FlateDecode/Length {len(held)}>>"
        self._write(number, b"%b\nstream\n%b\nendstream\n" % (head.encode(), held))

    def finished(self) -> bytes:
        """Write what ReportLab holds, and where everything lies; return the whole file."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        document.info.invariant = document.invariant
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        number = 0
        while number < document.objectcounter:  # writing an object may bring new ones
            number += 1
            if (name := document.numberToId.get(number)) is None:  # it is written already
                continue
            content = as_written(document.idToObject[name], document, toplevel=1)
            if content.endswith(b"endstream\n"):
                self._write(number, content)
            else:
                self.add(number, content.rstrip().decode("latin-1"))
        self._pack()
        self._end(*(reference.format(document).decode() for reference in (root, info)))
        return self._out.getvalue()

    def _pack(self) -> None:
        """Write the small objects that have come together."""
        if not self._numbers:
            return
        places, at = [], 0
        for number, content in zip(self._numbers, self._contents, strict=True):
            places.append(f"{number} {at}")
            at += len(content) + 1
        lead = " ".join(places) + "\n"
        packed = (lead + "\n".join(self._contents)).encode("latin-1")
        own = self.number()
        self._room(own)
        for place, number in enumerate(self._numbers):
            self._kinds[number] = IN_PACK
            self._wheres[number] = own
            self._places[number] = place
        count = len(self._numbers)
        self._numbers.clear()
        self._contents.clear()
        self.stream(own, f"/Type/ObjStm/N {count}/First {len(lead)}", packed)

    def _write(self, number: int, content: bytes) -> None:
        self._room(number)
        self._kinds[number] = IN_FILE
        self._wheres[number] = self._out.tell()
        self._out.write(b"%d 0 obj\n%bendobj\n" % (number, content))

    def _room(self, number: int) -> None:
        """Have the table reach to this number."""
        if (more := number + 1 - len(self._kinds)) > 0:
            more += A_STRETCH
            self._kinds.extend(bytes(more))
            self._places.extend(bytes(more))
            self._wheres.extend([0] * more)

    def _end(self, root: str, info: str) -> None:
        """Write the table of objects and the file's end."""
        number, begins = self.number(), self._out.tell()
        self._room(number)
        self._kinds[number], self._wheres[number] = IN_FILE, begins
        held = self._table(number + 1)
        same = hashlib.md5(self._out.getbuffer(), usedforsecurity=False).hexdigest()
        head = (
            f"/Type/XRef/Size {number + 1}/W[1 4 1]/Root {root}/Info {info}/ID[<{same}><{same}>]"
            f"/Filter/FlateDecode/Length {len(held)}"
        )
        self._out.write(
            b"%d 0 obj\n<<%b>>\nstream\n%b\nendstream\n" % (number, head.encode(), held)
        )
        self._out.write(b"endobj\nstartxref\n%d\n%%%%EOF\n" % begins)

    def _table(self, count: int) -> bytes:
        """Return the rows of the table of objects, packed a stretch at a time."""
        packer, held = zlib.compressobj(), bytearray()
        for first in range(0, count, A_STRETCH):
            last = min(first + A_STRETCH, count)
            rows = zip(
                self._kinds[first:last],
                self._wheres[first:last],
                self._places[first:last],
                strict=True,
            )
            held += packer.compress(b"".join([AN_OBJECT.pack(*row) for row in rows]))
        return bytes(held + packer.flush())
