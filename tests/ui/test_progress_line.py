"""A whole list taken back: the window says how far it is, lives on, and Cancel leaves everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from povertydesk.store import households
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.progress_line import ProgressLine
from povertydesk.workflow import history
from povertydesk.workflow.desk import Desk
from povertydesk.workflow.import_households import apply_import, plan_import
from tests.exchange.workbooks import workbook
from tests.ui.hands import Hands
from tests.workflow.contents import contents

HEADINGS = ("Mã hộ", "Thôn", "Họ tên chủ hộ", "Năm sinh", "B1", "B2")
LINES = [(f"{number:03d}", "Thôn Minh Long", f"Nguyễn Văn Mẫu {number}", 1980, 120, 30) for number in range(150)]


@pytest.fixture
def before(window: MainWindow, desk: Desk, tmp_path: Path) -> dict[str, object]:
    """What the file held before a list of more records than are taken back at once."""
    held = contents(desk)
    path = workbook(tmp_path / "ho.xlsx", (HEADINGS, *LINES), title="Danh sách")
    window.session.announce(apply_import(desk, plan_import(desk, 2023, path)).changes)
    return dict(held)


def line_of(window: MainWindow) -> ProgressLine:
    (line,) = window.findChildren(ProgressLine)
    return line


class Watched:
    """What the line showed while it ran, and a key pressed on it meanwhile."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, window: MainWindow, key: Qt.Key | None = None) -> None:
        self.seen: list[tuple[str, int, int, bool, bool]] = []
        move = ProgressLine.move_on

        def watched(line: ProgressLine, step: str, done: int, total: int) -> None:
            move(line, step, done, total)
            waits = not window.page.isEnabled() and not window.undo_button.isEnabled()
            self.seen.append((line.label.text(), done, total, line.isVisible(), waits))
            if key is not None:
                QTest.keyClick(window.focusWidget(), key)

        monkeypatch.setattr(ProgressLine, "move_on", watched)


def test_taking_a_list_back_says_how_far_it_is(
    hands: Hands, window: MainWindow, desk: Desk, before: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(monkeypatch, window)
    held = window.focusWidget()
    hands.control(Qt.Key.Key_Z)
    assert contents(desk) == before
    assert all(visible and waits for *_, visible, waits in watched.seen)
    done = [count for _, count, *_ in watched.seen]
    assert len(set(done)) > 2
    assert done == sorted(done)
    assert watched.seen[0][0] == f"{window.tr('Undo')}…"
    line = line_of(window)
    assert not line.isVisible()
    assert window.page.isEnabled()
    assert window.focusWidget() is held
    hands.control(Qt.Key.Key_Y)
    assert len(households.find_households(desk.engine, "Nguyễn Văn Mẫu")) > 1
    assert watched.seen[-1][0] == f"{window.tr('Redo')}…"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_cancelled_by_keys_everything_is_as_it_was(
    hands: Hands,
    window: MainWindow,
    desk: Desk,
    before: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
) -> None:
    after, acts = contents(desk), len(history.list_history(desk))
    Watched(monkeypatch, window, key)
    hands.control(Qt.Key.Key_Z)
    assert contents(desk) == after != before
    assert len(history.list_history(desk)) == acts
    assert "Đã dừng theo yêu cầu" in window.notice.sentence
    assert not line_of(window).isVisible()
    assert window.undo_button.isEnabled()


def test_a_small_act_is_taken_back_without_a_line(
    qtbot: QtBot, hands: Hands, window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    held = contents(desk)
    path = workbook(tmp_path / "it.xlsx", (HEADINGS, LINES[0]), title="Danh sách")
    window.session.announce(apply_import(desk, plan_import(desk, 2023, path)).changes)
    with qtbot.waitSignal(window.session.changed):
        hands.control(Qt.Key.Key_Z)
    assert contents(desk) == held
    assert window.findChildren(ProgressLine) == []
