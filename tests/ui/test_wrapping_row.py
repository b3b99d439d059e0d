"""A row of buttons that goes on in the next line."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from povertydesk.ui.wrapping_row import WrappingRow


def row_of(qtbot: QtBot, count: int, width: int) -> tuple[QWidget, list[QPushButton]]:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = WrappingRow(spacing=6)
    whole.setLayout(row)
    buttons = [QPushButton(f"Phần {place}") for place in range(count)]
    for button in buttons:
        button.setFixedSize(100, 30)
        row.addWidget(button)
    whole.resize(width, row.heightForWidth(width))
    whole.show()
    return whole, buttons


def places(buttons: list[QPushButton]) -> list[tuple[int, int]]:
    return [(button.x(), button.y()) for button in buttons]


def test_parts_stand_side_by_side_while_there_is_room_and_go_on_below(qtbot: QtBot) -> None:
    _, buttons = row_of(qtbot, 3, 312)
    assert places(buttons) == [(0, 0), (106, 0), (212, 0)]
    whole, buttons = row_of(qtbot, 3, 311)
    assert places(buttons) == [(0, 0), (106, 0), (0, 36)]
    assert whole.height() == 66


def test_a_row_asks_for_no_more_than_its_widest_part(qtbot: QtBot) -> None:
    whole, buttons = row_of(qtbot, 4, 800)
    assert (whole.minimumSizeHint().width(), whole.sizeHint().width()) == (100, 418)
    buttons[1].hide()
    whole.adjustSize()
    assert places([buttons[0], buttons[2]]) == [(0, 0), (106, 0)]


def test_an_empty_row_takes_no_room(qtbot: QtBot) -> None:
    whole, _ = row_of(qtbot, 0, 200)
    layout = whole.layout()
    assert layout is not None
    assert (layout.count(), layout.takeAt(0), layout.heightForWidth(200)) == (0, None, 0)
