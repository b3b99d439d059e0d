from __future__ import annotations

import datetime
import io
import unicodedata

import pypdf
import pytest

from povertydesk.documents.fonts import VIETNAMESE_LETTERS, FontSet, load_fonts
from povertydesk.documents.letterhead import MOTTO, NATIONAL_TITLE
from povertydesk.documents.page_rules import MILLIMETRE
from povertydesk.documents.writers.pdf import PdfDocument, write_pdf
from povertydesk.poverty.paper import (
    Blank,
    Figure,
    Heading,
    Letterhead,
    Paragraph,
    ParagraphStyle,
    Part,
    Text,
    Title,
)
from tests.documents.papers import (
    LONG_SENTENCE,
    closing,
    letterhead,
    one_part,
    paragraph,
    plan_paper,
    village_grid,
)
from tests.documents.printed import PrintedPage, page_texts, read_pages

LEFT, RIGHT, TOP, BOTTOM = 30 * MILLIMETRE, 15 * MILLIMETRE, 20 * MILLIMETRE, 20 * MILLIMETRE


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return load_fonts()


@pytest.fixture(scope="module")
def plan(fonts: FontSet) -> PdfDocument:
    return write_pdf(plan_paper(), fonts)


@pytest.fixture(scope="module")
def pages(plan: PdfDocument) -> list[PrintedPage]:
    return read_pages(plan.data)


class TestHead:
    """The letterhead of page one (Decree 30/2020, Annex I)."""

    def test_the_two_heads_stand_level(self, pages: list[PrintedPage]) -> None:
        page = pages[0]
        assert page.line("ỦY BAN NHÂN DÂN").base == pytest.approx(page.line(NATIONAL_TITLE).base, abs=0.01)
        assert page.line("XÃ CẨM LONG").base == pytest.approx(page.line(MOTTO).base, abs=0.01)
        assert "Số:" in page.line("Cẩm Long, ngày").text

    def test_sizes_and_faces(self, pages: list[PrintedPage]) -> None:
        sizes = {
            NATIONAL_TITLE: (13, "Tinos-Bold"),
            MOTTO: (14, "Tinos-Bold"),
            "XÃ CẨM LONG": (13, "Tinos-Bold"),
            "Số:": (13, "Tinos"),
            "KẾ HOẠCH": (14, "Tinos-Bold"),
            "Thực hiện chương trình": (14, "Tinos-Bold"),
            "I. NHIỆM VỤ": (14, "Tinos-Bold"),
            "1. Chỉ tiêu": (14, "Tinos-Bold"),
            "a) Về tổ chức": (14, "Tinos-BoldItalic"),
            "Căn cứ Nghị định": (14, "Tinos-Italic"),
            "- Tổ chức rà soát": (14, "Tinos"),
        }
        for words, (size, font) in sizes.items():
            line = pages[0].line(words)
            assert (line.size, line.font) == (size, font), words

    def test_the_motto_is_underlined_in_its_own_length(self, pages: list[PrintedPage]) -> None:
        motto = pages[0].line(MOTTO)
        rule = pages[0].rule_below(motto)
        assert rule.length == pytest.approx(motto.right - motto.left, abs=1.0)
        assert (rule.x0 + rule.x1) / 2 == pytest.approx(motto.middle, abs=1.0)

    @pytest.mark.parametrize("words", ["XÃ CẨM LONG", "năm 2023 trên địa bàn"])
    def test_office_and_subject_have_a_short_rule(self, pages: list[PrintedPage], words: str) -> None:
        line = pages[0].line(words)
        rule = pages[0].rule_below(line)
        assert (line.right - line.left) / 3 <= rule.length <= (line.right - line.left) / 2
        assert (rule.x0 + rule.x1) / 2 == pytest.approx(line.middle, abs=1.0)

    def test_the_office_stands_left_the_nation_right_of_the_middle(self, pages: list[PrintedPage]) -> None:
        page = pages[0]
        assert page.line("XÃ CẨM LONG").right < page.line(NATIONAL_TITLE).left
        assert page.line(NATIONAL_TITLE).right <= page.width - RIGHT + 0.1

    def test_a_superior_office_stands_above_in_plain_letters(self, fonts: FontSet) -> None:
        head = letterhead(superior="Ủy ban nhân dân tỉnh Thanh Hóa", office_lines=("Sở Nội vụ",), place="Thanh Hóa")
        (page,) = read_pages(write_pdf(one_part(head), fonts).data)
        assert page.line("ỦY BAN NHÂN DÂN TỈNH").font == "Tinos"
        assert page.line("SỞ NỘI VỤ").font == "Tinos-Bold"

    @pytest.mark.parametrize(
        ("number", "issued_on", "shown"),
        [
            ("05", datetime.date(2023, 1, 5), ("Số: 05/KH-UBND", "Cẩm Long, ngày 05 tháng 01 năm 2023")),
            ("151", datetime.date(2023, 11, 15), ("Số: 151/KH-UBND", "Cẩm Long, ngày 15 tháng 11 năm 2023")),
        ],
    )
    def test_number_and_date(
        self, fonts: FontSet, number: str, issued_on: datetime.date, shown: tuple[str, str]
    ) -> None:
        head = letterhead(number=number, issued_on=issued_on)
        (page,) = read_pages(write_pdf(one_part(head), fonts).data)
        assert all(words in page.text for words in shown)
        letters = [line for line in page.lines if "ngày" in line.text]
        assert len(letters) == 1

    def test_a_marking_is_framed(self, fonts: FontSet) -> None:
        (page,) = read_pages(write_pdf(one_part(letterhead(marking="Lưu hành nội bộ")), fonts).data)
        line = page.line("LƯU HÀNH NỘI BỘ")
        uprights = page.vertical_rules()
        assert len(uprights) == 2
        assert uprights[0].x0 < line.left < line.right < uprights[1].x0

    def test_long_names_stay_in_their_columns(self, fonts: FontSet) -> None:
        head = Letterhead(
            ("Ban Chỉ đạo các chương trình mục tiêu quốc gia", "xã Nậm Cắn Thượng Hạ Tân Lập"),
            "KH-BCĐ",
            "Nậm Cắn Thượng Hạ Tân Lập Minh Đức",
            2023,
        )
        (page,) = read_pages(write_pdf(one_part(head), fonts).data)
        nation = page.line(NATIONAL_TITLE)
        for line in page.lines:
            assert line.left >= LEFT - 0.5
            assert line.right <= page.width - RIGHT + 0.5
        assert all(line.right < nation.left for line in page.lines if "CHỈ ĐẠO" in line.text)

    def test_on_a_wide_sheet_too(self, fonts: FontSet) -> None:
        written = write_pdf(plan_paper(parts=(Part((letterhead(),), landscape=True),)), fonts)
        (page,) = read_pages(written.data)
        assert page.line(MOTTO).base == pytest.approx(page.line("XÃ CẨM LONG").base, abs=0.01)


class TestClosing:
    """Recipients and signature."""

    def test_faces_and_places(self, pages: list[PrintedPage]) -> None:
        page = next(page for page in pages if "Nơi nhận" in page.text)
        word, authority = page.line("Nơi nhận:"), page.line("TM. ỦY BAN NHÂN DÂN")
        assert (word.size, word.font) == (12, "Tinos-BoldItalic")
        assert (page.line("- Lưu: VT, LĐTBXH.").size, page.line("- Lưu: VT, LĐTBXH.").font) == (11, "Tinos")
        assert (page.line("TM. ỦY BAN").size, page.line("TM. ỦY BAN").font) == (14, "Tinos-Bold")
        assert (page.line("Trương Văn Mẫu").size, page.line("Trương Văn Mẫu").font) == (14, "Tinos-Bold")
        middle = (LEFT + page.width - RIGHT) / 2
        assert page.line("- Lưu: VT").right < middle < page.line("Trương Văn Mẫu").middle
        assert page.line("Trương Văn Mẫu").base - page.line("CHỦ TỊCH").base > 70
        assert abs(word.base - authority.base) < 1

    @pytest.mark.parametrize("before", range(24, 42))
    def test_it_is_never_alone_and_never_torn(self, fonts: FontSet, before: int) -> None:
        blocks = [Paragraph((Text(f"Dòng {number}."),)) for number in range(before)]
        pages = read_pages(write_pdf(one_part(*blocks, paragraph(LONG_SENTENCE), closing()), fonts).data)
        last = pages[-1]
        assert {"Nơi nhận:" in last.text, "Trương Văn Mẫu" in last.text, "CHỦ TỊCH" in last.text} == {True}
        assert len([line for line in last.lines if TOP < line.base < last.line("TM. ỦY BAN").base - 1]) >= 2

    def test_after_a_grid_it_takes_the_last_rows_along(self, fonts: FontSet) -> None:
        for count in range(14, 30):
            names = tuple(f"Thôn {number}" for number in range(count))
            pages = read_pages(write_pdf(one_part(village_grid(names), closing()), fonts).data)
            last = pages[-1]
            assert "Tổng cộng" in last.text
            assert f"Thôn {count - 1}" in last.text

    def test_recipients_beyond_a_page_go_on(self, fonts: FontSet) -> None:
        foot = closing()
        many = type(foot)(tuple(f"Trưởng thôn {number}" for number in range(120)), foot.signature)
        texts = page_texts(write_pdf(one_part(paragraph("Nội dung."), many), fonts).data)
        assert all(f"- Trưởng thôn {number}" in "\n".join(texts) for number in range(120))

    def test_without_recipients_or_name(self, fonts: FontSet) -> None:
        foot = closing()
        bare = type(foot)((), type(foot.signature)(foot.signature.authority_lines, ""))
        (text,) = page_texts(write_pdf(one_part(paragraph("Nội dung."), bare), fonts).data)
        assert "Nơi nhận" not in text
        assert "CHỦ TỊCH" in text


class TestText:
    """What users write prints as they wrote it."""

    def test_all_letters_come_back_composed(self, fonts: FontSet) -> None:
        letters = " ".join(VIETNAMESE_LETTERS)
        faces = [
            Paragraph((Text(letters, bold=bold, italic=italic),)) for bold in (False, True) for italic in (False, True)
        ]
        text = "".join(page_texts(write_pdf(one_part(*faces), fonts).data))
        assert unicodedata.is_normalized("NFC", text)
        assert "".join(text.split()) == VIETNAMESE_LETTERS * 4

    def test_decomposed_input_prints_composed(self, fonts: FontSet) -> None:
        given = unicodedata.normalize("NFD", "Hộ nghèo xã Cẩm Lương")
        grid = village_grid((given,), caption=given)
        blocks = (
            letterhead(place=given),
            Title(given, (Text(given),)),
            Heading(1, (Text(given),)),
            paragraph(given),
            grid,
        )
        written = write_pdf(one_part(*blocks), fonts)
        (text,) = page_texts(written.data)
        assert unicodedata.is_normalized("NFC", text)
        assert text.count("Hộ nghèo xã Cẩm Lương") == 6
        assert written.unprintable == ""
        assert pypdf.PdfReader(io.BytesIO(written.data)).outline[0].title == "Hộ nghèo xã Cẩm Lương"  # type: ignore[union-attr]

    @pytest.mark.parametrize("words", ["<b>đậm</b> & <font", "=1+1", "100% \\ (a) [b] {c}", "&amp; &lt;"])
    def test_nothing_is_read_as_markup(self, fonts: FontSet, words: str) -> None:
        blocks = (Title(words, (Text(words),)), Heading(1, (Text(words),)), paragraph(words), village_grid((words,)))
        (text,) = page_texts(write_pdf(one_part(*blocks), fonts).data)
        assert text.count(words) + text.count(words.upper()) >= 4

    def test_characters_that_no_face_has_are_told(self, fonts: FontSet) -> None:
        written = write_pdf(one_part(paragraph("Hộ ☐ nghèo 漢"), village_grid(("\uf0b7 Thôn",))), fonts)
        assert set(written.unprintable) == {"☐", "漢", "\uf0b7"}

    def test_room_for_the_pen(self, fonts: FontSet) -> None:
        content = (
            Text("Số"),
            Blank(10),
            Text("/KH-UBND;"),
            Text(" giảm "),
            Figure("reduction", "0", None),
            Text(" hộ."),
        )
        (page,) = read_pages(write_pdf(one_part(Paragraph(content)), fonts).data)
        line = page.line("KH-UBND")
        assert "giảm ……… hộ." in line.text
        assert line.right - line.left > 10 * 3.5 + 150

    def test_styles(self, fonts: FontSet) -> None:
        blocks = (
            paragraph("Giữa trang", ParagraphStyle.CENTRED),
            paragraph("Ghi chú: số liệu tạm tính.", ParagraphStyle.NOTE),
        )
        (page,) = read_pages(write_pdf(one_part(*blocks), fonts).data)
        assert page.line("Giữa trang").middle == pytest.approx((LEFT + page.width - RIGHT) / 2, abs=1)
        assert (page.line("Ghi chú").size, round(page.line("Ghi chú").left)) == (12, round(LEFT))

    def test_an_empty_paper_is_one_empty_page(self, fonts: FontSet) -> None:
        assert write_pdf(one_part(), fonts).page_count == 1
        assert write_pdf(one_part(paragraph("   ")), fonts).page_count == 1
        assert write_pdf(plan_paper(parts=()), fonts).page_count == 1
