"""What is told of an error: versions, where it happened, what was done last; no word of a plan."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import qVersion

from soleus_desktop import __version__
from soleus_desktop.ui.trouble.last import LAST_ACTIONS

_BARE = (AttributeError, NameError, TypeError, ImportError, RecursionError, MemoryError)
"""What these say is of the program; another error's words may be out of a plan or a path."""
_LONGEST = 300


def report_of(kind: type[BaseException], error: BaseException | None, where: str) -> str:
    """Return a report of an exception; `where` says in what it came up."""
    words = str(error)[:_LONGEST] if isinstance(error, _BARE) else "(its words are left out)"
    trace = error.__traceback__ if error is not None else None
    return "\n".join(
        (
            f"Soleus Desktop {__version__}, Python {platform.python_version()}, "
            f"PySide6 {pyside_version}, Qt {qVersion()}, {platform.system()} {platform.release()} "
            f"{platform.machine()}",
            f"Actions, the last one last: {LAST_ACTIONS}",
            f"In {where}:",
            *_frames(trace),
            f"{kind.__name__}: {words}",
        )
    )


def _frames(trace: TracebackType | None) -> list[str]:
    """Return the calls that led there, each file by its last parts: a path names its person."""
    lines = []
    for frame in traceback.extract_tb(trace)[-40:]:
        file = "/".join(Path(frame.filename).parts[-4:])
        lines.append(f"  {file}:{frame.lineno} in {frame.name}: {(frame.line or '')[:100]}")
    return lines
