from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from povertydesk.store import migrations
from povertydesk.store.engine import IN_MEMORY, Engine
from povertydesk.store.migrations import HISTORY, SchemaHistory, SchemaVersion
from povertydesk.store.operations import AUDIT_COLUMNS

SCHEMA = Path(migrations.__file__).parent / "schema"
# One plan a year: nobody waits for who signed it.
WITHOUT_INDEX = {("plan", "signer_id")}

LOG_TABLES = {"operation", "operation_undone", "operation_change", "tombstone", "file_identity"}


@pytest.fixture
def engine() -> Iterator[Engine]:
    with contextlib.closing(Engine(Path("schema"), access=IN_MEMORY)) as engine:
        HISTORY.migrate(engine)
        yield engine


def tables(engine: Engine) -> list[str]:
    rows = engine.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [row[0] for row in rows if not row[0].startswith(("sqlite_", "_sqlite_"))]


def test_every_step_has_its_file_and_every_file_its_step(engine: Engine) -> None:
    names = [name for name, _ in HISTORY.steps]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    assert {path.stem for path in SCHEMA.glob("*.sql")} <= set(names)
    assert [row[0] for row in engine.execute("SELECT name FROM _sqlite_migrations ORDER BY id")] == names


def test_every_table_is_strict(engine: Engine) -> None:
    loose = engine.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict "
        "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_sqlite%' ESCAPE '\\'"
    )
    assert loose == []


def test_any_sqlite_program_reads_the_schema(engine: Engine) -> None:
    """No collation, function, trigger, view or virtual table of our own."""
    kinds = {row[0] for row in engine.execute("SELECT type FROM sqlite_schema")}
    assert kinds <= {"table", "index"}
    described = [row[0] for row in engine.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")]
    assert not [sql for sql in described if re.search(r"\b(COLLATE|VIRTUAL|GENERATED)\b", sql, re.IGNORECASE)]
    called = {word.upper() for sql in described for word in re.findall(r"\b(\w+)\s*\(", _without_names(sql))}
    assert called <= {"CHECK", "KEY", "UNIQUE", "IN", "REFERENCES"}


def _without_names(sql: str) -> str:
    """Take the names before column lists away, so that only calls stay before a bracket."""
    sql = re.sub(r"CREATE\s+(UNIQUE\s+)?(TABLE|INDEX)\s+\S+(\s+ON\s+\S+)?\s*\(", "(", sql)
    return re.sub(r"REFERENCES\s+\S+\s*\(", "REFERENCES (", sql)


def test_every_record_carries_key_revision_time_and_person(engine: Engine) -> None:
    for table in tables(engine):
        columns = {row[1]: row for row in engine.execute(f"PRAGMA table_info({table})")}
        if table in LOG_TABLES:
            continue
        assert tuple(columns)[:4] == AUDIT_COLUMNS, table
        assert [columns[name][2] for name in AUDIT_COLUMNS] == ["TEXT", "INTEGER", "TEXT", "TEXT"], table
        assert columns["id"][5] == 1, table
        assert all(columns[name][3] for name in AUDIT_COLUMNS[1:]), table


def test_no_column_has_a_default_since_a_digest_covers_what_was_written(engine: Engine) -> None:
    for table in tables(engine):
        assert [row[1] for row in engine.execute(f"PRAGMA table_info({table})") if row[4] is not None] == []


def test_references_name_the_key_of_a_record_and_have_an_index(engine: Engine) -> None:
    for table in set(tables(engine)) - LOG_TABLES:
        for _, _, parent, column, target, *_ in engine.execute(f"PRAGMA foreign_key_list({table})"):
            assert target == "id", table
            assert parent in tables(engine)
            plan = engine.execute(f"EXPLAIN QUERY PLAN SELECT id FROM {table} WHERE {column} = ?", ("x",))  # noqa: S608
            assert "SCAN" not in plan[0][3] or (table, column) in WITHOUT_INDEX, f"{table}.{column}"


def test_counts_and_money_are_whole_and_never_negative(engine: Engine) -> None:
    for table in set(tables(engine)) - LOG_TABLES:
        sql = engine.value("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
        for _, column, kind, *_ in engine.execute(f"PRAGMA table_info({table})"):
            assert kind in {"TEXT", "INTEGER"}, f"{table}.{column}"
            if column.endswith(("_count", "_vnd", "households", "people", "reduction")) and kind == "INTEGER":
                assert f"CHECK ({column} >= 0)" in sql, f"{table}.{column}"


def test_migrating_twice_does_nothing(engine: Engine) -> None:
    before = engine.execute("SELECT name, sql FROM sqlite_schema ORDER BY name")
    HISTORY.migrate(engine)
    assert engine.execute("SELECT name, sql FROM sqlite_schema ORDER BY name") == before


def test_a_step_that_fails_leaves_the_version_of_the_one_before(engine: Engine) -> None:
    def stop(database: Any) -> None:
        database.execute("CREATE TABLE half (a)")
        raise RuntimeError("the power went")

    version = SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 1)
    with pytest.raises(RuntimeError, match="the power went"):
        SchemaHistory(version, (*HISTORY.steps, ("9999_stop", stop))).migrate(engine)
    assert engine.value("PRAGMA user_version") == HISTORY.version.packed
    assert "half" not in tables(engine)


@pytest.mark.parametrize(
    ("major", "minor", "packed"), [(1, 0, 0x10000), (1, 7, 0x10007), (2, 0, 0x20000), (300, 65535, 0x12CFFFF)]
)
def test_versions_are_packed_into_the_header_s_number(major: int, minor: int, packed: int) -> None:
    version = SchemaVersion(major, minor)
    assert version.packed == packed
    assert SchemaVersion.unpacked(packed) == version
    assert str(version) == f"{major}.{minor}"


def test_versions_are_ordered() -> None:
    assert SchemaVersion(1, 9) < SchemaVersion(1, 10) < SchemaVersion(2, 0)
