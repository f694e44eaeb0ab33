"""Addresses that a card may open: http, https and mailto, nothing else."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


def web_link(video: str | None) -> str | None:
    """Return the link where it is one that a phone may open: http or https, with a host."""
    try:
        parts = urlsplit(video or "")
    except ValueError:  # such as half an IPv6 address
        return None
    whole = video is not None and video.isprintable() and " " not in video
    return video if whole and parts.scheme in ("http", "https") and parts.netloc else None


def link_in(line: str) -> str | None:
    """Return what a line of a letterhead opens: the web or mail address that it consists of."""
    line = line.strip()
    return f"mailto:{line}" if _MAIL.fullmatch(line) else web_link(line)


def address(link: str) -> str:
    """Return the link as a PDF takes it, in ASCII."""
    return quote(link, safe="%/:=&?~#+!$,;'@()*[]")
