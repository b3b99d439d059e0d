"""What a file holds, to compare before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from povertydesk.store.check import check_file
from povertydesk.workflow import history, record_villages, set_targets

if TYPE_CHECKING:
    from povertydesk.workflow.desk import Desk

_HISTORY = ("operation", "operation_change", "operation_undone", "tombstone")
_AUDIT = {"revision", "changed_at", "changed_by"}


def contents(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Return every record of the file without the history and without who changed it when."""
    tables = desk.engine.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%sqlite%' ORDER BY name"
    )
    return {
        table: [
            {name: value for name, value in row.items() if name not in _AUDIT}
            for row in desk.engine.records(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608 - names of our own
        ]
        for (table,) in tables
        if table not in _HISTORY
    }


def operations(desk: Desk) -> list[str]:
    """Return the names of the operations so far."""
    return [one.name for one in history.list_history(desk)]


def undo_last(desk: Desk) -> None:
    """Undo as Ctrl+Z does."""
    last = history.undo_state(desk).undo
    assert last is not None
    history.undo(desk, last.id)


def assert_sound(desk: Desk) -> None:
    """Fail where the doctor would find anything."""
    assert check_file(desk.engine) == ()


def key_of(desk: Desk, name: str) -> str:
    """Return the key of a village."""
    return next(village.id for village, _ in record_villages.read_villages(desk, 2023).rows if village.name == name)


def names(desk: Desk) -> list[str]:
    """Return the villages' names in the office's order."""
    return [row.village for row in set_targets.read_grid(desk, 2023).rows]
