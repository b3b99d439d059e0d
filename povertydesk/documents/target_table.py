"""The grid of village targets, as it stands in a plan and as a paper of its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from povertydesk.documents.closing import closing
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

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.documents.plan_figures import PlanContents
    from povertydesk.documents.template import PaperTemplate
    from povertydesk.poverty.paper import Inline
    from povertydesk.poverty.target import TargetRow


def target_table(contents: PlanContents, template: GridTemplate) -> Grid:
    """Lay the village targets of a year out as a grid with its total; computed columns are never stored."""
    names = plan_inlines(contents)
    conditions = plan_conditions(contents)
    columns = [column for column in template.column if not column.when or conditions[column.when]]
    rows = [_row(columns, row, row.village, place) for place, row in enumerate(contents.grid.rows, start=1)]
    total = _row(columns, contents.grid.total, template.total, None)
    return Grid(
        name="targets",
        columns=tuple(_grouped(columns, names)),
        rows=(*rows, total),
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


def _row(columns: list[GridTemplateColumn], row: TargetRow, name: str, place: int | None) -> GridRow:
    cells = tuple(_cell(column, row, name, place) for column in columns)
    return GridRow(cells, RowKind.TOTAL if place is None else RowKind.ORDINARY)


def _cell(column: GridTemplateColumn, row: TargetRow, name: str, place: int | None) -> CellValue:
    if column.key == SERIAL:
        return place
    if column.key == VILLAGE:
        return name
    value = getattr(row, column.key)
    if value is None:
        return None
    scope = {"village": row.village_id} if row.village_id else {}
    bind = rate_figure if column.kind == CellKind.RATE else count_figure
    return bind(column.key, value, **scope)
