"""The one place where help becomes markup: every text is escaped here, and nowhere else."""

from __future__ import annotations

from html import escape

from soleus_desktop.ui.help.page import (
    Block,
    Bullets,
    Heading,
    Links,
    Page,
    Picture,
    Rows,
    Severity,
    Text,
)
from soleus_desktop.ui.theme import Theme

PICTURE = "picture:"
"""What begins the address of a drawing, whose name follows."""
MARK = "mark:"
"""The same for the mark of a severity."""


def markup(page: Page, theme: Theme) -> str:
    """Return a page as the rich text that Qt reads, in a theme's colours."""
    quiet, line = theme["quiet"].name(), theme["line"].name()
    body = "".join(_block(block, quiet, line) for block in page.blocks)
    return f'<p style="color:{quiet}">{escape(page.section)}</p><h2>{escape(page.title)}</h2>{body}'


def _block(block: Block, quiet: str, line: str) -> str:
    match block:
        case Heading(text):
            return f"<h3>{escape(text)}</h3>"
        case Text(text, source, is_quiet):
            said = (
                f'<span style="color:{quiet}">{escape(text)}</span>' if is_quiet else escape(text)
            )
            cited = f' <span style="color:{quiet}">[{escape(source)}]</span>' if source else ""
            return f"<p>{said}{cited}</p>"
        case Bullets(lines):
            return f"<ul>{''.join(f'<li>{escape(each)}</li>' for each in lines)}</ul>"
        case Rows(rows):
            return (
                f'<table cellpadding="3" width="100%">{"".join(_row(*row) for row in rows)}</table>'
            )
        case Severity(kind, text):
            return f'<p><img src="{MARK}{escape(kind)}"> {escape(text)}</p>'
        case Picture(name, text):
            caption = f'<p style="color:{quiet}">{escape(text)}</p>' if text else ""
            return f'<p><img src="{PICTURE}{escape(name)}"></p>{caption}'
        case Links(to):
            ways = (f'<a href="{escape(page)}">{escape(text)}</a>' for page, text in to)
            return f"<p>{'<br>'.join(ways)}</p>"


def _row(what: str, said: str) -> str:
    return f'<tr><td width="45%">{escape(what)}</td><td>{escape(said)}</td></tr>'
