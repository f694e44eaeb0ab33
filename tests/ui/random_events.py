"""Somebody who knows nothing of the program: clicks, keys, drags and wheels, anywhere, anyhow.

The same seed does the same again, so that what it breaks can be looked at.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.mime import ENTRIES, EXERCISE, entries_data, exercise_data
from tests.ui.drag import drag_to, hover

NO_KEYS, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MODIFIERS = (NO_KEYS, NO_KEYS, NO_KEYS, SHIFT, CTRL, CTRL | SHIFT, ALT)
KEYS = tuple(
    QKeySequence(name)[0].key()
    for name in (
        *("Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown", "Tab", "Backtab"),
        *("Return", "Space", "Esc", "Del", "Backspace", "Ins", "F2", "F8", "F6", "F7"),
        *"ABCDEGHIJKLMNRVXYZ0123456789/+-.,@",
    )
)
TYPED = ("bent 3x15 @10kg", "hold 4x45s", "12", "<b>&", "\u202e\u0301\U0001f9b5", "x" * 300, "-1")
LEFT_ALONE = {"quit"}
"""Actions that end what is being tried."""


class Stranger:
    """Does so many random things in a window, in whatever has popped up over it."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.chance = window, random.Random(seed)
        self.done: list[str] = []
        self._left = 0
        self._loop = QEventLoop()

    def do(self, events: int) -> None:
        """Do so many things, then close what is still open over the window."""
        self._left = events
        QTimer.singleShot(0, self._tick)
        self._loop.exec()

    def _tick(self) -> None:
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if self._left <= 0 and over is None:
            self._loop.quit()
            return
        # Asked for before the deed: a dialog runs a loop of its own in which this has to go on.
        QTimer.singleShot(0, self._tick)
        self._left -= 1
        if over is not None and (
            self._left <= 0 or isinstance(over, QFileDialog) or self.chance.random() < 0.15
        ):
            self._note(f"leave {type(over).__name__}")
            over.reject() if isinstance(over, QDialog) else over.close()
            return
        deeds: tuple[Callable[[QWidget], None], ...] = (
            *(self._click, self._click, self._click, self._key, self._key, self._key),
            *(self._drag, self._wheel, self._type),
        )
        if over is None:
            deeds = (*deeds, self._act, self._act, self._act, self._drop, self._drop, self._resize)
        self.chance.choice(deeds)(over or self.window)

    def _note(self, what: str) -> None:
        self.done.append(what)

    def _beat(self) -> None:
        """Called where a person's hand leaves the event loop time to breathe, within one deed."""

    def _somewhere(self, root: QWidget) -> tuple[QWidget, QPoint]:
        """A point in the widget that a person would hit there."""
        point = QPoint(
            self.chance.randrange(max(root.width(), 1)),
            self.chance.randrange(max(root.height(), 1)),
        )
        hit = root.childAt(point) or root
        return hit, hit.mapFrom(root, point)

    def _click(self, root: QWidget) -> None:
        hit, at = self._somewhere(root)
        button = self.chance.choice(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        )
        click = QTest.mouseDClick if self.chance.random() < 0.2 else QTest.mouseClick
        self._note(f"click {type(hit).__name__} {at.toTuple()}")
        click(hit, button, self.chance.choice(MODIFIERS), at)

    def _drag(self, root: QWidget) -> None:
        """Press, move and release; a drag that begins goes nowhere."""
        hit, at = self._somewhere(root)
        self._note(f"drag {type(hit).__name__} {at.toTuple()}")
        keys = self.chance.choice(MODIFIERS)
        QTest.mousePress(hit, Qt.MouseButton.LeftButton, keys, at)
        for _ in range(3):
            at += QPoint(self.chance.randint(-80, 80), self.chance.randint(-80, 80))
            QTest.mouseMove(hit, at)
            self._beat()
        QTest.mouseRelease(hit, Qt.MouseButton.LeftButton, keys, at)

    def _key(self, root: QWidget) -> None:
        target = QApplication.focusWidget() or root
        key, keys = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        if key == Qt.Key.Key_Q and keys & CTRL:
            return
        self._note(f"key {key.name} {keys} at {type(target).__name__}")
        QTest.keyClick(target, key, keys)

    def _type(self, root: QWidget) -> None:
        target = QApplication.focusWidget() or root
        text = self.chance.choice(TYPED)
        self._note(f"type {text[:20]!r} at {type(target).__name__}")
        for letter in text:
            QTest.keyClick(target, letter) if letter.isascii() else None
            self._beat()

    def _wheel(self, root: QWidget) -> None:
        hit, at = self._somewhere(root)
        self._note(f"wheel {type(hit).__name__}")
        turned = QPoint(0, self.chance.choice((-120, 120)))
        event = QWheelEvent(
            QPointF(at),
            QPointF(hit.mapToGlobal(at)),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            self.chance.choice((NO_KEYS, CTRL)),
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(hit, event)

    def _act(self, root: QWidget) -> None:
        actions = self.window.bench.actions_by_id
        name = self.chance.choice(sorted(actions.keys() - LEFT_ALONE))
        self._note(f"action {name}")
        actions[name].trigger()

    def _drop(self, root: QWidget) -> None:
        bench = self.window.bench
        ground = bench.board.viewport()
        at = QPoint(
            self.chance.randrange(max(ground.width(), 1)),
            self.chance.randrange(max(ground.height(), 1)),
        )
        self._note(f"drop at {at.toTuple()}")
        take = drag_to if self.chance.random() < 0.7 else hover
        take(ground, self._carried(), at, self.chance.choice(MODIFIERS))

    def _carried(self) -> QMimeData:
        session = self.window.bench.session
        there = [e for week in session.plan.weeks for day in week.days for e in day.entries]
        kind = self.chance.randrange(4)
        if kind == 0 and there:
            some = tuple(self.chance.sample(there, min(len(there), 3)))
            return entries_data(session.token, session.plan, some, session.exercises)
        if kind == 1:
            data = QMimeData()
            data.setData(self.chance.choice((EXERCISE, ENTRIES)), self.chance.randbytes(40))
            return data
        return exercise_data(self.chance.choice(sorted(session.exercises)))

    def _resize(self, root: QWidget) -> None:
        self._note("resize")
        self.window.resize(self.chance.randint(700, 1600), self.chance.randint(450, 1000))
