"""Pages are made beside the window, and what came of them is said in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from povertydesk.poverty.paper import Paper
from povertydesk.ui import printing
from povertydesk.ui.main_window import MainWindow
from povertydesk.ui.paper_making import PaperMaking
from povertydesk.ui.printing import Printed
from povertydesk.workflow.print_paper import make_paper


@pytest.fixture
def making(qtbot: QtBot, window: MainWindow) -> PaperMaking:
    making = PaperMaking(window.session)
    qtbot.addWidget(making)
    return making


@pytest.fixture
def paper(window: MainWindow) -> Paper:
    return make_paper(window.session.desk, "targets", 2023)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Printed], list[int]]:
    """Let the printer's dialog end so; gives the pages that it was asked for."""

    def end(printed: Printed) -> list[int]:
        asked: list[int] = []

        def take(_parent: object, _data: bytes, _title: str, pages: int) -> Printed:
            asked.append(pages)
            return printed

        monkeypatch.setattr(printing, "print_with_dialog", take)
        return asked

    return end


@pytest.mark.parametrize(
    ("printed", "words"),
    [(Printed.SENT, "trang đến máy in"), (Printed.FAILED, "Máy in không nhận trang in"), (Printed.GIVEN_UP, None)],
)
def test_what_the_printer_did_is_said(
    qtbot: QtBot,
    making: PaperMaking,
    paper: Paper,
    answer: Callable[[Printed], list[int]],
    printed: Printed,
    words: str | None,
) -> None:
    said: list[str] = []
    making.said.connect(said.append)
    asked = answer(printed)
    making.print_out(paper)
    assert making.is_busy
    assert making.progress.text()
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.waitUntil(lambda: not making.is_busy)
    assert asked[0] >= 1
    assert [words in sentence for sentence in said if words is not None] == ([] if words is None else [True])
    assert making.isHidden()


def test_a_paper_is_written_to_a_file_of_its_kind(
    qtbot: QtBot, making: PaperMaking, paper: Paper, tmp_path: Path
) -> None:
    target = tmp_path / "chỉ tiêu.docx"
    with qtbot.waitSignal(making.said) as said:
        making.save(paper, target)
    assert str(target) in said.args[0]
    assert target.read_bytes().startswith(b"PK")


def test_a_folder_that_is_not_there_is_a_refusal(
    qtbot: QtBot, making: PaperMaking, paper: Paper, tmp_path: Path
) -> None:
    with qtbot.waitSignal(making.refused):
        making.save(paper, tmp_path / "không có" / "chỉ tiêu.pdf")
    assert not making.is_busy


def test_after_cancel_nothing_is_written_and_nothing_said(making: PaperMaking, paper: Paper, tmp_path: Path) -> None:
    said: list[str] = []
    making.said.connect(said.append)
    making.save(paper, tmp_path / "chỉ tiêu.pdf")
    making.stop_button.click()
    making.stop()
    assert said == []
    assert making.isHidden()
    assert list(tmp_path.glob("*.pdf")) == []
