"""The grid of the screens: the keys and blocks that Excel taught, over a record table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QWidget

from povertydesk.poverty.problems import KnownError
from povertydesk.ui.records.block_edits import (
    CellRange,
    block_lines,
    block_width,
    clear_edits,
    fill_down_edits,
    paste_edits,
)
from povertydesk.ui.records.cell_selection import shown_block
from povertydesk.ui.records.cell_steps import edge, last_used, moved, next_across, next_down
from povertydesk.ui.records.columns import CellEdit
from povertydesk.ui.records.delegates import CellDelegate, Step
from povertydesk.ui.records.selectable_table import SelectableTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from povertydesk.ui.records.clipboard import Block
    from povertydesk.ui.records.grid_palette import GridPalette
    from povertydesk.ui.records.record_table import RecordTable

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier

_ENTER_KEYS: set[int] = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TAB_KEYS: set[int] = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_ARROW_STEPS = {
    Step.ARROW_UP: (-1, 0),
    Step.ARROW_DOWN: (1, 0),
    Step.ARROW_LEFT: (0, -1),
    Step.ARROW_RIGHT: (0, 1),
}
_CHOOSING = (_CONTROL, _SHIFT)
_FAR = 1_000_000_000


class GridView(SelectableTable):
    """A record table under the clerk's fingers. It asks for changes through the table and never writes.

    `refused` carries a message code and its values where nothing was done. `typed` carries each change of a text while
    it is typed into a cell, `taken_back` the cell whose typing was given up by Esc.
    """

    refused = Signal(str, dict)
    typed = Signal(CellEdit)
    taken_back = Signal(CellEdit)

    def __init__(
        self,
        table: RecordTable[Any],
        *,
        name: str,
        frozen_columns: int = 2,
        tints: GridPalette | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a table; `name` is what a screen reader calls the grid."""
        super().__init__(table, frozen_columns, tints, parent)
        self._refused_texts: dict[tuple[str, str], CellEdit] = {}
        self._cell_delegate = CellDelegate(self)
        self._cell_delegate.left.connect(self._after_editor)
        self._cell_delegate.typed.connect(lambda text: self._tell_cell(self.typed, text))
        self._cell_delegate.taken_back.connect(lambda: self._tell_cell(self.taken_back, ""))
        self.setItemDelegate(self._cell_delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setAccessibleName(name)
        self.header.setAccessibleName(name)
        table.totals_changed.connect(self._describe_totals)
        table.modelAboutToBeReset.connect(self._close_editor)
        self._describe_totals()

    @property
    def table(self) -> RecordTable[Any]:
        """The table that is shown."""
        return self._table

    def set_read_only(self, read_only: bool) -> None:
        """Forbid or allow changes; what is being typed is requested first. Copying always works."""
        if read_only:
            self.commit_pending()
        self._table.set_read_only(read_only)

    def commit_pending(self) -> None:
        """Request what is being typed, before the page acts on the figures (print, distribute, close)."""
        self._cell_delegate.finish()

    @property
    def has_refused(self) -> bool:
        """Whether a text that the page could not take waits to be opened again."""
        return bool(self._refused_texts)

    def edit_again(self, edit: CellEdit) -> None:
        """Open a cell with the text that the page could not take, so that the clerk can mend it.

        It happens after the key that ended the editor has had its effect. Where the clerk types in another cell by
        then it waits for that one's end: two faulty cells would close each other for ever.
        """
        place = (edit.row_id, edit.column_key)
        self._refused_texts.pop(place, None)
        self._refused_texts[place] = edit
        QTimer.singleShot(0, self, self._open_refused)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Close the editor; what was refused before comes to its turn."""
        super().closeEditor(editor, hint)
        if self._refused_texts:
            QTimer.singleShot(0, self, self._open_refused)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel in a Vietnamese locale reads them."""
        from povertydesk.ui.records.clipboard import write_block  # noqa: PLC0415 - showing a grid needs none of it

        ranges = self.selection.ranges()
        if ranges:
            QGuiApplication.clipboard().setText(write_block(shown_block(self._table, ranges)))

    def cut(self) -> None:
        """Put the chosen cells on the clipboard and blank those that are typed."""
        self.copy()
        self.clear_cells()

    def paste(self) -> None:
        """Request the block on the clipboard for the cells from the chosen corner on, or refuse it whole."""
        text = QGuiApplication.clipboard().text()
        ranges = self.selection.ranges()
        if not text or not ranges or self._refused_as_read_only():
            return
        from povertydesk.ui.records.clipboard import read_block  # noqa: PLC0415 - showing a grid needs none of it
        from povertydesk.workflow.pulse import collector_resting  # noqa: PLC0415 - see above

        with collector_resting():
            self._paste_block(read_block(text), ranges)

    def make_room(self, beyond: int) -> None:
        """Add lines where a block reaches so many beyond the last one; a plain grid has no open end."""

    def fill_down(self) -> None:
        """Request the first chosen row (or the row above a single one) for the rows below it."""
        if not self._refused_as_read_only():
            self._request(fill_down_edits(self._table, self.selection.ranges()))

    def clear_cells(self) -> None:
        """Request blanks for the chosen cells that are typed."""
        if not self._refused_as_read_only():
            self._request(clear_edits(self._table, self.selection.ranges()))

    def choose_columns(self) -> None:
        """Choose the whole columns of the chosen cells."""
        self._choose_around(top=0, bottom=self._table.rowCount() - 1)

    def choose_rows(self) -> None:
        """Choose the whole rows of the chosen cells."""
        self._choose_around(left=0, right=self._table.columnCount() - 1)

    def edit_in_place(self) -> None:
        """Open the current cell with its text and the cursor at the end."""
        if self._may_edit():
            self.edit(self.currentIndex())
            editor = self._cell_delegate.editor
            if editor is not None:
                editor.in_place = True
                editor.deselect()
                editor.end(False)

    def event(self, event: QEvent) -> bool:
        """Claim the grid's keys before shortcuts of the window that would use them otherwise."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do what Excel does for a key; keys that mean nothing here go on to the window."""
        command = self._command(event)
        target = self._target(event)
        if command is not None:
            command()
        elif target is not None:
            self.step_to(target, extend=bool(event.modifiers() & _SHIFT))
        elif event.key() in _TAB_KEYS:
            backwards = event.key() == Qt.Key.Key_Backtab or bool(event.modifiers() & _SHIFT)
            cell = next_across(self._table, self.selection.current, -1 if backwards else 1)
            if cell is None:
                event.ignore()
                return
            self.step_to(cell)
        elif _is_typed(event) and self.selection.current is not None:
            if self._may_edit():
                self.edit(self.currentIndex(), QAbstractItemView.EditTrigger.AnyKeyPressed, event)
        else:
            event.ignore()
            return
        event.accept()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Open the cell by a word from ibus or fcitx; Qt opens it, but drops a word that comes without composing."""
        was_open = self._cell_delegate.editor is not None
        super().inputMethodEvent(event)
        editor = self._cell_delegate.editor
        if event.commitString() and editor is not None and not was_open and not editor.isModified():
            QApplication.sendEvent(editor, event)

    def keyboardSearch(self, _search: str) -> None:  # noqa: N802
        """Typing fills cells and never jumps to a row that begins so."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Edit the cell in place, or tell the page that a cell which is not typed was double-clicked."""
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._table.is_editable(index.row(), index.column()):
            self.edit_in_place()
        else:
            self.doubleClicked.emit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Stand on the first cell to be typed, so that the keys work at once."""
        if self.selection.current is None:
            self.step_to_first()
        super().focusInEvent(event)

    def _command(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does to the chosen cells."""
        modifiers = event.modifiers() & ~_KEYPAD
        key = event.key()
        from PySide6.QtGui import QKeySequence  # noqa: PLC0415 - showing a grid needs none of it

        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy
        if event.matches(QKeySequence.StandardKey.Cut):
            return self.cut
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.paste
        if event.matches(QKeySequence.StandardKey.SelectAll):
            return self.selectAll
        if key == Qt.Key.Key_D and modifiers == _CONTROL:
            return self.fill_down
        if key == Qt.Key.Key_Space and modifiers in _CHOOSING:
            return self.choose_columns if modifiers == _CONTROL else self.choose_rows
        if key == Qt.Key.Key_F2 and not modifiers:
            return self.edit_in_place
        if key == Qt.Key.Key_Delete and not modifiers:
            return self.clear_cells
        return None

    def _target(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Return the cell a moving key leads to; with Shift seen from the moving end of the selection."""
        current = self.selection.current
        modifiers = event.modifiers() & ~_KEYPAD & ~_SHIFT
        if current is None or modifiers & ~_CONTROL:
            return None
        key = event.key()
        if key in _ENTER_KEYS and not modifiers:
            return next_down(self._table, current, -1 if event.modifiers() & _SHIFT else 1)
        start = self.selection.lead if event.modifiers() & _SHIFT else current
        page = max(1, self.rows_height // self.row_height)
        if key in _ARROWS:
            return (edge if modifiers else moved)(self._table, start, *_ARROWS[key])
        if key == Qt.Key.Key_Home:
            return (0, 0) if modifiers else (start[0], 0)
        if key == Qt.Key.Key_End:
            return last_used(self._table) if modifiers else moved(self._table, start, 0, _FAR)
        if key == Qt.Key.Key_PageUp and not modifiers:
            return moved(self._table, start, -page, 0)
        if key == Qt.Key.Key_PageDown and not modifiers:
            return moved(self._table, start, page, 0)
        return None

    def _claims(self, event: QKeyEvent) -> bool:
        if self._command(event) is not None or self._target(event) is not None:
            return True
        index = self.currentIndex()
        return _is_typed(event) and index.isValid() and self._table.is_editable(index.row(), index.column())

    def _after_editor(self, step: Step) -> None:
        current = self.selection.current
        if current is None:
            return
        if step in _ARROW_STEPS:
            target: tuple[int, int] | None = moved(self._table, current, *_ARROW_STEPS[step])
        elif step in {Step.DOWN, Step.UP}:
            target = next_down(self._table, current, 1 if step is Step.DOWN else -1)
        else:
            target = next_across(self._table, current, 1 if step is Step.NEXT else -1)
        if target is not None:
            self.step_to(target)

    def _tell_cell(self, signal: SignalInstance, text: str) -> None:
        index = self.currentIndex()
        if index.isValid():
            signal.emit(self._table.edit_of(index.row(), index.column(), text))

    def _choose_around(self, **edges: int) -> None:
        ranges = self.selection.ranges()
        if ranges:
            self.setAutoScroll(False)
            self.selection.choose(ranges[0]._replace(**edges))
            self.setAutoScroll(True)

    def _paste_block(self, block: Block, ranges: list[CellRange]) -> None:
        top, left, bottom, right = ranges[0]
        width = block_width(block)
        lines = block_lines(self._table, block, top, left)
        beyond = lines[-1][0] + 1 - self._table.rowCount() if lines else 0
        if beyond > 0 and left + width <= self._table.columnCount():
            self.make_room(beyond)
        try:
            edits = paste_edits(self._table, block, ranges)
        except KnownError as error:
            self.refused.emit(error.code, error.values)
            return
        if len(block) * width > 1 and lines:
            bottom, right = max(bottom, lines[-1][0]), max(right, left + width - 1)
            self.selection.choose(CellRange(top, left, bottom, right))
        self._table.request_edits(edits)

    def _request(self, edits: list[CellEdit]) -> None:
        """Request changes; where no chosen cell takes any, say why the current one does not."""
        if edits:
            self._table.request_edits(edits)
        elif self.selection.ranges():
            self._may_edit()

    def _may_edit(self) -> bool:
        """Say whether the current cell can be typed; if not, say why in one line."""
        current = self.selection.current
        if current is None or self._refused_as_read_only():
            return False
        if self._table.is_editable(*current):
            self.scrollTo(self.currentIndex())
            return True
        row, column = current
        self.refused.emit("cell-not-typed", {"row": row + 1, "column": self._table.columns[column].full_title})
        return False

    def _refused_as_read_only(self) -> bool:
        if self._table.read_only:
            self.refused.emit("grid-read-only", {})
        return self._table.read_only

    def _close_editor(self) -> None:
        """Close the editor before its row goes away."""
        if self._cell_delegate.editor is not None:
            self.closeEditor(self._cell_delegate.editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def _open_refused(self) -> None:
        """Open the cell that was refused last, whose reason is on the screen; the earlier ones wait."""
        while self._refused_texts and self._cell_delegate.editor is None:
            self._open_with(self._refused_texts.popitem()[1])

    def _open_with(self, edit: CellEdit) -> None:
        if self.go_to(edit.row_id, edit.column_key):
            self.setFocus()
            self.edit_in_place()
            editor = self._cell_delegate.editor
            if editor is not None:
                editor.setText(edit.text)
                editor.setModified(True)

    def _describe_totals(self) -> None:
        """Let a screen reader speak the totals row, which is no row of the model."""
        spoken = []
        if self._table.has_totals:
            for position, total in enumerate(self._table.shown_totals()):
                found = self._table.total_finding(position)
                if total:
                    words = f"{self._table.columns[position].full_title}: {total}"
                    spoken.append(f"{words} ({found[1]})" if found else words)
        self.setAccessibleDescription("; ".join(spoken))


def _is_typed(event: QKeyEvent) -> bool:
    """Say whether a key writes text (Unikey sends letters without a key code, AltGr comes as Ctrl+Alt)."""
    modifiers = event.modifiers() & ~_KEYPAD & ~_SHIFT
    if modifiers not in {Qt.KeyboardModifier.NoModifier, _CONTROL | _ALT}:
        return False
    return event.key() == Qt.Key.Key_Backspace or (bool(event.text()) and event.text().isprintable())
