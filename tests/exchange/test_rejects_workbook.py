from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from povertydesk import paths
from povertydesk.exchange.rejects_workbook import write_rejects
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from tests.exchange.old_fonts import typed_tcvn3
from tests.exchange.workbooks import PLAIN, open_document, workbook

OLD_EXCEL = Path(__file__).parent / "files" / "villages.xls"
FAULTY = "FFFFC7CE"


@pytest.fixture(scope="module")
def messages() -> Messages:
    return Messages.load(paths.resources("messages"))


def fault(row: int | None, column: str | None, *, text: str = "nhiều", sheet: str = "Thôn") -> Finding:
    return Finding("cell-not-a-mark", Severity.ERROR, Place(sheet=sheet, row=row, column=column), {"text": text})


def sheet_of(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def marked(sheet: Worksheet) -> set[str]:
    return {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.fill.start_color.rgb == FAULTY}


def note(sheet: Worksheet, cell: str) -> str:
    comment = sheet[cell].comment
    assert comment is not None
    return str(comment.text)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_the_clerks_own_workbook_comes_back_marked(tmp_path: Path, messages: Messages, kind: str) -> None:
    source = OLD_EXCEL
    if kind == "xlsx":
        source = workbook(tmp_path / "a.xlsx", PLAIN)
    if kind == "ods":
        source = open_document(tmp_path / "a.ods", PLAIN)
    before = hashlib.sha256(source.read_bytes()).hexdigest()
    target = tmp_path / "sai.xlsx"
    findings = [fault(2, "D – Hộ nghèo"), fault(2, "D – Hộ nghèo", text="ít"), fault(3, None)]
    assert write_rejects(source, findings, messages, target) == 2
    sheet = sheet_of(target)
    assert marked(sheet) == {"D2", "A3"}
    assert note(sheet, "D2").splitlines() == [messages.of_finding(one) for one in findings[:2]]
    assert [tuple(cell.value for cell in row) for row in sheet.iter_rows()] == [tuple(row) for row in PLAIN]
    assert hashlib.sha256(source.read_bytes()).hexdigest() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted({"sai.xlsx", source.name} - {"villages.xls"})


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path, messages: Messages) -> None:
    danger = '=HYPERLINK("http://example.invalid","x")'
    source = open_document(tmp_path / "a.ods", [["Thôn", danger], ["+1", "@SUM(1)"]])
    write_rejects(source, [fault(1, "B", text=danger)], messages, tmp_path / "sai.xlsx")
    sheet = sheet_of(tmp_path / "sai.xlsx")
    assert [(sheet[cell].value, sheet[cell].data_type) for cell in ("B1", "A2", "B2")] == [
        (danger, "s"),
        ("+1", "s"),
        ("@SUM(1)", "s"),
    ]


def test_what_the_office_made_stays(tmp_path: Path, messages: Messages) -> None:
    path = workbook(tmp_path / "a.xlsx", PLAIN, merged=["A5:B6"])
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B4"] = "=SUM(B2:B3)"
    sheet["C4"] = "=1+1"
    sheet["C4"].data_type = "s"
    sheet.column_dimensions["A"].width = 33
    book.create_sheet("Ghi chú").append(["xem lại"])
    book.save(path)
    write_rejects(path, [fault(6, "B – Tổng"), fault(4, "Z")], messages, tmp_path / "sai.xlsx")
    copy = openpyxl.load_workbook(tmp_path / "sai.xlsx")
    sheet = copy.worksheets[0]
    assert (sheet["B4"].value, sheet["B4"].data_type, sheet["C4"].data_type) == ("=SUM(B2:B3)", "f", "s")
    assert (copy.sheetnames, sheet.column_dimensions["A"].width) == (["Thôn", "Ghi chú"], 33)
    assert sheet["A5"].comment is not None
    assert sheet["Z4"].comment is not None


def test_old_fonts_of_an_ods_can_be_read_without_them(tmp_path: Path, messages: Messages) -> None:
    names = ["Nguyễn Văn Dũng", "Trần Thị Hương", "Lê Đức Kỷ"]
    source = open_document(tmp_path / "a.ods", [[typed_tcvn3(name)] for name in names])
    write_rejects(source, [], messages, tmp_path / "sai.xlsx")
    assert [row[0] for row in sheet_of(tmp_path / "sai.xlsx").iter_rows(values_only=True)] == names


def test_findings_that_have_no_cell_mark_none(tmp_path: Path, messages: Messages) -> None:
    source = workbook(tmp_path / "a.xlsx", PLAIN)
    findings = [fault(None, None), fault(2, "A", sheet="Thôn 9"), fault(0, "A")]
    assert write_rejects(source, findings, messages, tmp_path / "sai.xlsx") == 0
    assert marked(sheet_of(tmp_path / "sai.xlsx")) == set()


def test_a_note_of_the_office_is_kept_above(tmp_path: Path, messages: Messages) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415 - this test alone

    source = workbook(tmp_path / "a.xlsx", PLAIN)
    book = openpyxl.load_workbook(source)
    book.worksheets[0]["A2"].comment = Comment("hỏi lại thôn", "Cán bộ")
    book.save(source)
    write_rejects(source, [fault(2, "A")], messages, tmp_path / "sai.xlsx")
    assert note(sheet_of(tmp_path / "sai.xlsx"), "A2").splitlines()[0] == "hỏi lại thôn"


class TestRefusals:
    def test_nothing_is_written_over(self, tmp_path: Path, messages: Messages) -> None:
        source = workbook(tmp_path / "a.xlsx", PLAIN)
        before = source.read_bytes()
        with pytest.raises(KnownError) as caught:
            write_rejects(source, [], messages, source)
        assert (caught.value.code, source.read_bytes()) == ("file-exists", before)

    def test_what_is_no_workbook(self, tmp_path: Path, messages: Messages) -> None:
        source = tmp_path / "a.xlsx"
        source.write_bytes(b"PK\x05\x06" + bytes(18))
        with pytest.raises(KnownError) as caught:
            write_rejects(source, [], messages, tmp_path / "sai.xlsx")
        assert caught.value.code == "workbook-unreadable"

    def test_a_folder_that_is_not_there(self, tmp_path: Path, messages: Messages) -> None:
        source = workbook(tmp_path / "a.xlsx", PLAIN)
        with pytest.raises(KnownError) as caught:
            write_rejects(source, [], messages, tmp_path / "none" / "sai.xlsx")
        assert caught.value.code == "folder-missing"
