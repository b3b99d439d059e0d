from __future__ import annotations

import contextlib
import hashlib
import platform
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from povertydesk.poverty.problems import Finding, KnownError
from povertydesk.store import backup, desk_file, lock_note
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file
from povertydesk.store.desk_file import DeskFile, create_file, open_file
from povertydesk.store.engine import APPLICATION_ID, Engine
from povertydesk.store.migrations import HISTORY, SchemaHistory, SchemaVersion
from povertydesk.store.operations import operation

Copy = Callable[[Path], Path]
Opener = Callable[..., DeskFile]
ROOT = Path(__file__).resolve().parents[2]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(call: Callable[[], object]) -> KnownError:
    with pytest.raises(KnownError) as caught:
        call()
    return caught.value


def codes(desk: DeskFile) -> list[str]:
    return [notice.code for notice in desk.notices]


def values(finding: Finding) -> dict[str, Any]:
    return dict(finding.values)


def test_a_new_file_says_whose_it_is_and_opens_again(tmp_path: Path, author: Authorship, opened: Opener) -> None:
    path = tmp_path / "Xã Cẩm Long 2023.pdesk"
    with contextlib.closing(create_file(path, author, "0.1.0")) as made:
        identity = made.identity
        assert (made.path, made.read_only, made.notices) == (path, False, ())
        assert lock_note.note_path(path).exists()
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name]
    again = opened(path)
    assert again.identity == identity
    assert (identity.created_at, identity.program_version) == (author.stamp, "0.1.0")
    assert codes(again) == []


def test_two_files_have_two_identities(tmp_path: Path, author: Authorship) -> None:
    found = set()
    for name in ("a.pdesk", "b.pdesk"):
        with contextlib.closing(create_file(tmp_path / name, author, "0.1.0")) as made:
            found.add(made.identity.file_id)
    assert len(found) == 2


def test_a_new_file_never_takes_the_place_of_another(copy_of: Copy, blank: Path, author: Authorship) -> None:
    path = copy_of(blank)
    before = digest(path)
    error = refused(lambda: create_file(path, author, "0.1.0"))
    assert (error.code, error.values["file"]) == ("file-exists", path.name)
    assert digest(path) == before


def test_a_new_file_needs_a_folder_and_a_possible_name(tmp_path: Path, author: Authorship) -> None:
    missing = tmp_path / "không có" / "a.pdesk"
    error = refused(lambda: create_file(missing, author, "0.1.0"))
    assert (error.code, error.values) == ("folder-missing", {"folder": str(missing.parent)})
    error = refused(lambda: create_file(tmp_path / ("x" * 300 + ".pdesk"), author, "0.1.0"))
    assert error.code == "file-name-not-possible"
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_that_another_program_is_just_making_is_left_to_it(tmp_path: Path, author: Authorship) -> None:
    path = tmp_path / "a.pdesk"
    other = lock_note.acquire(path, "Người khác", author.at)
    assert other.note is not None
    error = refused(lambda: create_file(path, author, "0.1.0"))
    assert (error.code, error.values["file"]) == ("file-busy", "a.pdesk")
    other.note.release()
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_that_cannot_be_finished_leaves_nothing(tmp_path: Path, author: Authorship) -> None:
    def stop(_: Any) -> None:
        raise RuntimeError("the power went")

    broken = SchemaHistory(HISTORY.version, (*HISTORY.steps, ("9999_stop", stop)))
    with pytest.raises(RuntimeError, match="the power went"):
        create_file(tmp_path / "a.pdesk", author, "0.1.0", broken)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_refused(tmp_path: Path, author: Authorship) -> None:
    path = tmp_path / "a.pdesk"
    error = refused(lambda: open_file(path, author, "0.1.0", tmp_path))
    assert (error.code, error.values) == ("file-missing", {"file": "a.pdesk", "folder": str(tmp_path)})
    assert list(tmp_path.iterdir()) == []


def _docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")


def _other_database(path: Path) -> None:
    with contextlib.closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute("CREATE TABLE operation (number INTEGER)")


def _other_database_with_wal(path: Path) -> None:
    with contextlib.closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("CREATE TABLE operation (number INTEGER)")


NOT_OURS: dict[str, Callable[[Path], object]] = {
    "docx": _docx,
    "xlsx": _docx,
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("Thôn;Số hộ\n" * 400, encoding="utf-8"),
    "short-text": lambda path: path.write_text("x", encoding="utf-8"),
    "header-only": lambda path: path.write_bytes(b"SQLite format 3\x00"),
    "other-database": _other_database,
    "other-database-with-wal": _other_database_with_wal,
}


@pytest.mark.parametrize("kind", NOT_OURS)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_not_ours_is_refused_and_stays_as_it_is(
    kind: str, read_only: bool, tmp_path: Path, opened: Opener
) -> None:
    path = tmp_path / "a.pdesk"
    NOT_OURS[kind](path)
    before = digest(path)
    error = refused(lambda: opened(path, read_only=read_only))
    assert (error.code, error.values) == ("not-a-desk-file", {"file": "a.pdesk", "folder": str(tmp_path)})
    assert digest(path) == before
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdesk"]


def test_a_folder_is_no_file(tmp_path: Path, opened: Opener) -> None:
    folder = tmp_path / "a.pdesk"
    folder.mkdir()
    assert refused(lambda: opened(folder)).code == "not-a-desk-file"
    assert list(folder.iterdir()) == []


def _set_version(path: Path, version: SchemaVersion, program_version: str = "9.9.0") -> None:
    with contextlib.closing(Engine(path)) as engine:
        engine.execute(f"PRAGMA user_version = {version.packed}")
        engine.execute("UPDATE file_identity SET program_version = ?", (program_version,))


def test_a_newer_major_is_refused_with_the_program_version_to_get(copy_of: Copy, blank: Path, opened: Opener) -> None:
    path = copy_of(blank)
    _set_version(path, SchemaVersion(HISTORY.version.major + 1, 0))
    before = digest(path)
    error = refused(lambda: opened(path))
    assert (error.code, error.values) == ("file-newer", {"file": path.name, "version": "9.9.0"})
    assert digest(path) == before


def test_a_newer_major_that_keeps_its_version_elsewhere_is_refused_with_its_schema(
    copy_of: Copy, blank: Path, opened: Opener
) -> None:
    path = copy_of(blank)
    _set_version(path, SchemaVersion(7, 3))
    with contextlib.closing(Engine(path)) as engine:
        engine.execute("ALTER TABLE file_identity RENAME TO elsewhere")
    assert refused(lambda: opened(path)).values["version"] == "7.3"


def test_a_newer_minor_is_read_only(copy_of: Copy, worked: Path, opened: Opener, author: Authorship) -> None:
    path = copy_of(worked)
    newer = SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 4)
    _set_version(path, newer)
    before = digest(path)
    desk = opened(path)
    assert desk.read_only
    assert [(one.code, values(one)) for one in desk.notices] == [("opened-read-only-newer", {"version": str(newer)})]
    assert desk.engine.value("SELECT sum(households) FROM village_year") == 1518
    error = refused(lambda: write_something(desk, author))
    assert error.code == "file-read-only"
    desk.close()
    assert digest(path) == before


def write_something(desk: DeskFile, author: Authorship, reduction: int = 45) -> None:
    with operation(desk.engine, author, "enter") as writer:
        writer.put("year_assignment", {"year": 2023}, {"reduction": reduction})


def _more(database: Any) -> None:
    database.execute("ALTER TABLE village ADD COLUMN later TEXT")


def _stop(database: Any) -> None:
    database.execute("ALTER TABLE village ADD COLUMN later TEXT")
    raise RuntimeError("the power went")


NEWER = SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 1)
ONE_STEP_MORE = SchemaHistory(NEWER, (*HISTORY.steps, ("9001_more", _more)))


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    copy_of: Copy, worked: Path, opened: Opener, tmp_path: Path
) -> None:
    path = copy_of(worked)
    with contextlib.closing(Engine(path)) as engine:
        identity = engine.execute("SELECT file_id, created_at, created_by FROM file_identity")
        rows = engine.execute("SELECT id, head_name FROM household ORDER BY id")
    desk = opened(path, history=ONE_STEP_MORE)
    assert [(one.code, values(one)) for one in desk.notices] == [
        ("file-migrated", {"before": str(HISTORY.version), "after": str(NEWER)})
    ]
    assert desk.engine.execute("SELECT file_id, created_at, created_by FROM file_identity") == identity
    assert desk.engine.execute("SELECT id, head_name FROM household ORDER BY id") == rows
    assert desk.engine.value("PRAGMA user_version") == NEWER.packed
    assert desk.engine.value("PRAGMA application_id") == APPLICATION_ID
    assert check_file(desk.engine, ONE_STEP_MORE) == ()
    (kept,) = backup.list_backups(tmp_path / "backups", desk.identity.file_id)
    assert kept.reason == "migration"
    with contextlib.closing(Engine(kept.path, read_only=True)) as old:
        assert old.value("PRAGMA user_version") == HISTORY.version.packed
        assert old.execute("SELECT id, head_name FROM household ORDER BY id") == rows
    desk.close()
    assert codes(opened(path, history=ONE_STEP_MORE)) == []


def test_a_new_file_and_a_migrated_one_have_one_schema(
    copy_of: Copy, worked: Path, opened: Opener, tmp_path: Path, author: Authorship
) -> None:
    migrated = opened(copy_of(worked), history=ONE_STEP_MORE)
    with contextlib.closing(create_file(tmp_path / "new.pdesk", author, "0.1.0", ONE_STEP_MORE)) as made:
        schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
        assert made.engine.execute(schema) == migrated.engine.execute(schema)


def test_a_migration_that_fails_in_the_middle_leaves_the_old_file(
    copy_of: Copy, worked: Path, opened: Opener, tmp_path: Path
) -> None:
    path = copy_of(worked)
    before = digest(path)
    broken = SchemaHistory(NEWER, (*HISTORY.steps, ("9001_stop", _stop)))
    with pytest.raises(RuntimeError, match="the power went"):
        opened(path, history=broken)
    assert digest(path) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["backups", path.name]
    assert codes(opened(path)) == []


def test_a_migration_that_loses_a_parent_is_refused(copy_of: Copy, worked: Path, opened: Opener) -> None:
    def lose(database: Any) -> None:
        database.execute("PRAGMA defer_foreign_keys = ON")
        database.execute("UPDATE household SET village_id = 'lost' WHERE code = '000'")

    path = copy_of(worked)
    before = digest(path)
    losing = SchemaHistory(NEWER, (*HISTORY.steps, ("9001_lose", lose)))
    with pytest.raises((KnownError, dbapi2.DatabaseError)):
        opened(path, history=losing)
    assert digest(path) == before


def test_a_file_that_lost_a_parent_before_is_still_brought_up_to_date(
    copy_of: Copy, worked: Path, opened: Opener
) -> None:
    path = copy_of(worked)
    with contextlib.closing(Engine(path)) as engine:
        engine.execute("PRAGMA foreign_keys = OFF")
        engine.execute("DELETE FROM village WHERE position = 5")
    desk = opened(path, history=ONE_STEP_MORE)
    assert codes(desk) == ["file-migrated"]
    assert "record-without-parent" in {finding.code for finding in check_file(desk.engine, ONE_STEP_MORE)}


def test_a_second_opener_reads_only_and_is_told_who_has_the_file(
    copy_of: Copy, worked: Path, opened: Opener, author: Authorship, tmp_path: Path
) -> None:
    path = copy_of(worked)
    first = opened(path)
    other = Authorship("Trần Thị B", author.at)
    with contextlib.closing(open_file(path, other, "0.1.0", tmp_path / "backups")) as second:
        assert second.read_only
        (notice,) = second.notices
        assert notice.code == "opened-read-only-locked"
        assert values(notice) == {
            "person": "Nguyễn Văn A",
            "machine": platform.node(),
            "since": "08:00 05/01/2023",
        }
        write_something(first, author)
        assert second.engine.value("SELECT reduction FROM year_assignment") == 45
        assert refused(lambda: write_something(second, other, 46)).code == "file-read-only"
    assert lock_note.note_path(path).exists()
    first.close()
    assert not lock_note.note_path(path).exists()
    assert codes(opened(path)) == []


def test_closing_twice_is_no_harm(copy_of: Copy, blank: Path, opened: Opener) -> None:
    path = copy_of(blank)
    desk = opened(path)
    desk.close()
    other = opened(path)
    desk.close()
    assert lock_note.note_path(path).exists()
    assert not other.read_only


HOLDER = """
import datetime, sys, time
from pathlib import Path
from povertydesk.store.desk_file import open_file
from povertydesk.store.authorship import Authorship
at = datetime.datetime(2023, 1, 5, 7, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
desk = open_file(Path(sys.argv[1]), Authorship("Trần Thị B", at), "0.1.0", Path(sys.argv[2]))
print("read-only" if desk.read_only else "open", flush=True)
time.sleep(60)
"""


def test_the_note_of_a_killed_program_is_taken_over_with_a_message(
    copy_of: Copy, worked: Path, opened: Opener, tmp_path: Path
) -> None:
    path = copy_of(worked)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), str(tmp_path / "backups")],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        reading = opened(path)
        assert codes(reading) == ["opened-read-only-locked"]
        reading.close()
        holder.kill()
    desk = opened(path)
    assert not desk.read_only
    assert [(one.code, values(one)) for one in desk.notices] == [
        (
            "lock-taken-over",
            {"person": "Trần Thị B", "machine": platform.node(), "since": "07:30 05/01/2023"},
        )
    ]


def test_a_note_left_by_another_machine_is_taken_over_and_names_it(copy_of: Copy, blank: Path, opened: Opener) -> None:
    path = copy_of(blank)
    words = {"person": "Lê Văn C", "machine": "MAY-UBND-02", "since": "2023-01-04T16:45:00+07:00"}
    lock_note.note_path(path).write_text("\n".join(words.values()), encoding="utf-8")
    desk = opened(path)
    assert [values(one) for one in desk.notices] == [words | {"since": "16:45 04/01/2023"}]


@pytest.mark.parametrize("words", [b"", b"\xff\xfe\x00", b"[1]", b'{"person": "A"}', b"null", b'{"who": "A"}'])
def test_a_note_without_readable_words_is_taken_over_silently(
    words: bytes, copy_of: Copy, blank: Path, opened: Opener
) -> None:
    path = copy_of(blank)
    lock_note.note_path(path).write_bytes(words)
    desk = opened(path)
    assert (desk.read_only, codes(desk)) == (False, [])


@pytest.mark.parametrize(("mode", "code"), [(0o444, "opened-read-only-attribute"), (0o644, "opened-read-only-medium")])
def test_a_file_marked_read_only_is_told_from_a_place_that_cannot_be_written(
    mode: int, code: str, copy_of: Copy, worked: Path, opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Refusing(Engine):
        def execute(self, sql: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
            if sql == "BEGIN IMMEDIATE":
                raise KnownError("file-read-only", file=self.path.name, folder=str(self.path.parent))
            return super().execute(sql, parameters)

    path = copy_of(worked)
    path.chmod(mode)
    monkeypatch.setattr(desk_file, "Engine", Refusing)
    desk = opened(path)
    assert (desk.read_only, codes(desk)) == (True, [code])
    assert desk.read_only_because is desk.notices[0]


def test_reading_only_takes_no_note_and_changes_nothing(copy_of: Copy, worked: Path, opened: Opener) -> None:
    path = copy_of(worked)
    before = digest(path)
    desk = opened(path, read_only=True)
    assert desk.read_only
    assert codes(desk) == []
    assert not lock_note.note_path(path).exists()
    assert desk.engine.value("SELECT count(*) FROM household") == 300
    desk.close()
    assert digest(path) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_opening_and_closing_changes_no_byte(copy_of: Copy, worked: Path, opened: Opener) -> None:
    path = copy_of(worked)
    before = digest(path)
    opened(path).close()
    assert digest(path) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_file_without_identity_is_damaged(copy_of: Copy, blank: Path, opened: Opener) -> None:
    path = copy_of(blank)
    with contextlib.closing(Engine(path)) as engine:
        engine.execute("DELETE FROM file_identity")
    for read_only in (False, True):
        error = refused(lambda read_only=read_only: opened(path, read_only=read_only))  # type: ignore[misc]
        assert (error.code, error.values["file"]) == ("file-damaged", path.name)


def test_a_file_of_our_id_without_our_tables_is_damaged(tmp_path: Path, opened: Opener) -> None:
    path = tmp_path / "a.pdesk"
    with contextlib.closing(Engine(path, create=True)) as engine:
        engine.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        engine.execute(f"PRAGMA user_version = {HISTORY.version.packed}")
        engine.execute("CREATE TABLE anything (a)")
    assert refused(lambda: opened(path)).code == "file-damaged"
    with contextlib.closing(Engine(path)) as engine:
        engine.execute("PRAGMA user_version = 0")
    assert refused(lambda: opened(path)).code == "file-damaged"


UNFINISHED = """
import os, sys
from pathlib import Path
from povertydesk.store.engine import Engine
engine = Engine(Path(sys.argv[1]))
engine.execute("PRAGMA cache_size = 4")
engine.execute("BEGIN IMMEDIATE")
engine.execute("UPDATE household SET address = printf('%0500d', rowid)")
os._exit(9)
"""


@pytest.fixture
def broken_off(copy_of: Copy, worked: Path) -> Path:
    """A file whose program died in the middle of a save, its journal still beside it."""
    path = copy_of(worked)
    subprocess.run([sys.executable, "-c", UNFINISHED, str(path)], cwd=ROOT, check=False)
    assert path.with_name(f"{path.name}-journal").stat().st_size > 0
    return path


def test_a_file_shorter_than_its_header_says_is_opened_by_its_journal(
    copy_of: Copy, worked: Path, opened: Opener
) -> None:
    """A crash after the first page was written and before the last ones were."""
    path = copy_of(worked)
    whole = path.read_bytes()
    subprocess.run([sys.executable, "-c", UNFINISHED, str(path)], cwd=ROOT, check=False)
    data = bytearray(path.read_bytes())
    data[28:32] = (len(data) // 4096 + 50).to_bytes(4)
    path.write_bytes(data)
    desk = opened(path)
    assert check_file(desk.engine) == ()
    desk.close()
    assert path.read_bytes() == whole


@pytest.mark.parametrize("read_only", [False, True])
def test_a_save_that_broke_off_is_taken_back_at_opening(broken_off: Path, opened: Opener, read_only: bool) -> None:
    desk = opened(broken_off, read_only=read_only)
    assert desk.read_only == read_only
    assert desk.engine.value("SELECT count(*) FROM household WHERE address <> ''") == 0
    assert check_file(desk.engine) == ()


def test_a_backup_put_over_a_file_that_broke_off_is_not_spoilt_by_its_journal(
    broken_off: Path, worked: Path, opened: Opener
) -> None:
    backup.restore_over(broken_off, worked)
    desk = opened(broken_off)
    assert check_file(desk.engine) == ()
    assert desk.engine.value("SELECT count(*) FROM household WHERE address <> ''") == 0


def test_a_copy_made_while_the_file_is_open_holds_everything(
    copy_of: Copy, worked: Path, opened: Opener, author: Authorship
) -> None:
    desk = opened(copy_of(worked))
    write_something(desk, author)
    taken = Path(shutil.copy(desk.path, desk.path.with_name("usb.pdesk")))
    copied = opened(taken)
    assert copied.engine.value("SELECT reduction FROM year_assignment") == 45
    assert check_file(copied.engine) == ()
