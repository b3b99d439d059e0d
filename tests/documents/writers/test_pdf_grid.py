from __future__ import annotations

import re

import pytest

from povertydesk.documents.fonts import FontSet, load_fonts
from povertydesk.documents.page_rules import MILLIMETRE
from povertydesk.documents.writers.pdf import PdfDocument, write_pdf
from povertydesk.poverty.paper import (
    CellKind,
    Grid,
    GridColumn,
    GridRow,
    RowKind,
)
from tests.documents.papers import (
    closing,
    letterhead,
    one_part,
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


class TestGrid:
    """Tables."""

    def test_80_rows_repeat_their_headings_and_are_never_cut(self, fonts: FontSet) -> None:
        names = tuple(f"Thôn {number} Nà Khương Phiêng Lâng Tân Lập" for number in range(1, 81))
        pages = read_pages(write_pdf(one_part(village_grid(names)), fonts).data)
        assert len(pages) > 3
        seen = []
        for page in pages:
            assert page.text.count("Đơn vị") == (2 if page is pages[0] else 1)
            assert page.text.count("Số đầu kỳ") == 1
            assert page.text.count("3=2/1") == 1
            rows = _rows(page)
            seen += rows
            # Two lines a row: both of them on the same page.
            assert page.text.count("Nà Khương") == page.text.count("Lập")
        assert seen == [str(number) for number in range(1, 81)]
        assert "Thôn 80" in pages[-1].text
        assert "Tổng cộng" in pages[-1].text

    def test_60_villages_with_long_names(self, fonts: FontSet) -> None:
        names = tuple(f"Khu dân cư Nậm Pì Phìn Khâu Thượng Tân Tiến số {number}" for number in range(1, 61))
        pages = read_pages(write_pdf(one_part(letterhead(), village_grid(names), closing()), fonts).data)
        text = " ".join(" ".join(page.text.split()) for page in pages)
        for page in pages:
            assert max(line.right for line in page.lines) <= page.width - RIGHT + 0.6
        assert all(re.search(rf"số {number}\b", text) for number in range(1, 61))

    def test_cells_are_aligned_and_written_the_official_way(self, pages: list[PrintedPage]) -> None:
        page = next(page for page in pages if "Thôn Minh Long" in page.text)
        edges = page.column_edges()
        name = page.line("Thôn Minh Long")
        assert name.left_of("Thôn") == pytest.approx(edges[1] + 3, abs=1.0)
        assert "1.222" in name.text
        assert "6,33" in name.text
        assert name.right == pytest.approx(edges[-1] - 3, abs=1.0)
        total = page.line("Tổng cộng")
        assert total.font == "Tinos-Bold"
        assert "1.518 208 13,70 2,96" in " ".join(total.text.split())

    def test_merged_headings(self, pages: list[PrintedPage]) -> None:
        page = next(page for page in pages if "Thôn Minh Long" in page.text)
        group, above = page.line("Số đầu kỳ"), page.line("Dự kiến giảm")
        assert group.base == above.base
        edges = page.column_edges()
        assert len(edges) == 8
        # Below the group's own width no rule goes through its words.
        inside = [rule for rule in page.vertical_rules() if rule.y0 < group.base < rule.y1]
        assert not [rule for rule in inside if group.left - 2 < rule.x0 < group.left + 40]

    def test_the_grid_is_as_wide_as_the_text(self, pages: list[PrintedPage]) -> None:
        page = next(page for page in pages if "Thôn Minh Long" in page.text)
        edges = [rule.x0 for rule in page.vertical_rules()]
        assert min(edges) == pytest.approx(LEFT, abs=0.1)
        assert max(edges) == pytest.approx(page.width - RIGHT, abs=0.1)

    def test_a_wide_grid_gets_smaller_letters_but_none_below_nine(self, fonts: FontSet) -> None:
        def sizes(count: int) -> set[float]:
            columns = tuple(GridColumn(f"c{n}", f"Nguyên nhân {n}", CellKind.COUNT, 10) for n in range(count))
            grid = Grid("wide", columns, (GridRow(tuple(range(1000, 1000 + count))),))
            (page, *_) = read_pages(write_pdf(one_part(grid), fonts).data)
            return {line.size for line in page.lines}

        assert sizes(4) == {13}
        assert min(sizes(11)) in {10, 11, 12}
        assert sizes(24) == {9}

    @pytest.mark.parametrize("count", [8, 14, 20])
    def test_a_figure_is_never_torn(self, fonts: FontSet, count: int) -> None:
        name = GridColumn("name", "Thôn", CellKind.TEXT, 60)
        columns = (name, *(GridColumn(f"c{n}", f"C{n}", CellKind.COUNT, 8) for n in range(count)))
        rows = (GridRow(("Thôn Nà Khương", *[1_234_567] * count), RowKind.TOTAL),)
        (page,) = read_pages(write_pdf(one_part(Grid("narrow", columns, rows)), fonts).data)
        assert page.text.count("1.234.567") == count

    def test_wide_columns_lend_to_those_a_word_does_not_fit_into(self, fonts: FontSet) -> None:
        columns = (GridColumn("a", "Đơn vị", CellKind.TEXT, 120), GridColumn("b", "Nghèo", CellKind.COUNT, 10))
        grid = Grid("lend", columns, (GridRow(("Thôn 1", 1)),))
        (page,) = read_pages(write_pdf(one_part(grid), fonts).data)
        heading = page.line("Nghèo")
        assert heading.size == 13
        assert page.column_edges()[1] < heading.left_of("Nghèo")

    def test_a_long_word_in_a_narrow_cell_is_cut_within_it(self, fonts: FontSet) -> None:
        columns = (GridColumn("a", "A", CellKind.TEXT, 20), GridColumn("b", "B", CellKind.TEXT, 100))
        grid = Grid("cut", columns, (GridRow(("Krông" * 40, "x")),))
        (page,) = read_pages(write_pdf(one_part(grid), fonts).data)
        edge = page.column_edges()[1]
        cut = [line for line in page.lines if "rông" in line.text]
        assert len(cut) > 2
        assert all(line.right <= edge or "x" in line.text for line in cut)
        assert "".join(line.text.replace("x", "").strip() for line in cut).replace(" ", "") == "Krông" * 40

    def test_a_row_taller_than_a_page_is_cut_between_its_lines(self, fonts: FontSet) -> None:
        columns = (GridColumn("a", "TT", CellKind.SERIAL, 10), GridColumn("b", "Nội dung", CellKind.TEXT, 100))
        words = " ".join(f"từ{number}" for number in range(3000))
        texts = page_texts(write_pdf(one_part(Grid("tall", columns, (GridRow((1, words)),))), fonts).data)
        assert re.findall(r"từ\d+", " ".join(texts)) == words.split()

    def test_a_band_runs_over_its_empty_cells(self, fonts: FontSet) -> None:
        grid = village_grid()
        band = GridRow((None, "KHU VỰC NÔNG THÔN VÙNG CAO BIÊN GIỚI", *[None] * 5), RowKind.BAND)
        written = write_pdf(one_part(Grid("b", grid.columns, (band, *grid.rows))), fonts)
        (page,) = read_pages(written.data)
        line = page.line("KHU VỰC NÔNG THÔN VÙNG CAO BIÊN GIỚI")
        assert line.font == "Tinos-Bold"
        crossing = [rule for rule in page.vertical_rules() if rule.y0 < line.base < rule.y1]
        assert len({round(rule.x0, 1) for rule in crossing}) == 3

    def test_an_empty_grid_is_its_head(self, fonts: FontSet) -> None:
        (text,) = page_texts(write_pdf(one_part(village_grid((), rows=())), fonts).data)
        assert "Đơn vị" in text

    def test_the_total_never_stands_alone(self, fonts: FontSet) -> None:
        for count in range(30, 42):
            names = tuple(f"Thôn {number}" for number in range(count))
            last = read_pages(write_pdf(one_part(village_grid(names)), fonts).data)[-1]
            assert f"Thôn {count - 1}" in last.text


def _rows(page: PrintedPage) -> list[str]:
    """Return the serial numbers of the rows on a page, which stand alone in the first column."""
    edges = page.column_edges()
    first = [line.text.split()[0] for line in page.lines if line.left < edges[1] and line.base > TOP]
    return [text for text in first if text.isdecimal()]
