"""Workbooks as offices keep them, made for the tests of the readers."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import openpyxl

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

CellValue = str | int | float | bool | datetime.date | None
Rows = Sequence[Sequence[CellValue]]

PLAIN: Rows = (
    ("Thôn", "Tổng số hộ", "Nhân khẩu", "Hộ nghèo", "Hộ cận nghèo"),
    ("Thôn Minh Long", 221, 931, 14, 30),
    ("Thôn Tân Long", 186, 790, 14, 25),
)
PLAIN_COUNTS = [
    {"households": 221, "people": 931, "poor": 14, "near_poor": 30},
    {"households": 186, "people": 790, "poor": 14, "near_poor": 25},
]


def fill(sheet: Worksheet, rows: Rows, merged: Sequence[str] = ()) -> None:
    """Write rows into a sheet and merge ranges."""
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)


def workbook(path: Path, rows: Rows, *, merged: Sequence[str] = (), title: str = "Thôn") -> Path:
    """Write a workbook of one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = title
    fill(book.active, rows, merged)
    book.save(path)
    return path


def open_document(path: Path, rows: Rows, title: str = "Thôn") -> Path:
    """Write an .ods workbook of one sheet, as LibreOffice reads it."""

    def cell(value: CellValue) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {namespaces} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="{title}">{lines}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("META-INF/manifest.xml", manifest)
        package.writestr("content.xml", content)
    return path
