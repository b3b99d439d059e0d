from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.store.authorship import Authorship
from povertydesk.store.check import check_file, salvage
from povertydesk.store.desk_file import DeskFile
from povertydesk.store.engine import APPLICATION_ID, Engine
from povertydesk.store.migrations import HISTORY
from povertydesk.store.operations import operation

Copy = Callable[[Path], Path]
Opener = Callable[..., DeskFile]
PAGE = 4096


def codes(engine: Engine) -> list[str]:
    findings = check_file(engine)
    assert {finding.severity for finding in findings} <= {Severity.ERROR}
    return [finding.code for finding in findings]


def test_a_sound_file_has_no_findings(cam_long: DeskFile, desk: DeskFile) -> None:
    assert check_file(cam_long.engine) == ()
    assert check_file(desk.engine) == ()


OUTSIDE = {
    "a figure": "UPDATE village_year SET poor = poor + 1 WHERE rowid = 1",
    "a name": "UPDATE village SET name = 'Thôn Khác' WHERE rowid = 1",
    "a search key": "UPDATE household SET head_folded = 'x' WHERE rowid = 1",
    "who": "UPDATE household SET changed_by = 'Ai đó' WHERE rowid = 1",
    "when": "UPDATE household SET changed_at = '2020-01-01T00:00:00.000+07:00' WHERE rowid = 1",
    "how often": "UPDATE household SET revision = revision + 1 WHERE rowid = 1",
    "a record less": "DELETE FROM household WHERE rowid = 1",
    "a record more": (
        "INSERT INTO year_assignment (id, revision, changed_at, changed_by, year, reduction) "
        "VALUES ('new', 1, '', '', 2030, 1)"
    ),
    "a tombstone less": "DELETE FROM tombstone",
    "a tombstone more": "INSERT INTO tombstone VALUES ('village', 'x', 1, '', '')",
    "another tombstone": "UPDATE tombstone SET deleted_by = 'Ai đó'",
}


@pytest.mark.parametrize("what", OUTSIDE)
def test_a_record_changed_outside_is_found_and_named(what: str, cam_long: DeskFile) -> None:
    cam_long.engine.execute(OUTSIDE[what])
    (finding,) = check_file(cam_long.engine)
    assert finding.code == "record-changed-outside"
    assert set(finding.values) == {"table", "record"}


HISTORY_OUTSIDE = {
    "who": "UPDATE operation SET officer = 'Ai đó' WHERE number = 3",
    "what": "UPDATE operation SET named_values = '{}' WHERE number = 3",
    "kind": "UPDATE operation SET kind = 'final' WHERE number = 3",
    "before": "UPDATE operation_change SET before = '{}' WHERE operation = 5",
    "a change less": "DELETE FROM operation_change WHERE operation = 5 AND sequence = 0",
    "undone": "DELETE FROM operation_undone",
    "undone otherwise": "UPDATE operation_undone SET undone = 4",
    "previous": "UPDATE operation SET previous_hash = 'x' WHERE number = 4",
    "own": "UPDATE operation SET hash = 'x' WHERE number = 7",
}


@pytest.mark.parametrize("what", HISTORY_OUTSIDE)
def test_a_history_changed_outside_is_found_where_it_breaks(what: str, cam_long: DeskFile) -> None:
    cam_long.engine.execute(HISTORY_OUTSIDE[what])
    broken = [finding for finding in check_file(cam_long.engine) if finding.code == "history-broken"]
    assert broken
    assert all(isinstance(finding.values["number"], int) for finding in broken)


def test_an_operation_taken_out_breaks_the_chain_after_it(cam_long: DeskFile) -> None:
    engine = cam_long.engine
    engine.execute("PRAGMA foreign_keys = OFF")
    engine.execute("DELETE FROM operation WHERE number = 2")
    numbers = [finding.values["number"] for finding in check_file(engine) if finding.code == "history-broken"]
    assert numbers == [3]


@pytest.mark.parametrize("field", ["file_id", "created_at", "created_by"])
def test_another_identity_breaks_the_chain_at_its_start(field: str, cam_long: DeskFile) -> None:
    cam_long.engine.execute(f"UPDATE file_identity SET {field} = 'x'")  # noqa: S608 - fixed names
    assert [(finding.code, dict(finding.values)) for finding in check_file(cam_long.engine)] == [
        ("history-broken", {"number": 1})
    ]


def test_a_record_whose_parent_is_gone_is_found(cam_long: DeskFile) -> None:
    cam_long.engine.execute("PRAGMA foreign_keys = OFF")
    cam_long.engine.execute("DELETE FROM village WHERE position = 5")
    findings = [finding for finding in check_file(cam_long.engine) if finding.code == "record-without-parent"]
    assert {finding.values["parent"] for finding in findings} == {"village"}
    assert {finding.values["table"] for finding in findings} == {"village_year", "household"}


@pytest.mark.parametrize(
    "change",
    [
        "CREATE INDEX later ON village (name)",
        "DROP INDEX household_head_sort",
        "ALTER TABLE village ADD COLUMN later TEXT",
        "CREATE TABLE later (a)",
        "DELETE FROM _sqlite_migrations",
    ],
)
def test_a_schema_changed_outside_is_found(change: str, cam_long: DeskFile) -> None:
    cam_long.engine.execute(change)
    assert codes(cam_long.engine) == ["schema-changed-outside"]


def test_a_damaged_page_is_one_finding_with_the_file_s_name(copy_of: Copy, worked: Path) -> None:
    path = damaged(copy_of(worked), "household")
    with contextlib.closing(Engine(path, read_only=True)) as engine:
        (finding,) = check_file(engine)
    assert (finding.code, dict(finding.values)) == ("file-damaged", {"file": path.name, "folder": str(path.parent)})


def damaged(path: Path, table: str) -> Path:
    """Overwrite the middle one of the pages that hold a table's records."""
    with contextlib.closing(Engine(path, read_only=True)) as engine:
        root = int(engine.value("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)))
    data = bytearray(path.read_bytes())
    page = data[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, "the table is expected to have pages below its root"
    cells = int.from_bytes(page[3:5])
    middle = int.from_bytes(page[12 + cells // 2 * 2 : 14 + cells // 2 * 2])
    leaf = int.from_bytes(page[middle : middle + 4])
    data[(leaf - 1) * PAGE : leaf * PAGE] = b"\xff" * PAGE
    path.write_bytes(data)
    return path


def test_what_can_be_read_is_saved(copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener) -> None:
    path = damaged(copy_of(worked), "household")
    before = path.read_bytes()
    target = tmp_path / "saved.pdesk"
    counts = salvage(path, target, HISTORY)
    assert path.read_bytes() == before
    copied, expected = counts["household"]
    assert expected in {-1, 300}
    assert 240 < copied < 300
    assert counts["village"] == (6, 6)
    assert counts["file_identity"] == (1, 1)
    assert counts["operation"] == (7, 7)
    saved = opened(target)
    assert saved.engine.value("PRAGMA integrity_check") == "ok"
    assert saved.engine.value("SELECT count(*) FROM household") == copied
    assert saved.engine.value("SELECT sum(households) FROM village_year") == 1518
    assert set(codes(saved.engine)) == {"record-changed-outside"}
    with contextlib.closing(Engine(worked, read_only=True)) as whole:
        records = set(whole.execute("SELECT * FROM household"))
    assert set(saved.engine.execute("SELECT * FROM household")) <= records


def test_a_sound_file_is_saved_whole(copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener) -> None:
    counts = salvage(copy_of(worked), tmp_path / "saved.pdesk", HISTORY)
    assert all(copied == expected for copied, expected in counts.values())
    assert check_file(opened(tmp_path / "saved.pdesk").engine) == ()


def test_a_letter_lost_inside_a_text_costs_the_letter_only(
    copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener
) -> None:
    path = copy_of(worked)
    data = path.read_bytes().replace("Thôn Tân Long".encode(), b"Th\xff\xffn T\xc3\xa2n Long")
    path.write_bytes(data)
    salvage(path, tmp_path / "saved.pdesk", HISTORY)
    saved = opened(tmp_path / "saved.pdesk")
    assert saved.engine.value("SELECT count(*) FROM village WHERE name = 'Th\ufffd\ufffdn Tân Long'") == 1
    assert saved.engine.value("SELECT count(*) FROM village") == 6


def test_a_lost_identity_is_replaced(copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener) -> None:
    path = copy_of(worked)
    with contextlib.closing(Engine(path)) as engine:
        identity = engine.value("SELECT file_id FROM file_identity")
        engine.execute("DROP TABLE file_identity")
    counts = salvage(path, tmp_path / "saved.pdesk", HISTORY)
    assert counts["file_identity"] == (0, -1)
    saved = opened(tmp_path / "saved.pdesk")
    assert saved.identity.file_id != identity
    assert saved.engine.value("SELECT count(*) FROM household") == 300


def test_a_record_without_parent_is_saved_and_told(copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener) -> None:
    path = copy_of(worked)
    with contextlib.closing(Engine(path)) as engine:
        engine.execute("PRAGMA foreign_keys = OFF")
        engine.execute("DELETE FROM village")
    salvage(path, tmp_path / "saved.pdesk", HISTORY)
    saved = opened(tmp_path / "saved.pdesk")
    assert saved.engine.value("SELECT count(*) FROM household") == 300
    assert "record-without-parent" in codes(saved.engine)


def test_what_cannot_be_opened_cannot_be_saved(tmp_path: Path) -> None:
    path = tmp_path / "a.pdesk"
    path.write_text("x" * 5000, encoding="utf-8")

    def save() -> None:
        salvage(path, tmp_path / "saved.pdesk", HISTORY)

    with pytest.raises(KnownError) as caught:
        save()
    assert caught.value.code == "not-a-desk-file"
    assert [one.name for one in tmp_path.iterdir()] == ["a.pdesk"]


def test_a_saved_file_goes_on_with_the_work(
    copy_of: Copy, worked: Path, tmp_path: Path, opened: Opener, author: Authorship
) -> None:
    salvage(damaged(copy_of(worked), "household"), tmp_path / "saved.pdesk", HISTORY)
    saved = opened(tmp_path / "saved.pdesk")
    assert saved.engine.value("PRAGMA application_id") == APPLICATION_ID
    with operation(saved.engine, author, "enter") as writer:
        writer.put("year_assignment", {"year": 2023}, {"reduction": 45})
    assert "history-broken" not in codes(saved.engine)
