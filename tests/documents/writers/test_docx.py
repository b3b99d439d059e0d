from __future__ import annotations

import datetime
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table

from povertydesk.documents.fonts import load_fonts
from povertydesk.documents.letterhead import MOTTO, NATIONAL_TITLE
from povertydesk.documents.progress import WritingCancelled
from povertydesk.documents.writers.docx import write_docx
from povertydesk.poverty.paper import (
    Blank,
    CellKind,
    Figure,
    Grid,
    GridColumn,
    GridRow,
    Heading,
    PageBreak,
    Paragraph,
    Part,
    RowKind,
    SheetSize,
    Text,
    Title,
    figures,
)
from tests.documents.papers import closing, letterhead, one_part, paragraph, plan_paper, poor_figure, village_grid

if TYPE_CHECKING:
    from docx.document import Document


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_docx(plan_paper())


@pytest.fixture(scope="module")
def plan(data: bytes) -> Document:
    return _opened(data)


def _opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def _text(piece: Any) -> str:
    return "".join(words.text or "" for words in piece.iter(qn("w:t")))


def _paragraph_texts(document: Document) -> list[str]:
    return [_text(piece) for piece in document.element.body.iter(qn("w:p"))]


def _grid(document: Document, place: int = 0) -> Table:
    """Return the nth ruled table."""
    ruled = [table for table in document.tables if 'w:insideV w:val="single"' in table._tbl.xml]
    return ruled[place]


def _cell_texts(table: Table) -> list[list[str]]:
    return [[_text(cell) for cell in row.iter(qn("w:tc"))] for row in table._tbl.iter(qn("w:tr"))]


def test_the_same_paper_gives_the_same_bytes(data: bytes) -> None:
    assert write_docx(plan_paper()) == data


def test_no_time_of_the_clock_is_in_it(data: bytes, plan: Document) -> None:
    assert plan.core_properties.created == plan.core_properties.modified
    assert plan.core_properties.created == datetime.datetime(2023, 1, 1, tzinfo=datetime.UTC)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_dated_paper_carries_its_date() -> None:
    document = _opened(write_docx(one_part(letterhead(issued_on=datetime.date(2023, 2, 14)))))
    assert document.core_properties.created == datetime.datetime(2023, 2, 14, tzinfo=datetime.UTC)


def test_properties(plan: Document) -> None:
    assert plan.core_properties.title == "Kế hoạch giảm nghèo năm 2023"
    assert plan.core_properties.author == "Ủy ban nhân dân xã Cẩm Long"
    assert plan.core_properties.language == "vi-VN"
    assert plan.core_properties.comments == ""


def test_every_letter_is_times_new_roman_and_vietnamese(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
        words = package.read("word/document.xml").decode()
    assert 'w:eastAsia="Times New Roman"' in styles
    assert 'w:lang w:val="vi-VN"' in styles
    for text in (styles, words):
        assert "Theme" not in text
        assert "Calibri" not in text
    assert "w:color" not in styles


def test_sections_have_the_sheet_margins_and_numbers_of_their_parts(plan: Document) -> None:
    upright, across = plan.sections
    assert [upright.page_width.mm, upright.page_height.mm] == pytest.approx([210, 297], abs=0.1)  # type: ignore[union-attr]
    assert [across.page_width.mm, across.page_height.mm] == pytest.approx([297, 210], abs=0.1)  # type: ignore[union-attr]
    assert across.orientation == WD_ORIENT.LANDSCAPE
    for section in plan.sections:
        margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
        assert [margin.mm for margin in margins if margin] == pytest.approx([20, 20, 30, 15], abs=0.1)
        assert section.different_first_page_header_footer
        start = section._sectPr.find(qn("w:pgNumType"))
        assert start is not None
        assert start.get(qn("w:start")) == "1"
    assert "PAGE" in upright.header._element.xml
    assert 'w:jc w:val="center"' in plan.styles["header"].element.xml
    assert "PAGE" not in upright.first_page_header._element.xml
    assert across.header.is_linked_to_previous


def test_a3() -> None:
    document = _opened(write_docx(plan_paper(parts=(Part((paragraph("a"),), SheetSize.A3),))))
    assert document.sections[0].page_width is not None
    assert document.sections[0].page_width.mm == pytest.approx(297, abs=0.1)


def test_a_draft_mark_stands_above_the_first_page_too() -> None:
    document = _opened(write_docx(plan_paper(draft_mark="Bản nháp – chưa kiểm chứng")))
    section = document.sections[0]
    for header in (section.first_page_header, section.header):
        assert "BẢN NHÁP – CHƯA KIỂM CHỨNG" in _text(header._element)
        assert "w:bdr" in header._element.xml
    assert "PAGE" in section.header._element.xml


def test_the_letterhead_is_a_table_of_two_columns_without_rules(plan: Document) -> None:
    head = plan.tables[0]
    (office, nation), (number, date) = _cell_texts(head)
    assert office == "ỦY BAN NHÂN DÂNXÃ CẨM LONG"
    assert nation == NATIONAL_TITLE + MOTTO
    assert number == "Số:       /KH-UBND"
    assert date == "Cẩm Long, ngày      tháng      năm 2023"
    assert 'w:insideV w:val="nil"' in head._tbl.xml
    lines = head._tbl.xml.count("w:pBdr")
    assert lines == 2 * 2  # opening and closing tags of two rules


def test_the_national_title_has_room_for_one_line(plan: Document) -> None:
    width = plan.tables[0].columns[1].width
    needed = load_fonts().faces[1].stringWidth(NATIONAL_TITLE, 13)
    assert width is not None
    assert width.pt > needed + 4


def test_headings_are_real_and_black(plan: Document) -> None:
    headings = [
        (p.style.name, p.text) for p in plan.paragraphs if p.style and (p.style.name or "").startswith("Heading")
    ]
    assert headings[:3] == [
        ("Heading 1", "I. NHIỆM VỤ, GIẢI PHÁP"),
        ("Heading 2", "1. Chỉ tiêu"),
        ("Heading 3", "a) Về tổ chức thực hiện"),
    ]
    third = plan.styles["Heading 3"]
    assert third.font.bold
    assert third.font.italic
    assert third.font.size.pt == 14
    assert third.paragraph_format.keep_with_next


def test_paragraph_styles_have_the_measures_of_the_decree(plan: Document) -> None:
    body = plan.styles["Nội dung"]
    assert body.font.size.pt == 14
    assert body.paragraph_format.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert body.paragraph_format.space_before.pt == 6
    assert body.paragraph_format.line_spacing.pt == 18
    assert 'w:jc w:val="both"' in body.element.xml
    assert plan.styles["Căn cứ"].font.italic


def test_every_figure_is_a_control_that_binds_again(plan: Document) -> None:
    controls = []
    for control in plan.element.body.iter(qn("w:sdt")):
        alias, tag = (control.find(f"{qn('w:sdtPr')}/{qn(f'w:{name}')}") for name in ("alias", "tag"))
        arguments = () if tag is None else tuple(parse_qsl(tag.get(qn("w:val"), "")))
        controls.append((alias.get(qn("w:val")), arguments, _text(control)))
    expected = [
        (figure.name, figure.arguments, figure.text if figure.value is not None else "………")
        for figure in figures(plan_paper())
    ]
    assert controls == expected
    numbers = [number.get(qn("w:val")) for number in plan.element.body.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) == len(expected)


def test_a_figure_with_too_many_arguments_prints_without_control() -> None:
    figure = Figure("poor", "208", 208, (("village", "x" * 60), ("year", "2022")))
    document = _opened(write_docx(one_part(Paragraph((figure,)))))
    assert not list(document.element.body.iter(qn("w:sdt")))
    assert "208" in _paragraph_texts(document)


def test_room_for_the_pen_does_not_break() -> None:
    document = _opened(write_docx(one_part(Paragraph((Text("Số"), Blank(4), Text("/KH"))))))
    assert "Số\u00a0\u00a0\u00a0\u00a0/KH" in _paragraph_texts(document)


def test_grid_rows_are_never_torn_and_the_head_comes_again(plan: Document) -> None:
    rows = list(_grid(plan)._tbl.iter(qn("w:tr")))
    heads = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
    assert heads == rows[:4]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_merged_headings_and_cells(plan: Document) -> None:
    table = _grid(plan)
    texts = _cell_texts(table)
    assert texts[0] == ["TT", "Đơn vị", "Số đầu kỳ", "Dự kiến giảm"]
    assert texts[1] == ["", "", "Tổng số hộ", "Hộ nghèo", "Số hộ", "Tỷ lệ (%)"]
    assert texts[2] == ["", "", "", "Số hộ", "Tỷ lệ (%)", "", ""]
    assert texts[3] == ["A", "B", "1", "2", "3=2/1×100", "4", "5"]
    assert texts[4] == ["1", "Thôn Minh Long", "1.222", "14", "6,33", "7", "3,17"]
    assert texts[-1] == ["", "Tổng cộng", "1.518", "208", "13,70", "", "2,96"]
    # python-docx reads merged cells as one: the group covers three columns.
    assert [cell.text for cell in table.rows[0].cells] == ["TT", "Đơn vị", *["Số đầu kỳ"] * 3, *["Dự kiến giảm"] * 2]
    assert table.rows[1].cells[0].text == "TT"


def test_cells_are_aligned_as_on_paper(plan: Document) -> None:
    aligned = [cell.paragraphs[0].alignment for cell in _grid(plan).rows[4].cells]
    assert [str(alignment).split(" ")[0] for alignment in aligned] == ["CENTER", "LEFT", *["RIGHT"] * 5]


def test_an_empty_cell_is_no_higher_than_its_neighbours() -> None:
    columns = tuple(GridColumn(f"c{n}", f"Cột {n}", CellKind.COUNT, 10) for n in range(20))
    document = _opened(write_docx(one_part(Grid("wide", columns, (GridRow((1000, *[None] * 19)),)))))
    filled, *_, empty = list(_grid(document)._tbl.iter(qn("w:tr")))[-1].iter(qn("w:tc"))
    sizes = [cell.find(f".//{qn('w:sz')}") for cell in (filled, empty)]
    assert [size is not None and size.get(qn("w:val")) for size in sizes] == ["20", "20"]


def test_a_band_runs_over_its_empty_cells() -> None:
    grid = village_grid()
    band = GridRow((None, "Vùng cao", *[None] * 5), RowKind.BAND)
    document = _opened(write_docx(one_part(village_grid(rows=(band, *grid.rows)))))
    assert _cell_texts(_grid(document))[4] == ["", "Vùng cao"]


def test_the_table_is_as_wide_as_the_text(plan: Document) -> None:
    for place, width in ((0, 165), (1, 252)):
        columns = _grid(plan, place)._tbl.iter(qn("w:gridCol"))
        total = sum(int(column.get(qn("w:w"), "0")) for column in columns)
        assert total / 20 / 72 * 25.4 == pytest.approx(width, abs=0.5)


def test_the_closing_stays_with_the_text_before_it(plan: Document) -> None:
    body = list(plan.element.body)
    place = next(number for number, piece in enumerate(body) if "Nơi nhận" in _text(piece))
    for piece in body[place - 2 : place]:
        assert "w:keepNext" in piece.xml
    left, right = _cell_texts(Table(body[place], plan))[0]
    assert left.startswith("Nơi nhận:- Ủy ban nhân dân huyện (báo cáo);")
    assert left.endswith("- Lưu: VT, LĐTBXH.")
    assert right == "TM. ỦY BAN NHÂN DÂNCHỦ TỊCHTrương Văn Mẫu"


def test_after_a_grid_the_closing_stays_with_its_last_row() -> None:
    document = _opened(write_docx(one_part(village_grid(), closing())))
    last = list(_grid(document)._tbl.iter(qn("w:tr")))[-1]
    assert all(piece.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for piece in last.iter(qn("w:p")))


def test_a_title_breaks_before_a_phrase(plan: Document) -> None:
    subject = next(p for p in plan.paragraphs if p.text.startswith("Thực hiện chương trình"))
    assert subject.text == "Thực hiện chương trình giảm nghèo bền vững\nnăm 2023 trên địa bàn xã Cẩm Long"


def test_a_page_break() -> None:
    document = _opened(write_docx(one_part(paragraph("a"), PageBreak(), paragraph("b"))))
    assert document.element.body.xml.count('w:br w:type="page"') == 1


@pytest.mark.parametrize("words", ["<b>đậm</b> & <w:t>", "=1+1", "{khóa} %s"])
def test_nothing_is_read_as_markup(words: str) -> None:
    blocks = (Title("Kế hoạch", (Text(words),)), Heading(1, (Text(words),)), paragraph(words), village_grid((words,)))
    texts = _paragraph_texts(_opened(write_docx(one_part(*blocks))))
    assert texts.count(words) == 4


def test_text_arrives_composed_and_clean() -> None:
    given = unicodedata.normalize("NFD", "Hộ nghèo\x0b xã\x00 Cẩm Lương\nMường")
    document = _opened(write_docx(one_part(paragraph(given), village_grid((given,)))))
    texts = _paragraph_texts(document)
    assert texts.count("Hộ nghèo  xã Cẩm Lương Mường") == 2


def test_an_empty_paper() -> None:
    for paper in (one_part(), plan_paper(parts=())):
        (section,) = _opened(write_docx(paper)).sections
        assert section.page_width is not None
        assert section.page_width.mm == pytest.approx(210, abs=0.1)


def test_a_clerk_can_cancel() -> None:
    class Impatient:
        def report(self, done: int, total: int) -> None:
            self.last = (done, total)

        def cancelled(self) -> bool:
            return hasattr(self, "last")

    with pytest.raises(WritingCancelled):
        write_docx(plan_paper(), Impatient())


def test_faces_of_words_and_figures(plan: Document) -> None:
    control = next(piece for piece in plan.element.body.iter(qn("w:sdt")) if _text(piece) == poor_figure().text)
    assert control.find(f".//{qn('w:b')}") is not None
