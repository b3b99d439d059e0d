"""An official form typed from paper: read as it was typed, and every fault named at its cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from povertydesk import paths
from povertydesk.exchange.questionnaire_workbook import EnteredForm, read_form, write_form
from povertydesk.exchange.score_sheet import SheetHead
from povertydesk.legislation import Legislation
from povertydesk.legislation.score_tables import score_cells
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.questionnaire import ItemKind, faults
from tests.exchange.typed_forms import FIRST_ROW, FORM_ID, HEADING_ROW, TITLE, Edit, cell, edit_book, put, typed_form

LAW = Legislation.load(paths.resources("legislation"))


def read(path: Path) -> EnteredForm:
    return read_form(path, LAW)


def test_a_typed_form_is_read_as_it_stands_on_paper(tmp_path: Path) -> None:
    entered = read(typed_form(tmp_path / "a.xlsx"))
    assert entered.table.findings == ()
    form = entered.questionnaire.form
    assert (form.id, form.title, entered.questionnaire.standard) == (FORM_ID, TITLE, "2022-2026")
    assert not entered.questionnaire.verified
    assert not entered.questionnaire.practice
    assert entered.questionnaire.period == LAW.standard("2022-2026").period
    assert [(item.code, item.kind) for item in form.items.values()] == [
        ("1", ItemKind.NUMBER_BAND), ("2.1", ItemKind.SINGLE), ("2.10", ItemKind.NUMBER_BAND), ("3", ItemKind.MULTIPLE),
    ]  # fmt: skip
    assert list(faults(form)) == []
    first, *_, last = form.items["2.10"].options
    assert (first.at_least, first.below, last.at_least, last.below) == (None, Decimal("8.5"), Decimal("8.5"), None)
    assert [(option.code, option.digit) for option in form.items["3"].options] == [("a", 1), ("b", 2)]
    assert dict(entered.table.points) == dict(zip(score_cells(form), (70, 30, 0, 40, 0, 0, 25, 10, 15), strict=True))
    assert entered.table.entered_by == "Hà Văn Thử"
    assert entered.table.sums == {"1": 100, "2.1": 40, "2.10": 25, "3": 25}


def test_a_blank_workbook_offers_kinds_and_sums_and_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_form(path, SheetHead(FORM_ID, "TT", TITLE, "2022-2026"))
    book = openpyxl.load_workbook(path)
    sheet: Any = book.worksheets[0]
    assert [sheet.cell(HEADING_ROW, column).value for column in range(1, 9)] == [
        "Mã mục", "Mục", "Kiểu trả lời", "Mã lựa chọn", "Lựa chọn", "Từ", "Đến dưới", "Điểm",
    ]  # fmt: skip
    assert sheet["C8"].value.startswith(f"=SUM(H{FIRST_ROW}:")
    assert sheet.cell(FIRST_ROW, 1).number_format == "@"
    assert {str(rule.sqref).partition(":")[0] for rule in sheet.data_validations.dataValidation} == {
        f"C{FIRST_ROW}", f"H{FIRST_ROW}",
    }  # fmt: skip
    assert book.sheetnames == ["Bảng điểm", "Hướng dẫn"]
    with pytest.raises(KnownError) as caught:
        read(path)
    assert caught.value.code == "score-form-empty"


@pytest.mark.parametrize(
    ("edit", "code", "row", "column"),
    [
        (put(cell(0, "A"), None), "score-item-without-number", 0, "A"),
        (put(cell(4, "A"), "hai"), "score-item-number-unreadable", 4, "A"),
        (put(cell(4, "A"), 2.1), "score-item-number-unreadable", 4, "A"),
        (put(cell(8, "A"), "1."), "score-item-twice", 8, "A"),
        (put(cell(4, "B"), None), "score-item-without-text", 4, "B"),
        (put(cell(3, "C"), "một lựa chọn"), "score-item-without-options", 3, "E"),
        (put(cell(5, "E"), None), "score-option-without-text", 5, "E"),
        (put(cell(4, "C"), "chọn một"), "score-kind-unknown", 4, "C"),
        (put(cell(4, "C"), None), "score-kind-unknown", 4, "C"),
        (put(cell(1, "F"), "bốn"), "score-band-not-a-number", 1, "F"),
        (put(cell(1, "F"), -4), "score-band-not-a-number", 1, "F"),
        (put(cell(1, "F"), True), "score-band-not-a-number", 1, "F"),
        (put(cell(0, "F"), 4), "score-band-reversed", 0, "F"),
        (put(cell(1, "F"), 5), "score-bands-apart", 1, "F"),
        (put(cell(2, "F"), None), "score-bands-apart", 2, "F"),
        (put(cell(5, "F"), 3), "score-band-unexpected", 4, "C"),
        (put(cell(9, "D"), "a"), "score-row-twice", 9, "D"),
        (put(cell(1, "H"), None), "points-missing", 1, "H"),
        (put(cell(1, "H"), "30"), "points-not-a-number", 1, "H"),
        (put(cell(1, "H"), 2.5), "points-not-a-number", 1, "H"),
        (put(cell(1, "H"), "=10+20"), "cell-not-calculated", 1, "H"),
        (put(cell(4, "E"), "=A1"), "cell-not-calculated", 4, "E"),
        (put(cell(4, "B"), "#REF!"), "cell-shows-error", 4, "B"),
    ],
)
def test_every_fault_stands_at_its_cell(tmp_path: Path, edit: Edit, code: str, row: int, column: str) -> None:
    table = read(typed_form(tmp_path / "a.xlsx", edit)).table
    found = {(one.code, one.place.row, one.place.column) for one in table.findings}
    assert (code, FIRST_ROW + row, column) in found
    assert all(one.place.sheet == "Bảng điểm" for one in table.findings)
    with pytest.raises(KnownError) as caught:
        table.score_table()
    assert (caught.value.code, caught.value.findings) == ("score-table-incomplete", table.findings)


def test_an_option_before_any_item_wants_a_number(tmp_path: Path) -> None:
    def clear(sheet: Any) -> None:
        for column in "ABC":
            sheet[cell(0, column)] = None

    findings = read(typed_form(tmp_path / "a.xlsx", clear)).table.findings
    assert ("score-item-without-number", FIRST_ROW) in {(one.code, one.place.row) for one in findings}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (put("C3", "b1-khác"), "score-sheet-of-other-form"),
        (put("C5", "2030"), "unknown-standard"),
        (put("C5", "2027-2030"), "no-scoring-form"),
        (put("C6", "NT9"), "score-column-unknown"),
        (put(f"C{HEADING_ROW}", "Kiểu"), "score-sheet-missing"),
        (put(f"H{HEADING_ROW}", "Số"), "score-sheet-missing"),
    ],
)
def test_a_workbook_that_is_no_table_of_a_standard_is_refused(tmp_path: Path, edit: Edit, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        read(typed_form(tmp_path / "a.xlsx", edit))
    assert caught.value.code == code


def test_blank_lines_totals_of_excel_and_repeated_item_numbers_are_no_faults(tmp_path: Path) -> None:
    path = typed_form(tmp_path / "a.xlsx", put(cell(1, "A"), "1"), put(cell(2, "A"), 1))
    edit_book(path, lambda sheet: sheet.insert_rows(FIRST_ROW + 3))
    entered = read(path)
    assert entered.table.findings == ()
    assert len(entered.table.points) == 9


def test_the_title_may_be_left_out(tmp_path: Path) -> None:
    form = read(typed_form(tmp_path / "a.xlsx", put("C4", None))).questionnaire.form
    assert form.title == LAW.scoring_forms["2022-2026"].title


@settings(max_examples=8)
@given(st.lists(st.integers(0, 500), min_size=9, max_size=9))
def test_what_is_exported_comes_back_the_same(tmp_path_factory: pytest.TempPathFactory, numbers: list[int]) -> None:
    folder = tmp_path_factory.mktemp("again")
    typed = read(typed_form(folder / "a.xlsx"))
    points = dict(zip(typed.table.points, numbers, strict=True))
    write_form(folder / "b.xlsx", typed.head, typed.questionnaire.form, points)
    again = read(folder / "b.xlsx")
    assert again.table.findings == ()
    assert again.questionnaire.form == typed.questionnaire.form
    assert dict(again.table.points) == points


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    path = typed_form(tmp_path / "a.xlsx")
    entered = read(path)
    form = entered.questionnaire.form
    head = entered.head._replace(title="=1+1")
    write_form(tmp_path / "b.xlsx", head, form, entered.table.points)
    assert read(tmp_path / "b.xlsx").questionnaire.form.title == "=1+1"
