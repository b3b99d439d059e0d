"""A small questionnaire as a clerk types it from paper into the blank workbook; items and points are invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from povertydesk.exchange.questionnaire_workbook import write_form
from povertydesk.exchange.score_sheet import SheetHead

FORM_ID = "b1-2022-2026"
TITLE = "Phiếu B1 thử nghiệm"
HEADING_ROW = 10
FIRST_ROW = HEADING_ROW + 1

LINES: tuple[tuple[object, ...], ...] = (
    ("1", "Số nhân khẩu", "theo khoảng số", None, "1 đến 3 người", 1, 4, 70),
    (None, None, None, None, "4 đến 6 người", 4, 7, 30),
    (None, None, None, None, "Trên 6 người", 7, None, 0),
    ("2", "Việc làm và thu nhập", None, None, None, None, None, None),
    ("2.1", "Việc làm phi nông nghiệp", "một lựa chọn", None, "Có", None, None, 40),
    (None, None, None, None, "Không có", None, None, 0),
    ("2.10", "Diện tích nhà ở bình quân", "theo khoảng số", None, "Dưới 8,5 m²", None, 8.5, 0),
    (None, None, None, None, "Từ 8,5 m² trở lên", 8.5, None, 25),
    ("3", "Tài sản lâu bền", "nhiều lựa chọn", "a", "Ti vi", None, None, 10),
    (None, None, None, "b", "Xe máy", None, None, 15),
)
"""The second line of item 2 is a heading of the paper. Cells: number, text, kind, code, option, from, below, points."""

Edit = Callable[[Any], None]


def cell(line: int, column: str) -> str:
    """Name the cell of a line of `LINES` by its place from nought."""
    return f"{column}{FIRST_ROW + line}"


def put(name: str, value: object) -> Edit:
    """Write one cell."""

    def edit(sheet: Any) -> None:
        sheet[name] = value

    return edit


def edit_book(path: Path, *edits: Edit) -> Path:
    """Open a workbook, change its first sheet and save it, as Excel does."""
    book = openpyxl.load_workbook(path)
    for edit in edits:
        edit(book.worksheets[0])
    book.save(path)
    return path


def fill(sheet: Any) -> None:
    """Type the whole form into a blank workbook."""
    for row, line in enumerate(LINES, start=FIRST_ROW):
        for column, value in enumerate(line, start=1):
            if value is not None:
                sheet.cell(row, column, value)


def retype(sheet: Any) -> None:
    """Type bands and points into the workbook for the second entry, which has no heading lines."""
    for row, line in enumerate((line for line in LINES if line[4]), start=FIRST_ROW):
        for column, value in enumerate(line[5:], start=6):
            sheet.cell(row, column, value)


def sign(name: str) -> Edit:
    """Write who typed it into the head of the workbook."""

    def edit(sheet: Any) -> None:
        row = next(row for row in range(1, HEADING_ROW) if sheet.cell(row, 1).value == "Người nhập")
        sheet.cell(row, 3, name)

    return edit


def typed_form(path: Path, *edits: Edit, by: str = "Hà Văn Thử", column: str = "NT2") -> Path:
    """Write a blank workbook, type the form into it, and change it."""
    write_form(path, SheetHead(FORM_ID, column, TITLE, "2022-2026"))
    return edit_book(path, fill, sign(by), *edits)
