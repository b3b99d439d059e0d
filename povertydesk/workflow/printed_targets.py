"""Target grids as they were printed: taken in beside the villages of a workbook, held against their own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from povertydesk import paths
from povertydesk.proofreading.printed_grid import check_printed_grid
from povertydesk.store import printed_targets

if TYPE_CHECKING:
    from pathlib import Path

    from povertydesk.exchange.printed_target_workbook import PrintedBook
    from povertydesk.exchange.village_workbook import VillageWorkbookWords
    from povertydesk.poverty.problems import Finding
    from povertydesk.workflow.desk import Desk


def read_printed_workbook(year: int, workbook: Path, villages: VillageWorkbookWords) -> PrintedBook | None:
    """Read the target grid of a year that a workbook of villages holds; None where it plans nothing."""
    from povertydesk.exchange import printed_target_workbook  # noqa: PLC0415 - only when asked

    words = printed_target_workbook.load_printed_words(paths.resources("grids", "printed_targets.toml"))
    return printed_target_workbook.read_printed_targets(workbook, words, villages, year)


def printed_findings(desk: Desk, year: int | None = None) -> tuple[Finding, ...]:
    """Check the printed grid of a year, or of all years: sums, closing figures, rates, columns that repeat others."""
    held = printed_targets.list_printed_years(desk.engine)
    found: list[Finding] = []
    for one in held if year is None else {year} & set(held):
        grid = printed_targets.read_printed_grid(desk.engine, one)
        found += check_printed_grid(one, grid.rows, grid.whole)
    return tuple(found)
