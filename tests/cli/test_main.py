from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from povertydesk import app, paths
from povertydesk.cli.main import COMMAND_NAMES
from povertydesk.cli.main import run as run_commands
from povertydesk.poverty.problems import KnownError
from tests.cli.conftest import Ran, Run

FILE_COMMANDS = {
    "backup": [],
    "check": [],
    "classify": ["--year", "2023"],
    "doctor": [],
    "explain": ["--household", "001", "--year", "2023"],
    "find": ["x"],
    "fill": ["table-01", "--template", "mau.xlsx", "--to", "ra.xlsx", "--year", "2023"],
    "history": [],
    "households": ["--year", "2023", "--import", "ho.xlsx"],
    "print": ["plan", "--year", "2023", "--to", "plan.pdf"],
    "restore": ["--from", "ban-sao.pdesk"],
    "targets": ["--year", "2023"],
    "undo": ["1"],
    "villages": ["--year", "2023"],
}


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Ran]:
    """Runs the program as a process of its own, with no display and no network to ask."""

    def start(*arguments: str | Path, cwd: Path = tmp_path) -> Ran:
        kept = ("PATH", "SYSTEMROOT", "LANG")
        environment = {name: os.environ[name] for name in kept if name in os.environ}
        environment |= {
            app.DATA_FOLDER_VARIABLE: str(tmp_path / "data"),
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "PYTHONWARNINGS": "error",
            "USER": "test",
        }
        done = subprocess.run(
            [sys.executable, "-m", "povertydesk", *map(str, arguments)],
            cwd=cwd,
            env=environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


class TestUsage:
    def test_an_unknown_command_lists_the_known_ones(self, run: Run) -> None:
        ran = run("targetz", "x.pdesk")
        assert (ran.code, ran.out) == (64, "")
        assert ran.err.startswith("Không có lệnh “targetz”. Các lệnh: backup, bench, check,")

    @pytest.mark.parametrize("arguments", [["new", "x.pdesk", "--area", "rural"], ["targets", "x.pdesk"], ["undo"]])
    def test_what_is_missing_is_named(self, run: Run, arguments: list[str]) -> None:
        ran = run(*arguments)
        assert (ran.code, ran.out) == (64, "")
        missing = {"new": "--name", "targets": "--year", "undo": "FILE"}[arguments[0]]
        assert ran.err == f"Còn thiếu {missing}. Cách dùng: povertydesk {arguments[0]} --help\n"

    @pytest.mark.parametrize(
        ("arguments", "words"),
        [
            (["new", "x.pdesk", "--name", "Xã A", "--area", "town"], "--area phải là một trong: rural, urban."),
            (["targets", "x.pdesk", "--year", "nay"], "Giá trị của --year không dùng được."),
            (["targets", "x.pdesk", "--year", "23"], "Giá trị của --year không dùng được."),
            (["targets", "x.pdesk", "--yeer", "2023"], "Lệnh này không có tùy chọn --yeer."),
            (["doctor", "x.pdesk", "y.pdesk"], "Câu lệnh chưa đúng."),
            (["doctor", "x.pdesk", "--json"], "Lệnh này không có tùy chọn --json."),
            (["--lang", "fr", "check", "x.pdesk"], "--lang phải là một trong: vi, en."),
            (["--lang", "en"], "The command is not complete"),
            (["undo", "x.pdesk", "--lang=en"], "OPERATION is missing."),
            (["targets", "x.pdesk", "--year", "2023", "--by"], "Câu lệnh chưa đúng."),
        ],
    )
    def test_wrong_usage_is_64_and_one_line(self, run: Run, arguments: list[str], words: str) -> None:
        ran = run(*arguments)
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (64, "", 1)
        assert ran.err.startswith(words)

    @pytest.mark.parametrize("command", sorted(COMMAND_NAMES))
    def test_every_command_explains_itself(self, run: Run, command: str) -> None:
        ran = run(command, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert "--lang" in ran.out

    def test_help_and_version(self, run: Run) -> None:
        assert run("--help").code == run("-h").code == run("--version").code == 0
        assert all(name in run("--help").out for name in COMMAND_NAMES)


class TestRefusals:
    @pytest.mark.parametrize("command", sorted(FILE_COMMANDS))
    def test_a_missing_file_is_refused_in_vietnamese(self, run: Run, tmp_path: Path, command: str) -> None:
        ran = run(command, tmp_path / "khong-co.pdesk", *FILE_COMMANDS[command])
        assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
        assert ran.err.startswith("Không thấy tệp ")
        assert list(tmp_path.iterdir()) == []

    def test_every_command_on_a_file_is_held_to_it(self) -> None:
        assert COMMAND_NAMES - set(FILE_COMMANDS) == {"new", "sample", "self-test", "bench"}

    @pytest.mark.parametrize("before", [True, False])
    def test_english_is_asked_for_before_or_after_the_command(self, run: Run, before: bool) -> None:
        lang, command = ["--lang", "en"], ["check", "khong-co.pdesk"]
        ran = run(*(lang + command if before else command + lang))
        assert (ran.code, ran.err.startswith("The file khong-co.pdesk is not in")) == (2, True)

    def test_the_word_after_the_command_counts(self, run: Run) -> None:
        assert run("--lang", "en", "check", "khong-co.pdesk", "--lang", "vi").err.startswith("Không thấy")


class TestBugs:
    @staticmethod
    def broken(_size: int | None) -> Any:
        person = "Bùi Thị Mẫu"
        try:
            raise KeyError(person)
        except KeyError as error:
            message = f"no such person: {person}"
            raise RuntimeError(message) from error

    def test_a_bug_is_reported_without_personal_data(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path))
        program, messages = app.build_program(), paths.resources("messages")
        assert run_commands(["bench", "pdf"], program, messages, {"pdf": self.broken}, app.report_bug) == 70
        (report,) = (tmp_path / "reports").iterdir()
        captured = capsys.readouterr()
        assert captured.out == ""
        assert str(report) in captured.err
        text = report.read_text(encoding="utf-8")
        assert "Mẫu" not in text
        assert all(
            words in text for words in ("RuntimeError", "KeyError", "test_main.py:", " broken\n", "PovertyDesk ")
        )

    def test_a_refusal_is_no_bug(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse(_size: int | None) -> Any:
            raise KnownError("no-villages")

        monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path))
        program = app.build_program()
        assert (
            run_commands(["bench", "pdf"], program, paths.resources("messages"), {"pdf": refuse}, app.report_bug) == 2
        )
        assert list(tmp_path.iterdir()) == []


class TestProcess:
    def test_the_sample_is_shared_out_and_printed(self, program: Callable[..., Ran], tmp_path: Path) -> None:
        assert program("sample", "s.pdesk").code == 0
        ran = program("targets", "s.pdesk", "--year", "2023", "--allocate", "45", "--by", "households", "--json")
        assert (ran.code, ran.err) == (0, "")
        assert [row["reduction"] for row in ran.json["rows"]] == [7, 5, 8, 10, 7, 8]
        assert program("print", "s.pdesk", "plan", "--year", "2023", "--to", "plan.pdf").code == 0
        assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF-")
        assert program("targets", "s.pdesk", "--year", "2023", "--allocate", "209").code == 2
        assert program("no-such-command").code == 64

    def test_printing_never_loads_the_screens(self, sample: Path, tmp_path: Path) -> None:
        """With everything of Qt, of the display and of the network out of reach."""
        script = f"""
import socket, sys
def forbidden(*_arguments, **_named):
    raise AssertionError("the network was asked")
socket.socket = socket.create_connection = forbidden
sys.modules["PySide6"] = None
from povertydesk.app import main
for ending in ("pdf", "docx", "xlsx"):
    code = main(["print", {str(sample)!r}, "plan", "--year", "2023", "--to", {str(tmp_path)!r} + "/plan." + ending])
    assert code == 0, code
loaded = [name for name in sys.modules if name.startswith(("PySide6.", "shiboken6", "povertydesk.ui"))]
assert not loaded, loaded
"""
        done = run_script(script, tmp_path)
        assert done.returncode == 0, done.stderr
        assert {path.suffix for path in tmp_path.glob("plan.*")} == {".pdf", ".docx", ".xlsx"}

    def test_the_command_line_loads_no_heavy_library(self, tmp_path: Path) -> None:
        script = """
import sys
import povertydesk.cli.main
heavy = {"reportlab", "openpyxl", "sqlite_utils", "docx", "python_calamine", "pypdfium2", "PySide6", "PIL"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""
        done = run_script(script, tmp_path)
        assert done.returncode == 0, done.stderr

    def test_other_encodings_of_the_terminal_do_no_harm(self, program: Callable[..., Ran]) -> None:
        ran = program("check", "không-có.pdesk")
        assert ran.err.startswith("Không thấy tệp không-có.pdesk")


def run_script(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {
        "PYTHONPATH": str(Path(__file__).parents[2]),
        app.DATA_FOLDER_VARIABLE: str(folder / "data"),
        "PYTHONIOENCODING": "ascii",
    }
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(display, None)
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_file_that_may_not_be_read_is_no_wrong_usage(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root reads everything, so the answer of the system is put in its place.
    locked = tmp_path / "khoa.pdesk"
    locked.write_bytes(b"")
    monkeypatch.setattr(os, "access", lambda *_asked, **_more: False)
    for command, options in FILE_COMMANDS.items():
        assert run(command, locked, *options).code == 2, command
    assert run("villages", tmp_path / "khong-co.pdesk", "--year", "2023", "--import", locked).code == 2
    assert run("restore", tmp_path / "khong-co.pdesk", "--from", locked).code == 2
