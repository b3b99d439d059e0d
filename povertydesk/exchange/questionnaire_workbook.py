"""The workbook of an official Phiếu B1 typed from paper: items, options, number bands and points of one column.

A blank one is typed in by one person; a second person gets the items without bands and points and types those again.
An export for other communes is the same workbook, whole, with who typed and checked it and a checksum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.score_sheet import (
    ITEM,
    OPTION,
    POINTS,
    SHEET_NAME,
    TO_TYPE,
    ScoreSheet,
    SheetHead,
    find_score_sheet,
    write_head,
    write_text,
)
from povertydesk.exchange.score_table_workbook import EnteredTable, read_points
from povertydesk.exchange.workbook import cell_text, column_letter
from povertydesk.legislation.office_tables import office_form, office_form_id, office_questionnaire
from povertydesk.legislation.score_tables import COLUMNS
from povertydesk.poverty.problems import Finding, KnownError, Severity
from povertydesk.poverty.questionnaire import UNKNOWN_DIGIT, Item, ItemKind, Option
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

    from povertydesk.exchange.score_table_workbook import Cell
    from povertydesk.legislation.law import Legislation
    from povertydesk.legislation.questionnaires import DatedQuestionnaire
    from povertydesk.poverty.problems import Place, Value
    from povertydesk.poverty.questionnaire import Questionnaire

TEXT, KIND, OPTION_TEXT, FROM, BELOW = "Mục", "Kiểu trả lời", "Lựa chọn", "Từ", "Đến dưới"
_HEADINGS = (ITEM, TEXT, KIND, OPTION, OPTION_TEXT, FROM, BELOW, POINTS)
_WIDTHS = (10, 44, 18, 15, 40, 10, 10, 10)
KIND_WORDS = {
    ItemKind.SINGLE: "một lựa chọn",
    ItemKind.MULTIPLE: "nhiều lựa chọn",
    ItemKind.NUMBER_BAND: "theo khoảng số",
}
_KINDS = {fold(words): kind for kind, words in KIND_WORDS.items()}
_ITEM_NUMBER = re.compile(r"\d{1,3}(\.\d{1,3})*[a-zđ]?")
_BLANK_LINES = 120
_GUIDE = (
    "Gõ lại đúng phiếu B1 chính thức, mỗi lựa chọn một dòng.",
    "Dòng đầu của mỗi mục: mã mục là số thứ tự ghi trên phiếu (1, 2, 2.1), nội dung mục và kiểu trả lời. Các dòng lựa "
    "chọn tiếp theo của mục đó để trống ba cột này.",
    "Kiểu trả lời: một lựa chọn; nhiều lựa chọn (cộng điểm các lựa chọn); theo khoảng số (nhập số, chương trình tìm "
    "khoảng).",
    "Mã lựa chọn có thể để trống: chương trình đánh số 1, 2, 3 theo thứ tự trong mục.",
    "Mục theo khoảng số: xếp các khoảng từ nhỏ đến lớn, khoảng sau bắt đầu ở chỗ khoảng trước kết thúc. Ví dụ số nhân "
    "khẩu: từ 1 đến dưới 2, từ 2 đến dưới 3, khoảng cuối từ 7 và để trống cột Đến dưới.",
    "Điểm gõ bằng chữ số; phiếu ghi 0 thì gõ 0. Trường hợp phiếu không chấm điểm: thêm một dòng lựa chọn “Không thuộc "
    "các trường hợp trên” với 0 điểm.",
    "Mục chỉ chấm điểm trong một số trường hợp: nhập theo kiểu “một lựa chọn” và thêm dòng “Không chấm điểm” với 0 "
    "điểm.",
    "Mỗi vùng một tệp. Ghi tên người nhập ở đầu trang. Người thứ hai nhập lại khoảng số và điểm vào mẫu kiểm tra, "
    "không nhìn tệp của người thứ nhất.",
)


@dataclass(frozen=True, slots=True)
class EnteredForm:
    """A questionnaire with one column of points as somebody typed it; `table.findings` say what is to be mended."""

    questionnaire: DatedQuestionnaire
    table: EnteredTable
    head: SheetHead


@dataclass(slots=True)
class _TypedItem:
    row: int
    code: str
    text: str
    kind: str
    options: list[Option] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    banded: bool = False


def write_form(
    target: Path | IO[bytes],
    head: SheetHead,
    form: Questionnaire | None = None,
    points: Mapping[Cell, int] | None = None,
) -> None:
    """Write the workbook: blank without a form, for the second entry without points, whole with both.

    With points that lack cells the bands stand and those cells are blank: the template of a further column.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - only when asked
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415

    book = Workbook()
    sheet: Any = book.active
    sheet.title = SHEET_NAME
    write_text(sheet, 1, 1, f"BẢNG ĐIỂM B1 – {head.title}").font = Font(bold=True, size=13)
    sheet["A2"] = "Cách nhập ghi ở trang tính “Hướng dẫn”. Gõ vào các ô tô màu; điểm bằng chữ số, phiếu ghi 0 thì gõ 0."
    after = write_head(sheet, head)
    sheet.cell(after, 1, "Tổng điểm đã gõ")
    heading = after + 2
    for place, (title, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True), start=1):
        sheet.cell(heading, place, title).font = Font(bold=True)
        sheet.column_dimensions[column_letter(place - 1)].width = width
    if form is None:
        last = heading + _BLANK_LINES
        for row in range(heading + 1, last + 1):
            for place in (1, 4):
                sheet.cell(row, place).number_format = "@"
    else:
        last = _write_items(sheet, heading, form, points)
    sheet.cell(after, 3, f"=SUM(H{heading + 1}:H{last})")
    wrapped = Alignment(wrap_text=True, vertical="top")
    side = Side(style="thin", color="B0B7BD")
    framed = Border(left=side, right=side, top=side, bottom=side)
    for row in range(heading, last + 1):
        for place in range(1, len(_HEADINGS) + 1):
            sheet.cell(row, place).alignment = wrapped
            sheet.cell(row, place).border = framed
    _offer_entry(sheet, heading + 1, last, whole=form is None)
    sheet.freeze_panes = sheet.cell(heading + 1, 1)
    # Both people check it on paper too: across the page, the headings on each.
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{heading}:{heading}"
    guide: Any = book.create_sheet("Hướng dẫn")
    guide.column_dimensions["A"].width = 110
    for row, words in enumerate(_GUIDE, start=1):
        guide.cell(row, 1, f"{row}. {words}").alignment = wrapped
    book.save(target)


def read_form(path: Path, law: Legislation) -> EnteredForm:
    """Read a typed questionnaire with its points, every fault at its cell; it is unverified and not for practice.

    Raises KnownError `score-sheet-missing`, `score-form-empty`, `score-column-unknown`, `score-sheet-of-other-form`,
    `unknown-standard`, `no-scoring-form`, and the refusals of unreadable workbooks.
    """
    found = find_score_sheet(path, (TEXT, KIND, OPTION_TEXT, FROM, BELOW))
    if len(found.columns) < len(_HEADINGS):
        raise KnownError("score-sheet-missing", file=path.name)
    head = found.head
    standard = law.standard(head.standard)
    scoring = law.scoring_forms.get(standard.id)
    if scoring is None:
        raise KnownError("no-scoring-form", standard=standard.title)
    expected = SheetHead(office_form_id(standard), head.column).whole_name
    if head.whole_name != expected:
        raise KnownError("score-sheet-of-other-form", file=path.name, found=head.whole_name, expected=expected)
    if head.column not in COLUMNS:
        raise KnownError("score-column-unknown", text=head.column, columns=", ".join(COLUMNS))
    points: dict[Cell, int] = {}
    places: dict[Cell, Place] = {}
    findings: list[Finding] = []
    typed = _read_items(found, points, places, findings)
    items = tuple(item for one in typed if (item := _item(found, one, findings)) is not None)
    if not items:
        raise KnownError("score-form-empty", file=path.name)
    form = office_form(head.form, head.title or scoring.title, items)
    findings.sort(key=lambda finding: finding.place.row or 0)
    table = EnteredTable(
        questionnaire=form.id,
        column=head.column,
        practice=False,
        entered_by=head.entered_by,
        points=points,
        places=places,
        findings=tuple(findings),
    )
    source = scoring.points[-1].source
    return EnteredForm(office_questionnaire(form, standard, source, verified=False), table, head)


def band_words(option: Option) -> str:
    """Return how the band of an option stands in the workbook; empty where it has none."""
    bounds = ((FROM, option.at_least), (BELOW, option.below))
    return ", ".join(f"{word.lower()} {_plain(number)}" for word, number in bounds if number is not None)


def _write_items(sheet: Any, row: int, form: Questionnaire, points: Mapping[Cell, int] | None) -> int:
    for item in form.items.values():
        for place, option in enumerate(item.options):
            row += 1
            first = place == 0
            texts = (item.code, item.text, KIND_WORDS.get(item.kind, "")) if first else ("", "", "")
            for column, text in enumerate((*texts, option.code, option.text), start=1):
                write_text(sheet, row, column, text)
            if points is not None:
                numbers = (
                    _cell_number(option.at_least),
                    _cell_number(option.below),
                    points.get((item.code, option.code)),
                )
                for column, number in enumerate(numbers, start=6):
                    sheet.cell(row, column, number)
    return row


def _offer_entry(sheet: Any, first: int, last: int, *, whole: bool) -> None:
    """Colour what is typed and let Excel offer the kinds and hold points to whole numbers."""
    from openpyxl.styles import PatternFill  # noqa: PLC0415 - only when asked
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415

    fill = PatternFill("solid", fgColor=TO_TYPE)
    for row in range(first, last + 1):
        for column in range(1 if whole else 6, len(_HEADINGS) + 1):
            sheet.cell(row, column).fill = fill
    points = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    points.error = "Điểm là số nguyên từ 0 trở lên."
    kinds = DataValidation(type="list", formula1=f'"{",".join(KIND_WORDS.values())}"', allow_blank=True)
    for rule, letter in ((points, "H"), (kinds, "C")):
        sheet.add_data_validation(rule)
        rule.add(f"{letter}{first}:{letter}{last}")


def _read_items(
    found: ScoreSheet, points: dict[Cell, int], places: dict[Cell, Place], findings: list[Finding]
) -> list[_TypedItem]:
    sheet, columns = found.sheet, found.columns
    items: dict[str, _TypedItem] = {}
    current: _TypedItem | None = None
    for row in range(found.heading + 1, len(sheet.rows)):
        line = {name: sheet.text(row, column) for name, column in columns.items()}
        findings.extend(_faulty_texts(found, row))
        if not any(line.values()):
            continue
        code = line[ITEM].rstrip(".").casefold()
        begins = bool(code or line[TEXT]) and (current is None or code != current.code or not code)
        if begins:
            findings.extend(_code_faults(found, row, code, items))
            current = _TypedItem(row, code, line[TEXT], line[KIND])
            items[code or f"?{row}"] = current
        if not any(line[name] for name in (OPTION, OPTION_TEXT, FROM, BELOW, POINTS)):
            continue
        if current is None:
            findings.append(Finding("score-item-without-number", Severity.ERROR, found.place(row, ITEM)))
            current = items.setdefault("", _TypedItem(row, "", "", ""))
        _read_option(found, row, current, findings)
        cell = (current.code, current.options[-1].code)
        if cell in places:
            values: dict[str, Value] = {"item": current.text or current.code, "option": cell[1]}
            values["row"] = places[cell].row
            findings.append(Finding("score-row-twice", Severity.ERROR, found.place(row, OPTION), values))
        else:
            places[cell] = found.place(row, POINTS)
            findings.extend(read_points(found, row, cell, points))
    return list(items.values())


def _faulty_texts(found: ScoreSheet, row: int) -> Iterator[Finding]:
    """Name the cells of a line that show an error or were never calculated; points are looked at by themselves."""
    for name, column in found.columns.items():
        cell = found.sheet.cell(row, column)
        if not isinstance(cell, FaultyCell) or name == POINTS:
            continue
        place = found.place(row, name)
        if cell.text:
            yield Finding("cell-shows-error", Severity.ERROR, place, {"text": cell.text})
        else:
            yield Finding("cell-not-calculated", Severity.ERROR, place)


def _code_faults(found: ScoreSheet, row: int, code: str, items: Mapping[str, _TypedItem]) -> Iterator[Finding]:
    place = found.place(row, ITEM)
    if not code:
        yield Finding("score-item-without-number", Severity.ERROR, place)
    elif not _ITEM_NUMBER.fullmatch(code):
        yield Finding("score-item-number-unreadable", Severity.ERROR, place, {"text": code})
    elif code in items:
        yield Finding("score-item-twice", Severity.ERROR, place, {"item": code, "row": items[code].row + 1})


def _read_option(found: ScoreSheet, row: int, item: _TypedItem, findings: list[Finding]) -> None:
    number = len(item.options) + 1
    code = found.sheet.text(row, found.columns[OPTION]) or str(number)
    text = found.sheet.text(row, found.columns[OPTION_TEXT])
    if not text:
        findings.append(Finding("score-option-without-text", Severity.ERROR, found.place(row, OPTION_TEXT)))
    bounds: list[Decimal | None] = []
    for column in (FROM, BELOW):
        cell = found.sheet.cell(row, found.columns[column])
        bounds.append(_number(cell))
        item.banded = item.banded or cell is not None
        if cell is not None and bounds[-1] is None:
            place = found.place(row, column)
            findings.append(Finding("score-band-not-a-number", Severity.ERROR, place, {"text": cell_text(cell)}))
    digit = number if number < UNKNOWN_DIGIT else None
    item.options.append(Option(code, text, digit, bounds[0], bounds[1]))
    item.rows.append(row)


def _item(found: ScoreSheet, typed: _TypedItem, findings: list[Finding]) -> Item | None:
    """Make the item of its lines; a line with nothing but a number and a text is a heading of the paper and is none."""
    kind = _KINDS.get(fold(typed.kind))
    if not typed.options:
        if typed.kind:
            findings.append(Finding("score-item-without-options", Severity.ERROR, found.place(typed.row, OPTION_TEXT)))
        return None
    if not typed.text:
        findings.append(Finding("score-item-without-text", Severity.ERROR, found.place(typed.row, TEXT)))
    if kind is None:
        place = found.place(typed.row, KIND)
        findings.append(
            Finding("score-kind-unknown", Severity.ERROR, place, {"text": typed.kind, "kinds": "; ".join(_KINDS_SHOWN)})
        )
    elif kind is ItemKind.NUMBER_BAND:
        findings.extend(_band_faults(found, typed))
    elif typed.banded:
        findings.append(Finding("score-band-unexpected", Severity.ERROR, found.place(typed.row, KIND)))
    return Item(typed.code, typed.text, kind or ItemKind.SINGLE, tuple(typed.options))


def _band_faults(found: ScoreSheet, typed: _TypedItem) -> Iterator[Finding]:
    before: Option | None = None
    for row, band in zip(typed.rows, typed.options, strict=True):
        place = found.place(row, FROM)
        if before is not None and (band.at_least is None or band.at_least != before.below):
            values: dict[str, Value] = {"before": _plain(before.below), "start": _plain(band.at_least)}
            yield Finding("score-bands-apart", Severity.ERROR, place, values)
        elif band.at_least is not None and band.below is not None and band.at_least >= band.below:
            values = {"start": _plain(band.at_least), "end": _plain(band.below)}
            yield Finding("score-band-reversed", Severity.ERROR, place, values)
        before = band


def _number(cell: object) -> Decimal | None:
    """Read a bound; a text with a decimal comma counts too, since only bands stand in these columns."""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    try:
        number = Decimal(str(cell).replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _cell_number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _plain(number: Decimal | None) -> str:
    return "" if number is None else format(number.normalize(), "f").replace(".", ",")


_KINDS_SHOWN = tuple(KIND_WORDS.values())
