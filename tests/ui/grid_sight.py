"""What the eyes see in the village grid, and putting the keys on one of its cells."""

from __future__ import annotations

from povertydesk.poverty.problems import Severity
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.targets.page import TargetsPage


def targets_page(window: MainWindow) -> TargetsPage:
    page = window.page
    assert isinstance(page, TargetsPage)
    return page


def column_of(page: TargetsPage, key: str) -> int:
    column = page.table.column_of(key)
    assert column is not None
    return column


def shown_column(page: TargetsPage, key: str) -> list[str]:
    """The texts of a column, without the blank lines."""
    column = column_of(page, key)
    return [
        page.table.shown_row(row)[column].text
        for row, line in enumerate(page.table.records)
        if not line.is_new or line.unsaved
    ]


def shown_total(page: TargetsPage, key: str) -> str:
    return page.table.shown_totals()[column_of(page, key)]


def marked(page: TargetsPage) -> dict[tuple[int, str], Severity]:
    """The cells that are marked, by line (from 0) and column."""
    return {
        (row, column.key): cell.severity
        for row in range(page.table.rowCount())
        for column, cell in zip(page.table.columns, page.table.shown_row(row), strict=True)
        if cell.severity is not None
    }


def stand_on(page: TargetsPage, row: int, key: str) -> None:
    page.view.setFocus()
    assert page.view.go_to(page.table.row_id(row), key)


def blank_lines(page: TargetsPage) -> int:
    return sum(1 for line in page.table.records if line.is_new and not line.unsaved)
