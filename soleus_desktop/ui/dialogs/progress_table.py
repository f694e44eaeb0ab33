"""The view of a progress: a table whose cells are edited in place by number or choice fields."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from soleus_desktop.plan.weight import kilograms
from soleus_desktop.plan.words import STAGE_NAMES, THIN
from soleus_desktop.planner.ladder import MOST_KG
from soleus_desktop.ui.dialogs.progress_model import Column, ProgressModel
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.mark import MARK
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.rows import as_rows
from soleus_desktop.ui.widgets.weight_field import WeightField

Index = QModelIndex | QPersistentModelIndex
_LEAST_ROWS, _ROWS = 3, 8
_WIDEST = {
    Column.EXERCISE: "Soleus raise",
    Column.WEEK: "Week",
    Column.STAGE: "bodyweight",
    Column.SETS: "10",
    Column.EACH: "Repetitions",
    Column.LOAD: "11.34 kg",
    Column.HOW: "as it stands",
    Column.FOUND: "Warning, 10 more",
}
"""The longest usual text of a column, which it is as wide as."""
_ROOM = 16
_EDITOR_ROOM = 26
_SHOWN = "shown"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProgressTable(QTableView):
    """The rows of a progress. F2, a double click or just typing edits a cell."""

    def __init__(self, model: ProgressModel, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName("Week by week")
        self.setAccessibleDescription("Type or press F2 to change a cell; what follows is adapted.")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        as_rows(self)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setIconSize(QSize(MARK, MARK))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        heads = self.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setHighlightSections(False)
        heads.setStretchLastSection(True)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.Highlight, theme["selected"])
        palette.setColor(QPalette.ColorRole.HighlightedText, theme["text"])
        self.setPalette(palette)
        model.modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Show the columns that say something, and make the first cell to edit current."""
        for column in _WIDEST:
            self.setColumnHidden(column, not self._model.needed(column))
            self.setColumnWidth(column, self._usual(column))
        self.setCurrentIndex(self._model.index(min(1, self._model.rowCount() - 1), Column.EACH))

    def _usual(self, column: Column) -> int:
        """Return the width in which a column shows its title and its usual text."""
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        return max(self._wide(column, text) for text in (_WIDEST[column], title))

    def _wide(self, column: Column, text: str) -> int:
        """Return a column's width; one that is edited by a field has room for that."""
        edited = _EDITOR_ROOM if column in (Column.STAGE, Column.LOAD) else 0
        mark = MARK + 4 if column == Column.FOUND else 0
        return self.fontMetrics().horizontalAdvance(text) + _ROOM + edited + mark

    def sizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        return QSize(sum(map(self._usual, _WIDEST)) + bar, self._height(_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self._height(_LEAST_ROWS))

    def _height(self, rows: int) -> int:
        row = self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows * row + 2 * self.frameWidth()


class _Cells(QStyledItemDelegate):
    """Edits a stage by a choice field and a number by a number field, inside the plan's bounds."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model = _model(index)
        line = model.line(index)
        assert line is not None
        exercise = model.at(line)[0].exercise
        if index.column() == Column.STAGE:
            stages = [(stage, STAGE_NAMES[stage]) for stage in exercise.stages]
            choice = ChoiceField(((None, "Not stated"), *stages), parent)
            at = QPersistentModelIndex(index)  # the row may go before the choice comes
            choice.edited.connect(lambda: self._choose(choice, at))
            choice.setAccessibleName("Stage")
            return choice
        field = _number_field(index.column(), exercise.dose, parent)
        field.setAccessibleName(str(model.headerData(index.column(), Qt.Orientation.Horizontal)))
        return field

    def _choose(self, choice: ChoiceField, at: QPersistentModelIndex) -> None:
        if at.isValid():
            self.setModelData(choice, _model(at), at)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take what was typed at Enter: Qt would later, when the editor may be gone already."""
        pressed = event if event.type() == QEvent.Type.KeyPress else None
        if isinstance(pressed, QKeyEvent) and pressed.key() in _ENTER:
            assert isinstance(editor, QWidget)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.SubmitModelCache)
            return True
        return super().eventFilter(editor, event)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ChoiceField):
            editor.show_choice(value)
        elif isinstance(editor, NumberField):
            if isinstance(editor, WeightField):
                editor.show_weights([value], _model(index).units)
            else:
                editor.show_number(value)
            editor.setProperty(_SHOWN, editor.number)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, ChoiceField):
            model.setData(index, editor.choice)
        elif isinstance(editor, NumberField):
            editor.interpretText()
            if editor.number != editor.property(_SHOWN):  # else it may be less fine than the plan
                units = _model(index).units if isinstance(editor, WeightField) else "kg"
                model.setData(index, kilograms(editor.number, units))


def _model(index: Index) -> ProgressModel:
    model = index.model()
    assert isinstance(model, ProgressModel)
    return model


def _number_field(column: int, dose: str, parent: QWidget) -> NumberField:
    """Return the field for a number of this column, by the bounds of the plan's fields."""
    if column == Column.LOAD:
        return WeightField(0, MOST_KG, parent)
    if column == Column.SETS and dose == "walk":
        return NumberField(0, 40, unit=f"{THIN}%", step=0.5, parent=parent)
    if column == Column.EACH and dose == "hold":
        return NumberField(1, 3600, step=5, parent=parent)
    if column == Column.EACH and dose == "walk":
        return NumberField(1, 600, parent=parent)
    return NumberField(1, 1000, whole=True, parent=parent)
