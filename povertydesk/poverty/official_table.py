"""An official review table (biểu tổng hợp rà soát): what its columns count, and the figures of one year in it.

A column counts something, stands for a part of the year's course, or is computed from others by the formula in its
number (`4=3/1×100`, `9=1−2−3−4+5+6+7+8`). A computed figure is never counted a second time. Counts remember the
households behind them, so that every figure opens its list.
"""

from __future__ import annotations

import enum
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from povertydesk.poverty.household_flows import Figure, FlowTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.place_groups import place_lines
from povertydesk.poverty.problems import Finding, Place, Severity
from povertydesk.poverty.rate import percent
from povertydesk.poverty.status import PovertyStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from povertydesk.poverty.area import Village, VillageFigures
    from povertydesk.poverty.household_flows import PlaceFlows, YearFlows
    from povertydesk.poverty.problems import Value

_TERM = re.compile(r"([+\-−]?)\s*([0-9A-Z.]+)")
_RATE = re.compile(r"([0-9A-Z.]+)\s*/\s*([0-9A-Z.]+)\s*[×x]\s*100")


class Subject(enum.StrEnum):
    """What a column counts: all who live in the place, or the households of one status at the closing."""

    RESIDENTS = "residents"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    AVERAGE_LIVING_STANDARD = "average_living_standard"


class Unit(enum.StrEnum):
    """What one counts of a household: itself, its people, its children under 16, or what the line of the table says."""

    HOUSEHOLDS = "households"
    PEOPLE = "people"
    CHILDREN = "children"
    OF_LINE = "of_line"


@dataclass(frozen=True, slots=True)
class Measure:
    """What one column counts; `where` is the trait a household must have, empty for every one of the subject."""

    subject: Subject
    unit: Unit = Unit.OF_LINE
    where: str = ""


@dataclass(frozen=True, slots=True)
class FlowPart:
    """A column of tables 2 and 3: a part of the course of the poor or of the near-poor."""

    table: FlowTable
    part: str


@dataclass(frozen=True)
class TableColumn:
    """One column with its headings above it and its number; without measure and flow the number holds a formula.

    A measured column of kind rate is the share of its measure in the column `base`. Where a column is counted and its
    number holds a formula all the same, both have to agree; `formula_may_differ` where the official formula is known
    to be wrong. `added` are the columns a sum with dots (`D=1+…+12`) stands for.
    """

    number: str
    title: str
    headings: tuple[str, ...] = ()
    kind: CellKind = CellKind.COUNT
    width: float = 14
    measure: Measure | None = None
    flow: FlowPart | None = None
    base: str = ""
    formula_may_differ: bool = False
    added: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The number before the formula: `4` of `4=3/1×100`."""
        return self.number.partition("=")[0].strip()

    @cached_property
    def rate_of(self) -> tuple[str, str] | None:
        """The columns a rate is the share of and its base; None for other columns."""
        found = _RATE.fullmatch(self.number.partition("=")[2].strip())
        return (found[1], found[2]) if found else None

    @cached_property
    def sum_of(self) -> tuple[tuple[int, str], ...]:
        """The columns a sum adds and takes away, with their signs; empty for other columns."""
        formula = self.number.partition("=")[2].strip()
        if self.added:
            return tuple((1, label) for label in self.added)
        if not formula or self.rate_of is not None:
            return ()
        return tuple((-1 if sign in {"-", "−"} else 1, label) for sign, label in _TERM.findall(formula))

    @property
    def computed(self) -> bool:
        """Whether the figure follows from other columns."""
        return self.measure is None and self.flow is None


@dataclass(frozen=True, slots=True)
class OfficialTable:
    """One of the official tables. `by_lines` gives every place a line of households and one of people (phân tổ).

    `short` names it among the others, where its whole title has no room.
    """

    number: int
    title: str
    columns: tuple[TableColumn, ...]
    by_lines: bool = False
    note: str = ""
    short: str = ""

    @property
    def counted(self) -> tuple[Counted, ...]:
        """What the lines of a place count."""
        return (Counted.HOUSEHOLDS, Counted.PEOPLE) if self.by_lines else (Counted.HOUSEHOLDS,)


class CountedHousehold(NamedTuple):
    """A household on the closing list of a year, with the traits that tables ask for.

    Traits are words as the tables name them: `kinh`, `minority`, `ethnic:20`, `merit`, `deprived:toilet`,
    `cause:land`. `unknown` are those nobody can say of it: it is counted in none of them, and that is a finding.
    """

    household: str
    village: str
    status: PovertyStatus
    people: int
    traits: frozenset[str]
    unknown: frozenset[str] = frozenset()
    children: int | None = None


class TableSource(NamedTuple):
    """What the tables of a year are drawn from: places, residents, the closing list and the course of the year.

    `unit` is the name of the whole, for what is to be said of it.
    """

    year: int
    unit: str
    villages: Sequence[Village]
    residents: Mapping[str, VillageFigures]
    households: Sequence[CountedHousehold]
    flows: YearFlows | None


class TableCell(NamedTuple):
    """A figure with what each household behind it adds; None is not known, or a rate without a base."""

    value: int | Decimal | None
    behind: Mapping[str, int]


_ETHNIC_TRAITS = frozenset({"kinh", "minority", "other_minority"})
_NOT_KNOWN = TableCell(None, {})
_Value = Callable[[str], TableCell]


class TableLine(NamedTuple):
    """One line: a village, a unit of the receiving office by its name, or the whole where there is neither.

    There is a cell for each column. `serial` numbers the line, alike for both lines of a place; a unit has the sums of
    its `members`.
    """

    village: str | None
    counted: Counted
    cells: tuple[TableCell, ...]
    serial: str = ""
    unit: str = ""
    members: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it is the line of the whole."""
        return self.village is None and not self.members


class FilledTable(NamedTuple):
    """A table with the figures of a year: the lines of units and villages, then the total's, and what wants a look."""

    table: OfficialTable
    lines: tuple[TableLine, ...]
    findings: tuple[Finding, ...]

    def line(self, village: str | None, counted: Counted = Counted.HOUSEHOLDS) -> TableLine:
        """Return the line of a place, or of the whole."""
        return next(
            line for line in self.lines if line.village == village and not line.members and line.counted is counted
        )

    def cell(self, label: str, village: str | None, counted: Counted = Counted.HOUSEHOLDS) -> TableCell:
        """Return the cell of a column by its label in the number row."""
        place = next(place for place, column in enumerate(self.table.columns) if column.label == label)
        return self.line(village, counted).cells[place]


_RESIDENT_COUNTS = {"": "", "kinh": "kinh_", "minority": "ethnic_minority_", "local_minority": "local_minority_"}
_STATUS = {
    Subject.POOR: PovertyStatus.POOR,
    Subject.NEAR_POOR: PovertyStatus.NEAR_POOR,
    Subject.AVERAGE_LIVING_STANDARD: PovertyStatus.AVERAGE_LIVING_STANDARD,
}


def fill_table(table: OfficialTable, source: TableSource) -> FilledTable:
    """Compute a table of a year: counts by village, their sums for the whole, and last of all what is computed.

    Where communes stand under units, each unit has a line above them with their sums; its rates rest on the sums.
    A resident figure that one village lacks is not known for the whole. A rate whose base is missing, nought or
    smaller than its part stays empty and is a finding. A finding names all the villages it is of: one for everything
    that is not known of households, for every base that is wanting, for every formula that does not hold.
    """
    filler = _Filler(source)
    lines = []
    for place in place_lines(source.villages):
        for counted in table.counted:
            if place.village is None:
                cells = tuple(filler.summed(table, place.members, counted))
                lines.append(TableLine(None, counted, cells, place.serial, place.name, place.members))
            else:
                cells = tuple(filler.line_cells(table, place.village, counted))
                lines.append(TableLine(place.village, counted, cells, place.serial))
    whole = [TableLine(None, counted, tuple(filler.line_cells(table, None, counted))) for counted in table.counted]
    return FilledTable(table, (*lines, *whole), (*filler.unknown_traits(table), *filler.faults(table)))


@dataclass
class _Filler:
    """Counts cells of one year, each measure of a village once."""

    source: TableSource

    def __post_init__(self) -> None:
        self._names = {one.id: one.name for one in self.source.villages}
        self._without_base: dict[tuple[str, bool], list[tuple[str, str | None]]] = {}
        self._differing: dict[str, dict[str | None, str]] = {}
        self._by_place: dict[tuple[str | None, PovertyStatus], list[CountedHousehold]] = {}
        for one in self.source.households:
            for place in (one.village, None):
                self._by_place.setdefault((place, one.status), []).append(one)
        flows = self.source.flows
        self._flows: dict[str | None, PlaceFlows] = {}
        if flows is not None:
            self._flows = {place.village: place for place in flows.villages} | {None: flows.commune}

    def line_cells(self, table: OfficialTable, village: str | None, counted: Counted) -> list[TableCell]:
        """Return the cells of a village, or of the whole: counted, then computed."""
        return self.computed(table, village, self.counted_cells(table, village, counted))

    def summed(self, table: OfficialTable, members: Sequence[str], counted: Counted) -> list[TableCell]:
        """Add the communes of a unit up and compute from the sums; what is to be said is said of the communes."""
        of_members = [self.counted_cells(table, member, counted) for member in members]
        sums = [_added(cells) for cells in zip(*of_members, strict=True)]
        return self.computed(table, None, sums, tell=False)

    def counted_cells(self, table: OfficialTable, village: str | None, counted: Counted) -> list[TableCell]:
        """Count what is counted; computed columns are left for later."""
        cells = []
        for column in table.columns:
            if column.flow is not None:
                cells.append(self._flow(column.flow, village, counted))
            elif column.measure is not None:
                cells.append(self._measured(column.measure, village, counted))
            else:
                cells.append(_NOT_KNOWN)
        return cells

    def computed(
        self, table: OfficialTable, village: str | None, cells: list[TableCell], *, tell: bool = True
    ) -> list[TableCell]:
        """Work out the formulas; one may rest on another anywhere in the line. `tell` notes what is wrong."""
        places = {column.label: place for place, column in enumerate(table.columns)}
        done: dict[str, TableCell] = {}

        def value(label: str) -> TableCell:
            if label not in done:
                column, counted = table.columns[places[label]], cells[places[label]]
                if column.rate_of is not None:
                    part, base = (value(one) for one in column.rate_of)
                    done[label] = self._rate(column, village, (part, base), tell=tell)
                elif column.base:
                    done[label] = self._rate(column, village, (counted, value(column.base)), tell=tell)
                elif column.computed:
                    done[label] = _sum(column, value)
                else:
                    done[label] = counted
                    if tell:
                        self._hold_against_formula(column, village, (counted, value))
            return done[label]

        return [value(column.label) for column in table.columns]

    def unknown_traits(self, table: OfficialTable) -> Iterator[Finding]:
        """Say of each thing that columns ask for of how many households nobody knows it, and in which villages."""
        wanted = {column.measure.where for column in table.columns if column.measure is not None}
        subjects = {_STATUS.get(column.measure.subject) for column in table.columns if column.measure is not None}
        missing: dict[str, dict[str, set[str]]] = {}
        for one in self.source.households:
            if one.unknown and one.status in subjects:
                for topic in {_topic(trait) for trait in one.unknown & wanted}:
                    missing.setdefault(topic, {}).setdefault(one.village, set()).add(one.household)
        for topic, places in sorted(missing.items()):
            values: dict[str, Value] = {
                "number": table.number,
                "trait": topic,
                "households": sum(map(len, places.values())),
                "villages": self._named(places),
            }
            place = Place(year=self.source.year, field=topic)
            yield Finding("table-trait-not-known", Severity.WARNING, place, values)

    def faults(self, table: OfficialTable) -> Iterator[Finding]:
        """Say which columns of which villages stay empty for want of a base, and which contradict their formula."""
        for (base, missing), cells in self._without_base.items():
            values: dict[str, Value] = {
                "number": table.number,
                "columns": ", ".join(dict.fromkeys(column for column, _ in cells)),
                "base": base,
                "villages": self._named([village for _, village in cells]),
            }
            place = Place(year=self.source.year, field=base)
            if missing:
                yield Finding("table-rate-without-base", Severity.WARNING, place, values)
            else:
                yield Finding("table-rate-base-too-small", Severity.WARNING, place, values)
        for column, villages in self._differing.items():
            differing: dict[str, Value] = {
                "number": table.number,
                "columns": column,
                "villages": self._named(villages, villages),
            }
            place = Place(year=self.source.year, field=column)
            yield Finding("table-formula-differs", Severity.ERROR, place, differing)

    def _named(self, places: Iterable[str | None], more: Mapping[str | None, str] | None = None) -> str:
        """Name villages in the office's order; the whole only where no village is to be named."""
        chosen = set(places)
        named: list[str | None] = [one.id for one in self.source.villages if one.id in chosen]
        return ", ".join(
            self._names.get(one or "", self.source.unit) + (f" ({more[one]})" if more else "")
            for one in named or [None]
        )

    def _flow(self, flow: FlowPart, village: str | None, counted: Counted) -> TableCell:
        place = self._flows.get(village)
        if place is None:
            return _NOT_KNOWN
        part = getattr(place.flow(flow.table, counted), flow.part)
        return TableCell(part, place.behind.get(Figure(flow.table, counted, flow.part), {}))

    def _measured(self, measure: Measure, village: str | None, counted: Counted) -> TableCell:
        unit = measure.unit
        if unit is Unit.OF_LINE:
            unit = Unit.PEOPLE if counted is Counted.PEOPLE else Unit.HOUSEHOLDS
        if measure.subject is Subject.RESIDENTS:
            return self._residents(measure, unit, village)
        behind: dict[str, int] = {}
        for one in self._by_place.get((village, _STATUS[measure.subject]), ()):
            if not measure.where or measure.where in one.traits:
                added = _count_of(one, unit)
                if added:
                    behind[one.household] = added
        return TableCell(sum(behind.values()), behind)

    def _residents(self, measure: Measure, unit: Unit, village: str | None) -> TableCell:
        name = f"{_RESIDENT_COUNTS[measure.where]}{unit.value}"
        places = [one.id for one in self.source.villages] if village is None else [village]
        known = [getattr(self.source.residents.get(place), name, None) for place in places]
        counts = [one for one in known if one is not None]
        return TableCell(sum(counts), {}) if counts and len(counts) == len(known) else _NOT_KNOWN

    def _rate(
        self, column: TableColumn, village: str | None, figures: tuple[TableCell, TableCell], *, tell: bool
    ) -> TableCell:
        part, base = figures
        if part.value is None or not base.value or part.value > base.value:
            if part.value and tell:
                label = column.base or (column.rate_of or ("", ""))[1]
                self._without_base.setdefault((label, not base.value), []).append((column.label, village))
            return TableCell(None, part.behind)
        return TableCell(percent(int(part.value), int(base.value)), part.behind)

    def _hold_against_formula(
        self, column: TableColumn, village: str | None, figures: tuple[TableCell, _Value]
    ) -> None:
        if not column.sum_of or column.formula_may_differ:
            return
        counted, value = figures
        formula = _sum(column, value)
        if counted.value is not None and formula.value not in {None, counted.value}:
            self._differing.setdefault(column.label, {}).setdefault(village, f"{counted.value} ≠ {formula.value}")


def _added(cells: Sequence[TableCell]) -> TableCell:
    """Add figures of several places up; not known as soon as one of them is not."""
    behind = Counter[str]()
    for cell in cells:
        behind.update(cell.behind)
    counts = [int(cell.value) for cell in cells if cell.value is not None]
    return TableCell(sum(counts), dict(behind)) if len(counts) == len(cells) else _NOT_KNOWN


def _topic(trait: str) -> str:
    """Return what is to be asked of a household so that a trait is known, by the name of its field."""
    kind, _, code = trait.partition(":")
    if trait in _ETHNIC_TRAITS or kind == "ethnic":
        return "ethnic_group"
    if kind == "cause":
        return "causes"
    return code or {"no_group": "groups"}.get(trait, trait)


def _count_of(one: CountedHousehold, unit: Unit) -> int:
    if unit is Unit.HOUSEHOLDS:
        return 1
    return one.people if unit is Unit.PEOPLE else one.children or 0


def _sum(column: TableColumn, value: _Value) -> TableCell:
    total, behind = 0, Counter[str]()
    for sign, label in column.sum_of:
        cell = value(label)
        if cell.value is None:
            return _NOT_KNOWN
        total += sign * int(cell.value)
        for household, count in cell.behind.items():
            behind[household] += sign * count
    return TableCell(total, {household: count for household, count in behind.items() if count})
