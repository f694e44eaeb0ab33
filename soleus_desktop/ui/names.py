"""How plan files are named."""

from __future__ import annotations

SUFFIX = ".soleus"


def file_name(title: str) -> str:
    """Return a title as a file's name, without what file systems refuse."""
    kept = "".join(" " if c in '<>:"/\\|?*' or ord(c) < 32 else c for c in title)
    return " ".join(kept.split())[:80].strip(". ") or "Plan"
