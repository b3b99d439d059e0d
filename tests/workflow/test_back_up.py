from __future__ import annotations

import datetime
import hashlib
import shutil
from pathlib import Path

import pytest

from povertydesk.poverty.clock import FixedClock
from povertydesk.poverty.problems import KnownError, Severity
from povertydesk.store import backup as store_backup
from povertydesk.workflow import back_up, edit_grid, history
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.edit_grid import CellEntry
from povertydesk.workflow.open_desk import open_desk
from tests.workflow.conftest import NOON
from tests.workflow.contents import assert_sound, contents, key_of


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def file(finished: Path, tmp_path: Path) -> Path:
    """A closed file of the sample."""
    return Path(shutil.copy(finished, tmp_path / "cam-long.pdesk"))


@pytest.fixture
def saved(file: Path, program: Program) -> Path:
    """A backup of the closed file."""
    desk = open_desk(file, program)
    try:
        return back_up.back_up(desk).path
    finally:
        desk.close()


def damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))


class TestBackup:
    def test_a_day_has_one_daily_backup(self, desk: Desk) -> None:
        first = back_up.back_up_daily(desk)
        assert first is not None
        assert first.reason == "daily"
        assert back_up.back_up_daily(desk) is None
        desk.program.clock = FixedClock(NOON + datetime.timedelta(days=1))
        second = back_up.back_up_daily(desk)
        assert second is not None
        assert back_up.list_backups(desk) == (second, first)

    def test_a_copy_is_whole_and_never_the_file_itself(self, desk: Desk, tmp_path: Path) -> None:
        target = tmp_path / "usb.pdesk"
        back_up.save_copy(desk, target)
        back_up.save_copy(desk, target)
        copy = open_desk(target, desk.program, read_only=True)
        try:
            assert contents(copy) == contents(desk)
        finally:
            copy.close()
        with pytest.raises(KnownError, match="file-exists"):
            back_up.save_copy(desk, desk.path)


class TestRestore:
    def test_restoring_opens_the_file_and_stays_in_its_history(self, file: Path, saved: Path, program: Program) -> None:
        desk = open_desk(file, program)
        before = contents(desk)
        edit_grid.enter_cells(desk, 2023, [CellEntry(key_of(desk, "Thôn Minh Long"), "people", "900")])
        desk.close()
        restored = back_up.restore(program, file, saved)
        try:
            assert contents(restored) == before
            assert history.list_history(restored)[-1].name == "restore"
            assert history.undo_state(restored).undo is None
            assert_sound(restored)
        finally:
            restored.close()

    def test_a_file_that_another_program_has_open_is_refused(self, file: Path, saved: Path, program: Program) -> None:
        desk = open_desk(file, program)
        try:
            with pytest.raises(KnownError, match="opened-read-only-locked"):
                back_up.restore(program, file, saved)
        finally:
            desk.close()

    def test_a_damaged_file_comes_back_where_restoring_fails(
        self, file: Path, saved: Path, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        damage(file)
        damaged = digest(file)

        def fail(_live: Path, _source: Path) -> None:
            raise KnownError("disk-full", file=file.name, folder=str(file.parent))

        monkeypatch.setattr(store_backup, "restore_over", fail)
        with pytest.raises(KnownError, match="disk-full"):
            back_up.restore(program, file, saved)
        assert digest(file) == damaged
        assert sorted(path.name for path in file.parent.glob("*.pdesk")) == ["cam-long.pdesk"]

    def test_nothing_is_put_in_the_place_of_a_file_that_is_held(
        self, file: Path, saved: Path, program: Program, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Between the backup of the present state and the restoring another program may open the file."""
        others: list[Desk] = []

        def open_in_between(*_arguments: object) -> bool:
            others.append(open_desk(file, program))
            return True

        monkeypatch.setattr(back_up, "_keep_present_state", open_in_between)
        before = digest(file)
        with pytest.raises(KnownError, match="file-busy"):
            back_up.restore(program, file, saved)
        others[0].close()
        assert digest(file) == before


class TestRepair:
    def test_a_sound_file_is_left_alone(self, file: Path, program: Program) -> None:
        before = digest(file)
        assert back_up.examine(program, file) == back_up.repair(program, file) == ()
        assert digest(file) == before

    def test_what_can_be_read_is_saved(self, file: Path, program: Program) -> None:
        whole = bytearray(file.read_bytes())
        page = whole.index("Thôn Minh Long".encode()) // 4096
        whole[page * 4096 : (page + 1) * 4096] = bytes(4096)
        file.write_bytes(whole)
        damaged = digest(file)
        first, *others = back_up.repair(program, file)
        assert (first.code, first.severity) == ("file-salvaged", Severity.NOTE)
        kept = file.with_name(str(first.values["kept"]))
        assert (kept.name, digest(kept)) == ("cam-long-hong-20230105T120000.pdesk", damaged)
        assert "village" in {one.values["table"] for one in others if one.code == "table-not-whole"}
        assert int(str(first.values["records"])) > 10
        # What is lost is told again by the next examination, but the pages hold together now.
        again = back_up.examine(program, file)
        assert "file-damaged" not in {one.code for one in again}
        assert all(one in others for one in again)

    def test_a_file_that_is_held_is_not_exchanged(self, file: Path, program: Program) -> None:
        desk = open_desk(file, program)
        try:
            desk.engine.execute("CREATE TABLE foreign_notes (text TEXT)")
            before = digest(file)
            with pytest.raises(KnownError, match="file-busy"):
                back_up.repair(program, file)
            assert digest(file) == before
        finally:
            desk.close()

    def test_a_changed_schema_is_mended_by_copying(self, file: Path, program: Program) -> None:
        desk = open_desk(file, program)
        before = contents(desk)
        desk.engine.execute("CREATE TABLE foreign_notes (text TEXT)")
        desk.close()
        assert [one.code for one in back_up.examine(program, file)] == ["schema-changed-outside"]
        assert [one.code for one in back_up.repair(program, file)] == ["file-salvaged"]
        mended = open_desk(file, program)
        try:
            assert contents(mended) == before
            assert_sound(mended)
        finally:
            mended.close()


def test_a_program_of_another_officer_shares_everything_else(program: Program) -> None:
    other = program.under_name("Lê Thị Thử")
    assert (other.officer, other.version, other.backup_folder) == ("Lê Thị Thử", program.version, program.backup_folder)
    assert other.authorship.officer == "Lê Thị Thử"
