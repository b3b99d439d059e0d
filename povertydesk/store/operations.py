"""The history of the file: every workflow call is one operation, chained by hash, with what it changed below it.

An update or delete keeps the values it replaced (before-image); an insert keeps its key. Each change keeps a digest
of the record as it was left, so that damage inside a record is found. Records carry revision, time and person;
deletes leave a tombstone. Reading and undoing the history is `undo.py`.
"""

from __future__ import annotations

import contextlib
import enum
import json
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from povertydesk.store.engine import quoted
from povertydesk.store.identifiers import KeySequence, new_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from povertydesk.poverty.problems import Value
    from povertydesk.store.authorship import Authorship
    from povertydesk.store.engine import Engine

_Item = TypeVar("_Item")
_PULSE_AFTER = 2_000

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_quoted_text = json.encoder.encode_basestring

AUDIT_COLUMNS = ("id", "revision", "changed_at", "changed_by")


class OperationKind(enum.StrEnum):
    """An act, the undoing of acts, the redoing of an undoing, or an act that can only be amended."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"
    FINAL = "final"


class ChangeKind(enum.StrEnum):
    """What happened to one record."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Change(NamedTuple):
    """One record's change inside an operation."""

    table: str
    record_id: str
    kind: ChangeKind
    before: Mapping[str, Any] | None
    digest: str | None


@dataclass(frozen=True, slots=True)
class RecordedOperation:
    """What an operation was written as: its number, and the tables it touched."""

    number: int
    id: str
    tables: frozenset[str]


class OperationWriter:
    """Collects the writes of one workflow call inside one transaction."""

    def __init__(self, engine: Engine, authorship: Authorship) -> None:
        """Write into `engine`, whose transaction is open, in the name of `authorship`.

        A `pulse` is called now and then while a long operation goes into the history, so that a window stays alive;
        what it raises ends the operation, and nothing was written.
        """
        self._engine = engine
        self._authorship = authorship
        self._keys = KeySequence(authorship.at)
        self.changes: list[Change] = []
        self.pulse: Callable[[], None] | None = None
        self.recorded: RecordedOperation | None = None

    def insert(self, table: str, values: Mapping[str, Any]) -> str:
        """Add one record and return its key."""
        return self.insert_many(table, (values,))[0]

    def insert_many(self, table: str, rows: Iterable[Mapping[str, Any]]) -> list[str]:
        """Add records of the same columns and return their keys in order; fast enough for a whole workbook."""
        records = [{"id": self._keys.next(), **_in_one_form(row)} for row in rows]
        self._insert(table, [(record, 1) for record in records])
        return [record["id"] for record in records]

    def update(self, table: str, record_id: str, values: Mapping[str, Any]) -> bool:
        """Change fields of one record; False, and nothing written, where they already have these values."""
        values = _in_one_form(values)
        current = self._record(table, record_id)
        before = {name: current[name] for name, value in values.items() if current[name] != value}
        if not before:
            return False
        changed = {name: values[name] for name in before}
        assignments = ", ".join(f"{quoted(name)} = :{name}" for name in changed)
        self._engine.execute(
            f"UPDATE {quoted(table)} SET {assignments}, revision = revision + 1, "  # noqa: S608 - names are quoted
            "changed_at = :_at, changed_by = :_by WHERE id = :_id",
            {**changed, "_at": self._authorship.stamp, "_by": self._authorship.officer, "_id": record_id},
        )
        digest = record_digest({**current, **changed})
        self.changes.append(Change(table, record_id, ChangeKind.UPDATE, before, digest))
        return True

    def delete(self, table: str, record_id: str) -> None:
        """Remove one record, keeping its values in the history and a tombstone in its place."""
        current = self._record(table, record_id)
        self._engine.execute(f"DELETE FROM {quoted(table)} WHERE id = ?", (record_id,))  # noqa: S608 - quoted
        self._engine.execute(
            "INSERT INTO tombstone VALUES (?, ?, ?, ?, ?)",
            (table, record_id, current["revision"], self._authorship.stamp, self._authorship.officer),
        )
        before = {name: value for name, value in current.items() if name not in AUDIT_COLUMNS}
        self.changes.append(Change(table, record_id, ChangeKind.DELETE, before, None))

    def delete_many(self, table: str, record_ids: Sequence[str]) -> None:
        """Remove records as `delete` does, in one piece: taking a whole workbook back removes a hundred thousand."""
        keys = (canonical(record_ids),)
        chosen = f"FROM {quoted(table)} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - quoted
        found = {record["id"]: record for record in self._engine.records(f"SELECT * {chosen}", keys)}
        self._engine.execute(f"DELETE {chosen}", keys)
        stamp, officer = self._authorship.stamp, self._authorship.officer
        self._engine.execute_many(
            "INSERT INTO tombstone VALUES (?, ?, ?, ?, ?)",
            [(table, key, found[key]["revision"], stamp, officer) for key in record_ids],
        )
        for key in record_ids:
            before = {name: value for name, value in found[key].items() if name not in AUDIT_COLUMNS}
            self.changes.append(Change(table, key, ChangeKind.DELETE, before, None))

    def put(self, table: str, key: Mapping[str, Any], values: Mapping[str, Any]) -> str:
        """Change the record found by its natural key, or add it; returns its id."""
        key = _in_one_form(key)
        conditions = " AND ".join(f"{quoted(name)} = :{name}" for name in key)
        found = self._engine.value(f"SELECT id FROM {quoted(table)} WHERE {conditions}", key)  # noqa: S608 - quoted
        if found is None:
            return self.insert(table, {**key, **values})
        self.update(table, found, values)
        return str(found)

    def put_many(self, table: str, key: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
        """Change or add records by the columns of their natural key, as `put` does, read and written in one piece.

        No two rows have the same key; a pasted table has ten thousand of them.
        """
        wanted = {tuple(map(row.__getitem__, key)): row for row in map(_in_one_form, rows)}
        names = ", ".join(map(quoted, key))
        parts = ", ".join(f"value ->> {place}" for place in range(len(key)))
        found = self._engine.records(
            f"SELECT * FROM {quoted(table)} WHERE ({names}) IN (SELECT {parts} FROM json_each(?))",  # noqa: S608 - quoted
            (canonical(list(wanted)),),
        )
        present = {tuple(map(record.__getitem__, key)): record for record in found}
        self._update_found(table, [(record, wanted[own]) for own, record in present.items()])
        added: dict[tuple[str, ...], list[Mapping[str, Any]]] = {}
        for own, row in wanted.items():
            if own not in present:
                added.setdefault(tuple(row), []).append(row)
        for alike in added.values():
            self.insert_many(table, alike)

    def reinstate(self, table: str, record_id: str, values: Mapping[str, Any]) -> None:
        """Bring a deleted record back under its old key, with the next revision after its tombstone."""
        revision = self._engine.value(
            "SELECT revision FROM tombstone WHERE record_table = ? AND record_id = ?", (table, record_id)
        )
        self._engine.execute("DELETE FROM tombstone WHERE record_table = ? AND record_id = ?", (table, record_id))
        self._insert(table, [({"id": record_id, **values}, int(revision) + 1)])

    def _insert(self, table: str, records: Sequence[tuple[dict[str, Any], int]]) -> None:
        if not records:
            return
        stamp, officer = self._authorship.stamp, self._authorship.officer
        columns = tuple(records[0][0])
        if any(record.keys() != records[0][0].keys() for record, _ in records):
            message = f"records of one call differ in their columns: {table}"
            raise ValueError(message)
        names = ", ".join(quoted(name) for name in (*columns, "revision", "changed_at", "changed_by"))
        marks = ", ".join("?" * (len(columns) + 3))
        self._engine.execute_many(
            f"INSERT INTO {quoted(table)} ({names}) VALUES ({marks})",  # noqa: S608 - names are quoted
            [(*map(record.__getitem__, columns), revision, stamp, officer) for record, revision in records],
        )
        digest = record_digester(columns)
        self.changes.extend(
            Change(table, record["id"], ChangeKind.INSERT, None, digest(record)) for record, _ in records
        )

    def _update_found(self, table: str, pairs: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]) -> None:
        """Give records, as they were read, the values of their rows; one that has them already stays untouched."""
        stamp, officer = self._authorship.stamp, self._authorship.officer
        updates: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
        digest = None
        for current, row in pairs:
            before = {name: current[name] for name, value in row.items() if current[name] != value}
            if not before:
                continue
            changed, record_id = {name: row[name] for name in before}, current["id"]
            updates.setdefault(tuple(changed), []).append((*changed.values(), stamp, officer, record_id))
            digest = digest or record_digester(current)
            left = digest({**current, **changed})
            self.changes.append(Change(table, record_id, ChangeKind.UPDATE, before, left))
        for columns, values in updates.items():
            assignments = ", ".join(f"{quoted(name)} = ?" for name in columns)
            self._engine.execute_many(
                f"UPDATE {quoted(table)} SET {assignments}, revision = revision + 1, "  # noqa: S608 - names are quoted
                "changed_at = ?, changed_by = ? WHERE id = ?",
                values,
            )

    def _record(self, table: str, record_id: str) -> dict[str, Any]:
        rows = self._engine.records(f"SELECT * FROM {quoted(table)} WHERE id = ?", (record_id,))  # noqa: S608 - quoted
        return rows[0]


@contextlib.contextmanager
def operation(
    engine: Engine,
    authorship: Authorship,
    name: str,
    named_values: Mapping[str, Value] | None = None,
    *,
    kind: OperationKind = OperationKind.DO,
    undone: Sequence[int] = (),
) -> Iterator[OperationWriter]:
    """Run a workflow call's writes in one transaction and keep it in the history, unless it changes nothing."""
    with engine.transaction():
        writer = OperationWriter(engine, authorship)
        yield writer
        if writer.changes or kind is OperationKind.FINAL:
            writer.recorded = _append(engine, authorship, name, named_values or {}, kind, undone, writer)


def last_number(engine: Engine) -> int:
    """Return the number of the last operation of the file; 0 where there is none."""
    return int(engine.value("SELECT coalesce(max(number), 0) FROM operation"))


def chain_start(engine: Engine) -> str:
    """Return what the first operation is chained to: the file's own identity, so that it is guarded as well."""
    import hashlib  # noqa: PLC0415 - opening a file needs none of it

    return hashlib.sha256(
        canonical(engine.execute("SELECT id, file_id, created_at, created_by FROM file_identity")).encode()
    ).hexdigest()


def record_digest(record: Mapping[str, Any]) -> str:
    """Digest a record's own columns without the empty ones, so that a later schema's new columns do not disturb it."""
    return record_digester(record)(record)


def record_digester(columns: Iterable[str]) -> Callable[[Mapping[str, Any]], str]:
    """Return what digests records of these columns: a list has a hundred thousand of them."""
    from hashlib import blake2b  # noqa: PLC0415 - opening a file needs none of it

    own = [(name, f'"{name}":') for name in sorted(columns) if name not in AUDIT_COLUMNS]

    def digest(record: Mapping[str, Any]) -> str:
        # As `canonical` writes it, in a fifth of the time.
        pieces = [
            f"{lead}{value if type(value) is int else _canonical_value(value)}"
            for name, lead in own
            if (value := record[name]) is not None
        ]
        return blake2b(f"{{{','.join(pieces)}}}".encode(), digest_size=16).hexdigest()

    return digest


def _canonical_fields(fields: Mapping[str, Any]) -> str:
    pieces = [
        f'"{name}":{value if type(value) is int else _canonical_value(value)}' for name, value in sorted(fields.items())
    ]
    return f"{{{','.join(pieces)}}}"


def _canonical_value(value: Any) -> str:
    if isinstance(value, str):
        return _quoted_text(value)
    if value is None:
        return "null"
    return str(value) if type(value) is int else canonical(value)


def canonical(value: Any) -> str:
    """Write a value as JSON in one way only."""
    return _ENCODER.encode(value)


def chain_hash(previous: str, head: Mapping[str, Any], changes: Iterable[Sequence[Any]]) -> str:
    """Hash an operation onto the one before it."""
    import hashlib  # noqa: PLC0415 - opening a file needs none of it

    digest = hashlib.sha256(previous.encode())
    digest.update(canonical(head).encode())
    for sequence, *texts in changes:
        written = [_quoted_text(text) if type(text) is str else _canonical_value(text) for text in texts]
        digest.update(f"[{sequence},{','.join(written)}]".encode())
    return digest.hexdigest()


def _in_one_form(values: Mapping[str, Any]) -> dict[str, Any]:
    """Bring every value into the form it is read back in: text as NFC, yes and no as 1 and 0."""
    return {
        name: value if value is None or type(value) is int or (type(value) is str and value.isascii()) else _kept(value)
        for name, value in values.items()
    }


def _kept(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    return int(value) if isinstance(value, bool) else value


def _append(
    engine: Engine,
    authorship: Authorship,
    name: str,
    named_values: Mapping[str, Value],
    kind: OperationKind,
    undone: Sequence[int],
    writer: OperationWriter,
) -> RecordedOperation:
    last = engine.execute("SELECT number, hash FROM operation ORDER BY number DESC LIMIT 1")
    number, previous = (last[0][0] + 1, last[0][1]) if last else (1, chain_start(engine))
    key = new_key(authorship.at)
    rows = [
        (
            sequence,
            change.table,
            change.record_id,
            change.kind.value,
            None if change.before is None else _canonical_fields(change.before),
            change.digest,
        )
        for sequence, change in enumerate(_pulsing(writer.changes, writer.pulse))
    ]
    head = {
        "number": number,
        "id": key,
        "kind": kind.value,
        "name": name,
        "named_values": canonical(_in_one_form(named_values)),
        "at": authorship.stamp,
        "officer": authorship.officer,
        "undone": sorted(undone),
    }
    engine.execute(
        "INSERT INTO operation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            key,
            kind.value,
            name,
            head["named_values"],
            authorship.stamp,
            authorship.officer,
            previous,
            chain_hash(previous, head, _pulsing(rows, writer.pulse)),
        ),
    )
    engine.execute_many("INSERT INTO operation_undone VALUES (?, ?)", [(number, one) for one in undone])
    engine.execute_many(
        "INSERT INTO operation_change VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((number, *row) for row in _pulsing(rows, writer.pulse)),
    )
    return RecordedOperation(number, key, frozenset(change.table for change in writer.changes))


def _pulsing(items: Sequence[_Item], pulse: Callable[[], None] | None) -> Iterator[_Item]:
    for place, item in enumerate(items, 1):
        if pulse is not None and place % _PULSE_AFTER == 0:
            pulse()
        yield item
