"""The editor in a cell: a plain line without completion or mask, so that Unikey's Backspaces reach nothing else."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QStyledItemDelegate,
    QWidget,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QStyleOptionViewItem

    from povertydesk.ui.records.frozen_table import FrozenTable

Index = QModelIndex | QPersistentModelIndex
_FRAME = 2
_LINE_EDIT_MARGIN = 2


class Step(enum.Enum):
    """Where the current cell goes when an editor is left by a key."""

    DOWN = enum.auto()
    UP = enum.auto()
    NEXT = enum.auto()
    PREVIOUS = enum.auto()
    ARROW_UP = enum.auto()
    ARROW_DOWN = enum.auto()
    ARROW_LEFT = enum.auto()
    ARROW_RIGHT = enum.auto()


_LEAVING_KEYS: dict[int, Step] = {
    Qt.Key.Key_Return: Step.DOWN,
    Qt.Key.Key_Enter: Step.DOWN,
    Qt.Key.Key_Tab: Step.NEXT,
    Qt.Key.Key_Backtab: Step.PREVIOUS,
}
_SHIFTED = {Step.DOWN: Step.UP, Step.NEXT: Step.PREVIOUS}
_ARROWS: dict[int, Step] = {
    Qt.Key.Key_Up: Step.ARROW_UP,
    Qt.Key.Key_Down: Step.ARROW_DOWN,
    Qt.Key.Key_Left: Step.ARROW_LEFT,
    Qt.Key.Key_Right: Step.ARROW_RIGHT,
}


class CellEditor(QLineEdit):
    """A plain line edit. `in_place` is true after F2 or a double click: arrows then move in the text, as in Excel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.in_place = False
        self.setFrame(False)
        # A theme gives entry fields borders and padding; in a cell they would cut the text.
        self.setStyleSheet("QLineEdit { border: 0; border-radius: 0; padding: 0; }")


class CellDelegate(QStyledItemDelegate):
    """Opens, fills and closes the editor of a cell; `left` says which key ended it, after the edit was requested.

    `typed` carries each change of the text while it is typed, `taken_back` comes with Esc.
    """

    left = Signal(Step)
    typed = Signal(str)
    taken_back = Signal()

    def __init__(self, view: FrozenTable) -> None:
        """Serve a view; it tells where a cell is in sight and how far its text stands from the border."""
        super().__init__(view)
        self._view = view
        self._editor: CellEditor | None = None

    def finish(self) -> None:
        """Request what is in the open editor, if there is one, and close it."""
        if self._editor is not None:
            self._commit_and_close(self._editor)

    @property
    def editor(self) -> CellEditor | None:
        """The open editor."""
        return self._editor

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        """Open a plain line edit for a cell."""
        editor = CellEditor(parent)
        margin = max(0, self._view.padding - _FRAME - _LINE_EDIT_MARGIN)
        editor.setTextMargins(margin, 0, margin, 0)
        editor.setAlignment(index.data(Qt.ItemDataRole.TextAlignmentRole))
        editor.setAccessibleName(
            index.model().headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        )
        editor.textEdited.connect(self.typed)
        self._editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Forget the editor that closed."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show the value of the cell, unless the clerk has typed already."""
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: N802
        """Request what was typed."""
        if isinstance(editor, CellEditor):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Keep the editor inside the frame of its cell, and off the frozen columns and the totals."""
        area = self._view.cell_area(index).adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        editor.setGeometry(area if area.isValid() else QRect(-1, -1, 0, 0))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave the editor by Enter, Tab, an arrow (where the cell is being typed anew), Esc, or a click elsewhere."""
        if editor is not self._editor or not isinstance(editor, CellEditor):
            return False
        if event.type() == QEvent.Type.FocusOut:
            # A menu of the editor leaves it the focus; everything else ends the entry, as in Excel.
            if QApplication.focusWidget() is not editor:
                self._commit_and_close(editor)
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = self._step(editor, event)
            if step is not None:
                QGuiApplication.inputMethod().commit()
                self._commit_and_close(editor)
                self.left.emit(step)
                return True
            if event.key() == Qt.Key.Key_F2:
                editor.in_place = not editor.in_place
                return True
            if event.key() == Qt.Key.Key_Escape:
                handled = super().eventFilter(editor, event)
                self.taken_back.emit()
                return handled
        return super().eventFilter(editor, event)

    def _commit_and_close(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        # The page may have exchanged the rows meanwhile, and the editor is gone with them.
        if editor is self._editor:
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    @staticmethod
    def _step(editor: CellEditor, event: QKeyEvent) -> Step | None:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _LEAVING_KEYS and not modifiers & ~Qt.KeyboardModifier.ShiftModifier:
            step = _LEAVING_KEYS[event.key()]
            return _SHIFTED.get(step, step) if shifted else step
        if not editor.in_place and not modifiers:
            return _ARROWS.get(event.key())
        return None
