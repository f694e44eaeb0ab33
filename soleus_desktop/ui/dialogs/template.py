"""Ask what a template is to be called."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label
from soleus_desktop.ui.widgets.text_field import LineField

LONGEST = 80
"""A template's file is named after it."""
WIDTH = 420


def ask_title(parent: QWidget, proposed: str) -> str | None:
    """Return the title that a person gave a template, or None."""
    dialog = TemplateDialog(parent, proposed)
    try:
        return dialog.title.text().strip() if dialog.exec() else None
    finally:
        dialog.deleteLater()


class TemplateDialog(QDialog):
    """Asks for a title, which must not be blank, and says what a template does not keep."""

    def __init__(self, parent: QWidget, proposed: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Save as a template")
        self.title = LineField(LONGEST)
        self.title.setText(proposed)
        self.title.selectAll()
        self.title.setAccessibleName("Name of the template")
        label = plain_label("&Name of the template")
        label.setBuddy(self.title)
        buttons, self.save = do_or_cancel(self, "&Save")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.title)
        layout.addWidget(
            quiet_label(
                "The athlete\u2019s name and body mass and the plan\u2019s dates are left out. "
                "Notes and reasons are kept: look through them for names. The first line of the "
                "plan\u2019s notes is what the start page says of it."
            )
        )
        layout.addWidget(buttons)
        self.title.textChanged.connect(self._on_text_changed)
        self._on_text_changed()
        self.resize(WIDTH, self.sizeHint().height())

    def _on_text_changed(self) -> None:
        self.save.setEnabled(bool(self.title.text().strip()))
