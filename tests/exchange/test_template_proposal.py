"""Finding a table in a template: certain where headings and numbers agree, and each doubt said with its place."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from povertydesk.exchange.template_binding import WHOLE, TemplateBinding
from povertydesk.exchange.template_columns import number_label
from povertydesk.exchange.template_package import open_template
from povertydesk.exchange.template_proposal import BindingProposal, is_unchanged, propose_binding
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.problems import KnownError, Severity
from tests.exchange.office_templates import HEAD_ROW, PLACES, TABLES, UNIT, draw_table, office_template, wanted


def proposed(path: Path, number: int, places: dict[str, str] = PLACES) -> BindingProposal:
    return propose_binding(open_template(path), wanted(number, places))


def drawn(path: Path, number: int, names: Sequence[str] = tuple(PLACES.values()), *, numbers: bool = True) -> Path:
    book = openpyxl.Workbook()
    assert book.active is not None
    draw_table(book.active, TABLES[number], names, numbers=numbers)
    book.save(path)
    return path


def edited(path: Path, **cells: str | int | None) -> Path:
    book = openpyxl.load_workbook(path)
    for name, value in cells.items():
        book.worksheets[0][name] = value
    book.save(path)
    return path


def found(proposal: BindingProposal) -> list[tuple[str, object]]:
    return [(one.code, one.values.get("village", one.values.get("label"))) for one in proposal.findings]


@pytest.mark.parametrize("numbers", [True, False])
@pytest.mark.parametrize("number", TABLES)
def test_every_table_is_found_by_its_numbers_or_by_its_headings_alone(
    number: int, numbers: bool, tmp_path: Path
) -> None:
    table = TABLES[number]
    proposal = proposed(drawn(tmp_path / "mau.xlsx", number, numbers=numbers), number)
    assert proposal.findings == ()
    binding = proposal.binding
    first = 4 if table.by_lines else 3
    assert [column.label for column in binding.columns] == [column.label for column in table.columns]
    letters = [openpyxl.utils.get_column_letter(first + place) for place in range(len(table.columns))]
    assert [column.letters for column in binding.columns] == letters
    assert (binding.first_heading_row, binding.name_column) == (HEAD_ROW, "B")
    lines = [(row.place, row.counted) for row in binding.rows]
    assert lines == [(place, counted) for place in (*PLACES, WHOLE) for counted in table.counted]
    assert [row.row for row in binding.rows] == list(
        range(binding.last_heading_row + 1, binding.last_heading_row + 1 + len(lines))
    )


def test_a_binding_is_written_down_and_read_again(tmp_path: Path) -> None:
    binding = proposed(office_template(tmp_path / "mau.xlsx", 8), 8).binding
    assert TemplateBinding.from_json(binding.to_json()) == binding
    assert TemplateBinding.from_json(binding.to_json()).signature == binding.signature


def test_a_binding_fits_the_table_and_the_villages_it_was_made_for(tmp_path: Path) -> None:
    binding = proposed(office_template(tmp_path / "mau.xlsx", 1), 1).binding
    assert binding.fits(TABLES[1], PLACES)
    assert not binding.fits(TABLES[12], PLACES)
    assert not binding.fits(TABLES[1], {*PLACES, "v9"})
    assert not binding.fits(TABLES[1], set(PLACES) - {"v0"})


@pytest.mark.parametrize(
    ("given_", "other"),
    [(4, 6), (6, 4), (5, 7), (7, 5), (2, 3), (3, 2), (12, 13), (13, 12)],
)
def test_a_table_of_the_poor_is_not_taken_for_one_of_the_near_poor(given_: int, other: int, tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", given_)
    book = openpyxl.load_workbook(path)
    for row in book.worksheets[0]["A1:A5"]:
        row[0].value = None
    book.save(path)
    assert proposed(path, given_).certain
    with pytest.raises(KnownError) as refused:
        proposed(path, other).require_certain("mau.xlsx")
    assert refused.value.code in {"template-without-table", "template-not-bound"}


def test_the_sheet_of_a_table_is_found_among_all_of_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Mục lục"
    for number, table in TABLES.items():
        draw_table(book.create_sheet(f"B{number}"), table, list(PLACES.values()))
    path = tmp_path / "mau.xlsx"
    book.save(path)
    for number in TABLES:
        proposal = proposed(path, number)
        assert (proposal.binding.sheet, proposal.certain) == (f"B{number}", True)


def test_two_sheets_alike_are_told_apart_by_their_name_or_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for sheet in (book.active, book.create_sheet("Bản sao")):
        draw_table(sheet, TABLES[1], list(PLACES.values()))
        sheet["A3"], sheet["A4"] = None, None
    path = tmp_path / "mau.xlsx"
    book.save(path)
    with pytest.raises(KnownError) as refused:
        proposed(path, 1)
    assert (refused.value.code, refused.value.values["sheets"]) == ("template-several-sheets", "Sheet, Bản sao")
    book.worksheets[1].title = "Biểu 1"
    book.save(path)
    assert proposed(path, 1).binding.sheet == "Biểu 1"


def test_tables_one_below_the_other_in_one_sheet_are_told_apart(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    stacked = book.active
    assert stacked is not None
    below = 0
    for number in (4, 6, 2, 3):
        other = openpyxl.Workbook().active
        assert other is not None
        draw_table(other, TABLES[number], list(PLACES.values()))
        for row in other.iter_rows():
            for cell in row:
                if cell.value is not None:
                    stacked.cell(cell.row + below, cell.column, cell.value)
        for one in other.merged_cells.ranges:
            one.shift(row_shift=below)
            stacked.merge_cells(one.coord)
        below += other.max_row + 1
    path = tmp_path / "mau.xlsx"
    book.save(path)
    firsts = []
    for number in (4, 6, 2, 3):
        proposal = proposed(path, number)
        assert proposal.findings == ()
        assert len(proposal.binding.rows) == 4 * len(TABLES[number].counted)
        firsts.append(proposal.binding.rows[0].row)
    assert firsts == sorted(set(firsts))
    for cell in stacked["A"]:
        if "Biểu" in str(cell.value) or "NĂM" in str(cell.value):
            cell.value = None
    book.save(path)
    assert [proposed(path, number).binding.rows[0].row for number in (4, 6, 2, 3)] == firsts


def test_a_sheet_that_names_the_table_goes_before_one_that_looks_alike(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    draw_table(book.active, TABLES[1], ["Thôn Một", "Thôn 3"])
    other = book.create_sheet("Nháp")
    draw_table(other, TABLES[1], list(PLACES.values()))
    other["A3"], other["A4"] = None, None
    path = tmp_path / "mau.xlsx"
    book.save(path)
    assert found(proposed(path, 1)) == [("template-village-without-row", "Bon Hai")]


def test_a_workbook_without_the_table_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Thôn Một", 1, 2, 3])
    book.save(tmp_path / "khac.xlsx")
    for path, number in ((tmp_path / "khac.xlsx", 1), (drawn(tmp_path / "mau.xlsx", 11), 1)):
        with pytest.raises(KnownError) as refused:
            proposed(path, number)
        assert (refused.value.code, refused.value.values["number"]) == ("template-without-table", 1)


def test_a_village_without_a_row_is_named_and_no_row_is_made(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 1, ["Thôn Một", "Thôn 3"])
    proposal = proposed(path, 1)
    assert found(proposal) == [("template-village-without-row", "Bon Hai")]
    assert [one.place.village for one in proposal.findings] == ["Bon Hai"]
    with pytest.raises(KnownError) as refused:
        proposal.require_certain(path.name)
    assert (refused.value.code, refused.value.values["faults"]) == ("template-not-bound", 1)
    assert refused.value.findings == proposal.findings


def test_a_village_in_two_rows_and_a_line_that_is_missing_are_named(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 1, ["Thôn Một", "Bon Hai", "Thôn 3", "bon hai"])
    assert found(proposed(path, 1)) == [("template-village-twice", "Bon Hai")]
    path = edited(drawn(tmp_path / "mau.xlsx", 8), C11="Khác")
    proposal = proposed(path, 8)
    assert [(one.code, one.values["line"]) for one in proposal.findings] == [("template-line-missing", "Hộ")]


def test_columns_that_are_missing_twice_or_another_are_named(tmp_path: Path) -> None:
    path = edited(drawn(tmp_path / "mau.xlsx", 4), E7="Bảo hiểm y tế")
    assert found(proposed(path, 4)) == [("template-column-differs", "1")]
    path = edited(drawn(tmp_path / "mau.xlsx", 4), E7="Bảo hiểm y tế", E8=None)
    assert found(proposed(path, 4)) == [("template-column-missing", "1")]
    path = edited(drawn(tmp_path / "mau.xlsx", 4), G7="Dinh dưỡng", G8=1)
    assert proposed(path, 4).certain
    heading = TABLES[4].columns[2].headings[0]
    path = edited(path, G6=heading)
    assert found(proposed(path, 4)) == [("template-column-twice", "1")]
    path = edited(drawn(tmp_path / "mau.xlsx", 1), F9="8", J8="Phần trăm", J9="15")
    proposal = proposed(path, 1)
    assert found(proposal) == [("template-column-shared", "8")]
    assert proposal.findings[0].values == {"column": "F", "label": "8", "other": "4"}
    path = edited(drawn(tmp_path / "mau.xlsx", 1), F8="Số hộ")
    assert found(proposed(path, 1)) == [("template-column-differs", "4")]
    assert {one.severity for one in proposed(path, 1).findings} == {Severity.ERROR}


def test_words_go_before_numbers_and_households_are_not_people(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 12)
    letters = {one.label: one.letters for one in proposed(path, 12).binding.columns}
    shifted = {f"{letters[label]}8": None for label in ("10", "17")}
    path = edited(path, **shifted | {f"{letters['10']}8": 17})
    assert {one.label: one.letters for one in proposed(path, 12).binding.columns} == letters
    path = edited(path, **{f"{letters['17']}7": "Dân tộc Kinh"})
    assert found(proposed(path, 12)) == [("template-column-differs", "17")]


def test_what_a_table_explains_in_brackets_need_not_stand_in_the_template(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 2)
    letters = {one.label: one.letters for one in proposed(path, 2).binding.columns}
    path = edited(path, **{f"{letters[label]}7": "Số hộ khác" for label in ("4", "8")})
    assert {one.label: one.letters for one in proposed(path, 2).binding.columns} == letters
    path = edited(path, **{f"{letters['4']}7": "Chuyển đi"})
    assert found(proposed(path, 2)) == [("template-column-differs", "4")]


def test_a_column_of_two_merged_ones_is_one(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    heading = TABLES[4].columns[2].headings[0]
    sheet.append(["TT", "Thôn", "Tổng số hộ nghèo", None, "Tổng số thiếu hụt", heading])
    sheet.append([None, None, None, None, None, "Dinh dưỡng", "Nhà tiêu hợp vệ sinh"])
    sheet.append(["A", "B", "C", None, "D", 1, 2])
    for place, name in enumerate(PLACES.values(), 4):
        sheet.cell(place, 2, name)
        sheet.merge_cells(start_row=place, end_row=place, start_column=3, end_column=4)
    for merged in ("A1:A2", "B1:B2", "C1:D2", "C3:D3", "E1:E2", "F1:G1"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "mau.xlsx")
    proposal = proposed(tmp_path / "mau.xlsx", 4)
    assert proposal.findings == ()
    assert [one.letters for one in proposal.binding.columns] == ["C", "E", "F", "G"]


def test_groups_above_a_heading_that_is_not_merged_belong_to_the_headings(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 12)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for column in "AB":
        sheet.unmerge_cells(f"{column}6:{column}7")
        sheet[f"{column}7"], sheet[f"{column}6"] = sheet[f"{column}6"].value, None
    book.save(path)
    proposal = proposed(path, 12)
    assert (proposal.certain, proposal.binding.first_heading_row) == (True, 6)
    sheet.insert_rows(8)
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row == 6:
            sheet.unmerge_cells(merged.coord)
    book.save(path)
    assert proposed(path, 12).binding.first_heading_row == 7


def test_columns_in_another_order_with_others_between_are_found(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 4)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for one in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(one))
    nutrition, toilet = sheet["E7"].value, sheet["F7"].value
    sheet["E7"], sheet["F7"], sheet["E8"], sheet["F8"] = toilet, nutrition, "(2)", "(1)"
    sheet["G6"], sheet["G8"] = "Ghi chú", "3"
    book.save(path)
    proposal = proposed(path, 4)
    assert proposal.findings == ()
    assert {one.label: one.letters for one in proposal.binding.columns} == {"C": "C", "D": "D", "1": "F", "2": "E"}


@pytest.mark.parametrize(
    "shown",
    [
        ("THÔN MỘT", "bon  hai", "Thôn 03"),
        ("Một", "Hai", "thôn số 3"),
        ("1. Thôn Một", "2) Bon Hai", "3. Thôn 3"),
        ("Thon Mot", "Buôn Hai", "THÔN 3"),
    ],
)
def test_villages_are_known_by_their_names_however_they_are_written(tmp_path: Path, shown: tuple[str, ...]) -> None:
    proposal = proposed(drawn(tmp_path / "mau.xlsx", 1, shown), 1)
    assert proposal.findings == ()
    assert [row.shown for row in proposal.binding.rows][:-1] == [" ".join(name.split()) for name in shown]


def test_a_number_is_no_village_and_the_unit_no_village_of_its_name(tmp_path: Path) -> None:
    places = {"a": "Thôn 1", "b": "Thôn 2", "c": "Thôn Thử Nghiệm"}
    path = drawn(tmp_path / "mau.xlsx", 1, ["Thôn 2", "Thôn 1", "Thôn Thử Nghiệm"])
    proposal = proposed(path, 1, places)
    assert [(row.place, row.row) for row in proposal.binding.rows] == [("b", 10), ("a", 11), ("c", 12), (WHOLE, 13)]
    path = edited(drawn(tmp_path / "mau.xlsx", 1, ["Xã Thử Nghiệm", "Thôn 1", "Thôn 2", "Thử Nghiệm"]))
    rows = proposed(path, 1, places).binding.rows
    assert [row.place for row in rows] == ["a", "b", "c", WHOLE]
    ambiguous = {"a": "Thôn Hòa", "b": "Bon Hoa"}
    path = drawn(tmp_path / "mau.xlsx", 1, ["Thôn Hòa", "Hoa"])
    assert found(proposed(path, 1, ambiguous)) == [("template-village-without-row", "Bon Hoa")]


@pytest.mark.parametrize("total", ["Tổng số", "TỔNG CỘNG", "Cộng:", "Toàn xã", "Tổng (I+II)", UNIT])
def test_the_total_is_found_by_its_name(tmp_path: Path, total: str) -> None:
    path = edited(drawn(tmp_path / "mau.xlsx", 1), B13=total, B15="Tổng hợp của phòng")
    proposal = proposed(path, 1)
    assert [(row.place, row.row) for row in proposal.binding.rows][-1] == (WHOLE, 13)
    assert proposal.certain


def test_a_total_merged_over_the_serial_and_the_name_is_found(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 1)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B13"], sheet["A13"] = None, "Tổng cộng"
    sheet.merge_cells("A13:B13")
    book.save(path)
    assert [(row.place, row.row) for row in proposed(path, 1).binding.rows][-1] == (WHOLE, 13)


def test_in_a_form_of_communes_only_the_line_of_the_unit_is_ours(tmp_path: Path) -> None:
    path = drawn(tmp_path / "mau.xlsx", 8, ["Xã Khác", "Xã Thử Nghiệm", "Thị trấn Mẫu"])
    proposal = proposed(path, 8)
    assert proposal.findings == ()
    lines = [(row.place, row.counted, row.row) for row in proposal.binding.rows]
    assert lines == [(WHOLE, Counted.HOUSEHOLDS, 11), (WHOLE, Counted.PEOPLE, 12)]
    assert proposal.binding.fits(TABLES[8], PLACES)
    path = drawn(tmp_path / "mau.xlsx", 8, ["Xã Khác", "Thị trấn Mẫu"])
    assert len(found(proposed(path, 8))) == len(PLACES)


def test_a_template_of_the_same_form_is_known_whatever_its_year(tmp_path: Path) -> None:
    path = edited(drawn(tmp_path / "mau.xlsx", 1), C6="Tổng số hộ dân cư năm 2023")
    binding = proposed(path, 1).binding
    assert is_unchanged(open_template(edited(path, C6="Tổng số hộ dân cư năm 2025")), binding)
    assert not is_unchanged(open_template(edited(path, B10="Thôn Khác")), binding)
    path = edited(drawn(tmp_path / "mau.xlsx", 1), C6="Tổng số hộ")
    assert not is_unchanged(open_template(path), binding)
    path = edited(drawn(tmp_path / "mau.xlsx", 1), C6="Tổng số hộ dân cư năm 2023")
    assert is_unchanged(open_template(path), binding)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].title = "Khác"
    book.save(path)
    assert not is_unchanged(open_template(path), binding)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("4=3/1×100", "4"),
        ("(4)", "4"),
        ("1.2.1", "1.2.1"),
        ("C", "C"),
        ("D=1+…+12", "D"),
        ("16a", "16a"),
        ("1.0=1.1+1.2", "1.0"),
        ("Thôn Một", ""),
        ("Số hộ", ""),
        ("", ""),
    ],
)
def test_the_label_of_a_column_is_what_stands_before_its_formula(text: str, label: str) -> None:
    assert number_label(text) == label


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.sampled_from(sorted(TABLES)), st.randoms(use_true_random=False), st.booleans())
def test_a_certain_proposal_binds_every_figure_to_a_cell_of_its_own(
    tmp_path: Path, number: int, chance: random.Random, numbers: bool
) -> None:
    names = list(PLACES.values())
    chance.shuffle(names)
    path = drawn(tmp_path / "mau.xlsx", number, names, numbers=numbers)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for _ in range(chance.randrange(3)):
        row, column = chance.randrange(1, 16), chance.randrange(1, 20)
        if not isinstance(sheet.cell(row, column), openpyxl.cell.cell.MergedCell):
            sheet.cell(row, column).value = chance.choice([None, "Thôn Một", "Số hộ", 1, 2, "Hộ nghèo", "Tổng số"])
    book.save(path)
    with contextlib.suppress(KnownError):
        proposal = proposed(path, number)
        proposal.require_certain(path.name)
        cells = {(column.letters, row.row) for column in proposal.binding.columns for row in proposal.binding.rows}
        assert len(cells) == len(proposal.binding.columns) * len(proposal.binding.rows)
        assert proposal.binding.fits(TABLES[number], PLACES)
