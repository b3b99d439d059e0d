from __future__ import annotations

import datetime
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops, ImageStat

from povertydesk.documents.fonts import FontSet, load_fonts
from povertydesk.documents.page_rules import MILLIMETRE
from povertydesk.documents.progress import WritingCancelled
from povertydesk.documents.writers.pdf import PdfDocument, write_pdf
from povertydesk.poverty.paper import (
    Heading,
    PageBreak,
    Paragraph,
    Part,
    SheetSize,
    Text,
)
from tests.documents.papers import (
    LONG_SENTENCE,
    one_part,
    paragraph,
    plan_paper,
    poor_figure,
)
from tests.documents.printed import PrintedPage, page_image, page_texts, read_pages

GOLDEN = Path(__file__).parent.parent.parent / "golden" / "documents"
UPDATE_GOLDEN = "POVERTYDESK_UPDATE_GOLDEN" in os.environ

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


def test_a_plan_says_what_it_said(plan: PdfDocument) -> None:
    """The text of every page; run with POVERTYDESK_UPDATE_GOLDEN=1 after a wanted change and read the difference."""
    path = GOLDEN / "plan.txt"
    text = "\n\f\n".join(page_texts(plan.data)) + "\n"
    if UPDATE_GOLDEN:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("number", [1, 5])
def test_a_page_looks_as_it_looked(plan: PdfDocument, number: int) -> None:
    path = GOLDEN / f"plan-{number}.png"
    page = page_image(plan.data, number, scale=0.9)
    if UPDATE_GOLDEN:
        page.quantize(16).save(path, optimize=True)
    kept = Image.open(path).convert("L")
    assert page.size == kept.size
    difference = ImageChops.difference(page, kept)
    assert ImageStat.Stat(difference).mean[0] < 4.0
    changed = sum(difference.histogram()[96:]) / (page.width * page.height)
    assert changed < 0.002


def test_the_same_paper_gives_the_same_bytes(plan: PdfDocument, fonts: FontSet) -> None:
    assert write_pdf(plan_paper(), fonts).data == plan.data


def test_the_file_holds_no_path_and_no_date_of_today(plan: PdfDocument) -> None:
    assert b"/home" not in plan.data
    assert b"resources" not in plan.data
    assert str(datetime.datetime.now(tz=datetime.UTC).year).encode() not in plan.data  # noqa: TID251 - must be absent


def test_faces_are_embedded_in_part_and_no_other_is_named(plan: PdfDocument) -> None:
    names = set()
    for page in pypdf.PdfReader(io.BytesIO(plan.data)).pages:
        for reference in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = reference.get_object()
            names.add(font["/BaseFont"])
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
    assert names == {f"/AAAAAA+Tinos{face}" for face in ("", "-Bold", "-Italic", "-BoldItalic")}
    assert b"Helvetica" not in plan.data
    assert len(plan.data) < 150_000


def test_properties_and_language(plan: PdfDocument) -> None:
    reader = pypdf.PdfReader(io.BytesIO(plan.data))
    assert reader.metadata is not None
    assert reader.metadata.title == "Kế hoạch giảm nghèo năm 2023"
    assert reader.metadata.author == "Ủy ban nhân dân xã Cẩm Long"
    assert reader.trailer["/Root"]["/Lang"] == "vi-VN"  # type: ignore[index]
    assert len(reader.pages) == plan.page_count


def test_headings_are_bookmarks_on_their_pages(plan: PdfDocument, pages: list[PrintedPage]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(plan.data))

    def walk(entries: list[Any], level: int) -> Iterator[tuple[int, str, Any]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                yield level, entry.title, reader.get_destination_page_number(entry)

    bookmarks = list(walk(reader.outline, 1))
    assert [entry[:2] for entry in bookmarks[:4]] == [
        (1, "I. NHIỆM VỤ, GIẢI PHÁP"),
        (2, "1. Chỉ tiêu"),
        (3, "a) Về tổ chức thực hiện"),
        (1, "II. NHIỆM VỤ, GIẢI PHÁP"),
    ]
    assert bookmarks[-1][:2] == (1, "Phụ lục I. Chỉ tiêu giao cho các thôn")
    for _, title, page in bookmarks[:-1]:
        assert title in pages[page].text


def test_a_first_heading_of_a_deep_level_is_no_fault(fonts: FontSet) -> None:
    written = write_pdf(one_part(Heading(3, (Text("a) Về đất"),)), paragraph("Nội dung.")), fonts)
    assert pypdf.PdfReader(io.BytesIO(written.data)).outline[0].title == "a) Về đất"  # type: ignore[union-attr]


class TestPage:
    """Sheet, margins and page numbers."""

    def test_a4_upright_then_a4_across(self, pages: list[PrintedPage]) -> None:
        assert [pages[0].width, pages[0].height] == pytest.approx([595.28, 841.89], abs=0.01)
        assert [pages[-1].width, pages[-1].height] == pytest.approx([841.89, 595.28], abs=0.01)

    def test_a3(self, fonts: FontSet) -> None:
        written = write_pdf(plan_paper(parts=(Part((paragraph("a"),), SheetSize.A3, landscape=True),)), fonts)
        (page,) = read_pages(written.data)
        assert [page.width, page.height] == pytest.approx([1190.55, 841.89], abs=0.01)

    def test_margins(self, pages: list[PrintedPage]) -> None:
        for page in pages:
            body = [line for line in page.lines if line.base > TOP]
            assert min(line.left for line in body) >= LEFT - 0.1
            assert max(line.right for line in body) <= page.width - RIGHT + 0.6
            assert max(line.base for line in body) <= page.height - BOTTOM
            assert max(rule.y1 for rule in page.rules) <= page.height - BOTTOM + 0.1 if page.rules else True

    def test_full_lines_end_at_the_right_margin(self, pages: list[PrintedPage]) -> None:
        first = pages[0].line("chức rà soát, phân loại")
        assert first.left == pytest.approx(LEFT, abs=0.1)
        assert first.right == pytest.approx(pages[0].width - RIGHT, abs=0.6)

    def test_paragraphs_are_indented_and_apart(self, pages: list[PrintedPage]) -> None:
        item = pages[0].line("- Tổ chức rà soát")
        heading = pages[0].line("a) Về tổ chức")
        assert item.left == pytest.approx(LEFT + 12.7 * MILLIMETRE, abs=0.5)
        assert item.base - heading.base == pytest.approx(18 + 6, abs=0.1)

    def test_page_numbers_from_the_second_page_of_each_part(self, pages: list[PrintedPage]) -> None:
        numbers = []
        for page in pages:
            above = [line for line in page.lines if line.base < TOP]
            numbers.append([line.text.strip() for line in above])
            for line in above:
                assert line.size == 14
                assert line.font == "Tinos"
                assert line.middle == pytest.approx((LEFT + page.width - RIGHT) / 2, abs=1.0)
                assert 8 * MILLIMETRE < line.base < 17 * MILLIMETRE
        assert numbers == [[], ["2"], ["3"], ["4"], [], ["2"], ["3"]]

    def test_a_draft_mark_is_framed_at_the_head_of_every_page(self, fonts: FontSet) -> None:
        written = write_pdf(plan_paper(draft_mark="Bản nháp – chưa kiểm chứng"), fonts)
        for page in read_pages(written.data):
            mark = page.line("BẢN NHÁP – CHƯA KIỂM CHỨNG")
            assert mark.base < TOP
            uprights = [rule for rule in page.vertical_rules() if rule.y1 < TOP]
            assert len(uprights) == 2
            assert min(rule.x0 for rule in uprights) < mark.left < mark.right < max(rule.x0 for rule in uprights)

    def test_a_page_break(self, fonts: FontSet) -> None:
        texts = page_texts(write_pdf(one_part(paragraph("Trước."), PageBreak(), paragraph("Sau.")), fonts).data)
        assert ["Trước." in texts[0], "Sau." in texts[1], len(texts)] == [True, True, 2]

    @pytest.mark.parametrize("before", range(20, 45))
    def test_no_heading_ends_a_page_and_no_line_stands_alone(self, fonts: FontSet, before: int) -> None:
        blocks = [Paragraph((Text(f"Dòng {number}."),)) for number in range(before)]
        heading = Heading(2, (Text("1. Tiêu đề"),))
        written = write_pdf(one_part(*blocks, heading, paragraph(LONG_SENTENCE), paragraph("Hết.")), fonts)
        pages = read_pages(written.data)
        for page in pages:
            assert "Tiêu đề" not in page.lines[-1].text
        sentence = re.findall(r"\S+", LONG_SENTENCE)
        counts = [
            len([line for line in page.lines if line.text.split()[0] in sentence and len(line.text.split()) > 3])
            for page in pages
        ]
        assert 1 not in counts


class TestPlaces:
    """Where figures and sections stand, for the preview."""

    def test_a_click_on_a_figure_finds_it(self, plan: PdfDocument, pages: list[PrintedPage]) -> None:
        placed = [place for place in plan.figures if place.figure == poor_figure()]
        assert len(placed) == 4
        for place in placed:
            page = pages[place.page - 1]
            line = next(line for line in page.lines if place.y0 < line.base < place.y1 and "208" in line.text)
            assert place.x0 == pytest.approx(line.left_of("208"), abs=0.6)
            assert place.x1 == pytest.approx(line.left_of(" hộ nghèo"), abs=0.6)

    def test_a_figure_in_a_grid_is_its_whole_cell(self, plan: PdfDocument, pages: list[PrintedPage]) -> None:
        place = next(p for p in plan.figures if p.figure.name == "households" and p.y1 - p.y0 > 18.5)
        page = pages[place.page - 1]
        edges = {round(rule.x0, 1) for rule in page.vertical_rules()}
        assert {round(place.x0, 1), round(place.x1, 1)} <= edges

    def test_every_section_is_found_where_it_begins(self, plan: PdfDocument, pages: list[PrintedPage]) -> None:
        assert [place.section for place in plan.sections] == [f"section-{number}" for number in range(1, 5)]
        for place in plan.sections:
            line = next(line for line in pages[place.page - 1].lines if line.base > place.y)
            assert "NHIỆM VỤ" in line.text


class _Watch:
    """A progress that gives up after some steps."""

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self.reports: list[tuple[int, int]] = []

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))

    def cancelled(self) -> bool:
        return len(self.reports) >= self.patience


def test_progress_rises_to_the_end(fonts: FontSet) -> None:
    watch = _Watch(10_000)
    write_pdf(plan_paper(), fonts, watch)
    done = [done for done, _ in watch.reports]
    assert done == sorted(done)
    assert all(done < total for done, total in watch.reports)


def test_a_clerk_can_cancel(fonts: FontSet) -> None:
    watch = _Watch(3)
    with pytest.raises(WritingCancelled):
        write_pdf(plan_paper(), fonts, watch)
    assert len(watch.reports) == 3
