"""The program left at any moment, with work of every kind going on beside its window.

It is a process of its own each time, as a person starts it. It has to end by itself, without a
crash, and nothing of what was edited may be lost when the system ends it.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.storage.recovery.recovered import left_behind
from tests.build import GUIDE
from tests.torture.trial import HARMLESS, SAMPLES, Broken, Outcome

FOLDERS = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")
DEADLINE_S = 60
ENDED = 128 + signal.SIGTERM
LATEST_MS = 400
"""So long at most it is at work before it is left."""
MOST_APART_MS = 40
OTHERS = ("second.soleus", "third.soleus")
DEEDS = ("edit", "edit", "undo", "save", "print", "preview", "versions", "window")


def leavings(times: int, seed: int) -> Outcome:
    """Start and leave the program so many times; every other time the system ends it."""
    chance = random.Random(seed)
    seen = {"closed": 0, "ended": 0, "edits": 0, "PDFs": 0}
    for _ in range(times):
        with tempfile.TemporaryDirectory() as name:
            _leave(Path(name), chance.randrange(1 << 30), seen)
    return Outcome(times, {**seen, "crashed": 0, "lost": 0})


def _leave(folder: Path, seed: int, seen: dict[str, int]) -> None:
    plan, pdf = folder / "plan.soleus", folder / "cards.pdf"
    for name in (plan.name, *OTHERS):
        shutil.copy(SAMPLES / "clean.soleus", folder / name)
    try:
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", __name__, folder, str(seed)],
            env=os.environ
            | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
            | {each: str(folder / each) for each in FOLDERS},
            capture_output=True,
            text=True,
            timeout=DEADLINE_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Broken(f"{seed}: it does not end") from None
    said = [line for line in done.stderr.splitlines() if not line.startswith(HARMLESS)]
    if said or done.returncode not in (0, ENDED):
        raise Broken(f"{seed}: left with {done.returncode}: " + "\n".join(said))
    titles = done.stdout.splitlines()
    left = left_behind(folder / FOLDERS[1] / "soleus-desktop" / "journals", GUIDE)
    kept = {open_plan(plan, GUIDE).title, *(each.plan.title for each in left)}
    if done.returncode == ENDED and titles and titles[-1] not in kept:
        raise Broken(f"{seed}: edit {titles[-1]} is lost; there are {sorted(kept)}")
    if pdf.exists() and not pdf.read_bytes().rstrip().endswith(b"%%EOF"):
        raise Broken(f"{seed}: the PDF is torn")
    seen["ended" if done.returncode else "closed"] += 1
    seen["edits"] += len(titles)
    seen["PDFs"] += pdf.exists()


# --- the program that is left ---------------------------------------------------------------------


def main(folder: Path, seed: int) -> int:
    """Work at random in the program's window, then leave it at a random moment."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from soleus_desktop.cards.options import CardOptions
    from soleus_desktop.ui import app
    from soleus_desktop.ui.main_window import MainWindow
    from soleus_desktop.ui.preview.order import Order
    from soleus_desktop.ui.workbench import Workbench

    chance, make = random.Random(seed), app.make_application
    numbers, others, working = iter(range(1_000_000)), list(OTHERS), QTimer()

    def begin() -> None:
        (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        if window._bench is None or window.bench.session.path is None:
            QTimer.singleShot(20, begin)
            return
        working.timeout.connect(lambda: work(window.bench))
        working.start(chance.randrange(1, MOST_APART_MS))
        QTimer.singleShot(chance.randrange(LATEST_MS), lambda: leave(window.bench))

    def work(bench: Workbench) -> None:
        deed, session = chance.choice(DEEDS), bench.session
        if deed in ("edit", "undo"):
            title = str(next(numbers))
            if deed == "edit":
                session.apply("Title", lambda plan: plan.replace(title=title))
            else:
                session.stack.undo()
            print(session.plan.title, flush=True)
        elif deed == "save":
            bench.documents.save_to(folder / "plan.soleus")
        elif deed == "print":
            bench.printing.make(folder / "cards.pdf", Order((bench.session.plan,), CardOptions()))
        elif deed == "preview":
            bench.printing.print_cards()
        elif deed == "versions":
            bench.previous.show()
        elif others:
            assert bench.documents.opening.windows
            bench.documents.opening.windows.open(folder / others.pop())

    def leave(bench: Workbench) -> None:
        working.stop()  # while a window waits for what runs to end, nothing else is done in it
        if chance.random() < 0.5:
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            bench.session.stack.setClean()  # else it would ask
            for window in windows(bench):
                window.close()

    def windows(bench: Workbench) -> list[MainWindow]:
        assert bench.documents.opening.windows is not None
        return list(bench.documents.opening.windows.all)

    def made() -> QApplication:
        application = make()
        QTimer.singleShot(20, begin)
        return application

    app.make_application = made
    return app.start([folder / "plan.soleus"])


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
