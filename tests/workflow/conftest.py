"""A program with a standing clock and a folder of its own, and the sample office at work in it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from povertydesk import __version__, paths
from povertydesk.poverty.area import AreaType, OfficeLevel
from povertydesk.poverty.clock import FixedClock
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import make_sample
from povertydesk.workflow.start_file import NewOffice, start_file

NOON = datetime.datetime(2023, 1, 5, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=7)))
AFTER = NOON.replace(year=2024)
LAW = paths.resources("legislation")


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of Cẩm Long with nothing registered and nothing reviewed, made once."""
    folder = tmp_path_factory.mktemp("finished")
    path = folder / "cam-long.pdesk"
    program = Program(__version__, FixedClock(NOON), LAW, folder / "backups", "Hà Văn Mẫu")
    make_sample(path, program, with_households=False).close()
    return path


@pytest.fixture(scope="session")
def finished_with_households(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample of Cẩm Long as the program hands it out, made once."""
    folder = tmp_path_factory.mktemp("finished-with-households")
    path = folder / "cam-long.pdesk"
    make_sample(path, Program(__version__, FixedClock(AFTER), LAW, folder / "backups", "Hà Văn Mẫu")).close()
    return path


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The program on the noon of 5 January 2023."""
    return Program(__version__, FixedClock(NOON), LAW, tmp_path / "backups", "Hà Văn Mẫu")


@pytest.fixture
def desk(finished: Path, tmp_path: Path, program: Program) -> Iterator[Desk]:
    """The sample of Cẩm Long, open; it must be sound when the test is over."""
    desk = open_desk(Path(shutil.copy(finished, tmp_path / "cam-long.pdesk")), program)
    yield desk
    desk.close()


@pytest.fixture
def full_sample(finished_with_households: Path, tmp_path: Path) -> Iterator[Desk]:
    """The sample of Cẩm Long with its households and the sealed round of 2023, open in January 2024."""
    program = Program(__version__, FixedClock(AFTER), LAW, tmp_path / "backups", "Hà Văn Mẫu")
    desk = open_desk(Path(shutil.copy(finished_with_households, tmp_path / "full.pdesk")), program)
    yield desk
    desk.close()


@pytest.fixture
def empty(tmp_path: Path, program: Program) -> Iterator[Desk]:
    """A new commune with nothing entered, open."""
    desk = start_file(tmp_path / "moi.pdesk", NewOffice("Xã Thử Nghiệm", AreaType.RURAL), program)
    yield desk
    desk.close()


@pytest.fixture
def receiving(tmp_path: Path, program: Program) -> Iterator[Desk]:
    """The sample of a receiving office, open."""
    desk = make_sample(tmp_path / "krong-no.pdesk", program, "krong-no")
    assert desk.unit.level is OfficeLevel.RECEIVING
    yield desk
    desk.close()
