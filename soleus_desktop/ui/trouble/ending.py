"""Ends in order when the system asks: what was edited is on the disk, and nothing is asked.

A signal is heard at once, also while Qt waits for events: the system writes it into a socket.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

_NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")


class Ending(QObject):
    """Hears SIGTERM, SIGHUP and SIGINT, and the end of a session, until `stop`.

    `flush` sees that all edits are on the disk. The end of a session is no more than that: Qt also
    calls it when the system only notes down what runs.
    """

    def __init__(self, app: QGuiApplication, flush: Callable[[], object]) -> None:
        super().__init__(app)
        self._app, self._flush = app, flush
        self._heard, self._said = socket.socketpair()
        for end in (self._heard, self._said):
            end.setblocking(False)
        self._before_wakeup = signal.set_wakeup_fd(self._said.fileno(), warn_on_full_buffer=False)
        self._before: dict[int, Any] = {}
        for name in _NAMES:
            if (number := getattr(signal, name, None)) is not None:
                self._before[number] = signal.signal(number, _nothing)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        app.commitDataRequest.connect(self._on_session)
        app.saveStateRequest.connect(self._on_session)

    def stop(self) -> None:
        """Hear of nothing any more."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_wakeup)
        for number, before in self._before.items():
            signal.signal(number, before)
        self._heard.close()
        self._said.close()

    def _on_signal(self) -> None:
        numbers = b""
        with suppress(BlockingIOError):
            numbers = self._heard.recv(4096)
        ours = [number for number in numbers if number in self._before]
        if ours:
            self._flush()
            self._app.exit(128 + ours[0])

    def _on_session(self, _: object) -> None:
        self._flush()


def _nothing(number: int, frame: FrameType | None) -> None:
    """Let the socket tell it; Python demands a handler for that."""
