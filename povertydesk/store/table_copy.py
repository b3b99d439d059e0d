"""Whole tables as bare rows, from one file into another without history: what a fast import is measured against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from povertydesk.store.engine import quoted

if TYPE_CHECKING:
    from povertydesk.store.engine import Engine


class TableRows(NamedTuple):
    """A table's name and all its rows, columns in the order of the schema."""

    table: str
    rows: list[tuple[Any, ...]]


def read_rows(engine: Engine, table: str) -> TableRows:
    """Read all rows of a table."""
    return TableRows(table, engine.execute(f"SELECT * FROM {quoted(table)}"))  # noqa: S608 - quoted


def copy_rows(engine: Engine, copied: TableRows) -> None:
    """Write rows into the same table of another file, in the transaction that is open."""
    if copied.rows:
        marks = ", ".join("?" * len(copied.rows[0]))
        engine.execute_many(f"INSERT INTO {quoted(copied.table)} VALUES ({marks})", copied.rows)  # noqa: S608 - quoted
