"""Undo and redo by name, from the history in the file, so that they survive a restart.

An operation can be undone alone if no later one changed the same field of the same record, or hangs on a record it
made; otherwise the later ones are listed and undone with it, newest first. Undoing is itself an operation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import KnownError
from povertydesk.store.engine import quoted
from povertydesk.store.operations import ChangeKind, OperationKind, OperationWriter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from povertydesk.poverty.problems import Value
    from povertydesk.store.engine import Engine


@dataclass(frozen=True, slots=True)
class PastOperation:
    """One line of the history. `undone` says that it does not count at present; `undoes` lists what it took back."""

    number: int
    id: str
    kind: OperationKind
    name: str
    named_values: Mapping[str, Value]
    at: str
    officer: str
    undone: bool
    undoes: tuple[int, ...]


class History:
    """The operations of one file, read once; asks which are in force and what hangs together."""

    def __init__(self, engine: Engine) -> None:
        """Read the heads of all operations of `engine`'s file."""
        self._engine = engine
        undoes: dict[int, list[int]] = {}
        for by, one in engine.execute("SELECT operation, undone FROM operation_undone ORDER BY operation, undone"):
            undoes.setdefault(by, []).append(one)
        rows = engine.execute("SELECT number, id, kind, name, named_values, at, officer FROM operation ORDER BY number")
        undone: set[int] = set()
        for number, *_ in reversed(rows):
            if number not in undone:
                undone.update(undoes.get(number, ()))
        self.operations = tuple(
            PastOperation(
                number=number,
                id=key,
                kind=OperationKind(kind),
                name=name,
                named_values=json.loads(named_values),
                at=at,
                officer=officer,
                undone=number in undone,
                undoes=tuple(undoes.get(number, ())),
            )
            for number, key, kind, name, named_values, at, officer in rows
        )
        self._by_number = {one.number: one for one in self.operations}

    def next_undo(self) -> PastOperation | None:
        """Return the last act in force, what Ctrl+Z takes back; None where the last one can only be amended."""
        for one in reversed(self.operations):
            if one.undone or one.kind in {OperationKind.UNDO, OperationKind.REDO}:
                continue
            return one if one.kind is OperationKind.DO else None
        return None

    def next_redo(self) -> PastOperation | None:
        """Return the last undoing in force with no newer act after it, what Ctrl+Y takes back."""
        for one in reversed(self.operations):
            if one.kind in {OperationKind.DO, OperationKind.FINAL}:
                return None
            if one.kind is OperationKind.UNDO and not one.undone:
                return one
        return None

    def find(self, reference: str) -> PastOperation:
        """Find an operation by its number or key."""
        for one in self.operations:
            if reference in {str(one.number), one.id}:
                return one
        raise KnownError("operation-not-found", operation=reference)

    def to_undo(self, target: PastOperation) -> tuple[PastOperation, ...]:
        """List what must be undone together with `target`, newest first, `target` last."""
        if target.undone:
            raise KnownError("operation-already-undone", operation=str(target.number))
        together = {target.number}
        waiting = [target]
        while waiting:
            for later in self._hanging_on(waiting.pop()):
                if later.number not in together:
                    together.add(later.number)
                    waiting.append(later)
        chosen = tuple(self._by_number[number] for number in sorted(together, reverse=True))
        for one in chosen:
            if one.kind is OperationKind.FINAL:
                raise KnownError("operation-is-final", operation=str(one.number))
        return chosen

    def _hanging_on(self, target: PastOperation) -> list[PastOperation]:
        numbers: set[int] = set()
        for table, record_id, kind, before in self._changes(target.number):
            fields = None if kind != ChangeKind.UPDATE else set(json.loads(before))
            numbers.update(self._later_on_record(target.number, table, record_id, fields))
            if kind == ChangeKind.INSERT:
                for child_table, child_column in self._referencing(table):
                    for child in self._engine.execute(
                        f"SELECT id FROM {quoted(child_table)} WHERE {quoted(child_column)} = ?",  # noqa: S608 - quoted
                        (record_id,),
                    ):
                        numbers.update(self._later_on_record(target.number, child_table, child[0], None))
            elif before is not None:
                for column, parent_table in self._references(table):
                    parent = json.loads(before).get(column)
                    if parent is not None:
                        numbers.update(self._later_deletion(target.number, parent_table, parent))
        return [self._by_number[number] for number in numbers if self._counts_after(target, self._by_number[number])]

    def _counts_after(self, target: PastOperation, later: PastOperation) -> bool:
        """Say whether a later operation still weighs: an undone one, and the undoing that cancels it, do not."""
        if later.undone:
            return False
        return not (later.undoes and all(number > target.number for number in later.undoes))

    def _changes(self, number: int) -> list[tuple[Any, ...]]:
        return self._engine.execute(
            "SELECT record_table, record_id, kind, before FROM operation_change WHERE operation = ?", (number,)
        )

    def _later_on_record(self, number: int, table: str, record_id: str, fields: set[str] | None) -> set[int]:
        later = self._engine.execute(
            "SELECT operation, kind, before FROM operation_change "
            "WHERE record_table = ? AND record_id = ? AND operation > ?",
            (table, record_id, number),
        )
        return {
            operation
            for operation, kind, before in later
            if fields is None or kind != ChangeKind.UPDATE or fields & set(json.loads(before))
        }

    def _later_deletion(self, number: int, table: str, record_id: str) -> set[int]:
        rows = self._engine.execute(
            "SELECT operation FROM operation_change "
            "WHERE record_table = ? AND record_id = ? AND kind = 'delete' AND operation > ?",
            (table, record_id, number),
        )
        return {row[0] for row in rows}

    def _referencing(self, table: str) -> list[tuple[str, str]]:
        rows = self._engine.execute(
            'SELECT tables.name, keys."from" FROM pragma_table_list AS tables '
            'JOIN pragma_foreign_key_list(tables.name) AS keys WHERE keys."table" = ?',
            (table,),
        )
        return [(name, column) for name, column in rows]

    def _references(self, table: str) -> list[tuple[str, str]]:
        rows = self._engine.execute('SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,))
        return [(column, parent) for column, parent in rows]


def take_back(engine: Engine, writer: OperationWriter, number: int) -> None:
    """Restore what one operation changed, last change first, through `writer`, so that it is itself in the history."""
    changes = engine.execute(
        "SELECT record_table, record_id, kind, before FROM operation_change WHERE operation = ? ORDER BY sequence DESC",
        (number,),
    )
    for table, record_id, kind, before in changes:
        if kind == ChangeKind.INSERT:
            writer.delete(table, record_id)
        elif kind == ChangeKind.UPDATE:
            writer.update(table, record_id, json.loads(before))
        else:
            writer.reinstate(table, record_id, json.loads(before))
