"""What a paste, a fill or a deletion asks for: whole blocks of cell edits, or one refusal for all of them."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import clean_line
from povertydesk.ui.records.columns import CellEdit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from povertydesk.ui.records.clipboard import Block
    from povertydesk.ui.records.record_table import RecordTable


class CellRange(NamedTuple):
    """A rectangle of cells, both ends included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_one_cell(self) -> bool:
        """Whether it is a single cell."""
        return self.top == self.bottom and self.left == self.right

    @property
    def rows(self) -> range:
        """The rows it covers."""
        return range(self.top, self.bottom + 1)

    @property
    def width(self) -> int:
        """How many columns it covers."""
        return self.right - self.left + 1

    def cells(self) -> Iterator[tuple[int, int]]:
        """Go through the cells (row, column), line by line."""
        for row in self.rows:
            for column in range(self.left, self.right + 1):
                yield row, column


def paste_edits(table: RecordTable[Any], block: Block, ranges: Sequence[CellRange]) -> list[CellEdit]:
    """Put a block on the cells from the first range's corner on; a selection it fits into several times it fills.

    A blank of a block overwrites nothing: merged cells come as one text and blanks. One blank cell alone clears.

    A block passes lines of sums over; a line of it that repeats one of them, as copied from the grid, falls away.

    Raises:
        KnownError: `paste-too-large` where the block reaches over the table's edge, `paste-on-computed` where it
            covers a cell that is not typed (the first such row and column are named). Nothing is pasted then.
    """
    lines: list[tuple[int, int, Sequence[str]]]
    if len(block) == 1 and len(block[0]) == 1:
        lines = [
            (row, cells.left, block[0] * cells.width)
            for cells in ranges
            for row in cells.rows
            if cells.is_one_cell or not table.is_sum(row)
        ]
        blanks_clear = True
    else:
        has_sums = any(table.is_sum(row) for row in ranges[0].rows)
        filled = _repeated(block, ranges[0]) if len(ranges) == 1 and not has_sums else block
        top, left = ranges[0].top, ranges[0].left
        landed = block_lines(table, filled, top, left)
        _check_size(table, filled, landed[-1][0] if landed else top, (top, left))
        lines = [(row, left, line) for row, line in landed]
        blanks_clear = False
    # A block has far fewer texts than cells.
    cleaned = {text: clean_line(text) for text in set(chain.from_iterable(line for _, _, line in lines))}
    has_blanks = not blanks_clear and not all(cleaned.values())
    _check_typed(table, lines, {text for text, clean in cleaned.items() if clean or blanks_clear})
    keys = [column.key for column in table.columns]
    edits: list[CellEdit] = []
    for row, left, line in lines:
        edits += map(CellEdit, repeat(table.row_id(row)), keys[left:], map(cleaned.__getitem__, line))
    return [edit for edit in edits if edit.text] if has_blanks else edits


def block_width(block: Block) -> int:
    """Return how many columns a block has; its rows may be of different lengths."""
    return max(map(len, block))


def block_lines(table: RecordTable[Any], block: Block, top: int, left: int) -> list[tuple[int, Sequence[str]]]:
    """Say on which row each line of a block lands; rows may lie beyond the last of the table."""
    lines: list[tuple[int, Sequence[str]]] = []
    row, last = top, table.rowCount()
    for line in block:
        repeated = False
        while row < last and not repeated and table.is_sum(row):
            repeated = _repeats(table, line, row, left)
            row += 1
        if not repeated:
            lines.append((row, line))
            row += 1
    return lines


def _repeats(table: RecordTable[Any], line: Sequence[str], row: int, left: int) -> bool:
    columns = range(left, min(left + len(line), table.columnCount()))
    return [table.plain_text(row, column) for column in columns] == list(line)


def fill_down_edits(table: RecordTable[Any], ranges: Sequence[CellRange]) -> list[CellEdit]:
    """Repeat the first row of each range in the rows below it; a range of one row takes the row above it.

    A line of sums is never repeated: the next one below it is, or the next above a single row.
    """
    edits = []
    for cells in ranges:
        single = cells.top == cells.bottom
        rows = range(cells.top - 1, -1, -1) if single else range(cells.top, cells.bottom)
        source = next((row for row in rows if not table.is_sum(row)), None)
        if source is None:
            continue
        texts = {column: table.plain_text(source, column) for column in range(cells.left, cells.right + 1)}
        edits += [
            table.edit_of(row, column, texts[column])
            for row, column in cells.cells()
            if row != source and table.is_editable(row, column) and table.plain_text(row, column) != texts[column]
        ]
    return edits


def clear_edits(table: RecordTable[Any], ranges: Sequence[CellRange]) -> list[CellEdit]:
    """Blank the typed cells of the ranges; those that are blank already and computed ones stay out of it."""
    return [
        table.edit_of(row, column, "")
        for cells in ranges
        for row, column in cells.cells()
        if table.is_editable(row, column) and table.plain_text(row, column)
    ]


def _repeated(block: Block, cells: CellRange) -> Block:
    """Repeat a block as often as a selection holds it, as Excel does; else it stands there once."""
    down, rest_down = divmod(len(cells.rows), len(block))
    across, rest_across = divmod(cells.width, block_width(block))
    if rest_down or rest_across or any(len(line) != block_width(block) for line in block):
        return block
    return [line * across for line in block] * down


def _check_typed(table: RecordTable[Any], lines: Sequence[tuple[int, int, Sequence[str]]], written: set[str]) -> None:
    """Refuse the first cell that is not typed and would be written; columns that always are need no look at cells."""
    doubtful = [column for column in range(table.columnCount()) if not table.is_always_editable(column)]
    for row, left, line in lines:
        for column in doubtful:
            is_written = left <= column < left + len(line) and line[column - left] in written
            if is_written and not table.is_editable(row, column):
                raise KnownError("paste-on-computed", row=row + 1, column=table.columns[column].full_title)


def _check_size(table: RecordTable[Any], block: Block, last: int, corner: tuple[int, int]) -> None:
    top, left = corner
    block_columns = block_width(block)
    rows_left, columns_left = table.rowCount() - top, table.columnCount() - left
    if last >= table.rowCount() or block_columns > columns_left:
        raise KnownError(
            "paste-too-large",
            block_rows=len(block),
            block_columns=block_columns,
            row=top + 1,
            column=table.columns[left].full_title,
            rows_left=rows_left,
            columns_left=columns_left,
        )
