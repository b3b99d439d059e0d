"""The sheet of a score table: its head lines, which say what it is and who typed it, and its heading line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.exchange.workbook import Sheet, column_letter, read_sheets
from povertydesk.poverty.area import Region
from povertydesk.poverty.date_reading import read_date
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.problems import KnownError, Place
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ITEM, OPTION, POINTS = "Mã mục", "Mã lựa chọn", "Điểm"
FORM, TITLE, STANDARD, COLUMN = "Bảng hỏi", "Tên phiếu", "Chuẩn nghèo", "Vùng"
ENTERED_BY, ENTERED_ON, CHECKED_BY, CHECKED_ON = "Người nhập", "Ngày nhập", "Người kiểm tra", "Ngày kiểm tra"
CHECKSUM = "Mã đối chiếu"
SHEET_NAME = "Bảng điểm"
FIRST_HEAD_ROW = 3
TO_TYPE = "FFF8E1"
"""The colour of the cells a clerk types into."""
_VALUE_COLUMN = 2

COLUMN_NAMES = {
    Region.RED_RIVER_DELTA.value: "Nông thôn – Đồng bằng sông Hồng",
    Region.NORTHERN_MIDLANDS_AND_MOUNTAINS.value: "Nông thôn – Trung du và miền núi phía Bắc",
    Region.NORTH_CENTRAL_AND_CENTRAL_COAST.value: "Nông thôn – Bắc Trung Bộ và duyên hải miền Trung",
    Region.CENTRAL_HIGHLANDS.value: "Nông thôn – Tây Nguyên",
    Region.SOUTHEAST.value: "Nông thôn – Đông Nam Bộ",
    Region.MEKONG_DELTA.value: "Nông thôn – Đồng bằng sông Cửu Long",
    "TT": "Thành thị",
}


class SheetHead(NamedTuple):
    """What stands above the points. The last four lines are written by an export only; blank where they are missing."""

    form: str
    column: str
    title: str = ""
    standard: str = ""
    entered_by: str = ""
    entered_on: datetime.date | None = None
    checked_by: str = ""
    checked_on: datetime.date | None = None
    checksum: str = ""

    @property
    def whole_name(self) -> str:
        """Questionnaire and column, as they are compared."""
        return f"{self.form} / {self.column}"


@dataclass(frozen=True, slots=True)
class ScoreSheet:
    """A sheet with its heading line, by row from nought, and the columns under the headings that were found."""

    sheet: Sheet
    heading: int
    columns: Mapping[str, int]
    head: SheetHead

    def place(self, row: int, column: str) -> Place:
        """Name a cell by row from nought and heading."""
        return Place(sheet=self.sheet.name, row=row + 1, column=column_letter(self.columns[column]))


def find_score_sheet(path: Path, further: Iterable[str] = ()) -> ScoreSheet:
    """Find the sheet whose heading line has the codes and the points; `further` headings are found where they stand.

    Raises KnownError `score-sheet-missing`, and the refusals of unreadable workbooks.
    """
    needed = {fold(title): title for title in (ITEM, OPTION, POINTS)}
    wanted = needed | {fold(title): title for title in further}
    for sheet in read_sheets(path):
        for row, cells in enumerate(sheet.rows):
            columns = {
                wanted[words]: place for place in range(len(cells)) if (words := fold(sheet.text(row, place))) in wanted
            }
            if columns.keys() >= set(needed.values()):
                return ScoreSheet(sheet, row, columns, _head(sheet, row))
    raise KnownError("score-sheet-missing", file=path.name)


def write_head(sheet: Any, head: SheetHead) -> int:
    """Write the head lines that have something to say, and those a clerk fills in; return the row after them."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415 - only when asked

    days = {ENTERED_ON: head.entered_on, CHECKED_ON: head.checked_on}
    lines: dict[str, str | None] = {FORM: head.form, TITLE: head.title, STANDARD: head.standard, COLUMN: head.column}
    lines |= {ENTERED_BY: head.entered_by, CHECKED_BY: head.checked_by, CHECKSUM: head.checksum}
    lines |= {name: format_date(day) if day else None for name, day in days.items()}
    row = FIRST_HEAD_ROW
    for name in (FORM, TITLE, STANDARD, COLUMN, ENTERED_BY, ENTERED_ON, CHECKED_BY, CHECKED_ON, CHECKSUM):
        value = lines[name]
        if not value and name != ENTERED_BY:
            continue
        sheet.cell(row, 1, name)
        cell = write_text(sheet, row, _VALUE_COLUMN + 1, value or "")
        if not value:
            cell.fill = PatternFill("solid", fgColor=TO_TYPE)
        if name == COLUMN:
            sheet.cell(row, _VALUE_COLUMN + 2, COLUMN_NAMES.get(head.column))
        row += 1
    return row


def write_text(sheet: Any, row: int, column: int, text: str) -> Any:
    """Write a cell that Excel keeps as text, whatever it looks like: `2.10` is no number, `=A1` no formula."""
    cell = sheet.cell(row, column, text or None)
    cell.number_format = "@"
    if text:
        cell.data_type = "s"
    return cell


def _head(sheet: Sheet, heading: int) -> SheetHead:
    said = {fold(sheet.text(row, 0)): sheet.text(row, _VALUE_COLUMN) for row in range(heading)}

    def line(name: str) -> str:
        return said.get(fold(name), "")

    return SheetHead(
        form=line(FORM),
        column=line(COLUMN),
        title=line(TITLE),
        standard=line(STANDARD),
        entered_by=line(ENTERED_BY),
        entered_on=read_date(line(ENTERED_ON)),
        checked_by=line(CHECKED_BY),
        checked_on=read_date(line(CHECKED_ON)),
        checksum=line(CHECKSUM),
    )
