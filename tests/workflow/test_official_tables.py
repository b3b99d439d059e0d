"""The official tables of a commune that lived through two years: every identity that a copy must satisfy."""

from __future__ import annotations

import dataclasses
import datetime
import random
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from povertydesk import __version__
from povertydesk.poverty.area import AreaType, VillageFigures
from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.former_year import FormerFigure, FormerLine, FormerTable
from povertydesk.poverty.household_list import Counted
from povertydesk.poverty.official_table import FilledTable, Subject, Unit
from povertydesk.poverty.paper import CellKind
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.proofreading.former_tables import check_former_year
from povertydesk.store import households, villages
from povertydesk.workflow import keep_registry
from povertydesk.workflow.check_tables import table_findings
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.official_tables import YearTables, read_year_tables
from povertydesk.workflow.start_file import NewOffice, start_file
from povertydesk.workflow.table_papers import TableSet, read_table_set
from tests.workflow.conftest import LAW, NOON
from tests.workflow.living_commune import LivingCommune, settle, today

YEAR = 2023
HOUSEHOLDS = 60
LINES = (Counted.HOUSEHOLDS, Counted.PEOPLE)
DIFFERS = "table-formula-differs"
"""Told of the communes here: of some households nobody knows the ethnic group."""


def commune(path: Path, program: Program, seed: int) -> Desk:
    """A commune of two closed years, with residents and ethnic groups of most households."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    desk = start_file(path, NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program)
    today(desk, datetime.date(YEAR - 1, 1, 1))
    settle(desk, chance, HOUSEHOLDS)
    for one in households.list_households(desk.engine):
        group = chance.choice([1, 1, 6, 20, None])
        known = dataclasses.replace(
            one, ethnic_group=group, merit=chance.choice([True, False]), no_labour_capacity=chance.choice([True, False])
        )
        keep_registry.edit_household(desk, known)
    life = LivingCommune(desk, chance, YEAR - 1)
    for year in (YEAR - 1, YEAR):
        life.live(15, datetime.date(year, 9, 1))
        if life.closed:
            life.open_round()
        else:
            life.tell_opening()
        life.review_all()
        life.go_on(datetime.date(year, 12, 14))
        life.seal()
    places = [one.id for one in villages.list_villages(desk.engine)]
    with desk.operation("fill-sample", year=YEAR) as act:
        villages.insert_figures(act.writer, [VillageFigures(one, YEAR, households=400, people=1600) for one in places])
    return desk


@pytest.fixture(scope="module", params=[1, 2, 3, 8])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One commune for all tests: they only read."""
    folder = tmp_path_factory.mktemp("lived")
    program = Program(__version__, FixedClock(NOON), LAW, folder / "backups", "Hà Văn Mẫu")
    made = commune(folder / "xa.pdesk", program, request.param)
    yield made
    made.close()


def value(table: FilledTable, label: str, village: str | None, counted: Counted = Counted.HOUSEHOLDS) -> int:
    found = table.cell(label, village, counted).value
    assert found is not None
    return int(found)


def places(tables: YearTables) -> list[str | None]:
    return [*[one.id for one in tables.source.villages], None]


def test_every_identity_of_the_tables_holds(desk: Desk) -> None:
    tables = read_year_tables(desk, YEAR)
    of = {number: tables.table(number) for number in tables.layouts}
    lists = _lists(desk)
    for place in places(tables):
        for course, status, deprived, results, listed in ((2, "3", 4, 12, lists[15]), (3, "5", 6, 13, lists[14])):
            closing = value(of[course], "9", place)
            assert closing == value(of[1], status, place) == value(of[deprived], "C", place)
            assert closing == value(of[results], "9", place) == listed.get(place or "", 0)
            assert value(of[course], "9", place, Counted.PEOPLE) == value(of[results], "16", place)
        for counted in LINES:
            assert value(of[2], "2", place, counted) == value(of[3], "5", place, counted)
            assert value(of[2], "5", place, counted) == value(of[3], "3", place, counted)
        for number in (4, 6):
            twelve = [value(of[number], str(one), place) for one in range(1, 13)]
            assert value(of[number], "D", place) == sum(twelve)
            whole = value(of[number], "C", place)
            for label, part in enumerate(twelve, start=1):
                rate = of[number + 1].cell(str(label), place).value
                expected = (Decimal(part * 100) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None
                assert rate == expected
    assert sum(value(of[1], "3", one.id) for one in tables.source.villages) > 0


def test_people_are_never_fewer_than_households_and_parts_never_more_than_their_whole(desk: Desk) -> None:
    tables = read_year_tables(desk, YEAR)
    for number in (2, 3, 8, 9):
        table = tables.table(number)
        for place in places(tables):
            for column in table.table.columns:
                of_households = value(table, column.label, place)
                if column.flow is None or column.flow.part in {"opening", "closing"}:
                    assert value(table, column.label, place, Counted.PEOPLE) >= of_households
    for number in (12, 13):
        table = tables.table(number)
        for place in places(tables):
            for part in ("10", "11", "12", "13", "14", "15"):
                assert value(table, part, place) <= value(table, "9", place)


def test_the_whole_is_the_sum_of_the_villages(desk: Desk) -> None:
    tables = read_year_tables(desk, YEAR)
    for number in tables.layouts:
        table = tables.table(number)
        for place, column in enumerate(table.table.columns):
            if column.kind is CellKind.RATE or (column.flow is not None and column.flow.part.startswith("other")):
                continue
            for counted in table.table.counted:
                cells = [table.line(one.id, counted).cells[place].value for one in tables.source.villages]
                if column.label == "9" and number in {2, 3}:
                    assert column.computed
                if None not in cells:
                    assert table.line(None, counted).cells[place].value == sum(int(one or 0) for one in cells)


def test_a_copy_of_the_tables_keeps_every_identity_of_former_tables(desk: Desk) -> None:
    tables = read_year_tables(desk, YEAR)
    found = check_former_year(YEAR, copies(tables), tables.layouts)
    own = {number for number in tables.layouts if DIFFERS in {one.code for one in tables.table(number).findings}}
    assert {(one.code, one.values["number"]) for one in found} == {("former-sum-wrong", number) for number in own}


def test_every_count_of_a_copy_that_is_off_by_one_is_told(desk: Desk) -> None:
    tables = read_year_tables(desk, YEAR)
    whole = copies(tables)
    before = check_former_year(YEAR, whole, tables.layouts)
    silent = []
    for place, table in enumerate(whole):
        counts = [one.label for one in tables.layouts[table.number].columns if one.kind is not CellKind.RATE]
        for row, line in enumerate(table.lines):
            for label in line.figures.keys() & counts:
                off = line._replace(figures={**line.figures, label: FormerFigure(line.figures[label].value + 1)})
                lines = (*table.lines[:row], off, *table.lines[row + 1 :])
                wrong = (*whole[:place], table._replace(lines=lines), *whole[place + 1 :])
                if check_former_year(YEAR, wrong, tables.layouts) == before:
                    silent.append((table.number, row, label))
    assert silent == []


def test_check_finds_nothing_wrong_in_what_the_records_give(desk: Desk) -> None:
    for year in (YEAR - 1, YEAR):
        errors = {one.code for one in table_findings(desk, year) if one.severity is Severity.ERROR}
        assert errors <= {DIFFERS}


def test_every_count_is_as_long_as_the_list_it_opens(desk: Desk) -> None:
    tables, layouts = read_table_set(desk, YEAR), read_year_tables(desk, YEAR).layouts
    counts = 0
    for number in range(1, 14):
        shown = tables.shown(number)
        layout = layouts[number]
        for row, line in enumerate(shown.grid.rows):
            leaves = shown.grid.leaves[len(shown.grid.leaves) - len(layout.columns) :]
            for column, leaf in zip(layout.columns, leaves, strict=True):
                cell = line.cells[shown.grid.leaves.index(leaf)]
                if column.measure is None or column.measure.subject is Subject.RESIDENTS or column.base:
                    continue
                behind = shown.behind(row, leaf.key)
                figure = getattr(cell, "value", cell)
                assert figure == sum(one.counted for one in behind)
                if column.measure.unit is Unit.HOUSEHOLDS:
                    assert figure == len(behind)
                counts += len(behind)
    assert counts > HOUSEHOLDS


def test_an_unknown_table_and_a_year_without_a_round_are_refused(desk: Desk) -> None:
    with pytest.raises(KnownError, match="unknown-table"):
        read_year_tables(desk, YEAR).table(16)
    with pytest.raises(KnownError, match="year-without-round"):
        read_year_tables(desk, YEAR - 2)


def copies(tables: YearTables) -> tuple[FormerTable, ...]:
    """Copy the tables as an office would have printed them."""
    names = {one.id: one.name for one in tables.source.villages}
    made = []
    for number, layout in tables.layouts.items():
        lines = []
        for line in tables.table(number).lines:
            cells = zip(layout.columns, line.cells, strict=True)
            figures = {one.label: FormerFigure(Decimal(cell.value)) for one, cell in cells if cell.value is not None}
            lines.append(FormerLine(None if line.village is None else names[line.village], line.counted, figures))
        made.append(FormerTable(number, tuple(lines)))
    return tuple(made)


def _lists(desk: Desk) -> dict[int, dict[str, int]]:
    """Count the heads of tables 14 and 15 by village, and of the whole under no name."""
    tables: TableSet = read_table_set(desk, YEAR)
    keys = {one.name: one.id for one in villages.list_villages(desk.engine)}
    heads: dict[int, dict[str, int]] = {}
    for number in (14, 15):
        counted: dict[str, int] = {}
        band = ""
        for row in tables.shown(number).grid.rows:
            if row.kind.value == "band":
                band = keys[str(row.cells[0])]
            elif row.cells[0] is not None:
                counted[band] = counted.get(band, 0) + 1
                counted[""] = counted.get("", 0) + 1
        heads[number] = counted
    return heads
