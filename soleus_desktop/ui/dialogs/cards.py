"""Which cards to print: the paper, and how many to a page."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QWidget

from soleus_desktop.cards.options import PAPERS, PER_PAGE, CardOptions

PAPER_NAMES = {"a4": "A4", "letter": "US Letter", "a5": "A5"}
PER_PAGE_NAMES = {1: "One to a page", 2: "Two to a page", 4: "Four to a page"}


class CardsDialog(QDialog):
    """Asks for card options; `options` is what was chosen."""

    def __init__(self, options: CardOptions, days: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print cards to PDF")
        self._paper, self._per_page = QComboBox(), QComboBox()
        for paper in PAPERS:
            self._paper.addItem(PAPER_NAMES.get(paper, paper.upper()), paper)
        for number in PER_PAGE:
            self._per_page.addItem(PER_PAGE_NAMES.get(number, str(number)), number)
        self._paper.setCurrentIndex(self._paper.findData(options.paper))
        self._per_page.setCurrentIndex(self._per_page.findData(options.per_page))
        count = QLabel(f"{days} day{'s' if days != 1 else ''} with exercises, one card each")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton("&Save PDF…", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(count)
        form.addRow("&Paper", self._paper)
        form.addRow("&Cards", self._per_page)
        form.addRow(buttons)

    @property
    def options(self) -> CardOptions:
        """The options as they are chosen now."""
        return CardOptions(paper=self._paper.currentData(), per_page=self._per_page.currentData())
