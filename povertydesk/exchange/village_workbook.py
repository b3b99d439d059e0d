"""A workbook of villages with their residents, poor and near-poor, read whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from povertydesk.exchange.workbook import Cell, Sheet, cell_text, column_letter, read_sheets
from povertydesk.poverty.number_reading import ColumnKind, NumberStyle, decide_style, read_number
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity, Value
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from pathlib import Path

_HEADING_ROWS_SEARCHED = 30


class VillageWorkbookWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The headings by which columns are recognised, and the words that begin a total line."""

    columns: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class VillageRow:
    """One village of the workbook; counts it does not give are absent."""

    row: int
    name: str
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Heading:
    sheet: Sheet
    first_row: int
    columns: Mapping[str, int]

    def place(self, row: int, field: str) -> Place:
        column = self.columns[field]
        titles = [cell_text(self.sheet.cell(above, column)) for above in range(self.first_row)]
        title = next((title for title in reversed(titles) if title), "")
        return Place(sheet=self.sheet.name, row=row + 1, column=f"{column_letter(column)} – {title}")


def load_words(path: Path) -> VillageWorkbookWords:
    """Read the headings the program recognises."""
    return msgspec.toml.decode(path.read_text(encoding="utf-8"), type=VillageWorkbookWords)


def read_villages(path: Path, words: VillageWorkbookWords) -> tuple[VillageRow, ...]:
    """Read the villages of a workbook. Any fault refuses the whole, with every fault's sheet, row and column."""
    heading = _find_heading(read_sheets(path), words, path)
    rows = tuple(_village_rows(heading, words))
    if not rows:
        raise KnownError("workbook-without-villages", file=path.name, sheet=heading.sheet.name)
    styles = _column_styles(heading, [row for row, _ in rows])
    findings: list[Finding] = []
    read: list[VillageRow] = []
    seen: dict[str, int] = {}
    for row, name in rows:
        counts = _counts(heading, row, styles, findings)
        key = name.casefold()
        if key in seen:
            values: dict[str, Value] = {"village": name, "row": row + 1, "first_row": seen[key]}
            findings.append(Finding("village-twice", Severity.ERROR, heading.place(row, "village"), values))
        seen.setdefault(key, row + 1)
        findings.extend(_contradictions(heading, row, name, counts))
        read.append(VillageRow(row + 1, name, counts))
    if findings:
        raise KnownError(
            "workbook-has-faults", findings=tuple(findings), file=path.name, faults=len(findings), villages=len(read)
        )
    return tuple(read)


def _find_heading(sheets: tuple[Sheet, ...], words: VillageWorkbookWords, path: Path) -> _Heading:
    known = {fold(title): field for field, titles in words.columns.items() for title in titles}
    best: _Heading | None = None
    for sheet in sheets:
        for row in range(min(len(sheet.rows), _HEADING_ROWS_SEARCHED)):
            for depth in (1, 2, 3):
                columns = _recognised(sheet, row, depth, known)
                enough = "village" in columns and len(columns) > 1
                if enough and (best is None or len(columns) > len(best.columns)):
                    best = _Heading(sheet, row + depth, columns)
    if best is None:
        raise KnownError("workbook-without-headings", file=path.name)
    return best


def _recognised(sheet: Sheet, row: int, depth: int, known: Mapping[str, str]) -> dict[str, int]:
    """Match headings of one to three lines; a merged heading reaches over the empty cells to its right."""
    lines: list[list[str]] = []
    width = max((len(cells) for cells in sheet.rows[row : row + depth]), default=0)
    for line in range(depth):
        titles = [cell_text(sheet.cell(row + line, column)) for column in range(width)]
        lines.append(titles)
    columns: dict[str, int] = {}
    for column in range(width):
        own = [lines[line][column] for line in range(depth)]
        above = [_reaching(lines[line], column) for line in range(depth - 1)]
        candidates = [own[-1], " ".join(part for part in (*above, own[-1]) if part)]
        if not own[-1]:
            candidates = [next((title for title in reversed(own) if title), "")]
        field = next((known[fold(title)] for title in candidates[::-1] if fold(title) in known), None)
        if field is not None and field not in columns:
            columns[field] = column
    return columns


def _reaching(titles: list[str], column: int) -> str:
    return next((title for title in reversed(titles[: column + 1]) if title), "")


def _village_rows(heading: _Heading, words: VillageWorkbookWords) -> Iterator[tuple[int, str]]:
    totals = {fold(word) for word in words.words["total_line"]}
    for row in range(heading.first_row, len(heading.sheet.rows)):
        name = cell_text(heading.sheet.cell(row, heading.columns["village"]))
        figures = [heading.sheet.cell(row, column) for field, column in heading.columns.items() if field != "village"]
        is_total = fold(name) in totals or fold(name).startswith(("tong ", "tong:", "cong ", "cong:"))
        is_number_row = name.isdecimal() or len(name) == 1
        if name and not is_total and not is_number_row and any(cell is not None for cell in figures):
            yield row, name


def _column_styles(heading: _Heading, rows: list[int]) -> dict[str, NumberStyle]:
    styles = {}
    for field, column in heading.columns.items():
        texts = [cell for row in rows if isinstance(cell := heading.sheet.cell(row, column), str)]
        styles[field] = decide_style(texts, ColumnKind.COUNT).style
    return styles


def _counts(heading: _Heading, row: int, styles: Mapping[str, NumberStyle], findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for field, column in heading.columns.items():
        cell = heading.sheet.cell(row, column)
        if field == "village" or cell is None:
            continue
        place = heading.place(row, field)
        count = _whole_number(cell, styles[field])
        if count is None:
            findings.append(Finding("count-not-a-number", Severity.ERROR, place, {"text": cell_text(cell)}))
        elif count < 0:
            findings.append(Finding("count-negative", Severity.ERROR, place, {"text": str(count)}))
        else:
            counts[field] = count
    return counts


def _whole_number(cell: Cell, style: NumberStyle) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    if isinstance(cell, str):
        number = read_number(cell, style)
        return int(number) if number is not None and number == number.to_integral_value() else None
    return None


def _contradictions(heading: _Heading, row: int, name: str, counts: Mapping[str, int]) -> Iterator[Finding]:
    pairs = (
        ("poor", "households", "poor-exceeds-households"),
        ("near_poor", "households", "near-poor-exceeds-households"),
        ("ethnic_minority_poor", "poor", "minority-poor-exceeds-poor"),
    )
    for part, whole, code in pairs:
        if part in counts and whole in counts and counts[part] > counts[whole]:
            values: dict[str, Value] = {"village": name, "part": counts[part], "whole": counts[whole]}
            yield Finding(code, Severity.ERROR, heading.place(row, part), values)
