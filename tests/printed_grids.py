"""The published target grid of a commune as a workbook, the way its office typed it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from tests.exchange.workbooks import workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.exchange.workbooks import CellValue

_KNOWN = tomllib.loads(
    (Path(__file__).parent / "proofreading" / "figures" / "cam-long-2023.toml").read_text(encoding="utf-8")
)
YEAR: int = _KNOWN["year"]
ROWS: list[list[str]] = _KNOWN["rows"]
TOTAL: list[str] = _KNOWN["total"]
_HEADINGS: list[list[CellValue]] = [
    ["TỶ LỆ HỘ NGHÈO CUỐI NĂM 2022 VÀ DỰ KIẾN KẾ HOẠCH GIẢM NGHÈO NĂM 2023"],
    ["TT", "Đơn vị", "Số đầu kỳ", None, None, "Dự kiến 2023", None, None, "Số hộ nghèo giảm 2023 (hộ)",
     "tỷ lệ giảm 2023 (%)"],
    [None, None, "Tổng HTN", "Nghèo", None, "Tổng HTN", "Nghèo"],
    [None, None, None, "Số hộ", "tỷ lệ (%)", None, "Số hộ", "tỷ lệ (%)"],
]  # fmt: skip
_MERGED = ("C2:E2", "F2:H2", "D3:E3", "G3:H3", "A2:A4", "B2:B4", "C3:C4", "F3:F4", "I2:I4", "J2:J4")


def printed_workbook(
    path: Path, rows: Sequence[Sequence[CellValue]] = ROWS, total: Sequence[CellValue] | None = TOTAL
) -> Path:
    """Write lines under the published headings."""
    numbered = [[number, *row] for number, row in enumerate(rows, start=1)]
    whole = [] if total is None else [[None, *total]]
    return workbook(path, [*_HEADINGS, *numbered, *whole], merged=_MERGED)
