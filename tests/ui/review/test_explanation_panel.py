"""The explanation beside a list or a form: the same sentences as on the sheet, and Ctrl+P for the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from povertydesk import paths
from povertydesk.legislation.questionnaires import B1_TOTAL
from povertydesk.poverty.messages import Messages
from povertydesk.ui import printing
from povertydesk.ui.review.explanation_panel import ExplanationPanel
from povertydesk.ui.session import Session
from povertydesk.workflow.desk import Desk, Program
from povertydesk.workflow.judge_reviews import rejudge
from povertydesk.workflow.sample import make_sample
from tests.ui.hands import Hands
from tests.workflow.contents import key_of
from tests.workflow.reviewed import YES, amount, enter, fill_in, indicators, open_round

PHI_LONG = "Thôn Phi Long"


@pytest.fixture
def desk(tmp_path: Path, program: Program) -> Iterator[Desk]:
    desk = make_sample(tmp_path / "cam-long.pdesk", program, with_households=False)
    yield desk
    desk.close()


@pytest.fixture
def session(desk: Desk) -> Session:
    messages = Messages.load(paths.resources("messages"))
    session = Session(desk, lambda: messages)
    session.set_year(2023)
    return session


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> ExplanationPanel:
    panel = ExplanationPanel(session)
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    panel.setFocus()
    qtbot.waitUntil(panel.isVisible)
    return panel


def test_without_a_household_it_says_what_to_do_first(panel: ExplanationPanel) -> None:
    assert panel.text() == "Choose a household to see why it is classified as it is."
    assert not panel.print_button.isEnabled()


def test_result_reasons_articles_and_what_would_change_are_shown(panel: ExplanationPanel, desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    panel.show_household(key)
    lines = panel.text().splitlines()
    assert lines[0] == f"Hộ 001 – Bùi Văn Mẫu 001-0, {PHI_LONG}. Rà soát năm 2023."
    assert "Kết quả: hộ nghèo." in lines
    assert "Điểm B1 là 138, không quá 140 điểm." in lines
    article = "Phụ lục III và Phụ lục IV (Phiếu B), Thông tư 07/2021/TT-BLĐTBXH"
    assert lines.count(article) == 1
    assert lines.index(article) > lines.index("Điểm B2 là 30, từ 30 điểm trở lên.")
    assert "What would change the result" in lines
    assert "Nếu điểm B1 tăng thêm 3 điểm thì kết quả là hộ không nghèo." in lines
    assert panel.print_button.isEnabled()


def test_a_write_is_shown_at_once(panel: ExplanationPanel, desk: Desk, session: Session) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    of_round = open_round(desk, 2023)
    answers = {**indicators(desk, 2), B1_TOTAL: amount(138)}
    fill_in(desk, of_round, key, answers)
    panel.show_household(key)
    assert "Kết quả: hộ cận nghèo." in panel.text()
    fill_in(desk, of_round, key, {**answers, "toilet": YES})
    assert session.write(lambda: rejudge(desk, of_round.id))
    assert "Kết quả: hộ nghèo." in panel.text()
    assert "hộ cận nghèo.\n" not in panel.text().partition("What would change")[0]


def test_why_nothing_can_be_explained_stands_in_the_panel(
    panel: ExplanationPanel, desk: Desk, session: Session
) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    panel.show_household(key)
    assert panel.text() == "Năm 2023 chưa có đợt rà soát nào. Hãy mở đợt rà soát của năm đó rồi làm lại."
    fill_in(desk, open_round(desk, 2022), key, {**indicators(desk, 0), B1_TOTAL: amount(141)})
    session.set_year(2022)
    assert "Kết quả: hộ không nghèo." in panel.text()
    panel.show_household(None)
    assert "Kết quả" not in panel.text()


def test_values_that_cannot_be_judged_are_told_first(panel: ExplanationPanel, desk: Desk) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {B1_TOTAL: amount(120)}, bare_b2=500)
    panel.show_household(key)
    assert "Điểm B2 phải từ 0 đến 120" in panel.notice.sentence


def test_ctrl_p_prints_the_sheet(
    panel: ExplanationPanel, desk: Desk, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    panel.show_household(key)
    taken: list[bytes] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)

    def take(_printer: object, data: bytes) -> bool:
        taken.append(data)
        return True

    monkeypatch.setattr(printing, "print_pdf", take)
    panel.reading.setFocus()
    qtbot.waitUntil(panel.reading.hasFocus)
    with qtbot.waitSignal(panel.printed) as told:
        hands.control(Qt.Key.Key_P)
    assert told.args == [panel.heading.text()]
    assert taken[0].startswith(b"%PDF")


def test_a_printer_that_fails_is_told(
    panel: ExplanationPanel, desk: Desk, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2023), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    panel.show_household(key)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Accepted)
    monkeypatch.setattr(printing, "print_pdf", lambda _printer, _data: False)
    panel.print_button.setFocus()
    qtbot.waitUntil(panel.print_button.hasFocus)
    hands.press(Qt.Key.Key_Space)
    assert panel.notice.sentence == "The printer did not take the sheet. Check the printer and print again."


def test_what_nobody_checked_against_the_text_is_said(panel: ExplanationPanel, desk: Desk, session: Session) -> None:
    key = enter(desk, key_of(desk, PHI_LONG), "001", 2)
    fill_in(desk, open_round(desk, 2026), key, {**indicators(desk, 3), B1_TOTAL: amount(138)})
    session.set_year(2026)
    panel.show_household(key)
    assert "· not verified" in panel.text()
