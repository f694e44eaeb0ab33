"""What all tests share: silence is demanded, examples are few and nearly the same every time.

Hypothesis takes constants for them from the modules that are loaded, which are others with each
order of the tests: what fails once in a while has found something.

Qt is not imported here, and the tests of the pure packages have none to import: that they
pass shows that what they try works where it is not installed.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from soleus_desktop.guide.model import Guide
from tests.build import GUIDE

# `pytest --hypothesis-profile=thorough` looks longer, and elsewhere each time.
settings.register_profile(
    "quick",
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("quick")


HERE = Path(__file__).resolve().parent
PURE = {"plan", "guide", "rules", "planner", "storage", "cards", "exchange", "cli"}


class _Ears(logging.Handler):
    """Keeps what was logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs: the test means to log WARNING or more")


@pytest.fixture(autouse=True)
def _silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a log record of WARNING or more, unless it is marked `logs`."""
    ears = _Ears()
    logging.getLogger().addHandler(ears)
    yield
    logging.getLogger().removeHandler(ears)
    if ears.heard and not request.node.get_closest_marker("logs"):
        pytest.fail("logged: " + "; ".join(ears.heard))


@pytest.fixture(scope="module", autouse=True)
def _no_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let no import of Qt succeed in the tests of packages that have to do without it."""
    with pytest.MonkeyPatch.context() as patch:
        if request.path.relative_to(HERE).parts[0] in PURE:
            if widgets := sys.modules.get("PySide6.QtWidgets"):  # it imports when first asked
                widgets.QApplication.instance()
            for name in {"PySide6", "shiboken6", *sys.modules}:
                if name.partition(".")[0] in ("PySide6", "shiboken6"):
                    patch.setitem(sys.modules, name, None)
        yield


@pytest.fixture(scope="session")
def guide() -> Guide:
    """The guide as it ships."""
    return GUIDE


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--events", type=int, default=1000, help="how many random events the window has to bear"
    )
