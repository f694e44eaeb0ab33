"""Which of several plans in one PDF to open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.widgets.labels import plain_label

WIDTH, HEIGHT = 420, 280
UNTITLED = "Plan without a title"


class WhichPlanDialog(QDialog):
    """Asks for one of some plans, listed by title. When it is accepted, `number` is its place."""

    def __init__(self, name: str, titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Open a plan")
        said = plain_label(
            f"\u201c{name}\u201d holds {len(titles)} plans. Which one is to be opened?"
        )
        said.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Plans in the PDF")
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for number, title in enumerate(titles, 1):
            self.list.addItem(f"{number}  {' '.join(title.split()) or UNTITLED}")
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        buttons, _ = do_or_cancel(self, "&Open")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for part in (said, self.list, buttons):
            layout.addWidget(part)
        self.resize(WIDTH, HEIGHT)
        self.list.setFocus()

    @property
    def number(self) -> int:
        """The place of the chosen plan, from 0."""
        return self.list.currentRow()


def which_plan(name: str, titles: Sequence[str], parent: QWidget) -> int | None:
    """Ask which plan of a PDF of this name is meant; None where it was left."""
    dialog = WhichPlanDialog(name, titles, parent)
    chosen = dialog.number if dialog.exec() else None
    dialog.deleteLater()
    return chosen
