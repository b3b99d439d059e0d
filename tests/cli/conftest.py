"""The command line as the office's IT runs it, in this process and with a data folder of the test's own."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from povertydesk import app
from povertydesk.workflow.sample import make_sample


@dataclass(frozen=True)
class Ran:
    """What a command ended with and said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on stdout; what stands before or after it fails the test."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command line as the installed program does."""
    monkeypatch.setenv(app.DATA_FOLDER_VARIABLE, str(tmp_path / "data"))

    def run_command(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = app.main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run_command


@pytest.fixture(scope="session")
def finished_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of Cẩm Long with nothing registered and nothing reviewed, made once."""
    path = tmp_path_factory.mktemp("sample") / "cam-long.pdesk"
    make_sample(path, app.build_program(), with_households=False).close()
    return path


@pytest.fixture
def full_sample(run: Run, tmp_path: Path) -> Path:
    """The sample of Cẩm Long as the command makes it: with households and the sealed round of 2023."""
    path = tmp_path / "xa-mau.pdesk"
    assert run("sample", path).code == 0
    return path


@pytest.fixture
def sample(finished_sample: Path, tmp_path: Path) -> Path:
    """The test's own copy of the sample of Cẩm Long."""
    return Path(shutil.copy(finished_sample, tmp_path / "cam-long.pdesk"))


@pytest.fixture
def empty(run: Run, tmp_path: Path) -> Path:
    """A new file of a commune with nothing entered."""
    path = tmp_path / "moi.pdesk"
    assert run("new", path, "--name", "Xã Thử Nghiệm", "--area", "rural").code == 0
    return path
