"""Small papers of invented communes for the tests of the writers."""

from __future__ import annotations

from decimal import Decimal

from povertydesk.poverty.paper import (
    AnnexHeading,
    Block,
    CellKind,
    Closing,
    Figure,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    Heading,
    Letterhead,
    Paper,
    Paragraph,
    ParagraphStyle,
    Part,
    RowKind,
    Signature,
    Text,
    Title,
)

LONG_SENTENCE = (
    "Tổ chức rà soát, phân loại hộ nghèo, hộ cận nghèo theo đúng quy trình, bảo đảm công khai, dân chủ, đúng đối tượng;"
    " kịp thời hướng dẫn người dân kê khai, niêm yết danh sách tại nhà văn hóa thôn và giải quyết ý kiến của nhân dân "
    "trước khi trình Chủ tịch Ủy ban nhân dân xã quyết định."
)


def letterhead(**changes: object) -> Letterhead:
    """Return the head of a plan of Cẩm Long without number and day."""
    values: dict[str, object] = {
        "office_lines": ("Ủy ban nhân dân", "xã Cẩm Long"),
        "symbol": "KH-UBND",
        "place": "Cẩm Long",
        "year": 2023,
    }
    return Letterhead(**(values | changes))  # type: ignore[arg-type]


def paragraph(text: str, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    """Return a paragraph of plain words."""
    return Paragraph((Text(text),), style)


def closing() -> Closing:
    """Return the foot of a plan signed by a chair."""
    return Closing(
        ("Ủy ban nhân dân huyện (báo cáo)", "Đảng ủy, HĐND xã", "Các thôn trong xã", "Lưu: VT, LĐTBXH"),
        Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trương Văn Mẫu"),
    )


def village_columns() -> tuple[GridHeading | GridColumn, ...]:
    """Return the columns of the village table."""

    def count(key: str, title: str, number: str) -> GridColumn:
        return GridColumn(key, title, CellKind.COUNT, 17, number)

    def rate(key: str, title: str, number: str) -> GridColumn:
        return GridColumn(key, title, CellKind.RATE, 16, number)

    return (
        GridColumn("serial", "TT", CellKind.SERIAL, 10, "A"),
        GridColumn("village", "Đơn vị", CellKind.TEXT, 36, "B"),
        GridHeading(
            "Số đầu kỳ",
            (
                count("households", "Tổng số hộ", "1"),
                GridHeading("Hộ nghèo", (count("poor", "Số hộ", "2"), rate("poor_rate", "Tỷ lệ (%)", "3=2/1×100"))),
            ),
        ),
        GridHeading("Dự kiến giảm", (count("reduction", "Số hộ", "4"), rate("reduction_rate", "Tỷ lệ (%)", "5"))),
    )


def village_grid(villages: tuple[str, ...] = ("Thôn Minh Long", "Thôn Tân Long"), **changes: object) -> Grid:
    """Return a village table with a line of totals bound to the records."""
    rows = [
        GridRow((serial, name, 1221 + serial, 14, Decimal("6.33"), 7, Decimal("3.17")))
        for serial, name in enumerate(villages, start=1)
    ]
    total = GridRow(
        (None, "Tổng cộng", Figure("households", "1.518", 1518), 208, Decimal("13.70"), None, Decimal("2.96")),
        RowKind.TOTAL,
    )
    values: dict[str, object] = {
        "name": "villages",
        "columns": village_columns(),
        "rows": (*rows, total),
        "caption": "BIỂU CHỈ TIÊU GIẢM NGHÈO NĂM 2023",
        "numbered": True,
        "unit_note": "Đơn vị tính: hộ, %",
    }
    return Grid(**(values | changes))  # type: ignore[arg-type]


def poor_figure() -> Figure:
    """Return a figure bound to a year."""
    return Figure("poor_households", "208", 208, (("year", "2022"),), bold=True)


def plan_blocks(sections: int = 4) -> tuple[Block, ...]:
    """Return the blocks of a plan with `sections` parts of text."""
    blocks: list[Block] = [
        letterhead(),
        Title("Kế hoạch", (Text("Thực hiện chương trình giảm nghèo bền vững năm 2023 trên địa bàn xã Cẩm Long"),)),
    ]
    for number in range(1, sections + 1):
        blocks += (
            Heading(1, (Text(f"{'I' * number}. NHIỆM VỤ, GIẢI PHÁP"),), section=f"section-{number}"),
            paragraph(
                f"Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27/01/2021 của Chính phủ; {LONG_SENTENCE}",
                ParagraphStyle.LEGAL_BASIS,
            ),
            Heading(2, (Text("1. Chỉ tiêu"),)),
            Paragraph(
                (
                    Text("Toàn xã có "),
                    Figure("households", "1.518", 1518),
                    Text(" hộ, trong đó "),
                    poor_figure(),
                    Text(" hộ nghèo, chiếm "),
                    Figure("poor_rate", "13,70", Decimal("13.70")),
                    Text("%; phấn đấu giảm "),
                    Figure("reduction", "", None),
                    Text(" hộ. " + LONG_SENTENCE),
                )
            ),
            Heading(3, (Text("a) Về tổ chức thực hiện"),)),
            paragraph("- " + LONG_SENTENCE, ParagraphStyle.ITEM),
            paragraph(LONG_SENTENCE * 2),
        )
    return tuple(blocks)


def plan_paper(sections: int = 4, **changes: object) -> Paper:
    """Return a plan with body, village table, closing and a landscape annex."""
    annex = Part(
        (
            AnnexHeading(
                "Phụ lục I", "Chỉ tiêu giao cho các thôn", (Text("Kèm theo Kế hoạch của Ủy ban nhân dân xã"),)
            ),
            village_grid(tuple(f"Thôn {number}" for number in range(1, 41))),
        ),
        landscape=True,
    )
    values: dict[str, object] = {
        "name": "plan",
        "title": "Kế hoạch giảm nghèo năm 2023",
        "parts": (Part((*plan_blocks(sections), village_grid(), paragraph(LONG_SENTENCE), closing())), annex),
        "author": "Ủy ban nhân dân xã Cẩm Long",
    }
    return Paper(**(values | changes))  # type: ignore[arg-type]


def one_part(*blocks: Block, **changes: object) -> Paper:
    """Return a paper of one part."""
    return Paper("test", "Văn bản thử", (Part(tuple(blocks)),), **changes)  # type: ignore[arg-type]
