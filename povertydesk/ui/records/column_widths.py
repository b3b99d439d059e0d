"""How wide the columns of a grid are: from sampled values and titles, worked out once, then spread over the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from povertydesk.ui.records.columns import CellKind
from povertydesk.ui.records.headings import heading_cells
from povertydesk.ui.records.record_table import CellLook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFontMetrics

    from povertydesk.ui.records.columns import Column
    from povertydesk.ui.records.record_table import RecordTable

_SAMPLED_ROWS = 100
_LONGEST_TEXT_CHARACTERS = 34
_SHORTEST_TEXT_CHARACTERS = 18
_SLACK = 2  # laying out measures in fractions of a pixel, the metrics in whole ones


def least_width(column: Column[Any], bold: QFontMetrics, padding: int) -> int:
    """Return the width under which the longest word of the title would be cut."""
    return max(bold.horizontalAdvance(word) for word in column.title.split() or [""]) + 2 * padding + _SLACK


def natural_widths(table: RecordTable[Any], regular: QFontMetrics, bold: QFontMetrics, padding: int) -> list[int]:
    """Return the width each column asks for: its sampled values and total, its title in two lines, its groups' words.

    A long text column stops at some 34 characters; the rest is cut with dots and shown in full under the pointer.
    """
    step = max(1, table.rowCount() // _SAMPLED_ROWS)
    sampled = [table.shown_row(row) for row in range(0, table.rowCount(), step)]
    totals = table.shown_totals() if table.has_totals else None
    widths = []
    for position, column in enumerate(table.columns):
        if column.width_characters is not None:
            wanted = column.width_characters * regular.horizontalAdvance("0")
        else:
            cells = (row[position] for row in sampled)
            wanted = max(
                ((bold if one.look is CellLook.SUM else regular).horizontalAdvance(one.text) for one in cells),
                default=0,
            )
            if column.kind is CellKind.TEXT:
                wanted = min(wanted, _LONGEST_TEXT_CHARACTERS * regular.averageCharWidth())
        if totals is not None:
            wanted = max(wanted, bold.horizontalAdvance(totals[position]))
        wanted = max(wanted, _two_line_width(column.title, bold))
        widths.append(max(wanted + 2 * padding + _SLACK, least_width(column, bold, padding)))
    for cell in heading_cells(table.columns):
        if cell.is_group:
            members = slice(cell.first_column, cell.last_column + 1)
            missing = _two_line_width(cell.text, bold) + 2 * padding + _SLACK - sum(widths[members])
            if missing > 0:
                widths[members] = spread(widths[members], sum(widths[members]) + missing)
    return widths


def wished_widths(table: RecordTable[Any], natural: Sequence[int], bold: QFontMetrics, padding: int) -> list[int]:
    """Return the widths at which every title stands on one line."""
    return [
        max(width, bold.horizontalAdvance(column.title) + 2 * padding + _SLACK)
        for column, width in zip(table.columns, natural, strict=True)
    ]


def tightened_widths(
    table: RecordTable[Any],
    natural: Sequence[int],
    regular: QFontMetrics,
    bold: QFontMetrics,
    padding: int,
    available: int,
) -> list[int]:
    """Let long texts be cut where that spares a sideways scroll bar; figures are never narrowed.

    Where it would not be enough, the texts keep their room.
    """
    shortest = _SHORTEST_TEXT_CHARACTERS * regular.averageCharWidth() + 2 * padding
    spare = [
        max(0, width - max(shortest, least_width(column, bold, padding))) if column.kind is CellKind.TEXT else 0
        for column, width in zip(table.columns, natural, strict=True)
    ]
    missing = sum(natural) - available
    if not 0 < missing <= sum(spare):
        return list(natural)
    cut = _shared_out([0] * len(spare), spare, missing)
    return [width - less for width, less in zip(natural, cut, strict=True)]


def spread(widths: Sequence[int], available: int, wished: Sequence[int] = (), fixed: Sequence[bool] = ()) -> list[int]:
    """Widen the columns until they fill the view to the last pixel; they are never narrowed.

    Spare room first goes to the wished widths, then to all in proportion, but for columns marked as `fixed` (serial
    numbers).
    """
    wider = list(widths)
    if wished:
        missing = [wish - width for wish, width in zip(wished, widths, strict=True)]
        spare = min(available - sum(widths), sum(missing))
        wider = _shared_out(wider, missing, spare)
    weights = [0 if fixed and fixed[position] else width for position, width in enumerate(wider)]
    return _shared_out(wider, weights, available - sum(wider))


def _shared_out(widths: Sequence[int], weights: Sequence[int], spare: int) -> list[int]:
    """Share spare pixels out by weight, none lost to rounding."""
    total = sum(weights)
    if spare <= 0 or not total:
        return list(widths)
    shared = []
    passed = given = 0
    for width, weight in zip(widths, weights, strict=True):
        passed += weight
        share = spare * passed // total - given
        shared.append(width + share)
        given += share
    return shared


def two_lines(text: str, metrics: QFontMetrics) -> tuple[str, str]:
    """Break a heading where its two lines are most alike; one word stays on one line."""
    words = text.split()
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(cuts, key=lambda lines: _wider(lines, metrics), default=(text, ""))


def _two_line_width(text: str, metrics: QFontMetrics) -> int:
    """Return the least width in which a heading takes at most two lines."""
    return _wider(two_lines(text, metrics), metrics)


def _wider(lines: tuple[str, str], metrics: QFontMetrics) -> int:
    return max(metrics.horizontalAdvance(line) for line in lines)
