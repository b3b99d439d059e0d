from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from povertydesk.poverty.problems import KnownError
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.engine import IN_MEMORY, UNTOUCHED, DatabaseError, Engine, quoted

Copy = Callable[[Path], Path]


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value


def test_the_file_is_opened_one_way(desk: DeskFile) -> None:
    settings = {
        "foreign_keys": 1,
        "journal_mode": "delete",
        "synchronous": 3,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "application_id": 0x50444B31,
        "encoding": "UTF-8",
    }
    assert {name: desk.engine.value(f"PRAGMA {name}") for name in settings} == settings


def test_the_header_says_whose_file_it_is(desk: DeskFile) -> None:
    header = desk.path.read_bytes()[:100]
    assert header[68:72] == b"PDK1"
    assert int.from_bytes(header[60:64]) == 1 << 16 | 2
    assert header[18:20] == b"\x01\x01"


def test_there_is_one_sqlite_and_it_is_new_enough_for_strict_tables() -> None:
    assert tuple(map(int, dbapi2.sqlite_version.split("."))) >= (3, 37, 0)


def test_a_path_with_any_letters_is_opened(tmp_path: Path) -> None:
    folder = tmp_path / "Hồ sơ 100% #1?"
    folder.mkdir()
    path = folder / "Xã & Thôn+2;=.pdesk"
    with contextlib.closing(Engine(path, create=True)) as engine:
        engine.execute("CREATE TABLE a (b)")
    assert [one.name for one in folder.iterdir()] == [path.name]
    with contextlib.closing(Engine(path, read_only=True)) as engine:
        assert engine.value("SELECT count(*) FROM a") == 0


def test_values_rows_and_records(desk: DeskFile) -> None:
    engine = desk.engine
    assert engine.value("SELECT 1 WHERE 0") is None
    assert engine.value("SELECT :a + 1", {"a": 41}) == 42
    assert engine.execute("SELECT 1 UNION SELECT 2") == [(1,), (2,)]
    assert engine.records("SELECT 1 AS a, 'x' AS b") == [{"a": 1, "b": "x"}]


def test_no_cursor_stays_open_to_block_a_save(cam_long: DeskFile, opened: Callable[..., DeskFile]) -> None:
    reader = opened(cam_long.path, read_only=True)
    reader.engine.value("SELECT id FROM household")
    reader.engine.records("SELECT * FROM household")
    with pytest.raises(DatabaseError):
        reader.engine.execute("SELECT nothing FROM household")
    with cam_long.engine.transaction():
        cam_long.engine.execute("UPDATE household SET address = 'x'")
    assert reader.engine.value("SELECT count(*) FROM household WHERE address = 'x'") == 300


def test_a_transaction_is_kept_whole_or_not_at_all(desk: DeskFile) -> None:
    engine = desk.engine
    engine.execute("CREATE TABLE a (b INTEGER PRIMARY KEY)")
    with engine.transaction():
        engine.execute_many("INSERT INTO a VALUES (?)", [(1,), (2,)])

    def twice() -> None:
        with engine.transaction():
            engine.execute("INSERT INTO a VALUES (3)")
            engine.execute("INSERT INTO a VALUES (1)")

    with pytest.raises(dbapi2.IntegrityError):
        twice()
    assert engine.execute("SELECT b FROM a") == [(1,), (2,)]
    assert not engine.connection.in_transaction


def test_a_bug_stays_a_bug(desk: DeskFile) -> None:
    for wrong in ("SELECT", "SELECT * FROM nowhere", "INSERT INTO village (id) VALUES (1)"):
        with pytest.raises(DatabaseError) as caught:
            desk.engine.execute(wrong)
        assert not isinstance(caught.value, KnownError)


def test_a_file_another_program_writes_is_busy(copy_of: Copy, blank: Path) -> None:
    path = copy_of(blank)
    other = dbapi2.connect(str(path), isolation_level=None)
    with contextlib.closing(other), contextlib.closing(Engine(path)) as engine:
        engine.execute("PRAGMA busy_timeout = 20")
        other.execute("BEGIN EXCLUSIVE")
        error = refused(lambda: engine.execute("SELECT count(*) FROM village"))
        assert (error.code, error.values) == ("file-busy", {"file": path.name, "folder": str(path.parent)})
        other.execute("ROLLBACK")
        assert engine.value("SELECT count(*) FROM village") == 0


def test_a_text_that_is_no_text_is_damage(desk: DeskFile) -> None:
    assert refused(lambda: desk.engine.value("SELECT CAST(x'ff' AS TEXT)")).code == "file-damaged"


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "a.pdesk"
    for read_only in (False, True):
        error = refused(lambda read_only=read_only: Engine(path, read_only=read_only))  # type: ignore[misc]
        assert error.code == "file-cannot-be-opened"
    assert list(tmp_path.iterdir()) == []


def test_a_first_look_takes_no_lock_and_leaves_no_trace(copy_of: Copy, worked: Path) -> None:
    path = copy_of(worked)
    before = path.read_bytes()
    other = dbapi2.connect(str(path), isolation_level=None)
    with contextlib.closing(other), contextlib.closing(Engine(path, access=UNTOUCHED)) as looking:
        other.execute("BEGIN EXCLUSIVE")
        assert looking.value("PRAGMA user_version") == 1 << 16 | 2
        assert looking.read_only
        other.execute("ROLLBACK")
    assert path.read_bytes() == before


def test_a_file_in_memory_lies_nowhere(tmp_path: Path) -> None:
    with contextlib.closing(Engine(tmp_path / "schema", access=IN_MEMORY)) as engine:
        engine.execute("CREATE TABLE a (b)")
        assert engine.value("SELECT count(*) FROM a") == 0
    assert list(tmp_path.iterdir()) == []


def test_names_of_the_schema_are_quoted() -> None:
    assert quoted("order") == '"order"'
    assert quoted('a"b') == '"a""b"'
