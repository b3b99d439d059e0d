"""A sample commune whose households were all reviewed, and the page of its tables."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.tables.page import TablesPage
from povertydesk.workflow.desk import Program
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.judging_benchmark import reviewed_round
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.sample import add_practice_people

HOUSEHOLDS = 48


@pytest.fixture
def reviewed(sample: Path, program: Program) -> Path:
    """The file of the sample with a round of households that were judged."""
    with contextlib.closing(open_desk(sample, program)) as desk:
        of_round = reviewed_round(desk, HOUSEHOLDS)
        add_practice_people(desk, 2)
        rejudge(desk, of_round.id)
    return sample


@pytest.fixture
def page(qtbot: QtBot, show: Callable[[Path], MainWindow], reviewed: Path) -> TablesPage:
    """The page with the tables drawn up."""
    return shown(qtbot, show(reviewed))


def shown(qtbot: QtBot, window: MainWindow) -> TablesPage:
    """Bring the page to the front and wait for its tables."""
    window.show_page("tables")
    page = window.page
    assert isinstance(page, TablesPage)
    qtbot.waitUntil(lambda: page.shown is not None)
    return page
