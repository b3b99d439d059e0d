"""The table of targets by indicator and income, as it stands in a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk.poverty.indicator_target import unit_words
from povertydesk.poverty.official_text import format_amount
from povertydesk.poverty.paper import CellKind, Figure, Grid, GridColumn, GridRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from povertydesk.poverty.indicator_target import IndicatorTarget


def indicator_table(rows: Sequence[IndicatorTarget], year: int) -> Grid:
    """Lay the indicators of a year out: what is measured, where the year begins, what is planned."""
    columns = (
        GridColumn("serial", "TT", CellKind.SERIAL, 10),
        GridColumn("indicator", "Chỉ tiêu", CellKind.TEXT, 76),
        GridColumn("unit", "Đơn vị tính", CellKind.TEXT, 30),
        GridColumn("base", f"Đầu năm {year}", CellKind.COUNT, 24),
        GridColumn("target", f"Kế hoạch năm {year}", CellKind.COUNT, 24),
    )
    lines = tuple(
        GridRow(
            (
                place,
                row.indicator.name,
                unit_words(row.indicator),
                _figure("indicator_base", row, row.base),
                _figure("indicator_target", row, row.target),
            )
        )
        for place, row in enumerate(rows, start=1)
    )
    return Grid("indicators", columns, lines, caption=f"CHỈ TIÊU THEO CHỈ SỐ VÀ THU NHẬP NĂM {year}")


def _figure(name: str, row: IndicatorTarget, amount: Decimal | None) -> Figure:
    arguments = (("indicator", row.indicator.key), ("year", str(row.year)))
    return Figure(name, "" if amount is None else format_amount(amount), amount, arguments)
