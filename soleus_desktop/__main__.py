"""``soleus-desktop [FILE…]``: the window; says in a sentence where none can be shown."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from soleus_desktop import __version__

USAGE = "usage: soleus-desktop [FILE ...]   Build soleus plans in a window; see also: soleus --help"
INSTEAD = "`soleus check` and `soleus cards` do their work without one."


def main(argv: Sequence[str] | None = None) -> int:
    """Start the window on these files. Returns 2 where it cannot be shown."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if arguments == ["--version"]:
        print(f"soleus-desktop {__version__}")
        return 0
    if arguments == ["--draw-cards"]:  # by the window, which does not wait for it for ever
        from soleus_desktop.ui.preview import apart

        return apart.main()
    from soleus_desktop.ui import display

    if trouble := display.problem():
        print(f"soleus-desktop: no window can be shown: {trouble}. {INSTEAD}", file=sys.stderr)
        return 2
    from soleus_desktop.ui.app import start

    return start([Path(name) for name in arguments])


if __name__ == "__main__":
    sys.exit(main())
