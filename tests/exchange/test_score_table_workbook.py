"""The template of a score table: typed, read back, compared with a second entry cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
import pytest

from povertydesk import paths
from povertydesk.exchange.score_table_workbook import (
    EnteredTable,
    checked_table,
    compare,
    read_entry,
    write_template,
)
from povertydesk.legislation import Legislation
from povertydesk.legislation.questionnaires import DatedQuestionnaire
from povertydesk.legislation.score_tables import score_cells
from povertydesk.poverty.problems import KnownError
from tests.exchange.workbooks import workbook

LAW = Legislation.load(paths.resources("legislation"))
PRACTICE = LAW.questionnaire("practice")
TABLE = LAW.score_tables["practice", "NT2"]
CELLS = score_cells(PRACTICE.form)
FIRST_ROW = 8
LAST_ROW = FIRST_ROW + len(CELLS) - 1

Edit = Callable[[Any], None]


def entry(
    path: Path, edit: Edit | None = None, by: str = "Hà Văn Thử", form: DatedQuestionnaire = PRACTICE
) -> EnteredTable:
    """Write a filled template, edit its sheet as a clerk would, and read it back."""
    write_template(path, form, "NT2", msgspec.structs.replace(TABLE, entered_by=by))
    if edit is not None:
        book = openpyxl.load_workbook(path)
        edit(book.active)
        book.save(path)
    return read_entry(path, form, "NT2")


def put(cell: str, value: object) -> Edit:
    def edit(sheet: Any) -> None:
        sheet[cell] = value

    return edit


def test_a_filled_template_gives_back_its_points(tmp_path: Path) -> None:
    read = entry(tmp_path / "a.xlsx")
    assert read.findings == ()
    assert read.entered_by == "Hà Văn Thử"
    table = read.score_table()
    assert dict(table.points) == dict(TABLE.points)
    assert (table.verified, table.practice, table.column) == (False, True, "NT2")
    assert sum(read.sums.values()) == sum(TABLE.points.values())


def test_the_template_says_what_it_is_and_sums_what_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, PRACTICE, "TT")
    sheet: Any = openpyxl.load_workbook(path).active
    assert "BÀI TẬP" in sheet["A1"].value
    assert sheet.cell(LAST_ROW + 1, 5).value == f"=SUM(E{FIRST_ROW}:E{LAST_ROW})"
    assert [sheet.cell(row, 5).value for row in range(FIRST_ROW, LAST_ROW + 1)] == [None] * len(CELLS)


def test_an_empty_template_wants_every_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, PRACTICE, "TT")
    read = read_entry(path, PRACTICE, "TT")
    assert [one.code for one in read.findings] == ["points-missing"] * len(CELLS)
    assert [one.place.row for one in read.findings] == list(range(FIRST_ROW, LAST_ROW + 1))
    with pytest.raises(KnownError) as caught:
        read.score_table()
    assert (caught.value.code, caught.value.findings) == ("score-table-incomplete", read.findings)


@pytest.mark.parametrize("typed", ["15", "mười", 12.5, -1, True, "1.518"])
def test_what_is_no_whole_number_is_refused_at_its_cell(tmp_path: Path, typed: object) -> None:
    read = entry(tmp_path / "a.xlsx", put("E9", typed))
    (finding,) = read.findings
    assert finding.code == "points-not-a-number"
    assert finding.place[:3] == ("Bảng điểm", 9, "E")
    assert CELLS[1] not in read.points
    assert len(read.points) == len(CELLS) - 1


def test_an_error_of_excel_is_no_number(tmp_path: Path) -> None:
    assert [one.code for one in entry(tmp_path / "a.xlsx", put("E9", "#N/A")).findings] == ["points-not-a-number"]


@pytest.mark.parametrize(
    ("edit", "codes"),
    [
        (put("C9", "khac"), ["score-row-unknown", "score-row-missing"]),
        (put("C9", "yes"), ["score-row-twice", "score-row-missing"]),
        (lambda sheet: sheet.delete_rows(9), ["score-row-missing"]),
        (lambda sheet: sheet.insert_rows(9), []),
        (lambda sheet: sheet.insert_cols(1), None),
        (put("A7", "MÃ MỤC"), []),
    ],
)
def test_rows_are_found_by_their_codes(tmp_path: Path, edit: Edit, codes: list[str] | None) -> None:
    if codes is None:
        with pytest.raises(KnownError) as caught:
            entry(tmp_path / "a.xlsx", edit)
        assert caught.value.code == "score-sheet-of-other-form"
        return
    assert [one.code for one in entry(tmp_path / "a.xlsx", edit).findings] == codes


def test_a_table_of_another_column_or_no_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_template(path, PRACTICE, "NT2")
    with pytest.raises(KnownError) as caught:
        read_entry(path, PRACTICE, "NT3")
    assert caught.value.code == "score-sheet-of-other-form"
    assert caught.value.values["found"] == "practice / NT2"
    with pytest.raises(KnownError) as caught:
        read_entry(workbook(tmp_path / "b.xlsx", [("Thôn", "Điểm")]), PRACTICE, "NT3")
    assert caught.value.code == "score-sheet-missing"


def test_two_entries_that_differ_are_shown_cell_by_cell_with_their_sums(tmp_path: Path) -> None:
    first = entry(tmp_path / "a.xlsx")
    second = entry(tmp_path / "b.xlsx", put("E10", 99))
    item, _ = CELLS[2]
    compared = compare(first, second)
    cell, total = compared.findings
    typed = first.points[CELLS[2]]
    assert (cell.code, cell.place[:3], dict(cell.values)) == (
        "points-differ", ("Bảng điểm", 10, "E"), {"first": typed, "second": 99},
    )  # fmt: skip
    assert (total.code, total.place.section) == ("sums-differ", item)
    assert total.values == {"first": first.sums[item], "second": first.sums[item] + 99 - typed}
    assert compared.second_total - compared.first_total == 99 - typed


def test_two_swapped_cells_are_found_though_the_sums_agree(tmp_path: Path) -> None:
    def swap(sheet: Any) -> None:
        sheet["E10"], sheet["E11"] = sheet["E11"].value, sheet["E10"].value

    first, second = entry(tmp_path / "a.xlsx"), entry(tmp_path / "b.xlsx", swap, by="Lò Thị Mẫu")
    assert first.points != second.points
    compared = compare(first, second)
    assert [one.code for one in compared.findings] == ["points-differ", "points-differ"]
    assert compared.first_total == compared.second_total
    with pytest.raises(KnownError) as caught:
        checked_table(first, second)
    assert (caught.value.code, caught.value.values["cells"]) == ("score-tables-differ", 2)


def test_a_table_is_checked_when_two_people_typed_it_alike(tmp_path: Path) -> None:
    real = msgspec.structs.replace(PRACTICE, practice=False)
    first = entry(tmp_path / "a.xlsx", form=real)
    second = entry(tmp_path / "b.xlsx", by="Lò Thị Mẫu", form=real)
    assert compare(first, second).findings == ()
    table = checked_table(first, second)
    assert (table.verified, table.entered_by, table.checked_by) == (True, "Hà Văn Thử", "Lò Thị Mẫu")
    practice = checked_table(entry(tmp_path / "a.xlsx"), entry(tmp_path / "b.xlsx", by="Lò Thị Mẫu"))
    assert not practice.verified


@pytest.mark.parametrize("by", ["Hà Văn Thử", "ha van thu", ""])
def test_one_person_cannot_check_alone(tmp_path: Path, by: str) -> None:
    with pytest.raises(KnownError) as caught:
        checked_table(entry(tmp_path / "a.xlsx"), entry(tmp_path / "b.xlsx", by=by))
    assert caught.value.code == "score-table-one-person"


def test_tables_of_two_columns_are_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    write_template(path, PRACTICE, "TT", TABLE)
    with pytest.raises(KnownError) as caught:
        compare(entry(tmp_path / "a.xlsx"), read_entry(path, PRACTICE, "TT"))
    assert caught.value.code == "score-tables-not-alike"
