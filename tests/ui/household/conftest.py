"""A commune with two households, and the panel alone in a window that undoes by Ctrl+Z."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.person import HEAD, Person, Sex
from povertydesk.ui import window_keys
from povertydesk.ui.household.panel import HouseholdPanel
from povertydesk.ui.preferences import Preferences
from povertydesk.ui.session import Session
from povertydesk.ui.typed_texts import TypedTexts
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.keep_registry import NewMember
from povertydesk.workflow.sample import make_sample
from tests.ui.hands import Hands
from tests.ui.household.at_the_panel import Panel
from tests.workflow.registry import household_of

OTHERS = (
    NewMember(Person("", "Lê Văn Giả", birth_year=1960, sex=Sex.MALE), HEAD),
    NewMember(Person("", "Lê Thị Ví", birth_year=1990, sex=Sex.FEMALE), "child"),
)


@pytest.fixture
def desk(tmp_path: Path, program: Program) -> Iterator[Desk]:
    """The sample of Cẩm Long, open."""
    desk = make_sample(tmp_path / "cam-long.pdesk", program, with_households=False)
    yield desk
    desk.close()


@pytest.fixture
def session(clean_application: QApplication, desk: Desk, preferences: Preferences) -> Session:
    assert clean_application is not None
    messages = Messages.load(paths.resources("messages"))
    return Session(desk, lambda: messages, typed=TypedTexts(preferences, desk.path))


@pytest.fixture
def home(desk: Desk) -> str:
    """The household of the Bùi: a couple and two grown children, in Thôn Phi Long, code 001."""
    return household_of(desk)


@pytest.fixture
def neighbours(desk: Desk, home: str) -> str:
    """The household of the Lê in the same village, code 002."""
    assert home
    return household_of(desk, OTHERS, head="Lê Văn Giả")


@pytest.fixture
def panel(qtbot: QtBot, session: Session) -> Iterator[HouseholdPanel]:
    """The panel as wide as its host leaves it, with nothing in it."""
    window = QMainWindow()
    panel = HouseholdPanel(session)
    window.setCentralWidget(panel)
    window.resize(600, 640)

    def undo() -> None:
        panel.commit_pending()
        past = session.undo_state().undo
        if past is not None:
            session.take_back(past)

    window_keys.offer_key(window, window_keys.UNDO, undo)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield panel
    panel.stop()


@pytest.fixture
def at(panel: HouseholdPanel, desk: Desk, home: str, hands: Hands) -> Panel:
    """The panel on the household of the Bùi, under the clerk's hands."""
    panel.show_household(home)
    panel.focus_first()
    return Panel(panel, desk, home, hands)


@pytest.fixture
def said() -> Callable[..., str]:
    """The Vietnamese sentence of a code with its values."""
    messages = Messages.load(paths.resources("messages"))

    def say(code: str, /, **values: str | int) -> str:
        return messages.sentence(code, values)

    return say
