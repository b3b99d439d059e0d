from __future__ import annotations

import datetime
import sys
import tempfile
import types
from pathlib import Path

import pytest

from povertydesk import __version__, app
from povertydesk.poverty.clock import FixedClock

NOON = datetime.datetime(2023, 1, 5, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path | None]:
    """Stands for the window and notes which file it was opened with."""
    opened: list[Path | None] = []

    def open_window(_program: object, path: Path | None, _report_bug: object) -> int:
        opened.append(path)
        return 0

    module = types.ModuleType("povertydesk.ui.start")
    module.open_window = open_window  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "povertydesk.ui.start", module)
    monkeypatch.setattr("gc.disable", lambda: None)
    monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return opened


class TestWindowOrCommand:
    @pytest.mark.parametrize(
        ("arguments", "file"), [([], None), (["xa.pdesk"], "xa.pdesk"), (["XA.PDESK"], "XA.PDESK")]
    )
    def test_no_command_opens_the_window(
        self, window: list[Path | None], arguments: list[str], file: str | None
    ) -> None:
        assert app.main(arguments) == 0
        assert window == [Path(file) if file else None]

    def test_a_file_without_the_ending_opens_the_window(self, window: list[Path | None]) -> None:
        Path("ban-sao").write_bytes(b"")
        assert app.main(["ban-sao"]) == 0
        assert window == [Path("ban-sao")]

    @pytest.mark.parametrize("arguments", [["check"], ["check", "xa.pdesk"], ["khong-co"], ["--help"], ["-h"]])
    def test_a_command_opens_none(self, window: list[Path | None], arguments: list[str]) -> None:
        Path("check").write_bytes(b"")
        app.main(arguments)
        assert window == []


class TestProgram:
    def test_the_parts_are_put_together(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path))
        program = app.build_program(FixedClock(NOON), "Hà Văn Mẫu")
        assert (program.version, program.officer, program.clock.now()) == (__version__, "Hà Văn Mẫu", NOON)
        assert program.backup_folder == tmp_path / "backups"
        assert program.legislation.standard_for(2023).id == "2022-2026"
        assert (program.authorship.officer, program.authorship.at) == ("Hà Văn Mẫu", NOON)

    @pytest.mark.parametrize(("system", "linux", "named"), [("ha.mau", "x", "ha.mau"), ("", "ha-mau", "ha-mau")])
    def test_the_officer_is_the_pcs_user(
        self, monkeypatch: pytest.MonkeyPatch, system: str, linux: str, named: str
    ) -> None:
        monkeypatch.setenv("USERNAME", system)
        monkeypatch.setenv("USER", linux)
        assert app.build_program().officer == named

    def test_an_account_without_a_name_can_work(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def nameless() -> str:
            raise OSError("no username")

        for variable in ("USERNAME", "USER"):
            monkeypatch.delenv(variable, raising=False)
        monkeypatch.setattr("getpass.getuser", nameless)
        assert app.build_program().officer == "?"

    def test_data_lie_in_the_users_own_folder(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv(app.DATA_FOLDER_VARIABLE, raising=False)
        assert app.data_folder().name == "PovertyDesk"
        assert app.data_folder().is_absolute()


class TestReport:
    @staticmethod
    def bug() -> BaseException:
        try:
            raise ValueError("Bùi Thị Mẫu")
        except ValueError as error:
            return error

    def test_reports_do_not_write_over_each_other(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path))
        reports = {app.report_bug(self.bug()) for _ in range(3)}
        assert {report.parent for report in reports} == {tmp_path / "reports"}
        assert len(reports) == 3
        text = next(iter(reports)).read_text(encoding="utf-8")
        assert text.startswith(f"PovertyDesk {__version__}\nPython ")
        assert text.endswith(f"\nValueError\ntest_app.py:{self.bug.__code__.co_firstlineno + 3} bug\n")
        assert "Mẫu" not in text

    def test_a_folder_that_cannot_be_written_loses_no_report(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        in_the_way = tmp_path / "data"
        in_the_way.write_bytes(b"")
        monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(in_the_way))
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        report = app.report_bug(self.bug())
        assert (report.parent, report.name.startswith("povertydesk-")) == (tmp_path, True)
