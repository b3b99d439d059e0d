from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from povertydesk.poverty.paper import (
    AnnexHeading,
    Blank,
    CellKind,
    Closing,
    Figure,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    Heading,
    HeadingCell,
    Letterhead,
    OutlineEntry,
    PageBreak,
    Paper,
    Paragraph,
    Part,
    Signature,
    Text,
    Title,
    figures,
    outline,
    plain_text,
)


def column(key: str) -> GridColumn:
    return GridColumn(key, key.upper(), CellKind.COUNT, 10)


TARGETS = Grid(
    "targets",
    (
        column("serial"),
        column("village"),
        GridHeading("Số đầu kỳ", (column("households"), GridHeading("Nghèo", (column("poor"), column("rate"))))),
        GridHeading("Giảm", (column("reduction"),)),
    ),
    (),
)


def test_headings_are_laid_out_with_what_they_span() -> None:
    assert TARGETS.heading_rows == 3
    assert [leaf.key for leaf in TARGETS.leaves] == [*("serial", "village", "households", "poor", "rate", "reduction")]
    assert TARGETS.heading_cells() == (
        HeadingCell("SERIAL", row=0, column=0, row_span=3, column_span=1),
        HeadingCell("VILLAGE", row=0, column=1, row_span=3, column_span=1),
        HeadingCell("Số đầu kỳ", row=0, column=2, row_span=1, column_span=3),
        HeadingCell("HOUSEHOLDS", row=1, column=2, row_span=2, column_span=1),
        HeadingCell("Nghèo", row=1, column=3, row_span=1, column_span=2),
        HeadingCell("POOR", row=2, column=3, row_span=1, column_span=1),
        HeadingCell("RATE", row=2, column=4, row_span=1, column_span=1),
        HeadingCell("Giảm", row=0, column=5, row_span=1, column_span=1),
        HeadingCell("REDUCTION", row=1, column=5, row_span=2, column_span=1),
    )


def test_a_grid_without_columns_has_no_headings() -> None:
    empty = Grid("empty", (), ())
    assert (empty.leaves, empty.heading_rows, empty.heading_cells()) == ((), 0, ())


trees = st.recursive(
    st.builds(column, st.text("abc", min_size=1, max_size=2)),
    lambda inner: st.builds(GridHeading, st.just("h"), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    max_leaves=8,
)


@given(st.lists(trees, min_size=1, max_size=4).map(tuple))
def test_headings_cover_the_head_once_without_gap(columns: tuple[GridHeading | GridColumn, ...]) -> None:
    grid = Grid("any", columns, ())
    covered = [
        (row, place)
        for cell in grid.heading_cells()
        for row in range(cell.row, cell.row + cell.row_span)
        for place in range(cell.column, cell.column + cell.column_span)
    ]
    whole = {(row, place) for row in range(grid.heading_rows) for place in range(len(grid.leaves))}
    assert len(covered) == len(set(covered))
    assert set(covered) == whole


POOR = Figure("poor-opening", "208", 208)
RATE = Figure("poor-rate-opening", "13,70", Decimal("13.70"), bold=True)
CELL = Figure("village-poor", "14", 14, (("village", "v1"),))
ANNEX = Figure("year", "2023", 2023)
NUMBER = Figure("number", "", None)
PAPER = Paper(
    "plan",
    "Kế hoạch giảm nghèo",
    (
        Part(
            (
                Letterhead(("ỦY BAN NHÂN DÂN", "XÃ CẨM LONG"), "KH-UBND", "Cẩm Long", 2023),
                Title("KẾ HOẠCH", (Text("Giảm nghèo năm "), NUMBER)),
                Heading(1, (Text("Đặc điểm"),), section="situation"),
                Heading(2, (Text("Số hộ nghèo: "), POOR), section="poor"),
                Paragraph((Text("Tỷ lệ "), RATE, Text(" %, số "), Blank(4))),
                PageBreak(),
                Closing(("Như trên",), Signature(("CHỦ TỊCH",), "Nguyễn Văn A")),
            )
        ),
        Part(
            (
                AnnexHeading("Phụ lục I", "BIỂU CHI TIẾT", (Text("kèm theo, năm "), ANNEX)),
                Grid("targets", (column("village"), column("poor")), (GridRow(("Thôn 2", CELL)), GridRow(("x", 5)))),
            ),
            landscape=True,
        ),
    ),
)


def test_the_outline_lists_headings_and_annexes_in_order() -> None:
    assert outline(PAPER) == (
        OutlineEntry(1, "Đặc điểm", "situation"),
        OutlineEntry(2, "Số hộ nghèo: 208", "poor"),
        OutlineEntry(1, "Phụ lục I. BIỂU CHI TIẾT", ""),
    )


def test_every_bound_figure_is_found_in_text_and_grids() -> None:
    assert list(figures(PAPER)) == [NUMBER, POOR, RATE, ANNEX, CELL]
    assert len(list(PAPER.blocks())) == 9


def test_plain_words_keep_room_for_the_pen() -> None:
    assert plain_text((Text("Số "), Blank(4), Text("/KH"), POOR)) == "Số     /KH208"
    assert plain_text(()) == ""
