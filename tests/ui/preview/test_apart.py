"""Whatever becomes of the process that draws cards: a person is told, the old PDF stays."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from soleus_desktop.cards.options import CardOptions
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan, new_plan
from soleus_desktop.ui.preview import apart
from soleus_desktop.ui.preview.apart import NotDrawn, carry_out_apart
from soleus_desktop.ui.preview.order import Order, carry_out
from soleus_desktop.ui.progress import Left
from soleus_desktop.ui.workbench import Workbench
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.preview.conftest import SOON_MS

CHILDREN = {
    "hangs": ("while True: pass", "stopped after 1 s"),
    "hangs before it reads": ("import time; time.sleep(99)", "stopped after 1 s"),
    "dies": ("import os; os._exit(3)", "ended by itself"),
    "talks nonsense": ("print('hello')", "ended by itself"),
    "breaks off": ("print('{\"size\": 99}'); print('%PDF-1')", "ended by itself"),
    "sends what is no PDF": ('print(\'{"size": 5}\'); print("hello")', "ended by itself"),
}


def nothing(done: int, of: int) -> None:
    """Nobody is told how far it is."""


def test_it_draws_the_same(plan: Plan, guide: Guide) -> None:
    order, told = Order((plan,), CardOptions()), list[int]()
    made = carry_out_apart(order, RESOURCES, lambda done, of: told.append(done))
    assert made == carry_out(order, guide, RESOURCES)
    assert told[0] == 0


def test_what_cannot_be_drawn_is_said() -> None:
    with pytest.raises(NotDrawn, match="no day of the plan has exercises"):
        carry_out_apart(Order((new_plan(1),), CardOptions()), RESOURCES, nothing)


@pytest.mark.parametrize("name", CHILDREN)
def test_a_child_that_fails(name: str, plan: Plan) -> None:
    code, said = CHILDREN[name]
    command, begin = [sys.executable, "-c", code], time.monotonic()
    with pytest.raises(NotDrawn, match=said):
        carry_out_apart(
            Order((plan,) * 99, CardOptions()), RESOURCES, nothing, most_s=1, command=command
        )
    assert time.monotonic() - begin < 20


def test_a_child_is_ended_when_nobody_wants_its_work(plan: Plan) -> None:
    def leave(done: int, of: int) -> None:
        raise Left

    command = [sys.executable, "-c", "import time; time.sleep(99)"]
    with pytest.raises(Left):
        carry_out_apart(Order((plan,), CardOptions()), RESOURCES, leave, command=command)


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded there")
def test_a_child_does_not_take_all_memory(plan: Plan) -> None:
    code = "from soleus_desktop.ui.preview import apart\n"
    code += "apart.carry_out = lambda *a, **k: bytearray(3 << 30)\napart.main()"
    with pytest.raises(NotDrawn, match="more than 1 GB of memory"):
        carry_out_apart(
            Order((plan,), CardOptions()), RESOURCES, nothing, command=[sys.executable, "-c", code]
        )


def test_nothing_is_run_from_the_folder_one_is_in(
    plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "pickle", "soleus_desktop"):
        (tmp_path / f"{name}.py").write_text("import os; os._exit(9)")
    monkeypatch.chdir(tmp_path)
    assert carry_out_apart(Order((plan,), CardOptions()), RESOURCES, nothing).pages


def test_the_old_pdf_stays(
    bench: Workbench, plan: Plan, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "cards.pdf"
    file.write_bytes(b"%PDF-old")
    monkeypatch.setattr(apart, "_command", lambda: [sys.executable, "-c", "import os; os.abort()"])
    answers = Answers().click("OK")
    bench.printing.make(file, Order((plan,), CardOptions()))
    qtbot.waitUntil(lambda: bool(answers.heard), timeout=SOON_MS)
    assert "ended by itself" in answers.heard[0]
    assert file.read_bytes() == b"%PDF-old"
    assert {path.suffix for path in tmp_path.iterdir()} <= {".pdf", ""}  # the settings' folder
