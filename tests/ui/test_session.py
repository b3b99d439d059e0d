from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.poverty.area import AreaType
from povertydesk.poverty.messages import Messages
from povertydesk.poverty.problems import KnownError
from povertydesk.ui.session import Session
from povertydesk.workflow import record_villages
from povertydesk.workflow.changes import NOTHING, Changes
from povertydesk.workflow.desk import Program
from povertydesk.workflow.open_desk import open_desk
from povertydesk.workflow.start_file import NewOffice, start_file

MESSAGES = Messages.load(paths.resources("messages"))


@pytest.fixture
def session(qapp: QApplication, sample: Path, program: Program) -> Iterator[Session]:
    desk = open_desk(sample, program)
    yield Session(desk, lambda: MESSAGES)
    desk.close()


def test_work_begins_in_the_latest_year_of_the_file(session: Session, documents: Path, program: Program) -> None:
    assert session.year == 2023
    empty = start_file(documents / "moi.pdesk", NewOffice("Xã Cẩm Long", AreaType.RURAL), program)
    try:
        assert Session(empty, lambda: MESSAGES).year == 2026
    finally:
        empty.close()


def test_a_write_tells_what_it_changed(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.changed) as changed:
        assert session.write(lambda: record_villages.add_villages(session.desk, ["Thôn Mới"]))
    assert changed.args is not None
    assert changed.args[0].touches("village")


def test_a_write_that_changed_nothing_tells_nothing(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.changed):
        assert session.write(lambda: NOTHING)


def test_a_refusal_is_told_and_gives_nothing(qtbot: QtBot, session: Session) -> None:
    def refuse() -> Changes:
        raise KnownError("disk-full", file="a", folder="b")

    with qtbot.waitSignal(session.refused) as refused:
        assert not session.write(refuse)
    assert refused.args is not None
    assert refused.args[0].code == "disk-full"
    with qtbot.waitSignal(session.refused):
        assert session.attempt(refuse) is None


def test_a_bug_is_not_hidden(session: Session) -> None:
    def broken() -> Changes:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        session.write(broken)


def test_a_year_is_told_where_it_is_another(qtbot: QtBot, session: Session) -> None:
    with qtbot.assertNotEmitted(session.year_changed):
        session.set_year(2023)
    with qtbot.waitSignal(session.year_changed) as changed:
        session.set_year(2024)
    assert changed.args == [2024]


def test_the_last_act_is_taken_back_and_done_again_by_name(session: Session, sentence: Callable[..., str]) -> None:
    session.write(lambda: record_villages.add_villages(session.desk, ["Thôn Mới"]))
    named = sentence("operation-add-villages", villages=1, names="Thôn Mới")
    state = session.undo_state()
    assert state.undo is not None
    assert session.describe(state.undo) == named
    assert session.take_back(state.undo)
    state = session.undo_state()
    assert state.redo is not None
    assert session.described_undoing(state.redo) == named
    assert session.take_back(state.redo)
    names = [village.name for village, _ in record_villages.read_villages(session.desk, 2023).rows]
    assert names[-1] == "Thôn Mới"
