"""Figures of the years before the file: typed, pasted, or taken from the official tables that were handed in then."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk import paths
from povertydesk.poverty.area import VillageFigures
from povertydesk.poverty.former_year import shown_numbers
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_text import format_date
from povertydesk.poverty.parts import excesses
from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.store import former_tables, signing, villages
from povertydesk.workflow.typed_counts import read_counts

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from povertydesk.poverty.area import Village
    from povertydesk.poverty.former_year import FormerTable
    from povertydesk.poverty.official_table import OfficialTable
    from povertydesk.poverty.problems import Value
    from povertydesk.workflow.changes import Changes
    from povertydesk.workflow.desk import Desk

MOST_YEARS = 10
FORMER_FIELDS = ("households", "people", "poor", "poor_people", "near_poor", "near_poor_people")
"""What a commune knows of each village at the beginning of a former year."""

PLANNED_FIELDS = frozenset({"households", "people", "poor", "near_poor", "ethnic_minority_poor"})
"""Figures of a village that stand in the year's plan, and that its signing fixes."""

_PEOPLE = Counted.PEOPLE
_OF_THE_YEAR = {
    "households": ((1, "1", Counted.HOUSEHOLDS), (12, "1", Counted.HOUSEHOLDS), (13, "1", Counted.HOUSEHOLDS)),
    "people": ((1, "2", Counted.HOUSEHOLDS), (12, "5", Counted.HOUSEHOLDS), (13, "5", Counted.HOUSEHOLDS)),
    "kinh_households": ((12, "2", Counted.HOUSEHOLDS),),
    "kinh_people": ((12, "6", Counted.HOUSEHOLDS),),
    "ethnic_minority_households": ((12, "3", Counted.HOUSEHOLDS),),
    "ethnic_minority_people": ((12, "7", Counted.HOUSEHOLDS),),
    "local_minority_households": ((12, "4", Counted.HOUSEHOLDS),),
    "local_minority_people": ((12, "8", Counted.HOUSEHOLDS),),
    "poor": ((2, "1", Counted.HOUSEHOLDS),),
    "poor_people": ((2, "1", _PEOPLE),),
    "near_poor": ((3, "1", Counted.HOUSEHOLDS),),
    "near_poor_people": ((3, "1", _PEOPLE),),
}
_OF_THE_NEXT_YEAR = {
    "poor": ((1, "3", Counted.HOUSEHOLDS), (2, "9", Counted.HOUSEHOLDS), (12, "9", Counted.HOUSEHOLDS)),
    "poor_people": ((1, "9", Counted.HOUSEHOLDS), (2, "9", _PEOPLE), (12, "16", Counted.HOUSEHOLDS)),
    "near_poor": ((1, "5", Counted.HOUSEHOLDS), (3, "9", Counted.HOUSEHOLDS), (13, "9", Counted.HOUSEHOLDS)),
    "near_poor_people": ((1, "11", Counted.HOUSEHOLDS), (3, "9", _PEOPLE), (13, "16", Counted.HOUSEHOLDS)),
    "ethnic_minority_poor": ((12, "11", Counted.HOUSEHOLDS),),
}
"""Which printed figures are figures of the villages; what a year closes with, the next one opens with."""


class FormerEntry(NamedTuple):
    """A text typed or pasted for a village, a former year and one of `FORMER_FIELDS`; an empty one clears it."""

    village_id: str
    year: int
    field: str
    text: str


class _Printed(NamedTuple):
    """A printed figure of a village, with the table and column it stands in."""

    value: int
    number: int
    column: str


class FormerSeries(NamedTuple):
    """What each village opened former years with, the latest year first, and which tables the file holds of them.

    `signed` tells since when the plan of a year is signed, where it is.
    """

    years: tuple[int, ...]
    rows: tuple[tuple[Village, Mapping[int, VillageFigures]], ...]
    tables: Mapping[int, tuple[int, ...]]
    signed: Mapping[int, datetime.date]


def read_series(desk: Desk, before: int) -> FormerSeries:
    """Read the ten years before a year, village by village in the office's order."""
    years = tuple(range(before - 1, before - 1 - MOST_YEARS, -1))
    known = {year: {one.village_id: one for one in villages.list_figures(desk.engine, year)} for year in years}
    rows = tuple(
        (one, {year: known[year].get(one.id) or VillageFigures(one.id, year) for year in years})
        for one in villages.list_villages(desk.engine)
    )
    held = former_tables.list_former_years(desk.engine)
    signings = {year: signing.signed_on(desk.engine, year) for year in years}
    return FormerSeries(
        years,
        rows,
        tables={year: numbers for year, numbers in held.items() if year in years},
        signed={year: day for year, day in signings.items() if day is not None},
    )


def enter_former_figures(desk: Desk, entries: Sequence[FormerEntry]) -> Changes:
    """Keep opening figures of former years as one operation, all or none.

    Refused: `entries-refused` with a finding for each faulty cell (its place naming village key, year and field),
    `former-year-not-before` for a year that has not begun, and `plan-signed` for one whose plan fixes its figures.
    """
    columns: dict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    for village_id, year, field, text in entries:
        columns[year, field][village_id] = text
    years = sorted({year for year, _ in columns})
    for year in years:
        _require_former(desk, year)
    for year in sorted({year for year, field in columns if field in PLANNED_FIELDS}):
        signing.require_not_signed(desk.engine, year)
    findings: list[Finding] = []
    counts: dict[int, dict[str, dict[str, int | None]]] = {year: defaultdict(dict) for year in years}
    for (year, field), cells in columns.items():
        if field not in FORMER_FIELDS:
            message = f"no figure of a former year is called {field}"
            raise ValueError(message)
        read, of_year = read_counts(tuple(cells.values())), counts[year]
        for village_id, typed in cells.items():
            text, count, fault = read[typed]
            if fault is None:
                of_year[village_id][field] = count
            else:
                place = Place(village=village_id, year=year, field=field)
                findings.append(Finding(fault, Severity.ERROR, place, {"text": text}))
    if findings:
        raise KnownError("entries-refused", findings=tuple(findings), faults=len(findings))
    cell_count = sum(map(len, columns.values()))
    with desk.operation("enter-former-figures", cells=cell_count, years=", ".join(map(str, years))) as act:
        villages.write_all_figures(
            act.writer,
            {(village_id, year): known for year, of_year in counts.items() for village_id, known in of_year.items()},
        )
    return act.changes


def import_former_tables(desk: Desk, year: int, workbook: Path) -> Changes:
    """Take the official tables 1-13 of a former year from a workbook as they are printed.

    Tables of the same number are replaced. Figures of the villages that were blank are filled: residents and opening
    of the year, and the opening of the next one; what a signed plan fixes stays blank, and a finding says so. The
    changes hold a finding for each identity that the copy breaks, and for each figure that the file knows otherwise
    and keeps. Refused: `former-year-not-before`, faults of the
    workbook, and years that no law covers.
    """
    from povertydesk.exchange.official_table_workbook import read_official_tables  # noqa: PLC0415 - only when asked

    _require_former(desk, year)
    places = {one.name: one.id for one in villages.list_villages(desk.engine)}
    if not places:
        raise KnownError("former-without-villages")
    layouts = _layouts(desk, year)
    book = read_official_tables(workbook, layouts, tuple(places))
    if not desk.read_only:
        from povertydesk.workflow.back_up import back_up  # noqa: PLC0415 - only where something is written

        back_up(desk, "import")
    found = [*_identities(year, book.tables, layouts), *_missing(book.tables, places, year)]
    if book.not_calculated:
        values: dict[str, Value] = {"cells": book.not_calculated, "file": workbook.name}
        found.append(Finding("former-cells-not-calculated", Severity.NOTE, Place(year=year), values))
    numbers = shown_numbers([table.number for table in book.tables])
    with desk.operation("import-former-tables", year=year, tables=numbers, file=workbook.name) as act:
        former_tables.replace_former_tables(desk.engine, act.writer, year, book.tables, places)
        for of_year, sources in ((year, _OF_THE_YEAR), (year + 1, _OF_THE_NEXT_YEAR)):
            signed_on = signing.signed_on(desk.engine, of_year)
            kept_blank = 0
            known = {one.village_id: one for one in villages.list_figures(desk.engine, of_year)}
            for name, key in places.items():
                printed = _printed(book.tables, name, sources)
                blank = _fillable(known.get(key, VillageFigures(key, of_year)), printed)
                for field in PLANNED_FIELDS & blank.keys() if signed_on is not None else ():
                    del blank[field]
                    kept_blank += 1
                if blank:
                    villages.write_figures(act.writer, key, of_year, blank)
            if signed_on is not None and kept_blank:
                values = {"cells": kept_blank, "date": format_date(signed_on)}
                found.append(Finding("former-figures-signed", Severity.NOTE, Place(year=of_year), values))
    found += _differing(desk, year, book.tables)
    return act.changes._replace(findings=tuple(found))


def remove_former_tables(desk: Desk, year: int) -> Changes:
    """Remove the copies of a former year's tables; the villages keep their figures."""
    with desk.operation("remove-former-tables", year=year) as act:
        former_tables.remove_former_tables(desk.engine, act.writer, year)
    return act.changes


def read_former_tables(desk: Desk, year: int) -> tuple[FormerTable, ...]:
    """Read the tables of a former year as they were printed, by number."""
    return former_tables.list_former_tables(desk.engine, year)


def former_findings(desk: Desk, year: int | None = None) -> tuple[Finding, ...]:
    """Check the copies of a former year, or of all: formulas, totals, repeated figures, and the villages' own ones."""
    held = former_tables.list_former_years(desk.engine)
    found: list[Finding] = []
    for one in held if year is None else {year} & held.keys():
        tables = former_tables.list_former_tables(desk.engine, one)
        found += [*_identities(one, tables, _layouts(desk, one)), *_differing(desk, one, tables)]
    return tuple(found)


def _require_former(desk: Desk, year: int) -> None:
    present = desk.program.clock.now().year
    if year > present:
        raise KnownError("former-year-not-before", year=year, present=str(present))


def _layouts(desk: Desk, year: int) -> Mapping[int, OfficialTable]:
    from povertydesk.documents.table_layouts import Named, read_layouts  # noqa: PLC0415 - only when asked

    standard = desk.program.legislation.standard_for(year)
    indicators = [Named(one.code, one.name) for one in standard.indicators]
    return read_layouts(paths.resources("grids", "official_tables.toml"), indicators, ()).tables


def _identities(year: int, tables: Sequence[FormerTable], layouts: Mapping[int, OfficialTable]) -> tuple[Finding, ...]:
    from povertydesk.proofreading.former_tables import check_former_year  # noqa: PLC0415 - only when asked

    return check_former_year(year, tables, layouts)


def _missing(tables: Sequence[FormerTable], places: Mapping[str, str], year: int) -> Iterator[Finding]:
    for table in tables:
        left = [name for name in places if not any(line.village == name for line in table.lines)]
        for name in left:
            place = Place(village=name, year=year)
            yield Finding("former-village-missing", Severity.WARNING, place, {"number": table.number, "village": name})


def _printed(
    tables: Sequence[FormerTable], village: str, sources: Mapping[str, Sequence[tuple[int, str, Counted]]]
) -> dict[str, _Printed]:
    by_number = {table.number: table for table in tables}
    found: dict[str, _Printed] = {}
    for field, cells in sources.items():
        for number, label, counted in cells:
            line = by_number[number].line(village, counted) if number in by_number else None
            value: Decimal | None = None if line is None else line.value(label)
            if value is not None:
                found.setdefault(field, _Printed(int(value), number, label))
    return found


def _fillable(known: VillageFigures, printed: Mapping[str, _Printed]) -> dict[str, int]:
    """Return the printed figures of what is blank; parts that exceed their whole are left to a person."""
    blank = {field: one.value for field, one in printed.items() if getattr(known, field) is None}
    for excess in tuple(excesses({**known._asdict(), **blank})):
        for field in (*excess.parts, excess.whole):
            blank.pop(field, None)
    return blank


def _differing(desk: Desk, year: int, tables: Sequence[FormerTable]) -> Iterator[Finding]:
    """Name the village figures that say otherwise than the copies: what a year closes with, the next one opens with."""
    names = {one.id: one.name for one in villages.list_villages(desk.engine)}
    for of_year, sources in ((year, _OF_THE_YEAR), (year + 1, _OF_THE_NEXT_YEAR)):
        for figures in villages.list_figures(desk.engine, of_year):
            village = names[figures.village_id]
            for field, printed in _printed(tables, village, sources).items():
                kept = getattr(figures, field)
                if kept is not None and kept != printed.value:
                    values: dict[str, Value] = {
                        "village": village,
                        "number": printed.number,
                        "column": printed.column,
                        "printed": printed.value,
                        "kept": kept,
                        "year": year,
                        "of_year": str(of_year),
                    }
                    place = Place(village=village, year=of_year, field=field)
                    yield Finding("former-differs-from-figures", Severity.WARNING, place, values)
