"""Charts on paper: the same drawing as greys and lines in the PDF, as pictures in Word and Excel."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image

from povertydesk.documents.fonts import FontSet, load_fonts
from povertydesk.documents.page_rules import NOTE_SIZE
from povertydesk.documents.writers.chart_picture import chart_pictures
from povertydesk.documents.writers.docx import write_docx
from povertydesk.documents.writers.lines import Ruler
from povertydesk.documents.writers.pdf import write_pdf
from povertydesk.documents.writers.xlsx import write_xlsx
from povertydesk.poverty.chart import Bar, BarChart, LineChart, Part, Point, Series, Shade
from povertydesk.poverty.paper import Block, ChartBlock, Paper, Title
from povertydesk.poverty.paper import Part as PaperPart
from tests.documents.printed import page_texts, read_pages

RATES = BarChart(
    "Tỷ lệ hộ nghèo theo thôn",
    (
        Bar("Thôn Minh Long", (Part(6.33),), "6,33% · 14/221 hộ"),
        Bar("Thôn Vân Ngọc", (Part(17.93), Part(2.0, Shade.FAINT)), "17,93% · 59/329 hộ"),
    ),
    "Theo số liệu đầu năm.",
)
YEARS = LineChart(
    "Tỷ lệ hộ nghèo qua các năm",
    ("2021", "2022", "2023"),
    (Series("Hộ nghèo", (Point(17.1, "17,10"), Point(13.7, "13,70"), Point(10.74, "10,74"))),),
)
SIXTY = BarChart(
    "Sáu mươi thôn", tuple(Bar(f"Thôn {place:02d}", (Part(place),), str(place)) for place in range(1, 61)), "Hết."
)


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return load_fonts()


def paper(*charts: BarChart | LineChart) -> Paper:
    blocks: tuple[Block, ...] = (Title("Biểu đồ"), *(ChartBlock(chart) for chart in charts))
    return Paper("overview", "Biểu đồ", (PaperPart(blocks),), author="Xã Cẩm Long")


def test_every_value_stands_on_the_page_beside_its_bar(fonts: FontSet) -> None:
    document = write_pdf(paper(RATES, YEARS), fonts)
    (page,) = read_pages(document.data)
    for words in ("Thôn Vân Ngọc", "17,93% · 59/329 hộ", "Theo số liệu đầu năm.", "13,70", "Hộ nghèo", "2022"):
        assert words in page.text
    name, label = page.line("Thôn Minh Long"), page.line("6,33%")
    assert name.base == pytest.approx(label.base, abs=0.01)
    assert name.size == NOTE_SIZE
    assert document.unprintable == ""


def test_the_chart_is_lines_and_greys_and_no_picture(fonts: FontSet) -> None:
    data = write_pdf(paper(RATES, YEARS), fonts).data
    assert b"/Subtype /Image" not in data
    image = _first_page(data)
    greys = {value for value, count in enumerate(image.histogram()) if count}
    assert any(60 < value < 95 for value in greys)
    assert any(195 < value < 225 for value in greys)


def test_sixty_villages_go_on_over_the_page_and_lose_no_line(fonts: FontSet) -> None:
    pages = page_texts(write_pdf(paper(SIXTY), fonts).data)
    assert len(pages) == 2
    assert all(sum(f"Thôn {place:02d}" in page for page in pages) == 1 for place in range(1, 61))
    assert "Thôn 60" in pages[1]
    assert "Hết." in pages[1]
    assert "Thôn 59" in pages[1]


def test_a_short_chart_is_never_divided(fonts: FontSet) -> None:
    seven = BarChart(
        "Bảy thôn", tuple(Bar(f"Thôn {place}", (Part(place),), f"{place} hộ") for place in range(1, 8)), "Hết."
    )
    pages = page_texts(write_pdf(paper(*[seven] * 9), fonts).data)
    assert len(pages) > 1
    for words in (*(bar.name for bar in seven.bars), seven.note):
        assert [page.count(words) for page in pages] == [page.count(seven.title) for page in pages]


def test_in_word_each_chart_is_a_picture_that_says_what_it_shows() -> None:
    data = write_docx(paper(RATES, SIXTY))
    document = docx.Document(io.BytesIO(data))
    assert [one.text for one in document.paragraphs if one.text][:2] == ["BIỂU ĐỒ", RATES.title]
    shapes = document.inline_shapes
    assert len(shapes) == 4
    described = shapes[0]._inline.docPr.get("descr")
    assert "Thôn Vân Ngọc: 17,93% · 59/329 hộ" in described
    width = document.sections[0].page_width - document.sections[0].left_margin - document.sections[0].right_margin  # type: ignore[operator]
    assert all(abs(shape.width - width) < 13000 for shape in shapes)


def test_in_excel_the_pictures_stand_below_their_titles() -> None:
    data = write_xlsx(paper(RATES, YEARS))
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    titles = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if cell.value}
    anchors = [image.anchor._from.row + 1 for image in sheet._images]  # type: ignore[attr-defined]
    assert anchors == [titles[RATES.title] + 1, titles[YEARS.title] + 1]
    assert titles[RATES.note] > anchors[0]
    assert titles[YEARS.title] > titles[RATES.note]


def test_the_same_paper_gives_the_same_bytes(fonts: FontSet) -> None:
    assert write_pdf(paper(RATES), fonts).data == write_pdf(paper(RATES), fonts).data
    assert write_docx(paper(RATES)) == write_docx(paper(RATES))
    assert write_xlsx(paper(RATES)) == write_xlsx(paper(RATES))


def test_a_picture_is_sharp_grey_and_as_wide_as_asked(fonts: FontSet) -> None:
    (picture,) = chart_pictures(RATES, 400.0, Ruler(fonts))
    image = Image.open(io.BytesIO(picture.data))
    assert (image.mode, image.width) == ("L", round(400 * 200 / 72))
    middle = [image.getpixel((x, image.height * 3 // 4)) for x in range(image.width)]
    assert {round(0.3 * 255), 255} <= set(middle)


def test_word_and_excel_keep_the_pictures_as_they_are() -> None:
    for data in (write_docx(paper(RATES)), write_xlsx(paper(RATES))):
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
        assert sum(name.endswith(".png") for name in names) == 1


def _first_page(data: bytes) -> Image.Image:

    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=2).to_pil().convert("L")  # type: ignore[no-any-return]
    finally:
        document.close()
