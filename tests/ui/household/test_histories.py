from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from povertydesk.poverty.review import RoundKind
from povertydesk.poverty.status import PovertyStatus
from povertydesk.ui.records.record_table import RecordTable
from povertydesk.workflow import review_rounds
from tests.ui.household.at_the_panel import Panel
from tests.workflow.sealing import seal_round_with


def lines(table: RecordTable[Any]) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in table.shown_row(row)) for row in range(table.rowCount())]


def test_an_unknown_history_says_so(at: Panel) -> None:
    at.go_to(4)
    part = at.panel.status_history
    assert part.no_decisions.isVisible()
    assert "not known" in part.no_decisions.text()
    assert part.no_rounds.text() == "The household was in no review round yet."
    assert not part.decision_grid.isVisible()


def test_status_from_until_and_the_rounds_with_results(at: Panel) -> None:
    seal_round_with(at.desk, at.household, PovertyStatus.POOR, 2024)
    seal_round_with(at.desk, at.household, PovertyStatus.NOT_POOR, 2025, b1=150)
    key = review_rounds.open_round(at.desk, 2026, RoundKind.IN_YEAR, datetime.date(2026, 11, 15)).id
    review_rounds.add_to_round(at.desk, key, [at.household])
    at.panel.show_household(at.household)
    at.go_to(4)
    part = at.panel.status_history
    assert lines(part.decisions) == [
        ("not poor", "10/12/2025", "in force", "2022–2026", "12/QĐ-UBND"),
        ("poor", "10/12/2024", "10/12/2025", "2022–2026", "12/QĐ-UBND"),
    ]
    assert lines(part.rounds) == [
        ("2026", "in-year review", "not poor", "", "", "not concluded (round open)"),
        ("2025", "annual review", "poor", "150", "", "not poor"),
        ("2024", "annual review", "history not known", "130", "", "poor"),
    ]
    assert part.decision_grid.hasFocus()


def test_who_escaped_lately_is_listed_with_what_nobody_verified(qtbot: QtBot, at: Panel) -> None:
    view = at.panel.newly_escaped
    at.panel.newly_escaped_button.setFocus()
    at.hands.press(Qt.Key.Key_Space)
    assert view.summary.text() == "On 20/11/2026 no household counts as newly escaped."
    assert view.doubt.isVisible()
    assert view.doubt.text().startswith(
        "Not held against the official text: 36 months under Quyết định số 28/2015/QĐ-TTg"
    )
    at.hands.press(Qt.Key.Key_Escape)
    seal_round_with(at.desk, at.household, PovertyStatus.NEAR_POOR, 2024)
    seal_round_with(at.desk, at.household, PovertyStatus.NOT_POOR, 2025)
    at.panel.show_newly_escaped()
    assert lines(view.table) == [("Thôn Phi Long", "001 – Bùi Văn Mẫu", "near-poor", "10/12/2025", "09/12/2028")]
    with qtbot.waitSignal(at.panel.household_shown) as shown:
        view.grid.doubleClicked.emit(view.table.index(0, 0))
    assert shown.args == [at.household]
    assert at.panel.whole.isVisible()
