"""The Excel template of a B1 score table: one questionnaire, one column; typed in once, checked by a second person.

The official tables are not shipped. What two people typed independently is compared cell by cell and by sums.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.score_sheet import (
    COLUMN,
    ENTERED_BY,
    FORM,
    ITEM,
    OPTION,
    POINTS,
    SHEET_NAME,
    TO_TYPE,
    ScoreSheet,
    SheetHead,
    find_score_sheet,
)
from povertydesk.exchange.workbook import cell_text, column_letter
from povertydesk.legislation.score_tables import ScoreTable, score_cells, scored_items
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from povertydesk.legislation.questionnaires import DatedQuestionnaire
    from povertydesk.poverty.questionnaire import Item, Questionnaire

_HEADINGS = (ITEM, "Mục", OPTION, "Lựa chọn", POINTS)
_SUM = "Tổng"
_WIDTHS = (22, 48, 20, 44, 10)
_HEADING_ROW = 7

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EnteredTable:
    """A score table as somebody typed it: the points that can be read, where each stands, and what is to be mended."""

    questionnaire: str
    column: str
    practice: bool
    entered_by: str
    points: Mapping[Cell, int]
    places: Mapping[Cell, Place]
    findings: tuple[Finding, ...]

    @property
    def sums(self) -> dict[str, int]:
        """The sum of the points of each item, in the order of the workbook."""
        sums: dict[str, int] = {}
        for (item, _), points in self.points.items():
            sums[item] = sums.get(item, 0) + points
        return sums

    def score_table(self) -> ScoreTable:
        """Return the table, unverified: whoever uses it prints a draft.

        Raises KnownError `score-table-incomplete` with the findings.
        """
        if self.findings:
            raise KnownError("score-table-incomplete", findings=self.findings, faults=len(self.findings))
        return ScoreTable(
            self.questionnaire,
            self.column,
            dict(self.points),
            verified=False,
            practice=self.practice,
            entered_by=self.entered_by,
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two entries side by side: each differing cell and sum as a finding, and both totals."""

    findings: tuple[Finding, ...]
    first_total: int
    second_total: int


def write_template(
    target: Path | IO[bytes], questionnaire: DatedQuestionnaire, column: str, table: ScoreTable | None = None
) -> None:
    """Write the template of a questionnaire and column; with a table its points stand in it, for other communes."""
    from openpyxl import Workbook  # noqa: PLC0415 - only when asked
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET_NAME
    sheet["A1"] = f"BẢNG ĐIỂM B1 – {questionnaire.form.title}"
    sheet["A1"].font = Font(bold=True, size=13)
    sheet["A2"] = "Chỉ gõ vào cột Điểm, bằng chữ số; bảng chính thức ghi 0 thì gõ 0. Không sửa các cột mã."
    heads = ((FORM, questionnaire.form.id), (COLUMN, column), (ENTERED_BY, table.entered_by if table else None))
    for row, (name, value) in enumerate(heads, start=3):
        sheet.cell(row, 1, name)
        sheet.cell(row, 3, value)
    for place, (title, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), start=1):
        sheet.cell(_HEADING_ROW, place, title).font = Font(bold=True)
        sheet.column_dimensions[column_letter(place - 1)].width = width
    row = _HEADING_ROW
    for item in scored_items(questionnaire.form):
        for option in item.options:
            row += 1
            points = table.points.get((item.code, option.code)) if table else None
            cells = (item.code, item.text, option.code, option.text, points)
            for place, typed in enumerate(cells, start=1):
                sheet.cell(row, place, typed).alignment = Alignment(wrap_text=True, vertical="top")
            sheet.cell(row, len(_HEADINGS)).fill = PatternFill("solid", fgColor=TO_TYPE)
    whole_column = f"E{_HEADING_ROW + 1}:E{row}"
    sheet.cell(row + 1, 1, _SUM).font = Font(bold=True)
    sheet.cell(row + 1, len(_HEADINGS), f"=SUM({whole_column})").font = Font(bold=True)
    whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    whole.error = "Điểm là số nguyên từ 0 trở lên."
    sheet.add_data_validation(whole)
    whole.add(whole_column)
    sheet.freeze_panes = sheet.cell(_HEADING_ROW + 1, 1)
    book.save(target)


def read_entry(path: Path, questionnaire: DatedQuestionnaire, column: str) -> EnteredTable:
    """Read a filled template; a text in a number cell is refused, also where its letters are digits.

    Raises KnownError `score-sheet-missing`, `score-sheet-of-other-form`, and the refusals of unreadable workbooks.
    """
    found = find_score_sheet(path)
    expected = SheetHead(questionnaire.form.id, column).whole_name
    if found.head.whole_name != expected:
        raise KnownError("score-sheet-of-other-form", file=path.name, found=found.head.whole_name, expected=expected)
    sheet, columns = found.sheet, found.columns
    cells = dict.fromkeys(score_cells(questionnaire.form))
    items = {item.code: item for item in scored_items(questionnaire.form)}
    points: dict[Cell, int] = {}
    places: dict[Cell, Place] = {}
    findings: list[Finding] = []
    for row in range(found.heading + 1, len(sheet.rows)):
        cell = (sheet.text(row, columns[ITEM]), sheet.text(row, columns[OPTION]))
        place = found.place(row, POINTS)
        if not any(cell) or (fold(cell[0]) == fold(_SUM) and not cell[1]):
            continue
        if cell not in cells:
            at = found.place(row, OPTION)
            findings.append(Finding("score-row-unknown", Severity.ERROR, at, {"item": cell[0], "option": cell[1]}))
        elif cell in places:
            values = {**_words(items, cell), "row": places[cell].row}
            findings.append(Finding("score-row-twice", Severity.ERROR, place, values))
        else:
            places[cell] = place
            findings.extend(read_points(found, row, cell, points))
    findings.extend(
        Finding("score-row-missing", Severity.ERROR, Place(sheet=sheet.name), _words(items, cell))
        for cell in cells
        if cell not in places
    )
    return EnteredTable(
        questionnaire=questionnaire.form.id,
        column=column,
        practice=questionnaire.practice,
        entered_by=found.head.entered_by,
        points={cell: points[cell] for cell in cells if cell in points},
        places=places,
        findings=tuple(findings),
    )


def compare(first: EnteredTable, second: EnteredTable) -> Comparison:
    """Compare two entries cell by cell; the findings stand at the cells of the second.

    Raises KnownError `score-tables-not-alike` where they are not of one questionnaire and column.
    """
    if (first.questionnaire, first.column) != (second.questionnaire, second.column):
        raise KnownError("score-tables-not-alike")
    findings = []
    for cell in dict.fromkeys((*first.places, *second.places)):
        one, other = first.points.get(cell), second.points.get(cell)
        place = second.places.get(cell) or first.places[cell]
        if cell not in first.places or cell not in second.places:
            lacking = 1 if cell in second.places else 2
            findings.append(Finding("score-row-in-one-entry", Severity.ERROR, place, {"entry": lacking}))
        elif one != other:
            findings.append(Finding("points-differ", Severity.ERROR, place, {"first": one, "second": other}))
    totals = sum(first.points.values()), sum(second.points.values())
    sums = {item: (first.sums.get(item, 0), second.sums.get(item, 0)) for item in first.sums | second.sums}
    findings.extend(
        Finding("sums-differ", Severity.ERROR, Place(section=item), {"first": one, "second": other})
        for item, (one, other) in sums.items()
        if one != other
    )
    return Comparison(tuple(findings), *totals)


def kept_entry(table: ScoreTable, form: Questionnaire) -> EnteredTable:
    """Return a table that was kept as the entry it came from; its cells are named by item and option."""
    places = {
        (item.code, option.code): Place(section=item.text, field=option.text)
        for item in scored_items(form)
        for option in item.options
    }
    return EnteredTable(
        questionnaire=table.questionnaire,
        column=table.column,
        practice=table.practice,
        entered_by=table.entered_by,
        points=table.points,
        places=places,
        findings=(),
    )


def signed(entry: EnteredTable, person: str) -> EnteredTable:
    """Return an entry under the name of who typed it, where the workbook names nobody."""
    return replace(entry, entered_by=person)


def checked_table(first: EnteredTable, second: EnteredTable) -> ScoreTable:
    """Return the table that two people typed alike, as checked; one for practice stays unverified for ever.

    Raises KnownError `score-table-incomplete`, `score-table-one-person`, `score-tables-differ`, and the refusals of
    `compare`.
    """
    compared = compare(first, second)
    table = first.score_table()
    second.score_table()
    people = fold(first.entered_by), fold(second.entered_by)
    if not all(people) or people[0] == people[1]:
        raise KnownError("score-table-one-person")
    if compared.findings:
        cells = sum(finding.code == "points-differ" for finding in compared.findings)
        raise KnownError("score-tables-differ", findings=compared.findings, cells=cells)
    return ScoreTable(
        table.questionnaire,
        table.column,
        table.points,
        verified=not table.practice,
        practice=table.practice,
        entered_by=first.entered_by,
        checked_by=second.entered_by,
    )


def read_points(found: ScoreSheet, row: int, cell: Cell, points: dict[Cell, int]) -> Iterator[Finding]:
    """Read the points of a line into `points`, or say what is wrong with them."""
    typed = found.sheet.cell(row, found.columns[POINTS])
    place = found.place(row, POINTS)
    if typed is None:
        yield Finding("points-missing", Severity.ERROR, place)
    elif isinstance(typed, FaultyCell) and not typed.text:
        yield Finding("cell-not-calculated", Severity.ERROR, place)
    elif isinstance(typed, bool) or not isinstance(typed, int) or typed < 0:
        yield Finding("points-not-a-number", Severity.ERROR, place, {"text": cell_text(typed)})
    else:
        points[cell] = typed


def _words(items: Mapping[str, Item], cell: Cell) -> dict[str, str | int | float | None]:
    item = items[cell[0]]
    option = next(option.text for option in item.options if option.code == cell[1])
    return {"item": item.text, "option": option}
