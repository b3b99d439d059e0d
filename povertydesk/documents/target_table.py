"""The grid of village targets, as it stands in a plan and as a paper of its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from povertydesk.documents.closing import closing
from povertydesk.documents.official_tables import serial_value
from povertydesk.documents.plan_figures import count_figure, plan_conditions, plan_inlines, rate_figure
from povertydesk.documents.template import SERIAL, VILLAGE, GridTemplate, GridTemplateColumn, fill, fill_words
from povertydesk.poverty.paper import (
    CellKind,
    CellValue,
    Grid,
    GridColumn,
    GridHeading,
    GridRow,
    Paper,
    Part,
    RowKind,
    Title,
)
from povertydesk.poverty.place_groups import PlaceLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.template import PaperTemplate
    from povertydesk.poverty.paper import Inline
    from povertydesk.poverty.target import TargetGrid, TargetRow


def target_table(contents: PlanContents, template: GridTemplate) -> Grid:
    """Lay the village targets of a year out as a grid with its total; computed columns are never stored.

    A unit has a line of sums above its communes.
    """
    names = plan_inlines(contents)
    conditions = plan_conditions(contents)
    columns = [column for column in template.column if not column.when or conditions[column.when]]
    return Grid(
        name="targets",
        columns=tuple(_grouped(columns, names)),
        rows=tuple(_rows(columns, contents.grid, template.total)),
        caption=fill_words(template.caption, names),
    )


def target_paper(contents: PlanContents, words: PaperTemplate, grid: GridTemplate) -> Paper:
    """Make the paper that carries nothing but the grid of village targets, for signature."""
    names = plan_inlines(contents)
    table = target_table(contents, grid)
    letterhead = contents.office.letterhead(words.symbol, contents.plan)
    bare = Grid(table.name, table.columns, table.rows)
    blocks = (letterhead, Title(grid.kind, fill(grid.subject, names, bold=True)), bare, closing(contents, words))
    return Paper(
        name="targets",
        title=f"{grid.kind.capitalize()}: {fill_words(grid.subject, names)} – {contents.unit.name}",
        parts=(Part(blocks),),
        author=contents.unit.name,
    )


def _grouped(columns: list[GridTemplateColumn], names: Mapping[str, Inline]) -> list[GridHeading | GridColumn]:
    grouped: list[GridHeading | GridColumn] = []
    for group, members in groupby(columns, key=lambda column: column.group):
        leaves = tuple(
            GridColumn(column.key, fill_words(column.title, names), CellKind(column.kind), column.width, column.number)
            for column in members
        )
        if group:
            grouped.append(GridHeading(fill_words(group, names), leaves))
        else:
            grouped.extend(leaves)
    return grouped


def _rows(columns: list[GridTemplateColumn], grid: TargetGrid, total: str) -> Iterator[GridRow]:
    known = {str(row.village_id): row for row in grid.rows}
    lines = grid.lines
    places = {line.village: place for place, line in enumerate(lines)}
    members = {key for line in lines for key in line.members}
    for line in lines:
        if line.village is not None:
            yield _row(columns, known[line.village], line, RowKind.ORDINARY)
        else:
            added = tuple(places[key] for key in line.members)
            yield _row(columns, grid.of_group(line.name), line, RowKind.GROUP, added)
    upper = tuple(place for place, line in enumerate(lines) if line.village not in members)
    whole = PlaceLine("", total, None)
    yield _row(columns, grid.total, whole, RowKind.TOTAL, upper if members else ())


def _row(
    columns: list[GridTemplateColumn], row: TargetRow, line: PlaceLine, kind: RowKind, added: tuple[int, ...] = ()
) -> GridRow:
    return GridRow(tuple(_cell(column, row, line) for column in columns), kind, added=added)


def _cell(column: GridTemplateColumn, row: TargetRow, line: PlaceLine) -> CellValue:
    if column.key == SERIAL:
        return serial_value(line.serial)
    if column.key == VILLAGE:
        return line.name
    value = getattr(row, column.key)
    if value is None:
        return None
    scope = {"village": row.village_id} if row.village_id else {"unit": line.serial} if line.serial else {}
    bind = rate_figure if column.kind == CellKind.RATE else count_figure
    return bind(column.key, value, **scope)
