"""The layouts of the official tables, read from data: headings, what each column counts, formulas."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from povertydesk.documents.template import decoded
from povertydesk.poverty.household_flows import FlowTable
from povertydesk.poverty.official_table import FlowPart, Measure, OfficialTable, Subject, TableColumn, Unit
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

INDICATORS, ETHNIC_GROUPS = "indicators", "ethnic_groups"
_DOTTED_FROM = 4
"""A sum of so many columns is written with its first and last one."""
_KINDS = {CellKind.COUNT.value, CellKind.RATE.value}


class Named(NamedTuple):
    """Something a table has a column for each of: an indicator of the standard, an ethnic group that lives there."""

    code: str
    name: str


class _Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: str
    title: str
    headings: tuple[str, ...] = ()
    kind: str = CellKind.COUNT.value
    width: float = 14
    of: Subject | None = None
    unit: Unit = Unit.OF_LINE
    where: str = ""
    flow: FlowTable | None = None
    part: str = ""
    base: str = ""
    each: str = ""
    sum_of_each: bool = False
    formula_may_differ: bool = False


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    number: int
    short: str
    title: str
    column: tuple[_Column, ...]
    by_lines: bool = False
    note: str = ""


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    child_below: int
    most_ethnic_groups: int
    table: tuple[_Table, ...]


class TableLayouts(NamedTuple):
    """The layouts by number. A child is somebody younger than `child_below`; `ethnic_groups` have their own columns."""

    tables: dict[int, OfficialTable]
    child_below: int
    ethnic_groups: tuple[Named, ...]


def read_layouts(path: Path, indicators: Sequence[Named], ethnic_groups: Sequence[Named]) -> TableLayouts:
    """Read the tables, with a column for each indicator and for the first of the ethnic groups that are given.

    Raises KnownError `template-broken` for a file that names what the program does not know.
    """
    stored = decoded(path, _Tables)
    shown = tuple(ethnic_groups[: stored.most_ethnic_groups])
    several = {INDICATORS: indicators, ETHNIC_GROUPS: shown}
    tables = {}
    for one in stored.table:
        for column in one.column:
            if column.kind not in _KINDS or column.each not in {"", *several} or column.width <= 0:
                raise KnownError("template-broken", file=path.name, detail=f"{one.number}: {column.number}")
        columns = tuple(made for column in one.column for made in _columns(one, column, several))
        labels = [column.label for column in columns]
        used = {label for column in columns for _, label in column.sum_of}
        used |= {label for column in columns for label in column.rate_of or ()} | {one.base for one in columns} - {""}
        if len(set(labels)) < len(labels) or not used <= set(labels):
            raise KnownError("template-broken", file=path.name, detail=str(one.number))
        tables[one.number] = OfficialTable(one.number, one.title, columns, one.by_lines, one.note, one.short)
    return TableLayouts(tables, stored.child_below, shown)


def _columns(table: _Table, column: _Column, several: dict[str, Sequence[Named]]) -> Iterator[TableColumn]:
    after = str(len(several[ETHNIC_GROUPS]) + 1)
    if column.each:
        for place, one in enumerate(several[column.each], start=1):
            yield _column(column, {"place": str(place), "code": one.code, "name": one.name})
        return
    if column.sum_of_each:
        repeated = next(other for other in table.column if other.each)
        parts = tuple(repeated.number.replace("{place}", str(n + 1)) for n in range(len(several[repeated.each])))
        shown = "+".join(parts) if len(parts) < _DOTTED_FROM else f"{parts[0]}+…+{parts[-1]}"
        summed = msgspec.structs.replace(column, number=f"{column.number}={shown}")
        yield dataclasses.replace(_column(summed, {}), added=parts)
        return
    yield _column(column, {"after": after})


def _column(column: _Column, words: dict[str, str]) -> TableColumn:
    def filled(text: str) -> str:
        for name, word in words.items():
            text = text.replace(f"{{{name}}}", word)
        return text

    return TableColumn(
        number=filled(column.number),
        title=filled(column.title),
        headings=tuple(column.headings),
        kind=CellKind(column.kind),
        width=column.width,
        measure=Measure(column.of, column.unit, filled(column.where)) if column.of is not None else None,
        flow=FlowPart(column.flow, column.part) if column.flow is not None else None,
        base=column.base,
        formula_may_differ=column.formula_may_differ,
    )
