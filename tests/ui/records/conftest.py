"""A targets table of invented figures, a page that takes the edits, and keys as Windows, Unikey and ibus send them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from povertydesk.poverty.rate import percent
from povertydesk.ui.records.columns import CellEdit, CellKind, Column
from povertydesk.ui.records.delegates import CellEditor
from povertydesk.ui.records.grid_view import GridView
from povertydesk.ui.records.record_table import RecordTable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True)
class VillageRow:
    id: str
    number: int
    name: str
    households: int
    poor: int
    reduction: int | None = None
    minority: int | None = None
    note: str = ""
    locked: bool = False

    @property
    def poor_rate(self) -> Decimal | None:
        return percent(self.poor, self.households)


@dataclass
class Page:
    """Stands for the page and its workflow: keeps the requests, writes them, hands the new records back."""

    table: RecordTable[VillageRow]
    requests: list[list[CellEdit]] = field(default_factory=list)

    def take(self, edits: list[CellEdit]) -> None:
        self.requests.append(edits)
        rows = {record.id: record for record in self.table.records}
        for edit in edits:
            value: Any = edit.text if edit.column_key in {"name", "note"} else int(edit.text) if edit.text else None
            rows[edit.row_id] = replace(rows[edit.row_id], **{edit.column_key: value})
        self.table.replace_records(rows[row_id] for row_id in dict.fromkeys(edit.row_id for edit in edits))

    @property
    def texts(self) -> list[CellEdit]:
        """The cells of the only request."""
        (request,) = self.requests
        return request


@dataclass
class Clerk:
    """Sends real events to whatever has the keys, and looks at the grid."""

    view: GridView

    @property
    def current(self) -> tuple[int, int]:
        return self.view.currentIndex().row(), self.view.currentIndex().column()

    @property
    def is_editing(self) -> bool:
        return any(child.isVisible() for child in self.view.viewport().findChildren(CellEditor))

    @property
    def editor(self) -> CellEditor:
        (editor,) = (child for child in self.view.viewport().findChildren(CellEditor) if child.isVisible())
        return editor

    def press(self, key: int, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(QKeyEvent(kind, key, modifiers, text))

    def control(self, key: int) -> None:
        self.press(key, modifiers=Qt.KeyboardModifier.ControlModifier)

    def shift(self, key: int) -> None:
        self.press(key, modifiers=Qt.KeyboardModifier.ShiftModifier)

    def type(self, letters: str) -> None:
        """Type ASCII letters and figures as a keyboard does."""
        for letter in letters:
            self.press(ord(letter.upper()), letter)

    def unikey(self, backspaces: int, letters: str) -> None:
        """Correct a word as Unikey does: Backspace keys, then letters without a key code."""
        for _ in range(backspaces):
            self.press(Qt.Key.Key_Backspace, "\b")
        for letter in letters:
            self.press(0, letter)

    def compose(self, preedit: str) -> None:
        """Show a word being composed, as ibus and fcitx do."""
        self._send(QInputMethodEvent(preedit, []))

    def commit(self, text: str) -> None:
        """End a composed word."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        self._send(event)

    @staticmethod
    def _send(event: QEvent) -> None:
        receiver = QApplication.focusWidget()
        assert receiver is not None
        QApplication.sendEvent(receiver, event)


def _sum(read: Callable[[VillageRow], int | None]) -> Callable[..., int]:
    return lambda rows: sum(read(row) or 0 for row in rows)


@pytest.fixture
def columns() -> tuple[Column[VillageRow], ...]:
    opening, plan, closing = ("Đầu kỳ",), ("Kế hoạch năm 2023",), ("Cuối kỳ",)
    count, rate = CellKind.COUNT, CellKind.RATE
    return (
        Column("number", "TT", lambda row: row.number, CellKind.SERIAL),
        Column("name", "Thôn", lambda row: row.name, total=lambda _rows: "Tổng cộng"),
        Column(
            "households", "Tổng số hộ", lambda row: row.households, count, opening, total=_sum(lambda r: r.households)
        ),
        Column("poor", "Hộ nghèo", lambda row: row.poor, count, opening, total=_sum(lambda r: r.poor)),
        Column("poor_rate", "Tỷ lệ (%)", lambda row: row.poor_rate, rate, opening, computed=True),
        Column(
            "reduction",
            "Giảm (hộ)",
            lambda row: row.reduction,
            count,
            plan,
            editable=lambda row: not row.locked,
            total=_sum(lambda row: row.reduction),
        ),
        Column(
            "minority",
            "Trong đó DTTS",
            lambda row: row.minority,
            count,
            plan,
            editable=True,
            total=_sum(lambda row: row.minority),
        ),
        Column(
            "closing",
            "Hộ nghèo",
            lambda row: None if row.reduction is None else row.poor - row.reduction,
            count,
            closing,
            computed=True,
        ),
        Column("note", "Ghi chú", lambda row: row.note, editable=True, tooltip="Ghi chú của thôn"),
    )


@pytest.fixture
def make_villages() -> Callable[[int], list[VillageRow]]:
    def make(count: int) -> list[VillageRow]:
        figures = ((221, 14, 7), (186, 14, 5), (267, 47, 8), (329, 59, 10), (243, 41, 7), (1272, 33, 8))
        names = ("Minh Long", "Tân Long", "Phi Long", "Vân Ngọc", "Cao Long", "Long Tiến")
        return [
            VillageRow(f"v{row}", row + 1, f"Thôn {names[row % 6]}", *figures[row % 6], minority=row % 6)
            for row in range(count)
        ]

    return make


@pytest.fixture
def table(
    qapp: QApplication, columns: tuple[Column[VillageRow], ...], make_villages: Callable[[int], list[VillageRow]]
) -> RecordTable[VillageRow]:
    return RecordTable(columns, lambda row: row.id, make_villages(6))


@pytest.fixture
def page(table: RecordTable[VillageRow]) -> Page:
    page = Page(table)
    table.edit_requested.connect(page.take)
    return page


@pytest.fixture
def grid(qtbot: QtBot, table: RecordTable[VillageRow]) -> GridView:
    view = GridView(table, name="Chỉ tiêu giảm nghèo của thôn")
    qtbot.addWidget(view)
    view.resize(1000, 400)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    QGuiApplication.clipboard().clear()
    return view


@pytest.fixture
def clerk(grid: GridView) -> Clerk:
    return Clerk(grid)
