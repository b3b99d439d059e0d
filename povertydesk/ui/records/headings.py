"""The merged heading of a grid: which heading cell covers which columns and levels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from povertydesk.ui.records.columns import Column


class HeadingCell(NamedTuple):
    """One cell of the heading: its words, the columns it stands over and the levels it takes, from the top."""

    text: str
    first_column: int
    last_column: int
    level: int
    levels: int
    is_group: bool


def heading_depth(columns: Sequence[Column[Any]]) -> int:
    """Return how many levels the heading has: one without groups, two with one group above a title."""
    return 1 + max((len(column.heading) for column in columns), default=0)


def heading_cells(columns: Sequence[Column[Any]], split_before: int = 0) -> tuple[HeadingCell, ...]:
    """Lay out the heading: a group once over its neighbouring columns, a title down to the bottom level.

    No group reaches over the border before column `split_before`, where the frozen columns end.
    """
    depth = heading_depth(columns)
    cells: list[HeadingCell] = []
    for level in range(depth - 1):
        start = 0
        while start < len(columns):
            path = columns[start].heading[: level + 1]
            end = start
            if len(path) <= level:
                start += 1
                continue
            while end + 1 < len(columns) and end + 1 != split_before and columns[end + 1].heading[: level + 1] == path:
                end += 1
            cells.append(HeadingCell(path[level], start, end, level, 1, is_group=True))
            start = end + 1
    for position, column in enumerate(columns):
        level = len(column.heading)
        cells.append(HeadingCell(column.title, position, position, level, depth - level, is_group=False))
    return tuple(cells)
