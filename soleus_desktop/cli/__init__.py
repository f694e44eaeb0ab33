"""``soleus``: the whole program without its window. One module a command; Qt is never imported.

Exit codes: 0 done and nothing found, 1 `check` has found something, 2 a file could not be used or
the command was not understood. What goes wrong is one sentence on standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import NoReturn

from soleus_desktop import __version__
from soleus_desktop.cli import cards, check, export, fix, import_, new, rules, schema
from soleus_desktop.cli.terminal import CannotUse, hang_up, say, speak_utf8
from soleus_desktop.storage.disk import reason

COMMANDS = (check, fix, cards, export, import_, new, rules, schema)
_INTERRUPTED = 130
_NOBODY_LISTENS = 141


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        say(f"{message} (see `{self.prog} --help`)")
        sys.exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the arguments say (those of the process, if none are given); return the exit code."""
    speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        code: int = options.run(options)
        if sys.stdout:
            sys.stdout.flush()
        return code
    except CannotUse as error:
        say(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        hang_up()
        return _NOBODY_LISTENS
    except OSError as error:
        hang_up()
        say(f"the output could not be written: {reason(error)}")
    except Exception as error:  # a fault of the program's own: said, not dumped
        say(f"this is a fault in the program, please report it: {type(error).__name__}: {error}")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="soleus",
        description="Check, mend, print, exchange and begin soleus training plans.",
        epilog="`soleus COMMAND --help` explains a command.",
    )
    parser.add_argument("--version", action="version", version=f"soleus {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.add(commands)
    return parser
