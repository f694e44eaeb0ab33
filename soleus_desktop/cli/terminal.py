"""How the command line speaks: UTF-8 everywhere, one sentence for what goes wrong."""

from __future__ import annotations

import io
import os
import sys


class CannotUse(Exception):
    """What a person asked for cannot be done; one sentence that says why, naming the file."""


def say(sentence: str) -> None:
    """Put a sentence on standard error; silent where there is none."""
    if sys.stderr:
        try:
            print(f"soleus: {one_line(sentence)}", file=sys.stderr, flush=True)
        except OSError:
            return  # nobody can be told


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale: the output is the same on every machine."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def hang_up() -> None:
    """Send what is left of the output nowhere, so that the interpreter ends without complaint."""
    if not sys.stdout:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def one_line(text: str) -> str:
    """Return a text on one line, with what a terminal would obey made visible."""
    # A file's name as the system has it: Python keeps bytes that its locale cannot read aside.
    text = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    words = " ".join(text.split())
    return "".join(c if c.isprintable() else _visible(c) for c in words)


def _visible(char: str) -> str:
    # The narrow space of numbers and units is no character to escape.
    return char if char.isspace() else char.encode("unicode_escape").decode("ascii")
