"""A list to choose a record from: whole lines, moved by keys and mouse, opened by Enter."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.records.columns import CellKind, Column
from povertydesk.ui.records.record_list import RecordList
from povertydesk.ui.records.record_table import RecordTable

Key = Qt.Key


class Line(NamedTuple):
    id: str
    name: str
    people: int


def lines(count: int) -> list[Line]:
    return [Line(f"h{number}", f"Hộ {number}", number) for number in range(count)]


class Stage(QWidget):
    """A field that takes the keys away, and below it the list."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.rows = QVBoxLayout(self)
        self.rows.addWidget(self.field)

    def list_of(self, records: list[Line], *, lets_go: bool = False) -> RecordList:
        columns = (
            Column[Line]("name", "Tên", lambda one: one.name),
            Column[Line]("people", "Nhân khẩu", lambda one: one.people, CellKind.COUNT),
        )
        self.table = RecordTable[Line](columns, lambda one: one.id, records, self)
        made = RecordList(self.table, name="Danh sách hộ", lets_go=lets_go)
        self.rows.addWidget(made)
        made.setFocus()
        QApplication.processEvents()
        return made


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    stage = Stage()
    qtbot.addWidget(stage)
    with qtbot.waitActive(stage):
        stage.resize(400, 300)
        stage.show()
        stage.activateWindow()
    return stage


def test_the_keys_stand_on_the_first_line_and_move_whole_lines(stage: Stage) -> None:
    view = stage.list_of(lines(30))
    assert view.current_id == "h0"
    for key, there in (
        (Key.Key_Down, "h1"),
        (Key.Key_End, "h29"),
        (Key.Key_Down, "h29"),
        (Key.Key_Up, "h28"),
        (Key.Key_Home, "h0"),
        (Key.Key_Up, "h0"),
    ):
        QTest.keyClick(view, key)
        assert view.current_id == there
    assert [(one.left, one.right) for one in view.selection.ranges()] == [(0, 1)]
    QTest.keyClick(view, Key.Key_PageDown)
    page_down = view.selection.current
    assert page_down is not None
    assert 1 < page_down[0] < 29
    QTest.keyClick(view, Key.Key_PageUp)
    assert view.current_id == "h0"


def test_enter_and_a_double_click_open_the_record(qtbot: QtBot, stage: Stage) -> None:
    view = stage.list_of(lines(30))
    QTest.keyClick(view, Key.Key_Down)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Key.Key_Return)
    assert opened.args == ["h1"]
    place = view.visualRect(view.model().index(2, 1)).center()
    with qtbot.waitSignal(view.moved) as moved:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert moved.args == ["h2"]
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["h2"]


def test_a_line_is_copied_and_letters_do_nothing(stage: Stage) -> None:
    view = stage.list_of(lines(30))
    QTest.keyClick(view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().strip() == "Hộ 0\t0"
    letter = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ê")
    QApplication.sendEvent(view, letter)
    assert not letter.isAccepted()
    assert view.current_id == "h0"


def test_the_line_stays_with_its_record_and_in_sight(qtbot: QtBot, stage: Stage) -> None:
    view = stage.list_of(lines(30))
    assert view.stand_on("h20")
    assert not view.stand_on("gone")
    stage.table.set_records(lines(30)[1:])
    assert view.current_id == "h20"
    view.window().resize(400, 200)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))
    stage.table.set_records([])
    QTest.keyClick(view, Key.Key_Return)
    QTest.keyClick(view, Key.Key_Down)
    assert view.current_id is None


@pytest.mark.parametrize("lets_go", [False, True])
def test_a_list_may_mark_nothing_while_the_keys_are_elsewhere(stage: Stage, lets_go: bool) -> None:
    view = stage.list_of(lines(30), lets_go=lets_go)
    QTest.keyClick(view, Key.Key_Down)
    stage.field.setFocus()
    assert view.current_id == (None if lets_go else "h1")
    view.setFocus()
    assert view.current_id == "h1"
