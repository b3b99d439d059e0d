from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from povertydesk.exchange.faulty_cells import FaultyCell, find_faulty_cells
from povertydesk.exchange.workbook import read_sheets
from povertydesk.poverty.problems import KnownError
from tests.exchange.workbooks import PLAIN, open_document, workbook

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_sheet(path: Path, xml: str) -> Path:
    """Write a workbook whose one sheet is this XML."""
    whole = workbook(path.with_name("whole.xlsx"), PLAIN)
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(path, "w") as package:
        for name in source.namelist():
            package.writestr(name, xml.encode() if name == SHEET else source.read(name))
    return path


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ('<c r="B1" t="e"><f>A9/0</f><v>#DIV/0!</v></c>', FaultyCell("#DIV/0!")),
        ('<c r="B1" t="e"><v/></c>', FaultyCell("#")),
        ('<c r="B1"><f>SUM(A1:A2)</f></c>', FaultyCell()),
        ('<c r="B1"><f>SUM(A1:A2)</f><v></v></c>', FaultyCell()),
        ('<c r="B1" t="str"><f>IF(A1=0,"","x")</f><v></v></c>', None),
        ('<c r="B1"><f>SUM(A1:A2)</f><v>0</v></c>', 0),
        ('<c r="B1"/>', None),
    ],
)
def test_what_a_cell_without_a_value_is(tmp_path: Path, cell: str, read: object) -> None:
    path = with_sheet(
        tmp_path / "a.xlsx",
        f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1"><v>7</v></c>{cell}<c r="C1"><v>8</v></c></row>'
        "</sheetData></worksheet>",
    )
    (sheet,) = read_sheets(path)
    assert sheet.rows[0] == (7, read, 8)


def test_rows_and_cells_without_places_stand_one_after_the_other(tmp_path: Path) -> None:
    path = with_sheet(
        tmp_path / "a.xlsm",
        f'<worksheet {MAIN}><sheetData><row><c><v>7</v></c></row><row><c><v>8</v></c><c t="e"><v>#N/A</v></c></row>'
        "</sheetData></worksheet>",
    )
    (sheet,) = read_sheets(path)
    assert (sheet.cell(1, 0), sheet.cell(1, 1)) == (8, FaultyCell("#N/A"))


def test_a_workbook_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = with_sheet(
        tmp_path / "a.xlsx",
        '<!DOCTYPE worksheet [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;">]>'
        f"<worksheet {MAIN}><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>",
    )
    with pytest.raises(KnownError, match="workbook-unreadable"):
        read_sheets(path)


def test_other_formats_are_read_without_the_second_look(tmp_path: Path) -> None:
    (sheet,) = read_sheets(open_document(tmp_path / "a.ods", PLAIN))
    assert sheet.rows == tuple(map(tuple, PLAIN))


@pytest.mark.parametrize(
    "cell",
    [
        "<c r=\"B1\" t='e'><v>#REF!</v></c>",
        '<c r="B1" t = "e"><v>#REF!</v></c>',
        '<c r="B1" t="&#101;"><v>#REF!</v></c>',
        '<x:c xmlns:x="urn:x" r="B1" t="e"><x:v>#REF!</x:v></x:c>',
    ],
)
def test_an_error_is_found_however_it_is_written(tmp_path: Path, cell: str) -> None:
    """Sheets without a trace of an error or formula are not read cell by cell: every way to write one is a trace."""
    path = with_sheet(
        tmp_path / "a.xlsx", f'<worksheet {MAIN}><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    )
    assert find_faulty_cells(path, ["Thôn"]) == {"Thôn": {(0, 1): FaultyCell("#REF!")}}


def test_a_trace_is_found_across_pieces(tmp_path: Path) -> None:
    for padding in range(65_400, 65_540, 7):
        path = with_sheet(
            tmp_path / "a.xlsx",
            f'<worksheet {MAIN}><!--{"-x" * (padding // 2)}--><sheetData><row r="1"><c r="A1"><f>A2</f></c></row>'
            "</sheetData></worksheet>",
        )
        assert find_faulty_cells(path, ["Thôn"]) == {"Thôn": {(0, 0): FaultyCell()}}
