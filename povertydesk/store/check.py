"""The file's health: pages, indexes, references, the chain of operations, and every record against its digest."""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.store.engine import APPLICATION_ID, IN_MEMORY, DatabaseError, Engine, quoted
from povertydesk.store.migrations import HISTORY
from povertydesk.store.operations import AUDIT_COLUMNS, ChangeKind, chain_hash, chain_start, record_digest
from povertydesk.store.placing import refusals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from povertydesk.store.migrations import SchemaHistory

# With max() in a query SQLite takes the bare columns from the row that holds the maximum: the record's last change.
_LAST_CHANGES = """
    SELECT record_id, operation_change.kind, digest, sum(operation_change.kind <> 'delete'), at, officer,
           max(operation * 1000000000 + sequence)
    FROM operation_change JOIN operation ON number = operation
    WHERE record_table = ? GROUP BY record_id
"""


def check_file(engine: Engine, history: SchemaHistory = HISTORY) -> tuple[Finding, ...]:
    """Examine an open file and return what is wrong with it; nothing where it is sound."""
    try:
        if engine.execute("PRAGMA integrity_check") != [("ok",)]:
            return (_damaged(engine),)
        return tuple(_findings(engine, history))
    except (DatabaseError, KnownError):
        return (_damaged(engine),)


def changed_records(engine: Engine, tables: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Name the records of these tables that hold something else than was last written, each with its words.

    A record that is lost, or whose time or person was changed, is the doctor's alone to tell.
    """
    for table in tables:
        left = {record_id: digest for record_id, _, digest, *_ in engine.execute(_LAST_CHANGES, (table,))}
        for record in engine.records(f"SELECT * FROM {quoted(table)} ORDER BY id"):  # noqa: S608 - quoted
            if left.get(record["id"]) != record_digest(record):
                yield table, _words(engine, record)


def salvage(damaged: Path, target: Path, history: SchemaHistory) -> dict[str, tuple[int, int]]:
    """Copy every record that can still be read into a new file at `target`, whose pages and indexes are whole.

    `target` must not exist. Letters that are lost inside a text become `\ufffd`; a record whose parent is lost stays,
    and `check_file` tells both. Returns for each table how many records were copied and how many the table should
    have held, where its count can still be read (-1 where it cannot).
    """
    with contextlib.closing(Engine(damaged, read_only=True)) as source:
        source.connection.text_factory = lambda written: written.decode("utf-8", "replace")
        # Where not even the list of tables can be read, there is nothing to save.
        source.value("SELECT count(*) FROM sqlite_schema")
        try:
            with refusals(target), contextlib.closing(Engine(target, create=True)) as copy:
                return _salvage_into(copy, source, history)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _findings(engine: Engine, history: SchemaHistory) -> Iterator[Finding]:
    if engine.value("PRAGMA user_version") == history.version.packed and _schema(engine) != _expected_schema(history):
        # The questions below are put to today's tables only.
        yield Finding("schema-changed-outside", Severity.ERROR, values={"file": engine.path.name})
        return
    for table, _, parent, _ in engine.execute("PRAGMA foreign_key_check"):
        yield Finding("record-without-parent", Severity.ERROR, values={"table": table, "parent": parent})
    yield from _chain_findings(engine)
    yield from _record_findings(engine)


def _words(engine: Engine, record: dict[str, Any]) -> str:
    """Say which record it is as the office would: by village, name and year."""
    village = engine.value("SELECT name FROM village WHERE id = ?", (record.get("village_id"),))
    year = engine.value("SELECT year FROM plan WHERE id = ?", (record.get("plan_id"),)) or record.get("year")
    parts = (village, record.get("name"), year)
    return ", ".join(str(part) for part in parts if part is not None) or str(record["id"])


def _schema(engine: Engine) -> list[tuple[Any, ...]]:
    described = engine.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    return described + engine.execute("SELECT migration_set, name FROM _sqlite_migrations ORDER BY id")


def _expected_schema(history: SchemaHistory) -> list[tuple[Any, ...]]:
    fresh = Engine(Path("schema"), access=IN_MEMORY)
    try:
        history.migrate(fresh)
        return _schema(fresh)
    finally:
        fresh.close()


def _chain_findings(engine: Engine) -> Iterator[Finding]:
    previous = chain_start(engine)
    for operation in engine.records("SELECT * FROM operation ORDER BY number"):
        number = operation["number"]
        undone = engine.execute("SELECT undone FROM operation_undone WHERE operation = ? ORDER BY undone", (number,))
        head = {name: operation[name] for name in ("number", "id", "kind", "name", "named_values", "at", "officer")} | {
            "undone": [row[0] for row in undone]
        }
        changes = engine.execute(
            "SELECT sequence, record_table, record_id, kind, before, digest FROM operation_change "
            "WHERE operation = ? ORDER BY sequence",
            (number,),
        )
        expected = chain_hash(operation["previous_hash"], head, changes)
        if operation["previous_hash"] != previous or operation["hash"] != expected:
            yield Finding("history-broken", Severity.ERROR, values={"number": number})
        previous = operation["hash"]


def _record_findings(engine: Engine) -> Iterator[Finding]:
    for table in _record_tables(engine):
        records = {row["id"]: row for row in engine.records(f"SELECT * FROM {quoted(table)}")}  # noqa: S608 - quoted
        tombstones = {
            row[0]: tuple(row[1:])
            for row in engine.execute(
                "SELECT record_id, revision, deleted_at, deleted_by FROM tombstone WHERE record_table = ?", (table,)
            )
        }
        for record_id, kind, digest, revision, at, officer, _ in engine.execute(_LAST_CHANGES, (table,)):
            record, tombstone = records.pop(record_id, None), tombstones.pop(record_id, None)
            if kind == ChangeKind.DELETE:
                as_left = record is None and tombstone == (revision, at, officer)
            else:
                as_left = record is not None and tombstone is None and _as_left(record, digest, (revision, at, officer))
            if not as_left:
                yield _changed_record(table, record_id)
        for record_id in (*records, *tombstones):
            yield _changed_record(table, record_id)


def _as_left(record: dict[str, Any], digest: str, audit: tuple[Any, ...]) -> bool:
    found = (record["revision"], record["changed_at"], record["changed_by"])
    return found == audit and record_digest(record) == digest


def _changed_record(table: str, record_id: str) -> Finding:
    return Finding("record-changed-outside", Severity.ERROR, values={"table": table, "record": record_id})


def _damaged(engine: Engine) -> Finding:
    values = {"file": engine.path.name, "folder": str(engine.path.parent)}
    return Finding("file-damaged", Severity.ERROR, Place(), values)


def _tables(engine: Engine) -> list[str]:
    rows = engine.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\' ORDER BY name"
    )
    return [row[0] for row in rows]


def _record_tables(engine: Engine) -> list[str]:
    return [
        table
        for table in _tables(engine)
        if {row[1] for row in engine.execute(f"PRAGMA table_info({quoted(table)})")}.issuperset(AUDIT_COLUMNS)
    ]


def _salvage_into(copy: Engine, source: Engine, history: SchemaHistory) -> dict[str, tuple[int, int]]:
    copy.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    history.migrate(copy)
    copy.execute("PRAGMA foreign_keys = OFF")
    with copy.transaction():
        copied = {table: _salvage_table(source, copy, table) for table in _tables(copy)}
        if copied["file_identity"][0] == 0:
            copy.execute("INSERT INTO file_identity VALUES ('file', ?, '', '', '')", (str(uuid.uuid4()),))
    return copied


def _salvage_table(source: Engine, copy: Engine, table: str) -> tuple[int, int]:
    columns = [row[1] for row in copy.execute(f"PRAGMA table_info({quoted(table)})")]
    names = ", ".join(quoted(column) for column in columns)
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608 - names are quoted
    before = copy.connection.total_changes
    for row in _readable_rows(source, copy, table, names):
        # A value of the wrong kind, or a blank where none may be: the record is not what it was.
        with contextlib.suppress(DatabaseError):
            copy.execute(insert, row)
    copied = copy.connection.total_changes - before
    try:
        expected = int(source.value(f"SELECT count(*) FROM {quoted(table)}"))  # noqa: S608 - names are quoted
    except (DatabaseError, KnownError):
        expected = -1
    return copied, expected


def _readable_rows(source: Engine, copy: Engine, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """Read forwards until the damage, then backwards from the end, so that only the damaged stretch is lost."""
    keys = copy.execute("SELECT name FROM pragma_index_info(?)", (f"sqlite_autoindex_{table}_1",))
    without_rowid = copy.value("SELECT wr FROM pragma_table_list(?)", (table,))
    backwards = ", ".join(f"{quoted(key[0])} DESC" for key in keys) if without_rowid else "rowid DESC"
    seen = set()
    for order in ("", f" ORDER BY {backwards}"):
        try:
            for row in source.connection.execute(f"SELECT {names} FROM {quoted(table)}{order}"):  # noqa: S608 - quoted
                if row not in seen:
                    seen.add(row)
                    yield row
        except DatabaseError:
            continue
        else:
            return
