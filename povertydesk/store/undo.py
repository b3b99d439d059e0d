"""Undo and redo by name, from the history in the file, so that they survive a restart.

An operation can be undone alone if no later one changed the same field of the same record, or hangs on a record it
made; otherwise the later ones are listed and undone with it, newest first. Undoing is itself an operation.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby, islice
from typing import TYPE_CHECKING

from povertydesk.poverty.problems import KnownError
from povertydesk.store.operations import ChangeKind, OperationKind, OperationWriter
from povertydesk.store.rehearsal import Rehearsal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

    from povertydesk.poverty.problems import Value
    from povertydesk.store.engine import Engine

_PastChange = tuple[str, str, str, str | None]
_PIECE = 500
_FINAL_BY_NAME = frozenset({"start-file"})
"""The first files hold this as an ordinary act; taken back, it would leave a file without its office."""


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
        undone, _ = _standing({number: undoes.get(number, []) for number, *_ in rows}, frozenset())
        try:
            self.operations = tuple(
                PastOperation(
                    number=number,
                    id=key,
                    kind=OperationKind.FINAL if name in _FINAL_BY_NAME else OperationKind(kind),
                    name=name,
                    named_values=json.loads(named_values),
                    at=at,
                    officer=officer,
                    undone=number in undone,
                    undoes=tuple(undoes.get(number, ())),
                )
                for number, key, kind, name, named_values, at, officer in rows
            )
        except ValueError as error:
            raise KnownError("file-damaged", file=engine.path.name, folder=str(engine.path.parent)) from error
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
        """List what must be undone together with `target`, newest first, `target` last.

        `target` is missing where it is an undoing that taking back the later ones already cancels.
        """
        if target.undone:
            raise KnownError("operation-already-undone", operation=str(target.number))
        if target.kind is OperationKind.FINAL:
            raise KnownError("operation-is-final", operation=str(target.number))
        together = _Together(self._engine, self._by_number, target.number).numbers
        chosen = tuple(self._by_number[number] for number in sorted(together, reverse=True))
        for one in chosen:
            if one.kind is OperationKind.FINAL:
                raise KnownError("operation-is-final", operation=str(one.number))
        return chosen


class _Together:
    """Gathers what must be undone with one operation, until nothing in force hangs on `numbers` any more."""

    def __init__(self, engine: Engine, operations: Mapping[int, PastOperation], target: int) -> None:
        self._engine = engine
        self._operations = operations
        self._undoes = {number: one.undoes for number, one in operations.items()}
        self._chosen: set[int] = set()
        self._take({target})
        if not any(self._may_weigh(later, target) for later in operations):
            # The everyday Ctrl+Z: nothing came after it, however many records it changed.
            return
        while self._take(self._hanging() or self._in_the_way()):
            pass

    def _take(self, numbers: set[int]) -> bool:
        """Choose these as well. Taking back an undoing changes what is in force below it: both are found anew."""
        self._chosen |= numbers
        self._undone, self.numbers = _standing(self._undoes, self._chosen)
        return bool(numbers)

    def _hanging(self) -> set[int]:
        """Find the later operations that changed the same fields, or anything of a record that was made or removed."""
        found: set[int] = set()
        for number in self.numbers:
            for table, record_id, kind, before in changes_of(self._engine, number):
                found |= self._later_on(number, table, record_id, _fields(kind, before))
        return found

    def _in_the_way(self) -> set[int]:
        """Find the operations that made what would stand in the way of undoing these ones."""
        rehearsal = Rehearsal(self._engine)
        found: set[int] = set()
        for number in sorted(self.numbers, reverse=True):
            for obstacle in rehearsal.take_back(changes_of(self._engine, number)):
                found |= self._later_on(number, obstacle.table, obstacle.record_id, obstacle.fields)
        return found

    def _later_on(self, number: int, table: str, record_id: str, fields: frozenset[str] | None) -> set[int]:
        """Find the operations in force after one that touched these fields of a record; None is the whole record."""
        later = self._engine.execute(
            "SELECT operation, kind, before FROM operation_change "
            "WHERE record_table = ? AND record_id = ? AND operation > ?",
            (table, record_id, number),
        )
        touching = {operation for operation, kind, before in later if _meet(fields, _fields(kind, before))}
        return {one for one in touching if self._weighs(one, number, table, record_id, fields)}

    def _may_weigh(self, later: int, number: int) -> bool:
        """Say whether an operation is later than another one, in force, and does not only cancel what came after it."""
        if later <= number or later in self._undone:
            return False
        return not self._undoes[later] or min(self._undoes[later]) < number

    def _weighs(self, later: int, number: int, table: str, record_id: str, fields: frozenset[str] | None) -> bool:
        """Say whether a later operation counts for an earlier one on these fields.

        An undoing counts where it took back something on them from before the earlier operation.
        """
        if not self._may_weigh(later, number):
            return False
        if not self._undoes[later]:
            return True
        return any(
            _meet(fields, _fields(kind, before))
            for earlier in self._undoes[later]
            if earlier < number
            for kind, before in self._engine.execute(
                "SELECT kind, before FROM operation_change WHERE record_table = ? AND record_id = ? AND operation = ?",
                (table, record_id, earlier),
            )
        )


def changes_of(engine: Engine, number: int) -> list[_PastChange]:
    """List what one operation changed, last change first: table, record, kind and the values before."""
    return [
        (table, record_id, kind, before)
        for table, record_id, kind, before in engine.execute(
            "SELECT record_table, record_id, kind, before FROM operation_change WHERE operation = ? "
            "ORDER BY sequence DESC",
            (number,),
        )
    ]


def change_count(engine: Engine, numbers: Iterable[int]) -> int:
    """Count the records that operations changed: how much there is to take back."""
    count = "SELECT count(*) FROM operation_change WHERE operation = ?"
    return sum(int(engine.value(count, (number,))) for number in numbers)


def take_back(
    engine: Engine, writer: OperationWriter, number: int, progress: Callable[[int], None] | None = None
) -> None:
    """Restore what one operation changed, last change first, through `writer`, so that it is itself in the history.

    `progress` is told now and then how many records more were restored; what it raises ends the operation.
    """
    for piece in _pieces(changes_of(engine, number)):
        table, _, kind, _ = piece[0]
        if kind == ChangeKind.INSERT:
            writer.delete_many(table, [record_id for _, record_id, _, _ in piece])
        else:
            restore = writer.update if kind == ChangeKind.UPDATE else writer.reinstate
            for _, record_id, _, before in piece:
                restore(table, record_id, json.loads(before or "{}"))
        if progress is not None:
            progress(len(piece))


def _pieces(changes: Iterable[_PastChange]) -> Iterator[list[_PastChange]]:
    """Put changes of one kind to one table that follow each other together, some hundreds at a time."""
    for _, alike in groupby(changes, key=lambda change: (change[0], change[2])):
        while piece := list(islice(alike, _PIECE)):
            yield piece


def _standing(undoes: Mapping[int, Sequence[int]], chosen: Set[int]) -> tuple[set[int], set[int]]:
    """Find which operations would not count if the chosen ones were taken back, and which of those that takes back.

    From the newest: one in force cancels what it undid; a chosen one that is in force is taken back instead.
    """
    cancelled: set[int] = set()
    taken_back: set[int] = set()
    for number in sorted(undoes, reverse=True):
        if number in cancelled:
            continue
        if number in chosen:
            taken_back.add(number)
        else:
            cancelled.update(undoes[number])
    return cancelled | taken_back, taken_back


def _fields(kind: str, before: str | None) -> frozenset[str] | None:
    """Return which fields a change touched; None is all of them."""
    return frozenset(json.loads(before or "{}")) if kind == ChangeKind.UPDATE else None


def _meet(one: frozenset[str] | None, other: frozenset[str] | None) -> bool:
    return one is None or other is None or not one.isdisjoint(other)
