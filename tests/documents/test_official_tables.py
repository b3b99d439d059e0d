"""The official tables as they are laid out, in each of the three forms."""

from __future__ import annotations

import dataclasses
import io
from decimal import Decimal
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx.oxml.ns import qn

from povertydesk import paths
from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.issuing_office import IssuingOffice
from povertydesk.documents.official_tables import table_grid, table_paper
from povertydesk.documents.page_rules import LARGEST_GRID_SIZE, grid_line_height, sheet_of
from povertydesk.documents.table_layouts import Named, read_layouts
from povertydesk.documents.writers.docx import write_docx
from povertydesk.documents.writers.lines import Ruler
from povertydesk.documents.writers.pdf import write_pdf
from povertydesk.documents.writers.pdf_grid import grid_strips
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.documents.writers.xlsx_cells import live_formula, sum_formula
from povertydesk.poverty.area import AreaType, Unit, Village, VillageFigures
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_table import CountedHousehold, FilledTable, OfficialTable, TableSource, fill_table
from povertydesk.poverty.paper import (
    CellKind,
    Figure,
    Grid,
    GridHeading,
    GridRow,
    Letterhead,
    Paper,
    RowKind,
    SheetSize,
)
from povertydesk.poverty.problems import KnownError
from povertydesk.poverty.status import PovertyStatus

INDICATORS = (Named("nutrition", "Dinh dưỡng"), Named("toilet", "Nhà tiêu hợp vệ sinh"))
GROUPS = (Named("20", "Mnông"), Named("6", "Mường"))
VILLAGES = (Village("v0", "Thôn Một", 0), Village("v1", "Bon Hai", 1))
LAYOUTS = read_layouts(paths.resources("grids", "official_tables.toml"), INDICATORS, GROUPS)
TABLES = LAYOUTS.tables
OFFICE = IssuingOffice(Unit("u", "Xã Mẫu", AreaType.RURAL))
HEAD = Letterhead(("ỦY BAN NHÂN DÂN", "XÃ MẪU"), "BC-UBND", "Mẫu", 2023)


def source() -> TableSource:
    residents = {one.id: VillageFigures(one.id, 2023, households=200, people=800) for one in VILLAGES}
    traits = frozenset({"minority", "ethnic:20", "deprived:toilet", "cause:land", "merit"})
    households = (
        CountedHousehold("a", "v0", PovertyStatus.POOR, 5, traits, children=2),
        CountedHousehold("b", "v0", PovertyStatus.POOR, 3, frozenset({"kinh", "no_group"}), children=0),
        CountedHousehold("c", "v1", PovertyStatus.NEAR_POOR, 4, frozenset({"kinh", "no_group"}), children=1),
    )
    return TableSource(2023, "Xã Mẫu", VILLAGES, residents, households, None)


def laid_out(number: int) -> tuple[FilledTable, Grid, Paper]:
    filled = fill_table(TABLES[number], source())
    grid = table_grid(filled, {one.id: one.name for one in VILLAGES}, "Thôn, bon")
    return filled, grid, table_paper(filled.table, grid, OFFICE, HEAD, None)


def labels(table: OfficialTable) -> list[str]:
    return [column.label for column in table.columns]


def test_all_thirteen_tables_of_figures_are_there_and_their_formulas_name_their_own_columns() -> None:
    assert list(TABLES) == list(range(1, 14))
    assert labels(TABLES[2]) == [str(number) for number in range(1, 10)]
    assert [column.title for column in TABLES[4].columns] == [
        "Tổng số hộ nghèo",
        "Tổng số thiếu hụt",
        "Dinh dưỡng",
        "Nhà tiêu hợp vệ sinh",
    ]
    assert TABLES[4].columns[1].sum_of == ((1, "1"), (1, "2"))
    twelve = tuple(Named(f"i{place}", f"Chỉ số {place}") for place in range(1, 13))
    whole = read_layouts(paths.resources("grids", "official_tables.toml"), twelve, GROUPS).tables[4].columns[1]
    assert (whole.number, len(whole.sum_of)) == ("D=1+…+12", 12)
    assert labels(TABLES[9])[:6] == ["1.0", "1.1", "1.2", "1.2.1", "1.2.2", "1.2.3"]
    assert TABLES[2].columns[8].sum_of == (
        (1, "1"), (-1, "2"), (-1, "3"), (-1, "4"), (1, "5"), (1, "6"), (1, "7"), (1, "8"),
    )  # fmt: skip
    assert TABLES[12].columns[-1].rate_of == ("12", "4")


def test_headings_stand_merged_as_on_the_form() -> None:
    _, grid, _ = laid_out(2)
    assert [leaf.number for leaf in grid.leaves][:4] == ["A", "B", "C", "1"]
    shrinking = next(one for one in grid.columns if isinstance(one, GridHeading) and "giảm" in one.title)
    assert [one.title for one in shrinking.members if isinstance(one, GridHeading)] == ["Số hộ thoát nghèo"]
    assert grid.heading_rows == 3
    assert grid.numbered


def test_a_place_has_a_line_of_households_and_one_of_people_under_one_name() -> None:
    _, grid, _ = laid_out(8)
    shown = [[cell.value if isinstance(cell, Figure) else cell for cell in row.cells[:5]] for row in grid.rows]
    assert shown == [
        [1, "Thôn Một", "Hộ", 2, 1],
        [None, None, "Nhân khẩu", 8, 5],
        [2, "Bon Hai", "Hộ", 0, 0],
        [None, None, "Nhân khẩu", 0, 0],
        [None, "TỔNG CỘNG", "Hộ", 2, 1],
        [None, None, "Nhân khẩu", 8, 5],
    ]
    assert [row.continued for row in grid.rows] == [0, 2, 0, 2, 0, 2]
    assert [row.kind for row in grid.rows][-2:] == [RowKind.TOTAL, RowKind.TOTAL]


@pytest.mark.parametrize("number", TABLES)
def test_every_count_is_as_long_as_the_list_it_opens(number: int) -> None:
    filled, _, _ = laid_out(number)
    for line in filled.lines:
        for column, cell in zip(filled.table.columns, line.cells, strict=True):
            if column.measure is not None and column.measure.subject != "residents" and not column.base:
                assert cell.value == sum(cell.behind.values())
                if line.counted is Counted.HOUSEHOLDS and column.measure.unit in {"households", "of_line"}:
                    assert cell.value == len(cell.behind)


def test_wide_tables_take_the_large_sheet() -> None:
    sizes = {number: laid_out(number)[2].parts[0].size for number in (1, 2, 8, 10, 12)}
    assert sizes == {
        1: SheetSize.A4,
        2: SheetSize.A4,
        8: SheetSize.A4,
        10: SheetSize.A3,
        12: SheetSize.A3,
    }
    assert all(laid_out(number)[2].parts[0].landscape for number in TABLES)


def test_a_workbook_keeps_the_formulas_of_the_form_alive() -> None:
    assert live_formula("D=1+…+12", {"1": "E", "12": "P"}, 7, CellKind.COUNT) == "=SUM(E7:P7)"
    filled, _, paper = laid_out(1)
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets[-1]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Thôn Một")
    assert [sheet.cell(row, column).value for column in (3, 4, 5)] == [200, 800, 2]
    assert sheet.cell(row, 6).value == f'=IF(C{row}=0,"",ROUND(E{row}/C{row}*100,2))'
    assert filled.cell("4", "v0").value == Decimal("1.00")
    _, _, course = laid_out(8)
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(course))).worksheets[-1]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Thôn Một")
    assert f"B{row}:B{row + 1}" in {str(one) for one in sheet.merged_cells.ranges}
    assert f"A{row}:A{row + 1}" in {str(one) for one in sheet.merged_cells.ranges}


def test_a_word_file_joins_the_two_lines_of_a_place() -> None:
    from docx import Document  # noqa: PLC0415 - as the writers load it

    table = Document(io.BytesIO(write_docx(laid_out(8)[2]))).tables[1]
    row = next(place for place, one in enumerate(table.rows) if one.cells[1].text == "Thôn Một")
    assert table.cell(row, 1)._tc is table.cell(row + 1, 1)._tc


def test_a_layout_that_names_what_is_not_there_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "tables.toml"
    column = '{ number = "2=1+9", title = "B" }'
    head = "child_below = 16\nmost_ethnic_groups = 9\n"
    broken.write_text(f'{head}[[table]]\nnumber = 1\nshort = "A"\ntitle = "A"\ncolumn = [{column}]\n', encoding="utf-8")
    with pytest.raises(KnownError) as refused:
        read_layouts(broken, INDICATORS, GROUPS)
    assert refused.value.code == "template-broken"


def test_a_note_stands_below_its_table_on_the_same_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(laid_out(8)[2])))
    assert book.sheetnames == ["Biểu"]
    words = [cell.value for cell in book.worksheets[0]["A"]]
    total = next(cell.row for cell in book.worksheets[0]["B"] if cell.value == "TỔNG CỘNG")
    assert words.index(TABLES[8].note) >= total


def table_of(number: int, villages: int, name: str = "Thôn số {}") -> tuple[Grid, Paper]:
    """Lay out a table of so many villages."""
    places = tuple(Village(f"v{place}", name.format(place), place) for place in range(villages))
    drawn_from = source()._replace(villages=places)
    filled = fill_table(TABLES[number], drawn_from)
    grid = table_grid(filled, {one.id: one.name for one in places}, "Thôn")
    return grid, table_paper(TABLES[number], grid, OFFICE, HEAD, None)


def printed(villages: int) -> tuple[int, set[float], str]:
    """Print table 1 of so many villages: its pages, the lengths of its sheets, the words of the last page."""
    _, paper = table_of(1, villages)
    pages = pypdfium2.PdfDocument(write_pdf(paper, load_fonts()).data)
    try:
        lengths = {round(max(pages.get_page_size(number)) / 72 * 25.4) for number in range(len(pages))}
        return len(pages), lengths, pages[len(pages) - 1].get_textpage().get_text_range()
    finally:
        pages.close()


def test_the_signature_alone_takes_no_second_page() -> None:
    assert printed(2)[:2] == (1, {297})
    assert printed(6)[:2] == (1, {420})
    assert printed(20)[:2] == (1, {420})


@pytest.mark.parametrize("villages", [2, 6, 20, 60])
def test_a_word_file_stands_on_the_sheet_of_the_print(villages: int) -> None:
    from docx import Document  # noqa: PLC0415 - as the writers load it

    (section,) = Document(io.BytesIO(write_docx(table_of(1, villages)[1]))).sections
    assert section.page_width is not None
    assert {round(section.page_width.mm)} == printed(villages)[1]


@pytest.mark.parametrize("villages", [2, 6, 20, 60])
def test_a_workbook_prints_on_the_sheet_of_the_print(villages: int) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(table_of(1, villages)[1]))).worksheets[0]
    assert {420.0 if sheet.page_setup.paperSize == 8 else 297.0} == printed(villages)[1]


def test_a_name_of_two_lines_makes_neither_line_of_its_place_higher() -> None:
    """The name stands over both lines of the place, so both stay as high as one line of words."""
    long_name = "Thôn Đồng Tâm Thống Nhất {}"
    grid, paper = table_of(8, 3, long_name)
    body = grid_strips(grid, Ruler(load_fonts()), 700.0, 500.0)[1:]
    assert len({strip.height for strip in body}) == 1
    assert [line.text for line in body[0].texts if line.y > body[0].height] == ["1", "Thống Nhất 0"]
    assert max(line.y for line in body[0].texts) < body[0].height + body[1].height
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets[0]
    first = next(cell.row for cell in sheet["B"] if cell.value == long_name.format(0))
    assert sheet.row_dimensions[first].height == sheet.row_dimensions[first + 1].height


def test_a_note_goes_with_the_last_line_of_its_table_and_the_signature() -> None:
    from docx import Document  # noqa: PLC0415 - as the writers load it

    body = Document(io.BytesIO(write_docx(table_of(11, 40)[1]))).element.body
    total = next(row for row in body.iter(qn("w:tr")) if "TỔNG CỘNG" in "".join(row.itertext()))
    note = next(one for one in body.iter(qn("w:p")) if TABLES[11].note in "".join(one.itertext()))
    for piece in (*total.iter(qn("w:p")), note):
        assert piece.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_merged_headings_of_a_word_file_have_room_for_their_words() -> None:
    from docx import Document  # noqa: PLC0415 - as the writers load it

    grid, paper = table_of(2, 60)
    table = Document(io.BytesIO(write_docx(paper))).tables[1]
    heights = [row.height.pt for row in table.rows if row.height is not None]
    assert len(heights) == grid.heading_rows
    head = grid_strips(grid, Ruler(load_fonts()), sheet_of(paper.parts[0]).text_width, 500.0)[0]
    number_row = head.height - sum(heights)
    assert 0 < number_row < min(heights) + grid_line_height(LARGEST_GRID_SIZE)


def test_a_long_table_goes_on_under_its_headings() -> None:
    count, lengths, last = printed(60)
    assert count > 2
    assert lengths == {297}
    assert "Tổng số hộ dân cư" in " ".join(last.split())
    assert "TỔNG CỘNG" in last


def test_a_workbook_of_few_villages_prints_on_one_page() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(laid_out(1)[2]))).worksheets[0]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.freeze_panes is not None
    assert sheet.print_title_rows


def test_a_reader_that_does_not_calculate_still_sees_the_figures() -> None:
    data = write_xlsx(laid_out(1)[2])
    formulas = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    row = next(cell.row for cell in formulas["B"] if cell.value == "Thôn Một")
    assert str(formulas.cell(row, 6).value).startswith("=")
    assert shown.cell(row, 6).value == 1
    live = [cell for line in formulas.iter_rows() for cell in line if str(cell.value).startswith("=")]
    assert live
    assert all(shown[str(cell.coordinate)].value is not None for cell in live)


COMMUNES = (
    Village("v0", "Xã Một", 0, group="Cụm Bắc"),
    Village("v1", "Xã Hai", 1, group="Cụm Bắc"),
    Village("v2", "Xã Ba", 2, group="Cụm Bắc"),
    Village("v3", "Xã Bốn", 3, group="Cụm Nam"),
)


def of_communes(number: int) -> tuple[FilledTable, Grid, Paper]:
    """A table of a receiving office: three communes under one unit, one under another."""
    residents = {one.id: VillageFigures(one.id, 2023, households=200, people=800) for one in COMMUNES}
    households = tuple(
        CountedHousehold(f"h{place}", f"v{place % 4}", PovertyStatus.POOR, 4, frozenset({"kinh", "no_group"}))
        for place in range(9)
    )
    drawn_from = TableSource(2023, "Huyện Mẫu", COMMUNES, residents, households, None)
    filled = fill_table(TABLES[number], drawn_from)
    grid = table_grid(filled, {one.id: one.name for one in COMMUNES}, "Đơn vị")
    return filled, grid, table_paper(filled.table, grid, OFFICE, HEAD, None)


def test_units_are_bold_lines_above_their_communes() -> None:
    _, grid, _ = of_communes(1)
    shown = [[cell.value if isinstance(cell, Figure) else cell for cell in row.cells[:5]] for row in grid.rows]
    assert shown == [
        [1, "Cụm Bắc", 600, 2400, 7],
        ["1.1", "Xã Một", 200, 800, 3],
        ["1.2", "Xã Hai", 200, 800, 2],
        ["1.3", "Xã Ba", 200, 800, 2],
        [2, "Cụm Nam", 200, 800, 2],
        ["2.1", "Xã Bốn", 200, 800, 2],
        [None, "TỔNG CỘNG", 800, 3200, 9],
    ]
    assert [row.kind for row in grid.rows][::4] == [RowKind.GROUP, RowKind.GROUP]
    assert [row.added for row in grid.rows] == [(1, 2, 3), (), (), (), (5,), (), (0, 4)]
    figure = grid.rows[0].cells[2]
    assert isinstance(figure, Figure)
    assert dict(figure.arguments)["unit"] == "1"


def test_the_lines_of_people_are_added_up_likewise() -> None:
    _, grid, paper = of_communes(8)
    assert [(row.cells[1], row.cells[2], row.continued, row.added) for row in grid.rows[:2]] == [
        ("Cụm Bắc", "Hộ", 0, (2, 4, 6)),
        (None, "Nhân khẩu", 2, (3, 5, 7)),
    ]
    assert [row.added for row in grid.rows[-2:]] == [(0, 8), (1, 9)]
    data = write_xlsx(paper)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[-1]
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[-1]
    first = next(cell.row for cell in sheet["B"] if cell.value == "Cụm Bắc")
    assert sheet.cell(first, 4).value == f"=SUM(D{first + 2},D{first + 4},D{first + 6})"
    assert sheet.cell(first + 12 + 1, 4).value == f"=SUM(D{first + 1},D{first + 9})"
    assert (shown.cell(first, 4).value, shown.cell(first + 13, 4).value) == (7, 36)


def test_a_workbook_adds_units_up_and_computes_their_rates_from_the_sums() -> None:
    data = write_xlsx(of_communes(1)[2])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[-1]
    shown = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[-1]
    first = next(cell.row for cell in sheet["B"] if cell.value == "Cụm Bắc")
    assert sheet.cell(first, 5).value == f"=SUM(E{first + 1}:E{first + 3})"
    assert sheet.cell(first, 6).value == f'=IF(C{first}=0,"",ROUND(E{first}/C{first}*100,2))'
    assert (shown.cell(first, 5).value, shown.cell(first, 6).value) == (7, 1.17)
    assert sheet.cell(first + 6, 3).value == f"=SUM(C{first},C{first + 4})"
    assert sheet.cell(first, 2).font.bold
    assert not sheet.cell(first + 1, 2).font.bold


def test_a_sum_that_its_lines_do_not_give_stays_a_number() -> None:
    _, grid, paper = of_communes(1)
    moved = dataclasses.replace(grid.rows[-1], cells=(*grid.rows[-1].cells[:2], 801, *grid.rows[-1].cells[3:]))
    other = dataclasses.replace(grid, rows=(*grid.rows[:-1], moved))
    part = dataclasses.replace(
        paper.parts[0], blocks=tuple(other if one is grid else one for one in paper.parts[0].blocks)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(dataclasses.replace(paper, parts=(part,))))).worksheets[-1]
    total = next(cell.row for cell in sheet["B"] if cell.value == "TỔNG CỘNG")
    assert sheet.cell(total, 3).value == 801
    assert str(sheet.cell(total, 4).value).startswith("=SUM(")


def test_more_units_than_one_sum_takes_are_added_in_parts() -> None:
    assert sum_formula("C", [4, 5, 6]) == "=SUM(C4:C6)"
    assert sum_formula("C", [9]) == "=SUM(C9)"
    rows = list(range(2, 602, 2))
    first, second = sum_formula("C", rows).removeprefix("=").split("+")
    assert first.count("C") == 255
    assert second == f"SUM({','.join(f'C{row}' for row in rows[255:])})"


def test_a_word_file_has_its_units_in_bold() -> None:
    from docx import Document  # noqa: PLC0415 - as the writers load it

    table = Document(io.BytesIO(write_docx(of_communes(1)[2]))).tables[1]
    rows = {one.cells[1].text: one for one in table.rows}
    assert [run.bold for run in rows["Cụm Bắc"].cells[1].paragraphs[0].runs] == [True]
    assert not any(run.bold for run in rows["Xã Một"].cells[1].paragraphs[0].runs)
    assert rows["Xã Hai"].cells[0].text == "1.2"


def test_a_counted_whole_stays_alive_where_its_formula_gives_it() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(laid_out(9)[2]))).worksheets[-1]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Thôn Một")
    assert sheet.cell(row, 4).value == f"=E{row}+F{row}"
    _, grid, paper = laid_out(9)
    other = dataclasses.replace(grid, rows=(with_cell(grid.rows[0], 4, 77), *grid.rows[1:]))
    part = dataclasses.replace(
        paper.parts[0], blocks=tuple(other if one is grid else one for one in paper.parts[0].blocks)
    )
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(dataclasses.replace(paper, parts=(part,))))).worksheets[-1]
    assert isinstance(sheet.cell(row, 4).value, int)
    # The form's own formula of "Khác" is wrong for a household in two groups.
    wrong = openpyxl.load_workbook(io.BytesIO(write_xlsx(laid_out(8)[2]))).worksheets[-1]
    row = next(cell.row for cell in wrong["B"] if cell.value == "Thôn Một")
    assert isinstance(wrong.cell(row, 8).value, int)


def with_cell(row: GridRow, column: int, value: int) -> GridRow:
    return dataclasses.replace(row, cells=(*row.cells[:column], value, *row.cells[column + 1 :]))


def test_the_total_of_a_commune_adds_its_villages_up() -> None:
    _, grid, paper = laid_out(1)
    assert grid.rows[-1].added == tuple(range(len(grid.rows) - 1))
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(paper))).worksheets[-1]
    total = next(cell.row for cell in sheet["B"] if cell.value == "TỔNG CỘNG")
    assert sheet.cell(total, 3).value == f"=SUM(C{total - len(grid.rows) + 1}:C{total - 1})"


def test_a_figure_makes_no_row_of_a_workbook_higher() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(write_xlsx(laid_out(10)[2]))).worksheets[-1]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Thôn Một")
    assert sheet.row_dimensions[row].height < 2 * sheet.cell(row, 2).font.sz
