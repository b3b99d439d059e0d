from __future__ import annotations

import pytest

from povertydesk.exchange.part_reading import MAIN, DamagedPartError
from povertydesk.exchange.template_sheet import (
    CellRange,
    CellStyle,
    cell_name,
    column_number,
    read_range,
    read_sheet,
    read_strings,
    read_styles,
)


def sheet_of(rows: str, after: str = "") -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def test_a_cell_says_what_the_clerk_sees() -> None:
    cells = (
        '<c r="A1" t="s"><v>1</v></c><c r="B1"><v>1.1000000000000001</v></c><c r="C1"><v>12.0</v></c>'
        '<c r="D1" t="inlineStr"><is><r><t>Hộ </t></r><r><t>nghèo</t></r><rPh><t>x</t></rPh></is></c>'
        '<c r="E1" s="4"/><c r="F1"><f>1+1</f><v>2</v></c><c r="G1" t="e"><v>#REF!</v></c>'
    )
    sheet = read_sheet(sheet_of(f'<row r="1">{cells}</row>'), ["", "Thôn Một"])
    shown = [sheet.text(1, column) for column in range(1, 9)]
    assert shown == ["Thôn Một", "1.1", "12", "Hộ nghèo", "", "2", "#REF!", ""]
    blank = [cell.blank for column in range(1, 8) if (cell := sheet.cell(1, column)) is not None]
    assert blank == [False, False, False, False, True, False, False]
    assert [sheet.computes(1, column) for column in (5, 6)] == [False, True]


def test_merged_cells_show_the_words_of_their_first_one() -> None:
    rows = '<row r="1"><c r="B1" t="str"><v>Hộ nghèo</v></c></row>'
    sheet = read_sheet(sheet_of(rows, '<mergeCells><mergeCell ref="B1:C2"/></mergeCells>'), [])
    assert [sheet.shown(row, column) for row, column in ((1, 2), (2, 3), (3, 3))] == ["Hộ nghèo", "Hộ nghèo", ""]
    merged = sheet.merge_at(2, 2)
    assert merged is not None
    assert merged.name == "B1:C2"
    assert sheet.merge_at(1, 1) is None
    tall = read_sheet(sheet_of(rows, '<mergeCells><mergeCell ref="B1:B1048576"/></mergeCells>'), [])
    assert [tall.shown(row, 2) for row in (1, 500_000)] == ["Hộ nghèo", "Hộ nghèo"]


def test_a_sheet_without_rows_is_damage_and_protection_is_seen() -> None:
    with pytest.raises(DamagedPartError):
        read_sheet(f'<worksheet xmlns="{MAIN}"/>'.encode(), [])
    rows = '<row r="1"><c r="A1"/></row>'
    for given, protected in (('sheet="1"', True), ('sheet="true"', True), ('sheet="0"', False), ("", False)):
        assert read_sheet(sheet_of(rows, f"<sheetProtection {given}/>"), []).protected is protected


def test_words_that_cells_share_are_read_without_reading_aids() -> None:
    data = (
        f'<sst xmlns="{MAIN}"><si><t>Thôn  Một</t></si><si><r><t>Hộ </t></r><r><t>nghèo</t></r>'
        "<rPh><t>aid</t></rPh></si><si/></sst>"
    )
    assert read_strings(data.encode()) == ["Thôn Một", "Hộ nghèo", ""]
    assert read_strings(b"") == []


@pytest.mark.parametrize(
    ("code", "percent"),
    [("0.00%", True), ("#,##0.0\\ %", True), ('0.00"%"', False), ("0.0\\%", False), ("0;0%", False), ("@", False)],
)
def test_a_style_shows_percent_where_its_number_format_does(code: str, percent: bool) -> None:
    written = code.replace('"', "&quot;")
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="{written}"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="164"/><xf numFmtId="10"/>'
        '<xf><protection locked="0"/></xf></cellXfs><dxfs><dxf><protection locked="0"/></dxf></dxfs></styleSheet>'
    )
    assert read_styles(styles.encode()) == [CellStyle(percent), CellStyle(percent=True), CellStyle(locked=False)]
    assert read_styles(b"") == []


def test_names_of_cells_and_ranges() -> None:
    assert [cell_name(1, 1), cell_name(20, 27), cell_name(3, 702)] == ["A1", "AA20", "ZZ3"]
    assert [column_number(letters) for letters in ("A", "Z", "AA", "zz")] == [1, 26, 27, 702]
    assert read_range("B2:C3") == CellRange(2, 2, 3, 3)
    assert read_range("$B$2") == CellRange(2, 2, 2, 2)
    for wrong in ("", "B", "2", "B0", "A1:B", "ABCD1"):
        with pytest.raises(DamagedPartError):
            read_range(wrong)
