"""The window under random events by the hundred thousand: drops of garbage, saves, printing too.

Nothing raises, Qt warns of nothing, the plan stays sound, and the event loop is never long gone:
what is measured is the time from one deed to the next, the painting that it brought included; a
key of many that are typed, a move of the mouse, is a deed.
"""

from __future__ import annotations

import gc
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QMimeData, QPoint, Qt, QtMsgType, QUrl, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QApplication, QWidget

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.plan import ids
from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.engine import Checker
from soleus_desktop.storage.plan_file import open_plan, plan_bytes, read_plan
from soleus_desktop.ui.app import make_application
from soleus_desktop.ui.collector import Collector
from soleus_desktop.ui.dialogs import ask
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.preview.order import Order
from soleus_desktop.ui.windows import Windows
from tests.torture.trial import HARMLESS, SAMPLES, Broken, Outcome
from tests.ui.drag import drag_to
from tests.ui.random_events import Stranger

RESOURCES = SAMPLES.parents[1] / "resources"
AT_ONCE = 500
MOST_GAP_S = 0.1
SLOW_SHOWN = 8
_WHERE = re.compile(r" (\(.*|at \(.*|KeyboardModifier.*|'x+' .*)")
MIMES = (
    "application/x-qabstractitemmodeldatalist",
    "text/plain",
    "text/html",
    "text/uri-list",
    "application/x-soleus-entries",
    "image/png",
)


class Vandal(Stranger):
    """Drops garbage as well, pastes it, saves and prints; notes how long each deed took."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        super().__init__(window, seed)
        self.gaps: list[tuple[float, str]] = []
        self.saved = self.printed = self.dropped = 0
        self.own_s: list[float] = []
        """The time of the window's own thread in each gap: other programs make none of it."""
        self._folder, self._last, self._longest = folder, 0.0, 0.0
        self._own, self._most = 0.0, 0.0

    def do(self, events: int) -> None:
        self._last = 0.0
        super().do(events)

    def _tick(self) -> None:
        self._beat()
        if self._longest:
            self.gaps.append((self._longest, self.done[-1] if self.done else "the beginning"))
            self.own_s.append(self._most)
        self._longest = self._most = 0.0
        chance = self.chance.random()
        if QApplication.activeModalWidget() is None and self._left > 0:
            bench = self.window.bench
            if chance < 0.004:
                self._note("save")
                bench.documents.save_to(self._folder / "plan.soleus")
                self.saved += 1
            elif chance < 0.005:
                self._note("print")
                bench.printing.make(self._folder / "cards.pdf", _all(bench.session.plan))
                self.printed += 1
            elif chance < 0.03:
                self._drop_garbage()
            elif chance < 0.04:
                QApplication.clipboard().setMimeData(self._garbage())
        super()._tick()

    def _beat(self) -> None:
        now, own = time.perf_counter(), time.thread_time()
        if self._last:
            self._longest = max(self._longest, now - self._last)
            self._most = max(self._most, own - self._own)
        self._last, self._own = now, own

    def _drop_garbage(self) -> None:
        self.dropped += 1
        targets = [w for w in self.window.findChildren(QWidget) if w.isVisible()]
        hit = self.chance.choice(targets)
        self._note(f"garbage on {type(hit).__name__}")
        at = QPoint(max(hit.width(), 1) // 2, max(hit.height(), 1) // 2)
        drag_to(hit, self._garbage(), at)

    def _garbage(self) -> QMimeData:
        data, kind = QMimeData(), self.chance.choice(MIMES)
        data.setData(kind, self.chance.randbytes(self.chance.choice((0, 1, 40, 4000))))
        if kind == "text/uri-list":
            names = ("/dev/zero", "/etc", "/nowhere/x.soleus", "//host/share/x.soleus")
            data.setUrls([QUrl.fromLocalFile(self.chance.choice(names))])
        return data


def random_events(events: int, seed: int) -> Outcome:
    """Do so many random things in a window."""
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    said: list[str] = []
    with tempfile.TemporaryDirectory() as name, _quiet(said):
        folder = Path(name)
        windows = Windows(lambda file, at_start: _window(folder, file))
        begin = Path(shutil.copy(SAMPLES / "clean.soleus", folder))  # it may be saved
        window = windows.open(begin)
        window.furnish()
        collector = Collector(app)  # as the program does
        vandal = Vandal(window, folder, seed)
        session, left = window.bench.session, events
        while left > 0:
            vandal.do(min(AT_ONCE, left))
            left -= AT_ONCE
            if said:
                raise Broken(f"{said[0]} after {vandal.done[-5:]}")
            if session.report != Checker(session.guide).check(session.plan):
                raise Broken(f"the findings are stale after {vandal.done[-5:]}")
            if read_plan(plan_bytes(session.plan), session.guide) != session.plan:
                raise Broken(f"the plan is unsound after {vandal.done[-5:]}")
        QApplication.clipboard().clear()  # else it outlives Python, offscreen
        window.bench.work.finish()
        if vandal.saved:
            open_plan(folder / "plan.soleus", session.guide)
        session.stack.setClean()
        window.close()
        app.processEvents()
        collector.stop()
    gap_s = _nearly_longest([gap_s for gap_s, _ in vandal.gaps])
    seen = {
        "p99.9 gap ms": round(gap_s * 1000),
        "of it its own": round(_nearly_longest(vandal.own_s) * 1000),
        "longest ms": f"{max(vandal.gaps)[0] * 1000:.0f} ({_slowest(vandal.gaps)})",
        "saved": vandal.saved,
        "printed": vandal.printed,
        "garbage dropped": vandal.dropped,
        "weeks at the end": len(session.plan.weeks),
        "within 100 ms": gap_s <= MOST_GAP_S,
    }
    return Outcome(events, seen)


def _nearly_longest(gaps_s: list[float]) -> float:
    """Return the gap that one in a thousand is longer than."""
    return sorted(gaps_s)[min(int(len(gaps_s) * 0.999), len(gaps_s) - 1)]


def _slowest(gaps: list[tuple[float, str]]) -> str:
    """Name the kinds of deeds that keep the loop longest, each with its longest."""
    longest: dict[str, float] = {}
    for gap_s, deed in gaps:
        kind = _WHERE.sub("", deed)
        longest[kind] = max(longest.get(kind, 0.0), gap_s)
    most = sorted(longest.items(), key=lambda one: -one[1])[:SLOW_SHOWN]
    return ", ".join(f"{kind} {gap_s * 1000:.0f}" for kind, gap_s in most)


def soak(rounds: int) -> Outcome:
    """Open, edit, save, print, again and again: memory, files and references stay as they were."""
    app = QApplication.instance() or make_application()
    assert isinstance(app, QApplication)
    said: list[str] = []
    with tempfile.TemporaryDirectory() as name, _quiet(said), _told(said):
        folder = Path(name)
        windows = Windows(lambda file, at_start: _window(folder, file))
        bench = windows.open(None).bench
        collector = Collector(app)
        for sample in ("clean.soleus", "everything.soleus"):
            shutil.copy(SAMPLES / sample, folder)
        chance, first = random.Random(rounds), (0.0, 0, 0)
        last = first
        for number in range(rounds):
            bench.documents.load(folder / chance.choice(("clean.soleus", "everything.soleus")))
            bench.session.apply("Title", lambda plan, n=number: plan.replace(title=f"Plan {n}"))
            for _ in range(20):
                bench.week_commands.duplicate()
                bench.session.stack.undo()
            bench.documents.save_to(folder / f"{number % 3}.soleus")
            if number % 5 == 0:
                bench.printing.make(folder / "cards.pdf", _all(bench.session.plan))
            bench.work.finish()
            app.processEvents()
            bench.session.stack.setClean()
            if number == rounds // 2:
                first = _used()
        last = _used()
        if said:
            raise Broken(said[0])
        bench.window.close()
        app.processEvents()
        collector.stop()
    grown_mb, files, nones = (now - then for now, then in zip(last, first, strict=True))
    seen = {"MB more": round(grown_mb, 1), "files more": files, "references to None more": nones}
    if grown_mb > 50 or files > 2 or nones < -1000:
        raise Broken(f"it does not stay flat: {seen}")
    return Outcome(rounds, seen)


def _all(plan: Plan) -> Order:
    return Order((plan,), CardOptions())


def _window(folder: Path, file: Path | None) -> MainWindow:
    return MainWindow(RESOURCES, Preferences(folder / "settings"), file, state=folder / "state")


def _used() -> tuple[float, int, int]:
    """Return the memory in MB, how many files are open, and how often None is referred to."""
    ids._kept.clear()  # what is known of weeks, at most so many: that it fills up is no leak
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    memory_mb = pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    return memory_mb, len(list(Path("/proc/self/fd").iterdir())), sys.getrefcount(None)


@contextmanager
def _told(said: list[str]) -> Iterator[None]:
    """Take down what a message says, that nobody is there to read; cards may lack a letter."""

    def tell(parent: object, text: str, more: str = "", *, failed: bool = True) -> None:
        if "printed" not in text:
            said.append(f"{text} {more}")

    with patch.object(ask, "tell", tell):
        yield


@contextmanager
def _quiet(said: list[str]) -> Iterator[None]:
    """Take down every exception and every warning of Qt's; let nothing leave the window."""

    def on_message(kind: QtMsgType, where: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            said.append(f"Qt: {text}")

    def on_exception(kind: type[BaseException], error: BaseException, trace: object) -> None:
        said.append("".join(traceback.format_exception(error)))

    execute, open_url, hook = QDrag.exec, QDesktopServices.openUrl, sys.excepthook
    QDrag.exec = lambda *_: Qt.DropAction.IgnoreAction  # type: ignore[method-assign,assignment]
    QDesktopServices.openUrl = lambda *_: True  # type: ignore[method-assign,assignment]
    before, sys.excepthook = qInstallMessageHandler(on_message), on_exception
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.excepthook = hook
        QDrag.exec, QDesktopServices.openUrl = execute, open_url  # type: ignore[method-assign]
