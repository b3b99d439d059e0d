"""Templates as an office above sends them: merged headings, formulas, styles, pictures, names; made for the tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image as Picture

from povertydesk import paths
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.exchange.template_proposal import WantedTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_table import OfficialTable
from povertydesk.poverty.paper import CellKind

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

INDICATORS = (Named("nutrition", "Dinh dưỡng"), Named("toilet", "Nhà tiêu hợp vệ sinh"))
GROUPS = (Named("20", "Mnông"), Named("6", "Mường"))
TABLES = read_layouts(paths.resources("grids", "official_tables.toml"), INDICATORS, GROUPS).tables
PLACES = {"v0": "Thôn Một", "v1": "Bon Hai", "v2": "Thôn 3"}
UNIT = "Xã Thử Nghiệm"
LINE = Side("thin")
THIN = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
HEAD_ROW = 6


def wanted(number: int, places: Mapping[str, str] = PLACES) -> WantedTable:
    return WantedTable(f"table-{number:02d}", TABLES[number], places, UNIT)


def draw_table(
    sheet: Worksheet, table: OfficialTable, names: Sequence[str], *, numbers: bool = True, percent: str = "0.00"
) -> int:
    """Draw a table as an office does, from row 6; returns the row of its total."""
    sheet["A1"] = "ỦY BAN NHÂN DÂN HUYỆN MẪU"
    sheet["G1"] = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    sheet.merge_cells("G1:J1")
    sheet["A3"] = f"Biểu số {table.number:02d}"
    sheet["A4"] = f"{table.title} NĂM 2023"
    sheet.merge_cells("A4:J4")
    depth = max(len(one.headings) for one in table.columns) + 1
    fixed = ("TT", "Thôn, bon", "Phân tổ") if table.by_lines else ("TT", "Thôn, bon")
    for column, title in enumerate(fixed, 1):
        sheet.cell(HEAD_ROW, column, title)
        if depth > 1:
            sheet.merge_cells(start_row=HEAD_ROW, end_row=HEAD_ROW + depth - 1, start_column=column, end_column=column)
    first = len(fixed) + 1
    _draw_headings(sheet, table, first, depth)
    row = HEAD_ROW + depth
    if numbers:
        shown = [*"ABC"[: len(fixed)], *(one.number for one in table.columns)]
        for column, number in enumerate(shown, 1):
            sheet.cell(row, column, int(number) if number.isdecimal() else number)
        row += 1
    for place, name in enumerate([*names, "TỔNG CỘNG"], 1):
        for counted in table.counted:
            if counted is Counted.HOUSEHOLDS:
                sheet.cell(row, 1, place if place <= len(names) else None)
                sheet.cell(row, 2, name)
            if table.by_lines:
                sheet.cell(row, 3, "Hộ" if counted is Counted.HOUSEHOLDS else "Nhân khẩu")
            for column, one in enumerate(table.columns, first):
                cell = sheet.cell(row, column)
                cell.border = THIN
                cell.number_format = percent if one.kind is CellKind.RATE else "#,##0"
            row += 1
        if table.by_lines:
            sheet.merge_cells(start_row=row - 2, end_row=row - 1, start_column=2, end_column=2)
    sheet.cell(row + 1, 2, "NGƯỜI LẬP BIỂU")
    return row - 1


def _draw_headings(sheet: Worksheet, table: OfficialTable, first: int, depth: int) -> None:
    paths_ = [(*one.headings, one.title) for one in table.columns]
    for level in range(depth):
        place = 0
        while place < len(paths_):
            path = paths_[place]
            last = place
            if level >= len(path):
                place += 1
                continue
            if level < len(path) - 1:
                while last + 1 < len(paths_) and paths_[last + 1][: level + 1] == path[: level + 1]:
                    last += 1
            bottom = HEAD_ROW + (depth - 1 if level == len(path) - 1 else level)
            cell = sheet.cell(HEAD_ROW + level, first + place, path[level])
            cell.font = Font(bold=True)
            if last > place or bottom > cell.row:
                sheet.merge_cells(
                    start_row=cell.row, end_row=bottom, start_column=first + place, end_column=first + last
                )
            place = last + 1


def office_template(path: Path, number: int = 1, names: Sequence[str] | None = None, percent: str = "0.00") -> Path:
    """Write a template with everything an office puts into one: total formulas, colours, names, a picture, a note."""
    names = list(PLACES.values()) if names is None else names
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = f"Bieu {number:02d}"
    total = draw_table(sheet, TABLES[number], names, percent=percent)
    first = total - len(names) * len(TABLES[number].counted)
    letter = get_column_letter(4 if TABLES[number].by_lines else 3)
    sheet[f"{letter}{total}"] = f"=SUM({letter}{first}:{letter}{total - 1})"
    large = CellIsRule("greaterThan", ["100"], fill=PatternFill(bgColor="FFC7CE"))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add(f"{letter}{first}:{letter}{total}", large)
    sheet[f"{letter}{first}"].comment = Comment("Số liệu tại thời điểm rà soát", "Phòng LĐ")
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), (200, 30, 30)).save(picture, "PNG")
    sheet.add_image(Image(picture), "L1")
    sheet.freeze_panes = f"C{first}"
    book.defined_names["SoLieu"] = DefinedName("SoLieu", attr_text=f"'Bieu {number:02d}'!${letter}${first}")
    other = book.create_sheet("Biểu đồ")
    other["A1"] = f"='Bieu {number:02d}'!{letter}{total}"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=first, max_row=total))
    other.add_chart(chart, "B2")
    book.save(path)
    return path


def protected(path: Path, *, unlocked: bool) -> Path:
    """Protect the table's sheet of a template; `unlocked` leaves the figures to be filled in."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet.protection.sheet = True
    if unlocked:
        for row in sheet.iter_rows(min_row=HEAD_ROW, min_col=3):
            for cell in row:
                cell.protection = Protection(locked=False)
    book.save(path)
    return path


def parts(source: Path | bytes) -> dict[str, bytes]:
    """Return every part of a package by its name, in the order they lie there."""
    with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as package:
        return {one.filename: package.read(one) for one in package.infolist()}


def with_part(path: Path, name: str, data: bytes) -> Path:
    """Write a package again with one part replaced or added."""
    held = parts(path) | {name: data}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for part, content in held.items():
            package.writestr(part, content)
    return path


def hand_made(path: Path, sheet: str, *, workbook: str | None = None, extra: Mapping[str, bytes] | None = None) -> Path:
    """Write a package by hand around the XML of one sheet, which may have prefixes and odd orders."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    excel = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    def link(kind: str, target: str) -> str:
        given = f'Id="rId1" Type="{kinds}/{kind}" Target="{target}"'
        return f'<Relationships xmlns="{links}"><Relationship {given}/></Relationships>'

    sheets = '<sheets><sheet name="Mẫu" sheetId="1" r:id="rId1"/></sheets>'
    written = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/book.xml" ContentType="{excel}.sheet.main+xml"/>'
        f'<Override PartName="/pages/one.xml" ContentType="{excel}.worksheet+xml"/></Types>',
        "_rels/.rels": link("officeDocument", "/book.xml"),
        "_rels/book.xml.rels": link("worksheet", "pages/one.xml"),
        "pages/one.xml": sheet,
        "book.xml": workbook or f'<workbook xmlns="{main}" xmlns:r="{kinds}">{sheets}</workbook>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in written.items():
            package.writestr(name, text.encode())
        for name, data in (extra or {}).items():
            package.writestr(name, data, zipfile.ZIP_STORED)
    return path


def well_formed(data: bytes) -> ElementTree.Element:
    """Parse a part; what is not well-formed fails the test."""
    return ElementTree.fromstring(data)  # noqa: S314 - made by the test
