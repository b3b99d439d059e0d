from __future__ import annotations

import datetime
import io
import unicodedata
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from povertydesk.documents.letterhead import MOTTO, NATIONAL_TITLE
from povertydesk.documents.progress import WritingCancelled
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.poverty.paper import (
    AnnexHeading,
    Blank,
    CellKind,
    Figure,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    PageBreak,
    Paper,
    ParagraphStyle,
    Part,
    RowKind,
    SheetSize,
    Text,
    Title,
)
from tests.documents.papers import LONG_SENTENCE, closing, letterhead, one_part, paragraph, plan_paper, village_grid

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_xlsx(plan_paper())


@pytest.fixture(scope="module")
def plan(data: bytes) -> Workbook:
    return _opened(data)


@pytest.fixture(scope="module")
def table() -> Worksheet:
    """The only sheet of a paper that is nothing but a table."""
    grid = village_grid()
    book = _opened(write_xlsx(one_part(letterhead(), Title("Biểu chỉ tiêu"), grid, closing())))
    assert book.sheetnames == ["Biểu"]
    return book["Biểu"]


def _opened(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def _cell(sheet: Worksheet, words: str) -> Any:
    """Return the first cell that holds exactly these words."""
    return next(cell for row in sheet.iter_rows() for cell in row if cell.value == words)


def _row(sheet: Worksheet, words: str) -> list[Any]:
    row = _cell(sheet, words).row
    return [sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)]


def _headers(sheet: Any) -> tuple[str | None, str | None]:
    return sheet.firstHeader.center.text, sheet.oddHeader.center.text


def _words(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_the_same_paper_gives_the_same_bytes(data: bytes) -> None:
    assert write_xlsx(plan_paper()) == data


def test_no_time_of_the_clock_is_in_it(data: bytes, plan: Workbook) -> None:
    assert plan.properties.created == plan.properties.modified == datetime.datetime(2023, 1, 1)  # noqa: DTZ001 - as read
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert str(datetime.datetime.now(tz=datetime.UTC).year).encode() not in package.read("docProps/core.xml")  # noqa: TID251


def test_properties(plan: Workbook) -> None:
    assert plan.properties.title == "Kế hoạch giảm nghèo năm 2023"
    assert plan.properties.creator == "Ủy ban nhân dân xã Cẩm Long"


def test_text_first_then_each_grid_on_its_sheet(plan: Workbook) -> None:
    assert plan.sheetnames == ["Văn bản", "Biểu 1", "Biểu 2"]
    words = _words(plan["Văn bản"])
    assert words.index("I. NHIỆM VỤ, GIẢI PHÁP") < words.index("(Xem trang tính “Biểu 1”)")
    assert any("có 1.518 hộ, trong đó 208 hộ nghèo, chiếm 13,70%; phấn đấu giảm ……… hộ." in text for text in words)
    assert words.index("Trương Văn Mẫu") < words.index("PHỤ LỤC I" if "PHỤ LỤC I" in words else "Phụ lục I")


def test_figures_are_numbers_beside_their_village(table: Worksheet) -> None:
    assert _row(table, "Thôn Minh Long") == [1, "Thôn Minh Long", 1222, 14, 6.33, 7, 3.17]
    assert _row(table, "Tổng cộng") == [None, "Tổng cộng", 1518, 208, 13.7, None, 2.96]
    row = _cell(table, "Tổng cộng").row
    formats = [table.cell(row, column).number_format for column in (3, 4, 5, 7)]
    assert formats == ["#,##0", "#,##0", "0.00", "0.00"]
    assert all(table.cell(row, column).font.bold for column in (2, 3, 4, 5, 7))
    assert all(cell.data_type != "f" for line in table.iter_rows() for cell in line)


def test_rates_are_rounded_half_up_and_measures_keep_their_decimals() -> None:
    columns = (
        GridColumn("name", "Đơn vị", CellKind.TEXT, 40),
        GridColumn("rate", "Tỷ lệ", CellKind.RATE, 20),
        GridColumn("area", "Diện tích", CellKind.COUNT, 20),
    )
    rows = (
        GridRow(("Một", Decimal("13.705"), Decimal("31.5"))),
        GridRow(("Không", Decimal(0), 0)),
        GridRow(("Trống", None, Figure("area", "", None))),
    )
    sheet = _opened(write_xlsx(one_part(Grid("areas", columns, rows))))["Biểu"]
    assert _row(sheet, "Một") == ["Một", 13.71, 31.5]
    assert sheet.cell(_cell(sheet, "Một").row, 3).number_format == "#,##0.0#"
    assert _row(sheet, "Không") == ["Không", 0, 0]
    assert _row(sheet, "Trống") == ["Trống", None, None]


def test_merged_headings(table: Worksheet) -> None:
    merged = {str(area) for area in table.merged_cells.ranges}
    row = _cell(table, "TT").row
    assert {f"A{row}:A{row + 2}", f"B{row}:B{row + 2}", f"C{row}:E{row}", f"D{row + 1}:E{row + 1}"} <= merged
    assert _row(table, "A") == ["A", "B", "1", "2", "3=2/1×100", "4", "5"]
    assert table.cell(row, 1).border.left.style == table.cell(row + 2, 7).border.bottom.style == "thin"


def test_panes_are_frozen_below_the_head_and_right_of_the_names(table: Worksheet) -> None:
    assert table.freeze_panes == f"C{_cell(table, 'Thôn Minh Long').row}"


def test_set_up_for_the_printer(table: Worksheet, plan: Workbook) -> None:
    head = _cell(table, "TT").row
    assert table.print_title_rows == f"${head}:${head + 3}"
    for sheet, orientation in ((table, "portrait"), (plan["Biểu 2"], "landscape")):
        assert sheet.page_setup.orientation == orientation
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_margins.left == pytest.approx(30 / 25.4, abs=0.001)
        assert sheet.page_margins.right == pytest.approx(15 / 25.4, abs=0.001)
        assert sheet.page_margins.top == pytest.approx(20 / 25.4, abs=0.001)
        assert sheet.HeaderFooter.differentFirst
        assert _headers(sheet) == (None, "&P")


def test_a3_and_a_draft_mark() -> None:
    paper = Paper(
        "t", "T", (Part((village_grid(),), SheetSize.A3, landscape=True),), draft_mark="Bản nháp & chưa kiểm chứng"
    )
    sheet = _opened(write_xlsx(paper))["Biểu"]
    assert sheet.page_setup.paperSize == 8
    assert _headers(sheet) == ("BẢN NHÁP && CHƯA KIỂM CHỨNG", "BẢN NHÁP && CHƯA KIỂM CHỨNG   &P")


def test_letterhead_and_signature_stand_around_the_grid(table: Worksheet) -> None:
    nation, office = _cell(table, NATIONAL_TITLE), _cell(table, "ỦY BAN NHÂN DÂN")
    assert nation.row == office.row
    assert _cell(table, MOTTO).row == _cell(table, "XÃ CẨM LONG").row
    assert nation.column > office.column
    assert nation.alignment.shrink_to_fit
    assert _cell(table, MOTTO).font.underline == "single"
    rows = [_cell(table, words).row for words in ("Số:       /KH-UBND", "BIỂU CHỈ TIÊU", "TT", "Tổng cộng", "CHỦ TỊCH")]
    assert rows == sorted(rows)
    assert _cell(table, "Nơi nhận:").row == _cell(table, "TM. ỦY BAN NHÂN DÂN").row
    name = _cell(table, "Trương Văn Mẫu")
    room = sum(table.row_dimensions[row].height for row in range(_cell(table, "CHỦ TỊCH").row + 1, name.row))
    assert room >= 70


def test_room_for_the_pen_stays_in_a_title() -> None:
    content = (Text("Kèm theo Kế hoạch số"), Blank(8), Text("/KH-UBND"))
    book = _opened(write_xlsx(one_part(AnnexHeading("Phụ lục I", "Biểu", content), village_grid())))
    assert "(Kèm theo Kế hoạch số\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0/KH-UBND)" in _words(book["Biểu"])


def test_an_annex_has_its_own_heading(plan: Workbook) -> None:
    words = _words(plan["Biểu 2"])
    assert "CHỈ TIÊU GIAO CHO CÁC THÔN" in words
    assert "(Kèm theo Kế hoạch của Ủy ban nhân dân xã)" in words
    assert "KẾ HOẠCH" not in words


def test_a_grid_is_found_again_by_its_name() -> None:
    grids = (village_grid(), village_grid(name="table-01"), village_grid(), village_grid(name="empty", rows=()))
    book = _opened(write_xlsx(one_part(*grids)))
    assert set(book.defined_names) == {"grid_villages", "grid_table_01", "grid_villages_2"}
    title, area = next(iter(book.defined_names["grid_table_01"].destinations))
    assert title == "Biểu 2"
    body = book[title][area.replace("$", "")]
    assert [row[1].value for row in body] == ["Thôn Minh Long", "Thôn Tân Long", "Tổng cộng"]


@pytest.mark.parametrize("words", ["=1+1", "+84", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_words_that_begin_like_a_formula_stay_words(words: str) -> None:
    data = write_xlsx(one_part(paragraph(words), village_grid((words,), caption=words)))
    book = _opened(data)
    for sheet in book.worksheets:
        cell = _cell(sheet, words)
        assert cell.data_type == "s"
        assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist() if "sheet" in name)


def test_text_arrives_composed_and_clean() -> None:
    given = unicodedata.normalize("NFD", "Hộ nghèo\x00 <b>&")
    book = _opened(write_xlsx(one_part(paragraph(given), village_grid((given,)))))
    assert all("Hộ nghèo <b>&" in _words(sheet) for sheet in book.worksheets)


def test_a_long_paragraph_goes_on_in_another_row() -> None:
    words = " ".join([LONG_SENTENCE] * 12)
    sheet = _opened(write_xlsx(one_part(paragraph(words))))["Văn bản"]
    texts = _words(sheet)
    assert " ".join(texts) == words
    assert len(texts) > 2
    assert all(dimension.height <= 409 for dimension in sheet.row_dimensions.values() if dimension.height)


def test_rows_are_high_enough_for_their_words() -> None:
    name = "Khu dân cư Nậm Pì Phìn Khâu Thượng Tân Tiến Minh Khai"
    sheet = _opened(write_xlsx(one_part(village_grid((name, "Thôn 2")))))["Biểu"]
    heights = [sheet.row_dimensions[_cell(sheet, words).row].height for words in (name, "Thôn 2")]
    assert heights[0] >= 2 * heights[1] - 1


def test_columns_keep_the_proportions_of_the_page(table: Worksheet) -> None:
    widths = [table.column_dimensions[letter].width for letter in "ABC"]
    pixels = [width * 7 + 5 for width in widths]
    assert pixels[1] / pixels[0] == pytest.approx(3.6, abs=0.05)
    assert pixels[2] / pixels[0] == pytest.approx(1.7, abs=0.05)


def test_a_band_and_a_column_alone() -> None:
    band = GridRow((None, "Vùng cao", *[None] * 5), RowKind.BAND)
    sheet = _opened(write_xlsx(one_part(village_grid(rows=(band, *village_grid().rows)))))["Biểu"]
    row = _cell(sheet, "Vùng cao").row
    assert f"B{row}:G{row}" in {str(area) for area in sheet.merged_cells.ranges}
    alone = Grid("alone", (GridColumn("name", "Thôn", CellKind.TEXT, 50),), (GridRow(("Thôn 1",)),))
    sheet = _opened(write_xlsx(one_part(letterhead(), alone, closing())))["Biểu"]
    words = _words(sheet)
    assert {NATIONAL_TITLE, "XÃ CẨM LONG", "Thôn 1", "- Lưu: VT, LĐTBXH.", "CHỦ TỊCH"} <= set(words)


def test_styles_of_the_text() -> None:
    blocks = (
        letterhead(marking="Lưu hành nội bộ", superior="Ủy ban nhân dân tỉnh"),
        Heading(3, (Text("a) Về đất"),)),
        paragraph("Căn cứ Luật.", ParagraphStyle.LEGAL_BASIS),
        paragraph("Ghi chú.", ParagraphStyle.NOTE),
        paragraph("Giữa trang.", ParagraphStyle.CENTRED),
        PageBreak(),
    )
    sheet = _opened(write_xlsx(one_part(*blocks)))["Văn bản"]
    heading, basis = _cell(sheet, "a) Về đất").font, _cell(sheet, "Căn cứ Luật.").font
    assert (heading.bold, heading.italic, basis.bold, basis.italic) == (True, True, False, True)
    assert _cell(sheet, "Ghi chú.").font.size == 12
    assert _cell(sheet, "Giữa trang.").alignment.horizontal == "center"
    assert "[ LƯU HÀNH NỘI BỘ ]" in _words(sheet)
    assert not _cell(sheet, "ỦY BAN NHÂN DÂN TỈNH").font.bold
    assert {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value} == {"Times New Roman"}


def test_an_empty_paper_is_a_book_with_one_sheet() -> None:
    assert _opened(write_xlsx(one_part())).sheetnames == ["Văn bản"]
    assert _opened(write_xlsx(Paper("t", "T", ()))).sheetnames == ["Văn bản"]


def test_a_clerk_can_cancel() -> None:
    class Impatient:
        def report(self, done: int, total: int) -> None:
            self.last = (done, total)

        def cancelled(self) -> bool:
            return hasattr(self, "last")

    with pytest.raises(WritingCancelled):
        write_xlsx(plan_paper(), Impatient())
