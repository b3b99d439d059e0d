"""What must hold in the official tables of a former year: formulas, totals, and figures that several tables repeat."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_text import format_rate
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from povertydesk.poverty.former_year import FormerFigure, FormerLine, FormerTable
    from povertydesk.poverty.official_table import OfficialTable, TableColumn
    from povertydesk.poverty.problems import Value


class _Cell(NamedTuple):
    """A column of a table, in the line of households or of people."""

    table: int
    label: str
    counted: Counted = Counted.HOUSEHOLDS


def _cell(written: str) -> _Cell:
    number, _, label = written.partition(":")
    return _Cell(int(number), label.removesuffix("p"), Counted.PEOPLE if label.endswith("p") else Counted.HOUSEHOLDS)


_PEOPLE = Counted.PEOPLE
_SAME = tuple(
    tuple(map(_cell, cells.split()))
    for cells in (
        "1:3 2:9 4:C 5:C 8:1 9:1.0 10:C 12:9",
        "1:5 3:9 6:C 7:C 8:6 9:2.0 10:D 13:9",
        "1:9 2:9p 8:1p 9:1.0p 12:16",
        "1:11 3:9p 8:6p 9:2.0p 13:16",
        "1:1 12:1 13:1",
        "1:2 12:5 13:5",
        "2:2 3:5",
        "2:5 3:3",
        "2:2p 3:5p",
        "2:5p 3:3p",
        "12:10 9:1.1",
        "12:11 8:2 9:1.2",
        "12:14 8:3",
        "12:13 8:4",
        "12:17 9:1.1p",
        "12:18 8:2p 9:1.2p",
        "13:10 9:2.1",
        "13:11 8:7 9:2.2",
        "13:14 8:8",
        "13:13 8:9",
        "13:17 9:2.1p",
        "13:18 8:7p 9:2.2p",
    )
)
"""Figures that several tables print, `p` in the line of people; where the first is missing, the next speaks for it."""
_PEOPLE_OF = {1: (("1", "2"), ("3", "9"), ("5", "11"), ("7", "13"))} | dict.fromkeys(
    (12, 13), (("1", "5"), ("2", "6"), ("3", "7"), ("4", "8"), ("9", "16"), ("10", "17"), ("11", "18"), ("12", "19"))
)
"""Columns of households and of people that stand side by side in tables without two lines."""
_OF_WHOLE = (
    ("4", "3"), ("8", "7"), ("9", "1"), ("10", "2"), ("11", "3"), ("12", "11"), ("12", "4"), ("13", "9"), ("14", "9"),
    ("15", "9"), ("16", "5"), ("17", "6"), ("18", "7"), ("19", "18"), ("19", "8"),
)  # fmt: skip
_PARTS = {
    1: (("3", "1"), ("5", "1"), ("7", "1"), ("9", "2"), ("11", "2"), ("13", "2")),
    **dict.fromkeys((4, 6), tuple((str(number), "C") for number in range(1, 13))),
    8: (("2", "1"), ("3", "1"), ("4", "1"), ("5", "1"), ("7", "6"), ("8", "6"), ("9", "6"), ("10", "6")),
    9: tuple(
        (f"{half}.{part}", f"{half}.{whole}")
        for half in (1, 2)
        for part, whole in (("1", "0"), ("2", "0"), ("2.1", "2"))
    ),
    10: tuple((f"{number}a", "C" if number < 9 else "D") for number in range(1, 17)),
    11: (("2", "1"), ("3", "1"), ("4", "1"), ("6", "5"), ("7", "5"), ("8", "5")),
    12: _OF_WHOLE,
    13: _OF_WHOLE,
}
"""Columns that count some of what another column counts."""
_TOGETHER = {1: ((("3", "5", "7"), "1"), (("9", "11", "13"), "2"))}
"""Columns that together count some of what another column counts."""
_ACROSS = tuple(
    (tuple(map(_cell, parts.split())), _cell(whole))
    for parts, whole in (
        ("11:1", "1:9"),
        ("11:5", "1:11"),
        ("12:9 13:9", "12:1"),
        ("12:10 13:10", "12:2"),
        ("12:11 13:11", "12:3"),
        ("12:12 13:12", "12:4"),
        ("12:16 13:16", "12:5"),
        ("12:17 13:17", "12:6"),
        ("12:18 13:18", "12:7"),
        ("12:19 13:19", "12:8"),
    )
)
"""Columns of several tables that together count some of what a column of another counts."""
_SHARES = {5: 4, 7: 6}
"""Tables of rates, and the tables that count the same indicators."""
_CAUSES = 10
"""The table whose rates (1b) stand beside their counts (1a)."""
_OPENING, _CLOSING = "1", "9"


def check_former_year(
    year: int, tables: Sequence[FormerTable], layouts: Mapping[int, OfficialTable]
) -> tuple[Finding, ...]:
    """Return every identity that the tables of a former year break, with the printed and the right figure."""
    found: list[Finding] = []
    for table in tables:
        checker = _Checker(year, table, layouts[table.number])
        found += checker.findings()
    by_number = {table.number: table for table in tables}
    found += _shares(year, by_number, layouts)
    found += _repeated_figures(year, by_number)
    found += _parts_across(year, by_number)
    return tuple(found)


class _Checker:
    """Checks the lines of one table against each other."""

    def __init__(self, year: int, table: FormerTable, layout: OfficialTable) -> None:
        self._year = year
        self._table = table
        self._layout = layout

    def findings(self) -> Iterator[Finding]:
        for line in self._table.lines:
            for column in self._layout.columns:
                yield from self._rate(line, column)
                yield from self._sum(line, column)
            yield from self._parts(line)
            yield from self._people(line)
        yield from self._totals()
        yield from self._repeated_columns()

    def _rate(self, line: FormerLine, column: TableColumn) -> Iterator[Finding]:
        printed = line.figures.get(column.label)
        rate_of = column.rate_of
        if rate_of is None and column.base and self._table.number == _CAUSES:
            rate_of = (column.label.replace("b", "a"), column.base)
        if printed is None or rate_of is None:
            return
        part, base = (line.value(label) for label in rate_of)
        if part is None:
            return
        if not base or part > base:
            if printed.value:
                values = {"printed": format_rate(printed.value), "base": None if base is None else int(base)}
                yield self._finding("former-rate-without-base", line, column.label, printed, values)
        elif not _same_rate(printed.value, part, base):
            values = {"printed": format_rate(printed.value), "right": format_rate(_rate(part, base))}
            yield self._finding("former-rate-wrong", line, column.label, printed, values)

    def _sum(self, line: FormerLine, column: TableColumn) -> Iterator[Finding]:
        printed = line.figures.get(column.label)
        if printed is None or not column.sum_of or column.formula_may_differ:
            return
        terms = [(sign, line.value(label)) for sign, label in column.sum_of]
        known = [sign * value for sign, value in terms if value is not None]
        if len(known) == len(terms) and sum(known) != printed.value:
            values: dict[str, Value] = {"printed": int(printed.value), "right": int(sum(known))}
            yield self._finding("former-sum-wrong", line, column.label, printed, values)

    def _parts(self, line: FormerLine) -> Iterator[Finding]:
        for part, whole in _PARTS.get(self._table.number, ()):
            printed, limit = line.figures.get(part), line.value(whole)
            if printed is not None and limit is not None and printed.value > limit:
                values: dict[str, Value] = {"printed": int(printed.value), "whole": whole, "right": int(limit)}
                yield self._finding("former-part-exceeds", line, part, printed, values)
        for parts, whole in _TOGETHER.get(self._table.number, ()):
            limit, known = line.value(whole), [one for part in parts if (one := line.figures.get(part)) is not None]
            added_up = sum(one.value for one in known)
            if limit is not None and added_up > limit >= max(one.value for one in known):
                values = {"printed": int(added_up), "whole": whole, "right": int(limit)}
                yield self._finding("former-part-exceeds", line, " + ".join(parts), known[-1], values)

    def _people(self, line: FormerLine) -> Iterator[Finding]:
        pairs = [(one, line.value(homes), line.figures.get(one)) for homes, one in self._pairs()]
        if line.counted is _PEOPLE:
            of_homes = self._table.line(line.village)
            pairs = [(label, of_homes.value(label), one) for label, one in line.figures.items() if of_homes is not None]
        for label, homes, people in pairs:
            if homes and people is not None and people.value < homes:
                values: dict[str, Value] = {"printed": int(people.value), "households": int(homes)}
                yield self._finding("former-fewer-people", line, label, people, values)

    def _pairs(self) -> tuple[tuple[str, str], ...]:
        return _PEOPLE_OF.get(self._table.number, ())

    def _totals(self) -> Iterator[Finding]:
        for total in (line for line in self._table.lines if line.village is None):
            members = [one for one in self._table.lines if one.village is not None and one.counted is total.counted]
            for label, printed in total.figures.items():
                column = next((one for one in self._layout.columns if one.label == label), None)
                known = [value for one in members if (value := one.value(label)) is not None]
                if column is None or column.kind is CellKind.RATE or len(known) < len(members) or not members:
                    continue
                # Who moves from one village to another is in "other" (khác) of both, and of the whole in none.
                moved_within = column.flow is not None and column.flow.part.startswith("other")
                if printed.value > sum(known) or (printed.value < sum(known) and not moved_within):
                    values: dict[str, Value] = {"printed": int(printed.value), "right": int(sum(known))}
                    yield self._finding("former-total-wrong", total, label, printed, values)

    def _repeated_columns(self) -> Iterator[Finding]:
        """Name a closing that only repeats the opening although the moves between them do not cancel out."""
        if self._table.number not in {2, 3}:
            return
        closing = next(column for column in self._layout.columns if column.label == _CLOSING)
        lines = [line for line in self._table.lines if line.value(_OPENING) and line.village is not None]
        same = [line for line in lines if line.value(_OPENING) == line.value(_CLOSING)]
        wrong = [line for line in same if any(True for _ in self._sum(line, closing))]
        if len(lines) > 1 and len(same) == len(lines) and wrong:
            values: dict[str, Value] = {"number": self._table.number, "first": _OPENING, "second": _CLOSING}
            place = wrong[0].figures[_CLOSING].place._replace(row=None, village=None)
            yield Finding("former-columns-repeated", Severity.WARNING, place._replace(year=self._year), values)

    def _finding(
        self, code: str, line: FormerLine, label: str, printed: FormerFigure, values: Mapping[str, Value]
    ) -> Finding:
        return _finding(code, self._year, self._table.number, line, label, printed, values)


def _shares(year: int, tables: Mapping[int, FormerTable], layouts: Mapping[int, OfficialTable]) -> Iterator[Finding]:
    """Hold the rates of tables 5 and 7 against the counts of tables 4 and 6."""
    for rates, counts in _SHARES.items():
        if rates not in tables or counts not in tables:
            continue
        labels = [column.label for column in layouts[rates].columns if column.kind is CellKind.RATE]
        for line in tables[rates].lines:
            counted = tables[counts].line(line.village)
            base = None if counted is None else counted.value("C")
            for label in labels if counted is not None else ():
                printed, part = line.figures.get(label), counted.value(label) if counted else None
                if printed is not None and part is not None and base and not _same_rate(printed.value, part, base):
                    values = {"printed": format_rate(printed.value), "right": format_rate(_rate(part, base))}
                    yield _finding("former-rate-wrong", year, rates, line, label, printed, values)


def _repeated_figures(year: int, tables: Mapping[int, FormerTable]) -> Iterator[Finding]:
    for same in _SAME:
        present = [cell for cell in same if cell.table in tables]
        if len(present) < 2:
            continue
        leading, *following = present
        for line in tables[leading.table].lines:
            right = line.value(leading.label)
            if line.counted is not leading.counted or right is None:
                continue
            for cell in following:
                other = tables[cell.table].line(line.village, cell.counted)
                printed = None if other is None else other.figures.get(cell.label)
                if other is not None and printed is not None and printed.value != right:
                    values: dict[str, Value] = {
                        "printed": int(printed.value),
                        "right": int(right),
                        "other_number": leading.table,
                        "other_column": leading.label,
                    }
                    yield _finding("former-tables-differ", year, cell.table, other, cell.label, printed, values)


def _parts_across(year: int, tables: Mapping[int, FormerTable]) -> Iterator[Finding]:
    """Name what counts more than its whole in another table: children of poor people, poor and near-poor together."""
    for parts, whole in _ACROSS:
        if not tables.keys() >= {whole.table, *(part.table for part in parts)}:
            continue
        for line in tables[whole.table].lines:
            limit = line.value(whole.label)
            own = [tables[part.table].line(line.village) for part in parts]
            values = [None if one is None else one.value(part.label) for one, part in zip(own, parts, strict=True)]
            known, last = [value for value in values if value is not None], own[-1]
            if limit is None or last is None or len(known) < len(parts):
                continue
            # Where one of two is too much by itself, it is told beside its own whole.
            if sum(known) > limit and (len(parts) == 1 or limit >= max(known)):
                code = "former-part-exceeds-across" if len(parts) == 1 else "former-parts-exceed-across"
                told: dict[str, Value] = {
                    "printed": int(sum(known)),
                    "right": int(limit),
                    "other_number": whole.table,
                    "other_column": whole.label,
                    "first_number": parts[0].table,
                    "first_column": parts[0].label,
                }
                label = parts[-1].label
                yield _finding(code, year, parts[-1].table, last, label, last.figures[label], told)


def _finding(
    code: str,
    year: int,
    number: int,
    line: FormerLine,
    label: str,
    printed: FormerFigure,
    values: Mapping[str, Value],
) -> Finding:
    place: Place = printed.place._replace(year=year, village=line.village)
    named: dict[str, Value] = {"number": number, "column": label, "village": line.village or "", "year": year}
    return Finding(code, Severity.ERROR, place, named | dict(values))


def _rate(part: Decimal, base: Decimal) -> Decimal:
    return (part / base * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _same_rate(printed: Decimal, part: Decimal, base: Decimal) -> bool:
    """A rate may be printed with two decimals or with more, in percent or as Excel's fraction of a percent format."""
    exact = part / base * 100
    return any(abs(written - exact) <= Decimal("0.0051") for written in (printed, printed * 100))
