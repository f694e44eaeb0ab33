"""Garbage is looked for in the window's thread alone, whatever other threads make."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from soleus_desktop.ui.collector import NEW, Collector


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    made = Collector(qapp)
    yield made
    made.stop()
    gc.unfreeze()
    made.deleteLater()


def knots(many: int) -> list[weakref.ref[Knot]]:
    """Make so many and let go of them; give what tells whether they are still there."""
    return [weakref.ref(Knot()) for _ in range(many)]


def test_no_other_thread_looks_for_garbage(collector: Collector) -> None:
    where, seen = list[int](), list[weakref.ref[Knot]]()

    def note(phase: str, what: dict[str, Any]) -> None:
        where.append(threading.get_ident())

    gc.callbacks.append(note)
    try:
        thread = threading.Thread(target=lambda: seen.extend(knots(10 * NEW)))
        thread.start()
        thread.join()
        assert not where
        assert all(knot() for knot in seen)
        collector.look()
        assert set(where) == {threading.get_ident()}
    finally:
        gc.callbacks.remove(note)
    assert not any(knot() for knot in seen)


def test_it_does_not_look_where_little_is_new(collector: Collector) -> None:
    collector.look()
    gc.collect(0)
    (knot,) = knots(1)
    collector.look()
    assert knot()


def test_it_is_python_s_again_when_it_stops(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
