from __future__ import annotations

import datetime
import hashlib
import random
import re
import shutil
import time
from pathlib import Path

import pytest

from povertydesk.store.engine import Engine
from povertydesk.store.migrations import HISTORY, SchemaVersion
from povertydesk.workflow import history
from povertydesk.workflow.sample import sample_names
from tests.cli.conftest import Run


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def unit_of(path: Path) -> dict[str, object]:
    engine = Engine(path, read_only=True)
    try:
        (unit,) = engine.records("SELECT name, code, level, area, region, receiving_office FROM unit")
    finally:
        engine.close()
    return unit


def damage(path: Path) -> None:
    """Overwrite the pages behind the first with noughts, as a failing disk does."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + bytes(len(whole) - 8192))


def damage_one_page(path: Path) -> None:
    """Overwrite the page where the villages' names stand; the others can still be read."""
    whole = bytearray(path.read_bytes())
    page = whole.index("Thôn Minh Long".encode()) // 4096
    whole[page * 4096 : (page + 1) * 4096] = bytes(4096)
    path.write_bytes(whole)


class TestNew:
    def test_a_file_knows_its_office(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "xa.pdesk"
        arguments = ("--name", " Xã  Cẩm Long ", "--area", "rural", "--code", "14902", "--level", "receiving")
        more = ("--region", "NT3", "--receiving-office", "UBND tỉnh Thanh Hóa")
        ran = run("new", path, *arguments, *more)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"Đã lập tệp {path} cho Xã Cẩm Long.\n"
        assert unit_of(path) == {
            "name": "Xã Cẩm Long",
            "code": "14902",
            "level": "receiving",
            "area": "rural",
            "region": "NT3",
            "receiving_office": "UBND tỉnh Thanh Hóa",
        }

    def test_name_and_area_are_enough(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "phuong.pdesk"
        assert run("new", path, "--name", "Phường Quảng Phú", "--area", "urban").code == 0
        unit = unit_of(path)
        assert (unit["level"], unit["area"], unit["code"], unit["region"]) == ("commune", "urban", None, None)

    @pytest.mark.parametrize("code", ["1490", "149022", "14a02", "１４９０２"])
    def test_a_code_has_five_digits(self, run: Run, tmp_path: Path, code: str) -> None:
        ran = run("new", tmp_path / "xa.pdesk", "--name", "Xã A", "--area", "rural", "--code", code)
        assert (ran.code, "mã gồm 5 chữ số" in ran.err) == (2, True)
        assert list(tmp_path.iterdir()) == []

    def test_a_name_of_blanks_is_none(self, run: Run, tmp_path: Path) -> None:
        ran = run("new", tmp_path / "xa.pdesk", "--name", " \u200b ", "--area", "rural")
        assert (ran.code, "Chưa có tên đơn vị" in ran.err) == (2, True)
        assert list(tmp_path.iterdir()) == []

    def test_a_file_is_never_written_over(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        ran = run("new", sample, "--name", "Xã A", "--area", "rural")
        assert (ran.code, "đã có tệp cam-long.pdesk" in ran.err) == (2, True)
        assert digest(sample) == before

    def test_the_folder_must_be_there(self, run: Run, tmp_path: Path) -> None:
        ran = run("new", tmp_path / "khong-co" / "xa.pdesk", "--name", "Xã A", "--area", "rural")
        assert (ran.code, "Không thấy thư mục" in ran.err) == (2, True)
        assert list(tmp_path.iterdir()) == []


class TestSample:
    @pytest.mark.parametrize(
        ("which", "year", "office"),
        [
            ("cam-long", 2023, "Xã Cẩm Long"),
            ("krong-no", 2020, "Huyện Krông Nô"),
            ("hoang-luu", 2024, "Xã Hoằng Lưu"),
            ("cam-chau", 2022, "Xã Cẩm Châu"),
            ("cam-luong", 2023, "Xã Cẩm Lương"),
        ],
    )
    def test_each_sample_prints_its_plan(self, run: Run, tmp_path: Path, which: str, year: int, office: str) -> None:
        path = tmp_path / "mau.pdesk"
        ran = run("sample", path, "--which", which)
        assert (ran.code, office in ran.out) == (0, True)
        printed = run("print", path, "plan", "--year", str(year), "--to", tmp_path / "plan.pdf")
        assert printed.code == (1 if which == "krong-no" else 0)
        assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")

    def test_there_are_exactly_the_five(self) -> None:
        assert sample_names() == ("cam-chau", "cam-long", "cam-luong", "hoang-luu", "krong-no")

    def test_an_unknown_sample_is_refused(self, run: Run, tmp_path: Path) -> None:
        ran = run("sample", tmp_path / "mau.pdesk", "--which", "ha-noi")
        assert (ran.code, "cam-long" in ran.err) == (2, True)
        assert list(tmp_path.iterdir()) == []

    def test_the_district_has_what_was_published(self, run: Run, tmp_path: Path) -> None:
        path = tmp_path / "krong-no.pdesk"
        run("sample", path, "--which", "krong-no")
        total = run("targets", path, "--year", "2020", "--json").json["total"]
        assert (total["poor_opening"], total["reduction"], total["poor_closing"]) == (1229, 387, 842)
        assert (total["registered"], total["poor_rate_closing"], total["reduction_rate"]) == (391, 4.35, 2.0)


class TestBackupAndRestore:
    def test_a_backup_is_made_and_put_back(self, run: Run, sample: Path) -> None:
        made = run("backup", sample)
        assert made.code == 0
        backup = Path(made.out.strip().rpartition(": ")[2])
        assert backup.is_file()
        assert run("targets", sample, "--year", "2023", "--allocate", "10").code == 0
        ran = run("restore", sample, "--from", backup)
        assert (ran.code, backup.name in ran.out) == (0, True)
        assert run("targets", sample, "--year", "2023", "--json").json["total"]["reduction"] == 45
        assert run("history", sample, "--json").json["operations"][-1]["name"] == "restore"
        assert run("doctor", sample).code == 0

    def test_the_present_state_is_backed_up_first(self, run: Run, sample: Path, tmp_path: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        run("targets", sample, "--year", "2023", "--allocate", "10")
        run("restore", sample, "--from", backup)
        (kept,) = (tmp_path / "data" / "backups").rglob("*-restore.pdesk")
        assert run("targets", kept, "--year", "2023", "--json").json["total"]["reduction"] == 10

    def test_another_files_backup_is_refused(self, run: Run, sample: Path, empty: Path) -> None:
        backup = Path(run("backup", empty).out.strip().rpartition(": ")[2])
        before = digest(sample)
        ran = run("restore", sample, "--from", backup)
        assert (ran.code, "của một tệp khác" in ran.err) == (2, True)
        assert digest(sample) == before

    def test_the_file_itself_is_no_backup(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        assert run("restore", sample, "--from", sample).code == 2
        assert digest(sample) == before

    @pytest.mark.parametrize("kind", ["damaged", "missing", "another"])
    def test_a_backup_that_is_none_changes_nothing(self, run: Run, sample: Path, tmp_path: Path, kind: str) -> None:
        backup = tmp_path / "ban-sao.pdesk"
        if kind != "missing":
            shutil.copy(sample, backup)
            damage(backup)
        if kind == "another":
            backup.write_bytes(b"PK\x03\x04 a workbook")
        before = digest(sample)
        ran = run("restore", sample, "--from", backup)
        assert (ran.code, "ban-sao.pdesk" in ran.err) == (2, True)
        assert digest(sample) == before
        assert list(tmp_path.glob("*-hong-*")) == []

    def test_a_damaged_file_is_kept_beside_the_restored_one(self, run: Run, sample: Path, tmp_path: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        damage(sample)
        damaged = digest(sample)
        assert run("restore", sample, "--from", backup).code == 0
        assert run("doctor", sample).code == 0
        (kept,) = tmp_path.glob("cam-long-hong-*.pdesk")
        assert digest(kept) == damaged

    def test_a_letter_is_not_mistaken_for_a_damaged_file(self, run: Run, sample: Path, tmp_path: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        letter = tmp_path / "cong-van.docx"
        letter.write_bytes(b"PK\x03\x04 a letter")
        assert run("restore", letter, "--from", backup).code == 2
        assert letter.read_bytes() == b"PK\x03\x04 a letter"

    def test_a_folder_is_left_alone(self, run: Run, sample: Path, tmp_path: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        folder = tmp_path / "d.pdesk"
        folder.mkdir()
        ran = run("restore", folder, "--from", backup)
        assert (ran.code, ran.out, "d.pdesk là một thư mục" in ran.err) == (2, "", True)
        assert folder.is_dir()
        assert list(tmp_path.glob("*-hong-*")) == []

    def test_a_lost_file_comes_back(self, run: Run, sample: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        sample.unlink()
        assert run("restore", sample, "--from", backup).code == 0
        assert run("doctor", sample).code == 0

    def test_no_file_no_backup(self, run: Run, tmp_path: Path) -> None:
        ran = run("backup", tmp_path / "khong-co.pdesk")
        assert (ran.code, "Không thấy tệp khong-co.pdesk" in ran.err) == (2, True)

    def test_a_missing_file_of_the_working_directory_is_told_with_its_folder(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        assert f"Không thấy tệp x.pdesk trong {tmp_path}." in run("history", "x.pdesk").err


class TestDoctor:
    def test_a_sound_file(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        ran = run("doctor", sample)
        assert (ran.code, ran.out) == (
            0,
            "Tệp cam-long.pdesk nguyên vẹn: cấu trúc, lịch sử và từng bản ghi đều khớp.\n",
        )
        assert run("doctor", sample, "--repair").code == 0
        assert digest(sample) == before

    def test_a_change_outside_the_program_is_found_and_no_copy_made(
        self, run: Run, sample: Path, tmp_path: Path
    ) -> None:
        engine = Engine(sample)
        engine.execute("UPDATE village_year SET poor = 15 WHERE poor = 14")
        engine.close()
        before = digest(sample)
        ran = run("doctor", sample)
        assert (ran.code, len(ran.out.splitlines())) == (1, 2)
        assert "đã bị sửa ngoài chương trình" in ran.out
        repaired = run("doctor", sample, "--repair")
        assert (repaired.code, repaired.out) == (1, ran.out)
        assert digest(sample) == before
        assert list(tmp_path.glob("*-hong-*")) == []

    def test_a_damaged_file_is_refused_or_reported(self, run: Run, sample: Path) -> None:
        damage(sample)
        before = digest(sample)
        ran = run("doctor", sample)
        assert ran.code in {1, 2}
        assert "bị hỏng" in ran.out + ran.err
        assert digest(sample) == before

    def test_repair_saves_what_can_be_read(self, run: Run, sample: Path, tmp_path: Path) -> None:
        damage_one_page(sample)
        damaged = digest(sample)
        ran = run("doctor", sample, "--repair")
        assert ran.code == 1
        assert re.match(r"Đã cứu được \d+ bản ghi sang tệp mới", ran.out)
        assert "“danh sách thôn”" in ran.out
        (kept,) = tmp_path.glob("cam-long-hong-*.pdesk")
        assert digest(kept) == damaged
        assert run("history", sample).code == 0

    def test_what_is_no_file_of_ours_is_left_alone(self, run: Run, tmp_path: Path) -> None:
        letter = tmp_path / "cong-van.docx"
        letter.write_bytes(b"PK\x03\x04 a letter")
        for repair in ([], ["--repair"]):
            ran = run("doctor", letter, *repair)
            assert (ran.code, "cong-van.docx" in ran.err) == (2, True)
        assert [path.name for path in tmp_path.iterdir()] == ["cong-van.docx"]


class TestHistoryAndUndo:
    def test_every_operation_is_named_with_its_officer(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("USER", "ha-mau")
        monkeypatch.delenv("USERNAME", raising=False)
        path = tmp_path / "mau.pdesk"
        run("sample", path)
        operations = run("history", path, "--json").json["operations"]
        assert [one["number"] for one in operations] == [1, 2, 3, 4]
        assert [one["message"] for one in operations] == [
            "lập tệp cho Xã Cẩm Long",
            "nạp số liệu mẫu năm 2023",
            "phân bổ 45 hộ năm 2023",
            "nạp 444 hộ mẫu và kết quả rà soát năm 2023",
        ]
        assert {one["officer"] for one in operations} == {"ha-mau"}
        assert not any(one["undone"] for one in operations)
        assert run("history", path).out.splitlines()[2].endswith("phân bổ 45 hộ năm 2023 (ha-mau)")
        assert "allocate 45 households of 2023" in run("history", path, "--lang", "en").out

    def test_the_time_is_that_of_the_pc(self, run: Run, sample: Path) -> None:
        engine = Engine(sample)
        engine.execute("UPDATE operation SET at = '2023-01-05T20:30:00.000+00:00' WHERE number = 1")
        engine.execute("UPDATE operation SET at = 'hôm qua' WHERE number = 2")
        engine.close()
        moment = datetime.datetime(2023, 1, 5, 20, 30, tzinfo=datetime.UTC).astimezone()
        lines = run("history", sample).out.splitlines()
        assert lines[0].startswith(f"    1   {moment:%Y-%m-%d %H:%M}  ")
        assert lines[1].startswith("    2   hôm qua  ")
        assert run("history", sample, "--json").json["operations"][0]["at"] == "2023-01-05T20:30:00.000+00:00"

    @pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is fixed there")
    def test_the_time_follows_the_zone(self, run: Run, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        engine = Engine(sample)
        engine.execute("UPDATE operation SET at = '2023-01-05T20:30:00.000+00:00' WHERE number = 1")
        engine.close()
        try:
            monkeypatch.setenv("TZ", "UTC-7")
            time.tzset()
            assert "2023-01-06 03:30" in run("history", sample).out.splitlines()[0]
        finally:
            monkeypatch.undo()
            time.tzset()

    def test_undo_and_redo_by_number_and_key(self, run: Run, sample: Path) -> None:
        key = run("history", sample, "--json").json["operations"][2]["id"]
        ran = run("undo", sample, key)
        assert (ran.code, ran.out) == (0, "Đã hoàn tác việc số 3: phân bổ 45 hộ năm 2023.\n")
        assert run("targets", sample, "--year", "2023", "--json").json["total"]["reduction"] is None
        assert [one["undone"] for one in run("history", sample, "--json").json["operations"]] == [
            False,
            False,
            True,
            False,
        ]
        assert run("undo", sample, "4").code == 0
        assert run("targets", sample, "--year", "2023", "--json").json["total"]["reduction"] == 45
        assert run("doctor", sample).code == 0

    def test_what_hangs_together_needs_together(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        ran = run("undo", sample, "2")
        assert (ran.code, "việc sau có liên quan: 3" in ran.err) == (2, True)
        assert digest(sample) == before
        together = run("undo", sample, "2", "--together")
        assert (together.code, len(together.out.splitlines())) == (0, 2)
        assert run("villages", sample, "--year", "2023", "--json").json["rows"] == []

    def test_unknown_and_undone_operations_are_refused(self, run: Run, sample: Path) -> None:
        before = digest(sample)
        assert (run("undo", sample, "99").code, digest(sample) == before) == (2, True)
        run("undo", sample, "3")
        before = digest(sample)
        ran = run("undo", sample, "3")
        assert (ran.code, "đã được hoàn tác" in ran.err) == (2, True)
        assert digest(sample) == before

    def test_a_restored_backup_stays_restored(self, run: Run, sample: Path) -> None:
        backup = Path(run("backup", sample).out.strip().rpartition(": ")[2])
        run("restore", sample, "--from", backup)
        number = run("history", sample, "--json").json["operations"][-1]["number"]
        ran = run("undo", sample, str(number))
        assert (ran.code, "không hoàn tác được" in ran.err) == (2, True)

    def test_an_operation_of_a_later_program_keeps_its_code(self, run: Run, sample: Path) -> None:
        engine = Engine(sample)
        engine.execute("UPDATE operation SET name = 'merge-communes' WHERE number = 3")
        engine.close()
        ran = run("history", sample)
        assert (ran.code, "merge-communes" in ran.out.splitlines()[2]) == (0, True)


@pytest.mark.parametrize("command", ["backup", "doctor", "history", "check"])
def test_each_command_refuses_what_is_no_file_of_ours(run: Run, tmp_path: Path, command: str) -> None:
    letter = tmp_path / "thu.pdesk"
    letter.write_text("Kính gửi", encoding="utf-8")
    ran = run(command, letter)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("thu.pdesk không phải tệp dữ liệu của PovertyDesk")
    assert letter.read_text(encoding="utf-8") == "Kính gửi"


class TestReadOnly:
    """A file that a newer minor version of the program wrote opens for reading only."""

    @pytest.fixture
    def newer(self, sample: Path) -> Path:
        engine = Engine(sample)
        engine.execute(
            f"PRAGMA user_version = {SchemaVersion(HISTORY.version.major, HISTORY.version.minor + 4).packed}"
        )
        engine.close()
        return sample

    @pytest.mark.parametrize("command", [("undo", "3"), ("targets", "--year", "2023", "--allocate", "30")])
    def test_a_write_is_refused_once_and_for_the_reason_of_the_opening(
        self, run: Run, newer: Path, command: tuple[str, ...]
    ) -> None:
        before = digest(newer)
        name, *arguments = command
        ran = run(name, newer, *arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "phiên bản mới hơn của chương trình ghi" in ran.err
        assert digest(newer) == before

    def test_the_reason_is_told_with_another_refusal_and_with_what_was_read(self, run: Run, newer: Path) -> None:
        refused = run("undo", newer, "77")
        assert (refused.code, refused.err.count("\n"), "phiên bản mới hơn" in refused.err) == (2, 2, True)
        read = run("history", newer)
        assert (read.code, read.err.count("\n"), "phiên bản mới hơn" in read.err) == (0, 1, True)


class TestTippedBits:
    """A failing disk tips bits over: what cannot be read is refused in words, and nothing of it is written."""

    COMMANDS = (
        ["check", "--json"],
        ["history"],
        ["targets", "--year", "2023", "--allocate", "30"],
        ["undo", "3"],
        ["doctor"],
    )

    @pytest.mark.parametrize("seed", range(24))
    def test_no_damage_is_a_bug(self, run: Run, sample: Path, seed: int) -> None:
        chance = random.Random(seed)  # noqa: S311 - the same damage on every run
        whole = sample.read_bytes()
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        for command, *arguments in self.COMMANDS:
            sample.write_bytes(damaged)
            ran = run(command, sample, *arguments)
            assert ran.code in {0, 1, 2}, (command, ran.err)
            if ran.code == 2:
                assert (ran.out, sample.read_bytes()) == ("", bytes(damaged))

    def test_a_lost_table_is_damage(self, run: Run, sample: Path) -> None:
        whole = sample.read_bytes()
        assert whole.count(b"CREATE TABLE commune_profile") == 1
        sample.write_bytes(whole.replace(b"CREATE TABLE commune_profile", b"CREATE TABLE commune_profild"))
        ran = run("check", sample)
        assert (ran.code, ran.err.startswith("Tệp cam-long.pdesk trong")) == (2, True)
        assert run("doctor", sample).code in {1, 2}

    def test_a_fault_in_a_sound_file_stays_a_bug(
        self, run: Run, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_arguments: object) -> None:
            raise LookupError("a mistake of ours")

        monkeypatch.setattr(history, "list_history", fail)
        ran = run("history", sample)
        assert (ran.code, ran.out) == (70, "")
        assert len(list((tmp_path / "data" / "reports").iterdir())) == 1
