"""A workbook of villages with their residents, poor and near-poor, read whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from povertydesk.exchange.faulty_cells import FaultyCell
from povertydesk.exchange.heading_search import HeadingWords, find_heading, is_number_row
from povertydesk.exchange.unit_lines import CommuneWords, UnitColumns, UnitLines, find_units
from povertydesk.exchange.workbook import cell_text, read_sheets
from povertydesk.poverty.number_reading import (
    BEYOND_ANY_COUNT,
    ColumnKind,
    NumberStyle,
    decide_style,
    has_too_many_digits,
    read_count,
)
from povertydesk.poverty.parts import excesses
from povertydesk.poverty.problems import Finding, KnownError, Severity, Value
from povertydesk.poverty.vietnamese import fold

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.exchange.heading_search import Heading
    from povertydesk.exchange.workbook import Cell
    from povertydesk.poverty.problems import Place

NAME, GROUP = "village", "unit_group"

_WORDS = frozenset({NAME, GROUP})
_TOTAL_WORDS = frozenset({"tổng", "cộng"})


class VillageWorkbookWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The headings by which columns are recognised, those that add no meaning, and the names of total lines.

    `unit_headings` are those of the unit that a commune stands under, in a receiving office's list: `unit_or_commune`
    may be either, a unit's only beside a column of communes. `commune_words` begin the name of a commune.
    """

    columns: dict[str, tuple[str, ...]]
    neutral_headings: tuple[str, ...]
    total_lines: tuple[str, ...]
    unit_headings: tuple[str, ...] = ()
    unit_or_commune: tuple[str, ...] = ()
    commune_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VillageRow:
    """One village of the workbook; counts it does not give are absent.

    `group` is the unit of a receiving office's commune, empty where the workbook tells none.
    """

    row: int
    name: str
    counts: Mapping[str, int]
    group: str = ""


class VillageBook(NamedTuple):
    """The villages of a workbook, and what of it wants a look though it can be taken."""

    rows: tuple[VillageRow, ...]
    findings: tuple[Finding, ...] = ()


def load_words(path: Path) -> VillageWorkbookWords:
    """Read the headings the program recognises; a file that offices broke in editing is refused."""
    try:
        return msgspec.toml.decode(path.read_text(encoding="utf-8"), type=VillageWorkbookWords)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise KnownError("template-broken", file=path.name, detail=str(error)) from error


def read_villages(
    path: Path,
    words: VillageWorkbookWords,
    known: Mapping[str, Mapping[str, int | None]] = MappingProxyType({}),
    *,
    in_units: bool = False,
) -> VillageBook:
    """Read the villages of a workbook. Any fault refuses the whole, with every fault's sheet, row and column.

    `known` are the counts that stay where the workbook is blank, by the village's name in `casefold`; what contradicts
    only together with them is a fault, too. `in_units` also reads the units of a receiving office's communes, from a
    column of their own or from the lines that stand above the communes.
    """
    heading = _heading(path, words, in_units=in_units)
    totals = set(_total_rows(heading, words))
    units = UnitLines({}, {})
    if in_units:
        columns = UnitColumns(heading.columns[NAME], _count_columns(heading), heading.columns.get(GROUP))
        units = find_units(heading, columns, totals, CommuneWords(words.commune_words, known))
    totals |= units.names.keys()
    rows = tuple(_village_rows(heading, totals))
    if not rows:
        raise KnownError("workbook-without-villages", file=path.name, sheet=heading.sheet.name)
    styles = {field: _column_style(heading, field, rows) for field in heading.columns if field not in _WORDS}
    findings: list[Finding] = []
    read: list[VillageRow] = []
    first_rows: dict[str, int] = {}
    for row in rows:
        name = heading.sheet.text(row, heading.columns[NAME])
        counts = _counts(heading, row, styles, findings)
        findings.extend(_name_faults(heading, row, name, first_rows))
        findings.extend(_contradictions(heading, row, name, counts, known.get(name.casefold(), {})))
        read.append(VillageRow(row + 1, name, counts, units.unit_of.get(row, "")))
    if findings:
        raise KnownError(
            "workbook-has-faults", findings=tuple(findings), file=path.name, faults=len(findings), villages=len(read)
        )
    return VillageBook(tuple(read), tuple(_wrong_totals(heading, sorted(totals), units, styles, read)))


def _heading(path: Path, words: VillageWorkbookWords, *, in_units: bool) -> Heading:
    """Find the headings; where communes stand in units, with the column of units where there is one."""
    sheets = read_sheets(path)
    usual = words.columns | ({GROUP: words.unit_headings} if in_units else {})
    if in_units:
        either = frozenset(words.unit_or_commune)
        names = tuple(title for title in words.columns[NAME] if title not in either)
        apart = words.columns | {NAME: names, GROUP: (*words.unit_headings, *words.unit_or_commune)}
        try:
            heading = find_heading(sheets, HeadingWords(apart, words.neutral_headings, subject=NAME), path.name)
        except KnownError as error:
            if error.code != "workbook-without-headings":
                raise
        else:
            if GROUP in heading.columns:
                return heading
    return find_heading(sheets, HeadingWords(usual, words.neutral_headings, subject=NAME), path.name)


def _count_columns(heading: Heading) -> list[int]:
    return [column for field, column in heading.columns.items() if field not in _WORDS]


def _village_rows(heading: Heading, totals: set[int]) -> Iterator[int]:
    """Find the lines below the headings that hold figures of a village: neither totals nor the numbers of columns."""
    sheet = heading.sheet
    counts = _count_columns(heading)
    numbered = False
    for row in range(heading.first_row, len(sheet.rows)):
        figures = [cell for column in counts if (cell := sheet.cell(row, column)) is not None]
        if not figures or row in totals:
            continue
        if not numbered:
            numbered = True
            if is_number_row(sheet, row):
                continue
        # Formulas filled down below the table show 0 or an error on lines that name nobody.
        if sheet.cell(row, heading.columns[NAME]) or any(not isinstance(cell, FaultyCell) and cell for cell in figures):
            yield row


def _total_rows(heading: Heading, words: VillageWorkbookWords) -> Iterator[int]:
    """Find the lines below the headings that are totals."""
    sheet = heading.sheet
    totals = {fold(line) for line in words.total_lines}
    # "Tổng cộng" often stands in the cells before the name's, merged over both.
    names = range(heading.columns[NAME] + 1)
    for row in range(heading.first_row, len(sheet.rows)):
        if any(_is_total(sheet.text(row, column), totals) for column in names):
            yield row


def _wrong_totals(
    heading: Heading,
    lines: Sequence[int],
    units: UnitLines,
    styles: Mapping[str, NumberStyle],
    read: Sequence[VillageRow],
) -> Iterator[Finding]:
    """Find totals that are neither those of all villages nor of the ones up to the next total line on either side.

    The line of a unit may also be the sum of its communes.
    """
    for before, row, after in zip([-1, *lines], lines, [*lines[1:], len(heading.sheet.rows)], strict=False):
        for field, column in heading.columns.items():
            counts = {one.row - 1: one.counts[field] for one in read if field in one.counts}
            declared = None if field in _WORDS else _whole_number(heading.sheet.cell(row, column), styles[field])
            if declared is None or not counts:
                continue
            above = sum(count for line, count in counts.items() if before < line < row)
            below = sum(count for line, count in counts.items() if row < line < after)
            total = sum(counts.values())
            unit = units.names.get(row)
            members = sum(count for line, count in counts.items() if unit and units.unit_of.get(line) == unit)
            if declared not in {total, above, below, members}:
                values: dict[str, Value] = {"declared": declared, "total": total}
                yield Finding("total-line-differs", Severity.WARNING, heading.place(row, field), values)


def names_total(text: str, words: VillageWorkbookWords) -> bool:
    """Say whether a cell names the total of a table."""
    return _is_total(text, {fold(title) for title in words.total_lines})


def _is_total(text: str, totals: set[str]) -> bool:
    # By accents: "Cống" and "Tòng" begin the names of places.
    return text.casefold().partition(" ")[0].rstrip(":") in _TOTAL_WORDS or fold(text).rstrip(":") in totals


def _column_style(heading: Heading, field: str, rows: tuple[int, ...]) -> NumberStyle:
    cells = (heading.sheet.cell(row, heading.columns[field]) for row in rows)
    return decide_style([cell for cell in cells if isinstance(cell, str)], ColumnKind.COUNT).style


def _counts(heading: Heading, row: int, styles: Mapping[str, NumberStyle], findings: list[Finding]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for field, column in heading.columns.items():
        cell = heading.sheet.cell(row, column)
        if isinstance(cell, FaultyCell):
            findings.append(_unreadable(cell, heading.place(row, field)))
            continue
        if field in _WORDS or cell is None:
            continue
        count = _whole_number(cell, styles[field])
        code = _count_fault(cell, count)
        if code is not None:
            findings.append(Finding(code, Severity.ERROR, heading.place(row, field), {"text": cell_text(cell)}))
        elif count is not None:
            counts[field] = count
    return counts


def _unreadable(cell: FaultyCell, place: Place) -> Finding:
    if cell.text:
        return Finding("cell-shows-error", Severity.ERROR, place, {"text": cell.text})
    return Finding("cell-not-calculated", Severity.ERROR, place)


def _count_fault(cell: Cell, count: int | None) -> str | None:
    """Return the code of what keeps a cell from being a count."""
    if count is None:
        too_long = isinstance(cell, str) and has_too_many_digits(cell)
        return "count-too-large" if too_long else "count-not-a-number"
    if count >= BEYOND_ANY_COUNT:
        return "count-too-large"
    return "count-negative" if count < 0 else None


def _whole_number(cell: Cell, style: NumberStyle) -> int | None:
    match cell:
        case bool():
            return None
        case int():
            return cell
        case str():
            return read_count(cell, style)
        case _:
            return None


def _name_faults(heading: Heading, row: int, name: str, first_rows: dict[str, int]) -> Iterator[Finding]:
    place = heading.place(row, NAME)
    if isinstance(heading.sheet.cell(row, heading.columns[NAME]), FaultyCell):
        return
    if not name:
        yield Finding("village-without-name", Severity.ERROR, place)
    elif name.casefold() in first_rows:
        values: dict[str, Value] = {"village": name, "row": row + 1, "first_row": str(first_rows[name.casefold()])}
        yield Finding("village-twice", Severity.ERROR, place, values)
    else:
        first_rows[name.casefold()] = row + 1


def _contradictions(
    heading: Heading, row: int, name: str, counts: Mapping[str, int], known: Mapping[str, int | None]
) -> Iterator[Finding]:
    """Find what the line contradicts, in itself or together with what is known of the village besides."""
    for excess in excesses({**known, **counts}):
        given = next((field for field in (*reversed(excess.parts), excess.whole) if field in counts), None)
        if given is not None:
            values: dict[str, Value] = {"village": name, "part": excess.part_count, "whole": excess.whole_count}
            yield Finding(excess.code, Severity.ERROR, heading.place(row, given), values)
