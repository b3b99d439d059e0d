from __future__ import annotations

import datetime
import os
import random
from pathlib import Path

import openpyxl
import pytest
from python_calamine import PasswordError

from povertydesk.exchange.workbook import Sheet, cell_text, column_letter, read_sheets
from povertydesk.poverty.problems import KnownError
from tests.exchange.workbooks import PLAIN, open_document, workbook

OLD_EXCEL = Path(__file__).parent / "files" / "villages.xls"


def refused(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_sheets(path)
    assert caught.value.values["file"] == path.name
    return caught.value.code


def test_cells_keep_their_kind_and_place(tmp_path: Path) -> None:
    moment = datetime.date(2023, 1, 5)
    path = workbook(tmp_path / "a.xlsx", ((), (None, "  Hộ\nnghèo ", 1518.0, 12.5, True, moment)))
    (sheet,) = read_sheets(path)
    assert sheet.rows[1][:6] == (None, "Hộ nghèo", 1518, 12.5, True, moment)
    assert type(sheet.cell(1, 2)) is int
    assert sheet.cell(99, 0) is sheet.cell(1, 99) is None


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_the_formats_of_offices_read_alike(tmp_path: Path, kind: str) -> None:
    path = OLD_EXCEL
    if kind == "xlsx":
        path = workbook(tmp_path / "a.xlsx", PLAIN)
    if kind == "ods":
        path = open_document(tmp_path / "a.ods", PLAIN)
    (sheet,) = read_sheets(path)
    assert sheet.name == "Thôn"
    assert sheet.rows == tuple(map(tuple, PLAIN))


def test_letters_are_composed(tmp_path: Path) -> None:
    decomposed = "Tho\u0302n Va\u0302n Ngo\u0323c"
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", [[decomposed]]))
    assert sheet.rows == (("Thôn Vân Ngọc",),)


def test_only_visible_sheets_of_cells_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Thôn"
    for title, state in (("Ẩn", "hidden"), ("Ẩn kỹ", "veryHidden")):
        book.create_sheet(title).sheet_state = state
    book.create_chartsheet("Biểu đồ")
    book.save(tmp_path / "a.xlsx")
    assert [sheet.name for sheet in read_sheets(tmp_path / "a.xlsx")] == ["Thôn"]


def test_merged_ranges_are_told(tmp_path: Path) -> None:
    (sheet,) = read_sheets(workbook(tmp_path / "a.xlsx", [["TT", "Hộ nghèo", None]], merged=["B1:C1"]))
    assert (sheet.merged_width(0, 1), sheet.merged_width(0, 0)) == (2, None)


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("empty.xlsx", b""),
            ("letter.xlsx", "Thôn,Hộ\n".encode()),
            ("list.csv", "Thôn,Hộ\n".encode()),
            ("paper.pdf", b"%PDF-1.7\n"),
            ("zip.xlsx", b"PK\x05\x06" + bytes(18)),
            ("old.xls", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
        ],
    )
    def test_what_is_no_workbook(self, tmp_path: Path, name: str, content: bytes) -> None:
        path = tmp_path / name
        path.write_bytes(content)
        assert refused(path) == "workbook-unreadable"

    def test_a_damaged_workbook_is_refused_or_read_as_it_was(self, tmp_path: Path) -> None:
        sound = workbook(tmp_path / "a.xlsx", PLAIN)
        whole, as_it_was = sound.read_bytes(), read_sheets(sound)
        path = tmp_path / "b.xlsx"
        outcomes = set()
        for seed in range(120):
            chance = random.Random(seed)  # noqa: S311 - the same damage on every run
            damaged = bytearray(whole)
            if seed % 2:
                del damaged[chance.randrange(len(damaged)) :]
            else:
                for _ in range(5):
                    damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            path.write_bytes(damaged)
            try:
                assert read_sheets(path) == as_it_was
            except KnownError as error:
                outcomes.add(error.code)
        assert outcomes == {"workbook-unreadable"}

    def test_a_missing_workbook_and_a_folder(self, tmp_path: Path) -> None:
        (tmp_path / "folder.xlsx").mkdir()
        assert refused(tmp_path / "none.xlsx") == refused(tmp_path / "folder.xlsx") == "file-missing"

    def test_a_workbook_that_another_program_holds(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = workbook(tmp_path / "a.xlsx", PLAIN)

        def held(_path: os.PathLike[str]) -> None:
            raise PermissionError(13, "sharing violation")

        monkeypatch.setattr("python_calamine.CalamineWorkbook", type("Held", (), {"from_path": staticmethod(held)}))
        assert refused(path) == "workbook-not-opened"

    def test_a_workbook_with_a_password(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = workbook(tmp_path / "a.xlsx", PLAIN)

        def locked(_path: os.PathLike[str]) -> None:
            raise PasswordError

        monkeypatch.setattr("python_calamine.CalamineWorkbook", type("Locked", (), {"from_path": staticmethod(locked)}))
        assert refused(path) == "workbook-protected"


@pytest.mark.parametrize(
    ("position", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_in_excel(position: int, letters: str) -> None:
    assert column_letter(position) == letters


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        (12.5, "12,5"),
        (True, "TRUE"),
        (datetime.date(2023, 1, 5), "05/01/2023"),
        (datetime.datetime(2023, 1, 5, 8, 30, tzinfo=datetime.UTC), "05/01/2023"),
        (1518, "1518"),
        ("Thôn 1", "Thôn 1"),
    ],
)
def test_cells_are_shown_as_the_office_sees_them(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]


def test_a_sheet_without_merged_ranges_has_none() -> None:
    assert Sheet("Thôn", (("a",),)).merged_width(0, 0) is None
