from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget  # noqa: TID251 (Qt's own question is answered here)
from pytestqt.qtbot import QtBot

from povertydesk.ui.file_choice import ask_for_file, ask_where_to_save
from povertydesk.ui.start import Office
from tests.ui.hands import Hands


@pytest.fixture
def front(qtbot: QtBot, office: Office) -> QWidget:
    assert office.window is None
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_an_existing_file_is_chosen_by_its_name(front: QWidget, hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "Cẩm Long.pdesk"
    path.touch()

    def choose(dialog: QFileDialog) -> None:
        assert dialog.directory().absolutePath() == tmp_path.as_posix()
        hands.write(path.name)
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    assert ask_for_file(front, "Mở tệp", "PovertyDesk (*.pdesk)", tmp_path) == path


@pytest.mark.parametrize(("typed", "name"), [("", "a.pdf"), ("b", "b.pdf"), ("b.pdf", "b.pdf"), ("b.docx", "b.docx")])
def test_the_proposed_ending_is_kept_where_none_is_typed(
    front: QWidget, hands: Hands, tmp_path: Path, typed: str, name: str
) -> None:
    def choose(_dialog: QFileDialog) -> None:
        if typed:
            hands.retype(typed)
        hands.enter()

    hands.when_asked(QFileDialog, choose)
    assert ask_where_to_save(front, "Lưu", "PDF (*.pdf)", tmp_path / "a.pdf") == tmp_path / name


def test_a_changed_mind_chooses_nothing(front: QWidget, hands: Hands, tmp_path: Path) -> None:
    hands.when_asked(QFileDialog, lambda _dialog: hands.press(Qt.Key.Key_Escape))
    assert ask_for_file(front, "Mở tệp", "PDF (*.pdf)", tmp_path) is None
    hands.when_asked(QFileDialog, lambda _dialog: hands.press(Qt.Key.Key_Escape))
    assert ask_where_to_save(front, "Lưu", "PDF (*.pdf)", tmp_path / "a.pdf") is None


@pytest.mark.parametrize(("agree", "expected"), [(True, "a.pdf"), (False, None)])
def test_a_name_without_an_ending_asks_too_before_writing_over(
    front: QWidget, hands: Hands, tmp_path: Path, agree: bool, expected: str | None
) -> None:
    (tmp_path / "a.pdf").touch()

    def choose(dialog: QFileDialog) -> None:
        hands.retype("a")

        def answer(box: QMessageBox) -> None:
            next(button for button in box.buttons() if button.text() == ("&Có" if agree else "&Không")).click()

        hands.when_asked(QMessageBox, answer)
        hands.enter()
        if not agree:
            assert dialog.isVisible()
            dialog.reject()

    hands.when_asked(QFileDialog, choose)
    chosen = ask_where_to_save(front, "Lưu", "PDF (*.pdf)", tmp_path / "a.pdf")
    assert chosen == (tmp_path / expected if expected else None)
