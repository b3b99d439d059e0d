from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton  # noqa: TID251 (what asks is under test here)
from pytestqt.qtbot import QtBot

from povertydesk.poverty.problems import Severity
from povertydesk.ui.notices import NoticeLine, confirm, tell
from povertydesk.ui.start import Office
from tests.ui.hands import Hands


def button(line: NoticeLine, words: str) -> QPushButton:
    return next(one for one in line.findChildren(QPushButton) if one.text() == words)


@pytest.fixture
def line(qtbot: QtBot, office: Office) -> NoticeLine:
    assert office.window is None
    line = NoticeLine(dismissible=True)
    qtbot.addWidget(line)
    return line


def test_a_line_is_hidden_while_it_has_nothing_to_say(line: NoticeLine) -> None:
    assert line.isHidden()
    assert line.sentence == ""
    line.say("Ổ đĩa đã đầy.", Severity.ERROR)
    assert not line.isHidden()
    assert (line.sentence, line.accessibleName()) == ("Ổ đĩa đã đầy.", "Ổ đĩa đã đầy.")
    line.clear()
    assert line.isHidden()
    assert (line.sentence, line.accessibleName()) == ("", "")


def test_the_level_changes_the_tint(line: NoticeLine) -> None:
    line.resize(300, 40)
    pictures = []
    for severity in Severity:
        line.say("x", severity)
        assert line.property("level") == severity.value
        pictures.append(line.grab().toImage())
    assert all(one != other for one, other in itertools.pairwise(pictures))


def test_a_name_is_never_read_as_markup(line: NoticeLine) -> None:
    line.say("<b>Thôn</b> & xã")
    assert line.sentence == "<b>Thôn</b> & xã"


def test_one_thing_can_be_done_and_goes_with_its_sentence(qtbot: QtBot, hands: Hands, line: NoticeLine) -> None:
    done: list[str] = []
    line.say("Chưa lưu được.", Severity.ERROR, "Thử lại", lambda: done.append("again"))
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    again = button(line, "Thử lại")
    again.setFocus()
    hands.press(Qt.Key.Key_Space)
    assert done == ["again"]
    line.say("Đã lưu.")
    assert again.isHidden()


def test_it_can_be_put_away_only_where_that_is_allowed(qtbot: QtBot, line: NoticeLine) -> None:
    line.say("Đã lưu.")
    with qtbot.waitSignal(line.dismissed):
        button(line, "Đóng").click()
    assert line.isHidden()
    steady = NoticeLine()
    qtbot.addWidget(steady)
    steady.say("Đã lưu.")
    assert [one.text() for one in steady.findChildren(QPushButton)] == [""]


def test_telling_waits_until_it_is_read(office: Office, hands: Hands) -> None:
    said: list[tuple[str, str]] = []

    def read(box: QMessageBox) -> None:
        said.append((box.text(), box.informativeText()))
        hands.enter()

    hands.when_asked(QMessageBox, read)
    tell(None, "Chương trình gặp lỗi.", "Báo cáo ở <đây>.")
    assert said == [("Chương trình gặp lỗi.", "Báo cáo ở <đây>.")]


@pytest.mark.parametrize(("keys", "agreed"), [("enter", False), ("escape", False), ("agree", True)])
def test_enter_gives_the_safe_answer(office: Office, hands: Hands, keys: str, agreed: bool) -> None:
    def answer(box: QMessageBox) -> None:
        assert [one.text() for one in box.buttons()].count("Hủy") == 1
        if keys == "agree":
            next(one for one in box.buttons() if one.text() == "Khôi phục").setFocus()
            hands.press(Qt.Key.Key_Space)
        else:
            hands.press(Qt.Key.Key_Return if keys == "enter" else Qt.Key.Key_Escape)

    hands.when_asked(QMessageBox, answer)
    assert confirm(None, "Thay tệp?", "Trạng thái hiện tại được sao lưu trước.", "Khôi phục") is agreed
