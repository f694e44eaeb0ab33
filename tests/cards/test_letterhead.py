"""Whose cards they are: a logo read with suspicion, lines of text, addresses that open."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from soleus_desktop.cards.links import address, link_in
from soleus_desktop.cards.logo import KEPT_SIDE, NoLogo, read_logo
from soleus_desktop.cards.options import MAX_LOGO_BYTES, CardOptions
from tests.cards.printing import a_week, letters_of, printed, reader

PRACTICE = ("River practice", "1 Calf Road", "office@example.org", "https://example.org/ü")


def picture(kind: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (60, 30)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 0 if mode in ("L", "1", "P") else "red").save(out, kind)
    return out.getvalue()


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is so large and holds nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"")), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_logo_is_printed_on_every_size_of_card(kind: str, mode: str) -> None:
    for options in (CardOptions("a4", 1), CardOptions("a4", 8), CardOptions("3x5", 1)):
        made = printed(a_week(), CardOptions(options.paper, options.per_page, logo=picture(kind)))
        assert made.warnings == ()
        pdf = reader(made)
        images = [o for o in objects(pdf) if o.get("/Subtype") == "/Image"]
        assert len(images) == 1
        assert images[0]["/Width"] == 60
    assert read_logo(picture(kind, mode)).image.mode == "RGB"


def objects(pdf: object) -> list[dict[str, object]]:
    numbers = range(1, int(pdf.trailer["/Size"]))  # type: ignore[attr-defined]
    found = [pdf.get_object(number) for number in numbers]  # type: ignore[attr-defined]
    return [value for value in found if isinstance(value, dict)]


def test_what_is_clear_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (4, 4), (255, 0, 0, 0)).save(out, "PNG")
    assert read_logo(out.getvalue()).image.getpixel((1, 1)) == (255, 255, 255)


def test_a_large_logo_is_made_smaller() -> None:
    logo = read_logo(picture(size=(3000, 1500)))
    assert (logo.width, logo.height) == (KEPT_SIDE, KEPT_SIDE // 2)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no PNG or JPEG"),
        (b"<svg/>", "no PNG or JPEG"),
        (picture()[:60], "no PNG or JPEG"),
        (bomb(20_000, 3_000), "more than 8000 pixels"),
        (bomb(50_000, 50_000), "no PNG or JPEG"),
        (bomb(7_000, 7_000), "no PNG or JPEG"),
        (b"\0" * (MAX_LOGO_BYTES + 1), "larger than 4 MB"),
    ],
    ids=["nothing", "svg", "cut", "wide", "bomb", "empty", "heavy"],
)
def test_what_is_no_picture_is_a_warning(data: bytes, why: str) -> None:
    with pytest.raises(NoLogo, match=why):
        read_logo(data)
    if data:
        (warning,) = printed(a_week(), CardOptions(logo=data)).warnings
        assert warning.startswith("The logo was left out: ")
        assert why in warning


def test_other_formats_are_not_even_tried() -> None:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "GIF")
    with pytest.raises(NoLogo):
        read_logo(out.getvalue())


def test_lines_stand_on_the_first_card_of_a_day_and_their_addresses_open() -> None:
    made = printed(a_week(), CardOptions("a4", 1, practice=PRACTICE))
    for line in PRACTICE:
        assert "".join(line.split()) in letters_of(made)
    targets = {link["/A"]["/URI"] for page in reader(made).pages for link in links(page)}
    assert {"mailto:office@example.org", "https://example.org/%C3%BC"} <= targets
    assert "https://youtube.com/shorts/uQAIX2jrvYY" in targets
    assert all(target.startswith(("https://", "mailto:")) for target in targets)


def links(page: object) -> list[dict[str, dict[str, str]]]:
    return [link.get_object() for link in page.get("/Annots", [])]  # type: ignore[attr-defined]


def test_a_code_s_link_lies_on_the_code() -> None:
    made = printed(a_week(), CardOptions("a4", 4))
    page = reader(made).pages[0]
    boxes = [[float(n) for n in link["/Rect"]] for link in links(page)]
    assert len(boxes) == 4  # Friday's heel drop and Sunday's walk have no video
    for left, low, right, top in boxes:
        assert right - left == pytest.approx(top - low, abs=0.1)
        assert right - left >= 12 / 25.4 * 72 - 0.1
        assert 0 < left < right < 595.3


def test_only_web_and_mail_addresses_open() -> None:
    assert link_in(" a.b-c@example.org ") == "mailto:a.b-c@example.org"
    assert link_in("http://x.org") == "http://x.org"
    for other in ("javascript:alert(1)", "file:///etc/passwd", "a@b", "call 123", "@", ""):
        assert link_in(other) is None
    assert address("https://x.org/a b)(") == "https://x.org/a%20b)("
