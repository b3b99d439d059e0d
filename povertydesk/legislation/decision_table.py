"""The decision table: which status follows from which comparisons, as dated data; no rule of the law is in code.

A row holds when all its comparisons do. Each holds one value of the household against one line by one of four words.
"""

from __future__ import annotations

import enum
import operator
from typing import TYPE_CHECKING, Literal

import msgspec

from povertydesk.legislation.dated import Period, check_series, period_of
from povertydesk.legislation.reading import LegislationDataError, PeriodTable, SourceTable, Table, read_file
from povertydesk.legislation.scoring import B1_CUT_OFF, B2_CUT_OFF, ScoringForm
from povertydesk.legislation.standards import MINIMUM_DEPRIVATIONS, Standard
from povertydesk.poverty.status import PovertyStatus, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from povertydesk.legislation.dated import Limit
    from povertydesk.legislation.instruments import InstrumentRegister

FILE = "classification.toml"


class Measure(enum.StrEnum):
    """What is known of a household: income in đồng a person and month, deprived indicators, points B1 and B2."""

    INCOME = "income"
    DEPRIVATIONS = "deprivations"
    B1 = "b1"
    B2 = "b2"


class Basis(enum.StrEnum):
    """Whether a table judges by the points of a form or by income."""

    POINTS = "points"
    INCOME = "income"

    @property
    def measure(self) -> Measure:
        """The value without which the table cannot be used."""
        return Measure.B1 if self is Basis.POINTS else Measure.INCOME


Relation = Literal["at_most", "above", "at_least", "below"]
Note = Literal["average-living-standard-not-verified"]

_HOLDS: dict[Relation, Callable[[int, int], bool]] = {
    "at_most": operator.le,
    "above": operator.gt,
    "at_least": operator.ge,
    "below": operator.lt,
}
_OPPOSITES: dict[Relation, Relation] = {
    "at_most": "above",
    "above": "at_most",
    "at_least": "below",
    "below": "at_least",
}


class Comparison(msgspec.Struct, frozen=True):
    """A value of the household, a word, and the name of the line it is held against."""

    measure: Measure
    relation: Relation
    line: str

    @property
    def rule(self) -> str:
        """The code under which a reason names the comparison: `income-at-most`."""
        return f"{self.measure}-{self.relation}".replace("_", "-")

    @property
    def opposite(self) -> Comparison:
        """The comparison that holds exactly when this one does not."""
        return Comparison(self.measure, _OPPOSITES[self.relation], self.line)

    def holds(self, values: Mapping[Measure, int], limits: Mapping[str, Limit]) -> bool:
        """Whether the household's value stands so to the line."""
        return _HOLDS[self.relation](values[self.measure], limits[self.line].value)


class Row(msgspec.Struct, frozen=True):
    """The status that follows when all comparisons hold, the article that says so, and a note to it."""

    status: PovertyStatus
    tests: tuple[Comparison, ...]
    note: Note | None
    source: Source
    verified: bool


class DecisionTable(msgspec.Struct, frozen=True):
    """The rows of one standard and one basis, valid for a period; the first row that holds decides."""

    standard: str
    basis: Basis
    period: Period
    rows: tuple[Row, ...]

    def first_row(self, values: Mapping[Measure, int], limits: Mapping[str, Limit]) -> Row:
        """Return the first row that holds; a table that leaves a household without a row is a mistake in the file."""
        for row in self.rows:
            if all(test.holds(values, limits) for test in row.tests):
                return row
        raise LegislationDataError(FILE, f"table {self.standard} {self.basis}", f"no row holds for {dict(values)}")


class Group(msgspec.Struct, frozen=True):
    """A group that is recognised beside the status of the household, such as workers with a low income."""

    code: str
    standard: str
    period: Period
    household_status_not: frozenset[PovertyStatus]
    tests: tuple[Comparison, ...]
    source: Source
    verified: bool


class Rules(msgspec.Struct, frozen=True):
    """All decision tables, in the order in which they are tried, and the groups beside them."""

    tables: tuple[DecisionTable, ...]
    groups: tuple[Group, ...]


class _TestTable(Table, frozen=True):
    value: Measure
    line: str
    relation: Relation = msgspec.field(name="is")


class _RowTable(Table, frozen=True, kw_only=True):
    status: PovertyStatus
    tests: list[_TestTable]
    note: Note | None = None
    source: SourceTable
    verified: bool


class _DecisionTable(PeriodTable, frozen=True, kw_only=True):
    standard: str
    basis: Basis
    row: list[_RowTable]


class _GroupTable(PeriodTable, frozen=True, kw_only=True):
    code: Literal["low_income_worker"]
    standard: str
    household_status_not: list[PovertyStatus]
    tests: list[_TestTable]
    source: SourceTable
    verified: bool


class _RulesTable(Table, frozen=True):
    table: list[_DecisionTable]
    group: list[_GroupTable]


class _Lines:
    """The lines that comparisons may name, with the days of each."""

    def __init__(self, standards: Sequence[Standard], forms: Mapping[str, ScoringForm]) -> None:
        self._standards = {standard.id: standard for standard in standards}
        self._forms = forms

    def comparisons(
        self, key: str, standard_id: str, period: Period, tests: Sequence[_TestTable]
    ) -> tuple[Comparison, ...]:
        """Return the comparisons; each line must be one of its measure and hold on every day of the period."""
        standard = self._standards.get(standard_id)
        if standard is None:
            raise LegislationDataError(FILE, f"{key}.standard", f"unknown standard {standard_id}")
        if not tests:
            raise LegislationDataError(FILE, f"{key}.tests", "a row without tests would hold for everybody")
        for place, test in enumerate(tests):
            periods = self._periods(standard, test.value).get(test.line)
            if periods is None:
                problem = f"{test.line} is no line of {standard_id} for {test.value}"
                raise LegislationDataError(FILE, f"{key}.tests[{place}].line", problem)
            check_series(FILE, f"{key}.tests[{place}].line", [period], within=periods)
        return tuple(Comparison(test.value, test.relation, test.line) for test in tests)

    def _periods(self, standard: Standard, measure: Measure) -> dict[str, list[Period]]:
        if measure is Measure.INCOME:
            return {name: [one.period for one in standard.limits[name]] for name in standard.income_lines}
        if measure is Measure.DEPRIVATIONS:
            return {MINIMUM_DEPRIVATIONS: [one.period for one in standard.limits.get(MINIMUM_DEPRIVATIONS, ())]}
        form = self._forms.get(standard.id)
        cut_off = B1_CUT_OFF if measure is Measure.B1 else B2_CUT_OFF
        return {cut_off: [one.period for one in form.points]} if form else {}


def read_rules(
    folder: Path,
    register: InstrumentRegister,
    standards: Sequence[Standard],
    forms: Mapping[str, ScoringForm],
) -> Rules:
    """Read the decision tables and groups; raises LegislationDataError for a line, standard or source not known."""
    lines = _Lines(standards, forms)
    file = read_file(folder, FILE, _RulesTable)
    tables: list[DecisionTable] = []
    for place, table in enumerate(file.table):
        key = f"table[{place}]"
        period = period_of(FILE, key, table)
        same = [one.period for one in tables if (one.standard, one.basis) == (table.standard, table.basis)]
        check_series(FILE, key, [*same, period])
        rows = tuple(
            Row(
                status=row.status,
                tests=lines.comparisons(f"{key}.row[{number}]", table.standard, period, row.tests),
                note=row.note,
                source=register.source(FILE, f"{key}.row[{number}]", row.source),
                verified=row.verified,
            )
            for number, row in enumerate(table.row)
        )
        tables.append(DecisionTable(table.standard, table.basis, period, rows))
    groups = []
    for place, group in enumerate(file.group):
        key = f"group[{place}]"
        period = period_of(FILE, key, group)
        groups.append(
            Group(
                code=group.code,
                standard=group.standard,
                period=period,
                household_status_not=frozenset(group.household_status_not),
                tests=lines.comparisons(key, group.standard, period, group.tests),
                source=register.source(FILE, key, group.source),
                verified=group.verified,
            )
        )
    return Rules(tuple(tables), tuple(groups))
