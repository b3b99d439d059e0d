"""A sample commune whose households were all reviewed, a template of the office above, and the page it is filled on."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.template_fill.page import TemplateFillPage
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk
from tests.exchange.office_templates import office_template
from tests.ui.course.conftest import finished_year, sealed_year, unbalanced_year
from tests.ui.tables.conftest import reviewed, shown
from tests.workflow.contents import names

__all__ = ["finished_year", "reviewed", "sealed_year", "unbalanced_year"]


@pytest.fixture
def template(reviewed: Path, program: Program, tmp_path: Path) -> Path:
    """The template of table 1, with the villages of the sample."""
    with contextlib.closing(open_desk(reviewed, program)) as desk:
        return office_template(tmp_path / "Biểu mẫu của huyện.xlsx", 1, names(desk))


@pytest.fixture
def page(qtbot: QtBot, show: Callable[[Path], MainWindow], reviewed: Path) -> TemplateFillPage:
    """The page, asked for from the table in front of the official tables."""
    tables = shown(qtbot, show(reviewed))
    tables.template_button.click()
    window = tables.window()
    assert isinstance(window, MainWindow)
    page = window.page
    assert isinstance(page, TemplateFillPage)
    return page


def look_at(qtbot: QtBot, page: TemplateFillPage, path: Path) -> None:
    """Open a template and wait until it stands there, or is refused."""
    before = page.opened
    page.open_template(path)
    qtbot.waitUntil(lambda: not page._reading.is_busy and (page.opened is not before or bool(page.notice.sentence)))
