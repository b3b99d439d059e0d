"""The clerk's own workbook handed back: faulty cells coloured, each with the sentence that says what to do.

An .xlsx keeps its look, its formulas and its other sheets, but not its drawings and macros; an .xls, .xlsb or .ods
comes back as an .xlsx with its values, old encodings read. The original is never written to.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import zipfile
from typing import TYPE_CHECKING

from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.household_columns import read_household_sheets
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.vietnamese import to_nfc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from povertydesk.poverty.messages import Messages
    from povertydesk.poverty.problems import Finding

_COLUMN = re.compile(r"([A-Z]{1,3})(?: – |$)")
_AUTHOR = "PovertyDesk"
_FAULTY = "FFFFC7CE"
_SENTENCE_WIDTH, _SENTENCE_HEIGHT = 320, 120
_MOST_ROWS = 1_048_576


def write_rejects(source: Path, findings: Sequence[Finding], messages: Messages, target: Path) -> int:
    """Write the marked copy of a workbook and return how many cells are marked.

    A finding without a column marks its line's first filled cell; one without a sheet or row marks nothing. An existing
    target is refused, and where writing fails nothing is left behind.
    """
    unfinished = target.with_name(f"{target.name}.part")
    try:
        if target.exists():
            raise KnownError("file-exists", file=target.name)
        book = _copy(source)
        marked = _mark(book, _sentences(findings, messages))
        book.save(unfinished)
        os.replace(unfinished, target)  # noqa: PTH105 - as the other writers place their files
    except OSError as error:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise KnownError(_refusal_code(error, target), file=target.name, folder=str(target.parent)) from error
    return marked


def _refusal_code(error: OSError, target: Path) -> str:
    if not target.parent.is_dir():
        return "folder-missing"
    not_writable = isinstance(error, PermissionError) or error.errno == errno.EROFS
    return "folder-not-writable" if not_writable else "paper-not-written"


def _copy(source: Path) -> Workbook:
    import openpyxl  # noqa: PLC0415 - only when asked
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    if source.suffix.lower() in {".xlsx", ".xlsm"}:
        with contextlib.suppress(InvalidFileException, zipfile.BadZipFile, KeyError, TypeError, ValueError, OSError):
            return openpyxl.load_workbook(source)
    return _values_of(source)


def _values_of(source: Path) -> Workbook:
    """Make a workbook of the values: text stays text, also where it begins like a formula."""
    import openpyxl  # noqa: PLC0415 - only when asked

    book = openpyxl.Workbook()
    if book.active is not None:
        book.remove(book.active)
    sheets, _ = read_household_sheets(source)
    for sheet in sheets:
        copy: Worksheet = book.create_sheet(sheet.name)
        for row, cells in enumerate(sheet.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    shown = value.text if isinstance(value, FaultyCell) else value
                    cell = copy.cell(row, column, shown)
                    if isinstance(shown, str):
                        cell.data_type = "s"
        for first, last in sheet.merged:
            copy.merge_cells(
                start_row=first[0] + 1, start_column=first[1] + 1, end_row=last[0] + 1, end_column=last[1] + 1
            )
    return book


def _sentences(findings: Iterable[Finding], messages: Messages) -> dict[tuple[str, int, str], list[str]]:
    """Gather the sentences by sheet, row and column letter; an empty letter stands for the whole line."""
    gathered: dict[tuple[str, int, str], list[str]] = {}
    for finding in findings:
        sheet, row = finding.place.sheet, finding.place.row
        if sheet is None or row is None or not 0 < row <= _MOST_ROWS:
            continue
        column = _COLUMN.match(finding.place.column or "")
        sentences = gathered.setdefault((sheet, row, column[1] if column else ""), [])
        sentence = to_nfc(messages.of_finding(finding))
        if sentence not in sentences:
            sentences.append(sentence)
    return gathered


def _mark(book: Workbook, sentences: Mapping[tuple[str, int, str], Sequence[str]]) -> int:
    from openpyxl.comments import Comment  # noqa: PLC0415 - only when asked
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    fill = PatternFill("solid", start_color=_FAULTY, end_color=_FAULTY)
    marked = 0
    for (name, row, column), said in sentences.items():
        if name not in book.sheetnames:
            continue
        cell = _cell_at(book[name], row, column)
        before = f"{cell.comment.text}\n" if cell.comment else ""
        cell.fill = fill
        cell.comment = Comment(before + "\n".join(said), _AUTHOR, height=_SENTENCE_HEIGHT, width=_SENTENCE_WIDTH)
        marked += 1
    return marked


def _cell_at(sheet: Worksheet, row: int, column: str) -> Cell | MergedCell:
    """Return a cell that can be marked: in a merged range its first one."""
    from openpyxl.utils import column_index_from_string  # noqa: PLC0415 - only when asked

    if column:
        position = column_index_from_string(column)
    else:
        filled = (cell.column for cell in sheet[row] if cell.value is not None)
        position = next(filled, 1)
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= row <= merged.max_row and merged.min_col <= position <= merged.max_col:
            return sheet.cell(merged.min_row, merged.min_col)
    return sheet.cell(row, position)
