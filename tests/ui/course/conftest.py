"""A sample commune with its sealed year: balanced as it comes, and with a typed figure that contradicts it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from povertydesk.app import DATA_FOLDER_VARIABLE, build_program
from povertydesk.poverty.clock import FixedClock
from povertydesk.ui.course.page import CoursePage
from povertydesk.ui.main_window import MainWindow
from povertydesk.workflow import record_villages
from povertydesk.workflow.desk import Program
from povertydesk.workflow.edit_grid import CellEntry, enter_cells
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.judging_benchmark import reviewed_round
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import add_practice_people, make_sample
from tests.ui.conftest import NOW, OFFICER

YEAR = 2023
TOO_MANY = 3
DOUBTFUL_HOUSEHOLDS = 48


@pytest.fixture(scope="session")
def finished_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with its households and the sealed round of 2023, made once."""
    folder = tmp_path_factory.mktemp("finished-year")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(DATA_FOLDER_VARIABLE, str(folder / "data"))
        make_sample(folder / "cam-long.pdesk", build_program(FixedClock(NOW), OFFICER)).close()
    return folder / "cam-long.pdesk"


@pytest.fixture
def sealed_year(finished_year: Path, documents: Path) -> Path:
    """The test's own copy of the sample, whose year balances."""
    return Path(shutil.copy(finished_year, documents / "cam-long.pdesk"))


@pytest.fixture
def unbalanced_year(sealed_year: Path, program: Program) -> Path:
    """The sample with more poor households typed for its first village than its households tell."""
    with contextlib.closing(open_desk(sealed_year, program)) as desk:
        village, figures = record_villages.read_villages(desk, YEAR).rows[0]
        poor = (figures.poor or 0) + TOO_MANY
        enter_cells(desk, YEAR, [CellEntry(village.id, "poor_opening", str(poor))])
    return sealed_year


def shown(qtbot: QtBot, window: MainWindow, number: int = 2) -> CoursePage:
    """Show the course of table 2 or 3 and wait for its ledger."""
    window.session.set_year(YEAR)
    window.show_course(number)
    page = window.page
    assert isinstance(page, CoursePage)
    qtbot.waitUntil(lambda: page.grid is not None and page.body.isVisible())
    return page


@pytest.fixture
def balanced(qtbot: QtBot, show: Callable[[Path], MainWindow], sealed_year: Path) -> CoursePage:
    """The page of a year that balances."""
    return shown(qtbot, show(sealed_year))


@pytest.fixture
def doubtful(qtbot: QtBot, show: Callable[[Path], MainWindow], sample: Path, program: Program) -> CoursePage:
    """The page of a year whose round is open and tells nothing of the time before."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        of_round = reviewed_round(desk, DOUBTFUL_HOUSEHOLDS)
        add_practice_people(desk, 2)
        rejudge(desk, of_round.id)
    return shown(qtbot, show(sample))


@pytest.fixture
def broken(qtbot: QtBot, show: Callable[[Path], MainWindow], unbalanced_year: Path) -> CoursePage:
    """The page of a year whose opening does not fit."""
    return shown(qtbot, show(unbalanced_year))
