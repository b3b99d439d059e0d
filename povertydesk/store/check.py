"""The file's health: pages, indexes, references, the chain of operations, and every record against its digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from povertydesk.poverty.problems import Finding, KnownError, Place, Severity
from povertydesk.store.engine import APPLICATION_ID, DatabaseError, Engine, quoted
from povertydesk.store.operations import chain_hash, record_digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from povertydesk.store.migrations import SchemaHistory


def check_file(engine: Engine) -> tuple[Finding, ...]:
    """Examine an open file and return what is wrong with it; nothing where it is sound."""
    try:
        return tuple(_findings(engine))
    except (DatabaseError, KnownError):
        return (_damaged(engine),)


def salvage(damaged: Path, target: Path, history: SchemaHistory) -> dict[str, tuple[int, int]]:
    """Copy every record that can still be read into a new, sound file at `target`, which must not exist.

    Returns for each table how many records were copied and how many the table should have held, where its count can
    still be read (-1 where it cannot).
    """
    source = Engine(damaged, read_only=True)
    copy = Engine(target, create=True)
    copied = {}
    try:
        copy.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        history.migrate(copy)
        copy.execute("PRAGMA foreign_keys = OFF")
        for table in _tables(copy):
            copied[table] = _salvage_table(source, copy, table)
    finally:
        source.close()
        copy.close()
    return copied


def _findings(engine: Engine) -> Iterator[Finding]:
    problems = [row[0] for row in engine.execute("PRAGMA integrity_check")]
    if problems != ["ok"]:
        yield _damaged(engine)
    for table, _, parent, _ in engine.execute("PRAGMA foreign_key_check"):
        yield Finding("record-without-parent", Severity.ERROR, values={"table": table, "parent": parent})
    yield from _chain_findings(engine)
    yield from _record_findings(engine)


def _chain_findings(engine: Engine) -> Iterator[Finding]:
    previous = ""
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
        last = {
            record_id: digest
            for record_id, digest, _ in engine.execute(
                "SELECT record_id, digest, max(operation * 1000000000 + sequence) FROM operation_change "
                "WHERE record_table = ? GROUP BY record_id",
                (table,),
            )
        }
        records = {row["id"]: row for row in engine.records(f"SELECT * FROM {quoted(table)}")}  # noqa: S608 - quoted
        for record_id, digest in last.items():
            record = records.pop(record_id, None)
            found = None if record is None else record_digest(record)
            if found != digest:
                yield _changed_record(table, record_id)
        for record_id in records:
            yield _changed_record(table, record_id)


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
        if "changed_by" in {row[1] for row in engine.execute(f"PRAGMA table_info({quoted(table)})")}
    ]


def _salvage_table(source: Engine, copy: Engine, table: str) -> tuple[int, int]:
    columns = [row[1] for row in copy.execute(f"PRAGMA table_info({quoted(table)})")]
    names = ", ".join(quoted(column) for column in columns)
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {quoted(table)} ({names}) VALUES ({marks})"  # noqa: S608 - names are quoted
    copied = 0
    for row in _readable_rows(source, f"SELECT {names} FROM {quoted(table)}"):  # noqa: S608 - names are quoted
        try:
            copy.execute(insert, row)
        except (DatabaseError, KnownError):
            continue
        copied += 1
    try:
        expected = int(source.value(f"SELECT count(*) FROM {quoted(table)}"))  # noqa: S608 - names are quoted
    except (DatabaseError, KnownError):
        expected = -1
    return copied, expected


def _readable_rows(source: Engine, query: str) -> Iterator[tuple[Any, ...]]:
    """Read forwards until the damage, then backwards from the end, so that only the damaged stretch is lost."""
    seen = set()
    for order in ("", " ORDER BY rowid DESC"):
        cursor = None
        try:
            cursor = source.connection.execute(query + order)
            for row in cursor:
                if row not in seen:
                    seen.add(row)
                    yield row
        except DatabaseError:
            continue
        else:
            return
