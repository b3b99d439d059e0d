"""The floor of the workbook benchmark: openpyxl's write-only mode writes the same cells in the same styles."""

from __future__ import annotations

import copy
import io
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell

if TYPE_CHECKING:
    from collections.abc import Callable


def write_floor(book: bytes) -> Callable[[], bytes]:
    """Return a task that writes the cells of a finished workbook again; reading them beforehand is not timed."""
    read = load_workbook(io.BytesIO(book))
    sheets: list[list[list[tuple[Any, ...]]]] = [
        [
            [
                (
                    cell.value,
                    copy.copy(cell.font),
                    copy.copy(cell.alignment),
                    copy.copy(cell.border),
                    cell.number_format,
                )
                for cell in row
            ]
            for row in sheet.iter_rows()
        ]
        for sheet in read.worksheets
    ]

    def write() -> bytes:
        written = Workbook(write_only=True)
        for rows in sheets:
            sheet = written.create_sheet()
            for row in rows:
                cells = []
                for value, font, alignment, border, number_format in row:
                    cell = WriteOnlyCell(sheet, value)
                    cell.font, cell.alignment, cell.border = font, alignment, border
                    cell.number_format = number_format
                    cells.append(cell)
                sheet.append(cells)
        target = io.BytesIO()
        written.save(target)
        return target.getvalue()

    return write
