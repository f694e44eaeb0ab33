"""Files that go along inside the PDF: the plan, so that the cards can be opened and edited."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFStreamFilterZCompress,
    PDFString,
)

MEDIA_TYPE = "application/vnd.soleus.plan+json"
"""What the attached file is said to be; `storage.in_pdf` finds it by this."""

SUFFIX = ".soleus"
MOST_NAME = 80
UNFIT = '<>:"/\\|?*'
"""What some systems cannot have in a file's name."""


class Attachment(NamedTuple):
    """A plan file to go along: the title of its plan, and its bytes."""

    title: str
    data: bytes


def attach(document: Any, attachments: Sequence[Attachment]) -> None:
    """Put plan files into the document, each as the source that it was made from."""
    named: list[tuple[bytes, Any]] = []
    files = []
    for name, one in zip(file_names([one.title for one in attachments]), attachments, strict=True):
        text = name.encode() if name.isascii() else codecs.BOM_UTF16_BE + name.encode("utf-16-be")
        plain = name.encode("ascii", "replace").replace(b"?", b"_")
        digest = hashlib.md5(one.data, usedforsecurity=False).digest()  # what PDF asks for
        about = PDFDictionary({"Size": len(one.data), "CheckSum": PDFString(digest, enc="raw")})
        stream = PDFStream(content=one.data, filters=[PDFStreamFilterZCompress()])
        stream.dictionary["Type"] = PDFName("EmbeddedFile")
        stream.dictionary["Subtype"] = "/" + MEDIA_TYPE.replace("/", "#2F")
        stream.dictionary["Params"] = about
        held = document.Reference(stream)
        file = PDFDictionary(
            {
                "Type": PDFName("Filespec"),
                "F": PDFString(plain, enc="raw"),
                "UF": PDFString(text, enc="raw"),
                "EF": PDFDictionary({"F": held, "UF": held}),
                "AFRelationship": PDFName("Source"),
                "Desc": PDFString("The plan of these cards, to open in Soleus Desktop"),
            }
        )
        files.append(document.Reference(file))
        named.append((text, files[-1]))
    tree = []
    for text, held in sorted(named, key=itemgetter(0)):  # as a tree of names has to be
        tree += [PDFString(text, enc="raw"), held]
    names = PDFDictionary({"EmbeddedFiles": PDFDictionary({"Names": PDFArray(tree)})})
    document.Catalog.Names = names
    document.Catalog.AF = PDFArray(files)
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "AF"]  # what it writes


def file_names(titles: Sequence[str]) -> list[str]:
    """Return a name for a file a title, all different: ``Spring block.soleus``."""
    names: list[str] = []
    for title in titles:
        fit = "".join("-" if c in UNFIT or not c.isprintable() else c for c in title)
        stem = fit.strip(" .-")[:MOST_NAME].strip() or "Plan"
        name, number = stem + SUFFIX, 1
        while name.casefold() in [known.casefold() for known in names]:
            number += 1
            name = f"{stem} {number}{SUFFIX}"
        names.append(name)
    return names
